#!/bin/sh
# Draws the pictures of README.md and the pages from what xor prints:
#
#   sh tests/experiments/pictures.sh FOLDER
set -eu
export LC_ALL=C # 0.5, not 0,5
folder=$1
mkdir -p "$folder"
cc -O2 -DHIDDEN=2 -o try-2 xor.c -lm

# picture NAME WIDTH HEIGHT: writes FOLDER/NAME.svg, with what it reads.
picture() {
    cat > "$folder/$1.svg" << END
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 $2 $3" width="$2"
font-family="sans-serif" font-size="15" text-anchor="middle" fill="#333">
<style>.c1 { fill: #1f4e79 } .c2 { fill: #7fa6c9 } .c3 { fill: #e4e4e4 }
.c4 { fill: #f2b880 } .c5 { fill: #d95f02 } path { stroke: #ccc }
circle { stroke: #fff; stroke-width: 2 } .s5 { stroke: #d95f02 }
polyline { fill: none; stroke: #1f4e79; stroke-width: 3 }</style>
<rect width="$2" height="$3" fill="#fff"/>
$(cat)
</svg>
END
}

# label X Y WORDS [CLASS], dot CLASS X,Y, curve CLASS POINTS
label() { echo "<text x='$1' y='$2' class='${4-}'>$3</text>"; }
dot() { echo "<circle cx='${2%,*}' cy='${2#*,}' r='7' class='$1'/>"; }
curve() { echo "<polyline class='$1' points='$2'/>"; }

# place LEFT BOTTOM X-SCALE Y-SCALE: turns lines of x and y into coordinates.
place() {
    awk -v left="$1" -v bottom="$2" -v sx="$3" -v sy="$4" \
        '{ printf "%.1f,%.1f ", left + $1 * sx, bottom - $2 * sy }'
}

# losses OPTION ...: the epochs and losses that xor prints.
losses() { ./xor "$@" | awk '$1 == "Epoch" { print $2, $5 }'; }

# axes LEFT BOTTOM X-STEP Y-STEP X-NAME Y-NAME XS YS: the values at each step.
axes() {
    x=$1
    for value in $7; do
        label "$x" $(($2 + 20)) "$value"
        x=$((x + $3))
    done
    y=$2
    for value in $8; do
        label $(($1 - 30)) $((y + 5)) "$value"
        echo "<path d='M$1 ${y}H$((x - $3))'/>"
        y=$((y - $4))
    done
    label $((($1 + x - $3) / 2)) $(($2 + 40)) "$5"
    label $(($1 + 8)) $((y + $4 - 16)) "$6"
}

# map LEFT EPOCH: a row becomes rectangles. The dots of the samples hide the
# cells in which xor prints 0 and 1.
map() {
    label $(($1 + 66)) 20 "epoch $2"
    ./xor -n "$2" -m | awk -v left="$1" '
        /^[ -][01]/ {
            for (n = 0; n < 33; n += RLENGTH) {
                match(substr($2, n + 1), /^(\.+|:+|-+|[+]+|#+|[01])/)
                printf "<rect class=\"c%d\" x=\"%d\" y=\"%d\" width=\"%d\" " \
                    "height=\"8\" shape-rendering=\"crispEdges\"/>",
                    index(".:-+#", substr($2, n + 1, 1)),
                    left + 4 * n, 30 + 8 * row, 4 * RLENGTH
            }
            print ""
            row++
        }'
    dot c1 $(($1 + 34)),130
    dot c1 $(($1 + 98)),66
    dot c5 $(($1 + 34)),66
    dot c5 $(($1 + 98)),130
}

{
    axes 54 390 172 36 epoch loss '0 2000 4000 6000 8000 10000' \
        '0 0.2 0.4 0.6 0.8'
    curve s "$(losses -n 10001 -p 20 | place 54 390 .086 180)"
    left=54
    for epoch in 0 8000 8425 8500 8700 10000; do
        map $left $epoch
        dot c "$(losses -n $((epoch + 1)) -p $((epoch ? epoch : 1)) |
            sed -n '$p' | place 54 390 .086 180)"
        left=$((left + 152))
    done
    label 120 184 'first input'
    echo "<text x='-98' y='44' transform='rotate(-90)'>second input</text>"
    label 390 202 'prediction: 0'
    for n in 1 2 3 4 5; do
        echo "<path d='M$((404 + 40 * n)) 190h40v14h-40' class='c$n'/>"
    done
    label 652 202 1
} | picture learning 960 435

{
    axes 60 210 72 45 z sigmoid '-6 -4 -2 0 2 4 6' '0 0.25 0.5 0.75 1'
    # Not every awk has exp. u is e^-z, and 0.7788 is e^-0.25.
    sigmoids=$(awk 'BEGIN { u = 403.428793
        for (z = -6; z <= 6; z += 0.25) {
            print z, 1 / (1 + u), u / (1 + u) / (1 + u)
            u *= 0.778800783
        } }')
    curve s "$(echo "$sigmoids" | place 276 210 36 180)"
    curve s5 "$(echo "$sigmoids" | awk '{ print $1, $3 }' |
        place 276 210 36 180)"
    label 400 160 sigmoid_deriv c5
} | picture sigmoid 510 260

{
    axes 80 210 80 60 'learning rate' 'loss after the step' '0 1 2 3 4 5' \
        '0.6930 0.6933 0.6936 0.6939'
    curve s "$(for l in 0 0.5 1 1.5 2 2.5 3 3.5 4 4.5 5; do
        ./xor -n 0 -l $l -t | awk -v l=$l 'END { print l, $2 - 0.693 }'
    done | place 80 210 80 200000)"
} | picture rates 500 260

{
    axes 60 210 100 45 epoch loss '0 10000 20000 30000 40000' \
        '0 0.2 0.4 0.6 0.8'
    for i in 0.2 0.1 0.05; do
        curve s "$(losses -i $i -n 40001 -p 50 | place 60 210 .01 225)"
    done
    label 105 130 0.2
    label 168 130 0.1
    label 410 130 0.05
} | picture start-weights 500 260

# The samples in the plane of two hidden units, and the line of the output unit.
{
    axes 60 210 180 180 'first input' 'second input' '0 1' '0 1'
    axes 350 210 180 180 'unit 0' 'unit 1' '0 1' '0 1'
    # shellcheck disable=SC2046 # Four samples, and two points of the line.
    set -- $(./try-2 -i 1 -s 5 -m | awk '
        /^ +[01] \|/ {
            W2[$1] = $12
            for (i = 7; i <= 10; i++)
                A1[i] = A1[i] " " $i
        }
        /^Output/ {
            print A1[7] "\n" A1[8] "\n" A1[9] "\n" A1[10]
            print 0.42, -($3 + W2[0] * 0.42) / W2[1]
            print 1.08, -($3 + W2[0] * 1.08) / W2[1]
        }' | place 350 210 180 180)
    curve s "$5 $6"
    for at in 60,210 240,30 "$1" "$4"; do
        dot c1 "$at"
    done
    for at in 60,30 240,210 "$2" "$3"; do
        dot c5 "$at"
    done
    label 500 18 '[0 1] and [1 0]'
    label 384 52 '[0 0]'
    label 505 195 '[1 1]'
} | picture hidden-layer 560 260
