"""Random command lines for a sanitizer build of xor: python3 command_lines.py XOR

Whatever they are, xor ends within seconds with exit status 0, 1 or 2; with 2
it explains itself on standard error and leaves standard output empty, and with
0 or 1 it says something on standard output or why it can't.
"""
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

RUNS = 3000
SECONDS = 60
WHOLE = ["0", "1", "7", "42", "0009", "4294967295", "4294967296", "-1", "+1",
         "1x", "x1", "1 ", " 1", "1.0", "1e3", "0x1f", "1_000", "9" * 400]
REAL = ["0", "0.1", "1", ".5", "5.", "1e-3", "1e308", "1.7e308", "1e309", "1E5",
        "1e-320", "1e-400", "-0.5", "-0", "+1", "nan", "inf", "-inf", "0x1p3",
        "1e", "e1", ".", "1..2", "1,5", "1-2", "9" * 400]
ODD = ["", " ", "-", "--", "---", "-x", "-S", "-1", "-gm", "-s7", "--help",
       "learn", "%s%n%s", "\u00e9", "\n", "'", "-\u00e9", "a" * 5000]
SMALL = ["0", "1", "2", "50", "300"]


def command_line(rng):
    words = []
    for _ in range(rng.randrange(7)):
        option = rng.choice("silnpgmch")
        if rng.random() < 0.1:
            words.append(rng.choice(ODD))
        words.append("-" + option)
        if option in "silnp" and rng.random() < 0.95:
            # A valid number of epochs is small, so that no run is long.
            sane = {"n": SMALL, "s": WHOLE[:6], "p": SMALL[1:],
                    "i": REAL[:8], "l": REAL[1:8]}[option]
            broken = (WHOLE[7:] if option == "n" else WHOLE) + ODD
            words.append(rng.choice(
                sane if rng.random() < 0.8 else
                REAL + ODD if option in "il" else broken))
    if "-n" not in words:
        words = ["-n", rng.choice(SMALL)] + words
    return words


def problem(words):
    try:
        run = subprocess.run(sys.argv[1:2] + words, capture_output=True,
                             stdin=subprocess.DEVNULL, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f"still running after {SECONDS} s"
    if run.returncode not in (0, 1, 2):
        return f"exit status {run.returncode}: {run.stderr[-2000:]!r}"
    if run.returncode == 2 and (run.stdout or not run.stderr):
        return "exit status 2, with output or without an explanation"
    if run.returncode != 2 and not run.stdout and not run.stderr:
        return f"exit status {run.returncode} without a word"
    if run.stderr and (not run.stderr.startswith(b"xor: ")
                       or b"runtime error" in run.stderr):
        return f"standard error: {run.stderr[-2000:]!r}"
    return None


def main():
    rng = random.Random(1)
    lines = [command_line(rng) for _ in range(RUNS)]
    with ThreadPoolExecutor(2) as pool:
        problems = list(pool.map(problem, lines))
    for words, what in zip(lines, problems):
        if what:
            print(words, what)
    failed = sum(what is not None for what in problems)
    print(f"{RUNS - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
