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
export TMPDIR
cd "$(dirname "$0")/.." || exit 2
is_update=
if [ "${1-}" = --update ]; then
    is_update=yes
    shift
fi
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046 # No name has a blank.
    set -- README.md $(find tests/experiments -name '*.md' | sort) \
        $(find tests/golden tests/xor-only -type f | sort)
fi

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM # mksh: not 0.

# cc is this script in the commands. -w, because a changed program may leave a
# function unused. BY_CC, because any other compiler would bypass CC.
given="CC='${CC:-cc}' CFLAGS='${CFLAGS-}'"
export CC="${CC:-cc}" CFLAGS="-O2 ${CFLAGS-} -w -DBY_CC"
mkdir "$tmp/bin" "$tmp/built" || exit 2
cat > "$tmp/bin/cc" << END
#!/bin/sh
PATH=\${PATH#*:}
exec \$CC "\$@" \$CFLAGS
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
if ! (cd "$tmp/built" && make -s xor && ./xor -h > /dev/null); then
    echo "failed: xor can't be built and run in $tmp (TMPDIR says where)"
    exit 1
fi
PATH=$tmp/bin:$PATH

# What a command may compute, in seconds, and write, in blocks.
# shellcheck disable=SC3045 # Not all shells can set these.
{ ulimit -S -t 60; ulimit -S -f 50000; } 2> /dev/null

# transcript FILE: its commands and what they print.
transcript() {
    case $1 in
    *.md) tr -d '\r' < "$1" | awk '/^```/ { on = !on && /console/; next } on' ;;
    *) sed -n '/^\$ /,$p' "$1" ;;
    esac
}

# replay TRANSCRIPT: the same, as it comes out now.
replay() {
    grep '^\$ ' "$1" | while IFS= read -r line; do
        printf '%s\n' "$line"
        (cd "$tmp/work" && exec sh -c "${line#??}") 2>&1 < /dev/null
        status=$?
        if [ "$status" -ne 0 ]; then
            echo "[$status]"
        fi
    done
}

# differences DIFF: the lines that differ, below their command. A tab, a CR and
# a blank at the end become visible.
differences() {
    awk '
        NR <= 2 { next } # the names of the two files
        { gsub(/\t/, "\\t"); gsub(/\r/, "\\r"); sub(/ $/, " <end") }
        /^ \$ / { command = $0 "\n" }
        /^[-+]/ { printf "%s", command; command = ""; print }' "$1"
}

# update FILE: writes what came out now into it.
update() {
    awk -v page="${1##*.}" '
        NR == FNR { if (/^\$ /) n++; now[n] = now[n] $0 "\n"; next }
        page == "md" && /^```/ { on = !on && /console/; print; next }
        page != "md" && /^\$ / { on = 1 }
        !on { print }
        on && /^\$ / { printf "%s", now[++m] }' "$tmp/now" "$1" > "$tmp/new" &&
        cp "$tmp/new" "$1"
}

passed=0
failed=0
for file in "$@"; do
    printf '%s: ' "$file"
    rm -rf "$tmp/work"
    cp -R "$tmp/built" "$tmp/work" || exit 2
    transcript "$file" > "$tmp/then"
    replayed=$(grep -c '^\$  *[^ ]' "$tmp/then")
    case ${file##*/} in .* | *~) replayed=0 ;; esac
    if [ "$replayed" -eq 0 ] || [ -n "$(tail -c 1 "$file")" ] ||
        [ "$(grep -c '^[[:blank:]]*\$' "$file")" -ne "$replayed" ]; then
        echo 'FAILED: a command is missing, empty, indented or in no block,'
        echo 'or the last line has no end, or the name is that of a backup.'
        failed=$((failed + 1))
        continue
    fi
    replay "$tmp/then" > "$tmp/now"
    if diff -U 9999 "$tmp/then" "$tmp/now" > "$tmp/diff"; then
        echo passed
        passed=$((passed + 1))
    elif [ -n "$is_update" ] &&
        [ "$(grep -c '^\$ ' "$tmp/now")" -eq "$replayed" ]; then
        update "$file" || exit 2
        echo 'changed, so ask NumPy: make test-numpy'
    else
        echo 'FAILED: - is what it shows, + what comes out now'
        differences "$tmp/diff"
        echo "To repeat it: $given sh tests/run.sh $file"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
