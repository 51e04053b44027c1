"""The program of xor.c in NumPy: the independent witness for the transcripts.

It is written from the tutorial's formulas, on whole matrices and with NumPy's
own random numbers, so it shares no loop and no generator with xor.c.

HIDDEN in the environment is the number of hidden units. PROGRAM is the program
it stands in for: xor, try-2 with any number, or one that a page changes, such
as try-relu. A new one needs its name in CHANGES, and its difference below.
"""
import getopt
import os
import signal
import sys

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # More only take time to start.
import numpy as np

CHANGES = ("linear relu leaky tanh straight equal squared large "
           "large-squared frozen no-W1 no-W2").split()
HIDDEN = int(os.environ.get("HIDDEN", "4"))
change = os.environ.get("PROGRAM", "xor").replace("try-", "")
if change != "xor" and not change.isdigit() and change not in CHANGES:
    sys.exit(f"The witness does not know {change}.")

options = {"-s": 42, "-i": 0.1, "-l": 1, "-n": 10000, "-p": 1000}
options.update(getopt.getopt(sys.argv[1:], "s:i:l:n:p:mtch")[0])
seed, scale, lr, epochs, every = map(float, list(options.values())[:5])
signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # for "| head"
np.seterr(over="ignore")  # exp(-z) may be infinite: the sigmoid is then 0

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
m = 4
SAMPLES = ["[0 0]", "[0 1]", "[1 0]", "[1 1]"]

np.random.seed(int(seed))
W1 = np.random.randn(2, HIDDEN) * scale
b1 = np.zeros((1, HIDDEN))
W2 = np.random.randn(HIDDEN, 1) * scale
b2 = np.zeros((1, 1))
if "large" in change:
    W2 *= 10
if change == "equal":
    W1[:] = W2[:] = scale


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# What a hidden unit makes of its z, and the derivative, from what it made.
activation, activation_deriv = {
    "linear": (lambda z: z, np.ones_like),
    "relu": (lambda z: np.maximum(z, 0), lambda a: 1.0 * (a > 0)),
    "leaky": (lambda z: np.maximum(z, 0.1 * z),
              lambda a: np.where(a > 0, 1, 0.1)),
    "straight": (lambda z: 0.5 + z / 4, lambda a: np.full_like(a, 0.25)),
    "tanh": (np.tanh, lambda a: 1 - a ** 2),
}.get(change, (sigmoid, lambda a: a * (1 - a)))


