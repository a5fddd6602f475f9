# SPDX-License-Identifier: MIT
"""What the program costs, in time as ratios within one run, and in memory: python3 tests/bench/compare.py BUILD_FOLDER

Each pair of commands runs in turn, A B A B …, and the median of the pairs' ratios is held against the
design's bound. Exits with 1 where one is exceeded. Wants a machine that does nothing else.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import generate
import neighbours

SIZES = [(20, 200), (100, 100), (1000, 50), (10000, 20)]  # people, and entries of each
# Ratios to the yardstick that reads every byte; none where only the figure is wanted.
LOOKING = [(["due"], 3), (["remind"], 3), (["list"], 3), (["review", "--year"], 6), (["health"], 6), (["todo"], 6),
           (["goal", "list"], 6)]
# Quoted, so that it is no further word of a name: the one file is all that has to be read.
ONE_PERSON = [["show", "person-00007"], ["log", "person-00007", "Coffee at noon"]]
TO_PARSING = 0.2  # of what looks at everyone daily, to toml++ alone
TO_TRUE = 4
BY_NAME = 2  # of showing one who is named, to reading every byte of everyone
MOST_MEMORY = 24  # MB, of due over a thousand people
SEARCHED = ["kangaroo", "draft", "draft review"]  # nowhere, in most entries, and two words that may stand apart
TO_RG = 3
TWICE = 0.15  # twice the people take twice the time, give or take this part


def seconds(words, environment):
    begin = time.perf_counter()
    done = subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE)
    took = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr.decode()}")
    return took


class Table:
    def __init__(self):
        self.beyond = 0

    def compare(self, title, first, second, least, most, environment, rounds=15):
        """A row: both medians, and the ratio, which is within both bounds; None for no bound."""
        seconds(first, environment), seconds(second, environment)
        pairs = [(seconds(first, environment), seconds(second, environment)) for _ in range(rounds)]
        ratio = statistics.median(a / b for a, b in pairs)
        a, b = (statistics.median(column) * 1000 for column in zip(*pairs))
        print(f"  {title:<40} {a:8.1f} ms / {b:8.1f} ms = {ratio:6.2f}  {self.verdict(ratio, least, most)}".rstrip(),
              flush=True)

    def verdict(self, value, least, most):
        if most is None:
            return ""
        is_within = (least or 0) <= value <= most
        self.beyond += not is_within
        return f"{'within' if is_within else 'BEYOND'} {f'{least:g} to ' if least else ''}{most:g}"

    def memory(self, title, words, most, environment):
        """A row: what the command had at most at once, or this Python where that is more, since it starts it."""
        child = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            sys.exit(f"{' '.join(words)} ended with {child.returncode}")
        megabytes = usage.ru_maxrss * 1024 / 1e6
        print(f"  {title:<40} {megabytes:8.1f} MB at most  {self.verdict(megabytes, None, most)}", flush=True)


def name_of(journal, slug):
    return next(line.split('"')[1] for line in (journal / f"{slug}.toml").read_text().splitlines()
                if line.startswith("name"))


def over(table, build, folder, people, entries):
    mentor = str(build / "mentor")
    journal = folder / f"{people}-{entries}"
    generate.generate(journal, people, entries)
    size = sum(file.stat().st_size for file in journal.iterdir()) / 1e6
    print(f"{people} people with {entries} entries each, {size:.1f} MB")
    environment = environment_of(journal, folder)
    read_all, parse_all = [[str(build / "tests" / name), str(journal)] for name in ("read_all", "parse_all")]
    for words, bound in LOOKING:
        table.compare(f"{' '.join(words)} / reading every byte", [mentor, *words], read_all, None, bound, environment)
    # No reader is faster than this one, which knows nothing of what it reads.
    table.compare("reading every byte / toml++ alone", read_all, parse_all, None, None, environment, 7)
    for words in (["due"], ["list"]):
        table.compare(f"{' '.join(words)} / toml++ alone", [mentor, *words], parse_all, None, TO_PARSING, environment, 7)
    table.compare("due / find", [mentor, "due"], ["find", str(journal), "-name", "*.toml"], None, None, environment)
    for words in [*ONE_PERSON, ["log", *name_of(journal, "person-00007").split(), "Coffee"]]:
        table.compare(f"{words[0]} {'by name' if len(words) > 3 else 'by file'} / true", [mentor, *words], ["/bin/true"],
                      None, None, environment)
    if people == 1000:
        table.memory("memory of due", [mentor, "due"], MOST_MEMORY, environment)
    if people == SIZES[-1][0]:
        table.compare("show by name / reading every byte", [mentor, "show", name_of(journal, "person-00007")], read_all,
                      None, BY_NAME, environment)
    if shutil.which("rg"):
        for words in SEARCHED:
            table.compare(f"search {words} / rg", [mentor, "search", *words.split()],
                          ["rg", "-i", words.replace(" ", "|"), str(journal)], None, TO_RG, environment)
    if people == SIZES[0][0]:
        table.compare("due / true", [mentor, "due"], ["/bin/true"], None, TO_TRUE, environment, 51)


def environment_of(journal, folder):
    return {"MENTOR_DIR": str(journal), "MENTOR_TODAY": "2026-11-20", "HOME": str(folder), "PATH": os.environ["PATH"],
            "XDG_STATE_HOME": str(folder / "state"), "TZ": "UTC"}


def twice(table, build, folder):
    """So many that the start of the program is a small part of the time."""
    print("twice the people")
    some, many = 5000, 10000
    for people in (some, many):
        generate.generate(folder / str(people), people, 20)
    for words, _ in LOOKING[:3]:
        command = " ".join(words)
        once, double = [["env", f"MENTOR_DIR={folder}/{people}"] for people in (some, many)]
        table.compare(f"{command} of {many} / of {some}", [*double, str(build / "mentor"), *words],
                      [*once, str(build / "mentor"), *words], 2 * (1 - TWICE), 2 * (1 + TWICE),
                      environment_of(folder / str(some), folder))


def beside_others(table, build, folder):
    """Programs that keep as many items, each asked for its list; those that are installed."""
    journal = folder / "neighbours"
    generate.generate(journal, 1000, 1)
    for title, words, environment in neighbours.prepared(folder, 1000):
        print(f"1000 items, with {title}")
        table.compare(f"due / {title}", [str(build / "mentor"), "due"], words, None, None,
                      environment_of(journal, folder) | environment, 7)


def main(build):
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        table.compare("--version / true", [str(build / "mentor"), "--version"], ["/bin/true"], None, 2,
                      environment_of(folder, folder), 101)
        for people, entries in SIZES:
            over(table, build, folder, people, entries)
        twice(table, build, folder)
        beside_others(table, build, folder)
    print(f"{table.beyond} beyond its bound" if table.beyond else "all within their bounds")
    return 1 if table.beyond else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
