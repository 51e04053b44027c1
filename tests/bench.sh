#!/bin/sh
# Prints how long an epoch takes, as the table of README.md: xor as make builds
# it, xor with all that the compiler can do, and NumPy. Each time is the median
# of several runs. The three programs run in turn, so that other load hits all.
set -u
unset CDPATH HIDDEN PROGRAM
export LC_ALL=C # 1.5, not 1,5
cd "$(dirname "$0")/.." || exit 2
rounds=7

python=$(sh tests/python.sh) || exit 1
case $(date +%N) in
'' | *[!0-9]*)
    echo 'The date of this machine knows no nanoseconds: GNU date does.' >&2
    exit 1
    ;;
esac

tmp=$(mktemp -d) || exit 2
clean_up() {
    trap '' HUP INT QUIT PIPE TERM # A second Ctrl-C must not interrupt this.
    rm -rf "$tmp"
}
trap clean_up EXIT
trap 'clean_up; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM

mkdir "$tmp/plain" "$tmp/fast"
cp xor.c Makefile "$tmp/plain"
cp xor.c Makefile "$tmp/fast"
make -s -C "$tmp/plain" xor || exit 1
make -s -C "$tmp/fast" xor CFLAGS='-Ofast -march=native' || exit 1

# seconds COMMAND ...: how long it runs. Exit status 1 only means that xor has
# not learned.
seconds() {
    start=$(date +%s.%N)
    "$@" > /dev/null
    if [ $? -gt 1 ]; then
        exit 1
    fi
    end=$(date +%s.%N)
    echo "$start $end" | awk '{ printf "%.6f\n", $2 - $1 }'
}

# nanoseconds EPOCHS COMMAND ...: per epoch, without the time that starting
# takes.
nanoseconds() {
    epochs=$1
    shift
    start_only=$(seconds "$@" -n 0) || exit 1
    all=$(seconds "$@" -n "$epochs" -p 1000000000) || exit 1
    echo "$all $start_only $epochs" | awk '{ print ($1 - $2) / $3 * 1e9 }'
}

median() {
    middle=$(((rounds + 1) / 2))
    sort -n "$1" | sed -n "${middle}p"
}

round=0
while [ "$round" -lt "$rounds" ]; do
    nanoseconds 5000000 "$tmp/plain/xor" >> "$tmp/plain.times" || exit 1
    nanoseconds 5000000 "$tmp/fast/xor" >> "$tmp/fast.times" || exit 1
    nanoseconds 20000 "$python" tests/numpy_xor.py >> "$tmp/numpy.times" ||
        exit 1
    round=$((round + 1))
done
plain=$(median "$tmp/plain.times")
fast=$(median "$tmp/fast.times")
numpy=$(median "$tmp/numpy.times")

echo '| program | ns per epoch | times the first |'
echo '|---|---:|---:|'
echo "$plain $fast $numpy" | awk '{
    printf "| `xor`, as `make` builds it | %.0f | 1 |\n", $1
    printf "| `xor`, `-Ofast -march=native` | %.0f | %.2f |\n", $2, $2 / $1
    printf "| NumPy | %.0f | %.0f |\n", $3, $3 / $1
}'
