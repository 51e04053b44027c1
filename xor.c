/* xor.c: a neural network learns XOR. This is the program of the tutorial at
   educatbild.com/blog/how-neural-networks-work in C. Sections 1 to 8 are the
   lesson. To compile: cc -O2 -o xor xor.c -lm. SPDX-License-Identifier: 0BSD */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* ---- 1. The problem --------------------------------------------------------
   Each row of X is a sample. Its target in y is 1 if exactly one input is 1. In
   the loops i is the sample, k the input and j the hidden unit. Comments like
   (4, 1) give the tutorial's shape: 4 rows, 1 column. C leaves out the 1. */
#define SAMPLES 4
#define INPUTS 2
#ifndef HIDDEN
#define HIDDEN 4 /* cc -DHIDDEN=2 sets another number of hidden units. */
#endif
static const double X[SAMPLES][INPUTS] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double y[SAMPLES] = {0, 1, 1, 0}; /* (4, 1) */

/* ---- 2. The neuron ---------------------------------------------------------
   The sigmoid squeezes any z into 0 .. 1. If its value is s, its slope is
   s (1 - s). The tutorial computes s again for this. We keep it, as A1. */
static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

/* ---- 3. The network --------------------------------------------------------
   W1[k][j] leads from input k to hidden unit j, W2[j] from there to the output.
   The weights start at random: equal units get equal slopes and stay equal. */
static double W1[INPUTS][HIDDEN], b1[HIDDEN]; /* (2, 4), (1, 4) */
static double W2[HIDDEN], b2;                 /* (4, 1), (1, 1) */
static uint32_t seed = 42;                    /* option -s */
static double scale = 0.1;                    /* option -i */
static void np_random_seed(uint32_t s);       /* from section 11 */
static double np_random_randn(void);          /* mean 0, standard deviation 1 */

static void initialize(void) {
    np_random_seed(seed);
    for (int k = 0; k < INPUTS; k++)
        for (int j = 0; j < HIDDEN; j++) W1[k][j] = np_random_randn() * scale;
    for (int j = 0; j < HIDDEN; j++) b1[j] = 0;
    for (int j = 0; j < HIDDEN; j++) W2[j] = np_random_randn() * scale;
    b2 = 0;
}

/* ---- 4. The forward pass ---------------------------------------------------
   A2 gets a prediction for each row of x: the probability of the answer 1. x is
   X, or a point of the map (section 9). The arrays are the tutorial's cache. */
static double Z1[SAMPLES][HIDDEN], A1[SAMPLES][HIDDEN]; /* (4, 4) */
static double Z2[SAMPLES], A2[SAMPLES];                 /* (4, 1) */

static void forward(const double x[SAMPLES][INPUTS]) {
    /* Z1 = X @ W1 + b1, A1 = sigmoid(Z1) */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            Z1[i][j] = b1[j];
            for (int k = 0; k < INPUTS; k++) Z1[i][j] += x[i][k] * W1[k][j];
        }
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) A1[i][j] = sigmoid(Z1[i][j]);
    /* Z2 = A1 @ W2 + b2, A2 = sigmoid(Z2) */
    for (int i = 0; i < SAMPLES; i++) {
        Z2[i] = b2;
        for (int j = 0; j < HIDDEN; j++) Z2[i] += A1[i][j] * W2[j];
    }
    for (int i = 0; i < SAMPLES; i++) A2[i] = sigmoid(Z2[i]);
}

/* ---- 5. The loss -----------------------------------------------------------
   Binary cross-entropy: the mean of -ln(probability given to the right answer).
   As y is 0 or 1, one of two terms is 0. log is ln. The clip avoids log(0). */
static double compute_loss(void) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
        double p = fmin(fmax(A2[i], 1e-9), 1 - 1e-9);
        sum += y[i] * log(p) + (1 - y[i]) * log(1 - p);
    }
    return -sum / SAMPLES;
}

/* ---- 6. The backward pass --------------------------------------------------
   dZ2, dA1 and dZ1 have a row for each sample: how much the loss of that sample
   changes with its Z2, A1 and Z1. dW2, db2, dW1 and db1, averaged over samples,
   say how much the loss changes with each parameter. They are the gradient. */
static double dZ2[SAMPLES], dW2[HIDDEN], db2, dA1[SAMPLES][HIDDEN];
static double dZ1[SAMPLES][HIDDEN], dW1[INPUTS][HIDDEN], db1[HIDDEN];

