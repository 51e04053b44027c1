/* xor.c: a neural network learns XOR. This is the program from the tutorial at
   educatbild.com/blog/how-neural-networks-work, repaired and rewritten in C.

   To compile and run: cc -O2 -o xor xor.c -lm && ./xor
   The options: ./xor -h

   SPDX-License-Identifier: 0BSD */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- The problem -----------------------------------------------------------
   XOR is 1 if exactly one of its two inputs is 1. Each row of X is a sample, a
   pair of inputs; y holds its target, the right answer.

   In the lesson, i counts samples, k inputs, and j units of the hidden layer.
   The shapes in the comments are the tutorial's: (4, 1) means 4 rows and 1
   column, in C just [4]. */

#define SAMPLES 4
#define INPUTS 2
#ifndef HIDDEN
#define HIDDEN 4 /* cc -DHIDDEN=2 makes it 2. The shapes below are for 4. */
#endif

static const double X[SAMPLES][INPUTS] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double y[SAMPLES] = {0, 1, 1, 0}; /* (4, 1) */

/* ---- The network -----------------------------------------------------------
   A neuron, or unit, multiplies each of its inputs by a weight, adds up the
   products, and adds a bias. The sum is called z. The unit's output is its
   activation, sigmoid(z), a number between 0 and 1. */

static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}

/* The two inputs feed four units, the hidden layer, and these feed one output
   unit. All that the network learns is its 8 + 4 + 4 + 1 = 17 parameters. */

static double W1[INPUTS][HIDDEN]; /* (2, 4), from input k to unit j */
static double b1[HIDDEN];         /* (1, 4) */
static double W2[HIDDEN];         /* (4, 1), from unit j to the output */
static double b2;                 /* (1, 1) */

static uint32_t seed = 42; /* -s */
static double scale = 0.1; /* -i: how large the initial weights are */

/* Defined below. Most of randn's numbers lie between -2 and 2. */
static void np_random_seed(uint32_t s);
static double np_random_randn(void);

/* The initial weights are random so that the hidden units differ. Units that
   start equal, W2 included, would get the same updates and stay equal: four
   units that can do no more than one. */
static void initialize(void) {
    /* np.random.seed(42) */
    np_random_seed(seed);

    /* W1 = np.random.randn(2, 4) * 0.1 */
    for (int k = 0; k < INPUTS; k++)
        for (int j = 0; j < HIDDEN; j++)
            W1[k][j] = np_random_randn() * scale;

    /* b1 = np.zeros((1, 4)) */
    for (int j = 0; j < HIDDEN; j++)
        b1[j] = 0;

    /* W2 = np.random.randn(4, 1) * 0.1 */
    for (int j = 0; j < HIDDEN; j++)
        W2[j] = np_random_randn() * scale;

    /* b2 = np.zeros((1, 1)) */
    b2 = 0;
}

/* ---- The forward pass ------------------------------------------------------

       x --W1, b1--> Z1 --sigmoid--> A1 --W2, b2--> Z2 --sigmoid--> A2

   Each array has one row per sample. A2 is the prediction, the probability of
   a 1. The tutorial calls the four arrays the cache. */

static double Z1[SAMPLES][HIDDEN]; /* (4, 4) */
static double A1[SAMPLES][HIDDEN]; /* (4, 4) */
static double Z2[SAMPLES];         /* (4, 1) */
static double A2[SAMPLES];         /* (4, 1) */

/* x is X, except when -m draws its map. */
static void forward(const double x[SAMPLES][INPUTS]) {
    /* Z1 = X @ W1 + b1
       @ runs along a row of X and down a column of W1, multiplies the pairs,
       and adds up the products: that is the loop over k. The sum starts with
       b1, which NumPy adds to every row. */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            Z1[i][j] = b1[j];
            for (int k = 0; k < INPUTS; k++)
                Z1[i][j] += x[i][k] * W1[k][j];
        }

    /* A1 = sigmoid(Z1) */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++)
            A1[i][j] = sigmoid(Z1[i][j]);

    /* Z2 = A1 @ W2 + b2 */
    for (int i = 0; i < SAMPLES; i++) {
        Z2[i] = b2;
        for (int j = 0; j < HIDDEN; j++)
            Z2[i] += A1[i][j] * W2[j];
    }

    /* A2 = sigmoid(Z2) */
    for (int i = 0; i < SAMPLES; i++)
        A2[i] = sigmoid(Z2[i]);
}

