#!/bin/sh
# Replays transcripts, and shows which commands print something else now.
#
#   sh tests/run.sh             all of them
#   sh tests/run.sh FILE ...    only these files
#
# A transcript is what a terminal shows: "$ " and a command, what it prints, and
# [1] if its exit status is 1. A file in tests/golden or tests/xor-only is one
# transcript, below a remark. README.md has one in each of its parts: the blocks
# that are marked console, or have a "$ ".
#
# tests/golden has what NumPy confirms (make test-numpy does that), and
# tests/xor-only what only xor.c can say: its messages, its help, a full disk,
# programs that the witness does not know. To add a transcript, write a file with
# its commands into one of the folders, and run this script: what the commands
# print now stands in the report.
#
# CC and CFLAGS say how to build xor.c, and whatever a transcript builds with cc.
# shellcheck disable=SC2086,SC3045 # CC and CFLAGS are lists, and ulimit -t
set -u
unset CDPATH MAKEFLAGS MAKELEVEL MFLAGS # which a make sets that runs this
TMPDIR=$(cd "${TMPDIR:-/tmp}" && pwd)   # the path from everywhere
cd "$(dirname "$0")/.." || exit 2
if [ $# -eq 0 ]; then
    set -- tests/golden/* tests/xor-only/* README.md
fi

# Without warnings: a program that README.md changes may leave a function without
# a use.
CC=${CC:-cc}
CFLAGS="${CFLAGS--O2} -w"
export TMPDIR CC CFLAGS

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT PIPE TERM

# A program that computes for more than 20 seconds has gone wrong.
ulimit -S -t 20 2> /dev/null

# What the commands of a transcript get when they say cc.
cc() {
    command $CC "$@" $CFLAGS
}

# The commands of each file run in a new copy of this folder.
mkdir "$tmp/built" || exit 2
cp -R xor.c Makefile README.md tests "$tmp/built" || exit 2
if ! (cd "$tmp/built" && make -s xor); then
    echo 'failed: xor.c can not be built'
    exit 1
fi

# replay TRANSCRIPT: prints it as it comes out now. A crash ends it.
replay() {
    sed -n 's/^\$ //p' "$1" > "$tmp/commands"
    while IFS= read -r command; do
        printf '$ %s\n' "$command"
        (cd "$tmp/work" && eval "$command") 2>&1 < /dev/null
        status=$?
        if [ "$status" -ne 0 ]; then
            echo "[$status]"
        fi
        if [ "$status" -gt 128 ]; then
            echo 'The last command crashed, or took more than 20 seconds.'
            return
        fi
    done < "$tmp/commands"
}

# Prints the lines of a unified diff that differ, each below its command.
differences() {
    awk '
        /^(---|\+\+\+|@@) / { next }
        /^ \$ / { command = $0 }
        /^[-+]/ && command != "" { print command; command = "" }
        /^[-+]/ { print }
    ' "$1" > "$tmp/lines"
    head -n 40 "$tmp/lines"
    if [ "$(wc -l < "$tmp/lines")" -gt 40 ]; then
        echo 'and more'
    fi
}

passed=0
failed=0
skipped=0
: > "$tmp/names-of-failed"

# fail NAME FILE: says how to repeat what failed. NAME is FILE, or a part of it.
fail() {
    echo "To repeat it: CC='$CC' CFLAGS='$CFLAGS' sh tests/run.sh '$2'"
    echo "  $1" >> "$tmp/names-of-failed"
    failed=$((failed + 1))
}

# check NAME FILE TRANSCRIPT: replays and compares.
check() {
    replay "$3" > "$tmp/now"
    if diff -U 9999 "$3" "$tmp/now" > "$tmp/diff"; then
        echo "passed: $1"
        passed=$((passed + 1))
    else
        echo "failed: $1"
        echo '(- is the transcript, and + what comes out now)'
        differences "$tmp/diff"
        fail "$1" "$2"
    fi
}

# Writes the transcripts of README.md to $tmp/parts/1, 2 and so on, and their
# headings to 1.name, 2.name and so on.
cut_readme() {
    mkdir "$tmp/parts" || exit 2
    awk -v parts="$tmp/parts/" '
        BEGIN { heading = "the top"; is_new_part = 1 }
        /^ *(```|~~~)/ {
            in_block = !in_block
            is_transcript = in_block && /console/
            next
        }
        !in_block && /^#/ {
            heading = $0
            sub(/^#+ */, "", heading)
            is_new_part = 1
        }
        in_block && /^\$ / { is_transcript = 1 }
        is_transcript && is_new_part {
            part++
            print heading > (parts part ".name")
            is_new_part = 0
        }
        is_transcript { print > (parts part) }
    ' "$1"
}

for file in "$@"; do
    rm -rf "$tmp/work"
    cp -R "$tmp/built" "$tmp/work" || exit 2
    if ! grep -q '^\$ ' "$file"; then
        echo "failed: $file"
        echo 'No line of it begins with "$ " and a command.'
        fail "$file" "$file"
    elif grep -q '^\$ .*/dev/full' "$file" && ! [ -c /dev/full ]; then
        echo "skipped: $file, since this machine has no /dev/full"
        skipped=$((skipped + 1))
    elif [ "$file" = README.md ]; then
        (cd "$tmp/work" && make -s clean) # README.md says how to build xor.
        cut_readme "$file"
        part=1
        while [ -f "$tmp/parts/$part" ]; do
            check "README.md, $(cat "$tmp/parts/$part.name")" "$file" \
                "$tmp/parts/$part"
            part=$((part + 1))
        done
    else
        sed -n '/^\$ /,$p' "$file" > "$tmp/transcript"
        check "$file" "$file" "$tmp/transcript"
    fi
done

if [ "$failed" -gt 0 ]; then
    echo 'These failed:'
    cat "$tmp/names-of-failed"
fi
if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi

# Where CI is set, a machine that lacks something is a failure.
if [ -n "${CI-}" ] && [ "$skipped" -gt 0 ]; then
    exit 1
fi
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
