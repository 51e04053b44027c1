"""Random command lines: python3 tests/command_lines.py COMPILER [FLAG ...]

Builds xor with the compiler and asks it two questions, always the same ones.

What does it say to TALKS command lines, of which nearly half have a mistake? We
work out what it has to say: one message and exit status 2, or else something on
standard output alone, with an exit status that fits it.

Does it print what NumPy prints, for WITNESSED command lines without a mistake?
Their numbers lie where README.md promises the same bytes.

A new option needs a line in OPTIONS. If NumPy can confirm it, it also needs one
in witnessed().
"""
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

TALKS = 1000
WITNESSED = 400
SECONDS = 60
UNITS = [1, 2, 3, 4, 8, 16]
HERE = os.path.dirname(os.path.abspath(__file__))

# Each option: what its value is, from where to where; None if it takes none.
OPTIONS = {
    "-s": ("a whole number", 0, 4294967295),
    "-i": ("a number", 0, 1000),
    "-l": ("a number", 0, 1000),
    "-n": ("a whole number", 0, 1000000000),
    "-p": ("a whole number", 1, 1000000000),
    "-g": None,
    "-m": None,
    "-t": None,
    "-c": None,
    "-h": None,
}
GOOD_VALUES = {
    "-s": ["0", "7", "42", "+1", "0009", "1e3", "1.0", "1E0", "4294967295"],
    "-i": ["0", "0.1", ".5", "5.", "1e-3", "1E2", "1000", "1e-400", "1",
           "0.0999999", "1.0000001"],
    "-l": ["0", "0.1", ".5", "5.", "1e-3", "1E2", "1000", "-0"],
    "-n": ["0", "1", "50", "3e2", "+2"],
    "-p": ["1", "7", "1e9"],
}
BAD_WORDS = [
    "1.5", "-1", "1x", "x1", "1 ", " 1", "0x1f", "0x1p3", "1_000", "1e99",
    "9" * 400, "1e309", "nan", "inf", "-inf", "1e", "e1", ".", "1..2", "1,5",
    "1-2", "4294967296", "1000.001", "", " ", "-", "--", "---", "-x", "-S",
    "-gm", "-s7", "--hel", "--helpe", "learn", "%s%n%s", "\u00e9", "\n", "'",
    "-\u00e9", "a" * 5000, "s", "g", "h",
]
DECIMAL = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")


def talk(rng):
    """A command line of up to six options, some with a mistake."""
    words = ["-n", rng.choice(GOOD_VALUES["-n"])]  # 10000 epochs take too long.
    for _ in range(rng.randrange(7)):
        if rng.random() < 0.1:
            words.append(rng.choice(BAD_WORDS))
        option = rng.choice([*OPTIONS, "--help"])
        words.append(option)
        if option in GOOD_VALUES and rng.random() < 0.95:
            if rng.random() < 0.8:
                words.append(rng.choice(GOOD_VALUES[option]))
            else:
                words.append(rng.choice(BAD_WORDS))
    return words


def is_valid(text, kind, least, most):
    if not DECIMAL.fullmatch(text):
        return False
    value = float(text)
    if kind == "a whole number" and not value.is_integer():
        return False
    return least <= value <= most


def refusal(words):
    """What xor says to a command line with a mistake. None if it has none."""
    scale = 0.1
    check = False
    words = iter(words)
    for word in words:
        if word == "-h" or word == "--help":
            return None  # Whatever comes behind it.
        if word not in OPTIONS:
            return f"xor: '{word}' is no option; -h lists them\n"
        if OPTIONS[word] is not None:
            kind, least, most = OPTIONS[word]
            text = next(words, "")
            if not is_valid(text, kind, least, most):
                return (f"xor: {word} takes {kind} from {least} to {most}, "
                        f"not '{text}'\n")
            if word == "-i":
                scale = float(text)
        if word == "-c":
            check = True
    if check and not 0.1 <= scale <= 1:
        return "xor: with -c, -i takes a number from 0.1 to 1\n"
    return None


def fitting_status(out):
    """The exit status that goes with what xor has printed."""
    if out.startswith("usage: xor "):
        return 0
    if out.endswith("The gradient check passed.\n"):
        return 0
    if out.endswith("The gradient check failed.\n"):
        return 1
    rows = re.findall(r"^ \[[01] [01]\] \| ([01]) \| ([01])$", out, re.M)
    learned = rows == [("0", "0"), ("1", "1"), ("1", "1"), ("0", "0")]
    return 0 if learned else 1


def witnessed(rng):
    """A number of hidden units, and a command line without a mistake."""
    seed = rng.choice([rng.randrange(100), rng.randrange(2 ** 32)])
    words = ["-s", str(seed),
             "-i", str(round(10 ** rng.uniform(-1, 0), 4)),
             "-l", str(round(10 ** rng.uniform(-2, 0.3), 3)),
             "-n", str(int(10 ** rng.uniform(0, 4))),
             "-p", str(int(10 ** rng.uniform(0, 3)))]
    words += [flag for flag in ("-g", "-m", "-t") if rng.random() < 0.7]
    if rng.random() < 0.2:
        words.append("-c")
    return rng.choice(UNITS), words


def run(*command, **environment):
    """Returns the exit status and what the command printed on both streams."""
    done = subprocess.run(command, capture_output=True, timeout=SECONDS,
                          stdin=subprocess.DEVNULL,
                          env={**os.environ, **environment})
    return done.returncode, os.fsdecode(done.stdout), os.fsdecode(done.stderr)


def judge_talk(folder, words):
    """Returns what is wrong, or None."""
    status, out, err = run(f"{folder}/4", *words)
    message = refusal(words)
    if message is not None:
        right = (status, out, err) == (2, "", message)
    else:
        right = out != "" and err == "" and status == fitting_status(out)
    if right:
        return None
    return (words, "printed", (status, out, err), "and not", message)


def judge_witnessed(folder, case):
    """Returns what is wrong, or None."""
    units, words = case
    printed = run(f"{folder}/{units}", *words)
    expected = run(sys.executable, f"{HERE}/numpy_xor.py", *words,
                   HIDDEN=str(units), OPENBLAS_NUM_THREADS="1")
    if printed == expected:
        return None
    return (case, "printed", printed, "and NumPy", expected)


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: python3 tests/command_lines.py COMPILER [FLAG ...]")
    status, _, err = run(sys.executable, f"{HERE}/numpy_xor.py", "-c")
    if status != 0:
        sys.exit(err.strip())  # NumPy is missing.
    with tempfile.TemporaryDirectory() as folder:
        for units in UNITS:
            subprocess.run([*sys.argv[1:], f"-DHIDDEN={units}", "-o",
                            f"{folder}/{units}", f"{HERE}/../xor.c", "-lm"],
                           check=True)

        def answer(question):
            judge, case = question
            try:
                return judge(folder, case)
            except subprocess.TimeoutExpired:
                return case, f"still running after {SECONDS} s"

        rng = random.Random(1)
        questions = [(judge_talk, talk(rng)) for _ in range(TALKS)]
        questions += [(judge_witnessed, witnessed(rng))
                      for _ in range(WITNESSED)]
        with ThreadPoolExecutor(2) as pool:
            problems = [problem for problem in pool.map(answer, questions)
                        if problem is not None]
    for problem in problems:
        print(*problem, sep="\n  ")
    print(f"{len(questions) - len(problems)} passed, {len(problems)} failed")
    sys.exit(1 if problems else 0)


main()