/* ---- The loss --------------------------------------------------------------
   A sample costs -ln p, where p is the probability the network assigns to the
   right answer: A2 if y is 1, and 1 - A2 if y is 0. Being confidently wrong
   costs a lot. The loss is the mean cost, called the binary cross-entropy. */

static double compute_loss(void) {
    /* y_pred = np.clip(y_pred, 1e-9, 1 - 1e-9)
       loss = -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
       log is ln, and the clip keeps it away from minus infinity. Because y is
       0 or 1, one of the two terms is 0. */
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
        double y_pred = fmin(fmax(A2[i], 1e-9), 1 - 1e-9);
        sum += y[i] * log(y_pred) + (1 - y[i]) * log(1 - y_pred);
    }
    return -sum / SAMPLES;
}

/* ---- The backward pass: backpropagation ------------------------------------
   For a number V in forward, dV is the derivative d(cost)/dV, or slope: if V
   grows by a small h, the cost of the sample grows by about dV * h.

   Suppose V affects the cost only through U, and U grows by 3h when V grows by
   h. Then the cost grows by about dU * 3h, so dV is dU * 3. This is the chain
   rule. So we start at the output and work back, and multiply by the factor of
   each link (deriv is the sigmoid's derivative):

       dZ1 <--deriv-- dA1 <--W2-- dZ2
        |                          |
        +--X--> dW1                +--A1--> dW2
        +--1--> db1                +--1---> db2

   The loss is the mean of the costs, so its slopes, dW2, db2, dW1 and db1, are
   means over the m samples. These 17 numbers are the gradient. (The tutorial
   writes loss for cost.) */

static double dZ2[SAMPLES];           /* (4, 1) */
static double dW2[HIDDEN];            /* (4, 1) */
static double db2;                    /* (1, 1) */
static double dA1[SAMPLES][HIDDEN];   /* (4, 4) */
static double deriv[SAMPLES][HIDDEN]; /* (4, 4): sigmoid_deriv(Z1) */
static double dZ1[SAMPLES][HIDDEN];   /* (4, 4) */
static double dW1[INPUTS][HIDDEN];    /* (2, 4) */
static double db1[HIDDEN];            /* (1, 4) */

static void backward(void) {
    /* dZ2 = A2 - y
       The derivative of ln u is 1 / u. That of s = sigmoid(z) is s * (1 - s),
       the tutorial's sigmoid_deriv.

           y   cost          dA2            dZ2 = dA2 * A2 * (1 - A2)
           1   -ln(A2)       -1 / A2        A2 - 1
           0   -ln(1 - A2)   1 / (1 - A2)   A2

       Both rows are A2 - y. In the second, two minuses cancel. The clip in the
       loss is left out. */
    for (int i = 0; i < SAMPLES; i++)
        dZ2[i] = A2[i] - y[i];

    /* dW2 = A1.T @ dZ2 / m
       In forward, Z2[i] += A1[i][j] * W2[j], so the factor is A1[i][j]. (.T
       swaps rows and columns, so that @ sums over the samples.) */
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += A1[i][j] * dZ2[i];
        dW2[j] = sum / SAMPLES;
    }

    /* db2 = np.sum(dZ2, axis=0, keepdims=True) / m
       In forward, Z2[i] starts as b2, so the factor is 1. (axis=0 sums over the
       samples, and keepdims=True only keeps the result a matrix.) */
    db2 = 0;
    for (int i = 0; i < SAMPLES; i++)
        db2 += dZ2[i];
    db2 /= SAMPLES;

    /* dA1 = dZ2 @ W2.T
       In forward, Z2[i] += A1[i][j] * W2[j], so the factor is W2[j]. (With one
       output unit, @ has nothing to add up.) */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++)
            dA1[i][j] = dZ2[i] * W2[j];

    /* dZ1 = dA1 * sigmoid_deriv(Z1)
       In forward, A1[i][j] = sigmoid(Z1[i][j]), so the factor is s * (1 - s),
       and s is A1[i][j]. */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            deriv[i][j] = A1[i][j] * (1 - A1[i][j]);
            dZ1[i][j] = dA1[i][j] * deriv[i][j];
        }

    /* dW1 = X.T @ dZ1 / m
       In forward, Z1[i][j] += x[i][k] * W1[k][j], so the factor is x[i][k],
       here X[i][k]. */
    for (int k = 0; k < INPUTS; k++)
        for (int j = 0; j < HIDDEN; j++) {
            double sum = 0;
            for (int i = 0; i < SAMPLES; i++)
                sum += X[i][k] * dZ1[i][j];
            dW1[k][j] = sum / SAMPLES;
        }

    /* db1 = np.sum(dZ1, axis=0, keepdims=True) / m
       In forward, Z1[i][j] starts as b1[j], so the factor is 1. */
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += dZ1[i][j];
        db1[j] = sum / SAMPLES;
    }
}

