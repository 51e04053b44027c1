CC ?= cc
CFLAGS ?= -std=c99 -O2 -Wall -Wextra -Wpedantic

xor: xor.c
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ xor.c $(LDLIBS) -lm

run:
	@$(MAKE) -s xor > /dev/null
	@./xor

# GNU make runs a line with its own name in it even for make -n.
this_make = $(MAKE)
test:
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' CFLAGS='$(CFLAGS)' LDFLAGS='$(LDFLAGS)' \
	LDLIBS='$(LDLIBS)' MAKE='$(this_make)' sh tests/run.sh

# No compiler, but the witness. It does not have xor.c's messages, nor can it be
# changed by sed.
test-numpy:
	@for python in python3 /usr/bin/python3; do \
	    if $$python -c 'import numpy' 2> /dev/null; then \
	        CC=true RUN="$$python numpy_xor.py" LEAVE_OUT='^xor: |^. sed' \
	        MAKE='$(this_make)' exec sh tests/run.sh; \
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
