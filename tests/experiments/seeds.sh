#!/bin/sh
# Says how many of the seeds 0 to 99 a program learns XOR with, and how soon:
#
#   sh tests/experiments/seeds.sh ./xor -l 2
#
# A seed learns if the run ends with exit status 0. The epoch is the one by
# which 50 of the 100 have learned and had a loss below 0.33 (of every tenth).
set -u
export LC_ALL=C # 0.33, not 0,33

for seed in $(seq 0 99); do
    "$@" -s "$seed" -p 10
    status=$?
    echo "status $status"
    [ "$status" -le 1 ] || break
done | awk '
    $1 == "Epoch" && $5 < 0.33 && below == "" { below = $2 }
    $1 == "status" { print $2, below; below = "" }' | sort -k 1,1 -k 2,2n | awk '
    $1 == 0 { learned++ }
    $1 == 0 && NF == 2 && ++early == 50 {
        half = ", 50 of them by epoch " $2
    }
    END {
        if (NR != 100)
            exit 2
        printf "%d of 100 seeds learn%s.\n", learned, half
    }'
