/* xor.c: a neural network learns XOR. This is the program of the tutorial at
   educatbild.com/blog/how-neural-networks-work in C. Sections 1 to 8 are the
   lesson. SPDX-License-Identifier: 0BSD

   To compile and run: cc -O2 -o xor xor.c -lm && ./xor */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- 1. The problem --------------------------------------------------------
   Each row of X is a sample, and y has its target: 1 if exactly one input is 1.
   Everywhere, i counts the samples, k the inputs and j the hidden units. Shapes
   are the tutorial's: (4, 1) is 4 rows and 1 column, in C an array of 4. */

#define SAMPLES 4
#define INPUTS 2
#ifndef HIDDEN
#define HIDDEN 4 /* cc -DHIDDEN=2 sets another number of hidden units. */
#endif

static const double X[SAMPLES][INPUTS] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double y[SAMPLES] = {0, 1, 1, 0}; /* (4, 1) */

/* ---- 2. The neuron ---------------------------------------------------------
   A neuron, here called a unit, multiplies each of its inputs by a weight, adds
   up the products, and adds a bias. The sum is z. The output of the unit is
   s = sigmoid(z), a number between 0 and 1.

   The slope of the sigmoid says how fast s grows when z grows. It can be
   computed from s alone, and backward will do so: the derivative of
   s = 1 / (1 + e^-z) is e^-z / (1 + e^-z)^2. That is s times
   e^-z / (1 + e^-z), which is 1 - s. So the slope is s (1 - s). */

static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}

/* ---- 3. The network --------------------------------------------------------
   Two inputs lead to four hidden units, and these to one output unit. W1[k][j]
   is the weight from input k to hidden unit j, and W2[j] the weight from there
   to the output unit. b1 and b2 are the biases. These 17 numbers are the
   parameters: training changes them, and nothing else.

   The weights start at random. If all hidden units started with the same
   weights, training would change them all alike, and they would stay equal. */

static double W1[INPUTS][HIDDEN]; /* (2, 4) */
static double b1[HIDDEN];         /* (1, 4) */
static double W2[HIDDEN];         /* (4, 1) */
static double b2;                 /* (1, 1) */

static uint32_t seed = 42;  /* option -s: which random numbers */
static double scale = 0.1;  /* option -i: how large the start weights are */

/* np.random.seed and np.random.randn are NumPy's random numbers. randn returns
   a number from the normal distribution: its mean is 0, and about two of three
   lie between -1 and 1. Section 12 has both functions. */
static void np_random_seed(uint32_t s);
static double np_random_randn(void);

static void initialize(void) {
    np_random_seed(seed);

    for (int k = 0; k < INPUTS; k++)
        for (int j = 0; j < HIDDEN; j++)
            W1[k][j] = np_random_randn() * scale;
    for (int j = 0; j < HIDDEN; j++)
        b1[j] = 0;

    for (int j = 0; j < HIDDEN; j++)
        W2[j] = np_random_randn() * scale;
    b2 = 0;
}

/* ---- 4. The forward pass ---------------------------------------------------
   Data flows from left to right, for all samples:

       x --W1, b1--> Z1 --sigmoid--> A1 --W2, b2--> Z2 --sigmoid--> A2

   Z1 and A1 are the z and the output of the hidden units, Z2 and A2 those of
   the output unit. A2 is the prediction. It lies between 0 and 1, and we read
   it as a probability: how likely it is that the target is 1.

   The four arrays stay as they are for the backward pass. They are what the
   tutorial calls the cache. x is X, or a point of the map in section 9. */

static double Z1[SAMPLES][HIDDEN]; /* (4, 4) */
static double A1[SAMPLES][HIDDEN]; /* (4, 4) */
static double Z2[SAMPLES];         /* (4, 1) */
static double A2[SAMPLES];         /* (4, 1) */

