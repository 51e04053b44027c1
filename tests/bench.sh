#!/bin/sh
# Prints how long xor takes per epoch, built as make does and with all that the
# compiler can do, beside NumPy. The programs run in turn, seven times, so that
# other load hits all; each time is the median.
set -u
export LC_ALL=C # 1.5, not 1,5
cd "$(dirname "$0")/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'rm -rf "$tmp"; trap - EXIT; exit 2' HUP INT QUIT PIPE TERM

make -s xor && cp xor "$tmp/as-make-builds-it" || exit 1
${CC:-cc} -Ofast -march=native -o "$tmp/with-Ofast" xor.c -lm || exit 1
cat > "$tmp/NumPy" << END
#!/bin/sh
exec ${PYTHON:-python3} tests/numpy_xor.py "\$@"
END
chmod +x "$tmp/NumPy"

# seconds COMMAND ...: how long it runs.
seconds() {
    { time -p "$@" > /dev/null; } 2>&1 | awk '$1 == "real" { print $2 }'
}

for round in 1 2 3 4 5 6 7; do
    for run in as-make-builds-it,10000000 with-Ofast,10000000 NumPy,100000; do
        program=${run%,*}
        epochs=${run#*,}
        all=$(seconds "$tmp/$program" -n "$epochs" -p 1000000000)
        start=$(seconds "$tmp/$program" -n 0)
        echo "$program $all $start $epochs"
    done
done | awk '{ printf "%s %.1f\n", $1, ($2 - $3) / $4 * 1e9 }' | sort -k1,1 -k2n |
    awk '{ n[$1]++; if (n[$1] == 4) ns[$1] = $2 }
        END {
            for (program in ns)
                printf "%-18s %6.0f ns per epoch, %.2f times the first\n",
                    program, ns[program], ns[program] / ns["as-make-builds-it"]
        }' | sort -k2n
