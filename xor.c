/* xor.c: a 2-4-1 neural network learns XOR. The program of
   educatbild.com/blog/how-neural-networks-work in C, with its names, shapes and
   order. Sections 1 to 8 are the lesson, 9 to 12 the rest.
   To compile it: cc -O2 -o xor xor.c -lm
   SPDX-License-Identifier: 0BSD */

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Called in the lesson, defined in sections 9 and 11. */
static void seed_random(uint32_t seed);
static double randn(void);
static void stop_if_diverged(long long epoch);
static void print_epoch(long long epoch, double loss, bool gradient);

/* ---- 1. The problem --------------------------------------------------------
   In the lesson's loops i is a sample, j a hidden unit and k an input. */
#define SAMPLES 4
#define INPUTS 2
#define OUTPUTS 1
#ifndef HIDDEN
#define HIDDEN 4 /* hidden units; cc -DHIDDEN=1 sets another number */
#endif
static double X[SAMPLES][INPUTS] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double y[SAMPLES][OUTPUTS] = {{0}, {1}, {1}, {0}};

/* ---- 2. The neuron ---------------------------------------------------------
   The activation: it squeezes any z into 0 .. 1. */
static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

/* The slope of the sigmoid where its value is s. The page takes z and computes
   s again; here the caller has s. */
static double sigmoid_deriv(double s) { return s * (1 - s); }

/* ---- 3. The network --------------------------------------------------------
   Shapes as on the page, for HIDDEN 4. Static arrays start as zeros. */
static double W1[INPUTS][HIDDEN];  /* (2, 4) */
static double b1[1][HIDDEN];       /* (1, 4) */
static double W2[HIDDEN][OUTPUTS]; /* (4, 1) */
static double b2[1][OUTPUTS];      /* (1, 1) */

/* np.random.seed(seed), then randn(2, 4) * scale and randn(4, 1) * scale. */
static void initialize(uint32_t seed, double scale) {
    seed_random(seed);
    for (int k = 0; k < INPUTS; k++)
        for (int j = 0; j < HIDDEN; j++)
            W1[k][j] = randn() * scale;
    for (int j = 0; j < HIDDEN; j++)
        W2[j][0] = randn() * scale;
}

/* ---- 4. The forward pass ---------------------------------------------------
   The cache, as on the page; backward reads A1 and A2 of it. */
static double Z1[SAMPLES][HIDDEN], A1[SAMPLES][HIDDEN];   /* (4, 4) */
static double Z2[SAMPLES][OUTPUTS], A2[SAMPLES][OUTPUTS]; /* (4, 1) */

/* From X to A2, the predictions. */
static void forward(void) {
    /* Z1 = X @ W1 + b1 */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            double sum = 0;
            for (int k = 0; k < INPUTS; k++)
                sum += X[i][k] * W1[k][j];
            Z1[i][j] = sum + b1[0][j];
        }
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++)
            A1[i][j] = sigmoid(Z1[i][j]);

    /* Z2 = A1 @ W2 + b2 */
    for (int i = 0; i < SAMPLES; i++) {
        double sum = 0;
        for (int j = 0; j < HIDDEN; j++)
            sum += A1[i][j] * W2[j][0];
        Z2[i][0] = sum + b2[0][0];
    }
    for (int i = 0; i < SAMPLES; i++)
        A2[i][0] = sigmoid(Z2[i][0]);
}

/* ---- 5. The loss -----------------------------------------------------------
   Predictions are clipped to CLIP .. 1 - CLIP: no log(0). NaN stays NaN. */
#define CLIP 1e-9
static double clip(double p) {
    return p < CLIP ? CLIP : p > 1 - CLIP ? 1 - CLIP : p;
}

/* Binary cross-entropy, the mean of -(y log(p) + (1 - y) log(1 - p)). As y is
   0 or 1, one of the two terms is 0; the other is what is summed here. */
static double compute_loss(void) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++)
        sum += log(y[i][0] == 1 ? clip(A2[i][0]) : 1 - clip(A2[i][0]));
    return -sum / SAMPLES;
}

/* ---- 6. The backward pass --------------------------------------------------
   Each dV has the shape of V. dZ2, dA1 and dZ1 are slopes of each
   sample's own loss; dW2, db2, dW1 and db1 of their mean, the loss. */
static double dZ2[SAMPLES][OUTPUTS], dW2[HIDDEN][OUTPUTS], db2[1][OUTPUTS];
static double dA1[SAMPLES][HIDDEN], dZ1[SAMPLES][HIDDEN];
static double dW1[INPUTS][HIDDEN], db1[1][HIDDEN];

