# SPDX-License-Identifier: MIT
"""What is left of the data on two machines that are brought in step: compare_machines.py MENTOR [--alone]

The same hundred rounds for mentor with `sync`, for Taskwarrior with its files in git, the first way of task-sync(5),
and for todoman with vdirsyncer, a folder in the place of its server, as one table; --alone leaves the others out. In
a round each machine adds, changes or finishes items, no two of them the same thing of one item, but for ten items
whose one field both change. Where a program leaves it to a person that counts, and the person takes the lines of both
out of git's marks, or what the other machine says. Exits with 1 where mentor lost anything.
"""

import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

from compare import NAMES, Mentor, Taskwarrior, Todoman

ROUNDS, BEGUN, COLLISIONS = 100, 20, 10
IDENTITY = "[user]\n\tname = Tester\n\temail = tester@example.org\n[init]\n\tdefaultBranch = main\n"


class Pair:
    """One program on two machines, and what lies between them. The first has some items to begin with."""

    title, make = "", None

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.between = self.folder / "between"
        self.asked = 0  # what was left to a person
        self.machines = []
        for name in ("one", "two"):
            (self.folder / name).mkdir()
            machine = self.make(str(self.folder / name))
            machine.reset(0 if self.machines else BEGUN)
            (machine.home / ".gitconfig").write_text(IDENTITY)
            self.machines.append(machine)
        self.connect(*self.machines)

    def run(self, machine, *words):
        return machine.run([str(word) for word in words])

    def make_repository(self):
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", self.between], check=True)


class MentorPair(Pair):
    title = "mentor"

    def connect(self, one, two):
        self.make_repository()
        shutil.rmtree(two.home / "journal")
        for machine in (one, two):
            self.mentor(machine, "sync", "--setup", self.between)

    def mentor(self, machine, *words):
        return self.run(machine, machine.program, *words)

    def items(self, machine):
        """{name: all that is kept of it}"""
        text = (machine.home / "journal/ada-lovelace.toml").read_text()
        return {item["what"].split()[0]: item for item in tomllib.loads(text)["commitment"]}

    def add(self, machine, name):
        self.mentor(machine, "todo", "add", "ada", name)

    def change(self, machine, name, mark):
        self.mentor(machine, "amend", "ada", self.items(machine)[name]["id"], f"{name} {mark}")

    def finish(self, machine, name):
        self.mentor(machine, "done", "ada", self.items(machine)[name]["id"])

    @staticmethod
    def is_finished(item):
        return "done" in item

    def sync(self, machine):
        if self.mentor(machine, "sync").returncode == 1:
            self.asked += 1
            self.mentor(machine, "sync", "--theirs")


class TaskwarriorPair(Pair):
    title, make = "Taskwarrior in git", Taskwarrior

    def connect(self, one, two):
        self.make_repository()
        self.git(one, "init", "-q")
        self.git(one, "remote", "add", "origin", self.between)
        self.commit(one)
        self.git(one, "push", "-q", "-u", "origin", "main")
        shutil.rmtree(two.home / "data")
        self.run(two, "git", "clone", "-q", self.between, two.home / "data")

    def git(self, machine, *words):
        return self.run(machine, "git", "-C", machine.home / "data", *words)

    def commit(self, machine):
        self.git(machine, "add", "-A")
        self.git(machine, "commit", "-q", "-m", "tasks")

    def items(self, machine):
        """What Taskwarrior itself makes of its files; nothing where it can't read them."""
        try:
            tasks = json.loads(self.run(machine, "task", "rc.verbose=nothing", "export").stdout)
        except ValueError:
            return {}
        return {task["description"].split()[0]: task for task in tasks}

    def add(self, machine, name):
        self.run(machine, *machine.addition(name))

    def change(self, machine, name, mark):
        self.run(machine, "task", self.items(machine)[name]["uuid"], "modify", f"project:{mark}")

    def finish(self, machine, name):
        self.run(machine, "task", self.items(machine)[name]["uuid"], "done")

    @staticmethod
    def is_finished(item):
        return item["status"] == "completed"

    def sync(self, machine):
        self.commit(machine)
        if self.git(machine, "pull", "-q", "--no-rebase", "--no-edit").returncode != 0:
            self.asked += 1
            for file in self.git(machine, "diff", "--name-only", "--diff-filter=U").stdout.split():
                path = machine.home / "data" / file
                path.write_text(re.sub(r"^(<{7}|={7}|>{7}).*\n", "", path.read_text(), flags=re.MULTILINE))
            self.commit(machine)
        self.git(machine, "push", "-q")


