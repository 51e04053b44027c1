"""The program of xor.c in NumPy: the independent witness for the transcripts.

Takes the options of xor. HIDDEN in the environment sets the number of hidden
units. Written from the tutorial's formulas on whole matrices, with NumPy's own
random numbers, so that it shares no loop and no generator with xor.c.
"""
import argparse
import os
import signal
import sys

import numpy as np

HIDDEN = int(os.environ.get("HIDDEN", "4"))

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0.0], [1], [1], [0]])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(X, W1, b1, W2, b2):
    A1 = sigmoid(X @ W1 + b1)
    return A1, sigmoid(A1 @ W2 + b2)


def compute_loss(p):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def backward(A1, A2, W2):
    """The gradient in the order of the parameters: W1, b1, W2, b2.

    Divides by the number of samples, m, at once: 4 divides without rounding.
    """
    dZ2 = (A2 - y) / len(X)
    dZ1 = dZ2 @ W2.T * A1 * (1 - A1)
    return [X.T @ dZ1, dZ1.sum(axis=0, keepdims=True),
            A1.T @ dZ2, dZ2.sum(axis=0, keepdims=True)]


def train(parameters, options):
    for epoch in range(options.n):
        A1, A2 = forward(X, *parameters)
        gradient = backward(A1, A2, parameters[2])
        if epoch % options.p == 0:
            line = f"Epoch {epoch:5d} | Loss: {compute_loss(A2):.4f}"
            if options.g:
                size = np.linalg.norm(np.concatenate(gradient, axis=None))
                line += f" | Gradient: {size:.1e}"
            print(line)
        for parameter, slope in zip(parameters, gradient):
            parameter -= options.l * slope


def print_truth_table(parameters):
    predictions = (forward(X, *parameters)[1] > 0.5).astype(int)
    print("Input | Target | Predicted")
    for xi, yi, pi in zip(X, y, predictions):
        print(f" {xi.astype(int)} | {yi[0]:.0f} | {pi[0]}")
    return (predictions == y).all()


def print_network(parameters):
    A1, A2 = forward(X, *parameters)
    print("\nHidden |   W1[0]   W1[1]      b1 | [0 0] [0 1] [1 0] [1 1] |"
          "      W2")
    W1, b1, W2, b2 = parameters
    for j, (ins, outs) in enumerate(zip(np.vstack([W1, b1]).T, A1.T)):
        print(f"{j:6d} |" + "".join(f" {w:7.2f}" for w in ins) + " |"
              + "".join(f"  {a:.2f}" for a in outs) + f" | {W2[j, 0]:7.2f}")
    print(f"Output | {b2[0, 0]:23.2f} |"
          + "".join(f"  {a:.2f}" for a in A2[:, 0]) + " |")


def print_map(parameters):
    print("\nPrediction: . below 0.2, : below 0.4, - below 0.6, + below 0.8, "
          "# above")
    x1, x2 = np.meshgrid(np.linspace(-0.5, 1.5, 33), np.linspace(1.5, -0.5, 17))
    _, p = forward(np.stack([x1, x2], axis=-1), *parameters)
    cells = np.array(list(".:-+#"))[np.digitize(p[..., 0],
                                                [0.2, 0.4, 0.6, 0.8])]
    for xi, yi in zip(X, y):
        cells[(x1 == xi[0]) & (x2 == xi[1])] = int(yi[0])
    for height, row in zip(x2[:, 0], cells):
        print(f"{height:6.3f} {''.join(row)}")
    print("     -0.5     0.0     0.5     1.0     1.5")


def check_gradient(parameters):
    A1, A2 = forward(X, *parameters)
    gradient = backward(A1, A2, parameters[2])
    right = True
    print(" backward | difference | parameter")
    for name, V, dV in zip(["W1", "b1", "W2", "b2"], parameters, gradient):
        slopes = np.zeros(V.shape)
        for at in np.ndindex(V.shape):
            v = V[at]
            V[at] = v + 1e-4
            above = compute_loss(forward(X, *parameters)[1])
            V[at] = v - 1e-4
            below = compute_loss(forward(X, *parameters)[1])
            V[at] = v
            slopes[at] = (above - below) / 2e-4
        # The rows of W1 are arrays of their own, b1 and W2 are one each, and
        # b2 is a number.
        names = [f"{name}[{k}]" for k in range(len(V))] if name == "W1" else [name]
        for row, d, s in zip(names, dV.reshape(len(names), -1),
                             slopes.reshape(len(names), -1)):
            for j, pair in enumerate(zip(d, s)):
                # + 0.0 makes -0.0 a 0.0.
                a, b = (round(slope, 6) + 0.0 for slope in pair)
                index = "" if name == "b2" else f"[{j}]"
                print(f"{a:9.6f} | {b:10.6f} | {row}{index}")
            if np.linalg.norm(d - s) > 0.001 * np.linalg.norm(d) + 1e-10:
                right = False
                print(f"{row} differs by more than 0.1%.")
    print(f"The gradient check {'passed' if right else 'failed'}.")
    return right


def whole(text):
    return int(float(text))


def main():
    parser = argparse.ArgumentParser(prog="xor")
    parser.add_argument("-s", type=whole, default=42)
    parser.add_argument("-i", type=float, default=0.1)
    parser.add_argument("-l", type=float, default=1.0)
    parser.add_argument("-n", type=whole, default=10000)
    parser.add_argument("-p", type=whole, default=1000)
    for flag in "-g", "-m", "-c":
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()

    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # for "| head"
    np.seterr(over="ignore")  # exp(-z) may be infinite: the sigmoid is then 0
    np.random.seed(options.s)
    parameters = [np.random.randn(2, HIDDEN) * options.i, np.zeros((1, HIDDEN)),
                  np.random.randn(HIDDEN, 1) * options.i, np.zeros((1, 1))]
    if options.c:
        right = check_gradient(parameters)
    else:
        train(parameters, options)
        right = print_truth_table(parameters)
        if options.m:
            print_network(parameters)
            print_map(parameters)
    sys.exit(not right)


main()