static void forward(const double x[SAMPLES][INPUTS]) {
    /* Z1 = X @ W1 + b1
       In NumPy, @ is the matrix product: go along a row of X and down a column
       of W1, multiply in pairs, and add up. The loop over k does this. NumPy
       adds b1 to every row of the result. Here the sum starts with it. */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            Z1[i][j] = b1[j];
            for (int k = 0; k < INPUTS; k++)
                Z1[i][j] += x[i][k] * W1[k][j];
        }

    /* A1 = sigmoid(Z1)
       A NumPy function takes each number of an array by itself. */
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

/* ---- 5. The loss -----------------------------------------------------------
   The loss says how wrong the network is. The network gives the right answer
   the probability A2 where y is 1, and 1 - A2 where y is 0. The loss of a
   sample is -ln of this probability: 0 if the network was sure and right, and
   the larger, the surer it was of the wrong answer. The loss of the network is
   the mean over the samples. Its name is binary cross-entropy.

   Since y is 0 or 1, one of the two terms below is 0. C's log is ln. The clip
   to 1e-9 .. 1 - 1e-9 avoids log(0). */

static double compute_loss(void) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
        double clipped = fmin(fmax(A2[i], 1e-9), 1 - 1e-9);
        sum += y[i] * log(clipped) + (1 - y[i]) * log(1 - clipped);
    }
    return -sum / SAMPLES;
}

/* ---- 6. The backward pass --------------------------------------------------
   For any number V of the network, dV is the slope of the loss at V, which the
   tutorial writes d(loss)/d(V): when V alone grows by a small h, the loss grows
   by dV * h. (Where dV is negative, the loss falls.)

   Slopes are made from right to left, each from the one to its right, by the
   chain rule: when V changes Z, and Z changes the loss, the two slopes are
   multiplied.

       dZ1 <--sigmoid-- dA1 <--W2-- dZ2 <--y-- A2
        |                            |
        | X                          | A1
        v                            v
       dW1, db1                     dW2, db2

   dZ2, dA1 and dZ1 have a row for each sample, and are slopes of the loss of
   this sample. dW2, db2, dW1 and db1 are slopes of the loss of the network. It
   is a mean over the m samples, so these slopes are means too. The four
   together are called the gradient. */

static double dZ2[SAMPLES];         /* (4, 1) */
static double dW2[HIDDEN];          /* (4, 1) */
static double db2;                  /* (1, 1) */
static double dA1[SAMPLES][HIDDEN]; /* (4, 4) */
static double dZ1[SAMPLES][HIDDEN]; /* (4, 4) */
static double dW1[INPUTS][HIDDEN];  /* (2, 4) */
static double db1[HIDDEN];          /* (1, 4) */

static void backward(void) {
    /* dZ2 = A2 - y
       This is the slope of the sample's loss at A2, times the slope of the
       sigmoid, A2 (1 - A2). Where y is 1 the loss is -ln(A2), with the slope
       -1 / A2, and the product is A2 - 1. Where y is 0 the loss is
       -ln(1 - A2), with the slope 1 / (1 - A2), and the product is A2. */
    for (int i = 0; i < SAMPLES; i++)
        dZ2[i] = A2[i] - y[i];

    /* dW2 = A1.T @ dZ2 / m
       When W2[j] grows by h, Z2[i] grows by A1[i][j] * h. So for sample i the
       slope is A1[i][j] times dZ2[i]. The mean of these is taken over the
       samples. (.T swaps rows and columns, so that @ adds up over i.) */
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += A1[i][j] * dZ2[i];
        dW2[j] = sum / SAMPLES;
    }

    /* db2 = np.sum(dZ2) / m
       A bias is like a weight whose input is always 1. */
    db2 = 0;
    for (int i = 0; i < SAMPLES; i++)
        db2 += dZ2[i];
    db2 /= SAMPLES;

    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            /* dA1 = dZ2 @ W2.T
               When A1[i][j] grows by h, Z2[i] grows by W2[j] * h. */
            dA1[i][j] = dZ2[i] * W2[j];

            /* dZ1 = dA1 * sigmoid_deriv(Z1)
               In NumPy, * multiplies number by number. A1 is the s of section
               2, the output of the sigmoid, so its slope is A1 (1 - A1). */
            double slope = A1[i][j] * (1 - A1[i][j]);
            dZ1[i][j] = dA1[i][j] * slope;
        }

    /* dW1 = X.T @ dZ1 / m
       When W1[k][j] grows by h, Z1[i][j] grows by X[i][k] * h. From here on all
       is as for dW2 and db2. */
    for (int j = 0; j < HIDDEN; j++)
        for (int k = 0; k < INPUTS; k++) {
            double sum = 0;
            for (int i = 0; i < SAMPLES; i++)
                sum += X[i][k] * dZ1[i][j];
            dW1[k][j] = sum / SAMPLES;
        }

    /* db1 = np.sum(dZ1, axis=0) / m
       axis=0 adds up over the samples, so that each unit keeps its own sum. */
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += dZ1[i][j];
        db1[j] = sum / SAMPLES;
    }
}

