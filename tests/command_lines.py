"""Random command lines: python3 command_lines.py COMPILER [FLAG ...]

Builds xor with the compiler and asks it two things, always the same ones.
What does it say to words that mostly make no sense? We work out what it has to
say: one message and exit status 2, or an exit status that fits what it prints.
And does it print what the witness prints? There all the words make sense, and
lie in the ranges in which the README promises the same bytes.
"""
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

TALKS, WITNESSED = 1000, 400
SECONDS = 60
UNITS = 1, 2, 3, 4, 8, 16
HERE = os.path.dirname(os.path.abspath(__file__))

BOUNDS = {"-s": ("whole ", 0, 4294967295), "-i": ("", 0, 1000),
          "-l": ("", 0, 1000), "-n": ("whole ", 0, 1000000000),
          "-p": ("whole ", 1, 1000000000)}
DECIMAL = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
SANE = {"-s": ["0", "7", "42", "+1", "0009", "1e3", "1.0", "4294967295"],
        "-i": ["0", "0.1", ".5", "5.", "1e-3", "1E2", "1000", "1e-400"],
        "-l": ["0", "0.1", ".5", "5.", "1e-3", "1E2", "1000", "-0"],
        "-n": ["0", "1", "50", "3e2"], "-p": ["1", "7", "1e9"]}
BROKEN = ["1.5", "-1", "1x", "x1", "1 ", " 1", "0x1f", "0x1p3", "1_000", "1e99",
          "9" * 400, "1e309", "nan", "inf", "-inf", "1e", "e1", ".", "1..2",
          "1,5", "1-2", "4294967296", "1000.001", "", " ", "-", "--", "---",
          "-x", "-S", "-gm", "-s7", "--hel", "learn", "%s%n%s", "\u00e9", "\n",
          "'", "-\u00e9", "a" * 5000]


def talk(rng):
    words = []
    for _ in range(rng.randrange(7)):
        option = "-" + rng.choice("silnpgmtch")
        if rng.random() < 0.1:
            words.append(rng.choice(BROKEN))
        words.append(option)
        if option in SANE and rng.random() < 0.95:
            sane = rng.random() < 0.8
            words.append(rng.choice(SANE[option] if sane else BROKEN))
    return ["-n", rng.choice(SANE["-n"])] + words


def refusal(words):
    """What xor says of a command line that makes no sense, or None."""
    words, scale, check = iter(words), 0.1, False
    for word in words:
        if word in ("-h", "--help"):
            return None
        if word in BOUNDS:
            kind, least, most = BOUNDS[word]
            text = next(words, "")
            value = float(text) if DECIMAL.fullmatch(text) else -1.0
            if not least <= value <= most or kind and value != int(value):
                return (f"xor: {word} takes a {kind}number from {least} "
                        f"to {most}, not '{text}'\n")
            scale = value if word == "-i" else scale
        elif word not in ("-g", "-m", "-t", "-c"):
            return f"xor: '{word}' is no option; -h lists them\n"
        check = check or word == "-c"
    if check and not 0.1 <= scale <= 1:
        return "xor: with -c, -i takes a number from 0.1 to 1\n"
    return None


def status(out):
    """The exit status that goes with what xor has printed."""
    if out.startswith("usage: xor "):
        return 0
    if "The gradient check " in out:
        return 0 if "The gradient check passed." in out else 1
    rows = re.findall(r"^ \[[01] [01]\] \| ([01]) \| ([01])$", out, re.M)
    return 0 if [t for t, _ in rows] == [p for _, p in rows] == list("0110") else 1


def witnessed(rng):
    """The hidden units, and words inside the ranges of the README's promise."""
    scale = round(10 ** rng.uniform(-2, 0), 4)
    words = ["-s", str(rng.choice([rng.randrange(100), rng.randrange(2 ** 32)])),
             "-i", str(scale), "-l", str(round(10 ** rng.uniform(-2, 0.3), 3)),
             "-n", str(int(10 ** rng.uniform(0, 4))),
             "-p", str(int(10 ** rng.uniform(0, 3)))]
    words += [flag for flag in ("-g", "-m", "-t") if rng.random() < 0.7]
    if scale >= 0.1 and rng.random() < 0.2:
        words.append("-c")
    return rng.choice(UNITS), words


def run(*command, **environment):
    done = subprocess.run(command, capture_output=True, timeout=SECONDS,
                          stdin=subprocess.DEVNULL,
                          env={**os.environ, **environment})
    return done.returncode, os.fsdecode(done.stdout), os.fsdecode(done.stderr)


def main():
    tmp = tempfile.TemporaryDirectory()
    for units in UNITS:
        subprocess.run([*sys.argv[1:], f"-DHIDDEN={units}", "-o",
                        f"{tmp.name}/{units}", f"{HERE}/../xor.c", "-lm"],
                       check=True)

    def judge_talk(words):
        got = code, out, _ = run(f"{tmp.name}/4", *words)
        said = refusal(words)
        if said is not None:
            return None if got == (2, "", said) else (words, got, said)
        return None if out and got == (status(out), out, "") else (words, got)

    def judge_witnessed(case):
        units, words = case
        got = run(f"{tmp.name}/{units}", *words)
        said = run(sys.executable, f"{HERE}/numpy_xor.py", *words,
                   HIDDEN=str(units), OPENBLAS_NUM_THREADS="1")
        return None if got == said else (case, got, said)

    def guarded(judge):
        def judged(case):
            try:
                return judge(case)
            except subprocess.TimeoutExpired:
                return case, f"still running after {SECONDS} s"
        return judged

    rng = random.Random(1)
    talks = [talk(rng) for _ in range(TALKS)]
    cases = [witnessed(rng) for _ in range(WITNESSED)]
    with ThreadPoolExecutor(2) as pool:
        problems = [*pool.map(guarded(judge_talk), talks),
                    *pool.map(guarded(judge_witnessed), cases)]
    failed = [problem for problem in problems if problem]
    for problem in failed:
        print(*problem, sep="\n  ")
    print(f"{len(problems) - len(failed)} passed, {len(failed)} failed")
    sys.exit(bool(failed))


main()
