"""The network of xor.c in PyTorch, with autograd: the second witness.

It takes -s, -i, -l, -n and -p, and the number of hidden units from HIDDEN.
"""
import os
import sys

import numpy as np
import torch

HIDDEN = int(os.environ.get("HIDDEN", "4"))
options = {"-s": 42, "-i": 0.1, "-l": 1, "-n": 10000, "-p": 1000}
options.update(zip(sys.argv[1::2], map(float, sys.argv[2::2])))
seed, scale, lr, epochs, every = options.values()

torch.set_default_dtype(torch.float64)
X = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = torch.tensor([[0.0], [1], [1], [0]])

hidden = torch.nn.Linear(2, HIDDEN)
output = torch.nn.Linear(HIDDEN, 1)
model = torch.nn.Sequential(hidden, torch.nn.Sigmoid(),
                            output, torch.nn.Sigmoid())
np.random.seed(int(seed))
with torch.no_grad():
    hidden.weight[:] = torch.tensor(np.random.randn(2, HIDDEN).T) * scale
    output.weight[:] = torch.tensor(np.random.randn(HIDDEN, 1).T) * scale
    hidden.bias[:] = output.bias[:] = 0

loss_function = torch.nn.BCELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=lr)
for epoch in range(int(epochs)):
    loss = loss_function(model(X), y)
    if epoch % every == 0:
        print(f"Epoch {epoch:5d} | Loss: {loss.item():.4f}")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

predictions = (model(X) > 0.5).double()
print("Input | Target | Predicted")
for (x1, x2), target, predicted in zip(X, y, predictions):
    print(f" [{x1:.0f} {x2:.0f}] | {target[0]:.0f} | {predicted[0]:.0f}")
sys.exit(not torch.equal(predictions, y))
