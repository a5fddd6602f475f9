# SPDX-License-Identifier: MIT
"""Three machines write and sync in any order, and in the end all three hold all that was ever written.

MENTOR_SYNC_ROUNDS and MENTOR_SYNC_SEED, by hand, say how many rounds and which."""

import datetime
import os
import random
import re
import tomllib
import unittest

from clones import ClonesTest

# The sanitizers slow all of it.
ROUNDS = int(os.environ.get("MENTOR_SYNC_ROUNDS", "15" if "MENTOR_SANITIZED" in os.environ else "60"))
SEED = int(os.environ.get("MENTOR_SYNC_SEED", "7"))
PEOPLE = ["Ada Lovelace", "Grace Hopper", "Kim Castro"]


class Rounds(ClonesTest):
    def setUp(self):
        super().setUp()
        self.chance = random.Random(SEED)
        self.machines = [self.machine(name) for name in ("one", "two", "three")]
        self.number = 0
        self.held = {}  # what has to be there in the end, by who it is about
        self.removed = set()
        first, *others = self.machines
        first.mentor("init", "--git")
        for name in PEOPLE:
            first.mentor("add", name, "--role", "peer", "--met", f"who-{name.split()[0]}")
            first.mentor("log", name, "The first time", "--todo", "Send the draft", "--ask", "What now?")
        for machine in self.machines:
            machine.mentor("sync", "--setup", str(self.remote))

    def word(self, who):
        """One that stands nowhere else, and has to be there in the end."""
        self.number += 1
        word = f"word{self.number:04}"
        self.held.setdefault(who, set()).add(word)
        return word

    def write(self, machine):
        people = {file: tomllib.loads(text) for file, text in machine.files().items()}
        if not people:
            return
        file, person = self.chance.choice(sorted(people.items()))
        slug, who = file.removesuffix(".toml"), person["met"]
        day = machine.today
        open_promises = [each["id"] for each in person.get("commitment", []) if not {"done", "dropped"} & each.keys()]
        open_questions = [each["id"] for each in person.get("question", []) if "asked" not in each]
        entries = [each for each in person.get("log", []) if each.get("note", "").startswith("word")]

        def log():
            machine.mentor("log", slug, self.word(who), "--todo", self.word(who), "--they", self.word(who), "--on", day)

        def by_hand():
            text = machine.read(file)
            machine.write(file, text.replace("\n[[", f"\n# {self.word(who)}\n[[", 1) if "\n[[" in text
                          else f"{text}# {self.word(who)}\n")

        def at_the_end():
            machine.write(file, machine.read(file) + f"# {self.word(who)}\n")

        def done():
            if open_promises:
                machine.mentor(self.chance.choice(["done", "drop"]), slug, self.chance.choice(open_promises),
                               "--today", self.latest())

        def answer():
            if open_questions:
                machine.mentor("ask", slug, "--answer", f"{self.chance.choice(open_questions)}={self.word(who)}")
                # A second answer to the same question is a collision, and one of the two goes.
                self.held[who].discard(f"word{self.number:04}")

        def take_out():
            if entries:
                entry = self.chance.choice(entries)
                machine.mentor("amend", slug, entry["id"], "--remove", "--yes")
                self.held[who].discard(entry["note"].strip())

        def rename():
            machine.mentor("rename", slug, f"{person['name'].split()[0]} {self.chance.choice(['King', 'Byron', 'Lee'])}")

        def remove():
            if self.chance.random() < 0.2 and len(people) > 2:
                machine.mentor("remove", slug, "--yes")
                self.removed.add(who)

        def add():
            self.number += 1
            machine.mentor("add", f"Person{self.number} {self.chance.choice('ABC')}", "--role", "mentor",
                           "--met", f"who-{self.number}")

        self.chance.choice([
            log, log, log, by_hand, at_the_end, done, done, answer, take_out, rename, remove, add,
            lambda: machine.mentor("ask", slug, self.word(who)),
            lambda: machine.mentor("advice", slug, self.word(who)),
            lambda: machine.mentor("give", slug, self.word(who)),
            lambda: machine.mentor("goal", "add", slug, self.word(who)),
            lambda: machine.mentor("occasion", slug, self.word(who), "10 dec"),
            lambda: machine.mentor("set", slug, f"agreement.every={self.chance.randint(1, 9)}w"),
            lambda: machine.mentor("set", slug, f"tags={self.chance.choice(['a', 'a, b', 'b, c', 'c'])}"),
            lambda: machine.mentor("plan", slug, f"{self.chance.randint(1, 9)}d"),
            lambda: machine.mentor("undo", "--list"),
        ])()

    def latest(self):
        """The clocks differ; what was promised by one that is ahead is settled no earlier."""
        return max(machine.today for machine in self.machines)

    def sync(self, machine):
        code, out, err = machine.run("sync")
        if code == 1:
            code, out, err = machine.run("sync", self.chance.choice(["--mine", "--theirs", "--continue"]))
        self.assertEqual(code, 0, f"seed {SEED}: {out}{err}")

    def test_in_the_end_all_hold_all(self):
        for _ in range(ROUNDS):
            machine = self.chance.choice(self.machines)
            machine.today = str(datetime.date.fromisoformat(machine.today) + datetime.timedelta(self.chance.randint(0, 1)))
            for _ in range(self.chance.randint(1, 3)):
                self.write(machine)
            if self.chance.random() < 0.5:
                self.sync(self.chance.choice(self.machines))
        for machine in self.machines + self.machines:
            self.sync(machine)
        last = self.latest()
        one, two, three = (machine.files() for machine in self.machines)
        self.assertEqual(one, two, f"seed {SEED}")
        self.assertEqual(one, three, f"seed {SEED}")
        everything = "\n".join(one.values())
        for who, words in self.held.items():
            if who not in self.removed:
                missing = [word for word in sorted(words) if not re.search(rf"\b{word}\b", everything)]
                came = [self.machines[0].git("log", "--stat", "--format=%h %p %s", "-S", word, "-m") for word in missing[:1]]
                self.assertEqual(missing, [], f"seed {SEED}: of {who}: {came}")
        for machine in self.machines:
            machine.today = last
            machine.mentor("check")
            machine.git("fsck")


if __name__ == "__main__":
    unittest.main()
