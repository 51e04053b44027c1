#!/bin/sh
# Time per epoch as Markdown tables: xor as make builds it, xor with all that
# the compiler can do, and NumPy; then whether time grows in step with the
# epochs, and memory does not; then what starting takes, and the tutorial's epochs.
# Each time is the median of several runs in turn.
set -eu
export LC_ALL=C # 1.5, not 1,5
CDPATH="" cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
gnu_time=$(command -v gtime || echo /usr/bin/time)
python=python3
$python -c 'import numpy' 2> /dev/null || python=/usr/bin/python3
if ! "$gnu_time" -f %M true 2> /dev/null || ! $python -c 'import numpy' ||
    [ "$(date +%N)" = N ]; then
    echo 'bench needs GNU date, GNU time and NumPy: packages time, python3-numpy'
    exit 1
fi
ROUNDS=7
STARTS=200
mkdir "$tmp/plain.d" "$tmp/fast.d"
cp xor.c Makefile "$tmp/plain.d"
cp xor.c Makefile "$tmp/fast.d"
make -s -C "$tmp/plain.d" xor
make -s -C "$tmp/fast.d" CFLAGS='-Ofast -march=native' xor
plain="$tmp/plain.d/xor -p 1000000000"
fast="$tmp/fast.d/xor -p 1000000000"
numpy="$python tests/numpy_xor.py -p 1000000000"

# seconds COMMAND ...: how long it runs. xor exits with 1 where it has not
# learned.
seconds() {
    start=$(date +%s.%N)
    "$@" > /dev/null || [ $? -eq 1 ]
    echo "$start $(date +%s.%N)" | awk '{ printf "%.6f\n", $2 - $1 }'
}

# nanoseconds COMMAND EPOCHS: per epoch, less the time that starting takes.
nanoseconds() {
    # shellcheck disable=SC2086 # a command and its options
    echo "$(seconds $1 -n 0) $(seconds $1 -n "$2")" |
        awk -v n="$2" '{ print ($2 - $1) / n * 1e9 }'
}

# milliseconds EPOCHS: of one run, with its starting.
milliseconds() {
    seconds sh -c "seq $STARTS | xargs -I{} $plain -n $1 || true" |
        awk -v n="$STARTS" '{ print $1 / n * 1000 }'
}

median() { sort -n "$1" | sed -n "$(((ROUNDS + 1) / 2))p"; }

round=0
while [ "$round" -lt "$ROUNDS" ]; do
    nanoseconds "$plain" 5000000 >> "$tmp/plain"
    nanoseconds "$fast" 5000000 >> "$tmp/fast"
    nanoseconds "$numpy" 20000 >> "$tmp/numpy"
    for epochs in 100000 1000000 10000000; do
        nanoseconds "$plain" "$epochs" >> "$tmp/$epochs"
    done
    milliseconds 0 >> "$tmp/start"
    milliseconds 10000 >> "$tmp/tutorial"
    round=$((round + 1))
done

echo "| program | ns per epoch | times the first |"
echo "|---|---:|---:|"
echo "$(median "$tmp/plain") $(median "$tmp/fast") $(median "$tmp/numpy")" |
    awk '{
        printf "| `xor`, as `make` builds it | %.0f | 1 |\n", $1
        printf "| `xor`, `-Ofast -march=native` | %.0f | %.2f |\n", $2, $2 / $1
        printf "| NumPy | %.0f | %.0f |\n", $3, $3 / $1
    }'
echo
echo "| epochs | seconds | ns per epoch | memory |"
echo "|---:|---:|---:|---:|"
for epochs in 100000 1000000 10000000; do
    # shellcheck disable=SC2086 # a command and its options
    "$gnu_time" -q -f %M -o "$tmp/memory" $plain -n "$epochs" > /dev/null
    echo "$epochs $(median "$tmp/$epochs") $(cat "$tmp/memory")" | awk '{
        printf "| %d | %.3f | %.0f | %d KiB |\n", $1, $1 * $2 / 1e9, $2, $3
    }'
done
echo
echo "$(median "$tmp/start") $(median "$tmp/tutorial")" | awk '{
    printf "Starting takes %.1f ms; starting and 10000 epochs, %.1f ms.\n", $1, $2
}'
