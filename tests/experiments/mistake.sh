#!/bin/sh
# Makes a mistake in a copy of xor.c, and shows what comes of it:
#
#   sh tests/experiments/mistake.sh NAME SED-COMMAND [cc OPTION ...]
#
# It prints the line with the mistake, the loss of every 1000th epoch, the four
# answers, and the arrays in which the gradient check finds a wrong slope.
set -u
program=try-$1
sed "$2" xor.c > "$program.c"
shift 2
cc -O2 "$@" -o "$program" "$program.c" -lm || exit 2

grep -vxFf xor.c "$program.c" | sed 's/^ */line     /'
{ "./$program"; "./$program" -c; } | awk '
    $1 == "Epoch" { losses = losses " " $5 }
    /\[. .\] \|/ { answers = answers " " $NF }
    / is wrong/ {
        sub(/\[.*/, "", $5)
        if (index(wrong, " " $5) == 0)
            wrong = wrong " " $5
    }
    END {
        print "losses  " losses
        print "answers " answers
        print "check   " (wrong == "" ? " passed" : wrong " wrong")
    }'