static void backward(void) {
    /* dZ2 = A2 - y, by the chain rule. The slope of the loss at A2 is
       -y / A2 + (1 - y) / (1 - A2), which is (A2 - y) / (A2 (1 - A2)). It is
       multiplied by the slope of the sigmoid, A2 (1 - A2). */
    for (int i = 0; i < SAMPLES; i++) dZ2[i] = A2[i] - y[i];
    /* dW2 = A1.T @ dZ2 / m. A weight multiplies its input, A1, to make Z2. So
       its slope is A1 times dZ2, averaged over the m samples. */
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) sum += A1[i][j] * dZ2[i];
        dW2[j] = sum / SAMPLES;
    }
    db2 = 0; /* db2 = np.sum(dZ2) / m: the input of a bias is 1 */
    for (int i = 0; i < SAMPLES; i++) db2 += dZ2[i] / SAMPLES;
    /* dA1 = dZ2 @ W2.T, dZ1 = dA1 * sigmoid_deriv(Z1) */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            double slope = A1[i][j] * (1 - A1[i][j]); /* of the sigmoid */
            dA1[i][j] = dZ2[i] * W2[j]; /* A1 changes Z2 by W2 times as much. */
            dZ1[i][j] = dA1[i][j] * slope;
        }
    /* dW1 = X.T @ dZ1 / m, db1 = np.sum(dZ1, axis=0) / m */
    for (int j = 0; j < HIDDEN; j++) {
        for (int k = 0; k < INPUTS; k++) {
            double sum = 0;
            for (int i = 0; i < SAMPLES; i++) sum += X[i][k] * dZ1[i][j];
            dW1[k][j] = sum / SAMPLES;
        }
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) sum += dZ1[i][j];
        db1[j] = sum / SAMPLES;
    }
}

/* Gradient descent steps against each slope. Section 10 uses backward alone. */
static void update(double lr) {
    b2 -= lr * db2;
    for (int j = 0; j < HIDDEN; j++) {
        W2[j] -= lr * dW2[j];
        for (int k = 0; k < INPUTS; k++) W1[k][j] -= lr * dW1[k][j];
        b1[j] -= lr * db1[j];
    }
}

/* How steep the loss is: the root of the sum of the squares of all slopes. */
static double gradient_size(void) {
    double sum = db2 * db2;
    for (int j = 0; j < HIDDEN; j++) {
        for (int k = 0; k < INPUTS; k++) sum += dW1[k][j] * dW1[k][j];
        sum += dW2[j] * dW2[j] + db1[j] * db1[j];
    }
    return sqrt(sum);
}

/* ---- 7. Training --------------------------------------------------------- */
static double lr = 1;                    /* option -l, the learning rate */
static int epochs = 10000, every = 1000; /* options -n and -p */
static bool show_gradient = false;       /* option -g */

static void train(void) {
    for (int epoch = 0; epoch < epochs; epoch++) {
        forward(X);
        backward();
        if (epoch % every == 0) { /* The loss is only shown, not needed. */
            printf("Epoch %5d | Loss: %.4f", epoch, compute_loss());
            if (show_gradient) printf(" | Gradient: %.1e", gradient_size());
            printf("\n");
            fflush(stdout);
            if (ferror(stdout)) return; /* Nothing more can be written. */
        }
        update(lr);
    }
}

/* ---- 8. The truth table ----------------------------------------------------
   Returns true if all predictions are right: the network has learned XOR. The
   lesson ends here. main is the last function of the file. */
static bool print_truth_table(void) {
    bool learned = true;
    forward(X);
    printf("Input | Target | Predicted\n");
    for (int i = 0; i < SAMPLES; i++) {
        int predicted = A2[i] > 0.5;
        printf(" [%.0f %.0f] | %.0f | %d\n", X[i][0], X[i][1], y[i], predicted);
        learned = learned && predicted == y[i];
    }
    return learned;
}

/* ---- 9. Looking inside -----------------------------------------------------
   The whole network, for -m: a row for each hidden unit with its weights, its
   bias, its A1 for each sample and its W2, then a row with b2 and A2. A1 and A2
   are still those of the truth table. */
static void print_network(void) {
    printf("\nHidden |   W1[0]   W1[1]      b1 | [0 0] [0 1] [1 0] [1 1] |"
           "      W2\n");
    for (int j = 0; j < HIDDEN; j++) {
        printf("%6d | %7.2f %7.2f %7.2f |", j, W1[0][j], W1[1][j], b1[j]);
        for (int i = 0; i < SAMPLES; i++) printf("  %.2f", A1[i][j]);
        printf(" | %7.2f\n", W2[j]);
    }
    printf("Output | %23.2f |", b2);
    for (int i = 0; i < SAMPLES; i++) printf("  %.2f", A2[i]);
    printf(" |\n");
}

