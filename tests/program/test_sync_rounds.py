# SPDX-License-Identifier: MIT
"""Three machines write and sync in any order, and are stopped at any moment; in the end all three hold all that
was ever written and not taken away.

By hand, MENTOR_SYNC_ROUNDS says how many rounds, and MENTOR_SYNC_SEED which: every failure names its own."""

import datetime
import itertools
import os
import random
import re
import shutil
import subprocess
import time
import tomllib
import unittest

from clones import ClonesTest
from hands import BY_HAND, Hands, words_in
from program import PROGRAM, commands
from waiting import PATIENCE

# The sanitizers slow all of it.
ROUNDS = int(os.environ.get("MENTOR_SYNC_ROUNDS", "10" if "MENTOR_SANITIZED" in os.environ else "30"))
SEED = int(os.environ.get("MENTOR_SYNC_SEED", "7"))
# What many do often; of the other commands each once before any has its second turn.
OFTEN = ["log"] * 6 + ["ask", "todo add", "advice", "done", "goal add", "goal step"] * 2
# In the place of git, at one of its calls: it ends mentor, or itself in the midst of its work.
STUB = """#!/bin/sh
read -r calls < {count}
echo $((calls - 1)) > {count}
[ "$calls" = 0 ] || exec {git} "$@"
if [ {whom} = mentor ]; then kill -9 $PPID; exit 1; fi
{git} "$@" <&0 & sleep {delay}; kill -9 $!; wait $!
"""
# Where a machine stands, and what its clock says.
PLACES = [{"TZ": "UTC", "LC_ALL": "C.UTF-8"}, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
          {"TZ": "America/Los_Angeles", "LC_ALL": "", "LANG": "de_DE.UTF-8", "LANGUAGE": "de"}]
CLOCKS = ["2026-11-22", "2026-11-23", "2026-11-22"]