class TodomanPair(Pair):
    title, make = "todoman, vdirsyncer", Todoman

    def connect(self, one, two):
        self.between.mkdir()
        for machine in (one, two):
            (machine.home / "lists/main").mkdir(parents=True, exist_ok=True)
            for name, resolution in (("asking", "null"), ("deciding", '"b wins"')):
                (machine.home / name).write_text(f"""\
[general]
status_path = "{machine.home}/status/"
[pair todos]
a = "here"
b = "there"
collections = ["main"]
conflict_resolution = {resolution}
[storage here]
type = "filesystem"
path = "{machine.home}/lists"
fileext = ".ics"
[storage there]
type = "filesystem"
path = "{self.between}"
fileext = ".ics"
""")
            (self.between / "main").mkdir(exist_ok=True)
            self.vdirsyncer(machine, "asking", "discover")
            self.vdirsyncer(machine, "asking", "sync")

    def vdirsyncer(self, machine, config, command):
        return self.run(machine, "vdirsyncer", "-c", machine.home / config, command)

    def items(self, machine):
        items = {}
        for path in machine.files():
            text = path.read_text()
            items[re.search(r"^SUMMARY:(\S+)", text, re.MULTILINE)[1]] = text
        return items

    def todoman(self, machine, *words):
        return self.run(machine, "todoman", *machine.options, *words)

    def id(self, machine, name):
        listed = json.loads(self.todoman(machine, "--porcelain", "list", "--status", "ANY").stdout)
        return next(item["id"] for item in listed if item["summary"] == name)

    def add(self, machine, name):
        self.run(machine, *machine.addition(name))

    def change(self, machine, name, mark):
        self.todoman(machine, "edit", self.id(machine, name), "--location", mark)

    def finish(self, machine, name):
        self.todoman(machine, "done", self.id(machine, name))

    @staticmethod
    def is_finished(item):
        return "STATUS:COMPLETED" in item

    def sync(self, machine):
        if self.vdirsyncer(machine, "asking", "sync").returncode != 0:
            self.asked += 1
            self.vdirsyncer(machine, "deciding", "sync")


class Year:
    """What was written on the two machines, in the same order whatever the program."""

    def __init__(self, pair):
        self.pair = pair
        self.chance = random.Random(7)
        self.names = NAMES[:BEGUN]
        self.changed = {}   # {name: its mark}
        self.finished = []
        self.collided = []
        self.number = 0

    def mark(self):
        self.number += 1
        return f"changed-{self.number:03}"

    def one_of(self, machine, spoilt):
        """An item that this machine has heard of, and with which that wasn't done yet."""
        free = [name for name in self.pair.items(machine) if name not in spoilt and name in self.names]
        return self.chance.choice(sorted(free)) if free else None

    def write(self, machine):
        what = self.chance.choice(["add", "change", "finish"])
        if what == "add":
            self.names = [*self.names, f"item-{len(self.names):03}"]
            self.pair.add(machine, self.names[-1])
        elif what == "change" and (name := self.one_of(machine, self.changed)):
            self.changed[name] = self.mark()
            self.pair.change(machine, name, self.changed[name])
        elif what == "finish" and (name := self.one_of(machine, self.finished)):
            self.finished = [*self.finished, name]
            self.pair.finish(machine, name)

    def collide(self):
        both = self.pair.items(self.pair.machines[0]).keys() & self.pair.items(self.pair.machines[1]).keys()
        free = sorted(both - self.changed.keys())
        if free:
            name = self.chance.choice(free)
            self.changed[name] = ""
            self.collided = [*self.collided, name]
            for machine in self.pair.machines:
                self.pair.change(machine, name, self.mark())

    def go_by(self):
        for number in range(ROUNDS):
            for machine in self.pair.machines:
                self.write(machine)
            if number % (ROUNDS // COLLISIONS) == 5:
                self.collide()
            self.pair.sync(self.chance.choice(self.pair.machines))
        for machine in self.pair.machines * 2:
            self.pair.sync(machine)


def count(found, wanted):
    return f"{found} of {wanted}"


def verdict(year):
    """The rows of one program: what is on both machines in the end."""
    pair = year.pair
    one, two = (pair.items(machine) for machine in pair.machines)
    both = [name for name in year.names if name in one and name in two]
    changes = {name: mark for name, mark in year.changed.items() if mark}
    kept = [name for name, mark in changes.items() if name in both and mark in repr(one[name]) and mark in repr(two[name])]
    finished = [name for name in year.finished if name in both and pair.is_finished(one[name]) and pair.is_finished(two[name])]
    return [count(len(both), len(year.names)), count(len(kept), len(changes)), count(len(finished), len(year.finished)),
            str(pair.asked), str(len(year.collided))]


ROWS = ["items that are on both machines", "changes of one field that are", "items finished that are so on both",
        "times that a person was needed", "times that both had changed one field"]


def main(mentor, alone):
    """Prints the table; whether mentor lost nothing."""
    MentorPair.make = lambda self, home: Mentor(home, mentor)
    table = [["", *ROWS]]
    for kind, programs in ((MentorPair, ["git"]), (TaskwarriorPair, ["git", "task"]), (TodomanPair, ["todoman", "vdirsyncer"])):
        if alone and kind != MentorPair or not all(map(shutil.which, programs)):
            continue
        print(kind.title, file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="mentor-compare-") as folder:
            year = Year(kind(folder))
            year.go_by()
            table.append([kind.title, *verdict(year)])
    widths = [max(map(len, row)) for row in table]
    for cells in zip(*table):
        print("|", " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)), "|")
    return all(len(set(cell.split(" of "))) == 1 for cell in table[1][1:4])


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[2:] not in ([], ["--alone"]):
        sys.exit(__doc__)
    sys.exit(not main(str(pathlib.Path(sys.argv[1]).resolve()), alone=len(sys.argv) == 3))
