#!/bin/sh
# Replays the transcripts: the files in tests/golden and the console blocks of
# README.md. A transcript is what a terminal shows: "$ ", a command, what it
# prints, and [1] if its exit status is 1. Each is printed anew and must come out
# the same. In a golden file, what stands above the first command is a remark.
#
# CC, CPPFLAGS, CFLAGS, LDFLAGS and LDLIBS say how to build the program. RUN, if
# set, says how to run it: 'qemu-i386 $0.bin'. Transcripts that match LEAVE_OUT
# are left out. QUICK leaves out those of a hundred runs, and the sanitizers.
# shellcheck disable=SC2016,SC2086,SC3045 # $0 above, lists, and ulimit -t
set -u
unset MAKEFLAGS MAKELEVEL MFLAGS
CDPATH='' cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
mkdir "$tmp/bin" "$tmp/expected" "$tmp/golden" "$tmp/README" "$tmp/sanitized" || exit 2

# The commands find this cc before the real one. It builds with CC and the flags,
# without warnings. For RUN it makes a script.
export root="$PWD" real_path="$PATH" real_cc="${CC-cc}" RUN="${RUN-}"
export flags="${CPPFLAGS-} ${CFLAGS-} ${LDFLAGS-} ${LDLIBS-} -w"
unset CC CPPFLAGS CFLAGS LDFLAGS LDLIBS
cat > "$tmp/bin/cc" << 'END'
#!/bin/sh
PATH=$real_path
[ -n "$RUN" ] || exec $real_cc "$@" $flags
name=$(expr "$*" : '.*-o \([^ ]*\)')
hidden=$(expr "$*" : '.*-DHIDDEN=\([0-9]*\)')
printf '#!/bin/sh\nHIDDEN=%s\nexport HIDDEN\nexec %s "$@"\n' "${hidden:-4}" "$RUN" > "$name"
chmod +x "$name"
exec $real_cc "$@" $flags -o "$name.bin"
END
chmod +x "$tmp/bin/cc"
ln -s "$(command -v "${MAKE:-make}")" "$tmp/bin/make"
PATH="$tmp/bin:$PATH"

awk -v to="$tmp/expected/" '
    FNR == 1 { on = 0; name = FILENAME; sub(/.*\//, "", name) }
    /^\$ / && FILENAME != "README.md" { on = 1 }
    /^```/ { on = $0 == "```console"; name = sprintf("README.md:%03d", FNR + 1); next }
    on { print > (to name) }' tests/golden/*.txt README.md

# Prints a transcript as it comes out now. Fails if a command does not end.
replay() {
    sed -n 's/^\$ //p' "$1" | while IFS= read -r line; do
        printf '$ %s\n' "$line"
        (ulimit -S -t 20 2> /dev/null; exec sh -c "$line") 2>&1 < /dev/null
        status=$?
        [ "$status" -eq 0 ] || echo "[$status]"
        [ "$status" -le 128 ] || { echo 'It hangs or crashes: this replay ends here.'; exit 1; }
    done
}

# replay_all FOLDER PATTERN FILE ...: replays, in a folder with xor.c, the files
# but those that match the pattern. A command that does not end is the last.
replay_all() {
    folder=$1 left_out=$2
    shift 2
    cd "$tmp/$folder" && cp "$root/Makefile" "$root/tests/numpy_xor.py" . || exit 2
    if ! { make -s xor && ./xor -h; } > "$tmp/$folder.diff" 2>&1; then
        echo "failed: $folder, where no xor can be built, or none can run"
        cat "$tmp/$folder.diff"
        return
    fi
    for file; do
        name="$folder, ${file##*/}"
        if grep -Eq "$left_out" "$file"; then
            echo "left out: $name"
            continue
        fi
        replay "$file" > "$tmp/$folder.actual"
        ended=$?
        if diff -u "$file" "$tmp/$folder.actual" > "$tmp/$folder.diff"; then
            echo "passed: $name"
        else
            echo "failed: $name"
            cat "$tmp/$folder.diff"
        fi
        [ "$ended" -eq 0 ] || return
    done
}

# All under the sanitizers, if they notice that a probe writes behind the end of
# an array. main gets each word in memory of its own, so that reading behind the
# end of a word is noticed too.
sanitize() {
    flags="$flags -O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
    export ASAN_OPTIONS=detect_leaks=0 # xor allocates nothing
    cd "$tmp/sanitized" || exit 2
    echo 'int main(int n, char **v) { volatile char a[3], *p = a; (void)v; p[n] = 1; }' > probe.c
    if { cc -o probe probe.c && ./probe && ! ./probe 2 3; } 2> /dev/null; then
        sed '/^int main/a\
for (int i = 0; i < argc; i++) argv[i] = strcpy(malloc(strlen(argv[i]) + 1), argv[i]);
        ' "$root/xor.c" > xor.c
        replay_all sanitized "$pattern|$hundred|^. sed" "$tmp"/expected/*
    else
        echo "skipped: the sanitizers, which do not work with $real_cc"
    fi
}

pattern=${LEAVE_OUT:-^no such line$} hundred='seq 0 99|sh (learned|median)'
[ -z "${QUICK-}" ] || pattern="$pattern|$hundred"
[ -c /dev/full ] || pattern="$pattern|/dev/full"
cp xor.c "$tmp/golden" && cp xor.c "$tmp/README" || exit 2
{
    [ -c /dev/full ] || echo 'skipped: writing to /dev/full, which is not here'
    replay_all golden "$pattern" "$tmp"/expected/*.txt &
    replay_all README "$pattern" "$tmp"/expected/README* &
    [ -n "$RUN${QUICK-}" ] || sanitize
    wait
} | tee "$tmp/log"

count() { grep -c "^$1: " "$tmp/log"; }
[ "$(count skipped)" -eq 0 ] || skips=", $(count skipped) skipped"
echo "$(count passed) passed, $(count failed) failed${skips-}"
[ "$(count passed)" -gt 0 ] && [ "$(count failed)" -eq 0 ] && [ -z "${CI:+${skips-}}" ]
