#!/bin/sh
# Replays the transcripts with other compilers, processors and tools, and runs
# the checkers.
#
#   sh tests/everywhere.sh            every row of the table
#   sh tests/everywhere.sh NAME ...   only these rows
#
# pages, golden and files replay these with a compiler: see row. as: the program
# stands for others. run: a command. A row whose program is missing is skipped,
# or fails where CI is set: .ci/run installs what the rows need.
set -u
table='
gcc-O0       files gcc -O0
gcc-fma      pages gcc -march=native
gcc-fast     pages gcc -Ofast -march=native
clang-fma    pages clang -march=native
clang-fast   pages clang -Ofast -march=native
clang-19     golden clang-19 -O3
tcc          golden tcc
musl         pages musl-gcc -Ofast -march=native -static
x87          pages i686-linux-gnu-gcc -static -march=i586 -mfpmath=387
arm64        pages sh tests/via.sh qemu-aarch64 aarch64-linux-gnu-gcc -static
riscv64      golden sh tests/via.sh qemu-riscv64 riscv64-linux-gnu-gcc -static
s390x        golden sh tests/via.sh qemu-s390x s390x-linux-gnu-gcc -static
sanitizers   files clang -O1 -fsanitize=address,undefined
mksh         as sh
yash         as sh
mawk         as awk
gawk         as awk
original-awk as awk
bmake        as make
busybox      as sh awk cmp diff find grep head sed seq sort tail tr xargs
random       run random_lines
warnings     run gcc -O3 -Wall -Wextra -pedantic-errors -Werror -c -o /dev/null xor.c
clang-tidy   run clang-tidy --quiet --warnings-as-errors=* xor.c -- -std=c99
cppcheck     run cppcheck -q --enable=style,warning --error-exitcode=1 xor.c
shellcheck   run shellcheck tests/*.sh tests/experiments/*.sh .ci/run
'

cd "$(dirname "$0")/.." || exit 2
unset CC CFLAGS CDPATH MAKEFLAGS MAKELEVEL MFLAGS
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM
export TMPDIR="$tmp"
export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=halt_on_error=1

# NumPy knows any command line, and no unknown program.
random_lines() {
    python=${PYTHON:-/usr/bin/python3}
    "$python" -c 'import numpy' || return 77
    witness="sh tests/via.sh witness $python tests/numpy_xor.py"
    $witness -o "$tmp/try-unknown" && "$tmp/try-unknown"
    [ $? -eq 2 ] || exit 1
    "$python" tests/command_lines.py > "$tmp/random.txt" || exit
    CC=$witness sh tests/run.sh --update "$tmp/random.txt" || exit
    sh tests/run.sh "$tmp/random.txt"
}

# row NAME KIND WORD ...: its status is 77 if a program is missing.
row() {
    name=$1
    kind=$2
    shift 2
    if [ "$kind" = as ]; then
        program=$(command -v "$name") || return 77
        mkdir "$tmp/$name"
        for other in "$@"; do
            ln -s "$program" "$tmp/$name/$other"
        done
        PATH=$tmp/$name:$PATH sh tests/run.sh README.md tests/golden/step.txt \
            tests/xor-only/[lm]*.txt tests/experiments/README.md
        return
    fi
    for word in "$@"; do
        case $word in
        -*) break ;;
        *.c | */*) ;;
        *) command -v "$word" || return 77 ;;
        esac
    done
    if [ "$kind" = run ]; then
        "$@"
        return
    fi

    # As CFLAGS, the options come after the -O2 of a command, and win.
    words=$*
    export CC="${words%% -*}"
    export CFLAGS="${words#"$CC"}"
    case $kind in
    pages) sh tests/run.sh README.md tests/exp*/*.md tests/golden/* ;;
    golden) sh tests/run.sh tests/golden/* ;;
    files) sh tests/run.sh tests/golden/* tests/xor-only/* ;;
    *) echo "The table has no row $name." && return 1 ;;
    esac
}

if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046 # No name has a blank.
    set -- $(echo "$table" | awk '{ print $1 }')
fi
passed=0
failed=0
for name in "$@"; do
    words=$(echo "$table" | grep "^$name ")
    # shellcheck disable=SC2086 # These are words.
    (row ${words:-"$name" none}) > "$tmp/out" 2>&1 < /dev/null
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