/* Gradient descent: each parameter takes a step against its slope, so that the
   loss falls. The learning rate says how long the step is. The tutorial does
   this at the end of backward. It is a function of its own here, because the
   check in section 11 needs the slopes without the step. */

static double lr = 1; /* option -l, the learning rate */

static void update(void) {
    for (int j = 0; j < HIDDEN; j++)
        W2[j] -= lr * dW2[j];
    b2 -= lr * db2;

    for (int k = 0; k < INPUTS; k++)
        for (int j = 0; j < HIDDEN; j++)
            W1[k][j] -= lr * dW1[k][j];
    for (int j = 0; j < HIDDEN; j++)
        b1[j] -= lr * db1[j];
}

/* ---- 7. Training -----------------------------------------------------------
   An epoch is one pass over all samples. Here it is one step. The loss that is
   printed is that of the parameters before the step, as in the tutorial. It is
   computed only to be shown: backward has made its slopes from A2 and y. */

static int epochs = 10000; /* option -n */
static int every = 1000;   /* option -p: print the loss every 1000 epochs */
static bool show_gradient; /* option -g */

static double gradient_norm(void); /* in section 9 */
static void end_line(void);        /* in section 13 */

static void train(void) {
    for (int epoch = 0; epoch < epochs; epoch++) {
        forward(X);
        backward();
        if (epoch % every == 0) {
            printf("Epoch %5d | Loss: %.4f", epoch, compute_loss());
            if (show_gradient)
                printf(" | Gradient: %.1e", gradient_norm());
            end_line();
        }
        update();
    }
}

/* ---- 8. The truth table ----------------------------------------------------
   Returns true if the network has learned XOR: all four predictions, rounded
   to 0 or 1, are right. */

static bool print_truth_table(void) {
    bool learned = true;
    forward(X);
    printf("Input | Target | Predicted\n");
    for (int i = 0; i < SAMPLES; i++) {
        int predicted = A2[i] > 0.5;
        printf(" [%.0f %.0f] | %.0f | %d\n", X[i][0], X[i][1], y[i], predicted);
        if (predicted != y[i])
            learned = false;
    }
    return learned;
}

/* The lesson ends here. What follows serves the options, and main, which calls
   initialize, train and print_truth_table, is the last function of the file. */

/* ---- 9. Looking inside -----------------------------------------------------
   -g prints the norm of the gradient, which says how steep the loss is. It is
   the root of the sum of the squares of all slopes. -m prints the network, and
   a map of its predictions. */

static double gradient_norm(void) {
    double sum = db2 * db2;
    for (int j = 0; j < HIDDEN; j++) {
        for (int k = 0; k < INPUTS; k++)
            sum += dW1[k][j] * dW1[k][j];
        sum += dW2[j] * dW2[j] + db1[j] * db1[j];
    }
    return sqrt(sum);
}

