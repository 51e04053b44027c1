#!/bin/sh
# Stands for a C compiler whose programs need something to run them:
#
#   make test CC='sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc -static'
#
# Its first argument runs the program, and the rest is the compiler. The program
# it makes, say try-2, is a script that runs try-2-bin.
#
# With "witness python3 tests/numpy_xor.py" nothing is compiled. The script runs
# the witness, and tells it the program's name and the number of hidden units.
set -u
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

if [ "$runner" = witness ]; then
    run="HIDDEN=$hidden PROGRAM=$program exec $1 $2"
else
    "$@" -o "$program-bin" || exit # Of two -o, a compiler takes the last.
    run="exec $runner \"\$0-bin\""
fi
printf '#!/bin/sh\n%s "$@"\n' "$run" > "$program"
chmod +x "$program"
