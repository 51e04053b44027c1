/* xor.c: a neural network learns XOR. This is the program of the tutorial at
   educatbild.com/blog/how-neural-networks-work in C. Sections 1 to 8 are the
   lesson.

   To compile and run: cc -O2 -o xor xor.c -lm && ./xor

   SPDX-License-Identifier: 0BSD */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- 1. The problem --------------------------------------------------------
   XOR answers 1 if exactly one of its two inputs is 1. Each row of X is a
   sample, a pair of inputs, and y has its target, which is the right answer.

   Everywhere i counts the samples and k the inputs. j counts the hidden units,
   which section 3 introduces. The shapes in the comments are the tutorial's:
   (4, 1) is 4 rows and 1 column. In C that is just an array of 4. (static only
   says that a name is not used in other files.) */

#define SAMPLES 4
#define INPUTS 2
#ifndef HIDDEN
#define HIDDEN 4 /* cc -DHIDDEN=2 sets it to 2. The comments assume 4. */
#endif

static const double X[SAMPLES][INPUTS] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double y[SAMPLES] = {0, 1, 1, 0}; /* (4, 1) */

/* ---- 2. The neuron ---------------------------------------------------------
   A neuron, here called a unit, multiplies each of its inputs by a weight, adds
   up the products, and adds a bias. The sum is z. The output of the unit is
   s = sigmoid(z), a number between 0 and 1.

   The slope of the sigmoid, its derivative, says how fast s grows when z grows.
   The slope of 1 / v is minus the slope of v, divided by v^2. For s, v is
   1 + e^-z, and its slope is -e^-z. So the slope of s = 1 / (1 + e^-z) is

          e^-z              1            e^-z
     --------------  =  ----------  *  ----------
     (1 + e^-z)^2       1 + e^-z       1 + e^-z

   The first factor on the right is s. The second is 1 - s, since the two add up
   to 1. So the slope is s * (1 - s). Section 6 needs no more than s for it. */

static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}

/* ---- 3. The network --------------------------------------------------------
   The two inputs lead to four units in the middle, the hidden units, and these
   lead to one output unit. W1[k][j] is the weight from input k to hidden unit
   j, and W2[j] the weight from there to the output unit. b1 and b2 are the
   biases. Weights and biases together are the 17 parameters: they are all that
   the network learns. */

static double W1[INPUTS][HIDDEN]; /* (2, 4) */
static double b1[HIDDEN];         /* (1, 4) */
static double W2[HIDDEN];         /* (4, 1) */
static double b2;                 /* (1, 1) */

/* The weights start at random. If all hidden units had the same weights, in W1
   and in W2, their outputs would be the same. So would the slopes by which
   training changes their weights. The units would stay equal for ever: four
   that can do no more than one. The biases may all start at 0, as the weights
   differ. */

static uint32_t seed = 42; /* option -s: another seed, other random numbers */
static double scale = 0.1; /* option -i: how large the start weights are */

/* np.random.seed says where NumPy's random numbers start: the same seed gives
   the same numbers again. np.random.randn returns the next one, from the normal
   distribution: the mean is 0, and about two of three lie between -1 and 1. The
   tutorial's randn(2, 4) fills an array row by row, as the loops do. Section 12
   has both functions. */
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
   Data flows from left to right. x has the inputs, and is X in this lesson.
   (Section 9 calls forward with others.) x, Z1, A1, Z2 and A2 have a row for
   each sample:

       x --W1, b1--> Z1 --sigmoid--> A1 --W2, b2--> Z2 --sigmoid--> A2

   Z1 and A1 are the z and the output of the hidden units, Z2 and A2 those of
   the output unit. A2 is the prediction. It lies between 0 and 1, and we read
   it as a probability: how likely it is that the target is 1.

   The four arrays are what the tutorial calls the cache: they are kept for the
   backward pass. */

static double Z1[SAMPLES][HIDDEN]; /* (4, 4) */
static double A1[SAMPLES][HIDDEN]; /* (4, 4) */
static double Z2[SAMPLES];         /* (4, 1) */
static double A2[SAMPLES];         /* (4, 1) */