/* Makes x 0 if it rounds to 0. Else printf would print -0.001 as -0.00. */
static double no_minus_zero(double x, int decimals) {
    return fabs(x) < 0.5 * pow(10, -decimals) ? 0 : x;
}

/* Prints a row for each hidden unit with its weights, its bias, its A1 for each
   sample and its W2. The row of the output unit has b2 and A2. */
static void print_network(void) {
    forward(X);
    printf("\nHidden |   W1[0]   W1[1]      b1 | [0 0] [0 1] [1 0] [1 1] |"
           "      W2\n");
    for (int j = 0; j < HIDDEN; j++) {
        printf("%6d | %7.2f %7.2f %7.2f |", j, no_minus_zero(W1[0][j], 2),
               no_minus_zero(W1[1][j], 2), no_minus_zero(b1[j], 2));
        for (int i = 0; i < SAMPLES; i++)
            printf("  %.2f", A1[i][j]);
        printf(" | %7.2f\n", no_minus_zero(W2[j], 2));
    }
    printf("Output | %23.2f |", no_minus_zero(b2, 2));
    for (int i = 0; i < SAMPLES; i++)
        printf("  %.2f", A2[i]);
    printf(" |\n");
}

/* Returns the character that stands for a prediction in the map. */
static char shade(double prediction) {
    if (prediction < 0.2)
        return '.';
    if (prediction < 0.4)
        return ':';
    if (prediction < 0.6)
        return '-';
    if (prediction < 0.8)
        return '+';
    return '#';
}

/* Prints the predictions for 17 rows of 33 points of the plane. The first input
   grows to the right, the second upwards. A sample is shown by its target. */
static void print_map(void) {
    printf("\nPrediction: . below 0.2, : below 0.4, - below 0.6, + below 0.8, "
           "# above\n");
    for (int row = 0; row <= 16; row++) {
        double up = 1.5 - row / 8.0;
        printf("%6.3f ", up);
        for (int column = 0; column <= 32; column++) {
            double right = -0.5 + column / 16.0;
            /* forward takes a row for each sample: the other rows are 0. */
            const double point[SAMPLES][INPUTS] = {{right, up}};
            forward(point);
            char c = shade(A2[0]);
            for (int i = 0; i < SAMPLES; i++)
                if (X[i][0] == right && X[i][1] == up)
                    c = y[i] == 1 ? '1' : '0';
            putchar(c);
        }
        printf("\n");
    }
    printf("     -0.5     0.0     0.5     1.0     1.5\n");
}

/* ---- 10. One step, number by number ----------------------------------------
   -t takes one more step of training, and prints every number of it beside the
   line of the tutorial that computes it. A column is a unit. A row is a sample,
   such as [0 1], or an input of W1, [0] or [1]. */

static const char *const sample_names[] = {"[0 0]", "[0 1]", "[1 0]", "[1 1]"};

static void print_heading(const char *title) {
    printf("\n%-35s", title);
    for (int j = 0; j < HIDDEN; j++)
        printf("%8s%2d", "unit", j);
    printf("\n");
}

static void print_row(const char *line, const char *name, const double *V,
                      int columns) {
    printf("%-29s %5s", line, name);
    for (int j = 0; j < columns; j++)
        printf(" %9.6f", no_minus_zero(V[j], 6));
    printf("\n");
}

static void print_units(const char *line, const double V[HIDDEN]) {
    print_row(line, "", V, HIDDEN);
}

static void print_inputs(const char *line, double V[INPUTS][HIDDEN]) {
    print_row(line, "[0]", V[0], HIDDEN);
    print_row("", "[1]", V[1], HIDDEN);
}

static void print_samples(const char *line, double V[SAMPLES][HIDDEN]) {
    for (int i = 0; i < SAMPLES; i++)
        print_row(i == 0 ? line : "", sample_names[i], V[i], HIDDEN);
}

static void print_output(const char *line, const double V[SAMPLES]) {
    for (int i = 0; i < SAMPLES; i++)
        print_row(i == 0 ? line : "", sample_names[i], &V[i], 1);
}

