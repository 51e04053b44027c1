"""Prints the random command lines of a seed: with 4 units, those promised."""
import random
import sys

random.seed(sys.argv[1])
for units in 2, 3, 4, 8, 16:
    print(f"$ cc -O2 -DHIDDEN={units} -o try-{units} xor.c -lm")
    for _ in range(8):
        print(f"$ ./try-{units}",
              "-s", random.randrange(2 ** random.randrange(33)),
              "-i", round(10 ** random.uniform(-1, 0), 4),
              "-l", round(16 / (units + 4) * random.random(), 4),
              "-n", int(10 ** random.uniform(0, 4)),
              "-p", int(10 ** random.uniform(1, 3)),
              random.choice(["", "-m", "-t", "-c", "-m -t"]))
