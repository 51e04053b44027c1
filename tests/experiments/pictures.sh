#!/bin/sh
# Draws the pictures in a folder: sh tests/experiments/pictures.sh FOLDER
set -eu
cc -O2 -DHIDDEN=2 -o try-2 xor.c -lm
LC_ALL=C awk -v folder="$1" -v CONVFMT=%.1f -f - << 'END'
BEGIN {
    bold = "font-weight='bold'"
    dashed = "stroke-dasharray='6 10'"
    dashes = "stroke-dasharray='3 5' pathLength='99' " # one at either end
    split("#24527a #8fb2d3 #ececec #fbc58b #f28e2b", colour)
    split("[0 0],[0 1],[1 0],[1 1]", sample, ",")
    split("0 0 1 1", across) # where a map shows the samples
    split("0 1 0 1", up)
    split("-24 -30 30 0", shift)

    begin("network", 446)
    map(540, 133, 180, read("./xor -m"), "out", "XOR = OR − AND")
    text("630 341", sprintf("bias %.1f", said["out", 5]), bold)
    for (n = 0; n < 4; n++) {
        y = 70 + 102 * n
        path("62 163Q116 " y - 16 " 170 " y - 16, pen(said[n, 3]))
        path("62 283Q116 " y + 16 " 170 " y + 16, pen(said[n, 4]))
        path("537 " 187 + 24 * n "Q474 " y " 408 " y, pen(said[n, 12]))
        text("444 " y + (n < 2 ? -14 : 28), sprintf("%+.1f", said[n, 12]), bold)
        path("170 " y - 48 "h236v96h-236z", "stroke='#e6e6e6' fill='#fff'")
        map(177, y - 41, 82, stripes(said[n, 3], said[n, 5]), n)
        text("333 " y - 6, "unit " n (said[n, 8] > .5 ? ": OR" : ": AND"), bold)
        text("333 " y + 22, sprintf("x1+x2 > %.1f", -said[n, 5] / said[n, 3]))
    }
    text("38 170", "x1", bold)
    text("38 290", "x2", bold)

    chart("learning", 490, "epoch", "0 2000 4000 6000 8000 10000", "0 0.4 0.8")
    path(losses("./xor -p 25 -n 10001", 10000, 0.8))
    split("undecided,barely OR,barely XOR,XOR", caption, ",")
    for (n = split("4000 8300 8425 10000", epoch); n > 0; n--) {
        map(172 * n - 90, 44, 124, read("./xor -m -n " epoch[n]), "out", \
            "epoch " epoch[n], caption[n])
        dot(at[epoch[n]])
    }
    text(point(0.4, 0.7), "loss 0.6931 for nearly 8000 epochs")
    text(at[8300], 8300, bold " dx='-40' dy='7'")
    text(at[8425], 8425, bold " dx='-40' dy='7'")

    chart("rates", 320, "epoch", "0 50 100 150 200 250", "0 0.4 0.8")
    path(losses("./xor -p 1 -n 251", 250, 0.8), dashed " stroke='#888'")
    path(losses("./xor -p 1 -n 251 -l 5", 250, 0.8))
    dot(at[190])
    text(point(0.27, 1.08), "learning rate 5: climbs first")
    text(at[190], "below 0.4 at epoch 190", "dx='-130' dy='14'")
    text(point(0.67, 0.93), "learning rate 1: below 0.4 at epoch 8430")

    chart("sigmoid", 320, "z", "-6 -4 -2 0 2 4 6", "0 0.25 0.5 0.75 1")
    for (n = 0; n <= 48; n++) {
        s = 1 / (1 + exp(6 - n / 4))
        values = values point(n / 48, s)
        slopes = slopes point(n / 48, s * (1 - s))
    }
    path(point(1 / 3, 0) point(2 / 3, 1), "stroke-width='2'")
    path(values)
    path(slopes, dashed)
    dot(point(0.508, 0.525))
    text(point(0.55, 0.93), "1/2 + z/4")
    text(point(0.76, 0.5), "first step: every z is near 0")
    text(point(0.83, 0.85), "s = sigmoid(z)")
    text(point(0.81, 0.22), "sigmoid_deriv = s (1 − s)")

    begin("hidden-layer", 400)
    map(60, 60, 280, read("./try-2 -i 1 -s 5 -m"), "out", \
        "inputs: it takes two lines", "→ x1, ↑ x2")
    split(said[0, 7] " " said[0, 8] " " said[0, 9] " " said[0, 10], across)
    split(said[1, 7] " " said[1, 8] " " said[1, 9] " " said[1, 10], up)
    map(420, 60, 280, stripes(said[0, 12], said["out", 5]), "out", \
        "hidden units: one line will do", "→ unit 0: OR, ↑ unit 1: not AND")
    put("</svg>")
}

