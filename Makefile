CC ?= cc
CFLAGS ?= -std=c99 -O2 -Wall -Wextra -Wpedantic

xor: xor.c
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ xor.c $(LDLIBS) -lm

run:
	@$(MAKE) -s xor > /dev/null
	@./xor

test:
	@CC='$(CC)' CFLAGS='$(CFLAGS)' sh tests/run.sh

# The witness in the place of the compiler. What stands in tests/xor-only is not
# for it.
FILES = tests/golden/* README.md
test-numpy:
	@python=$$(sh tests/python.sh) && \
	echo 'This takes some minutes, most of them for README.md. Without it:' && \
	echo "make test-numpy FILES='tests/golden/*'" && \
	CC="sh tests/via.sh numpy $$python" CFLAGS= sh tests/run.sh $(FILES)

test-everywhere:
	@sh tests/everywhere.sh

bench:
	@sh tests/bench.sh

# README.md builds programs such as xor-2 and xor-relu, from xor-relu.c.
clean:
	rm -f xor xor-*

.PHONY: run test test-numpy test-everywhere bench clean