/* The predictions for 33 x 17 points of the plane. The first input grows to the
   right, the second upwards. A sample is shown by its target. */
static void print_map(void) {
    printf("\nPrediction: . below 0.2, : below 0.4, - below 0.6, + below 0.8, "
           "# above\n");
    for (int row = 0; row <= 16; row++) {
        double x2 = 1.5 - row / 8.0;
        printf("%6.3f ", x2);
        for (int column = 0; column <= 32; column++) {
            double x1 = -0.5 + column / 16.0;
            const double point[SAMPLES][INPUTS] = {{x1, x2}};
            forward(point);
            bool is_sample = (x1 == 0 || x1 == 1) && (x2 == 0 || x2 == 1);
            putchar(is_sample ? (x1 == x2 ? '0' : '1')
                              : ".:-+#"[(int)fmin(A2[0] * 5, 4)]);
        }
        printf("\n");
    }
    printf("     -0.5     0.0     0.5     1.0     1.5\n");
}

/* ---- 10. The gradient check ------------------------------------------------
   The slope of the loss at v is about (loss(v + h) - loss(v - h)) / 2h. This is
   called a central difference. Its error shrinks with h^2. Another error, from
   rounding the losses, grows as h shrinks. With h = 1e-4 both are small, and a
   right gradient lies far inside the bounds below. */
#define STEP 1e-4
#define TOLERANCE 1e-3 /* relative to the size of the slopes in an array */
#define ROUNDING 1e-10 /* for gradients near 0 */

static double central_difference(double *parameter) {
    double value = *parameter;
    *parameter = value + STEP;
    forward(X);
    double above = compute_loss();
    *parameter = value - STEP;
    forward(X);
    double below = compute_loss();
    *parameter = value;
    return (above - below) / (2 * STEP);
}

/* x, or 0 where x would print as 0.000000 or -0.000000. */
static double printable(double x) { return fabs(x) <= 5e-7 ? 0 : x; }

/* Prints the slopes dV that backward found for n parameters V beside central
   differences. Returns true if the two agree within the bounds. */
static bool check(const char *name, double *V, const double *dV, int n) {
    double size = 0, error = 0;
    for (int j = 0; j < n; j++) {
        double difference = central_difference(&V[j]);
        size += dV[j] * dV[j];
        error += (dV[j] - difference) * (dV[j] - difference);
        printf("%9.6f | %10.6f | %s", printable(dV[j]), printable(difference),
               name);
        if (V != &b2) printf("[%d]", j);
        printf("\n");
    }
    bool right = sqrt(error) <= TOLERANCE * sqrt(size) + ROUNDING;
    if (!right) printf("%s differs by more than 0.1%%.\n", name);
    return right;
}

/* Returns true if backward is right about all parameters. */
static bool check_gradient(void) {
    forward(X);
    backward();
    printf(" backward | difference | parameter\n");
    bool right = check("W1[0]", W1[0], dW1[0], HIDDEN);
    right &= check("W1[1]", W1[1], dW1[1], HIDDEN);
    right &= check("b1", b1, db1, HIDDEN);
    right &= check("W2", W2, dW2, HIDDEN);
    right &= check("b2", &b2, &db2, 1);
    printf("The gradient check %s.\n", right ? "passed" : "failed");
    return right;
}

/* ---- 11. NumPy's random numbers --------------------------------------------
   Nobody needs to understand this section to go on. It is MT19937, after
   M. Matsumoto and T. Nishimura, "Mersenne Twister" (1998), and the functions
   init_genrand, genrand_int32 and genrand_res53 of their mt19937ar.c (2002). */
enum { MT_N = 624, MT_M = 397 };
static uint32_t mt[MT_N];
static int mt_next;
static bool has_spare;
static double spare;

static void np_random_seed(uint32_t s) {
    mt[0] = s;
    for (uint32_t n = 1; n < MT_N; n++)
        mt[n] = 1812433253u * (mt[n - 1] ^ mt[n - 1] >> 30) + n;
    mt_next = 0;
    has_spare = false;
}

/* Renews one word of the state and makes 32 random bits of it. */
static uint32_t random_bits(void) {
    int n = mt_next;
    mt_next = (n + 1) % MT_N;
    uint32_t x = (mt[n] & 0x80000000u) | (mt[mt_next] & 0x7fffffffu);
    x = mt[n] = mt[(n + MT_M) % MT_N] ^ x >> 1 ^ (x & 1 ? 0x9908b0dfu : 0);
    x ^= x >> 11;
    x ^= x << 7 & 0x9d2c5680u;
    x ^= x << 15 & 0xefc60000u;
    return x ^ x >> 18;
}

