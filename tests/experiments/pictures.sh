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
<style>.c0 { fill: #1f4e79 } .c1 { fill: #7fa6c9 } .c2 { fill: #e4e4e4 }
.c3 { fill: #f2b880 } .c4 { fill: #d95f02 }
circle { stroke: #fff; stroke-width: 2 }
path { stroke: #ccc } polyline { fill: none; stroke: #333; stroke-width: 3 }
.blue { stroke: #1f4e79 } .orange { stroke: #d95f02 }</style>
<rect width="$2" height="$3" fill="#fff"/>
$(cat)
</svg>
END
}

# label X Y WORDS [CLASS]
label() { echo "<text x='$1' y='$2' class='${4-}'>$3</text>"; }

# dot X,Y CLASS
dot() { echo "<circle cx='${1%,*}' cy='${1#*,}' r='7' class='$2'/>"; }

# curve CLASS POINTS
curve() { echo "<polyline class='$1' points='$2'/>"; }

# losses OPTION ...: the epochs and losses that xor prints.
losses() { ./xor "$@" | awk '$1 == "Epoch" { print $2, $5 }'; }

# place LEFT BOTTOM X-SCALE Y-SCALE: turns lines of x and y into coordinates.
place() {
    awk -v left="$1" -v bottom="$2" -v sx="$3" -v sy="$4" \
        '{ printf "%.1f,%.1f ", left + $1 * sx, bottom - $2 * sy }'
}

# axes LEFT BOTTOM X-STEP Y-STEP X-NAME Y-NAME XS YS: the values at each step.
axes() {
    n=0
    for y in $8; do
        label $(($1 - 30)) $(($2 - n * $4 + 5)) "$y"
        echo "<path d='M$1 $(($2 - n * $4))h$(($3 * ($(echo "$7" | wc -w) - 1)))'/>"
        n=$((n + 1))
    done
    label $(($1 + 8)) $(($2 - (n - 1) * $4 - 16)) "$6"
    n=0
    for x in $7; do
        label $(($1 + n * $3)) $(($2 + 20)) "$x"
        n=$((n + 1))
    done
    label $(($1 + (n - 1) * $3 / 2)) $(($2 + 40)) "$5"
}

# map LEFT TOP EPOCH: a row becomes rectangles. The samples are drawn last.
map() {
    label $(($1 + 66)) $(($2 - 10)) "epoch $3"
    ./xor -n "$3" -m | sed -n '/^Prediction/,$p' | awk -v left="$1" -v top="$2" '
        /^[ -][01]/ {
            sub(/[01]/, substr($2, 8, 1), $2)
            sub(/[01]/, substr($2, 24, 1), $2)
            for (n = 0; n < 33; n += RLENGTH) {
                match(substr($2, n + 1), /^(\.+|:+|-+|[+]+|#+)/)
                printf "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"8\" " \
                    "class=\"c%d\" shape-rendering=\"crispEdges\"/>\n",
                    left + 4 * n, top + 8 * row, 4 * RLENGTH,
                    index(".:-+#", substr($2, n + 1, 1)) - 1
            }
            row++
        }'
    for sample in 0,0,0 0,1,4 1,0,4 1,1,0; do
        echo "$sample" | tr , ' '
    done | while read -r a b class; do
        dot $(($1 + 34 + 64 * a)),$(($2 + 100 - 64 * b)) "c$class"
    done
}

{
    axes 54 390 172 36 epoch loss '0 2000 4000 6000 8000 10000' \
        '0 0.2 0.4 0.6 0.8'
    curve dark "$(losses -n 10001 -p 20 | place 54 390 .086 180)"
    left=54
    for epoch in 0 8000 8425 8500 8700 10000; do
        map $left 30 $epoch
        left=$((left + 152))
        dot "$(losses -n $((epoch + 1)) -p $((epoch + 1000 * !epoch)) |
            sed -n '$p' | place 54 390 .086 180)" dark
    done
    label 120 184 'first input'
    echo "<text x='-98' y='44' transform='rotate(-90)'>second input</text>"
    label 390 202 'prediction: 0'
    for n in 0 1 2 3 4; do
        echo "<rect x='$((444 + 40 * n))' y='190' width='40' height='14' class='c$n'/>"
    done
    label 652 202 1
} | picture learning 960 435

{
    axes 60 210 72 45 z sigmoid '-6 -4 -2 0 2 4 6' '0 0.25 0.5 0.75 1'
    for part in 'dark s' 'orange s*(1-s)'; do
        curve "${part% *}" "$(awk "BEGIN { for (z = -6; z <= 6; z += 0.25) {
            s = 1 / (1 + exp(-z)); print z, ${part#* } } }" |
            place 276 210 36 180)"
    done
    label 400 160 sigmoid_deriv c4
} | picture sigmoid 510 260

{
    axes 80 210 80 60 'learning rate' 'loss after the step' '0 1 2 3 4 5' \
        '0.6930 0.6933 0.6936 0.6939'
    curve dark "$(for l in 0 0.5 1 1.5 2 2.5 3 3.5 4 4.5 5; do
        ./xor -n 0 -l $l -t | awk -v l=$l 'END { print l, $2 - 0.693 }'
    done | place 80 210 80 200000)"
} | picture rates 500 260

{
    axes 60 210 100 45 epoch loss '0 10000 20000 30000 40000' \
        '0 0.2 0.4 0.6 0.8'
    for start in orange,0.2,106,c4 dark,0.1,168,c5 blue,0.05,410,c0; do
        echo "$start" | tr , ' '
    done | while read -r class i x fill; do
        curve "$class" "$(losses -i $i -n 40001 -p 50 | place 60 210 .01 225)"
        label "$x" 130 "$i" "$fill"
    done
} | picture start-weights 500 260

# The samples in the plane of two hidden units, and the line of the output unit.
{
    axes 60 210 180 180 'first input' 'second input' '0 1' '0 1'
    axes 350 210 180 180 'unit 0' 'unit 1' '0 1' '0 1'
    # shellcheck disable=SC2046 # Four samples, and two points of the line.
    set -- $(./try-2 -i 1 -s 5 -m | awk '
        $1 ~ /^[01]$/ && $2 == "|" {
            for (i = 1; i <= 4; i++)
                A1[$1, i] = $(6 + i)
            W2[$1] = $12
        }
        $1 == "Output" {
            for (i = 1; i <= 4; i++)
                print A1[0, i], A1[1, i]
            for (a = 0.42; a < 1.1; a += 0.66)
                print a, -($3 + W2[0] * a) / W2[1]
        }' | place 350 210 180 180)
    curve dark "$5 $6"
    for at in 60,210 240,30 "$1" "$4"; do
        dot "$at" c0
    done
    for at in 60,30 240,210 "$2" "$3"; do
        dot "$at" c4
    done
    label 500 18 '[0 1] and [1 0]'
    label 384 52 '[0 0]'
    label 505 195 '[1 1]'
} | picture hidden-layer 560 260

# The trained network: the thicker a line, the larger the weight.
{
    ./xor -m | awk '
        function link(x1, y1, x2, y2, weight) {
            printf "<path d=\"M%d %dL%d %d\" class=\"%s\" " \
                "style=\"stroke-width: %.1f\"/>\n", x1, y1, x2, y2,
                weight < 0 ? "blue" : "orange", sqrt(weight * weight) / 1.5
        }
        $1 ~ /^[0-3]$/ && $2 == "|" {
            link(110, 80, 260, 40 + 60 * $1, $3)
            link(110, 180, 260, 40 + 60 * $1, $4)
            link(260, 40 + 60 * $1, 410, 130, $12)
        }'
    for at in 110,80 110,180 260,40 260,100 260,160 260,220 410,130; do
        dot "$at" dark
    done
    label 60 85 'first input'
    label 54 185 'second input'
    label 260 24 'unit 0: AND'
    label 260 246 'unit 3: OR'
    label 450 135 output
} | picture network 490 260
