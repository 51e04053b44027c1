#!/bin/sh
# Makes one mistake at a time in a copy of xor.c, trains it from ten seeds, and
# counts how the four answers end up: 0 is below 0.2, 1 above 0.8, ? in between.
# The error is squared, and each sample has a step of its own: 4,000 steps are
# 1,000 passes. There are 8 hidden units.
set -u
export LC_ALL=C # 0.2, not 0,2

slope='(A2[i] - y[i]) * A2[i] * (1 - A2[i])'
sed "s/= A2.i. - y.i./= (i == turn) * SAMPLES * $slope/
    s/^static double dZ2/static int turn; &/
    s/^        update();/& turn = (turn + 1) % SAMPLES;/" xor.c > try-each.c

# try MISTAKE SED-COMMAND
try() {
    sed "$2" try-each.c > try-mistake.c
    cc -O1 -DHIDDEN=8 -o try-mistake try-mistake.c -lm || exit 2
    printf '%-34s' "$1"
    for seed in 0 1 2 3 4 5 6 7 8 9; do
        ./try-mistake -i 1 -n 4000 -s $seed -m
    done | awk '/^Output/ {
        for (n = 5; n <= 8; n++)
            $n = $n < 0.2 ? 0 : $n > 0.8 ? 1 : "?"
        print $5, $6, $7, $8
    }' | sort | uniq -c | sort -rn | head -n 3 |
        xargs printf '  %2d of %s %s %s %s'
    echo
}

echo 'The three commonest outputs of ten starts, with ? for 0.2 to 0.8:'
deriv='deriv.i..j. = .*'
try 'no mistake' ''
try 'the error with the opposite sign' 's/(A2.i. - y.i.)/(y[i] - A2[i])/'
try 'the prediction goes back, no error' 's/(A2.i. - y.i.)/A2[i]/'
try 'the sigmoid twice' \
    "s/$deriv/deriv[i][j] = sigmoid(A1[i][j]) * (1 - sigmoid(A1[i][j]));/"
try 'no activation in the hidden layer' \
    "s/sigmoid(Z1.i..j.)/Z1[i][j]/; s/$deriv/deriv[i][j] = 1;/"
try 'identical weights' 's/np_random_randn() . scale/scale/'
try 'the whole error for each unit' 's/= dA1.i..j. .*/= dZ2[i];/'
try '[1 1] in place of [0 1]' 's/{0, 1}, {1, 0}/{1, 1}, {1, 0}/'
try 'the error goes back through W1' 's/= dZ2.i. . W2.j./= dZ2[i] * W1[0][j]/'
try 'W1 never moves' 's/W1.k..j. -= /W1[k][j] -= 0 */'
try 'biases that go uphill' \
    's/^        b1.j. -= lr/        b1[j] += lr/; s/^    b2 -= lr/    b2 += lr/'
try 'W2[0] for each hidden unit' 's/= dZ2.i. . W2.j./= dZ2[i] * W2[0]/'
