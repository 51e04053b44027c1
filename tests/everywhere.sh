#!/bin/sh
# Replays the transcripts with every compiler and for every processor at hand,
# with other makes, shells, awks and languages, and runs every checker. If
# a program is not installed, it says what it skips. Where CI is set, a skip is
# a failure.
#
# A new compiler is a line below "Compilers", a new processor is one below
# "Processors and systems", and a new shell or awk is a word in a list below
# "Makes, shells, awks and languages". Its package belongs into .ci/run. To try
# a compiler alone: CC=gcc CFLAGS=-Os sh tests/run.sh tests/golden/*
# shellcheck disable=SC2086 # $emulated and $sanitizers are lists of words.
set -u
unset CDPATH CC CFLAGS
unset MAKEFLAGS MAKELEVEL MFLAGS # They belong to the make that runs this.

# TMPDIR may be relative.
TMPDIR=$(cd "${TMPDIR:-/tmp}" && pwd) || exit 2
export TMPDIR
cd "$(dirname "$0")/.." || exit 2

tmp=$(mktemp -d) || exit 2
export TMPDIR="$tmp" WINEPREFIX="$tmp/wine" WINEDEBUG=-all
clean_up() {
    trap '' HUP INT QUIT PIPE TERM # A second Ctrl-C must not interrupt this.
    if [ -d "$WINEPREFIX" ]; then
        wineserver -k
    fi
    rm -rf "$tmp"
}
trap clean_up EXIT
trap 'clean_up; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM

