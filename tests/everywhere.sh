#!/bin/sh
# Replays the transcripts with other compilers, processors and tools, and runs
# the checkers.
#
#   sh tests/everywhere.sh            every row of the table
#   sh tests/everywhere.sh NAME ...   only these rows
#
# A row is a name and a command, or a function below. A row whose program is
# missing is skipped, or fails where CI is set.
set -u
table='
gcc-fma      with gcc | -march=native
gcc-fast     with gcc | -Ofast -march=native
clang-fma    with clang-19 | -march=native
clang-fast   with clang | -Ofast -march=native
tcc          with tcc |
musl         with musl-gcc | -Ofast -march=native -static
x87          with gcc | -mfpmath=387
arm64        with sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc | -static
sanitizers   with clang | -O1 -fsanitize=address,undefined -fno-sanitize-recover
bash         as bash sh
original-awk as original-awk awk
bmake        as bmake make
busybox      as busybox sh awk diff find grep head sed seq sort tail tr xargs
random       random
warnings     gcc -O3 -Wall -Wextra -pedantic-errors -Werror -c -o/dev/null xor.c
clang-tidy   clang-tidy --quiet --warnings-as-errors=* xor.c -- -std=c99
cppcheck     cppcheck -q --enable=style,warning --error-exitcode=1 xor.c
shellcheck   shellcheck tests/*.sh tests/experiments/*.sh .ci/run
'

cd "$(dirname "$0")/.." || exit 2
unset CC CFLAGS CDPATH MAKEFLAGS MAKELEVEL MFLAGS
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM
export TMPDIR="$tmp"

# with COMPILER | OPTION ...: in CFLAGS, which comes last, the options win over
# the -O2 of a command.
with() {
    words=$*
    CC=${words%% '|'*} CFLAGS=${words#*'|'} sh tests/run.sh README.md \
        tests/experiments/*.md tests/golden/* tests/xor-only/messages.txt
}

# as PROGRAM NAME ...: replays with a program that stands for others.
as() {
    program=$(command -v "$1")
    mkdir "$tmp/$1" && PATH=$(cd "$tmp/$1" && pwd):$PATH || return
    shift
    for name in "$@"; do
        ln -s "$program" "${PATH%%:*}/$name" || return
    done
    sh tests/run.sh
}

# random: NumPy answers random command lines, and then xor. SEED repeats them.
random() {
    python=${PYTHON:-/usr/bin/python3}
    "$python" -c 'import numpy' || return 77
    "$python" tests/command_lines.py "${SEED-}" > "$tmp/random.txt" || return
    head -n 1 "$tmp/random.txt"
    CC="sh tests/via.sh witness $python tests/numpy_xor.py" \
        sh tests/run.sh --update "$tmp/random.txt" &&
        sh tests/run.sh "$tmp/random.txt"
}

# row COMMAND: its status is 77 if a program is missing.
row() {
    for word in "$@"; do
        case $word in
        -* | '|') break ;;
        */*) ;;
        *) command -v "$word" > /dev/null || return 77 ;;
        esac
    done
    "$@"
}

if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046 # No name has a blank.
    set -- $(echo "$table" | awk '{ print $1 }')
fi
passed=0
failed=0
for name in "$@"; do
    command=$(echo "$table" | awk -v n="$name" '$1 == n { $1 = ""; print }')
    # shellcheck disable=SC2086 # These are words.
    (row ${command:?The table has no such row.}) > "$tmp/out" 2>&1 < /dev/null
    status=$?
    if [ "$status" -eq 0 ]; then
        echo "passed: $name"
        passed=$((passed + 1))
    elif [ "$status" -eq 77 ] && [ -z "${CI-}" ]; then
        echo "skipped: $name, for which a program is missing"
    else
        echo "failed: $name"
        cat "$tmp/out"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed, $(($# - passed - failed)) skipped"
[ "$failed" -eq 0 ]