/* The chain rule, from the predictions back to each weight. */
static void backward(void) {
    double sum;
    /* dA2, which is (A2 - y) / (A2 (1 - A2)), times the slope A2 (1 - A2) */
    for (int i = 0; i < SAMPLES; i++)
        dZ2[i][0] = A2[i][0] - y[i][0];

    /* dW2 = A1.T @ dZ2 / m, db2 = sum(dZ2) / m */
    for (int j = 0; j < HIDDEN; j++) {
        sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += A1[i][j] * dZ2[i][0];
        dW2[j][0] = sum / SAMPLES;
    }
    sum = 0;
    for (int i = 0; i < SAMPLES; i++)
        sum += dZ2[i][0];
    db2[0][0] = sum / SAMPLES;

    /* dA1 = dZ2 @ W2.T, and through the sigmoid to dZ1 */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            dA1[i][j] = dZ2[i][0] * W2[j][0];
            dZ1[i][j] = dA1[i][j] * sigmoid_deriv(A1[i][j]);
        }

    /* dW1 = X.T @ dZ1 / m, db1 = sum(dZ1) / m */
    for (int j = 0; j < HIDDEN; j++) {
        for (int k = 0; k < INPUTS; k++) {
            sum = 0;
            for (int i = 0; i < SAMPLES; i++)
                sum += X[i][k] * dZ1[i][j];
            dW1[k][j] = sum / SAMPLES;
        }
        sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += dZ1[i][j];
        db1[0][j] = sum / SAMPLES;
    }
}

/* Gradient descent: a step downhill, lr times the gradient. */
static void update(double lr) {
    for (int j = 0; j < HIDDEN; j++) {
        W2[j][0] -= lr * dW2[j][0];
        for (int k = 0; k < INPUTS; k++)
            W1[k][j] -= lr * dW1[k][j];
        b1[0][j] -= lr * db1[0][j];
    }
    b2[0][0] -= lr * db2[0][0];
}

/* ---- 7. Training -----------------------------------------------------------
   Prints the loss and, if asked, its gradient's size, from before the step. */
static void train(double lr, long long epochs, long long every, bool gradient) {
    for (long long epoch = 0; epoch < epochs; epoch++) {
        forward();
        stop_if_diverged(epoch);
        double loss = compute_loss();
        backward();
        update(lr);
        if (epoch % every == 0)
            print_epoch(epoch, loss, gradient);
    }
}

/* ---- 8. The truth table ----------------------------------------------------
   After that many epochs. Returns true if the network has learned XOR. */
static bool print_truth_table(long long epochs) {
    bool learned = true;
    forward();
    stop_if_diverged(epochs);
    printf("Input | Target | Predicted\n");
    for (int i = 0; i < SAMPLES; i++) {
        int p = A2[i][0] > 0.5;
        printf(" [%.0f %.0f] | %.0f | %d\n", X[i][0], X[i][1], y[i][0], p);
        learned = learned && p == y[i][0];
    }
    return learned;
}

/* ---- 9. Looking inside -----------------------------------------------------
   Is x finite? If not, the 11 bits of its exponent are all 1. volatile, as with
   -Ofast a compiler may take any number for finite, without looking. */
static bool is_finite(double x) {
    volatile union { double value; uint64_t bits; } u;
    u.value = x;
    return (u.bits >> 52 & 0x7ff) != 0x7ff;
}

/* x as all machines print it: 0 below least, where it may be a rounding error,
   and infinity for NaN too, as C libraries spell NaN differently. */
static double shown(double x, double least) {
    volatile double infinite = HUGE_VAL; /* volatile as above */
    return !is_finite(x) ? infinite : fabs(x) < least ? 0 : x;
}

/* Ends the program unless each prediction, and so the loss, is a number. */
static void stop_if_diverged(long long epoch) {
    for (int i = 0; i < SAMPLES; i++)
        if (!is_finite(A2[i][0])) {
            fprintf(stderr, "xor: at epoch %lld the loss is not a number\n",
                    epoch);
            exit(1);
        }
}

/* Flushes standard output, or ends the program. */
static void flush_output(void) {
    fflush(stdout);
    if (ferror(stdout)) {
        fputs("xor: the output can't be written\n", stderr);
        exit(1);
    }
}

/* The size of the gradient is its Euclidean norm over all parameters. hypot
   is sqrt(a*a + b*b), but does not overflow on the way. */
