#!/bin/sh
# Replays the terminal sessions in README.md, the experiments and the other
# files, and compares what comes out with what they show.
#
#   sh tests/run.sh                       all of them
#   sh tests/run.sh FILE ...              only these, from the top folder
#   sh tests/run.sh --update [FILE ...]   writes the new output into them
#
# "$ " begins a command. Its output follows, and then its exit status in
# brackets, such as [1], unless that is 0. In a page (.md) commands are in
# console blocks. Other files may begin with a remark. The commands of a file
# run in a copy of this folder, with xor built with CC and CFLAGS.
set -u
unset MAKEFLAGS MAKELEVEL MFLAGS CDPATH # Those of the make that runs this.
export LC_ALL=C

tmp=$(cd "${TMPDIR:-/tmp}" && mktemp -d "$PWD/xor.XXXXXX") || exit 2
export TMPDIR="$tmp" # for what a compiler leaves when it is stopped
trap 'rm -rf "$tmp"' EXIT
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM

cd "$(dirname "$0")/.." || exit 2
update=
if [ "${1-}" = --update ]; then
    update=yes
    shift
fi
[ $# -gt 0 ] ||
    set -- README.md tests/experiments/*.md tests/golden/* tests/xor-only/*

# In the commands, cc is the script below: -O1 compiles faster, and -w lets a
# changed program leave a function unused. A command that bypassed cc would not
# test CC, so xor.c needs a macro that only cc defines.
given="CC='${CC:-cc}' CFLAGS='${CFLAGS-}'"
export CC="${CC:-cc}" CFLAGS="-O2 ${CFLAGS-} -w -DBY_CC_$$"
mkdir "$tmp/bin" "$tmp/built" || exit 2
cat > "$tmp/bin/cc" << END
#!/bin/sh
PATH=\${PATH#*:}
exec $CC "\$@" $(echo "$CFLAGS" | sed 's/-O3/-O1/g')
END
chmod +x "$tmp/bin/cc"

cp -R tests "$tmp/built" && chmod -R u+w "$tmp/built" || exit 2
for file in xor.c Makefile README.md; do # A checkout may have CRLF.
    tr -d '\r' < "$file" > "$tmp/built/$file" || exit 2
done
echo "extern char only_cc_compiles[BY_CC_$$];" >> "$tmp/built/xor.c"
# Limits for a command: seconds of computing, and blocks written. Writing more
# is an error, not a signal. Not all shells can set them.
# shellcheck disable=SC3045,SC3048
{ ulimit -S -t 60; ulimit -S -f 50000; trap '' XFSZ; } 2> /dev/null

(cd "$tmp/built" && make -s xor && "$PWD/xor" -h > /dev/null) || exit 1
PATH=$tmp/bin:$PATH

# replay: copies a file, but with what its commands print now.
replay() {
    printed= # whether a line is what a command printed
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '$ '[!\ ]*)
            printed=yes
            printf '%s\n' "$line"
            (cd "$tmp/work" && exec sh -c "${line#??}") 2>&1 < /dev/null ||
                echo "[$?]"
            continue ;;
        '```console'*) printed=yes ;;
        '```'*) printed= ;;
        *) [ -z "$printed" ] || continue ;;
        esac
        printf '%s\n' "$line"
    done
}

failed=0
for file in "$@"; do
    printf '%s: ' "$file"
    rm -rf "$tmp/work"
    cp -R "$tmp/built" "$tmp/work" || exit 2
    case $file in
    *.md) tr -d '\r' ;;
    *) cat ;;
    esac < "$file" > "$tmp/then" || exit 2
    replay < "$tmp/then" > "$tmp/now"
    if ! grep -q '^\$ ' "$tmp/then" ||
        grep '^[[:blank:]]*\$' "$tmp/then" | grep -qv '^\$ [^ ]'; then
        echo 'FAILED: no command, or one that is empty or indented'
    elif cmp -s "$tmp/then" "$tmp/now"; then
        echo passed
        continue
    elif [ -n "$update" ]; then
        cp "$tmp/now" "$file" || exit 2
        echo 'changed: see what make test-numpy says'
        continue
    else
        echo 'FAILED: - is what it shows, + what comes out now'
        diff -U 9 "$tmp/then" "$tmp/now" | sed '1,2d; s/.[[:space:]]$/&<end/'
        echo "To repeat it: $given sh tests/run.sh $file"
    fi
    failed=$((failed + 1))
done
echo "$failed of $# failed" && [ "$failed" -eq 0 ] # A disk may be full.
