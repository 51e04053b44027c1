#!/bin/sh
# Replays the transcripts with every compiler and for every processor at hand,
# with other makes, shells, awks and languages, and asks every checker. It says
# what it skips for want of a program. Where CI is set, a skip is a failure.
#
# To add a compiler, add a line to the list that begins with "compiler gcc -O0".
# shellcheck disable=SC2086 # $quick and $windows are lists of files.
set -u
cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
export WINEPREFIX="$tmp/wine" WINEDEBUG=-all
stop_wine() {
    if [ -d "$WINEPREFIX" ]; then
        wineserver -k
    fi
}
trap 'stop_wine; rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT PIPE TERM

# README.md trains more than a thousand networks. Most rows leave it out.
quick='tests/golden/* tests/xor-only/*'

passed=0
failed=0
skipped=0

# attempt COMMAND ...: runs it, and says whether it succeeds.
attempt() {
    if "$@" > "$tmp/out" 2>&1 < /dev/null; then
        echo "passed: $*"
        passed=$((passed + 1))
    else
        echo "failed: $*"
        cat "$tmp/out"
        failed=$((failed + 1))
    fi
}

# have PROGRAM ...: true if they are all there. Else says what is skipped.
have() {
    for program in "$@"; do
        if ! command -v "$program" > /dev/null; then
            echo "skipped: what needs $program"
            skipped=$((skipped + 1))
            return 1
        fi
    done
}

# ---- Compilers ---------------------------------------------------------------

# compiler CC CFLAGS
compiler() {
    if have "$1"; then
        attempt env CC="$1" CFLAGS="$2" sh tests/run.sh $quick
    fi
}
compiler gcc -O0
compiler gcc -O3
compiler clang -O0
compiler clang '-Ofast -march=native'
compiler clang-19 -O2
compiler clang-19 '-Ofast -march=native'
compiler tcc ''
compiler musl-gcc '-O2 -static'

# These replay README.md too. The last one has a compiler that looks for mistakes
# with memory and with numbers. It can't look for leaks everywhere, but xor.c
# allocates nothing.
export ASAN_OPTIONS=detect_leaks=0
sanitizers='-O1 -fsanitize=address,undefined -fno-sanitize-recover=all'
attempt make test
if have gcc clang; then
    attempt make test CC=gcc CFLAGS='-Ofast -march=native'
    attempt make test CC=clang CFLAGS="$sanitizers"
fi

# Shows that a sanitizer really works: it ends this program, which writes behind
# the end of an array.
sanitizer_notices() {
    cat > "$tmp/wrong.c" << 'END'
int main(int argc, char **argv) {
    volatile int array[1];
    (void)argv;
    array[argc] = 1;
    return 0;
}
END
    clang $sanitizers -o "$tmp/wrong" "$tmp/wrong.c" && ! "$tmp/wrong"
}
if have clang; then
    attempt sanitizer_notices
fi

# ---- Processors and systems --------------------------------------------------

# via RUNNER CC CFLAGS FILES
via() {
    if have "$1" "$2"; then
        attempt env CC="sh tests/via.sh $1 $2" CFLAGS="$3" sh tests/run.sh $4
    fi
}
export VALGRIND_OPTS='-q --error-exitcode=99'
via qemu-aarch64 aarch64-linux-gnu-gcc '-O2 -static' "$quick"
via qemu-riscv64 riscv64-linux-gnu-gcc '-O2 -static' "$quick"
via qemu-s390x s390x-linux-gnu-gcc '-O2 -static' "$quick"
via qemu-i386 i686-linux-gnu-gcc '-O2 -static -march=i586 -mfpmath=387' "$quick"
via valgrind gcc '-O1 -g' "$quick"

# Windows ends its lines with CR LF, and /dev/full would not be what the program
# itself writes to. Now and then Wine loses its server: it says so, and has not
# run the program.
mkdir "$tmp/bin"
cat > "$tmp/bin/windows" << 'END'
#!/bin/sh
for try in 1 2 3 4 5; do
    wine "$@" > wine.out 2> wine.err
    status=$?
    if ! grep -q '^wine client error' wine.err; then
        break
    fi