# What emulators replay. They are slow, and leave out README.md, which trains
# more than a thousand networks, hundred-seeds.txt, and most of xor-only.
emulated=tests/xor-only/command-line.txt
for file in tests/golden/*; do
    if [ "$file" != tests/golden/hundred-seeds.txt ]; then
        emulated="$emulated $file"
    fi
done

passed=0
failed=0
skipped=0

# attempt TITLE COMMAND ...: runs the command, and says whether it succeeds.
attempt() {
    title=$1
    shift
    if "$@" > "$tmp/out" 2>&1 < /dev/null; then
        echo "passed: $title"
        passed=$((passed + 1))
    else
        echo "failed: $title"
        cat "$tmp/out"
        echo "  $title" >> "$tmp/names-of-failed"
        failed=$((failed + 1))
    fi
}

skip() {
    echo "skipped: what needs $1"
    skipped=$((skipped + 1))
}

# have PROGRAM ...: true if they are all there. Else says what is skipped.
have() {
    for program in "$@"; do
        if ! command -v "$program" > /dev/null; then
            skip "$program"
            return 1
        fi
    done
}

# ---- Compilers ---------------------------------------------------------------

# compiler CC CFLAGS
compiler() {
    if have "$1"; then
        attempt "$1 $2" env CC="$1" CFLAGS="$2" \
            sh tests/run.sh tests/golden/* tests/xor-only/command-line.txt
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

# These replay all transcripts, README.md too. The sanitizers look for memory
# errors and undefined behaviour. Looking for leaks does not work on every
# machine, so it is off: xor.c allocates nothing.
export ASAN_OPTIONS=detect_leaks=0
sanitizers='-O1 -fsanitize=address,undefined -fno-sanitize-recover=all'
if have gcc; then
    attempt 'README.md too, gcc -Ofast -march=native' \
        make test CC=gcc CFLAGS='-Ofast -march=native'
fi
if have clang; then
    attempt "README.md too, clang $sanitizers" \
        make test CC=clang CFLAGS="$sanitizers"
fi

# Shows that the sanitizers work: they must stop this program, which writes
# past the end of an array, as argc is 1.
sanitizers_notice() {
    cat > "$tmp/wrong.c" << 'END'
int main(int argc, char **argv) {
    volatile int array[1];
    (void)argv;
    array[argc] = 1;
    return 0;
}
END
    if ! clang $sanitizers -o "$tmp/wrong" "$tmp/wrong.c"; then
        return 1
    fi
    if "$tmp/wrong"; then
        return 1 # It ran to its end.
    fi
}
if have clang; then
    attempt 'the sanitizers notice a mistake' sanitizers_notice
fi

# ---- Processors and systems --------------------------------------------------

# via RUNNER CC CFLAGS
via() {
    if have "$1" "$2"; then
        attempt "$1, $2 $3" \
            env CC="sh tests/via.sh $1 $2" CFLAGS="$3" sh tests/run.sh $emulated
    fi
}
export VALGRIND_OPTS='-q --error-exitcode=99'
via qemu-aarch64 aarch64-linux-gnu-gcc '-O2 -static'
via qemu-riscv64 riscv64-linux-gnu-gcc '-O2 -static'
via qemu-s390x s390x-linux-gnu-gcc '-O2 -static'
# The 387 computes with more digits than a double has.
via qemu-i386 i686-linux-gnu-gcc '-O2 -static -march=i586 -mfpmath=387'
via valgrind gcc '-O1 -g'

# Windows runs a program in Wine, without the CR that Windows programs print
# before LF. Now and then Wine can't reach its server and does not run the
# program. So there are up to five tries.
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
if have wine wineserver; then
    attempt 'Wine starts' wine wineboot --init
    via windows x86_64-w64-mingw32-gcc '-O2 -static'
fi

# ---- Makes, shells, awks and languages ---------------------------------------

# instead PROGRAM NAME COMMAND ...: runs the command where NAME is PROGRAM. So
# "instead bmake make make test" runs "make test", and make is bmake.
instead() {
    program=$1
    name=$2
    shift 2
    mkdir "$tmp/$program-as-$name"
    ln -s "$(command -v "$program")" "$tmp/$program-as-$name/$name"
    env PATH="$tmp/$program-as-$name:$PATH" "$@"
}
if have bmake; then
    attempt 'README.md too, make is bmake' instead bmake make make test
fi
# Here seeds.sh runs in golden/hundred-seeds.txt, and run.sh cuts a README.md in
# xor-only/replay.txt. These two scripts use awk.
for shell in dash bash mksh yash busybox; do
    if have $shell; then
        attempt "sh is $shell" instead $shell sh \
            sh tests/run.sh tests/golden/hundred-seeds.txt tests/xor-only/*
    fi
done
for awk in mawk gawk original-awk busybox; do
    if have $awk; then
        attempt "awk is $awk" instead $awk awk \
            sh tests/run.sh tests/golden/hundred-seeds.txt tests/xor-only/*
    fi
done

# A folder with a blank and a quote in its name, a make that wants to do eight
# things at once, and languages that write 0,5 for 0.5 (German) or in which the
# small letter of I is not i (Turkish).
copy="$tmp/it's a copy"
mkdir "$copy"
cp -R xor.c Makefile README.md tests "$copy"
attempt "README.md too, in a folder it's a copy, make -j8" \
    make -j8 -C "$copy" test
for language in de_DE tr_TR; do
    if have localedef; then
        attempt "localedef $language" \
            localedef -i $language -f UTF-8 "$tmp/$language.UTF-8"
        attempt "README.md too, in $language" \
            env LOCPATH="$tmp" LC_ALL=$language.UTF-8 make test
    fi
done

# ---- Errors that come late ---------------------------------------------------

# The disk is full, but the program is told so only when it closes its output.
close_fails() {
    make -s -C "$copy" xor || return 1
    # strace makes the close of $tmp/quota fail, as where a quota is used up.
    : > "$tmp/quota"
    # shellcheck disable=SC2094 # Nothing reads the file that is written.
    strace -o "$tmp/strace" -P "$tmp/quota" -e inject=close:error=EDQUOT \
        "$copy/xor" > "$tmp/quota" 2> "$tmp/message"
    status=$?
    cat "$tmp/message"
    if [ "$status" -ne 2 ]; then
        return 1
    fi
    grep -q "the output can't be written" "$tmp/message"
}
if have strace; then
    attempt 'an error when the output is closed' close_fails
fi

# ---- Checkers ----------------------------------------------------------------

for cc in gcc clang clang-19; do
    for std in c99 c11 c17; do
        if have $cc; then
            attempt "$cc -std=$std finds nothing to warn of" \
                $cc -std=$std -O2 -Wall -Wextra -Wpedantic -Wconversion \
                -Wshadow -Wdouble-promotion -Wstrict-prototypes \
                -Wmissing-prototypes -Werror -c -o "$tmp/xor.o" xor.c
        fi
    done
done
# Two checks are left out: for parameters of the same type, and for a printf
# whose result is not used.
checks='clang-analyzer-*,bugprone-*,cert-*,misc-*,performance-*,portability-*'
checks="$checks,-bugprone-easily-swappable-parameters,-cert-err33-c"
if have clang-tidy; then
    attempt clang-tidy clang-tidy --quiet --warnings-as-errors='*' \
        --checks="$checks" xor.c -- -std=c99
fi
if have cppcheck; then
    attempt cppcheck cppcheck -q --enable=all --inconclusive --std=c99 \
        --suppress=missingIncludeSystem --error-exitcode=1 xor.c
fi
if have shellcheck; then
    attempt shellcheck shellcheck tests/*.sh .ci/run
fi
python=$(sh tests/python.sh)
if [ -z "$python" ]; then
    skip NumPy
elif have gcc; then
    attempt 'random command lines' \
        "$python" tests/command_lines.py gcc -O1 -fsanitize=address,undefined
fi

if [ "$failed" -gt 0 ]; then
    echo 'These failed:'
    cat "$tmp/names-of-failed"
fi
if [ "$skipped" -gt 0 ] && [ -n "${CI-}" ]; then
    echo 'CI is set, so what was skipped is a failure.'
fi
echo "$passed passed, $failed failed, $skipped skipped"
if [ "$skipped" -gt 0 ] && [ -n "${CI-}" ]; then
    exit 1
fi
[ "$failed" -eq 0 ]
