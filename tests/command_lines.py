"""Compares random command lines with NumPy, within the promise of README.md.

usage: python3 tests/command_lines.py COMPILER [FLAG ...]
"""
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

COUNT = 200
UNITS = [2, 3, 4, 8, 16]
HERE = os.path.dirname(os.path.abspath(__file__))


def command_line(rng):
    """A number of hidden units, and options with values in the promise."""
    units = rng.choice(UNITS)
    seed = rng.choice([rng.randrange(100), rng.randrange(2 ** 32)])
    words = ["-s", str(seed),
             "-i", str(round(10 ** rng.uniform(-1, 0), 4)),
             "-l", str(round(16 / (units + 4) * rng.random() ** 2, 4)),
             "-n", str(int(10 ** rng.uniform(0, 4))),
             "-p", str(int(10 ** rng.uniform(0, 3)))]
    words += [flag for flag in ["-m", "-t"] if rng.random() < 0.5]
    words += ["-c"] if rng.random() < 0.2 else []
    return units, words


def run(*command, **environment):
    done = subprocess.run(command, capture_output=True, text=True,
                          env={**os.environ, **environment})
    return done.returncode, done.stdout, done.stderr


def problem(folder, units, words):
    """What xor and NumPy print, if it is not the same."""
    printed = run(f"{folder}/{units}", *words)
    expected = run(sys.executable, f"{HERE}/numpy_xor.py", *words,
                   HIDDEN=str(units), OPENBLAS_NUM_THREADS="1")
    if printed != expected:
        return [f"{units} units, {' '.join(words)}", *printed, *expected]


with tempfile.TemporaryDirectory() as folder:
    for units in UNITS:
        subprocess.run([*sys.argv[1:], f"-DHIDDEN={units}", "-o",
                        f"{folder}/{units}", f"{HERE}/../xor.c", "-lm"],
                       check=True)
    rng = random.Random(1)
    cases = [command_line(rng) for _ in range(COUNT)]
    with ThreadPoolExecutor(2) as pool:
        problems = list(filter(None, pool.map(
            lambda case: problem(folder, *case), cases)))
for lines in problems:
    print(*lines, sep="\n")
print(f"{COUNT - len(problems)} passed, {len(problems)} failed")
sys.exit(1 if problems else 0)
