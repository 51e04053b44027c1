#!/bin/sh
# Replays the transcripts with every compiler and for every processor at hand,
# with other makes, shells, awks and languages, and asks every checker. Says what
# it skips; with CI set, a skip is a failure.
# shellcheck disable=SC2016,SC2086 # $0 and lists
set -u
CDPATH='' cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'wineserver -k 2> /dev/null; rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
export WINEPREFIX="$tmp/wine" WINEDEBUG=-all windows="$tmp/windows"
export QUICK=1 ASAN_OPTIONS=detect_leaks=0 # xor allocates nothing

# attempt NEEDS COMMAND ...: runs the command, if the programs NEEDS are there.
attempt() {
    for program in $1; do
        command -v "$program" > /dev/null && continue
        echo "skipped, without $program: $*" | tee -a "$tmp/log"
        return
    done
    shift
    if "$@" > "$tmp/out" 2>&1 < /dev/null; then
        echo "passed: $*" | tee -a "$tmp/log"
    else
        echo "failed: $*" | tee -a "$tmp/log"
        cat "$tmp/out"
    fi
}

# What Wine prints ends in CR LF. /dev/full stays what the program writes to. Now
# and then Wine loses its server, says so, and has not run the program.
cat > "$windows" << 'END'
true > wine.out
for try in 1 2 3 4 5; do
    if [ -c /dev/stdout ]; then wine "$@"; else wine "$@" > wine.out; fi 2> wine.err
    status=$?
    grep -q '^wine client error' wine.err || break
done
tr -d '\r' < wine.out
tr -d '\r' < wine.err >&2
exit "$status"
END
attempt 'wine wineserver' sh -c 'wine wineboot --init; wineserver -p; true'

# compiler | flags | what runs the program
while IFS='|' read -r cc flags run; do
    attempt "${cc%% *} ${run%% *}" env CC="$cc" CFLAGS="$flags" RUN="$run" sh tests/run.sh
done << 'END'
gcc|-O0
gcc|-O2
gcc|-Ofast -march=native
clang|-O0
clang|-O2
clang|-Ofast -march=native
clang|-O1 -fsanitize=address,undefined -fno-sanitize-recover=all
clang-19|-O2
clang-19|-Ofast -march=native
tcc
musl-gcc -static|-O2
aarch64-linux-gnu-gcc -static|-O2|qemu-aarch64 $0.bin
riscv64-linux-gnu-gcc -static|-O2|qemu-riscv64 $0.bin
s390x-linux-gnu-gcc -static|-O2|qemu-s390x $0.bin
i686-linux-gnu-gcc -static|-O2 -march=i586 -mfpmath=387|qemu-i386 $0.bin
x86_64-w64-mingw32-gcc -static|-O2|sh $windows $0.bin
gcc|-O1 -g|valgrind -q --error-exitcode=99 $0.bin
END
# With many seeds, where the compiler may change the formulas most.
attempt gcc env QUICK= RUN= CC=gcc CFLAGS='-Ofast -march=native' sh tests/run.sh

# Other makes, shells and awks under the usual names, other languages, and a path
# with a blank and a quote.
with_tool() {
    mkdir "$tmp/$1" && ln -s "$(command -v "${1#*-}")" "$tmp/$1/${1%%-*}" &&
        PATH="$tmp/$1:$PATH" make test
}
for tool in make-bmake sh-dash sh-bash sh-mksh sh-yash sh-busybox \
    awk-mawk awk-gawk awk-original-awk awk-busybox; do
    attempt "${tool#*-}" with_tool $tool
done
cp -R . "$tmp/it's a copy"
for language in de_DE tr_TR; do
    attempt localedef localedef -i $language -f UTF-8 "$tmp/$language.UTF-8"
    attempt localedef env LOCPATH="$tmp" LC_ALL=$language.UTF-8 \
        make -j8 -C "$tmp/it's a copy" test
done

for cc in gcc clang clang-19; do
    for std in c99 c11 c17; do
        attempt $cc $cc -std=$std -O2 -Wall -Wextra -Wpedantic -Wconversion \
            -Wshadow -Wdouble-promotion -Wstrict-prototypes \
            -Wmissing-prototypes -Werror -c -o "$tmp/xor.o" xor.c
    done
done
# Left out: warnings for a printf whose result is not used, and for parameters
# of the same type.
attempt clang-tidy clang-tidy --quiet --warnings-as-errors='*' \
    --checks='clang-analyzer-*,bugprone-*,cert-*,misc-*,performance-*,portability-*,-bugprone-easily-swappable-parameters,-cert-err33-c' \
    xor.c -- -std=c99
attempt cppcheck cppcheck -q --enable=all --inconclusive --std=c99 \
    --suppress=missingIncludeSystem --error-exitcode=1 xor.c
attempt shellcheck shellcheck tests/*.sh .ci/run
# README.md's way to draw the loss, on a terminal that can't draw.
attempt gnuplot env GNUTERM=dumb sh -c 'cd "$0" && make xor &&
    eval "$(grep "| gnuplot" README.md)" | grep "[*]"' "$tmp/it's a copy"
python=python3
$python -c 'import numpy' 2> /dev/null || python=/usr/bin/python3
attempt "gcc $python" $python tests/command_lines.py gcc -O1 -fsanitize=address,undefined

count() { grep -c "^$1" "$tmp/log"; }
echo "$(count passed) passed, $(count failed) failed, $(count skipped) skipped"
[ "$(count failed)" -eq 0 ] && { [ "$(count skipped)" -eq 0 ] || [ -z "${CI-}" ]; }
