#!/bin/sh
# Replays transcripts, and shows which commands print something else now.
#
#   sh tests/run.sh             all of them
#   sh tests/run.sh FILE ...    only these, such as tests/golden/seeds.txt
#
# A transcript is what a terminal shows: "$ " and a command, what it prints, and
# its exit status in brackets, such as [1], unless that is 0. A command is one
# line, and has a shell of its own, so a cd does not last. All commands of a
# file run in one new copy of this folder, in which xor is built.
#
# A file in tests/golden or tests/xor-only is one transcript. It begins with the
# first "$ ", and what stands above is a remark. README.md has many: all blocks
# below one heading are one transcript. A block counts if it is marked console,
# or if a line in it begins with "$ ".
#
# tests/golden has what NumPy confirms: make test-numpy replays it with
# tests/numpy_xor.py, the witness, in the place of xor.c. tests/xor-only has
# what only xor.c can say: its messages, its help, a full disk, programs that
# the witness does not know. To add a transcript, paste what a terminal shows
# into a new file there, and add the exit statuses that are not 0. Then ask
# xor.c and NumPy about it:
#
#   sh tests/run.sh tests/golden/NEW.txt
#   make test-numpy FILES=tests/golden/NEW.txt
#
# CC and CFLAGS say how to build xor.c, and whatever a transcript builds with
# cc. Where CI is set, a skip counts as a failure.
set -u
unset CDPATH                     # With it, cd might go elsewhere.
unset MAKEFLAGS MAKELEVEL MFLAGS # They belong to the make that runs this.

# TMPDIR may be relative, and the commands run in other folders.
TMPDIR=$(cd "${TMPDIR:-/tmp}" && pwd) || exit 2
cd "$(dirname "$0")/.." || exit 2
if [ $# -eq 0 ]; then
    set -- tests/golden/* tests/xor-only/* README.md
fi

# -O2 is a default: an -O in CFLAGS comes after it and wins. -w turns warnings
# off, as a program that README.md changes may leave a function unused.
CC=${CC:-cc}
CFLAGS="-O2 ${CFLAGS-} -w"
export TMPDIR CC CFLAGS

tmp=$(mktemp -d) || exit 2
clean_up() {
    trap '' HUP INT QUIT PIPE TERM # A second Ctrl-C must not interrupt this.
    rm -rf "$tmp"
}
trap clean_up EXIT
# Without "trap - EXIT", mksh would end with the status of clean_up.
trap 'clean_up; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM

# A program that computes for more than 20 seconds has gone wrong.
# shellcheck disable=SC3045 # Not all shells have ulimit -t.
ulimit -S -t 20 2> /dev/null

# What a transcript gets when it says cc. Without "command", CC=cc would call
# this function again.
# shellcheck disable=SC2086 # CC and CFLAGS are lists of words.
cc() {
    command $CC "$@" $CFLAGS
}

mkdir "$tmp/built" || exit 2
cp -R xor.c Makefile README.md tests "$tmp/built" || exit 2
chmod -R u+w "$tmp/built" # This folder may be read-only.
if ! (cd "$tmp/built" && make -s xor); then
    echo 'failed: xor.c can not be built'
    exit 1
fi

# replay TRANSCRIPT: runs its commands, and prints the transcript that they make
# now. It stops after a command that crashes.
replay() {
    sed -n 's/^\$ //p' "$1" > "$tmp/commands"
    while IFS= read -r line; do
        printf '$ %s\n' "$line"
        # eval, so that cc is the function above.
        (cd "$tmp/work" && eval "$line") 2>&1 < /dev/null
        status=$?
        if [ "$status" -ne 0 ]; then
            echo "[$status]"
        fi
        if [ "$status" -gt 128 ]; then
            echo 'This command crashed, or computed for more than 20 seconds.'
            return
        fi
    done < "$tmp/commands"
}

# A report on many files shows up to 40 lines of each.
most_lines=40
if [ $# -eq 1 ]; then
    most_lines=10000
fi

# differences DIFF: the lines of a unified diff that differ, below their
# command.
differences() {
    awk '
        NR <= 2 { next } # the names of the two files
        /^ \$ / { command = $0 }
        /^[-+\\]/ {
            if (command != "")
                print " " command
            command = ""
            print substr($0, 1, 1) " " substr($0, 2)
        }
    ' "$1" > "$tmp/lines"
    head -n "$most_lines" "$tmp/lines"
    if [ "$(wc -l < "$tmp/lines")" -gt "$most_lines" ]; then
        echo 'and more'
    fi
}

passed=0
failed=0
skipped=0
: > "$tmp/names-of-failed"

# fail NAME FILE: counts what failed, and says how to repeat it. NAME is FILE,
# or a part of README.md.
fail() {
    echo "To repeat it: CC='$CC' CFLAGS='$CFLAGS' sh tests/run.sh '$2'"
    echo "  $1" >> "$tmp/names-of-failed"
    failed=$((failed + 1))
}

# check NAME FILE TRANSCRIPT: replays and compares.
check() {
    # The caller found a command in the file. If the transcript is empty all the
    # same, it could not be written.
    if [ ! -s "$3" ]; then
        echo "failed: $1, as nothing can be written to $tmp"
        exit 2
    fi
    replay "$3" > "$tmp/now"
    # All lines are its context, so the command is always among them.
    if diff -a -U 9999 "$3" "$tmp/now" > "$tmp/diff"; then
        echo "passed: $1"
        passed=$((passed + 1))
    else
        echo "failed: $1"
        echo '(- is the transcript, and + what comes out now)'
        differences "$tmp/diff"
        fail "$1" "$2"
    fi
}

# cut_readme FILE: joins the blocks below each heading, if they count, to one
# transcript. It writes this to $tmp/parts/1, 2 and so on, and the heading to
# 1.name, 2.name and so on. A line of ``` or ~~~ begins or ends a block. The
# function fails if a block has no end, or if a command is a stray one, indented
# or outside of a block, as it would never be replayed.
cut_readme() {
    rm -rf "$tmp/parts"
    mkdir "$tmp/parts" || exit 2
    (cd "$tmp/parts" && awk '
        BEGIN { heading = "the top"; is_new_part = 1 }
        /^ *(```|~~~)/ {
            in_block = !in_block
            block_counts = in_block && /console/
            next
        }
        !in_block && /^#/ {
            heading = $0
            sub(/^#+ */, "", heading)
            is_new_part = 1
        }
        in_block && /^\$ / { block_counts = 1 }
        /^ *\$ / && !(in_block && /^\$ /) { strays++ }
        block_counts && is_new_part {
            part++
            print heading > (part ".name")
            is_new_part = 0
        }
        block_counts { print > (part "") } # "" turns the number into a string.
        END {
            if (in_block || strays > 0)
                exit 1
        }
    ') < "$1"
}

