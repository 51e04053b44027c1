#!/bin/sh
# Says with how many of the seeds 0 to 99 a program learns XOR, and how soon:
#
#   sh tests/experiments/seeds.sh ./xor -l 2
#
# A seed learns if the run ends with exit status 0. The epoch is the first
# multiple of 10 by which 50 seeds that learn have had a loss below 0.33.
set -u
export LC_ALL=C # 0.33, not 0,33

printed=$(for seed in $(seq 0 99); do
    "$@" -s "$seed" -p 10 && echo learned
    [ $? -le 1 ] || exit
done) || exit 2
learned=$(echo "$printed" | grep -c learned)
half=$(echo "$printed" | awk '
    $1 == "Epoch" && $2 == 0 { below = "" }
    $1 == "Epoch" && $5 < 0.33 && below == "" { below = $2 }
    $1 == "learned" && below != "" { print below }' | sort -n | sed -n 50p)
echo "$learned of 100 seeds learn${half:+, 50 of them by epoch $half}."
