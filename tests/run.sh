#!/bin/sh
# Replays what README.md, the experiments and the golden files show of a
# terminal, and compares.
#
#   sh tests/run.sh                       all of them
#   sh tests/run.sh FILE ...              only these, named from the top folder
#   sh tests/run.sh --update [FILE ...]   writes what comes out now into them
#
# "$ " begins a command. Below it is what it prints, and then its exit status in
# brackets, such as [1], unless that is 0. In a page (.md) commands stand in
# blocks marked console. Other files may begin with a remark. All commands of a
# file run in one copy of this folder, in which xor is built. CC and CFLAGS say
# how, and cc in a command builds with them too.
set -u
unset MAKEFLAGS MAKELEVEL MFLAGS CDPATH # Those of the make that runs this.
export LC_ALL=C

TMPDIR=$(cd "${TMPDIR:-/tmp}" && pwd) || exit 2 # It may be relative.
cd "$(dirname "$0")/.." || exit 2
is_update=
if [ "${1-}" = --update ]; then
    is_update=yes
    shift
fi
if [ $# -eq 0 ]; then
    set -- README.md tests/experiments/*.md tests/golden/* tests/xor-only/*
fi

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
# Without "trap - EXIT", mksh would end with 0.
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM

# In the commands, cc is this script, and only cc compiles: another compiler
# would bypass a witness. -w, because a changed program may leave a function
# unused.
given="CC='${CC:-cc}' CFLAGS='${CFLAGS-}'"
export CC="${CC:-cc}" CFLAGS="-O2 ${CFLAGS-} -w -DBY_CC"
mkdir "$tmp/bin" "$tmp/built" || exit 2
cat > "$tmp/bin/cc" << 'END'
#!/bin/sh
PATH=${PATH#*:}
exec $CC "$@" $CFLAGS
END
chmod +x "$tmp/bin/cc"

# A checkout may have CRLF, and may be read-only.
cp -R tests "$tmp/built" && chmod -R u+w "$tmp/built" || exit 2
for file in xor.c Makefile README.md; do
    tr -d '\r' < "$file" > "$tmp/built/$file" || exit 2
done
cat >> "$tmp/built/xor.c" << 'END'
#ifndef BY_CC
#error "In a transcript, only cc compiles."
#endif
END
# What a command may compute, in seconds, and write, in blocks: writing more is
# an error, and ends neither the command nor this script by a signal.
# shellcheck disable=SC3045,SC3048 # Not all shells can set these.
{ ulimit -S -t 60; ulimit -S -f 50000; trap '' XFSZ; } 2> /dev/null

if ! (cd "$tmp/built" && make -s xor && ./xor -h > /dev/null); then
    echo "failed: xor can't be built and run in $tmp (TMPDIR says where)"
    exit 1
fi
PATH=$tmp/bin:$PATH

# replay: copies a file, but with what its commands print now. The state is
# "console" where commands and their output stand, "text" elsewhere in a page,
# and "remark" above the first command of another file.
replay() {
    while IFS= read -r line || [ -n "$line" ]; do
        case $state:$line in
        console:'$ '[!\ ]* | remark:'$ '[!\ ]*)
            state=console
            commands=$((commands + 1))
            printf '%s\n' "$line"
            (cd "$tmp/work" && exec sh -c "${line#??}") 2>&1 < /dev/null
            status=$?
            [ "$status" -eq 0 ] || echo "[$status]"
            continue ;;
        text:'```console'*) state=console ;;
        console:'```'*) state=text ;;
        console:*) continue ;;
        esac
        printf '%s\n' "$line"
    done
}

# differences DIFF: the lines that differ, below their command and its line. A
# tab, a CR and a blank at the end become visible.
differences() {
    awk '
        NR <= 2 { next } # the names of the two files
        /^[- ]/ { n++ }
        { gsub(/\t/, "\\t"); gsub(/\r/, "\\r"); sub(/ $/, " <end") }
        /^ \$ / { command = "line " n ":" $0 "\n" }
        /^[-+\\]/ { printf "%s", command; command = ""; print }' "$1"
}

passed=0
failed=0
for file in "$@"; do
    printf '%s: ' "$file"
    rm -rf "$tmp/work"
    cp -R "$tmp/built" "$tmp/work" || exit 2
    case $file in
    *.md) state=text && tr -d '\r' ;;
    *) state=remark && cat ;;
    esac < "$file" > "$tmp/then" || exit 2
    commands=0
    replay < "$tmp/then" > "$tmp/now"
    if [ "$commands" -eq 0 ] ||
        [ "$commands" -ne "$(grep -c '^[[:blank:]]*\$' "$tmp/then")" ]; then
        echo 'FAILED: no command, or one that is empty or in the wrong place'
        failed=$((failed + 1))
    elif diff -U 9999 "$tmp/then" "$tmp/now" > "$tmp/diff"; then
        echo passed
        passed=$((passed + 1))
    elif [ -n "$is_update" ] &&
        [ "$commands" -eq "$(grep -c '^[[:blank:]]*\$' "$tmp/now")" ]; then
        cp "$tmp/now" "$file" || exit 2
        echo changed
    else
        echo 'FAILED: - is what it shows, + what comes out now'
        differences "$tmp/diff"
        echo "To repeat it: $given sh tests/run.sh $file"
        failed=$((failed + 1))
    fi
done
[ -z "$is_update" ] || echo "$(($# - passed - failed)) changed: make test-numpy"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
