#!/bin/sh
# Stands in for a C compiler whose programs need something to run them:
#
#   make test CC='sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc -static'
#
# For "-o try-2" it makes a script that runs try-2-bin. With "witness python3
# tests/numpy_xor.py" the script runs the witness, and passes it the program's
# name and the number of hidden units.
set -u
runner=$1
shift
program=$(echo " $*" | sed -n 's/.* -o \([^ ]*\).*/\1/p')
if [ "$runner" = witness ]; then
    hidden=$(echo " $*" | sed -n 's/.* -DHIDDEN=\([^ ]*\).*/\1/p')
    run="env HIDDEN=${hidden:-4} PROGRAM=$program $1 $2"
else
    "$@" -o "$program-bin" || exit # Given two -o, a compiler takes the last.
    run="$runner \"\$0-bin\""
fi
printf '#!/bin/sh\nexec %s "$@"\n' "$run" > "$program" && chmod +x "$program"
