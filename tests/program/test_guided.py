# SPDX-License-Identifier: MIT
"""Every command that asks: its questions can be explained, mistaken, left and said by options."""

import itertools
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
import unittest

from program import PROGRAM, SOURCE
from prompting import TerminalTest
from terminal import Key
from walks import LOG_WALK, PEOPLE, WALKS, WRONG, Walk

KEYS = {"Ctrl-C": Key.CTRL_C, "Ctrl-D": Key.CTRL_D, "Ctrl-C and Enter in one go": Key.CTRL_C + Key.ENTER}
SIGNALS = {"SIGINT": signal.SIGINT, "SIGHUP": signal.SIGHUP, "SIGTERM": signal.SIGTERM}
WAYS = [*KEYS, *SIGNALS, "SIGKILL"]
# Under the sanitizers, which take ten times as long, each question is left in one way, and the ways take turns.
IN_EVERY_WAY = "MENTOR_SANITIZED" not in os.environ
ENDED_BY_CTRL_D = ("What was it about?", "And?")


class Guided(TerminalTest):
    ANSWERED = {}  # by the words and steps of a walk

    def setUp(self):
        super().setUp()
        for name, text in PEOPLE.items():
            self.write(name, text)
        self.mentor("ask", "zoe", "What comes first?")
        self.mentor("snooze", "zoe", "2w")
        (self.journal / "carol-shaw.toml").chmod(0o644)  # for `check --fix`
        self.environment["EDITOR"] = "true"
        self.first = self.folder("first") / "home"
        shutil.copytree(self.home, self.first)

    def folder(self, name):
        folder = pathlib.Path(tempfile.mkdtemp(prefix=f"mentor-{name}-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def anew(self):
        """The home as it was before anything was tried."""
        self.journal = self.home / "journal"
        self.environment["MENTOR_DIR"] = str(self.journal)
        shutil.rmtree(self.home)
        shutil.copytree(self.first, self.home)

    def answered(self, walk):
        """The journal once all is answered in one go."""
        key = (*walk.words, *walk.steps)
        if key not in self.ANSWERED:
            self.anew()
            person = self.open(*walk.words)
            self.answer(person, walk.steps)
            self.assert_ends(person, 0)
            self.ANSWERED[key] = self.texts()
        self.anew()
        return self.ANSWERED[key]

    def open(self, *words, **more):
        # Wide enough for every question, so that none is broken.
        return super().open(*words, columns=120, **more)

    def texts(self):
        """The files of the journal, with ids that are the same every time."""
        texts = {}
        for file in sorted(self.journal.glob("*.toml")):
            text = file.read_text()
            for number, id in enumerate(re.findall(r'^u?id = "(.{4}|.{16})"$', text, re.MULTILINE)):
                text = text.replace(f'"{id}"', f'"{number}"')
            texts[file.name] = text
        return texts

    def assert_asks_again(self, person, question, answer):
        person.send(Key.CTRL_U, answer, Key.ENTER)
        between = person.expect(question)
        # The answer as it was typed, and a word on it.
        self.assertRegex(between, r"^[^\n]*\n[^\n]*\w", question)

    def test_every_question_explains_itself_and_takes_no_wrong_answer(self):
        for walk in WALKS:
            with self.subTest(walk.words):
                self.anew()
                person = self.open(*walk.words)
                for question, answer in walk.steps:
                    person.expect(question)
                    self.assert_asks_again(person, question, "?")
                    if question in WRONG:
                        self.assert_asks_again(person, question, WRONG[question])
                    person.send(Key.CTRL_U, answer, Key.ENTER)
                self.assert_ends(person, 0)

    def test_options_say_all_that_can_be_answered(self):
        for walk in WALKS:
            with self.subTest(walk.words):
                answered = self.answered(walk)
                self.mentor(*walk.said, "--no-input")
                self.assertEqual(self.texts(), answered)

    def commands(self):
        """{"goal done": "WHO REF [OUTCOME…]"}: what `mentor help` says of each."""
        names = re.findall(r"(?m)^  ([a-z]+(?: [a-z]+)?)  ", self.mentor("help"))
        return {name: self.mentor("help", *name.split()).split("\n")[0].split(name, 1)[1] for name in names}

    def test_every_command_that_asks_is_tried_here(self):
        """It asks for WHO and REF, where it can't do without, or its source asks."""
        commands = self.commands()
        asking = {name for name, usage in commands.items() if re.search(r"(?<!\[)\b(WHO|REF)\b(?!…)", usage)}
        for file in (SOURCE / "src/commands").rglob("*.cpp"):
            if re.search(r"\b(ask|ask_\w+|said_or_asked|confirm|press)\(", file.read_text()):
                asking.add(file.stem.replace("_", " "))
        tried = {max((name for name in commands if walk.words[:len(name.split())] == name.split()), key=len)
                 for walk in WALKS}
        self.assertEqual(asking & commands.keys() - tried - {"walk"}, set())  # test_walk.py

    def leave(self, person, way):
        if way == "SIGKILL":
            person.close()
        elif way in SIGNALS:
            person.kill(SIGNALS[way])
            self.assert_ends(person, 128 + SIGNALS[way])
        else:
            person.send(KEYS[way])
            self.assert_ends(person, 130)

    def kept(self):
        return list(self.home.glob(".local/state/mentor/answers/*"))

    def leave_at(self, walk, number, way):
        """Leaves at that question, with the journal as it was; gives whether the answers are kept."""
        before = self.texts()
        question = walk.steps[number][0]
        person = self.open(*walk.words)
        self.answer(person, walk.steps[:number])
        person.expect(question)
        self.leave(person, way)
        person.close()
        self.assertEqual(self.texts(), before)
        if way == "SIGKILL":  # which nobody can see
            return False
        is_kept = "what you typed is kept; to go on: mentor " in person.everything()
        typed = [answer for question, answer in walk.steps[:number] if answer and "(yes/no)" not in question]
        self.assertEqual(is_kept, bool(typed), person.everything())
        self.assertEqual(bool(self.kept()), is_kept)
        return is_kept

    def go_on(self, walk, number):
        # Whether something is to be done is asked anew.
        decided = [step for step in walk.steps[:number] if "(yes/no)" in step[0]]
        person = self.open(*walk.words, "--resume")
        self.answer(person, decided + walk.steps[number:])
        self.assert_ends(person, 0)
        person.close()
        self.assertEqual(self.kept(), [])

    def test_whoever_leaves_at_any_question_finds_the_answers_again(self):
        """However they leave, the journal stays as it was; and going on gives what one go gives."""
        gone_on = itertools.cycle(way for way in WAYS if way != "SIGKILL")
        for walk in WALKS:
            answered = self.answered(walk)
            for number, (question, _) in enumerate(walk.steps):
                ways = [way for way in WAYS if way != "Ctrl-D" or question not in ENDED_BY_CTRL_D]
                to_go_on = next(way for way in gone_on if way in ways)
                for way in sorted(ways, key=lambda each: each == to_go_on) if IN_EVERY_WAY else [to_go_on]:
                    with self.subTest(walk.words, question=question, way=way):
                        is_kept = self.leave_at(walk, number, way)
                        if is_kept and way == to_go_on:
                            self.go_on(walk, number)
                            self.assertEqual(self.texts(), answered)
                    for file in self.kept():
                        file.unlink()
                self.anew()

    def test_a_signal_right_behind_an_answer_loses_none_of_those_before(self):
        """It comes to the question, the next one, or in between; behind the last one all may be written already."""
        steps = [step for step in LOG_WALK if step[0] != "Who was it with?"]
        last = len(steps) - 1
        def walk(number, answer):
            return Walk(["log", "ada"], [*steps[:number], (steps[number][0], answer), *steps[number + 1:]], [])
        answered = {answer: self.answered(walk(last, answer)) for answer in (steps[last][1], "")}
        before = self.texts()
        for way, (number, (question, answer)) in itertools.product(SIGNALS, enumerate(steps)):
            for answer in (answer, ""):
                with self.subTest(question=question, answer=answer, way=way):
                    person = self.open("log", "ada")
                    self.answer(person, steps[:number])
                    person.expect(question)
                    person.send(Key.CTRL_U, answer, Key.ENTER)
                    person.kill(SIGNALS[way])
                    code = person.wait()
                    if self.texts() == before:
                        self.assertEqual(code, 128 + SIGNALS[way], person.everything())
                        kept = "".join(file.read_text() for file in self.kept())
                        for _, typed in steps[:number]:
                            self.assertIn(typed, kept)
                        self.assertEqual("what you typed is kept" in person.everything(), bool(kept))
                    else:  # and then there was nothing left to stop
                        self.assertIn(code, [0, 128 + SIGNALS[way]], person.everything())
                        self.assertEqual(number, last)
                        self.assertEqual(self.texts(), answered[answer])
                        self.assertEqual(self.kept(), [])
                self.anew()

    def test_whoever_leaves_the_first_use_goes_on_where_they_left(self):
        """Your name and your goal are written before the first person is asked for."""
        walk = Walk([], [("What is your name?", "Robin"), ("What do you want to learn?", "To lead"),
                         ("Who is it?", "Grace Hopper"), ("What are they to you", ""), ("How did you meet?", "By chance"),
                         ("Where does mail reach them?", ""), ("now or later? [later]", "")], [])
        def begin_anew():
            self.anew()
            shutil.rmtree(self.journal)
        begin_anew()
        person = self.open()
        self.answer(person, walk.steps)
        self.assert_ends(person, 0)
        answered, config = self.texts(), (self.home / "config.toml").read_text()
        for number in range(len(walk.steps)):
            for way in WAYS if IN_EVERY_WAY else [WAYS[number % len(WAYS)]]:
                with self.subTest(walk.steps[number][0], way=way):
                    begin_anew()
                    person = self.open()
                    self.answer(person, walk.steps[:number])
                    person.expect(walk.steps[number][0])
                    self.leave(person, way)
                    self.assertEqual(self.texts(), {})
                    self.assertEqual(self.journal.exists(), number >= 2)
                    if way == "SIGKILL" or number in (0, 2):
                        continue
                    line = re.search(r"to go on: mentor (.*)", person.everything())[1]
                    person = self.open(*shlex.split(line))
                    self.answer(person, walk.steps[number:])
                    self.assert_ends(person, 0)
                    self.assertEqual(self.texts(), answered)
                    self.assertEqual((self.home / "config.toml").read_text(), config)

    # Those that write what was answered. To take a file away needs no room.
    WRITING = [walk for walk in WALKS
               if walk.words[0] not in ("draft", "edit", "history", "occasion", "prep", "remove", "search", "show")
               and any(answer and "(yes/no)" not in question for question, answer in walk.steps)]

    def test_a_full_disk_keeps_the_answers_too(self):
        """The journal has no room, and later has: going on gives what one go gives."""
        small = self.folder("small")
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", small],
                          capture_output=True).returncode != 0:
            self.skipTest("no right to mount a small disk")
        self.addCleanup(subprocess.run, ["umount", small], check=True)
        for walk in self.WRITING if IN_EVERY_WAY else self.WRITING[::3]:
            with self.subTest(walk.words):
                answered = self.answered(walk)
                for file in small.iterdir():
                    file.unlink()
                for file in self.journal.glob("*.toml"):
                    (small / file.name).write_bytes(file.read_bytes())
                self.journal = small
                self.environment["MENTOR_DIR"] = str(small)
                before = self.texts()
                filler = small / "filler"
                with filler.open("wb", buffering=0) as full, self.assertRaises(OSError):
                    while True:
                        full.write(b"x" * 4096)
                person = self.open(*walk.words)
                self.answer(person, walk.steps)
                self.assert_ends(person, 5)
                self.assertIn("No space left on device", person.everything())
                self.assertIn("what you typed is kept", person.everything())
                self.assertEqual(self.texts(), before)
                filler.unlink()
                person = self.open(*walk.words, "--resume")
                self.answer(person, [step for step in walk.steps if "(yes/no)" in step[0]])
                self.assert_ends(person, 0)
                self.assertEqual(self.texts(), answered)

    def test_where_nothing_can_be_kept_the_window_shows_what_was_typed(self):
        for walk in self.WRITING if IN_EVERY_WAY else self.WRITING[::3]:
            with self.subTest(walk.words):
                self.anew()
                before = self.texts()
                person = self.open(program=["sh", "-c", "ulimit -f 0; trap '' XFSZ; exec \"$@\"", "sh",
                                            str(PROGRAM), *walk.words])
                self.answer(person, walk.steps)
                self.assert_ends(person, 5)
                shown = person.everything().partition("This is what you typed:")[2]
                for question, answer in walk.steps:
                    if answer and "(yes/no)" not in question and not answer.isdigit():
                        self.assertIn(answer, shown)
                self.assertEqual(self.texts(), before)

    def test_the_next_use_offers_the_answers(self):
        person = self.open("log")
        self.answer(person, [("Who was it with?", "zoe"), ("When", "yesterday"), ("How?", "coffee"),
                             ("What was it about?", "The packet")])
        person.expect("And?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        kept, = self.home.glob(".local/state/mentor/answers/*")
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)
        self.assertEqual(kept.parent.stat().st_mode & 0o777, 0o700)
        person = self.open("log")
        self.answer(person, [("Go on there: yes, later or forget? [yes]", "later")])
        person.expect("Who was it with?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        self.assertTrue(kept.exists())
        person = self.open("log")
        self.answer(person, [("Go on there: yes, later or forget? [yes]", "")])
        person.expect("And?")
        self.assertIn("What was it about? The packet", person.everything())
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        person = self.open("log")
        self.answer(person, [("Go on there: yes, later or forget? [yes]", "forget")])
        person.expect("Who was it with?")
        self.assertFalse(kept.exists())

    def test_on_another_day_each_answer_is_offered_to_be_read_again(self):
        """"yesterday" means another day by then; the day that counts is the one that the run took for today."""
        person = self.open("log", "ada")
        self.answer(person, [("When", "yesterday"), ("How?", "coffee")])
        person.expect("What was it about?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        kept, = self.home.glob(".local/state/mentor/answers/*")
        text = re.sub(r"^at = \S+", "at = 2020-01-01T09:00:00", kept.read_text(), flags=re.MULTILINE)
        kept.write_text(text)
        person = self.open("log", "ada", "--resume")
        person.expect("What was it about?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        for _ in range(2):  # what wasn't read again still means what it did on the first day
            person = self.open("log", "ada", "--resume", environment={"MENTOR_TODAY": "2026-11-23"})
            person.expect("When were you in touch with Ada Lovelace? [today] yesterday")
            person.send(Key.ENTER)
            person.expect("How? [meeting] coffee")
            person.send(Key.CTRL_C)
            self.assert_ends(person, 130)
        person = self.open("log", "ada", "--resume", environment={"MENTOR_TODAY": "2026-11-23"})
        self.answer(person, [("[today] yesterday", "yesterday"), ("[meeting] coffee", "coffee")])
        person.expect("What was it about?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        person = self.open("log", "ada", "--resume", environment={"MENTOR_TODAY": "2026-11-23"})
        person.expect("What was it about?")

    def test_answers_belong_to_the_journal_that_they_were_about(self):
        person = self.open("log", "ada")
        self.answer(person, [("When", "yesterday"), ("How?", "coffee"), ("What was it about?", "In confidence")])
        person.expect("And?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        other = self.home / "other"
        other.mkdir()
        (other / "ada-lovelace.toml").write_text(self.read("ada-lovelace.toml"))
        for words in (["log", "ada"], ["log"]):
            person = self.open(*words, environment={"MENTOR_DIR": str(other)})
            person.expect("When were you in touch" if "ada" in words else "Who was it with?")
            self.assertNotIn("Go on there", person.everything())
            person.send(Key.CTRL_C)
            self.assert_ends(person, 130)
        person = self.open("log", "ada", "--resume", environment={"MENTOR_DIR": str(other)})
        person.expect("begin anew: mentor log ada")
        self.assert_ends(person, 4)
        person = self.open("import", "vcard", "the cards.vcf", "--resume")
        person.expect("begin anew: mentor import vcard 'the cards.vcf'")
        self.assert_ends(person, 4)

    def test_a_file_of_answers_that_is_broken_hides_no_other(self):
        person = self.open("log", "ada")
        self.answer(person, [("When", "yesterday")])
        person.expect("How?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        folder = self.home / ".local/state/mentor/answers"
        (folder / "log-0.toml").write_text("command = [")
        (folder / "log-1.toml").mkdir()
        person = self.open("log", "ada")
        person.expect("Go on there")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)

    def test_nobody_is_asked_where_nobody_can_answer(self):
        for walk in WALKS:
            with self.subTest(walk.words):
                self.anew()
                before = self.snapshot()
                code, out, err = self.run_mentor(*walk.words)
                self.assertEqual(code, walk.unasked, err)
                if code != 0:
                    self.assertRegex(err, r"(?m)^mentor: ")
                    self.assertEqual(self.snapshot(), before)
                self.anew()
                self.assert_ends(self.open(*walk.words, "--no-input"), walk.unasked)


if __name__ == "__main__":
    unittest.main()
