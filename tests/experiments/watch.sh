#!/bin/sh
# Shows the map of predictions while a network learns, in a hundred steps:
#
#   sh tests/experiments/watch.sh ./xor -s 7
#
# Each frame trains anew, which takes milliseconds. Options of xor follow the
# program. Without a terminal, or without colours, it prints plain text.
set -u
export LC_ALL=C # 0.5, not 0,5

epochs=10000
option=
for word in "$@"; do
    if [ "$option" = -n ]; then
        epochs=$word
    fi
    option=$word
done

is_colour=
if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ] && [ -z "${NO_COLOR-}" ]; then
    is_colour=1
    trap 'printf "\033[0m\033[?25h"' EXIT # the cursor again
    trap 'exit 130' HUP INT TERM
    printf '\033[?25l\033[2J'
fi

n=0
while [ $n -le 100 ]; do
    epoch=$(awk -v n=$n -v all="$epochs" 'BEGIN { printf "%d", all * n / 100 }')
    "$@" -n "$epoch" -p 1000000000 -m -t | awk -v epoch="$epoch" -v c="$is_colour" '
        BEGIN {
            split("24 110 254 216 166", colours, " ")
            if (c)
                printf "\033[H"
        }
        /^ \[/ { answers = answers " " $NF }
        /^Prediction/, /-0.5 .* 1.5$/ {
            for (at = 1; at <= length($0); at++) {
                symbol = substr($0, at, 1)
                kind = index(".:-+#", symbol)
                if (c && /^[ -][01]/ && at > 7 && kind)
                    printf "\033[48;5;%dm \033[0m", colours[kind]
                else
                    printf "%s", symbol
            }
            print ""
        }
        $1 == "loss" && loss == "" { loss = $2 }
        END { printf "epoch %-6d loss %s, answers%s\n", epoch, loss, answers }'
    if [ -t 1 ]; then
        sleep 0.06
    fi
    n=$((n + 1))
done
