"""The program of xor.c in NumPy: the independent witness for the transcripts.

It takes the options of xor. It is written from the tutorial's formulas, on
whole matrices and with NumPy's own random numbers, so that it shares no loop
and no generator with xor.c.

HIDDEN in the environment sets the number of hidden units, and PROGRAM names the
program that it stands for: xor, xor-2 with any number, or one of the changed
programs that README.md builds. To add one of these, give it a line in
HIDDEN_LAYERS. Or ask for its name where it differs, and add the name to KNOWN.
A new option of xor needs a line in main().
"""
import argparse
import os
import re
import signal
import sys

try:
    import numpy as np
except ImportError:
    sys.exit("NumPy is missing: apt-get install python3-numpy, or pip install "
             "numpy")

HIDDEN = int(os.environ.get("HIDDEN", "4"))
PROGRAM = os.environ.get("PROGRAM", "xor")

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0.0], [1], [1], [0]])

# NumPy is a quarter faster if the numbers in its formulas are arrays too.
m = np.array(4.0)
ONE = np.array(1.0)

SAMPLE_NAMES = ["[0 0]", "[0 1]", "[1 0]", "[1 1]"]


def sigmoid(z):
    return ONE / (ONE + np.exp(-z))


def sigmoid_deriv(z):
    s = sigmoid(z)
    return s * (ONE - s)


# The activation of the hidden units, and its slope.
HIDDEN_LAYERS = {
    "xor-linear": (lambda z: z, lambda z: 1),
    "xor-relu": (lambda z: np.maximum(z, 0), lambda z: z > 0),
    "xor-tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
}
activation, activation_deriv = HIDDEN_LAYERS.get(PROGRAM,
                                                 (sigmoid, sigmoid_deriv))
KNOWN = [*HIDDEN_LAYERS, "xor-equal", "xor-wrong"]


def initialize(options):
    np.random.seed(options.s)
    W1 = np.random.randn(2, HIDDEN) * options.i
    b1 = np.zeros((1, HIDDEN))
    W2 = np.random.randn(HIDDEN, 1) * options.i
    b2 = np.zeros((1, 1))
    if PROGRAM == "xor-equal":
        W1[:] = options.i
        W2[:] = options.i
    return W1, b1, W2, b2