# Keeps what xor prints: said[w, n] is word n of the line that begins with w. A
# unit's answers are words 7 to 10. Returns a symbol for each stripe of the map.
function read(command,   n) {
    while ((command | getline) > 0) {
        sub(/^Output \|/, "out | 0 0") # as if it were one more hidden unit
        for (n = 2; n <= NF; n++) said[$1, n] = $n
    }
    close(command)
    return substr(said["-0.500", 2], 1, 16) said["0.500", 2] \
        substr(said["1.500", 2], 18)
}
function losses(command, width, height,   d) {
    while (((command " | grep Epoch") | getline) > 0) {
        at[$2] = point($2 / width, $5 / height)
        d = d at[$2]
    }
    return d
}

# Returns such symbols for a unit with a bias b and two weights of about w.
function stripes(w, b,   n, s) {
    for (n = 0; n <= 64; n++)
        s = s substr(".:-+#", 1 + int(5 / (1 + exp(w - w * n / 16 - b))), 1)
    return s
}

# A square with the stripes s, each a triangle that the next one covers in part,
# and in discs a unit's answers to the samples.
function map(x, y, w, s, unit, title, axes,   n, at) {
    put("<svg x='" x "' y='" y "' width='" w "' height='" w "' stroke='none'")
    put("viewBox='0 -32.5 32.5 32.5'>")
    for (n = 65; n > 0; n--)
        if (substr(s, n, 1) != substr(s, n + 1, 1))
            path("0 0h" n "L0-" n, "fill='" \
                colour[index(".:-+#", substr(s, n, 1))] "'")
    put("</svg>")
    for (n = 1; n <= 4; n++) {
        at = x + w * (0.25 + across[n] / 2) " " y + w * (0.75 - up[n] / 2)
        path(at "h0", "stroke='#fff' stroke-width='" 20 + w / 14 "'")
        text(at, said[unit, n + 6] == 0.5 ? "?" : \
            sprintf("%.0f", said[unit, n + 6]), bold " dy='8'")
        if (w > 200)
            text(at, sample[n], "dx='" shift[n] "' dy='" \
                (up[n] > 0.5 ? -30 : 44) "' style='stroke: none; fill: " \
                (said[unit, n + 6] > 0.5 ? "#222'" : "#fff'"))
    }
    text(x + w / 2 " " y - 16, title, bold)
    text(x + w / 2 " " y + w + 28, axes)
}

function chart(name, height, xname, xs, ys,   n, m, tick) {
    begin(name, height)
    bottom = height - 70
    m = split(xs, tick) - 1
    for (n = 0; n <= m; n++) text(point(n / m, 0), tick[n + 1], "dy='28'")
    m = split(ys, tick) - 1
    for (n = 0; n <= m; n++) text(point(-0.07, n / m), tick[n + 1], "dy='7'")
    text(point(0.5, 0), xname, "dy='56'")
    text(point(-0.07, 1), xname == "epoch" ? "loss" : "", "dy='-16'")
    path(point(0, 1) "v200h610", "stroke='#ccc'")
}
function point(x, y) { return " " 110 + 610 * x " " bottom - 200 * y }
function begin(name, height) {
    if (file) put("</svg>")
    file = folder "/" name ".svg"
    put("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 760 " height "'")
    put("width='760' font-family='sans-serif' font-size='20' fill='none'")
    put("text-anchor='middle' paint-order='stroke' stroke='#222'")
    put("stroke-width='4' stroke-linecap='round' stroke-linejoin='round'>")
    path("0 0h760v" height "h-760z", "fill='#fff' stroke='none'")
}
function pen(w) { return w < 0 ? dashes pen(-w) : \
    "stroke='#888' stroke-width='" 1 + 0.6 * w "'" }
function dot(at) { path(at "h0", "stroke-width='16'") }
function path(d, style) { put("<path d='M" d "' " style "/>") }
function text(at, words, style) {
    sub(/-/, "−", words)
    put("<text transform='translate(" at ")' fill='#222' stroke='#fff'")
    put("stroke-width='6' " style ">" words "</text>")
}
function put(element) { print element > file }
END