static void print_number(const char *line, double x) {
    printf("%-25s %9.6f\n", line, no_minus_zero(x, 6));
}

static void print_step(void) {
    forward(X);
    print_heading("Forward");
    print_inputs("W1", W1);
    print_units("b1", b1);
    print_samples("Z1 = X @ W1 + b1", Z1);
    print_samples("A1 = sigmoid(Z1)", A1);
    print_units("W2", W2);
    print_number("b2", b2);
    printf("\n%-35s%10s\n", "", "output");
    print_output("Z2 = A1 @ W2 + b2", Z2);
    print_output("A2 = sigmoid(Z2)", A2);
    print_output("y", y);
    print_number("loss", compute_loss());

    backward();
    printf("\n%-35s%10s\n", "Backward", "output");
    print_output("dZ2 = A2 - y", dZ2);
    print_heading("");
    print_units("dW2 = A1.T @ dZ2 / m", dW2);
    print_number("db2 = np.sum(dZ2) / m", db2);
    print_samples("dA1 = dZ2 @ W2.T", dA1);
    print_samples("dZ1 = dA1 * sigmoid_deriv(Z1)", dZ1);
    print_inputs("dW1 = X.T @ dZ1 / m", dW1);
    print_units("db1 = np.sum(dZ1, axis=0) / m", db1);

    update();
    forward(X);
    print_heading("After the step");
    print_number("lr", lr);
    print_units("W2 -= lr * dW2", W2);
    print_number("b2 -= lr * db2", b2);
    print_inputs("W1 -= lr * dW1", W1);
    print_units("b1 -= lr * db1", b1);
    print_number("loss", compute_loss());
}

/* ---- 11. The gradient check ------------------------------------------------
   -c computes the slope of the loss at each parameter v a second time, without
   the chain rule. It is about (loss(v + h) - loss(v - h)) / 2h, which is called
   a central difference. Its error shrinks with h^2. Another error, that of
   rounding the losses, grows as h shrinks. With h = 1e-4 both are small, and a
   right gradient lies far inside the bounds below. */

#define STEP 1e-4      /* the h above */
#define TOLERANCE 1e-3 /* of the size of the slopes in an array */
#define ROUNDING 1e-10 /* of the central differences, where slopes are near 0 */

/* Returns the loss with *v changed by h, and changes *v back. */
static double loss_at(double *v, double h) {
    double before = *v;
    *v = before + h;
    forward(X);
    *v = before;
    return compute_loss();
}

/* Prints dv, the slope that backward found for *v, beside the central
   difference. Returns by how much they differ. */
static double compare_slopes(const char *name, double *v, double dv) {
    double difference = (loss_at(v, STEP) - loss_at(v, -STEP)) / (2 * STEP);
    printf("%9.6f | %10.6f | %s", no_minus_zero(dv, 6),
           no_minus_zero(difference, 6), name);
    return dv - difference;
}

/* Returns true if an array's error is within the bounds, and else says so. */
static bool is_right(const char *name, double error, double size) {
    if (error <= TOLERANCE * size + ROUNDING)
        return true;
    printf("%s differs by more than %g%%.\n", name, 100 * TOLERANCE);
    return false;
}

/* Checks the slopes dV of the parameters V, one for each hidden unit. Error and
   size are those of the whole array: the root of the sum of the squares. */
static bool check_array(const char *name, double V[HIDDEN],
                        const double dV[HIDDEN]) {
    double error = 0;
    double size = 0;
    for (int j = 0; j < HIDDEN; j++) {
        double e = compare_slopes(name, &V[j], dV[j]);
        printf("[%d]\n", j);
        error += e * e;
        size += dV[j] * dV[j];
    }
    return is_right(name, sqrt(error), sqrt(size));
}

static bool check_b2(void) {
    double error = compare_slopes("b2", &b2, db2);
    printf("\n");
    return is_right("b2", fabs(error), fabs(db2));
}