def forward(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = activation(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2


def compute_loss(A2):
    p = np.clip(A2, 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def backward(Z1, A1, A2, W2):
    dZ2 = A2 - y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    if PROGRAM == "xor-wrong":
        db2 = -db2
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * activation_deriv(Z1)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dZ2, dW2, db2, dA1, dZ1, dW1, db1


def update(parameters, gradient, lr):
    for parameter, slope in zip(parameters, gradient):
        parameter -= lr * slope


def train(parameters, options):
    W1, b1, W2, b2 = parameters
    lr = np.array(options.l)
    for epoch in range(options.n):
        Z1, A1, _, A2 = forward(X, W1, b1, W2, b2)
        _, dW2, db2, _, _, dW1, db1 = backward(Z1, A1, A2, W2)
        gradient = dW1, db1, dW2, db2
        if epoch % options.p == 0:
            line = f"Epoch {epoch:5d} | Loss: {compute_loss(A2):.4f}"
            if options.g:
                size = np.linalg.norm(np.concatenate(gradient, axis=None))
                line += f" | Gradient: {size:.1e}"
            print(line)
        update(parameters, gradient, lr)


def print_truth_table(parameters):
    A2 = forward(X, *parameters)[-1]
    predictions = (A2 > 0.5).astype(int)
    print("Input | Target | Predicted")
    for name, yi, pi in zip(SAMPLE_NAMES, y, predictions):
        print(f" {name} | {yi[0]:.0f} | {pi[0]}")
    return (predictions == y).all()


def number(x, width, decimals):
    """x as xor.c prints it: what rounds to 0 has no minus sign.

    Adding 0.0 makes -0.0 a 0.0, and changes nothing else.
    """
    return f"{round(float(x), decimals) + 0.0:{width}.{decimals}f}"


def print_network(parameters):
    W1, b1, W2, b2 = parameters
    _, A1, _, A2 = forward(X, *parameters)
    print("\nHidden |   W1[0]   W1[1]      b1 | [0 0] [0 1] [1 0] [1 1] |"
          "      W2")
    for j in range(HIDDEN):
        before = [number(w, 7, 2) for w in (W1[0, j], W1[1, j], b1[0, j])]
        outputs = [number(a, 5, 2) for a in A1[:, j]]
        after = number(W2[j, 0], 7, 2)
        print(f"{j:6d} |", *before, "|", *outputs, "|", after)
    print(f"Output | {number(b2[0, 0], 23, 2)} |",
          *(number(a, 5, 2) for a in A2[:, 0]), "|")


def print_map(parameters):
    print("\nPrediction: . below 0.2, : below 0.4, - below 0.6, + below 0.8, "
          "# above")
    x1, x2 = np.meshgrid(np.linspace(-0.5, 1.5, 33), np.linspace(1.5, -0.5, 17))
    A2 = forward(np.stack([x1, x2], axis=-1), *parameters)[-1]
    cells = np.array(list(".:-+#"))[np.digitize(A2[..., 0],
                                                [0.2, 0.4, 0.6, 0.8])]
    for xi, yi in zip(X, y):
        cells[(x1 == xi[0]) & (x2 == xi[1])] = int(yi[0])
    for height, row in zip(x2[:, 0], cells):
        print(f"{height:6.3f} {''.join(row)}")
    print("     -0.5     0.0     0.5     1.0     1.5")


def print_units(title):
    print(f"\n{title:35}" + "".join(f"    unit{j:2d}" for j in range(HIDDEN)))


def print_array(line, names, V):
    for name, row in zip(names, V):
        print(f"{line:29} {name:>5}", *(number(v, 9, 6) for v in row))
        line = ""


def print_number(line, x):
    print(f"{line:25} {number(x, 9, 6)}")


def print_step(parameters, options):
    W1, b1, W2, b2 = parameters
    Z1, A1, Z2, A2 = forward(X, *parameters)
    print_units("Forward")
    print_array("W1", ["[0]", "[1]"], W1)
    print_array("b1", [""], b1)
    print_array("Z1 = X @ W1 + b1", SAMPLE_NAMES, Z1)
    print_array("A1 = sigmoid(Z1)", SAMPLE_NAMES, A1)
    print_array("W2", [""], W2.T)
    print_number("b2", b2[0, 0])
    print(f"\n{'':35}    output")
    print_array("Z2 = A1 @ W2 + b2", SAMPLE_NAMES, Z2)
    print_array("A2 = sigmoid(Z2)", SAMPLE_NAMES, A2)
    print_array("y", SAMPLE_NAMES, y)
    print_number("loss", compute_loss(A2))

    dZ2, dW2, db2, dA1, dZ1, dW1, db1 = backward(Z1, A1, A2, W2)
    print(f"\n{'Backward':35}    output")
    print_array("dZ2 = A2 - y", SAMPLE_NAMES, dZ2)
    print_units("")
    print_array("dW2 = A1.T @ dZ2 / m", [""], dW2.T)
    print_number("db2 = np.sum(dZ2) / m", db2[0, 0])
    print_array("dA1 = dZ2 @ W2.T", SAMPLE_NAMES, dA1)
    print_array("dZ1 = dA1 * sigmoid_deriv(Z1)", SAMPLE_NAMES, dZ1)
    print_array("dW1 = X.T @ dZ1 / m", ["[0]", "[1]"], dW1)
    print_array("db1 = np.sum(dZ1, axis=0) / m", [""], db1)

    update(parameters, (dW1, db1, dW2, db2), options.l)
    print_units("After the step")
    print_number("lr", options.l)
    print_array("W2 -= lr * dW2", [""], W2.T)
    print_number("b2 -= lr * db2", b2[0, 0])
    print_array("W1 -= lr * dW1", ["[0]", "[1]"], W1)
    print_array("b1 -= lr * db1", [""], b1)
    print_number("loss", compute_loss(forward(X, *parameters)[-1]))


def check_gradient(parameters, options):
    W1, b1, W2, b2 = parameters
    b1[:] = np.random.randn(1, HIDDEN) * options.i
    b2[:] = np.random.randn(1, 1) * options.i
    Z1, A1, _, A2 = forward(X, *parameters)
    _, dW2, db2, _, _, dW1, db1 = backward(Z1, A1, A2, W2)
    # V is a part of a parameter's array: changing V changes the parameter.
    rows = [("W1[0]", W1[0], dW1[0]), ("W1[1]", W1[1], dW1[1]),
            ("b1", b1[0], db1[0]), ("W2", W2[:, 0], dW2[:, 0]),
            ("b2", b2[0], db2[0])]
    passed = True
    print(" backward | difference | parameter")
    for name, V, dV in rows:
        differences = np.zeros(len(V))
        for j, v in enumerate(V.copy()):
            V[j] = v + 1e-4
            above = compute_loss(forward(X, *parameters)[-1])
            V[j] = v - 1e-4
            below = compute_loss(forward(X, *parameters)[-1])
            V[j] = v
            differences[j] = (above - below) / 2e-4
            index = "" if name == "b2" else f"[{j}]"
            print(f"{number(dV[j], 9, 6)} | {number(differences[j], 10, 6)} | "
                  f"{name}{index}")
        error = np.linalg.norm(dV - differences)
        if error > 0.001 * np.linalg.norm(dV) + 1e-10:
            passed = False
            print(f"{name} differs by more than 0.1%.")
    print(f"The gradient check {'passed' if passed else 'failed'}.")
    return passed


def whole(text):
    return int(float(text))


def main():
    if PROGRAM not in KNOWN and not re.fullmatch(r"xor(-[0-9]+)?", PROGRAM):
        sys.exit(f"The witness does not know {PROGRAM}.")
    parser = argparse.ArgumentParser(prog="xor")
    parser.add_argument("-s", type=whole, default=42)
    parser.add_argument("-i", type=float, default=0.1)
    parser.add_argument("-l", type=float, default=1.0)
    parser.add_argument("-n", type=whole, default=10000)
    parser.add_argument("-p", type=whole, default=1000)
    for flag in "-g", "-m", "-t", "-c":
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()

    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # for "| head"
    np.seterr(over="ignore")  # exp(-z) may be infinite: the sigmoid is then 0
    parameters = initialize(options)
    if options.c:
        success = check_gradient(parameters, options)
    else:
        train(parameters, options)
        success = print_truth_table(parameters)
        if options.m:
            print_network(parameters)
            print_map(parameters)
        if options.t:
            print_step(parameters, options)
    sys.exit(not success)


main()
