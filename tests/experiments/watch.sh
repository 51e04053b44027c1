#!/bin/sh
# Shows the map of predictions while a network learns, in a hundred steps:
#
#   sh tests/experiments/watch.sh ./xor -s 7 -n 8000
#
# Each step trains anew, which takes milliseconds. Without a terminal or colours
# the map is plain text.
set -u
export LC_ALL=C # 0.5, not 0,5
epochs=$(echo " $* " | sed -n 's/.* -n \([^ ]*\) .*/\1/p')
colours=
if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ] && [ -z "${NO_COLOR-}" ]; then
    colours=yes
    trap 'printf "\033[0m\033[?25h"' EXIT # the cursor again
    trap 'exit 130' HUP INT TERM
    printf '\033[?25l\033[2J'
fi

for percent in $(seq 0 100); do
    epoch=$((${epochs:-10000} * percent / 100))
    "$@" -n "$epoch" -p 1000000000 -m -t | awk -v e="$epoch" -v c="$colours" '
        BEGIN { if (c) printf "\033[H" }
        /^ \[/ { answers = answers " " $NF }
        /^Prediction/, /^     -0.5/ {
            map = substr($0, 8)
            if (c && /^[ -][01]/) {
                gsub(/[.]/, "\033[48;5;24m \033[0m", map)
                gsub(/:/, "\033[48;5;110m \033[0m", map)
                gsub(/-/, "\033[48;5;254m \033[0m", map)
                gsub(/[+]/, "\033[48;5;216m \033[0m", map)
                gsub(/#/, "\033[48;5;166m \033[0m", map)
            }
            print substr($0, 1, 7) map
        }
        $1 == "loss" && loss == "" { loss = $2 }
        END { printf "epoch %-6d loss %s, answers%s\n", e, loss, answers }'
    [ ! -t 1 ] || sleep 0.06
done
