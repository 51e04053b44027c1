#!/bin/sh
# Stands for a C compiler whose programs need something to run them, such as an
# emulator:
#
#   make test CC='sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc -static'
#   VALGRIND_OPTS='-q --error-exitcode=99' \
#       make test CC='sh tests/via.sh valgrind gcc'
#
# Its first argument is what runs the program, a single word. What follows is
# the compiler and its arguments. The program that it makes, say xor-2, is a
# script, which runs xor-2-bin.exe, the one that the compiler builds. (Wine
# wants .exe.)
#
# make test-numpy calls it with "numpy python3". There is no compiler then. The
# script runs tests/numpy_xor.py, the witness, and tells it the program's name
# and the number of hidden units.
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
    cat > "$program" << END
#!/bin/sh
export HIDDEN=$hidden PROGRAM=$program
exec $1 tests/numpy_xor.py "\$@"
END
else
    # Of two -o, a compiler takes the last.
    if ! "$@" -o "$program-bin.exe"; then
        exit 1
    fi
    cat > "$program" << END
#!/bin/sh
exec $runner "\$0-bin.exe" "\$@"
END
fi
chmod +x "$program"