/* Gradient descent: each parameter takes a step against its slope, downhill.
   The tutorial does this inside backward. */

static double lr = 1; /* -l: the learning rate */

static void update(void) {
    /* W2 -= lr * dW2 */
    for (int j = 0; j < HIDDEN; j++)
        W2[j] -= lr * dW2[j];

    /* b2 -= lr * db2 */
    b2 -= lr * db2;

    /* W1 -= lr * dW1 */
    for (int k = 0; k < INPUTS; k++)
        for (int j = 0; j < HIDDEN; j++)
            W1[k][j] -= lr * dW1[k][j];

    /* b1 -= lr * db1 */
    for (int j = 0; j < HIDDEN; j++)
        b1[j] -= lr * db1[j];
}

/* ---- Training --------------------------------------------------------------
   An epoch is one pass over all samples, and here it is one step. With seed 42
   the loss stays at 0.6931 for nearly 8,000 epochs:
   tests/experiments/plateau.md explains why. */

static int epochs = 10000; /* -n */
static int every = 1000;   /* -p */

static void train(void) {
    /* for epoch in range(epochs): */
    for (int epoch = 0; epoch < epochs; epoch++) {
        forward(X);
        if (epoch % every == 0)
            printf("Epoch %5d | Loss: %.4f\n", epoch, compute_loss());
        backward();
        update();
    }
}

/* Returns true if the network has learned XOR. */
static bool print_truth_table(void) {
    bool learned = true;
    forward(X);
    printf("Input | Target | Predicted\n");

    /* predictions = (A2 > 0.5).astype(int) */
    for (int i = 0; i < SAMPLES; i++) {
        int predicted = A2[i] > 0.5;
        printf(" [%.0f %.0f] | %.0f | %d\n", X[i][0], X[i][1], y[i], predicted);
        learned = learned && predicted == y[i];
    }
    return learned;
}

/* What next? Look at every number of the first step with ./xor -n 0 -t. Then
   empty backward, and rewrite it until ./xor -c passes. What follows is for
   -c, -m and -t; NumPy's random numbers and main come last.
   The lesson ends here. */

/* ---- -c: is the gradient right? --------------------------------------------
   The table lets a loop visit all parameters and their slopes. */

static const struct {
    const char *name;
    double *values;
    const double *slopes;
    int size;
} parameters[] = {
    {"W1[0]", W1[0], dW1[0], HIDDEN},
    {"W1[1]", W1[1], dW1[1], HIDDEN},
    {"b1", b1, db1, HIDDEN},
    {"W2", W2, dW2, HIDDEN},
    {"b2", &b2, &db2, 1}
};
enum { ENTRIES = sizeof parameters / sizeof parameters[0] };

/* Prints x, but never as -0.00: the sign of a number that rounds to 0 can
   differ between compilers. */
static void print(const char *format, double x) {
    char text[400];
    snprintf(text, sizeof text, format, x);
    printf(format, strpbrk(text, "123456789") ? x : fabs(x));
}

/* Returns what the loss would be if *v were value. */
static double loss_at(double *v, double value) {
    double before = *v;
    *v = value;
    forward(X);
    double loss = compute_loss();
    *v = before;
    return loss;
}