static void forward(const double x[SAMPLES][INPUTS]) {
    /* Z1 = X @ W1 + b1
       In NumPy, @ is the matrix product: go along a row of X and down a column
       of W1, multiply in pairs, and add up. The loop over k does this. NumPy
       then adds b1 to every row. Here the sum starts with it. */
    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            Z1[i][j] = b1[j];
            for (int k = 0; k < INPUTS; k++)
                Z1[i][j] += x[i][k] * W1[k][j];
        }

    /* A1 = sigmoid(Z1)
       The tutorial's sigmoid takes a whole array, and NumPy's exp works on each
       of its numbers separately, as these loops do. */
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
   The loss says how wrong the network is. Each sample has a cost, -ln p. Here p
   is the probability that the network gives to the right answer: A2 where y is
   1, and 1 - A2 where y is 0. So the cost is near 0 where the network is right
   and sure. It gets larger and larger, the surer the network is of the wrong
   answer. The loss is the mean cost of the samples. It is called the binary
   cross-entropy.

   Since y is 0 or 1, one of the two terms below is 0. C's log is ln. Where the
   network is very sure, A2 can be rounded to exactly 0 or 1, and log(0) is
   minus infinity. So A2 is clipped first: fmax makes it at least 1e-9, and fmin
   at most 1 - 1e-9. */

static double compute_loss(void) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
        double clipped = fmin(fmax(A2[i], 1e-9), 1 - 1e-9);
        sum += y[i] * log(clipped) + (1 - y[i]) * log(1 - clipped);
    }
    return -sum / SAMPLES;
}

/* ---- 6. The backward pass --------------------------------------------------
   For a number V of the network, dV is the slope of the loss when V changes:
   when V grows by a small h, and with it all that is computed from V, the loss
   grows by about dV * h. If dV is 2 and V grows by 0.001, the loss grows by
   about 0.002. If dV is negative, the loss falls. The tutorial writes
   d(loss)/d(V).

   Say that we know dU, that U is computed from V, and that U grows by a * h
   when V grows by h. Then the loss grows by dU * a * h. So dV is dU * a. This
   is the chain rule. For example, Z2 grows by A1 * h when W2 grows by h. Here U
   is Z2, V is W2, and a is A1.

   So we go from the loss back to the inputs. The first slope, dZ2, is worked
   out below. From there on, each arrow is one use of the chain rule, and its
   label is the factor a (slope is that of the sigmoid):

       dZ1 <--slope-- dA1 <--W2-- dZ2
        |                          |
        +--X--> dW1                +--A1--> dW2
        |                          |
        +--1--> db1                +--1---> db2

   There is one more thing. dZ2, dA1 and dZ1 have a row for each sample, and a
   row has the slopes of the cost of its sample. dW2, db2, dW1 and db1 are
   slopes of the loss. The loss is the mean cost, and the slope of a mean is the
   mean of the slopes. So these four are means over the m samples (m is SAMPLES
   here).

   The slopes of all 17 parameters together are the gradient. */

static double dZ2[SAMPLES];         /* (4, 1) */
static double dW2[HIDDEN];          /* (4, 1) */
static double db2;                  /* (1, 1) */
static double dA1[SAMPLES][HIDDEN]; /* (4, 4) */
static double dZ1[SAMPLES][HIDDEN]; /* (4, 4) */
static double dW1[INPUTS][HIDDEN];  /* (2, 4) */
static double db1[HIDDEN];          /* (1, 4) */

