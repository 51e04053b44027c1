# CC and CFLAGS say how to build xor, and what the tests build.
CC ?= cc
CFLAGS ?= -std=c99 -O2 -Wall -Wextra -Wpedantic

xor: xor.c
	$(CC) $(CFLAGS) -o $@ xor.c -lm

# It builds without a word, so that only what xor prints is seen.
run:
	@$(MAKE) -s xor > /dev/null
	@./xor

test:
	@CC='$(CC)' CFLAGS='$(CFLAGS)' sh tests/run.sh

# The witness stands in the place of the compiler. FILES says what it replays.
# The files in tests/xor-only are not for it.
FILES = tests/golden/* README.md
test-numpy:
	@sh tests/python.sh > /dev/null
	@echo 'This takes some minutes. README.md, which trains a thousand networks,'
	@echo "is left out by: make test-numpy FILES='tests/golden/*'"
	@python=$$(sh tests/python.sh) && \
	CC="sh tests/via.sh numpy $$python" CFLAGS= sh tests/run.sh $(FILES)

test-everywhere:
	@sh tests/everywhere.sh

bench:
	@sh tests/bench.sh

# README.md builds programs such as xor-2, and xor-relu from xor-relu.c.
clean:
	rm -f xor xor-*

.PHONY: run test test-numpy test-everywhere bench clean