/* Measures each slope without the chain rule, by a central difference:
   (loss(v + h) - loss(v - h)) / 2h. Returns true if backward agrees. */
static bool check_gradient(void) {
    /* The parameters are random, biases too: zeros would hide mistakes. The
       divisor keeps Z2 small, however many units there are. */
    for (int p = 0; p < ENTRIES; p++)
        for (int n = 0; n < parameters[p].size; n++)
            parameters[p].values[n] = np_random_randn() / sqrt(HIDDEN);

    /* Twice, to catch a backward that never resets its sums. */
    forward(X);
    backward();
    backward();

    const double h = 1e-4;
    bool passed = true;
    printf(" backward | measured  | parameter\n");
    for (int p = 0; p < ENTRIES; p++)
        for (int n = 0; n < parameters[p].size; n++) {
            double *v = &parameters[p].values[n];
            double found = parameters[p].slopes[n];
            double above = loss_at(v, *v + h);
            double below = loss_at(v, *v - h);
            double measured = (above - below) / (2 * h);
            bool right = fabs(found - measured) < 1e-6;
            passed = passed && right;
            print("%9.6f | ", found);
            print("%9.6f | ", measured);
            printf("%s", parameters[p].name);
            if (v != &b2)
                printf("[%d]", n);
            printf("%s\n", right ? "" : " is wrong");
        }
    printf("The gradient check %s.\n", passed ? "passed" : "failed");
    return passed;
}

/* ---- -m: what did it learn? ------------------------------------------------
   A row for each hidden unit, with its weights, its bias, its activation for
   each sample, and its weight to the output. The last row has b2 and A2. */

static void print_network(void) {
    printf("\nHidden |   W1[0]   W1[1]      b1 "
           "| [0 0] [0 1] [1 0] [1 1] |      W2\n");
    for (int j = 0; j < HIDDEN; j++) {
        printf("%6d |", j);
        print(" %7.2f", W1[0][j]);
        print(" %7.2f", W1[1][j]);
        print(" %7.2f |", b1[j]);
        for (int i = 0; i < SAMPLES; i++)
            print(" %5.2f", A1[i][j]);
        print(" | %7.2f\n", W2[j]);
    }
    print("Output | %23.2f |", b2);
    for (int i = 0; i < SAMPLES; i++)
        printf(" %5.2f", A2[i]);
    printf(" |\n");
}

/* The predictions for inputs from -0.5 to 1.5, the first growing to the right,
   the second upwards. A sample is shown as its target. Multiples of 1/16 are
   exact in a double, so == is safe. */
static void print_map(void) {
    printf("\nPrediction: . below 0.2, : below 0.4, "
           "- below 0.6, + below 0.8, # above\n");
    for (int row = 0; row < 17; row++) {
        double x2 = 1.5 - row / 8.0;
        printf("%6.3f ", x2);
        for (int column = 0; column < 33; column++) {
            double x1 = -0.5 + column / 16.0;
            const double point[SAMPLES][INPUTS] = {{x1, x2}};
            forward(point); /* Only its first row counts. */
            char symbol = ".:-+#"[(int)fmin(5 * A2[0], 4)];
            for (int i = 0; i < SAMPLES; i++)
                if (X[i][0] == x1 && X[i][1] == x2)
                    symbol = y[i] == 1 ? '1' : '0';
            putchar(symbol);
        }
        printf("\n");
    }
    printf("     -0.5     0.0     0.5     1.0     1.5\n");
}

/* ---- -t: one step, number by number ----------------------------------------
   Each array is printed beside the tutorial's line for it. A column is a unit.
   A row is a sample; in W1 and dW1, an input. &b1 is b1 as one row. */

static void print_heading(const char *title) {
    printf("\n%-35s", title);
    for (int j = 0; j < HIDDEN; j++)
        printf("    unit%2d", j);
    printf("\n");
}

static void print_units(const char *line, double V[][HIDDEN], int rows) {
    for (int r = 0; r < rows; r++) {
        printf("%-29s ", r == 0 ? line : "");
        if (rows == SAMPLES)
            printf("[%.0f %.0f]", X[r][0], X[r][1]);
        else if (rows == INPUTS)
            printf("  [%d]", r);
        else
            printf("     ");
        for (int j = 0; j < HIDDEN; j++)
            print(" %9.6f", V[r][j]);
        printf("\n");
    }
}

