#!/bin/sh
# Replays every command of every transcript, in tests/golden and in README.md's
# console blocks, and compares what it prints, on both streams, and its exit
# status, which follows as [1] where it is not 0. In a golden file, what stands
# above the first command is a remark.
#
# CC, CPPFLAGS, CFLAGS, LDFLAGS and LDLIBS say how to build xor; RUN, if set,
# is what runs it (an emulator). XOR, if set, is a program to run instead, with
# the number of hidden units in HIDDEN.
set -u
unset MAKEFLAGS MAKELEVEL MFLAGS
CDPATH="" cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
passed=0 failed=0 skipped=0

# Case N is $tmp/N.where, the place it comes from, N.sh and N.expected.
awk -v to="$tmp/" '
    FNR == 1 { open = FILENAME != "README.md" }
    FILENAME == "README.md" && /^```/ { open = $0 == "```console"; next }
    FNR == 1 || !open { command = 0 }
    !open { next }
    /^\$ / {
        if (command) close(expected)
        command = 1
        n++
        expected = to n ".expected"
        print FILENAME ":" FNR > (to n ".where"); close(to n ".where")
        print substr($0, 3) > (to n ".sh"); close(to n ".sh")
        printf "" > expected
        next
    }
    command { print > expected }
' tests/golden/*.txt README.md || exit 2
cases=$(find "$tmp" -name '*.sh' | wc -l)
[ "$cases" -gt 0 ] || { echo "no transcripts found"; exit 2; }
programs=$(cat "$tmp"/*.sh | tr -cs 'a-z0-9./-' '\n' |
    sed -n 's:^\./\(xor\(-[0-9]*\)\{0,1\}\)$:\1:p' | sort -u)

skip() {
    echo "skipped: $1, $2"
    skipped=$((skipped + 1))
}

# prepare DIR: fills it with all that the commands need, newest last, so that
# a make in a transcript finds nothing to do.
prepare() {
    mkdir "$1" && cp Makefile xor.c "$1" || exit 2
    # shellcheck disable=SC2086 # a list
    [ -n "${XOR-}" ] || (cd "$1" && "${MAKE-make}" -s -j 4 $programs) || return
    [ -n "${XOR-}${RUN-}" ] || return 0
    for program in $programs; do
        hidden=${program#xor}
        if [ -n "${XOR-}" ]; then
            hidden=${hidden#-}
            run="HIDDEN=${hidden:-4} exec $XOR"
        else
            [ ! -e "$1/$program.exe" ] || mv "$1/$program.exe" "$1/$program"
            mv "$1/$program" "$1/$program.bin" || exit 2
            run="exec $RUN '$1/$program.bin'"
        fi
        printf '#!/bin/sh\n%s "$@"\n' "$run" > "$1/$program"
        chmod +x "$1/$program"
    done
}

# prepare_and_replay DIR
prepare_and_replay() {
    if ! prepare "$1"; then
        echo "failed: the build in $1"
        failed=$((failed + 1))
        return
    fi
    n=0
    while [ "$n" -lt "$cases" ]; do
        n=$((n + 1))
        where=$(cat "$tmp/$n.where")
        case $where in
        tests/golden/command-line.txt:*)
            if [ -n "${XOR-}" ]; then continue; fi ;;
        tests/golden/full-disk.txt:*)
            if [ -n "${XOR-}" ] || ! [ -c /dev/full ]; then continue; fi ;;
        esac
        (
            # A program that hangs is ended after so many seconds of work.
            # shellcheck disable=SC3045 # no matter where it is not known
            [ -n "${XOR-}${RUN-}" ] || ulimit -S -t 5 2> /dev/null
            cd "$1" && exec sh "$tmp/$n.sh"
        ) > "$tmp/actual" 2>&1 < /dev/null
        status=$?
        [ "$status" -eq 0 ] || echo "[$status]" >> "$tmp/actual"
        if diff -u "$tmp/$n.expected" "$tmp/actual" > "$tmp/diff"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "failed: $where: $(cat "$tmp/$n.sh")"
            echo "--- the transcript"
            echo "+++ what it prints"
            tail -n +3 "$tmp/diff"
            if [ "$status" -gt 128 ] && [ "$(kill -l "$status")" = XCPU ]; then
                echo "it hangs: the rest is left out"
                return
            fi
        fi
    done
}

prepare_and_replay "$tmp/plain"

if [ -n "${XOR-}" ]; then
    echo "left out: command-line.txt and full-disk.txt, xor.c's own messages"
elif [ ! -c /dev/full ]; then
    skip full-disk.txt "as there is no /dev/full"
fi

# A second time under the sanitizers. xor allocates nothing, so nothing leaks.
if [ -z "${XOR-}${RUN-}${PLAIN-}" ]; then
    CFLAGS="${CFLAGS-} -O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
    ASAN_OPTIONS=detect_leaks=0
    export CFLAGS ASAN_OPTIONS
    echo 'int main(void) { return 0; }' > "$tmp/probe.c"
    # shellcheck disable=SC2086 # lists
    if ${CC-cc} $CFLAGS -o "$tmp/probe" "$tmp/probe.c" 2> /dev/null &&
        "$tmp/probe" 2> /dev/null; then
        prepare_and_replay "$tmp/sanitized"
    else
        skip "the sanitizers" "as ${CC-cc} can't build and run with them"
    fi
fi

if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
