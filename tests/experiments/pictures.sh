#!/bin/sh
# Draws the pictures of README.md and the pages from what xor prints:
#   sh tests/experiments/pictures.sh FOLDER
set -eu
export LC_ALL=C # 0.5, not 0,5
./xor -h > /dev/null
mkdir -p "$1"
cc -O2 -DHIDDEN=2 -o try-2 xor.c -lm
awk -v folder="$1" -v CONVFMT=%.1f -v bold="font-weight='bold'" -f - << 'END'
function begin(name, h) {
    if (file) put("</svg>")
    file = folder "/" name ".svg"
    put("<svg xmlns='http://www.w3.org/2000/svg' font-family='sans-serif'")
    put("width='760' viewBox='0 " 490 - h " 760 " h "' fill='none'")
    put("stroke='#222' stroke-width='4' stroke-linecap='round' font-size='20'>")
    put("<style>text { text-anchor: middle; paint-order: stroke; fill: #222;")
    put("stroke: #fff; stroke-width: 6 } rect { fill: #fff; stroke: none }")
    put("</style><rect y='" 490 - h "' width='100%' height='100%' rx='9'/>")
}
function put(element) { print element > file }
function path(d, more) { put("<path d='M" d "' " more "/>") }
function text(at, words, more) {
    sub(/^-/, "−", words)
    put("<text transform='translate(" at ")' " more ">" words "</text>")
}
function expo(x,   root) { # The awk of busybox may have no exp.
    if (x * x < 1e-12) return 1 + x
    root = expo(x / 2)
    return root * root
}
function sigmoid(z) { return 1 / (1 + expo(-z)) }
# Keeps what xor prints, by the first word of a line. The answers are words 7
# to 10 in a row of a unit, and in out. Returns the map of -m as stripes, from
# corner to corner. The next function does so for a unit with weights w, w.
function read(command) {
    while ((command | getline) > 0) printed[$1] = $0
    close(command)
    split("0 | " printed["Output"], out)
    return substr(printed["-0.500"], 8, 16) substr(printed["0.500"], 8) \
        substr(printed["1.500"], 25)
}
function stripes(w, b,   n, s) {
    for (n = 0; n <= 64; n++)
        s = s substr(".:-+#", 1 + int(5 * sigmoid(w * n / 16 - w + b)), 1)
    return s
}
# A square with the stripes s, and in discs the answers to the four samples.
function map(x, y, w, s, unit, title, axes,   n, at) {
    put("<svg x='" x "' y='" y "' width='" w "' height='" w "' stroke='none'")
    put("viewBox='0 -32.5 32.5 32.5' opacity='" (w > 200 ? 0.5 : 1) "'>")
    for (n = 65; n > 0; n--)
        if (substr(s, n, 1) != substr(s, n + 1, 1))
            path("0 0h" n "L0-" n, "fill='" \
                colour[index(".:-+#", substr(s, n, 1))] "'")
    put("</svg>")
    for (n = 1; n <= 4; n++) {
        at = x + w * (0.25 + u[n] / 2) " " y + w * (0.75 - u[n + 4] / 2)
        path(at "h0", "stroke='#fff' stroke-width='32'")
        text(at, unit[n + 6] == 0.5 ? "?" : sprintf("%.0f", unit[n + 6]), \
            bold " dy='8' font-size='23'")
        if (w > 200) text(at, sample[n], n % 2 ? "dy='40'" : "dy='-24'")
    }
    text(x + w / 2 " " y - 16, title, bold)
    text(x + w / 2 " " y + w + 28, axes)
}
function pen(w) { return w < 0 ? pen(-w) dashed : \
    "stroke='#888' stroke-width='" 1 + 0.6 * w "'" }
