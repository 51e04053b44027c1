#!/bin/sh
# Prints how long xor takes per epoch, built as make does and with all that the
# compiler can do, beside NumPy. The three run in turn, and the median of seven
# times counts, so that other load hits all.
set -eu
cd "$(dirname "$0")/.."
make -s xor
${CC:-cc} -Ofast -march=native -o try-fast xor.c -lm
printf '#!/bin/sh\nexec %s tests/numpy_xor.py "$@"\n' "${PYTHON:-python3}" > try-numpy
chmod +x try-numpy

for round in 1 2 3 4 5 6 7; do
    for run in xor,20000000 try-fast,20000000 try-numpy,100000; do
        epochs=${run#*,}
        { time -p "./${run%,*}" -n "$epochs" -p 1000000000 > /dev/null; } 2>&1 |
            awk -v run="$run" -v n="$epochs" \
                '$1 == "user" { printf "%s %.1f\n", run, $2 / n * 1e9 }'
    done
done | sort -k 1,1 -k 2n | awk '
    ++n[$1] == 4 { ns[$1] = $2; sub(/,.*/, "", $1); name[NR] = $1; at[NR] = $2 }
    END { for (r in at) printf "%-9s %8.0f ns per epoch, %.2f of xor\n",
            name[r], at[r], at[r] / ns["xor,20000000"] }'