for file in "$@"; do
    rm -rf "$tmp/work"
    cp -R "$tmp/built" "$tmp/work" || exit 2

    if [ ! -f "$file" ]; then
        echo "failed: $file"
        echo 'There is no such file, seen from the folder of xor.c.'
        fail "$file" "$file"
    elif ! grep -q '^\$ ' -- "$file"; then
        echo "failed: $file"
        echo 'No line of it begins with "$ " and a command.'
        fail "$file" "$file"
    elif grep -q '^\$ .*/dev/full' -- "$file" && [ ! -c /dev/full ]; then
        echo "skipped: $file, since this machine has no /dev/full"
        skipped=$((skipped + 1))
    elif [ "$(basename "$file")" != README.md ]; then
        # From the first command to the end.
        sed -n '/^\$ /,$p' "$file" > "$tmp/transcript"
        check "$file" "$file" "$tmp/transcript"
    elif ! cut_readme "$file"; then
        echo "failed: $file"
        echo 'A block has no end, or a command is indented or in no block.'
        fail "$file" "$file"
    else
        (cd "$tmp/work" && make -s clean) # README.md builds xor itself.
        part=1
        while [ -f "$tmp/parts/$part" ]; do
            heading=$(cat "$tmp/parts/$part.name")
            check "README.md, $heading" "$file" "$tmp/parts/$part"
            part=$((part + 1))
        done
    fi
done

if [ "$failed" -gt 0 ]; then
    echo 'These failed:'
    cat "$tmp/names-of-failed"
fi
if [ "$skipped" -gt 0 ] && [ -n "${CI-}" ]; then
    echo 'CI is set, so what was skipped is a failure.'
fi
if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi

if [ "$skipped" -gt 0 ] && [ -n "${CI-}" ]; then
    exit 1
fi
if [ "$passed" -eq 0 ] || [ "$failed" -gt 0 ]; then
    exit 1
fi