static void backward(void) {
    /* dZ2 = A2 - y
       By the chain rule, dZ2 is dA2, the slope of the cost when A2 changes,
       times the slope of the sigmoid, which is A2 * (1 - A2). The slope of ln u
       is 1 / u. When A2 grows by h, 1 - A2 falls by h: this turns the sign in
       the second row.

           y   the cost      dA2            dA2 * A2 * (1 - A2)
           1   -ln(A2)       -1 / A2        A2 - 1
           0   -ln(1 - A2)   1 / (1 - A2)   A2

       In both rows the result is A2 - y. */
    for (int i = 0; i < SAMPLES; i++)
        dZ2[i] = A2[i] - y[i];

    /* dW2 = A1.T @ dZ2 / m
       When W2[j] grows by h, Z2[i] grows by A1[i][j] * h. So for sample i the
       slope is A1[i][j] * dZ2[i]. Then the mean over the samples is taken.
       (.T swaps rows and columns. A row of A1.T has the outputs of one hidden
       unit for all samples. @ multiplies them in pairs with dZ2, and adds up:
       this is the loop over i.) */
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += A1[i][j] * dZ2[i];
        dW2[j] = sum / SAMPLES;
    }

    /* db2 = np.sum(dZ2, axis=0, keepdims=True) / m
       A bias is like a weight whose input is always 1. (axis=0 adds up over the
       samples, and keepdims=True makes (1, 1) the shape of the result.) */
    db2 = 0;
    for (int i = 0; i < SAMPLES; i++)
        db2 += dZ2[i];
    db2 /= SAMPLES;

    for (int i = 0; i < SAMPLES; i++)
        for (int j = 0; j < HIDDEN; j++) {
            /* dA1 = dZ2 @ W2.T
               When A1[i][j] grows by h, Z2[i] grows by W2[j] * h. (With one
               output unit, @ has only one product to add up.) */
            dA1[i][j] = dZ2[i] * W2[j];

            /* dZ1 = dA1 * sigmoid_deriv(Z1)
               When Z1[i][j] grows by h, A1[i][j] grows by slope * h. The s of
               section 2 is A1[i][j] here. (NumPy's * multiplies two arrays
               number by number.) */
            double slope = A1[i][j] * (1 - A1[i][j]);
            dZ1[i][j] = dA1[i][j] * slope;
        }

    /* dW1 = X.T @ dZ1 / m
       When W1[k][j] grows by h, Z1[i][j] grows by X[i][k] * h. So for sample i
       the slope is X[i][k] * dZ1[i][j], and the mean is taken, as for dW2. */
    for (int j = 0; j < HIDDEN; j++)
        for (int k = 0; k < INPUTS; k++) {
            double sum = 0;
            for (int i = 0; i < SAMPLES; i++)
                sum += X[i][k] * dZ1[i][j];
            dW1[k][j] = sum / SAMPLES;
        }

    /* db1 = np.sum(dZ1, axis=0, keepdims=True) / m
       As for db2, but each hidden unit has a sum of its own. */
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++)
            sum += dZ1[i][j];
        db1[j] = sum / SAMPLES;
    }
}

/* Gradient descent: each parameter takes a step against its slope. It becomes
   smaller where the slope is positive and larger where it is negative. So the
   loss falls, unless the step is too long. The step is the slope times the
   learning rate.

   The tutorial does this at the end of backward. It is a function of its own
   here, because section 11 needs the slopes without the step. There each
   parameter is changed a little, to see how much the loss changes. */

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
   An epoch is one pass over all samples. In this program it is one step, which
   all four samples make together.

   The loss is computed only to be printed, since backward does not need it. It
   is printed before the step: it is the loss with the parameters as they were
   then. (The losses on the tutorial's page are not those that the tutorial's
   program prints. Ours are. README.md says more.) */

static int epochs = 10000; /* option -n */
static int every = 1000;   /* option -p: print the loss every 1000 epochs */
static bool show_gradient = false; /* option -g */

/* How steep the loss is (section 9), and the end of a line, which then appears
   right away (section 13). */
static double gradient_norm(void);
static void end_line(void);

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

/* The lesson ends here. main is the last function of the file, and calls
   initialize, train and print_truth_table. The functions before it serve the
   options. */

/* ---- 9. Looking inside -----------------------------------------------------
   -g prints the norm of the gradient: the root of the sum of the squares of all
   slopes. It says how steep the loss is. -m prints the network, and a map of
   its predictions. */

static double gradient_norm(void) {
    double sum = db2 * db2;
    for (int j = 0; j < HIDDEN; j++) {
        for (int k = 0; k < INPUTS; k++)
            sum += dW1[k][j] * dW1[k][j];
        sum += dW2[j] * dW2[j] + db1[j] * db1[j];
    }
    return sqrt(sum);
}

/* Returns 0 if x rounds to 0, and else x. decimals is the number of digits that
   printf shows. Without this, it would print -0.001 as -0.00. */