/* From 0 to below 1, with 53 random bits. */
static double random_double(void) {
    uint32_t a = random_bits() >> 5, b = random_bits() >> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0; /* 2^26, 2^53 */
}

/* A normal number, by G. Marsaglia's polar method. It makes two at a time, of
   which NumPy returns the second first. r2 >= 2^-104, so none exceeds 12.01. */
static double np_random_randn(void) {
    double x1, x2, r2;
    has_spare = !has_spare;
    if (!has_spare) return spare;
    do {
        x1 = 2 * random_double() - 1;
        x2 = 2 * random_double() - 1;
        r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1 || r2 == 0);
    double f = sqrt(-2 * log(r2) / r2);
    spare = f * x1;
    return f * x2;
}

/* ---- 12. The command line --------------------------------------------------
   The options are bounded so that no parameter can overflow, and nothing above
   asks whether a number is finite. A start weight is at most 12.01 * 1000. A1
   and dZ2 are at most 1, so after 1e9 steps with a rate of 1000, W2 and b2 are
   below 2e12. dZ1 is at most W2 / 4, so W1 and b1 are below 1e24. A double goes
   to 1e308. Only exp(-z) can be infinite, and then sigmoid(z) is 0. */
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: xor [option ...]   trains a neural network on XOR\n"
    "  -s SEED    seed, as in np.random.seed(SEED): 0 to 4294967295 (42)\n"
    "  -i SCALE   standard deviation of the start weights: 0 to 1000 (0.1)\n"
    "  -l RATE    learning rate: 0 to 1000 (1)\n"
    "  -n EPOCHS  epochs to train: 0 to 1000000000 (10000)\n"
    "  -p EVERY   print the loss every EVERY epochs: 1 to 1000000000 (1000)\n"
    "  -g         add the size of the gradient to each epoch's line\n"
    "  -m         show the whole network and a map of its predictions\n"
    "  -c         only check backward by central differences; -i 0.1 to 1\n"
    "  -h         only print this help\n"
    "Exit status: 0 learned, or check passed; 1 not; 2 bad command line.\n";

/* The value of an option, which is the next word: a decimal number from least
   to most. Anything else ends the program with a message and exit status 2. */
static double number(char **option, bool is_whole, double least, double most) {
    const char *text = option[1] ? option[1] : "";
    char *end;
    double value = strtod(text, &end);
    if (end == text || *end || text[strspn(text, "0123456789.eE+-")] ||
        value < least || value > most || (is_whole && value != floor(value))) {
        fprintf(stderr, "xor: %s takes a %snumber from %.0f to %.0f, "
                "not '%s'\n", *option, is_whole ? "whole " : "", least, most,
                text);
        exit(2);
    }
    return value;
}

/* The exit status, which is 1 if the output could not be written. */
static int finish(bool success) {
    fflush(stdout);
    if (!ferror(stdout)) return success ? 0 : 1;
    fputs("xor: the output can't be written\n", stderr);
    return 1;
}

int main(int argc, char **argv) {
    bool inside = false, check_only = false;
    for (char **a = argv + 1; a < argv + argc; a++)
        switch ((*a)[0] == '-' && (*a)[1] && !(*a)[2] ? (*a)[1] : 0) {
        case 's': seed = (uint32_t)number(a++, true, 0, UINT32_MAX); break;
        case 'i': scale = number(a++, false, 0, 1000); break;
        case 'l': lr = number(a++, false, 0, 1000); break;
        case 'n': epochs = (int)number(a++, true, 0, 1e9); break;
        case 'p': every = (int)number(a++, true, 1, 1e9); break;
        case 'g': show_gradient = true; break;
        case 'm': inside = true; break;
        case 'c': check_only = true; break;
        case 'h': fputs(help, stdout); return finish(true);
        default:
            fprintf(stderr, "xor: '%s' is no option; -h lists them\n", *a);
            return 2;
        }
    if (check_only && (scale < 0.1 || scale > 1)) {
        fprintf(stderr, "xor: with -c, -i takes a number from 0.1 to 1, "
                "not '%g'\n", scale);
        return 2;
    }

    initialize();
    if (check_only) return finish(check_gradient());
    train();
    bool learned = print_truth_table();
    if (inside) {
        print_network();
        print_map();
    }
    return finish(learned);
}
