# SPDX-License-Identifier: MIT
"""What grows faster than its file: python3 tests/bench/growth.py BUILD_FOLDER [ITEMS]

Every command that looks at people or changes something of one, over a file of ITEMS (5000) of one kind and one of twice as
many, for each kind and shape of item. Says where twice the items take about four times as long, and exits with 1.
Wants a machine that does nothing else.
"""

import datetime
import json
import os
import pathlib
import resource
import shlex
import subprocess
import sys
import tempfile

MOST = 3.5  # the square would be 4; twice the memory can cost three times as much
LEAST = 0.15  # seconds: less is mostly the start of the program
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
HEAD = 'format = 1\nname = "Ada Lovelace"\nrole = "mentor"\nstarted = 2018-01-01\n'
LOOKING = """
due; remind; list; todo; goal list; prospects; review --year; search draft; search --regex dr.ft; check; stats; health
show ada; prep ada; history ada; health ada; stats ada; advice ada; ask ada; give ada; occasion ada
draft ada --kind agenda; draft ada --kind news
export csv; export html; export ics; export json; export md; export vcf
"""
# Some of the words are those of an item, some of many and some of none.
CHANGING = """
done ada "draft 7"; drop ada draft No; told ada draft; todo move ada draft fri; todo add ada "Read it"
goal done ada "goal 7" Well; goal drop ada goal No; goal edit ada "goal 7" --why x; goal step ada "goal 7" Next
goal add ada New; advice ada "advice 7" --worked Well; ask ada "Why?"; give ada "A book"; plan ada fri; snooze ada 2w
amend ada said --remove --yes; amend ada draft --remove --yes; set ada met=x; rename ada Bob; end ada --outcome Well
agree ada --every 4w; pause ada --until fri; pulse ada --respect 3; remove ada --yes
log ada Met --kind coffee --todo "Read it"; log ada Met --kind coffee --private; log ada Met --kind coffee --goal "goal 7"
"""
# They are about the program, the journal or another one, or ask a person.
OTHERS = {"add", "completion", "config", "edit", "goal grow", "guide", "help", "import csv", "import friends", "import jrnl",
          "import json", "import vcard", "init", "redo", "resume", "sync", "undo", "walk"}


def commands(text):
    return [shlex.split(words) for line in text.strip().splitlines() for words in line.split("; ")]


