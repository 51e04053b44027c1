#!/bin/sh
# Says how often a program learns XOR, and how soon:
#
#   $ sh tests/seeds.sh ./xor -l 2
#   98 of 100 seeds learn, and half are below a loss of 0.35 by epoch 2760.
#
# It runs the program with each of the seeds 0 to 99, and counts how many learn:
# how many runs end with exit status 0. Then it takes for each seed the first
# epoch with a loss below 0.35, looking at every tenth epoch. The epoch that it
# prints is the one by which 50 of the 100 seeds have got there. If fewer than
# 50 do, it says nothing about epochs.
set -u
export LC_ALL=C # so that awk reads 0.35 in every country

usage() {
    echo 'usage: sh tests/seeds.sh PROGRAM [OPTION ...]' >&2
    echo 'OPTION is any option of xor except -s, -p, -c and -h.' >&2
    exit 2
}

if [ $# -eq 0 ]; then
    usage
fi
for option in "$@"; do
    case $option in
    -s | -p | -c | -h | --help) usage ;;
    esac
done

# Prints what the hundred runs print. Ends early where a run makes no sense.
run_all() {
    seed=0
    while [ "$seed" -lt 100 ]; do
        "$@" -s "$seed" -p 10
        status=$?
        echo "status $status"
        if [ "$status" -gt 1 ]; then
            break
        fi
        seed=$((seed + 1))
    done
}

# count[E] says how many seeds get below 0.35 at epoch E. At the end they are
# added up, epoch by epoch, until 50 seeds are there.
run_all "$@" | awk '
    $1 == "Epoch" && $5 < 0.35 && !is_below {
        is_below = 1
        count[$2]++
        below++
    }
    $1 == "status" {
        is_below = 0
        if ($2 == 0)
            learned++
        if ($2 > 1)
            trouble = 1
    }
    END {
        if (trouble)
            exit 2
        printf "%d of 100 seeds learn", learned
        if (below >= 50) {
            epoch = 0
            seeds = count[0]
            while (seeds < 50) {
                epoch += 10
                seeds += count[epoch]
            }
            printf ", and half are below a loss of 0.35 by epoch %d", epoch
        }
        print "."
    }'
