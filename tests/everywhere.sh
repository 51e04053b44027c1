#!/bin/sh
# Replays the transcripts with every compiler and for every processor at hand,
# with other makes, shells and awks, and asks every checker. Says what it skips;
# with CI set, a skip is a failure.
set -u
CDPATH='' cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'command -v wineserver > /dev/null && WINEPREFIX="$tmp/wine" wineserver -k; rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
export PLAIN=1 ASAN_OPTIONS=detect_leaks=0 # xor allocates nothing
passed=0 failed=0 skipped=0

# attempt NEEDS COMMAND ...: runs the command, if the programs NEEDS are there.
attempt() {
    for program in $1; do
        command -v "$program" > /dev/null && continue
        shift
        echo "skipped, without $program: $*"
        skipped=$((skipped + 1))
        return
    done
    shift
    if "$@" > "$tmp/out" 2>&1 < /dev/null; then
        echo "passed: $*"
        passed=$((passed + 1))
    else
        echo "failed: $*"
        cat "$tmp/out"
        failed=$((failed + 1))
    fi
}

# What Wine prints ends in CR LF. A file keeps the exit status, and /dev/full
# stays what the program writes to. Now and then Wine loses its server, says so,
# and has not run the program.
cat > "$tmp/windows" << 'END'
for try in 1 2 3 4 5; do
    case $(readlink /proc/$$/fd/1) in
    /dev/full) wine "$@" 2> "$0.err" ;;
    *) wine "$@" > "$0.out" 2> "$0.err" ;;
    esac
    status=$?
    grep -q '^wine client error' "$0.err" || break
done
[ ! -f "$0.out" ] || tr -d '\r' < "$0.out"
tr -d '\r' < "$0.err" >&2
rm -f "$0.out" "$0.err"
exit "$status"
END
export WINEPREFIX="$tmp/wine" WINEDEBUG=-all
attempt 'wine wineserver' sh -c 'wine wineboot --init; wineserver -p; true'

# compiler | flags | what runs the program. With a runner the transcripts of a
# hundred runs are left out; env does nothing else.
sanitizers='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all'
while IFS='|' read -r cc flags run; do
    attempt "${cc%% *} ${run%% *}" env CC="$cc" CFLAGS="$flags" RUN="$run" sh tests/run.sh
done << END
gcc|-O0|env
gcc|-O2|
gcc|-O3 -march=native|env
gcc|-Ofast -march=native|
gcc|$sanitizers|env
clang|-O0|env
clang|-O2|
clang|-O3 -march=native|env
clang|-Ofast -march=native|
clang|$sanitizers|env
clang-19|-O2|env
clang-19|-Ofast -march=native|
tcc||
musl-gcc -static|-O2|
aarch64-linux-gnu-gcc -static|-O2|qemu-aarch64
riscv64-linux-gnu-gcc -static|-O2|qemu-riscv64
s390x-linux-gnu-gcc -static|-O2|qemu-s390x
i686-linux-gnu-gcc -static|-O2 -march=i586 -mfpmath=387|qemu-i386
x86_64-w64-mingw32-gcc -static|-O2|sh $tmp/windows
gcc|-O1 -g|valgrind -q --error-exitcode=99
END

# userland NAME PROGRAM: with PROGRAM under the name NAME.
userland() {
    mkdir "$tmp/$1-$2" && ln -s "$(command -v "$2")" "$tmp/$1-$2/$1" &&
        PATH="$tmp/$1-$2:$PATH" RUN=env make test
}
for sh in dash bash mksh yash busybox; do attempt $sh userland sh $sh; done
for awk in mawk gawk original-awk busybox; do attempt $awk userland awk $awk; done
attempt bmake env RUN=env bmake test
attempt cp cp -R . "$tmp/it's a copy"
attempt make env RUN=env make -j8 -C "$tmp/it's a copy" test
for language in de_DE tr_TR; do
    attempt localedef localedef -i $language -f UTF-8 "$tmp/$language.UTF-8"
    attempt localedef env LOCPATH="$tmp" LC_ALL=$language.UTF-8 RUN=env make test
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
# shellcheck disable=SC2016 # $0 is the folder
attempt 'gcc gnuplot' sh -c 'gcc -O2 -o "$0/xor" xor.c -lm &&
    line=$(grep "| gnuplot" README.md) && cd "$0" &&
    GNUTERM=dumb sh -c "$line" | grep "[*]"' "$tmp"
python=python3
$python -c 'import numpy' 2> /dev/null || python=/usr/bin/python3
# shellcheck disable=SC2086 # a list
attempt "gcc $python" $python tests/command_lines.py gcc $sanitizers

[ "$skipped" -eq 0 ] || skips=", $skipped skipped"
echo "$passed passed, $failed failed${skips-}"
[ "$failed" -eq 0 ] && { [ "$skipped" -eq 0 ] || [ -z "${CI-}" ]; }
