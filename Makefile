# CC and CFLAGS say how to build xor, and what the tests build. PYTHON must have
# NumPy and PyTorch for the tests with them: on Debian, /usr/bin/python3 has the
# packages python3-numpy and python3-torch.
CC ?= cc
CFLAGS ?= -std=c99 -O3 -Wall -Wextra -Wpedantic
PYTHON ?= python3

xor: xor.c
	$(CC) $(CFLAGS) -o $@ xor.c -lm

# This builds silently, so that one sees only what xor prints.
run:
	@$(MAKE) -s xor > /dev/null
	@./xor

watch: xor
	@sh tests/experiments/watch.sh ./xor

# The first run must fail, because this file has no command.
test:
	@! CC='$(CC)' CFLAGS='$(CFLAGS)' sh tests/run.sh tests/.gitattributes > \
		/dev/null
	@CC='$(CC)' CFLAGS='$(CFLAGS)' sh tests/run.sh

# A witness replays FILES. NumPy takes minutes for the pages, PyTorch does not
# know -m, -t and -c, and tests/xor-only has what only xor.c can say.
FILES = README.md tests/experiments/*.md tests/golden/*
test-numpy:
	@$(PYTHON) -c 'import numpy'
	@CC='sh tests/via.sh witness $(PYTHON) tests/numpy_xor.py' CFLAGS= \
		sh tests/run.sh $(FILES)

test-pytorch:
	@$(PYTHON) -c 'import numpy, torch'
	@CC='sh tests/via.sh witness $(PYTHON) tests/pytorch_xor.py' CFLAGS= \
		sh tests/run.sh tests/golden/losses.txt
	@$(PYTHON) -m doctest tests/experiments/pytorch.md

test-everywhere:
	@sh tests/everywhere.sh

clean:
	rm -rf xor xor.exe xor.dSYM xor-bin try-*

.PHONY: run watch test test-numpy test-pytorch test-everywhere clean