static double no_minus_zero(double x, int decimals) {
    if (fabs(x) < 0.5 * pow(10, -decimals))
        return 0;
    return x;
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
    printf("Output | %7s %7s %7.2f |", "", "", no_minus_zero(b2, 2));
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

/* Prints the predictions for 17 rows of 33 points, and overwrites Z1 to A2 with
   them. Both inputs go from -0.5 to 1.5, the first to the right and the second
   upwards. All inputs are multiples of 1/16, which a double holds exactly, so
   that == finds the samples. A sample is shown by its target. */
static void print_map(void) {
    printf("\nPrediction: . below 0.2, : below 0.4, - below 0.6, + below 0.8, "
           "# above\n");
    for (int row = 0; row < 17; row++) {
        double second = 1.5 - row / 8.0;
        printf("%6.3f ", second);
        for (int column = 0; column < 33; column++) {
            double first = -0.5 + column / 16.0;

            /* forward takes SAMPLES rows. Only the first one is used here. */
            const double points[SAMPLES][INPUTS] = {{first, second}};
            forward(points);
            char symbol = shade(A2[0]);

            for (int i = 0; i < SAMPLES; i++)
                if (X[i][0] == first && X[i][1] == second)
                    symbol = (y[i] == 1) ? '1' : '0';
            putchar(symbol);
        }
        printf("\n");
    }
    printf("     -0.5     0.0     0.5     1.0     1.5\n");
}

/* ---- 10. One step, number by number ----------------------------------------
   -t takes one more step of training. It prints every array beside the line of
   the tutorial that computes it. A column is a unit. A row is a sample, such as
   [0 1]. In W1 and dW1 it is an input, [0] or [1]. */

static const char *const sample_names[SAMPLES] = {
    "[0 0]", "[0 1]", "[1 0]", "[1 1]"
};

/* Prints a row: the tutorial's line, the name of the row, and its numbers. Only
   the first row of an array has the line. In the others it is empty. */
static void print_row(const char *line, const char *row_name,
                      const double *numbers, int columns) {
    printf("%-29s %5s", line, row_name);
    for (int n = 0; n < columns; n++)
        printf(" %9.6f", no_minus_zero(numbers[n], 6));
    printf("\n");
}

static void print_unit_row(const char *line, const double V[HIDDEN]) {
    print_row(line, "", V, HIDDEN);
}

/* V is not const in these two functions: before C23, C does not pass an array
   of arrays to a function that takes a constant one. */
static void print_input_rows(const char *line, double V[INPUTS][HIDDEN]) {
    print_row(line, "[0]", V[0], HIDDEN);
    print_row("", "[1]", V[1], HIDDEN);
}

static void print_sample_rows(const char *line, double V[SAMPLES][HIDDEN]) {
    for (int i = 0; i < SAMPLES; i++)
        print_row(i == 0 ? line : "", sample_names[i], V[i], HIDDEN);
}

static void print_output_column(const char *line, const double V[SAMPLES]) {
    for (int i = 0; i < SAMPLES; i++)
        print_row(i == 0 ? line : "", sample_names[i], &V[i], 1);
}

/* Prints a single number, left of the columns. */
static void print_number(const char *line, double x) {
    printf("%-25s %9.6f\n", line, no_minus_zero(x, 6));
}

/* These two print the headings of the columns, behind the 35 characters of a
   row's two texts. */
static void print_units_heading(const char *title) {
    printf("\n%-35s", title);
    for (int j = 0; j < HIDDEN; j++)
        printf("    unit%2d", j);
    printf("\n");
}

static void print_output_heading(const char *title) {
    printf("\n%-35s    output\n", title);
}

static void print_step(void) {
    forward(X);
    print_units_heading("Forward");
    print_input_rows("W1", W1);
    print_unit_row("b1", b1);
    print_sample_rows("Z1 = X @ W1 + b1", Z1);
    print_sample_rows("A1 = sigmoid(Z1)", A1);
    print_unit_row("W2", W2);
    print_number("b2", b2);
    print_output_heading("");
    print_output_column("Z2 = A1 @ W2 + b2", Z2);
    print_output_column("A2 = sigmoid(Z2)", A2);
    print_output_column("y", y);
    print_number("loss", compute_loss());

    backward();
    print_output_heading("Backward");
    print_output_column("dZ2 = A2 - y", dZ2);
    print_units_heading("");
    print_unit_row("dW2 = A1.T @ dZ2 / m", dW2);
    print_number("db2 = np.sum(dZ2) / m", db2);
    print_sample_rows("dA1 = dZ2 @ W2.T", dA1);
    print_sample_rows("dZ1 = dA1 * sigmoid_deriv(Z1)", dZ1);
    print_input_rows("dW1 = X.T @ dZ1 / m", dW1);
    print_unit_row("db1 = np.sum(dZ1, axis=0) / m", db1);

    update();
    forward(X);
    print_units_heading("After the step");
    print_number("lr", lr);
    print_unit_row("W2 -= lr * dW2", W2);
    print_number("b2 -= lr * db2", b2);
    print_input_rows("W1 -= lr * dW1", W1);
    print_unit_row("b1 -= lr * db1", b1);
    print_number("loss", compute_loss());
}

/* ---- 11. The gradient check ------------------------------------------------
   -c computes the slope of the loss for each parameter v a second time, without
   the chain rule. The slope is about (loss(v + h) - loss(v - h)) / 2h, which is
   called a central difference. It is not exact: one part of its error shrinks
   with h^2, and another part, from rounding the losses, grows as h shrinks.
   With h = 1e-4 both are small.

   The error of an array is the norm of what backward's slopes and the central
   differences differ by. The size of an array is the norm of backward's slopes.
   The array passes if its error is at most TOLERANCE times its size, plus
   ROUNDING, which is for arrays whose slopes are nearly 0.

   A right gradient lies far inside these bounds, for up to 16 hidden units or
   so and start weights of 0.1 to 1. With larger ones some predictions are
   clipped or rounded, and there the loss no longer has the slopes that backward
   finds. With smaller ones the slopes come near to ROUNDING. */

#define H 1e-4
#define TOLERANCE 1e-3
#define ROUNDING 1e-10

/* Returns the central difference for *v, and leaves *v as it was. */
static double central_difference(double *v) {
    double before = *v;

    *v = before + H;
    forward(X);
    double loss_above = compute_loss();

    *v = before - H;
    forward(X);
    double loss_below = compute_loss();

    *v = before;
    return (loss_above - loss_below) / (2 * H);
}

static void print_slopes(double found, double measured) {
    printf("%9.6f | %10.6f | ", no_minus_zero(found, 6),
           no_minus_zero(measured, 6));
}

/* Returns true if an array passes. If not, says so and returns false. */
static bool passes(const char *name, double error, double size) {
    if (error <= TOLERANCE * size + ROUNDING)
        return true;
    printf("%s differs by more than %g%%.\n", name, 100 * TOLERANCE);
    return false;
}

/* Checks the slopes dV that backward found for the parameters V, one for each
   hidden unit. Returns true if they pass. */
static bool check_array(const char *name, double V[HIDDEN],
                        const double dV[HIDDEN]) {
    double error_squared = 0;
    double size_squared = 0;
    for (int j = 0; j < HIDDEN; j++) {
        double measured = central_difference(&V[j]);
        print_slopes(dV[j], measured);
        printf("%s[%d]\n", name, j);

        double error = dV[j] - measured;
        error_squared += error * error;
        size_squared += dV[j] * dV[j];
    }
    return passes(name, sqrt(error_squared), sqrt(size_squared));
}

/* Does the same for b2, which is a single number. */
static bool check_b2(void) {
    double measured = central_difference(&b2);
    print_slopes(db2, measured);
    printf("b2\n");
    return passes("b2", fabs(db2 - measured), fabs(db2));
}

/* Returns true if backward is right about all parameters. First it gives the
   biases random values. While they are 0, one could not see that a backward
   computes Z1 or Z2 anew and leaves out the bias. */
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
   Nobody needs to understand this section to go on. The generator is MT19937 by
   M. Matsumoto and T. Nishimura ("Mersenne Twister", 1998). np_random_seed,
   random_bits and random_double do what init_genrand, genrand_int32 and
   genrand_res53 do in their mt19937ar.c (2002). */

#define MT_N 624
#define MT_M 397

static uint32_t mt[MT_N]; /* the state */
static int mt_index;      /* which word of it is renewed next */
static double spare;      /* the other number of a pair */
static bool has_spare;    /* true if spare has not been returned yet */

static void np_random_seed(uint32_t s) {
    mt[0] = s;
    for (uint32_t n = 1; n < MT_N; n++)
        mt[n] = 1812433253u * (mt[n - 1] ^ (mt[n - 1] >> 30)) + n;
    mt_index = 0;
    has_spare = false;
}

/* Renews one word of the state and makes 32 random bits of it. */
static uint32_t random_bits(void) {
    int next = (mt_index + 1) % MT_N;
    uint32_t joined = (mt[mt_index] & 0x80000000u) | (mt[next] & 0x7fffffffu);
    uint32_t word = mt[(mt_index + MT_M) % MT_N] ^ (joined >> 1);
    if (joined & 1)
        word ^= 0x9908b0dfu;
    mt[mt_index] = word;
    mt_index = next;

    uint32_t bits = word;
    bits ^= bits >> 11;
    bits ^= (bits << 7) & 0x9d2c5680u;
    bits ^= (bits << 15) & 0xefc60000u;
    bits ^= bits >> 18;
    return bits;
}

/* Returns a number from 0 to below 1. It has 27 + 26 = 53 random bits. */
static double random_double(void) {
    uint32_t a = random_bits() >> 5;
    uint32_t b = random_bits() >> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0; /* 2^26, 2^53 */
}

/* Returns a number from the normal distribution. G. Marsaglia's polar method
   makes two at a time, and NumPy returns the second first.

   Section 13 needs a bound for it. x1 and x2 are multiples of 2^-52 and r2 is
   not 0, so r2 is at least 2^-104. In absolute value, the number is at most
   sqrt(-2 ln(r2)), which is less than 12.01. */
static double np_random_randn(void) {
    if (has_spare) {
        has_spare = false;
        return spare;
    }

    double x1;
    double x2;
    double r2;
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

/* ---- 13. The command line --------------------------------------------------
   Because the options are bounded, no parameter can overflow, and nothing above
   has to ask whether a number is finite. In absolute value, a start weight is
   at most 12.01 * 1000. A1 and dZ2 are at most 1, so after 1e9 steps with a
   rate of 1000, W2 and b2 are below 2e12. dZ1 is at most W2 / 4, so W1 and b1
   are below 1e24. Sums of products and squares of these stay far below 1e308,
   about the largest double. Only exp(-z) can be infinite, and then sigmoid(z)
   is 0. */

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

/* Returns the number in text. text is the word after the option, or NULL if
   there is none. If it is not a decimal number of this kind, from least to
   most, the program ends with exit status 2. (strtod alone would also take
   blanks, 0x10 and nan.) */
static double number(const char *option, const char *text, enum kind kind,
                     double least, double most) {
    if (text == NULL)
        text = "";
    char *end;
    double value = strtod(text, &end);
    bool is_decimal = strspn(text, "0123456789.eE+-") == strlen(text);
    bool is_read = end != text && *end == '\0';
    bool is_whole = value == floor(value);
    if (!is_decimal || !is_read || (kind == WHOLE && !is_whole) ||
        value < least || value > most) {
        fprintf(stderr, "xor: %s takes a %s from %.0f to %.0f, not '%s'\n",
                option, kind == ANY ? "number" : "whole number", least, most,
                text);
        exit(2);
    }
    return value;
}

/* Ends the program if the output could not be written: on a full disk, say. */
static void require_output(bool is_written) {
    if (!is_written) {
        fprintf(stderr, "xor: the output can't be written\n");
        exit(2);
    }
}

/* Ends an epoch's line, and shows it at once, through a pipe too. Ends the
   program if that fails. */
static void end_line(void) {
    printf("\n");
    fflush(stdout);
    require_output(!ferror(stdout));
}

/* Ends the output, and returns the exit status. A network file system may tell
   only here, when the file is closed, that there is no more room. */
static int finish(bool success) {
    require_output(!ferror(stdout));
    require_output(fclose(stdout) == 0);
    return success ? 0 : 1;
}

int main(int argc, char **argv) {
    bool show_network = false;
    bool show_step = false;
    bool check_only = false;

    for (int n = 1; n < argc; n++) {
        const char *option = argv[n];
        const char *text = argv[n + 1]; /* NULL after the last word */
        if (strcmp(option, "-s") == 0) {
            seed = (uint32_t)number(option, text, WHOLE, 0, UINT32_MAX);
            n++;
        } else if (strcmp(option, "-i") == 0) {
            scale = number(option, text, ANY, 0, 1000);
            n++;
        } else if (strcmp(option, "-l") == 0) {
            lr = number(option, text, ANY, 0, 1000);
            n++;
        } else if (strcmp(option, "-n") == 0) {
            epochs = (int)number(option, text, WHOLE, 0, 1e9);
            n++;
        } else if (strcmp(option, "-p") == 0) {
            every = (int)number(option, text, WHOLE, 1, 1e9);
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
            fputs(help, stdout);
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
