"""Random command lines for a sanitizer build of xor: python3 command_lines.py XOR

Works out by itself what each of them means, and so knows what xor has to say:
one message and exit status 2 where it makes no sense, and else an exit status
that says the same as the truth table or the gradient check.
"""
import os
import random
import re
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

MOST = {"-s": 4294967295, "-n": 10 ** 15, "-p": 10 ** 15}
DECIMAL = re.compile(r"([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")


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


def refusal(words):
    """What xor says of the first word that makes no sense, or None."""
    words = iter(words)
    for word in words:
        if word == "-h":
            return None
        if word in MOST:
            least = 1 if word == "-p" else 0
            text = next(words, "")
            if not (re.fullmatch("[0-9]+", text)
                    and least <= int(text) <= MOST[word]):
                return (f"xor: {word} takes a whole number from {least} "
                        f"to {MOST[word]}, not '{text}'\n")
        elif word in ("-i", "-l"):
            least, sign = (0, ">=") if word == "-i" else (sys.float_info.min, ">")
            text = next(words, "")
            if not (DECIMAL.fullmatch(text)
                    and least <= float(text) <= sys.float_info.max):
                return f"xor: {word} takes a finite number {sign} 0, not '{text}'\n"
        elif word not in ("-g", "-m", "-c"):
            return f"xor: '{word}' is no option; -h lists them\n"
    return None


def said(out):
    """The exit status that goes with what xor has printed."""
    if out.startswith("usage: xor "):
        return 0
    if "The gradient check " in out:
        return 0 if "The gradient check passed." in out else 1
    rows = re.findall(r"^ \[[01] [01]\] \| ([01]) \| ([01])$", out, re.M)
    return 0 if [t for t, _ in rows] == [p for _, p in rows] == list("0110") else 1


def problem(words):
    try:
        run = subprocess.run(sys.argv[1:2] + words, capture_output=True,
                             stdin=subprocess.DEVNULL, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f"still running after {SECONDS} s"
    out, err = os.fsdecode(run.stdout), os.fsdecode(run.stderr)
    expected = refusal(words)
    if expected is not None:
        right = (run.returncode, out, err) == (2, "", expected)
    elif err:
        right = run.returncode == 1 and re.fullmatch(
            "xor: at epoch [0-9]+ the loss is not a number\n", err)
    else:
        right = out and run.returncode == said(out)
    return None if right else f"{run.returncode}, {out[-999:]!r}, {err[-2000:]!r}"


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
