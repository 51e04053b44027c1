"""The program of xor.c in NumPy: the independent witness for the transcripts.

Takes the options of xor; HIDDEN in the environment sets the number of hidden
units. Written from the tutorial's formulas on whole matrices, with NumPy's own
random numbers, so that it shares no loop and no generator with xor.c.
"""
import argparse
import os
import sys

import numpy as np

HIDDEN = int(os.environ.get("HIDDEN", "4"))
CLIP = 1e-9

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(X, W1, b1, W2, b2):
    A1 = sigmoid(X @ W1 + b1)
    Z2 = A1 @ W2 + b2
    return A1, Z2, sigmoid(Z2)


def compute_loss(p):
    p = np.clip(p, CLIP, 1 - CLIP)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def backward(A1, A2, W2):
    """The gradient in the order of the parameters: W1, b1, W2, b2."""
    dZ2 = A2 - y
    dZ1 = dZ2 @ W2.T * A1 * (1 - A1)
    m = len(X)
    return [X.T @ dZ1 / m, dZ1.sum(axis=0, keepdims=True) / m,
            A1.T @ dZ2 / m, dZ2.sum(axis=0, keepdims=True) / m]


def stop_if_diverged(A2, epoch):
    if np.isnan(A2).any():
        sys.stdout.flush()
        print(f"xor: at epoch {epoch} the loss is not a number",
              file=sys.stderr)
        sys.exit(1)


def shown(x, least):
    """x without what differs between machines, as xor.c has it."""
    return np.inf if not np.isfinite(x) else 0.0 if abs(x) < least else x


def train(parameters, options):
    for epoch in range(options.n):
        A1, _, A2 = forward(X, *parameters)
        stop_if_diverged(A2, epoch)
        gradient = backward(A1, A2, parameters[2])
        if epoch % options.p == 0:
            line = f"Epoch {epoch:5d} | Loss: {compute_loss(A2):.4f}"
            if options.g:
                norm = np.hypot.reduce(np.concatenate(gradient, axis=None))
                line += f" | Gradient: {shown(norm, 1e-9):.1e}"
            print(line)
        for parameter, slope in zip(parameters, gradient):
            parameter -= options.l * slope


def print_truth_table(parameters, epoch):
    _, _, A2 = forward(X, *parameters)
    stop_if_diverged(A2, epoch)
    predictions = (A2 > 0.5).astype(int)
    print("Input | Target | Predicted")
    for xi, yi, pi in zip(X, y, predictions):
        print(f" {xi} | {yi[0]} | {pi[0]}")
    return (predictions == y).all()


def print_hidden_layer(parameters):
    A1, _, _ = forward(X, *parameters)
    print("\nHidden | [0 0] | [0 1] | [1 0] | [1 1]")
    for j, unit in enumerate(A1.T):
        print(f"{j + 1:6d} | " + " | ".join(f" {a:.2f}" for a in unit))


def print_map(parameters):
    print("\nAnswer: . under 0.2, : under 0.4, - under 0.6, + under 0.8, "
          "# over; 0, 1: targets")
    x1, x2 = np.meshgrid(np.linspace(-0.5, 1.5, 33), np.linspace(1.5, -0.5, 17))
    _, _, answer = forward(np.stack([x1, x2], axis=-1), *parameters)
    cells = np.array(list(".:-+#"))[np.digitize(answer[..., 0],
                                                [0.2, 0.4, 0.6, 0.8])]
    for xi, yi in zip(X, y):
        cells[(x1 == xi[0]) & (x2 == xi[1])] = yi[0]
    for height, row in zip(x2[:, 0], cells):
        print(f"{height:6.3f} {''.join(row)}")
    print("     -0.5     0.0     0.5     1.0     1.5")


def unclipped_loss(parameters):
    """Cross-entropy from Z2, less ln 2: the mean of log((1 + e^-z) / 2)."""
    _, Z2, _ = forward(X, *parameters)
    z = np.where(y == 1, Z2, -Z2)
    return np.mean(np.log1p(np.expm1(np.minimum(-z, 700)) / 2))


def check_gradient(parameters, scale):
    A1, _, A2 = forward(X, *parameters)
    stop_if_diverged(A2, 0)
    gradient = backward(A1, A2, parameters[2])
    h = 1e-4
    right = True
    print(" backward | difference | parameter")
    for name, V, dV in zip(["W1", "b1", "W2", "b2"], parameters, gradient):
        slopes = np.zeros(V.shape)
        for at in np.ndindex(V.shape):
            v = V[at]
            V[at] = v + h
            above = unclipped_loss(parameters)
            V[at] = v - h
            slopes[at] = (above - unclipped_loss(parameters)) / (2 * h)
            V[at] = v
            print(f"{shown(dV[at], 5e-7):9.6f} | {shown(slopes[at], 5e-7):10.6f}"
                  f" | {name}[{at[0]}][{at[1]}]")
        size, error = (np.hypot.reduce(a, axis=None) for a in (dV, dV - slopes))
        if not (np.isfinite(size) and error <= 0.001 * size + 1e-19):
            right = False
            print(f"{name} differs by more than 0.1%.")
    print(f"The gradient check {'passed' if right else 'failed'}.")
    if not 0.01 <= scale <= 3:
        print("Outside -i 0.01 to -i 3 that proves little.")
    return right


def main():
    parser = argparse.ArgumentParser(prog="xor")
    parser.add_argument("-s", type=int, default=42)
    parser.add_argument("-i", type=float, default=0.1)
    parser.add_argument("-l", type=float, default=1.0)
    parser.add_argument("-n", type=int, default=10000)
    parser.add_argument("-p", type=int, default=1000)
    for flag in "-g", "-m", "-c":
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()

    np.seterr(all="ignore")
    np.random.seed(options.s)
    parameters = [np.random.randn(2, HIDDEN) * options.i, np.zeros((1, HIDDEN)),
                  np.random.randn(HIDDEN, 1) * options.i, np.zeros((1, 1))]
    if options.c:
        right = check_gradient(parameters, options.i)
    else:
        train(parameters, options)
        right = print_truth_table(parameters, options.n)
        if options.m:
            print_hidden_layer(parameters)
            print_map(parameters)
    sys.exit(not right)


main()
