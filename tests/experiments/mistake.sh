#!/bin/sh
# Makes a mistake in a copy of xor.c, and shows what comes of it:
#
#   sh tests/experiments/mistake.sh NAME SED-COMMAND [cc OPTION ...]
#
# It prints the loss of every 1000th epoch, the four answers, and the arrays in
# which the gradient check finds a wrong slope.
# shellcheck disable=SC2046 # echo joins the lines that sed prints.
set -u
program=try-$1
sed "$2" xor.c > "$program.c"
shift 2
cc -O2 "$@" -o "$program" "$program.c" -lm || exit 2

echo 'losses: ' $("./$program" | sed -n 's/.*Loss: //p')
echo 'answers:' $("./$program" | sed -n 's/^ .* //p')
echo 'wrong:  ' $("./$program" -c |
    sed -n 's/.*| \([^[ ]*\).* is wrong/\1/p' | uniq)