static void print_epoch(long long epoch, double loss, bool gradient) {
    double norm = fabs(db2[0][0]);
    for (int j = 0; j < HIDDEN; j++) {
        for (int k = 0; k < INPUTS; k++)
            norm = hypot(norm, dW1[k][j]);
        norm = hypot(hypot(norm, db1[0][j]), dW2[j][0]);
    }
    printf("Epoch %5lld | Loss: %.4f", epoch, loss);
    if (gradient)
        printf(" | Gradient: %.1e", shown(norm, 1e-9));
    printf("\n");
    flush_output();
}

/* A1 transposed: what each hidden unit makes of each sample. Then a map of A2
   for inputs from -0.5 to 1.5, the first to the right, the second upwards, and
   the samples' targets. It overwrites X, so it comes last. */
static void print_inside(void) {
    printf("\nHidden | [0 0] | [0 1] | [1 0] | [1 1]\n");
    for (int j = 0; j < HIDDEN; j++)
        printf("%6d |  %.2f |  %.2f |  %.2f |  %.2f\n", j + 1, A1[0][j],
               A1[1][j], A1[2][j], A1[3][j]);
    printf("\nAnswer: . under 0.2, : under 0.4, - under 0.6, + under 0.8, "
           "# over; 0, 1: targets\n");
    for (int row = 0; row <= 16; row++) {
        X[0][1] = 1.5 - row / 8.0;
        printf("%6.3f ", X[0][1]);
        for (int column = 0; column <= 32; column++) {
            X[0][0] = -0.5 + column / 16.0;
            forward();
            double p = A2[0][0];
            if (row % 8 == 4 && column % 16 == 8) /* at a sample */
                putchar(X[0][0] == X[0][1] ? '0' : '1');
            else
                putchar(".:-+#"[p < 1 ? (int)(p * 5) : 4]);
        }
        printf("\n");
    }
    printf("     -0.5     0.0     0.5     1.0     1.5\n");
}

/* ---- 10. The gradient check ------------------------------------------------
   A central difference is (loss(v + h) - loss(v - h)) / 2h, the slope at v but
   for about h^2 times the third derivative, and for rounding, which grows as
   1 / h: with h 1e-4 both are small. A right gradient differs by under 0.01%,
   an error of 1% must be found, and TOLERANCE is between. For -i 0.01 to -i 3:
   at 0 almost any gradient is 0, right or wrong; far above 3 many are tiny. */
#define STEP 1e-4
#define TOLERANCE 0.001
#define ROUNDING 1e-19 /* its error, where weights and gradients are near 0 */

/* The loss without its clip, as backward takes it, minus ln 2, as doubles lie
   closer together near 0. z is Z2 where y is 1, -Z2 where y is 0, and >= -700:
   -log(sigmoid(z)) - ln 2 = log((1 + e^-z) / 2) = log1p((e^-z - 1) / 2). */
static double unclipped_loss(void) {
    volatile double sum = 0; /* volatile, as x87 has more bits than a double */
    forward();
    for (int i = 0; i < SAMPLES; i++) {
        double z = y[i][0] == 1 ? Z2[i][0] : -Z2[i][0];
        volatile double term = log1p(expm1(fmin(-z, 700)) / 2); /* finite */
        sum += term / SAMPLES;
    }
    return sum;
}

/* Prints the gradient dV of the (rows, columns) parameters V beside central
   differences. Returns true if it is finite and what differs is small. */
static bool check(const char *name, double *V, const double *dV, int rows,
                  int columns) {
    double size = 0, error = 0;
    for (int n = 0; n < rows * columns; n++) {
        double v = V[n];
        V[n] = v + STEP;
        double above = unclipped_loss();
        V[n] = v - STEP;
        double slope = (above - unclipped_loss()) / (2 * STEP);
        V[n] = v;
        size = hypot(size, dV[n]);
        error = hypot(error, dV[n] - slope);
        printf("%9.6f | %10.6f | %s[%d][%d]\n", shown(dV[n], 5e-7),
               shown(slope, 5e-7), name, n / columns, n % columns);
    }
    bool right = is_finite(size) && error <= TOLERANCE * size + ROUNDING;
    if (!right)
        printf("%s differs by more than 0.1%%.\n", name);
    return right;
}