static void print_output(const char *line, const double V[SAMPLES]) {
    for (int i = 0; i < SAMPLES; i++) {
        printf("%-29s [%.0f %.0f]", i == 0 ? line : "", X[i][0], X[i][1]);
        print(" %9.6f\n", V[i]);
    }
}

static void print_number(const char *line, double x) {
    printf("%-25s", line);
    print(" %9.6f\n", x);
}

static void print_step(void) {
    forward(X);
    print_heading("Forward");
    print_units("W1", W1, INPUTS);
    print_units("b1", &b1, 1);
    print_units("Z1 = X @ W1 + b1", Z1, SAMPLES);
    print_units("A1 = sigmoid(Z1)", A1, SAMPLES);
    print_units("W2", &W2, 1);
    print_number("b2", b2);
    printf("\n%-35s    output\n", "");
    print_output("Z2 = A1 @ W2 + b2", Z2);
    print_output("A2 = sigmoid(Z2)", A2);
    print_output("y", y);
    print_number("loss", compute_loss());

    backward();
    printf("\n%-35s    output\n", "Backward");
    print_output("dZ2 = A2 - y", dZ2);
    print_heading("");
    print_units("dW2 = A1.T @ dZ2 / m", &dW2, 1);
    print_number("db2 = np.sum(dZ2) / m", db2);
    print_units("dA1 = dZ2 @ W2.T", dA1, SAMPLES);
    print_units("sigmoid_deriv(Z1)", deriv, SAMPLES);
    print_units("dZ1 = dA1 * sigmoid_deriv(Z1)", dZ1, SAMPLES);
    print_units("dW1 = X.T @ dZ1 / m", dW1, INPUTS);
    print_units("db1 = np.sum(dZ1, axis=0) / m", &db1, 1);

    double norm = 0; /* of all slopes: how steep the loss is */
    for (int p = 0; p < ENTRIES; p++)
        for (int n = 0; n < parameters[p].size; n++)
            norm = hypot(norm, parameters[p].slopes[n]);
    printf("%-25s %9.1e\n", "norm of the gradient", norm);

    update();
    forward(X);
    print_heading("After the step");
    print_number("lr", lr);
    print_units("W2 -= lr * dW2", &W2, 1);
    print_number("b2 -= lr * db2", b2);
    print_units("W1 -= lr * dW1", W1, INPUTS);
    print_units("b1 -= lr * db1", &b1, 1);
    print_number("loss", compute_loss());
}

/* ---- NumPy's random numbers ------------------------------------------------
   You can skip this section. The generator is MT19937, as in mt19937ar.c by
   M. Matsumoto and T. Nishimura (2002). */

static uint32_t mt[624]; /* the state */
static int mt_index;     /* the next word to renew */
static double spare;     /* the other normal number of a pair */
static bool has_spare;

static void np_random_seed(uint32_t s) {
    mt[0] = s;
    for (uint32_t n = 1; n < 624; n++)
        mt[n] = 1812433253u * (mt[n - 1] ^ (mt[n - 1] >> 30)) + n;
    mt_index = 0;
    has_spare = false;
}

/* Renews one word of the state and makes 32 random bits out of it. */
static uint32_t random_bits(void) {
    int next = (mt_index + 1) % 624;
    uint32_t joined = (mt[mt_index] & 0x80000000u) | (mt[next] & 0x7fffffffu);
    uint32_t bits = mt[(mt_index + 397) % 624] ^ (joined >> 1);
    if (joined & 1)
        bits ^= 0x9908b0dfu;
    mt[mt_index] = bits;
    mt_index = next;

    bits ^= bits >> 11;
    bits ^= (bits << 7) & 0x9d2c5680u;
    bits ^= (bits << 15) & 0xefc60000u;
    return bits ^ (bits >> 18);
}

/* Returns a number in [0, 1), with 27 + 26 = 53 random bits. */
static double random_double(void) {
    uint32_t a = random_bits() >> 5;
    uint32_t b = random_bits() >> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0; /* 2^26, 2^53 */
}

