# SPDX-License-Identifier: MIT
"""What the program costs, as ratios within one run: python3 tests/bench/compare.py BUILD_FOLDER

Each pair of commands runs in turn, A B A B …, and the median of the pairs' ratios is held against the
design's bound. Exits with 1 where one is exceeded.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import generate


def seconds(words, environment):
    begin = time.perf_counter()
    subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def compare(title, first, second, bound, environment, rounds):
    """Prints the medians and the ratio; whether the ratio is within the bound."""
    seconds(first, environment), seconds(second, environment)
    pairs = [(seconds(first, environment), seconds(second, environment)) for _ in range(rounds)]
    ratio = statistics.median(a / b for a, b in pairs)
    a, b = (statistics.median(column) * 1000 for column in zip(*pairs))
    verdict = "within" if ratio <= bound else "BEYOND"
    print(f"{title:<44} {a:8.2f} ms / {b:8.2f} ms = {ratio:5.2f}  {verdict} {bound}", flush=True)
    return ratio <= bound


def main(build):
    mentor = str(build / "mentor")
    with tempfile.TemporaryDirectory() as folder:
        journal = pathlib.Path(folder) / "journal"
        generate.generate(journal, 1000, 50)
        size = sum(file.stat().st_size for file in journal.iterdir()) / 1e6
        print(f"a journal of 1000 people with 50 entries each, {size:.1f} MB")
        environment = {"MENTOR_DIR": str(journal), "MENTOR_TODAY": "2026-11-20", "HOME": folder,
                       "PATH": os.environ["PATH"]}
        results = [
            compare("mentor --version / true", [mentor, "--version"], ["/bin/true"], 2.0,
                    environment, 101),
            compare("mentor due / reading and parsing alone", [mentor, "due"],
                    [str(build / "tests" / "parse_all"), str(journal)], 1.3, environment, 31),
        ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