/* Prints every array, also after a wrong one. Returns true if all are right. */
static bool check_gradient(double scale) {
    forward();
    stop_if_diverged(0);
    backward();
    printf(" backward | difference | parameter\n");
    bool right = check("W1", *W1, *dW1, INPUTS, HIDDEN);
    right &= check("b1", *b1, *db1, 1, HIDDEN);
    right &= check("W2", *W2, *dW2, HIDDEN, OUTPUTS);
    right &= check("b2", *b2, *db2, 1, OUTPUTS);
    printf("The gradient check %s.\n", right ? "passed" : "failed");
    if (scale < 0.01 || scale > 3)
        printf("Outside -i 0.01 to -i 3 that proves little.\n");
    return right;
}

/* ---- 11. NumPy's random numbers --------------------------------------------
   MT19937, from M. Matsumoto and T. Nishimura, "Mersenne Twister" (1998) and
   their mt19937ar.c (2002): init_genrand, genrand_int32, genrand_res53. */
enum { MT_N = 624, MT_M = 397 };
static uint32_t mt[MT_N];
static int mt_next;
static bool has_spare;
static double spare;

static void seed_random(uint32_t seed) {
    mt[0] = seed;
    for (uint32_t n = 1; n < MT_N; n++)
        mt[n] = 1812433253u * (mt[n - 1] ^ mt[n - 1] >> 30) + n;
}

/* 32 random bits, from one word of the state, which it renews. */
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

/* Normal with mean 0 and deviation 1, by G. Marsaglia's polar method. Of each
   pair NumPy's legacy generator returns the second first. */
static double randn(void) {
    double x1, x2, r2;
    has_spare = !has_spare; /* every second call returns the spare */
    if (!has_spare)
        return spare;
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
   An option is one argument, its value the next, which a++ skips: no -s7. */
static const char help[] =
    "usage: xor [option ...]   trains a neural network on XOR\n"
    "  -s SEED    random seed, as in np.random.seed(SEED) (42)\n"
    "  -i SCALE   standard deviation of the start weights (0.1)\n"
    "  -l RATE    learning rate (1)\n"
    "  -n EPOCHS  epochs to train (10000)\n"
    "  -p EVERY   print the loss every EVERY epochs (1000)\n"
    "  -g         add the size of the gradient to each loss\n"
    "  -m         show the hidden layer and a map of the answers\n"
    "  -c         check backward against central differences, and stop\n"
    "  -h         print this, and stop\n"
    "Exit status: 0 learned, or check passed; 1 not; 2 bad command line.\n";

/* The number after an option, without a sign, from least to most. Anything
   else, or nothing, ends the program with a message and exit status 2. */
static double number(char **option, bool is_whole, double least, double most) {
    const char *text = option[1] ? option[1] : "";
    const char *set = is_whole ? "0123456789" : "0123456789.eE+-";
    char *end;
    double value = strtod(text, &end);
    /* strchr also finds the '\0' of ""; an overflow is infinite, so > most */
    if (strchr("+-", *text) || text[strspn(text, set)] || *end ||
        value < least || value > most) {
        fprintf(stderr, "xor: %s takes a ", *option);
        if (is_whole)
            fprintf(stderr, "whole number from %.0f to %.0f", least, most);
        else
            fprintf(stderr, "finite number %s 0", least > 0 ? ">" : ">=");
        fprintf(stderr, ", not '%s'\n", text);
        exit(2);
    }
    return value;
}

int main(int argc, char **argv) {
    double seed = 42, scale = 0.1, lr = 1, epochs = 10000, every = 1000;
    bool gradient = false, inside = false, check_only = false, right;

    for (char **a = argv + 1; a < argv + argc; a++)
        switch ((*a)[0] == '-' && (*a)[1] && !(*a)[2] ? (*a)[1] : 0) {
        case 's': seed = number(a++, true, 0, UINT32_MAX); break;
        case 'i': scale = number(a++, false, 0, DBL_MAX); break;
        /* -Ofast takes numbers below DBL_MIN for 0, which is no rate. */
        case 'l': lr = number(a++, false, DBL_MIN, DBL_MAX); break;
        case 'n': epochs = number(a++, true, 0, 1e15); break;
        case 'p': every = number(a++, true, 1, 1e15); break;
        case 'g': gradient = true; break;
        case 'm': inside = true; break;
        case 'c': check_only = true; break;
        case 'h': fputs(help, stdout); flush_output(); return 0;
        default:
            fprintf(stderr, "xor: '%s' is no option; -h lists them\n", *a);
            return 2;
        }

    initialize((uint32_t)seed, scale);
    if (check_only)
        right = check_gradient(scale);
    else {
        train(lr, (long long)epochs, (long long)every, gradient);
        right = print_truth_table((long long)epochs);
        if (inside)
            print_inside();
    }
    flush_output();
    return !right;
}