def ident(number):
    return "".join(LETTERS[number // 32**place % 32] for place in range(3, -1, -1))


def tables(table, count, *keys):
    """As many, of these keys: "what = {n}" with the number in it, an id, a day that goes on, or the one before."""
    first = datetime.date(2018, 1, 1)
    return "".join(
        f"\n[[{table}]]\n" + "\n".join(keys).format(
            n=number, id=f'"{ident(number)}"', last=f'"{ident(max(number - 1, 0))}"',
            day=first + datetime.timedelta(days=number * 3000 // count), month=f"{number % 12 + 1:02}") + "\n"
        for number in range(count))


def array(count, word):
    return "[" + ", ".join(f'"{word} {number}"' for number in range(count)) + "]"


def kinds(count):
    """Shapes of a file by name, each with so many items."""
    def many(table, *keys):
        return tables(table, count, *keys)

    goal = ("id = {id}", 'title = "Goal {n}"', "set = {day}")
    log = ("id = {id}", "on = {day}", 'kind = "coffee"', 'note = "What was said {n}"')
    promise = ("id = {id}", 'owner = "me"', 'what = "Send the draft {n}"', "made = {day}")
    advice = ("id = {id}", 'what = "Advice {n}"', "on = {day}")
    one_goal = '\n[[goal]]\nid = "0000"\ntitle = "Lead"\n'
    ids = "[" + ", ".join(f'"{ident(number)}"' for number in range(count)) + "]"
    return {
        "days that they keep": many("occasion", 'what = "day {n}"', 'on = "{month}-12"'),
        "goals": many("goal", *goal, "due = 2027-01-05"),
        "goals reached": many("goal", *goal, "done = {day}"),
        "goals, each on the one before": many("goal", *goal, "follows = {last}"),
        "goals of one name": many("goal", "id = {id}", 'title = "Goal 7"'),
        "steps of one goal": one_goal + many("milestone", "id = {id}", 'goal = "0000"', 'what = "Step {n}"'),
        "steps of each goal": many("goal", *goal) + many("milestone", "id = {id}", "goal = {id}", 'what = "Step {n}"'),
        "steps of no goal": many("milestone", "id = {id}", "goal = {id}", 'what = "Step {n}"'),
        "entries": many("log", *log, 'wins = ["Win {n}"]', 'topics = ["topic {n}"]', "rating = 4"),
        "entries of one day": many("log", *log[:1], "on = 2026-11-20", *log[2:]),
        "entries about a goal each": many("goal", *goal) + many("log", *log, "goals = [{id}]", 'advice = ["Do {n}"]'),
        "entries of a kind each": many("log", *log[:2], 'kind = "kind{n}"'),
        "one entry of everything": '\n[[log]]\nid = "0000"\non = 2026-01-05\nkind = "call"\n' +
            "".join(f"{key} = {array(count, key)}\n" for key in ("advice", "wins", "topics")) + f"goals = {ids}\n",
        "tries to reach them": many("log", *log[:2], 'kind = "outreach"', 'by = "me"'),
        "pulses": many("log", *log[:2], 'kind = "pulse"', "scores = {{ trust = 4 }}"),
        "private entries and what they made": many("log", *log, "private = true") + many(
            "commitment", *promise, "log = {id}") + many("question", 'ask = "How {n}?"', "log = {id}"),
        "advice": many("advice", *advice),
        "advice of an entry each": many("log", *log) + many("advice", *advice, "log = {id}", 'verdict = "worked"'),
        "promises": many("commitment", *promise, "due = 2026-12-01"),
        "promises of an entry each, kept": many("log", *log) + many("commitment", *promise, "log = {id}", "done = {day}"),
        "promises of one name": many("commitment", "id = {id}", 'owner = "me"', 'what = "Send the draft 7"'),
        "promises of one id": many("commitment", 'id = "0000"', *promise[1:]),
        "promises without ids": many("commitment", *promise[1:]),
        "questions": many("question", "id = {id}", 'ask = "How was it, {n}?"', "added = {day}"),
        "questions answered": many("question", "id = {id}", 'ask = "How {n}?"', "asked = {day}", 'answer = "So {n}"'),
        "gifts": many("gift", "id = {id}", 'what = "Essay {n}"', "added = {day}", "by = 2026-12-01"),
        "keys that nobody knows": many("log", *log, 'key{n} = "x"'),
        "tables that nobody knows": "".join(f'\n[table{number}]\nkey = "x"\n' for number in range(count)),
        "criteria": "\n[fit]\n" + "".join(f'"Criterion {number}" = "Yes {number}"\n' for number in range(count)),
        "lines of a note": '\n[[log]]\non = 2026-01-05\nkind = "call"\nnote = """\n' +
            "".join(f"Line {number} of what was said\n" for number in range(count)) + '"""\n',
        "comments": "".join(f"# Comment {number}\n" for number in range(count)),
        "tags": "".join(f"{key} = {array(count, key)}\n" for key in ("tags", "values", "learn")),
    }


class Home:
    def __init__(self, mentor, folder, text):
        self.mentor = mentor
        journal = folder / "journal"
        journal.mkdir(mode=0o700)
        (journal / "ada-lovelace.toml").write_text(HEAD + text)
        (journal / "ada-lovelace.toml").chmod(0o600)
        self.environment = {"HOME": str(folder), "PATH": os.environ["PATH"], "MENTOR_DIR": str(journal),
                            "MENTOR_TODAY": "2026-12-01", "EDITOR": "true"}

    def seconds(self, words):
        """Of the processor. It may find nothing to do, or too much that is meant; but it is a command."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([self.mentor, *words, "--no-input"], env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1, 3, 4):
            sys.exit(f"mentor {shlex.join(words)}: {done.stderr.decode()}")
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def untried(mentor):
    """The commands that the program has and this file hasn't."""
    help_of_all = subprocess.run([mentor, "help", "--json"], capture_output=True, check=True).stdout
    known = {item["command"] for item in json.loads(help_of_all)["items"]}
    tried = {max((name for name in known if words[:len(name.split())] == name.split()), key=len)
             for words in commands(LOOKING) + commands(CHANGING)}
    return known - tried - OTHERS


def ratio_of(few, many, words):
    """None where it takes too little time to tell; the least of three, where it may be too much."""
    slow = many.seconds(words)
    if slow < LEAST:
        return None
    fast = few.seconds(words)
    for _ in range(2):
        if slow <= MOST * fast:
            break
        slow, fast = min(slow, many.seconds(words)), min(fast, few.seconds(words))
    return slow / fast


def main(build, items=5000):
    mentor = pathlib.Path(build).resolve() / "mentor"
    if missing := untried(mentor):
        sys.exit(f"not tried here: {', '.join(sorted(missing))}")
    beyond = 0
    for (kind, few), many in zip(kinds(items).items(), kinds(2 * items).values()):
        with tempfile.TemporaryDirectory(prefix="mentor-growth-") as folder:
            homes = []
            for name, text in (("few", few), ("many", many)):
                (home := pathlib.Path(folder) / name).mkdir()
                homes.append(Home(mentor, home, text))
            tried, most = 0, 0
            for words in commands(LOOKING) + [[*words, "--dry-run"] for words in commands(CHANGING)]:
                ratio = ratio_of(*homes, words)
                tried += ratio is not None
                most = max(most, ratio or 0)
                if ratio and ratio > MOST:
                    beyond += 1
                    print(f"  {kind}: mentor {shlex.join(words)}: {ratio:.1f} times, BEYOND {MOST:g}", flush=True)
            print(f"  {kind:<40} {tried:3} long enough to tell, {most:.1f} times at most", flush=True)
    return 1 if beyond else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
