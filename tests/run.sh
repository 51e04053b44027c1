#!/bin/sh
# Replays the transcripts: those in tests/golden and each console block of
# README.md. A transcript is what a terminal shows: "$ ", a command, and what it
# prints. We add a line [1] where the exit status is 1. Each transcript is printed
# anew and must come out the same. In a golden file, what stands above the first
# command is a remark.
#
# CC, CPPFLAGS, CFLAGS, LDFLAGS and LDLIBS say how to build the program, and RUN
# what runs it (an emulator). NUMPY is a python that runs the witness instead.
# PLAIN leaves out the second replay, under the sanitizers.
set -u
unset MAKEFLAGS MAKELEVEL MFLAGS
CDPATH='' cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
mkdir "$tmp/bin" "$tmp/transcripts" "$tmp/plain" "$tmp/sanitized" || exit 2
skipped=0

# The commands find this cc before the real one. It builds with CC and the flags.
# With RUN and NUMPY it makes a script that calls them.
export root="$PWD" real_path="$PATH" real_cc="${CC-cc}" RUN="${RUN-}" NUMPY="${NUMPY-}"
export flags="${CPPFLAGS-} ${CFLAGS-} ${LDFLAGS-} ${LDLIBS-}"
unset CC CPPFLAGS CFLAGS LDFLAGS LDLIBS
cat > "$tmp/bin/cc" << 'END'
#!/bin/sh
PATH=$real_path name='' last='' hidden=4
for word; do
    case $word in -DHIDDEN=*) hidden=${word#*=} ;; esac
    [ "$last" != -o ] || name=$word
    last=$word
done
if [ -n "$NUMPY" ]; then
    run="HIDDEN=$hidden exec \"\$NUMPY\" \"\$root/tests/numpy_xor.py\""
else
    said=$($real_cc "$@" $flags 2>&1) || { echo "$said"; exit 1; }
    [ -n "$RUN" ] || exit 0
    [ ! -f "$name.exe" ] || mv "$name.exe" "$name"
    mv "$name" "$name.bin"
    run='exec $RUN "$0.bin"'
fi
printf '#!/bin/sh\n%s "$@"\n' "$run" > "$name" && chmod +x "$name"
END
chmod +x "$tmp/bin/cc"
ln -s "$(command -v "${MAKE:-make}")" "$tmp/bin/make"
PATH="$tmp/bin:$PATH"

for file in tests/golden/*.txt; do
    sed -n '/^\$ /,$p' "$file" > "$tmp/transcripts/${file##*/}"
done
awk -v to="$tmp/transcripts/README.md:" '
    /^```/ { block = $0 == "```console" ? to sprintf("%03d", NR + 1) : ""; next }
    block { print > block }' README.md

# Prints the transcript on standard input as it comes out now.
replay() {
    sed -n 's/^\$ //p' | while IFS= read -r line; do
        printf '$ %s\n' "$line"
        # shellcheck disable=SC3045 # where sh has no -t, a hang lasts
        (ulimit -S -t "$seconds" 2> /dev/null; exec sh -c "$line") 2>&1 < /dev/null
        status=$?
        [ "$status" -eq 0 ] || echo "[$status]"
        [ "$status" -le 128 ] || { echo "It hangs or crashes."; break; }
    done
}

# replay_all DIR SECONDS PATTERN: all transcripts, in DIR, where xor.c is, but
# those whose name or text matches. A command may compute for so many seconds.
# DIR.results gets a line for each.
replay_all() {
    cd "$1" && cp "$root/Makefile" . || exit 2
    seconds=$2
    if ! make -s xor > "$1.actual" 2>&1 || ! ./xor -h > /dev/null 2>> "$1.actual"; then
        echo "failed: no xor can be built, or run, in $1" | tee -a "$1.results"
        cat "$1.actual"
        return
    fi
    for file in "$tmp"/transcripts/*; do
        if { echo "${file##*/}"; cat "$file"; } | grep -Eq "$3"; then
            echo "left out: ${file##*/}"
            continue
        fi
        replay < "$file" > "$1.actual"
        if diff -u "$file" "$1.actual" > "$1.diff"; then
            echo "passed: ${file##*/}" >> "$1.results"
        else
            echo "failed: ${file##*/}" | tee -a "$1.results"
            cat "$1.diff"
            ! tail -n 1 "$1.actual" | grep -q '^It hangs' || return
        fi
    done
}

skip() {
    echo "skipped: $1"
    skipped=$((skipped + 1))
}

slow='seq 0 99|sh (learned|median)' # in transcripts of a hundred runs
changed='^\$ sed '                  # in transcripts that change xor.c
if [ -n "$NUMPY" ]; then
    set -- 600 "^(command-line|output)\.txt\$|$changed" # what is xor.c's own
elif [ -n "$RUN" ]; then
    set -- 600 "$slow"
else
    set -- 5 '^nothing$'
fi
if [ ! -c /dev/full ]; then
    skip 'output.txt, as there is no /dev/full'
    set -- "$1" "$2|^output\.txt$"
fi
cp xor.c "$tmp/plain" || exit 2
replay_all "$tmp/plain" "$1" "$2" &

# At the same time under the sanitizers, if they notice that a probe writes
# behind the end of an array. main gets each word in memory of its own, so that
# reading behind the end of a word is noticed too.
export flags="$flags -O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
export ASAN_OPTIONS=detect_leaks=0 # xor allocates nothing
echo 'int main(int n, char **v) { volatile char a[3], *p = a; (void)v; p[n] = 1; }' > "$tmp/probe.c"
if [ -n "$RUN$NUMPY${PLAIN-}" ]; then
    :
elif (cd "$tmp" && cc -o probe probe.c && ./probe && ! ./probe 2 3) 2> /dev/null; then
    sed 's/^int main(/static int xor_main(/' xor.c > "$tmp/sanitized/xor.c"
    cat >> "$tmp/sanitized/xor.c" << 'END'
int main(int argc, char **argv) {
    char **words = calloc((size_t)argc + 1, sizeof *words);
    for (int i = 0; i < argc; i++)
        words[i] = strcpy(malloc(strlen(argv[i]) + 1), argv[i]);
    return xor_main(argc, words);
}
END
    replay_all "$tmp/sanitized" 60 "$2|$slow|$changed"
else
    skip "the sanitizers, which do not work with $real_cc"
fi
wait

passed=$(cat "$tmp"/*.results | grep -c '^passed')
failed=$(cat "$tmp"/*.results | grep -c '^failed')
[ "$skipped" -eq 0 ] || skips=", $skipped skipped"
echo "$passed passed, $failed failed${skips-}"
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