/* Returns true if backward is right about all parameters. Before that, the
   biases become random too. They start at 0, where a mistake that is made with
   a bias would not show. */
static bool check_gradient(void) {
    for (int j = 0; j < HIDDEN; j++)
        b1[j] = np_random_randn() * scale;
    b2 = np_random_randn() * scale;

    forward(X);
    backward();
    printf(" backward | difference | parameter\n");
    bool passed = true;
    if (!check_array("W1[0]", W1[0], dW1[0]))
        passed = false;
    if (!check_array("W1[1]", W1[1], dW1[1]))
        passed = false;
    if (!check_array("b1", b1, db1))
        passed = false;
    if (!check_array("W2", W2, dW2))
        passed = false;
    if (!check_b2())
        passed = false;
    printf("The gradient check %s.\n", passed ? "passed" : "failed");
    return passed;
}

/* ---- 12. NumPy's random numbers --------------------------------------------
   Nobody needs to understand this section to go on. It is MT19937, after
   M. Matsumoto and T. Nishimura, "Mersenne Twister" (1998), and the functions
   init_genrand, genrand_int32 and genrand_res53 of their mt19937ar.c (2002). */

enum { MT_N = 624, MT_M = 397 };
static uint32_t mt[MT_N]; /* the state */
static int mt_next;       /* which word of it is renewed next */
static double spare;      /* a normal number made, but not yet returned */
static bool has_spare;

static void np_random_seed(uint32_t s) {
    mt[0] = s;
    for (uint32_t n = 1; n < MT_N; n++)
        mt[n] = 1812433253u * (mt[n - 1] ^ (mt[n - 1] >> 30)) + n;
    mt_next = 0;
    has_spare = false;
}

/* Renews one word of the state and makes 32 random bits of it. */
static uint32_t random_bits(void) {
    int n = mt_next;
    mt_next = (n + 1) % MT_N;
    uint32_t x = (mt[n] & 0x80000000u) | (mt[mt_next] & 0x7fffffffu);
    mt[n] = mt[(n + MT_M) % MT_N] ^ (x >> 1) ^ (x & 1 ? 0x9908b0dfu : 0);
    x = mt[n];
    x ^= x >> 11;
    x ^= (x << 7) & 0x9d2c5680u;
    x ^= (x << 15) & 0xefc60000u;
    return x ^ (x >> 18);
}

/* Returns a number from 0 to below 1. It has 27 + 26 = 53 random bits. */
static double random_double(void) {
    uint32_t a = random_bits() >> 5;
    uint32_t b = random_bits() >> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0; /* 2^26, 2^53 */
}

/* Returns a normal number, by G. Marsaglia's polar method. It makes two at a
   time, and NumPy returns the second first. x1 and x2 are multiples of 2^-52,
   so r2 >= 2^-104, and no number exceeds sqrt(-2 ln(2^-104)) < 12.01. */
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

    double f = sqrt(-2 * log(r2) / r2);
    spare = f * x1;
    has_spare = true;
    return f * x2;
}

/* ---- 13. The command line --------------------------------------------------
   The options are bounded so that no parameter can overflow, and nothing above
   asks whether a number is finite. A start weight is at most 12.01 * 1000. A1
   and dZ2 are at most 1, so after 1e9 steps with a rate of 1000, W2 and b2 are
   below 2e12. dZ1 is at most W2 / 4, so W1 and b1 are below 1e24. A double goes
   to 1e308. Only exp(-z) can be infinite, and then sigmoid(z) is 0. */