function point(x, y) { return " " 110 + 610 * x " " 420 - 200 * y }
function chart(name, height, xs, ys, xname,   n, m, tick) {
    begin(name, height)
    m = split(xs, tick) - 1
    for (n = 0; n <= m; n++) text(point(n / m, 0), tick[n + 1], "dy='28'")
    m = split(ys, tick) - 1
    for (n = 0; n <= m; n++) text(point(-0.07, n / m), tick[n + 1], "dy='7'")
    path(point(0, 1) "v200h610", "stroke='#ccc'")
    text(point(0.5, 0), xname, "dy='56'")
}
BEGIN {
    dashed = " stroke-dasharray='6 10' stroke-dashoffset='6'"
    split("#24527a #8fb2d3 #ececec #fbc58b #f28e2b", colour)
    split("[0 0],[0 1],[1 0],[1 1]", sample, ",")
    split("0 0 1 1 0 1 0 1", u) # x1, and then x2

    begin("network", 446)
    map(540, 178, 180, read("./xor -m"), out, "XOR = OR − AND", "→ x1, ↑ x2")
    for (n = 0; n < 4; n++) {
        split(printed[substr("3201", n + 1, 1)], w) # unit 3 at the top
        y = 112 + 102 * n
        path("60 208C115 208 115 " y - 13 " 170 " y - 13, pen(w[3]))
        path("60 328C115 328 115 " y + 19 " 170 " y + 19, pen(w[4]))
        path("400 " y "c67 0 67 " 98 - 62 * n " 134 " 98 - 62 * n, pen(w[12]))
        text("434 " y + 28 - 14 * n, sprintf("%+.1f", w[12]), bold)
        path("170 " y - 47 "h230v100h-230z", "stroke='#e6e6e6' fill='#fff'")
        map(176, y - 41, 88, stripes(w[3], w[5]), w)
        text("332 " y, w[8] > .5 ? "OR" : w[10] > .7 ? "AND" : "weak AND", bold)
        text("332 " y + 27, "unit " w[1])
    }
    text("38 215", "x1", bold)
    text("38 335", "x2", bold)

    chart("learning", 490, "0 2000 4000 6000 8000 10000", "0 0.4 0.8", "epoch")
    while (("./xor -n 10001 -p 25" | getline) > 0)
        if ($1 == "Epoch") {
            dot[$2] = point($2 / 10000, $5 / 0.8)
            losses = losses dot[$2]
        }
    path(losses)
    text(point(0.4, 0.86), "loss 0.6931 for nearly 8000 epochs", "dy='32'")
    split("undecided,OR first,barely XOR,XOR", caption, ",")
    for (n = split("4000 8300 8425 10000", epoch); n > 0; n--) {
        map(172 * n - 102, 44, 124, read("./xor -m -n " epoch[n]), out, \
            "epoch " epoch[n], caption[n])
        path(dot[epoch[n]] "h0", "stroke-width='16'")
        text(dot[epoch[n]], n < 4 ? epoch[n] : "", \
            (n < 2 ? "dy='-16' " : "dx='-40' dy='7' ") bold)
    }
    chart("rates", 320, "0 1 2 3 4 5", "0.6930 0.6934 0.6938", "learning rate")
    for (n = 0; n <= 50; n++) {
        read("./xor -n 0 -t -l " n / 10)
        loss[n] = point(n / 50, (substr(printed["loss"], 28) - 0.693) * 1250)
        after = after loss[n]
    }
    path(after)
    path(loss[0] "h610", dashed)
    path(loss[20] "h0M" loss[39] "h0", "stroke-width='16'")
    text(loss[0], "loss before the step", "dx='190' dy='-14'")
    text(loss[20], "loss after the step: lowest near 2", "dy='27'")
    text(loss[39], "the same at 3.9", "dx='60' dy='34'")
    chart("sigmoid", 320, "-6 -4 -2 0 2 4 6", "0 0.25 0.5 0.75 1", "z")
    for (n = 0; n <= 48; n++) {
        s = sigmoid(n / 4 - 6)
        sigmoids = sigmoids point(n / 48, s)
        slopes = slopes point(n / 48, s * (1 - s))
    }
    path(sigmoids)
    path(slopes, dashed)
    text(point(0.5, 0.8), "s = sigmoid")
    text(point(0.83, 0.24), "sigmoid_deriv = s (1 − s)")

    begin("hidden-layer", 400)
    read("./try-2 -i 1 -s 5 -m")
    map(60, 150, 280, stripes(0, 0), out, "no line separates 1s from 0s", \
        "→ x1, ↑ x2")
    path("148 238l104 104M148 342l104 -104", dashed)
    text("200 303", "?", bold " font-size='36'")
    split(substr(printed["0"], 35, 24) substr(printed["1"], 35), u) # their A1
    map(420, 150, 280, stripes((substr(printed["0"], 61) + u[10]) / 2, \
        out[5]), out, "one line does", "→ unit 0, ↑ unit 1")
    put("</svg>")
}
END
