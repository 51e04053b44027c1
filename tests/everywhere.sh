#!/bin/sh
# Replays the transcripts with every compiler and for every processor at hand,
# and asks every checker. Says what it skips; with CI set, a skip is a failure.
set -u
CDPATH="" cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
export ASAN_OPTIONS=detect_leaks=0 # xor allocates nothing
passed=0 failed=0 skipped=0

# have PROGRAM ...: are all of them installed?
have() {
    for program; do
        if ! command -v "$program" > /dev/null; then
            missing=$program
            return 1
        fi
    done
}

# attempt NAME NEEDS COMMAND ...: runs the command if the programs in the list
# NEEDS are there, and shows what it prints if it fails.
attempt() {
    name=$1
    # shellcheck disable=SC2086 # a list
    if ! have $2; then
        echo "skipped: $name, as $missing is not installed"
        skipped=$((skipped + 1))
        return
    fi
    shift 2
    if "$@" > "$tmp/out" 2>&1; then
        echo "passed: $name$(sed -n '$s/.*passed, .*/ (&)/p' "$tmp/out")"
        passed=$((passed + 1))
    else
        echo "failed: $name"
        cat "$tmp/out"
        failed=$((failed + 1))
    fi
}

# replay CC CFLAGS [RUN]
replay() {
    CC=$1 CFLAGS=$2 RUN=${3-} PLAIN=1 LDFLAGS='' LDLIBS='' CPPFLAGS='' \
        sh tests/run.sh
}

# silent COMMAND ...: succeeds if it prints nothing
silent() {
    "$@" > "$tmp/said" 2>&1
    status=$?
    cat "$tmp/said"
    [ "$status" -eq 0 ] && ! [ -s "$tmp/said" ]
}

for cc in gcc clang; do
    for std in c99 c11 c17; do
        for opt in -O0 -O2 '-O3 -march=native' '-Ofast -march=native'; do
            attempt "$cc -std=$std $opt" $cc replay $cc "-std=$std $opt"
        done
        warnings='-Wall -Wextra -Wpedantic -Wconversion -Wshadow
            -Wdouble-promotion -Wstrict-prototypes -Wmissing-prototypes'
        # shellcheck disable=SC2086 # a list
        attempt "$cc -std=$std, warnings" $cc \
            silent $cc -std=$std -O2 $warnings -c -o "$tmp/xor.o" xor.c
    done
    attempt "$cc, sanitizers" $cc replay $cc \
        '-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all'
done
# A newer clang takes more for granted with -Ofast, and warns of more.
attempt 'clang-19 -Ofast -march=native' clang-19 \
    replay clang-19 '-Ofast -march=native'
# shellcheck disable=SC2086 # a list
attempt 'clang-19, warnings' clang-19 \
    silent clang-19 -std=c99 -O2 $warnings -c -o "$tmp/xor.o" xor.c
attempt tcc tcc replay tcc ''
attempt musl musl-gcc replay 'musl-gcc -static' -O2
attempt aarch64 'aarch64-linux-gnu-gcc qemu-aarch64' \
    replay 'aarch64-linux-gnu-gcc -static' -O2 qemu-aarch64
attempt riscv64 'riscv64-linux-gnu-gcc qemu-riscv64' \
    replay 'riscv64-linux-gnu-gcc -static' -O2 qemu-riscv64
attempt 's390x, big-endian' 's390x-linux-gnu-gcc qemu-s390x' \
    replay 's390x-linux-gnu-gcc -static' -O2 qemu-s390x
attempt 'i586, x87 arithmetic' 'i686-linux-gnu-gcc qemu-i386' \
    replay 'i686-linux-gnu-gcc -static' '-O2 -march=i586 -mfpmath=387' qemu-i386

# The lines of a Windows program end in CR LF, which tr mends; but it would hide
# from the program that /dev/full is full.
export WINEPREFIX="$tmp/wine" WINEDEBUG=-all
if have wine wineserver; then
    trap 'wineserver -k; rm -rf "$tmp"' EXIT
    wine wineboot --init > /dev/null 2>&1
    wineserver -p
fi
cat > "$tmp/windows" << 'END'
out=$1.$$
# Now and then Wine loses its server, says so, and has not run the program.
for try in 1 2 3 4 5; do
    if [ "$(readlink /proc/$$/fd/1)" = /dev/full ]; then
        wine "$@" 2> "$out.err"
    else
        wine "$@" > "$out" 2> "$out.err"
    fi
    status=$?
    grep -q '^wine client error' "$out.err" || break
done
[ ! -f "$out" ] || tr -d '\r' < "$out"
tr -d '\r' < "$out.err" >&2
rm -f "$out" "$out.err"
exit "$status"
END
attempt 'Windows' 'x86_64-w64-mingw32-gcc wine wineserver' \
    replay 'x86_64-w64-mingw32-gcc -static' -O2 "sh $tmp/windows"

attempt valgrind valgrind \
    replay "${CC-cc}" '-O1 -g' 'valgrind -q --error-exitcode=99'
# Left out: a warning for each printf whose result is not used (flush_output
# looks at the stream instead), and one for parameters of the same type.
attempt clang-tidy clang-tidy clang-tidy --quiet --warnings-as-errors='*' \
    --checks='clang-analyzer-*,bugprone-*,cert-*,misc-*,performance-*,portability-*,-bugprone-easily-swappable-parameters,-cert-err33-c' \
    xor.c -- -std=c99
attempt cppcheck cppcheck silent cppcheck -q --enable=all --inconclusive \
    --std=c99 --suppress=missingIncludeSystem --error-exitcode=1 xor.c
attempt shellcheck shellcheck silent shellcheck tests/*.sh .ci/run
attempt 'random command lines' 'gcc python3' sh -c "
    gcc -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
        -o '$tmp/xor' xor.c -lm && python3 tests/command_lines.py '$tmp/xor'"

if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ] && { [ "$skipped" -eq 0 ] || [ -z "${CI-}" ]; }