static const char help[] =
    "usage: xor [option ...]   trains a neural network on XOR\n"
    "  -s SEED    seed, as in np.random.seed(SEED): 0 to 4294967295 (42)\n"
    "  -i SCALE   standard deviation of the start weights: 0 to 1000 (0.1)\n"
    "  -l RATE    learning rate: 0 to 1000 (1)\n"
    "  -n EPOCHS  epochs to train: 0 to 1000000000 (10000)\n"
    "  -p EVERY   print the loss every EVERY epochs: 1 to 1000000000 (1000)\n"
    "  -g         add the size of the gradient to each epoch's line\n"
    "  -m         show the whole network and a map of its predictions\n"
    "  -t         take one more step and show every number of it\n"
    "  -c         only check backward by central differences; -i 0.1 to 1\n"
    "  -h         only print this help, as --help does\n"
    "Exit status: 0 learned, or check passed; 1 not; 2 bad command line, or\n"
    "output that can't be written.\n";

enum kind { ANY, WHOLE };

/* Returns the number in text, the word behind the option, or NULL if there is
   none. Anything but a decimal number of this kind, from least to most, ends
   the program. (strtod alone would also take blanks, 0x10 and nan.) */
static double number(const char *option, const char *text, enum kind kind,
                     double least, double most) {
    if (text == NULL)
        text = "";
    char *end;
    double value = strtod(text, &end);
    bool is_decimal = strspn(text, "0123456789.eE+-") == strlen(text) &&
                      end != text && *end == '\0';
    if (is_decimal && value >= least && value <= most &&
        (kind == ANY || value == floor(value)))
        return value;

    fprintf(stderr, "xor: %s takes a %s from %.0f to %.0f, not '%s'\n", option,
            kind == ANY ? "number" : "whole number", least, most, text);
    exit(2);
}

/* Ends the program if the output could not be written: on a full disk, say. */
static void require_output(bool is_written) {
    if (!is_written) {
        fprintf(stderr, "xor: the output can't be written\n");
        exit(2);
    }
}

/* Ends an epoch's line, and shows it at once, through a pipe too. */
static void end_line(void) {
    printf("\n");
    fflush(stdout);
    require_output(!ferror(stdout));
}

/* Ends the output, and returns the exit status. A network file system may tell
   only here, when the file is closed, that there is no more room. */
static int finish(bool success) {
    require_output(!ferror(stdout) && fclose(stdout) == 0);
    return success ? 0 : 1;
}

int main(int argc, char **argv) {
    bool show_network = false;
    bool show_step = false;
    bool check_only = false;

    for (int n = 1; n < argc; n++) {
        const char *option = argv[n];
        const char *value = argv[n + 1]; /* NULL behind the last word */
        if (strcmp(option, "-s") == 0) {
            seed = (uint32_t)number(option, value, WHOLE, 0, UINT32_MAX);
            n++;
        } else if (strcmp(option, "-i") == 0) {
            scale = number(option, value, ANY, 0, 1000);
            n++;
        } else if (strcmp(option, "-l") == 0) {
            lr = number(option, value, ANY, 0, 1000);
            n++;
        } else if (strcmp(option, "-n") == 0) {
            epochs = (int)number(option, value, WHOLE, 0, 1e9);
            n++;
        } else if (strcmp(option, "-p") == 0) {
            every = (int)number(option, value, WHOLE, 1, 1e9);
            n++;
        } else if (strcmp(option, "-g") == 0) {
            show_gradient = true;
        } else if (strcmp(option, "-m") == 0) {
            show_network = true;
        } else if (strcmp(option, "-t") == 0) {
            show_step = true;
        } else if (strcmp(option, "-c") == 0) {
            check_only = true;
        } else if (strcmp(option, "-h") == 0 || strcmp(option, "--help") == 0) {
            printf("%s", help);
            return finish(true);
        } else {
            fprintf(stderr, "xor: '%s' is no option; -h lists them\n", option);
            return 2;
        }
    }
    if (check_only && (scale < 0.1 || scale > 1)) {
        fprintf(stderr, "xor: with -c, -i takes a number from 0.1 to 1\n");
        return 2;
    }

    initialize();
    if (check_only)
        return finish(check_gradient());

    train();
    bool learned = print_truth_table();
    if (show_network) {
        print_network();
        print_map();
    }
    if (show_step)
        print_step();
    return finish(learned);
}
