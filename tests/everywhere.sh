#!/bin/sh
# Replays the transcripts with other compilers and tools, and runs the checkers.
#
#   sh tests/everywhere.sh            every row of the table
#   sh tests/everywhere.sh NAME ...   only these rows
#
# A row is a name and a command, or a function below. A row whose program is
# missing is skipped, or fails where CI is set.
# shellcheck disable=SC2046,SC2086 # A command is split into words.
set -u
table='
gcc-fma      pages with gcc | -march=native
gcc-fast     with gcc | -Ofast -march=native
clang-fast   pages with clang-19 | -Ofast -march=native
tcc          with tcc |
musl         pages with musl-gcc | -Ofast -march=native -static
x87          pages with gcc | -mfpmath=387
arm64        pages with sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc | -static
sanitizers   with clang | -O1 -fsanitize=address,undefined
bash         as bash sh |
original-awk as original-awk awk | tests/golden/s* tests/xor-only/*
bmake        as bmake make | README.md tests/xor-only/replay.txt
busybox      as busybox sh cmp diff grep head sed seq sort tail tr xargs |
random       random
warnings     gcc -O3 -Wall -Wextra -pedantic-errors -Werror -c -o/dev/null xor.c
clang-tidy   clang-tidy --quiet --warnings-as-errors=* xor.c -- -std=c99
cppcheck     cppcheck -q --enable=style,warning --error-exitcode=1 xor.c
shellcheck   shellcheck tests/*.sh tests/experiments/*.sh .ci/run
'

cd "$(dirname "$0")/.." || exit 2
unset CC CFLAGS CDPATH MAKEFLAGS MAKELEVEL MFLAGS
TMPDIR=$(cd "${TMPDIR:-/tmp}" && pwd) || exit 2 # It may be relative.
tmp=$(mktemp -d "$TMPDIR/xor.XXXXXX") || exit 2
export TMPDIR="$tmp"
trap 'rm -rf "$tmp"' EXIT
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM

# with COMPILER | OPTION ...: in CFLAGS, which comes last, the options win over
# the -O2 of a command. "pages with" replays the pages too, and takes longer.
pages=
pages() { pages='README.md tests/experiments/*.md' && "$@"; }
with() {
    words=$*
    CC=${words%% '|'*} CFLAGS=${words#*'|'} sh tests/run.sh $pages \
        tests/golden/* tests/xor-only/m*.txt
}

# as PROGRAM NAME ... | FILE ...: replays all files, or these, with a program
# that stands for others.
as() {
    words=$*
    bin=$tmp/$1
    mkdir "$bin" || return
    for name in ${words%%'|'*}; do
        ln -s "$(command -v "$1")" "$bin/$name" || return
    done
    PATH=$bin:$PATH sh tests/run.sh ${words#*'|'}
}

# random: NumPy answers random command lines, and then xor. SEED repeats them.
random() {
    python=${PYTHON:-/usr/bin/python3}
    "$python" -c 'import numpy' || return 77
    echo "SEED=${SEED:=$$}"
    "$python" tests/command_lines.py "$SEED" > "$tmp/random.txt" || return
    CC="sh tests/via.sh witness $python tests/numpy_xor.py" \
        sh tests/run.sh --update "$tmp/random.txt" &&
        sh tests/run.sh "$tmp/random.txt"
}

# row COMMAND: its status is 77 if a name before any option or | is no program.
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

[ $# -gt 0 ] || set -- $(echo "$table" | awk '{ print $1 }')
failed=0
for name in "$@"; do
    line=$(echo "$table" | awk -v n="$name" '$1 == n { $1 = ""; print }')
    (row ${line:?The table has no such row.}) > "$tmp/out" 2>&1 < /dev/null
    case $?${CI:+ in CI} in
    0*) echo "passed: $name" ;;
    77) echo "skipped: $name, for which a program is missing" ;;
    *)
        echo "failed: $name"
        cat "$tmp/out"
        failed=1 ;;
    esac
done
[ "$failed" -eq 0 ]
