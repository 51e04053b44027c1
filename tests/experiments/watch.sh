#!/bin/sh
# Shows the map of predictions whenever the loss has changed by 0.02, and for
# half a second every 4,000 epochs:
#
#   sh tests/experiments/watch.sh ./xor -s 7 -n 20000
set -u
export LC_ALL=C # 0.5, not 0,5
epochs=$("$@" -p 1 | awk '
    /^Epoch/ && ($2 % 4000 == 0 || $5 < last - 0.02 || $5 > last + 0.02) {
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
for epoch in $epochs; do # Each trains anew, which takes milliseconds.
    "$@" -n "$epoch" -p 1e9 -m -t | awk -v epoch="$epoch" -v end="$end" '
        function paint(map,   n) {
            for (n = split("24 110 254 216 166", code); n && end; n--)
                gsub("[" substr(".:-+#", n, 1) "]", "\033[48;5;" code[n] \
                    "m \033[0m", map)
            return map
        }
        end && /^Pre/ {
            $0 = "\033[HPrediction: 0 " paint("..::--++##") " 1; targets: 0, 1"
        }
        /^[ -][01][.]/ { $0 = substr($0, 1, 7) paint(substr($0, 8)) }
        /Prediction/, /^     -0.5/ { print $0 end }
        /^Output/ { answers = $5 " " $6 " " $7 " " $8 }
        $1 == "loss" && loss == "" { loss = $2 }
        END { printf "epoch %-6d loss %s, answers %s%s\n", epoch, loss, answers,
            end (end ? "\033[J" : "") }'
    [ ! -t 1 ] || sleep "0.$((epoch % 4000 ? 0 : 5))6"
done