class Rounds(ClonesTest):
    def setUp(self):
        super().setUp()
        self.chance = random.Random(SEED)
        self.written = set()
        self.taken = set()  # by somebody, on purpose, or in a collision that was told with both values
        self.bag = []
        self.by_hand = BY_HAND
        self.without_driver = []
        numbers = itertools.count(1)
        self.machines = [self.machine(name) for name in ("one", "two", "three")]
        self.hands = {}
        for machine in self.machines:
            machine.pending = set()
            self.hands[machine] = Hands(machine, self.chance, numbers)
        first = self.machines[0]
        first.mentor("init", "--git")
        for name in ("Ada Lovelace", "Grace Hopper", "Kim Castro", "Zoe Barnes", "Tom Ito"):
            first.mentor("add", name, "--role", "peer")
            first.mentor("log", name, "The first time", "--todo", "Send the draft", "--ask", "What now?")
        self.bin = self.root / "bin"
        self.bin.mkdir()

    def set_up_all(self):
        for machine in self.machines:
            machine.mentor("sync", "--setup", str(self.remote))

    # --- one step, and what it did

    def words_of(self, machine):
        return words_in("".join(machine.files().values()))

    def watch(self, machine, doing, takes, what):
        """Whatever is done, no word goes that it isn't to take away."""
        before = self.words_of(machine)
        said = doing()
        after = self.words_of(machine)
        lost = before - after - self.taken - takes - machine.pending
        self.assertEqual(lost, set(), f"seed {SEED}: {what} on {machine.home.name} lost them: {said}")
        self.taken_now = before - after - self.taken
        self.taken |= self.taken_now
        self.written |= after
        return said

    def next_kind(self):
        if not self.bag:
            self.bag = [*OFTEN, *self.by_hand * 3, *(commands("writes").keys() - {"sync"})]
            self.bag.sort()
            self.chance.shuffle(self.bag)
        return self.bag.pop()

    def write(self, machine):
        try:
            people = {file: tomllib.loads(text) for file, text in machine.files().items()}
        except tomllib.TOMLDecodeError:  # git's marks of a conflict
            return self.sync(machine)
        hands = self.hands[machine]
        hands.look_at(*self.chance.choice(sorted(people.items())))
        kind = self.next_kind()
        step = hands.step(kind)
        if not step:
            if self.chance.random() < 0.9:  # later there may be
                self.bag.insert(self.chance.randint(0, len(self.bag)), kind)
            return
        if step.hand:
            self.watch(machine, step.hand, step.takes, kind)
        elif self.chance.random() < 0.06:
            self.watch(machine, lambda: self.killed(machine, step.words, step.editor), step.takes, step.words)
            machine.pending = step.takes  # the next command may finish it
        else:
            said = self.watch(machine, lambda: self.typed(machine, step), step.takes, step.words)
            machine.pending = set()
            # What it took back comes again with the next.
            if kind == "undo" and "`sync`" in said:
                self.taken -= self.taken_now
                self.sync(machine)

    def typed(self, machine, step):
        variables = {"EDITOR": step.editor} if step.editor else {}
        code, out, err = machine.run(*step.words, **variables)
        is_understood = code in (0, 1, 2, 4, 5) or "has format 2" in out + err or self.clear_away(out)
        self.assertTrue(is_understood, f"seed {SEED}: {step.words}: {out}{err}")
        return f"{code}: {out}{err}"

    def clear_away(self, checked):
        """What a killed editor left, and `check` names: whether there was any."""
        left = re.findall(r"an editor worked on this copy, and it was left\n.*, then: rm (\S+)", checked)
        for copy in left:
            os.unlink(copy)
        return bool(left)

    def killed(self, machine, words, editor=None):
        """Ended at a moment that nobody chose."""
        process = subprocess.Popen([str(PROGRAM), *words], env=machine.environment | {"EDITOR": editor or "true"},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(self.chance.random() * 0.5 * (1 if words[0] == "sync" else 0.1))
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait(PATIENCE)
        return "it was killed"

    # --- syncs

    def killed_under_git(self, machine):
        count, stub = self.bin / "count", self.bin / "git"
        count.write_text(f"{self.chance.randint(0, 40)}\n")
        stub.write_text(STUB.format(count=count, git=shutil.which("git"), whom=self.chance.choice(["mentor", "git"]),
                                    delay=round(self.chance.random() * 0.01, 4)))
        stub.chmod(0o755)
        machine.run("sync", PATH=f"{self.bin}:{os.environ['PATH']}")
        return "git was killed, or mentor by it"

    def sync(self, machine):
        return self.watch(machine, lambda: self.sync_to_the_end(machine), set(), "sync")

    def sync_to_the_end(self, machine):
        said, words = "", []
        for _ in range(5):
            code, out, err = machine.run("sync", *words)
            said += f"{words} {code}: {out}{err}"
            # One of the two values goes, and both were told.
            self.taken |= words_in([line for line in err.splitlines() if " here and " in line])
            if code == 0:
                return said
            if code == 1:  # it waits for a person, who may write something first
                words = [self.chance.choice(["--mine", "--theirs", "--continue"])]
                if self.chance.random() < 0.3:
                    machine.mentor("add", self.hands[machine].name(), "--role", "peer", "--met", self.hands[machine].word())
            elif code == 2 and "since the merge began" in err:
                words = ["--continue"]
            elif code == 3 and "nothing was committed" in err:  # git's own marks of a conflict
                words = [self.chance.choice(["--mine", "--theirs"])]
            elif code == 3 and "with a newer mentor" in err:
                self.go_back_to_the_old_format()
            elif code == 5 and (".lock" in err or re.search(r"cannot lock ref .* is at \w+ but expected", err)):
                self.let_time_pass(machine)
            else:
                break
        raise AssertionError(f"seed {SEED}: {machine.home.name}: {said}")

    def go_back_to_the_old_format(self):
        """What a newer mentor would come to isn't known here: whoever has such a file sends an older one."""
        for machine in self.machines:
            if any("format = 2" in text for text in machine.files().values()):
                for file, text in machine.files().items():
                    machine.write(file, text.replace("format = 2", "format = 1"))
                machine.run("sync")

    def by_plain_git(self, machine):
        """Somebody who cloned the journal without a word to mentor, and commits no marks of git's."""
        if any("<<<<<<< " in text for text in machine.files().values()):
            return self.sync_to_the_end(machine)
        machine.git("config", "--remove-section", "merge.mentor", code=None)
        machine.git("add", "-A")
        machine.git("commit", "-q", "-m", "by hand", code=None)
        said = machine.git("pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main", code=None)
        return said + (machine.git("push", "--quiet", "origin", "HEAD:main", code=None) if not said else "")

    def let_time_pass(self, machine):
        """A lock of git's, which was killed, isn't held by anyone: after a while mentor believes it."""
        for lock in (machine.journal / ".git").rglob("*.lock"):
            os.utime(lock, (time.time() - 3600,) * 2)

    def sync_in_some_way(self, machine):
        way = self.chance.random()
        if way < 0.1:
            self.watch(machine, lambda: self.killed(machine, ["sync"]), set(), "a sync that was killed")
        elif way < 0.2:
            self.watch(machine, lambda: self.killed_under_git(machine), set(), "a sync under which git was killed")
        elif way < 0.5 and machine in self.without_driver:
            self.watch(machine, lambda: self.by_plain_git(machine), set(), "git pull")
        else:
            self.sync(machine)

    # --- the verdict

    def go_round(self):
        for _ in range(ROUNDS):
            machine = self.chance.choice(self.machines)
            if self.chance.random() < 0.2:
                for each in self.machines:
                    each.today = str(datetime.date.fromisoformat(each.today) + datetime.timedelta(1))
            for _ in range(self.chance.randint(1, 3)):
                self.write(machine)
            if self.chance.random() < 0.5:
                self.sync_in_some_way(self.chance.choice(self.machines))

    def assert_all_is_well(self):
        for machine in self.machines + self.machines:
            self.sync(machine)
        if any("format = 2" in text for text in self.machines[0].files().values()):
            self.go_back_to_the_old_format()
            for machine in self.machines + self.machines:
                self.sync(machine)
        one, *others = (machine.files() for machine in self.machines)
        for other in others:
            self.assertEqual(one, other, f"seed {SEED}")
        held = words_in("".join(one.values()))
        self.assertEqual(self.written - self.taken - held, set(), f"seed {SEED}: they are lost")
        for file, text in one.items():
            twice = [word for word in words_in(text) if text.count(word) > 1]
            self.assertEqual(twice, [], f"seed {SEED}: {file} has them twice")
        for machine in self.machines:
            self.assert_is_clean(machine)

    def assert_is_clean(self, machine):
        self.clear_away(machine.run("check")[1])
        machine.mentor("check")
        self.assertEqual(machine.git("status", "--short"), "")
        machine.git("fsck", "--strict")
        left = [path for path in machine.journal.rglob("*") if re.search(r"\.lock$|\.tmp$|mentor-index", path.name)]
        self.assertEqual(left, [], f"seed {SEED}")
        before = machine.files()
        machine.mentor("undo", "--force")
        self.assertNotEqual(machine.files(), before)
        while machine.files() != before:  # a change by hand in the way was a step of its own
            machine.mentor("redo")

    def test_every_command_that_writes_is_tried_here(self):
        for name in [*commands("writes"), *BY_HAND]:
            if name != "sync":
                self.assertTrue(hasattr(Hands, name.replace(" ", "_") + "_"), f"add to tests/support/hands.py: {name}")

    def test_in_the_end_all_hold_all(self):
        self.machines[0].place = {"ASAN_OPTIONS": "detect_leaks=1"}
        self.set_up_all()
        self.go_round()
        self.assert_all_is_well()

    def test_from_elsewhere_by_other_hands(self):
        """Other zones, languages and clocks; one of them uses git by itself, and another has a newer mentor."""
        for machine, place, clock in zip(self.machines, PLACES, CLOCKS):
            machine.today, machine.place = clock, place
        self.without_driver = self.machines[2:]
        self.by_hand = [*BY_HAND, "newer"]
        self.set_up_all()
        self.go_round()
        self.assert_all_is_well()


if __name__ == "__main__":
    unittest.main()
