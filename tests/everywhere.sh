#!/bin/sh
# Replays the transcripts with other compilers and tools, and runs the checkers.
#
#   sh tests/everywhere.sh            every row of the table
#   sh tests/everywhere.sh NAME ...   only these rows
#
# A row is a name and a command, or a function below. If a word before its first
# option is neither a program nor a file, it is skipped, or fails if CI is set.
set -u
table="
gcc-fma      with gcc -march=native
gcc-fast     with gcc '-Ofast -march=native'
clang-fast   with clang-19 '-Ofast -march=native'
tcc          with tcc
musl         with musl-gcc '-Ofast -march=native -static'
x87          with gcc -mfpmath=387
arm64        with 'sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc' -static
sanitizers   with clang '-O1 -fsanitize=address,undefined'
bash         as bash sh
original-awk as original-awk awk tests/golden/s* tests/xor-only/*
bmake        as bmake make README.md tests/xor-only/replay.txt
busybox      as busybox 'sh cmp diff grep head sed seq sort tail tr xargs'
random       random
warnings     gcc -O3 -Wall -Wextra -pedantic-errors -Werror -c -o/dev/null xor.c
clang-tidy   clang-tidy --quiet '--warnings-as-errors=*' xor.c -- -std=c99
cppcheck     cppcheck -q --enable=style,warning --error-exitcode=1 xor.c
shellcheck   shellcheck tests/*.sh tests/experiments/*.sh .ci/run
"

unset CC CFLAGS CDPATH MAKEFLAGS MAKELEVEL MFLAGS
tmp=$(cd "${TMPDIR:-/tmp}" && mktemp -d "$PWD/xor.XXXXXX") || exit 2
export TMPDIR="$tmp"
trap 'rm -rf "$tmp"' EXIT
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM
cd "$(dirname "$0")/.." || exit 2

# with COMPILER [OPTIONS]: in CFLAGS, which comes last, the options win over the
# -O2 of a command.
with() {
    CC=$1 CFLAGS=${2-} sh tests/run.sh README.md tests/experiments/*.md \
        tests/golden/* tests/xor-only/m*.txt
}

# as PROGRAM NAMES [FILE ...]: replays all files, or these, with a program that
# stands in for others.
as() {
    bin=$tmp/$1
    mkdir "$bin" || return
    for name in $2; do
        ln -s "$(command -v "$1")" "$bin/$name" || return
    done
    shift 2
    PATH=$bin:$PATH sh tests/run.sh "$@"
}

# random: NumPy, and then xor, answers random command lines. SEED repeats them.
random() {
    python=${PYTHON:-/usr/bin/python3}
    "$python" -c 'import numpy' || return 77
    echo "SEED=${SEED:=$$}"
    "$python" tests/command_lines.py "$SEED" > "$tmp/random.txt" || return
    CC="sh tests/via.sh witness $python tests/numpy_xor.py" \
        sh tests/run.sh --update "$tmp/random.txt" &&
        sh tests/run.sh "$tmp/random.txt"
}

# row COMMAND: its status is 77 if it has to be skipped.
row() {
    words=$*
    for word in ${words%% -*}; do
        command -v "$word" > /dev/null || [ -e "$word" ] || return 77
    done
    "$@"
}

names=${*:-$(echo "$table" | sed 's/ .*//')}
failed=0
for name in $names; do
    line=$(echo "$table" | sed -n "s/^$name  *//p")
    (eval "row ${line:?There is no such row.}") > "$tmp/out" 2>&1 < /dev/null
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