done
tr -d '\r' < wine.out
tr -d '\r' < wine.err >&2
exit "$status"
END
chmod +x "$tmp/bin/windows"
PATH="$PATH:$tmp/bin"
windows='tests/golden/* tests/xor-only/command-line.txt'
if have wine wineserver; then
    attempt wine wineboot --init
    via windows x86_64-w64-mingw32-gcc '-O2 -static' "$windows"
fi

# ---- Makes, shells, awks and languages ---------------------------------------

# as NAME PROGRAM COMMAND ...: runs the command where PROGRAM has the name NAME.
as() {
    folder="$tmp/as-$1-$2"
    mkdir "$folder"
    ln -s "$(command -v "$2")" "$folder/$1"
    shift 2
    env PATH="$folder:$PATH" "$@"
}
if have bmake; then
    attempt as make bmake make test
fi
for shell in dash bash mksh yash busybox; do
    if have $shell; then
        attempt as sh $shell sh tests/run.sh $quick
    fi
done
for awk in mawk gawk original-awk busybox; do
    if have $awk; then
        attempt as awk $awk sh tests/run.sh $quick
    fi
done

# In a folder with a blank and a quote in its name, and with a make that wants to
# do eight things at once.
copy="$tmp/it's a copy"
mkdir "$copy"
cp -R xor.c Makefile README.md tests "$copy"
if have localedef; then
    for language in de_DE tr_TR; do
        attempt localedef -i $language -f UTF-8 "$tmp/$language.UTF-8"
        attempt env LOCPATH="$tmp" LC_ALL=$language.UTF-8 make -j8 -C "$copy" test
    done
fi

# ---- Errors that come late ---------------------------------------------------

# The disk is full, but the program is told so only when it closes its output.
close_fails() {
    : > "$tmp/quota"
    # shellcheck disable=SC2094 # Nothing reads the file that is written.
    strace -o "$tmp/strace" -P "$tmp/quota" -e inject=close:error=EDQUOT \
        "$copy/xor" > "$tmp/quota" 2> "$tmp/message"
    [ $? -eq 2 ] && grep "the output can't be written" "$tmp/message"
}
if have strace; then
    attempt make -C "$copy" xor
    attempt close_fails
fi

# ---- Checkers ----------------------------------------------------------------

for cc in gcc clang clang-19; do
    for std in c99 c11 c17; do
        if have $cc; then
            attempt $cc -std=$std -O2 -Wall -Wextra -Wpedantic -Wconversion \
                -Wshadow -Wdouble-promotion -Wstrict-prototypes \
                -Wmissing-prototypes -Werror -c -o "$tmp/xor.o" xor.c
        fi
    done
done
# Two checks are left out: for a printf whose result is not used, and for
# parameters of the same type.
checks='clang-analyzer-*,bugprone-*,cert-*,misc-*,performance-*,portability-*'
checks="$checks,-bugprone-easily-swappable-parameters,-cert-err33-c"
if have clang-tidy; then
    attempt clang-tidy --quiet --warnings-as-errors='*' --checks="$checks" \
        xor.c -- -std=c99
fi
if have cppcheck; then
    attempt cppcheck -q --enable=all --inconclusive --std=c99 \
        --suppress=missingIncludeSystem --error-exitcode=1 xor.c
fi
if have shellcheck; then
    attempt shellcheck tests/*.sh .ci/run
fi
if have gcc && python=$(sh tests/python.sh); then
    attempt "$python" tests/command_lines.py gcc -O1 -fsanitize=address,undefined
fi

echo "$passed passed, $failed failed, $skipped skipped"
if [ -n "${CI-}" ] && [ "$skipped" -gt 0 ]; then
    exit 1
fi
[ "$failed" -eq 0 ]