/* Returns a number from the normal distribution. G. Marsaglia's polar method
   makes two at a time, and NumPy returns the second first. */
static double np_random_randn(void) {
    if (has_spare) {
        has_spare = false;
        return spare;
    }

    double x1, x2, r2;
    do {
        x1 = 2 * random_double() - 1;
        x2 = 2 * random_double() - 1;
        r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1 || r2 == 0);

    double factor = sqrt(-2 * log(r2) / r2);
    spare = factor * x1;
    has_spare = true;
    return factor * x2;
}

/* ---- The command line ------------------------------------------------------
   Within these bounds no parameter, slope or loss can overflow. */

static const char help[] =
    "usage: xor [option ...]   trains a neural network on XOR\n"
    "  -s SEED    seed, as in np.random.seed(SEED): 0 to 4294967295 (42)\n"
    "  -i SCALE   standard deviation of the initial weights: 0 to 1000 (0.1)\n"
    "  -l RATE    learning rate: 0 to 1000 (1)\n"
    "  -n EPOCHS  epochs to train: 0 to 1000000000 (10000)\n"
    "  -p EVERY   print the loss every EVERY epochs: 1 to 1000000000 (1000)\n"
    "  -m         show the whole network and a map of its predictions\n"
    "  -t         take one more step and show every number (first: -n 0 -t)\n"
    "  -c         only check the gradient, at random parameters\n"
    "  -h         only print this help (also --help)\n"
    "Exit status: 0 if learned, or the check passed; 1 if not; 2 on error.\n";

/* Returns the number in text, the word after the option. Exits unless it
   lies between least and most, and is whole if it must be. */
static double number(const char *option, const char *text, bool whole,
                     double least, double most) {
    if (text == NULL) { /* The option was the last word. */
        fprintf(stderr, "xor: %s needs a number\n", option);
        exit(2);
    }
    char *end;
    double x = strtod(text, &end);
    bool is_number = end != text && *end == '\0';
    bool is_inside = x >= least && x <= most; /* nan is not. */
    if (!is_number || !is_inside || (whole && x != floor(x))) {
        fprintf(stderr, "xor: %s takes a %s from %.0f to %.0f, not '%s'\n",
                option, whole ? "whole number" : "number", least, most, text);
        exit(2);
    }
    return x;
}

/* Returns the exit status, which is 2 if some output could not be written. */
static int finish(bool success) {
    if (ferror(stdout) || fclose(stdout) != 0) {
        fprintf(stderr, "xor: the output can't be written\n");
        return 2;
    }
    return success ? 0 : 1;
}

static bool network, step, check; /* -m, -t, -c */

static void read_options(int argc, char **argv) {
    for (int n = 1; n < argc; n++) {
        const char *option = argv[n];
        if (strcmp(option, "-s") == 0)
            seed = (uint32_t)number(option, argv[++n], true, 0, UINT32_MAX);
        else if (strcmp(option, "-i") == 0)
            scale = number(option, argv[++n], false, 0, 1000);
        else if (strcmp(option, "-l") == 0)
            lr = number(option, argv[++n], false, 0, 1000);
        else if (strcmp(option, "-n") == 0)
            epochs = (int)number(option, argv[++n], true, 0, 1e9);
        else if (strcmp(option, "-p") == 0)
            every = (int)number(option, argv[++n], true, 1, 1e9);
        else if (strcmp(option, "-m") == 0)
            network = true;
        else if (strcmp(option, "-t") == 0)
            step = true;
        else if (strcmp(option, "-c") == 0)
            check = true;
        else if (strcmp(option, "-h") == 0 || strcmp(option, "--help") == 0) {
            fputs(help, stdout);
            exit(finish(true));
        } else {
            fprintf(stderr, "xor: unknown option '%s', try -h\n", option);
            exit(2);
        }
    }
}

int main(int argc, char **argv) {
    read_options(argc, argv);
    initialize();
    if (check)
        return finish(check_gradient());

    train();
    bool learned = print_truth_table();
    if (network) {
        print_network();
        print_map();
    }
    if (step)
        print_step();
    return finish(learned);
}
