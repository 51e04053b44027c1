#!/bin/sh
# Shows the map of predictions whenever the loss has changed by 0.03, and every
# 4,000 epochs:
#
#   sh tests/experiments/watch.sh ./xor -s 7 -n 20000
set -u
export LC_ALL=C # 0.5, not 0,5
epochs=$("$@" -p 1 | awk '
    /^Epoch/ && ($2 % 4000 == 0 || $5 < last - 0.03 || $5 > last + 0.03) {
        last = $5
        print $2
    }
    /Predicted/ { print NR - 1 }')
[ -n "$epochs" ] || exit 2 # xor has said why.
end=
if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ] && [ -z "${NO_COLOR-}" ]; then
    end='\033[K'
    printf '\033[2J'
fi
for epoch in $epochs; do # Each starts over, which takes milliseconds.
    "$@" -n "$epoch" -p 1e9 -m -t | awk -v epoch="$epoch" -v end="$end" '
        function paint(map,   n) {
            for (n = split("24 110 254 216 166", code); n && end; n--)
                gsub("[" substr(".:-+#", n, 1) "]", "\033[48;5;" code[n] \
                    "m \033[0m", map)
            return map
        }
        function answer(p) { return p == 0.5 ? "?" : p > 0.5 }
        end && /^Pre/ { $0 = "\033[HPrediction: 0 " paint("..::--++##") " 1" }
        /^Output/ { split($0, out) }
        /^ [01][.]000/ { # In place of the targets there
            n = 5 + $1
            $0 = substr($0, 1, 15) answer(out[n]) substr($0, 17, 15) \
                answer(out[n + 2]) substr($0, 33)
        }
        /^[ -][01][.]/ { $0 = substr($0, 1, 7) paint(substr($0, 8)) }
        /Prediction/, /^     -0.5/ { print $0 end }
        $1 == "loss" && loss == "" { loss = $2 }
        END {
            is = answer(out[5]) answer(out[6]) answer(out[7]) answer(out[8])
            is = is == "0111" ? ": OR" : is == "0110" ? ": XOR" : ""
            printf "epoch %-6d loss %s, predictions %s %s %s %s%s%s\n",
                epoch, loss, out[5], out[6], out[7], out[8], is,
                end (end ? "\033[J" : "")
        }'
    [ ! -t 1 ] || sleep "0.$((epoch % 4000 ? 12 : 60))"
done
