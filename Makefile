# CC and CFLAGS say how to build xor, and what the tests build.
CC ?= cc
CFLAGS ?= -std=c99 -O2 -Wall -Wextra -Wpedantic

xor: xor.c
	$(CC) $(CFLAGS) -o $@ xor.c -lm

# It builds silently, so that only what xor prints is seen.
run:
	@$(MAKE) -s xor > /dev/null
	@./xor

test:
	@CC='$(CC)' CFLAGS='$(CFLAGS)' sh tests/run.sh

# CC makes scripts here, which run tests/numpy_xor.py. FILES says what is
# replayed. The files in tests/xor-only are not for NumPy.
FILES = tests/golden/* README.md
test-numpy:
	@sh tests/python.sh > /dev/null
	@echo 'NumPy needs some minutes for README.md, which trains many networks.'
	@echo "To leave it out: make test-numpy FILES='tests/golden/*'"
	@python=$$(sh tests/python.sh) && \
	CC="sh tests/via.sh numpy $$python" CFLAGS= sh tests/run.sh $(FILES)

test-everywhere:
	@sh tests/everywhere.sh

bench:
	@sh tests/bench.sh

# What README.md tells to make. A file that a reader calls xor-mine.c stays.
clean:
	rm -f xor xor-[0-9]* xor*-bin.exe
	rm -f xor-linear xor-linear.c xor-relu xor-relu.c xor-tanh xor-tanh.c
	rm -f xor-wrong xor-wrong.c xor-equal xor-equal.c

.PHONY: run test test-numpy test-everywhere bench clean