def forward(X):
    Z1 = X @ W1 + b1
    A1 = activation(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2


def compute_loss(A2):
    y_pred = np.clip(A2, 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def backward(Z1, A1, Z2, A2):
    dZ2 = A2 - y
    if "squared" in change:
        dZ2 = dZ2 * A2 * (1 - A2)
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * activation_deriv(A1)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    if change == "frozen":
        dW1, db1 = 0 * dW1, 0 * db1
    return dZ2, dW2, db2, dA1, dZ1, dW1, db1


def update(dW2, db2, dW1, db1):
    for parameter, slope in (W2, dW2), (b2, db2), (W1, dW1), (b1, db1):
        parameter -= lr * slope  # in place


def numbers(V, width, decimals):
    """V as xor.c prints it: adding 0.0 takes the minus sign from -0.0."""
    return " ".join(f"{round(float(v), decimals) + 0.0:{width}.{decimals}f}"
                    for v in np.ravel(V))


def check_gradient():
    for parameter in W1, b1, W2, b2:
        parameter[:] = np.random.randn(*parameter.shape) / np.sqrt(HIDDEN)
    _, dW2, db2, _, _, dW1, db1 = backward(*forward(X))
    print(" backward | measured  | parameter")
    # V is a view: changing V changes the parameter.
    for name, V, dV in (("W1[0]", W1[0], dW1[0]), ("W1[1]", W1[1], dW1[1]),
                        ("b1", b1[0], db1[0]), ("W2", W2[:, 0], dW2[:, 0]),
                        ("b2", b2[0], db2[0])):
        for j, v in enumerate(V.copy()):
            V[j] = v + 1e-4
            above = compute_loss(forward(X)[-1])
            V[j] = v - 1e-4
            below = compute_loss(forward(X)[-1])
            V[j] = v
            measured = (above - below) / 2e-4
            assert abs(dV[j] - measured) < 1e-6
            print(numbers(dV[j], 9, 6), "|", numbers(measured, 9, 6), "|",
                  name if name == "b2" else f"{name}[{j}]")
    print("The gradient check passed.")


def print_network():
    _, A1, _, A2 = forward(X)
    print(f"\nHidden |   W1[0]   W1[1]      b1 | {' '.join(SAMPLES)} |      W2")
    for j in range(HIDDEN):
        print(f"{j:6d} | {numbers([*W1[:, j], b1[0, j]], 7, 2)} | "
              f"{numbers(A1[:, j], 5, 2)} | {numbers(W2[j], 7, 2)}")
    print(f"Output | {numbers(b2, 23, 2)} | {numbers(A2, 5, 2)} |")


def print_map():
    print("\nPrediction: . below 0.2, : below 0.4, - below 0.6, + below 0.8, "
          "# above")
    x1, x2 = np.meshgrid(np.linspace(-0.5, 1.5, 33), np.linspace(1.5, -0.5, 17))
    A2 = forward(np.stack([x1, x2], axis=-1))[-1][..., 0]
    cells = np.array(list(".:-+#"))[np.digitize(A2, [0.2, 0.4, 0.6, 0.8])]
    for xi, yi in zip(X, y):
        cells[(x1 == xi[0]) & (x2 == xi[1])] = int(yi[0])
    for height, row in zip(x2[:, 0], cells):
        print(f"{height:6.3f} {''.join(row)}")
    print("     -0.5     0.0     0.5     1.0     1.5")


def print_lines(*lines):
    """A line of -t is a heading, or a name with a number or an array."""
    units = "".join(f"    unit{j:2d}" for j in range(HIDDEN))
    for name, V in lines:
        if isinstance(V, str):
            print(f"\n{name:35}" + (units if V == "units" else "    output"))
        elif np.ndim(V) < 2:
            print(f"{name:25} {numbers(V, 9, 6)}")
        else:
            rows = {1: [""], 2: ["[0]", "[1]"], 4: SAMPLES}[len(V)]
            for row, v in zip(rows, V):
                print(f"{name:29} {row:>5} {numbers(v, 9, 6)}")
                name = ""


def print_step():
    Z1, A1, Z2, A2 = forward(X)
    print_lines(("Forward", "units"), ("W1", W1), ("b1", b1),
                ("Z1 = X @ W1 + b1", Z1), ("A1 = sigmoid(Z1)", A1),
                ("W2", W2.T), ("b2", b2[0]), ("", "output"),
                ("Z2 = A1 @ W2 + b2", Z2), ("A2 = sigmoid(Z2)", A2),
                ("y", y), ("loss", compute_loss(A2)))

    dZ2, dW2, db2, dA1, dZ1, dW1, db1 = backward(Z1, A1, Z2, A2)
    print_lines(("Backward", "output"), ("dZ2 = A2 - y", dZ2), ("", "units"),
                ("dW2 = A1.T @ dZ2 / m", dW2.T),
                ("db2 = np.sum(dZ2) / m", db2[0]), ("dA1 = dZ2 @ W2.T", dA1),
                ("sigmoid_deriv(Z1)", activation_deriv(A1)),
                ("dZ1 = dA1 * sigmoid_deriv(Z1)", dZ1),
                ("dW1 = X.T @ dZ1 / m", dW1),
                ("db1 = np.sum(dZ1, axis=0) / m", db1))
    norm = np.linalg.norm(np.concatenate((dW1, db1, dW2, db2), axis=None))
    print(f"{'norm of the gradient':25} {norm:9.1e}")

    update(dW2, db2, dW1, db1)
    print_lines(("After the step", "units"), ("lr", lr),
                ("W2 -= lr * dW2", W2.T), ("b2 -= lr * db2", b2[0]),
                ("W1 -= lr * dW1", W1), ("b1 -= lr * db1", b1),
                ("loss", compute_loss(forward(X)[-1])))


if "-c" in options:
    check_gradient()
    sys.exit()

for epoch in range(int(epochs)):
    cache = forward(X)
    if epoch % every == 0:
        print(f"Epoch {epoch:5d} | Loss: {compute_loss(cache[-1]):.4f}")
    _, dW2, db2, _, _, dW1, db1 = backward(*cache)
    if change == "no-W1" and epoch >= 7000:
        dW1[:, 3] = 0
    if change == "no-W2" and epoch >= 7000:
        dW2[3] = 0
    update(dW2, db2, dW1, db1)

predictions = (forward(X)[-1] > 0.5).astype(int)
print("Input | Target | Predicted")
for name, yi, pi in zip(SAMPLES, y, predictions):
    print(f" {name} | {yi[0]:.0f} | {pi[0]}")
if "-m" in options:
    print_network()
    print_map()
if "-t" in options:
    print_step()
sys.exit(not (predictions == y).all())
