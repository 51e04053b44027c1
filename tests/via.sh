#!/bin/sh
# Stands for a C compiler where its programs can't just be run:
#
#   make test CC='sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc -static'
#   make test CC='sh tests/via.sh valgrind gcc'
#   make test CC='sh tests/via.sh numpy python3'
#
# Its first argument is what runs the program, a single word. What follows is the
# compiler and its arguments. The program that it makes, say xor-2, is a script,
# which runs xor-2-bin, the one that the compiler builds.
#
# For numpy there is no compiler. The script runs the witness, and tells it the
# program's name and the number of hidden units.
# shellcheck disable=SC2016 # The script itself needs "$0" and "$@".
set -u
if [ $# -lt 2 ]; then
    echo 'usage: sh tests/via.sh RUNNER COMPILER [ARGUMENT ...]' >&2
    exit 2
fi
runner=$1
shift

program=a.out
hidden=4
previous=
for word in "$@"; do
    if [ "$previous" = -o ]; then
        program=$word
    fi
    case $word in
    -DHIDDEN=*) hidden=${word#-DHIDDEN=} ;;
    esac
    previous=$word
done

if [ "$runner" = numpy ]; then
    command="HIDDEN=$hidden PROGRAM=$program exec $1 tests/numpy_xor.py"
else
    # Of two -o, a compiler takes the last.
    "$@" -o "$program-bin" || exit
    command="exec $runner \"\$0-bin\""
fi
printf '#!/bin/sh\n%s "$@"\n' "$command" > "$program"
chmod +x "$program"
