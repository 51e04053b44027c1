CC ?= cc
CFLAGS ?= -std=c99 -O2 -Wall -Wextra -Wpedantic

xor: xor.c
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ xor.c $(LDLIBS) -lm

# xor-1, xor-16 and so on: the program with that many hidden units
xor-%: xor.c
	$(CC) $(CPPFLAGS) $(CFLAGS) -DHIDDEN=$* $(LDFLAGS) -o $@ xor.c $(LDLIBS) -lm

run:
	@$(MAKE) -s xor
	@./xor

test:
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' CFLAGS='$(CFLAGS)' \
	LDFLAGS='$(LDFLAGS)' LDLIBS='$(LDLIBS)' MAKE='$(MAKE)' sh tests/run.sh

test-numpy:
	@for python in python3 /usr/bin/python3; do \
	    if $$python -c 'import numpy' 2>/dev/null; then \
	        XOR="$$python '$$PWD/tests/numpy_xor.py'" exec sh tests/run.sh; \
	    fi; \
	done; \
	echo 'NumPy is missing: apt-get install python3-numpy, or pip install numpy'; \
	exit 1

test-everywhere:
	@sh tests/everywhere.sh

bench:
	@sh tests/bench.sh

clean:
	rm -f xor xor-[0-9]*

.PHONY: run test test-numpy test-everywhere bench clean
