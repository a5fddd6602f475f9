# SPDX-License-Identifier: MIT
"""Every command that asks: its questions can be explained, mistaken, left and said by options."""

import re
import signal
import unittest

from prompting import TerminalTest
from terminal import Key
from walks import PEOPLE, WALKS, WRONG

LEAVING = {"Ctrl-C": Key.CTRL_C, "Ctrl-D": Key.CTRL_D}


class Guided(TerminalTest):
    def setUp(self):
        super().setUp()
        for name, text in PEOPLE.items():
            self.write(name, text)
        self.mentor("ask", "zoe", "What comes first?")
        self.mentor("snooze", "zoe", "2w")

    def open(self, *words, **more):
        # Wide enough for every question, so that none is broken.
        return super().open(*words, columns=120, **more)

    def texts(self):
        """The files of the journal, with ids that are the same every time."""
        texts = {}
        for file in sorted(self.journal.glob("*.toml")):
            text = file.read_text()
            for number, id in enumerate(re.findall(r'^id = "(.{4})"$', text, re.MULTILINE)):
                text = text.replace(f'"{id}"', f'"{number}"')
            texts[file.name] = text
        return texts

    def assert_asks_again(self, person, question, answer):
        person.send(answer, Key.ENTER)
        between = person.expect(question)
        # The answer as it was typed, and a word on it.
        self.assertRegex(between, r"^[^\n]*\n[^\n]*\w", question)

    def test_every_question_explains_itself_and_takes_no_wrong_answer(self):
        for walk in WALKS:
            with self.subTest(walk.words):
                self.setUp()
                person = self.open(*walk.words)
                for question, answer in walk.steps:
                    person.expect(question)
                    self.assert_asks_again(person, question, "?")
                    if question in WRONG:
                        self.assert_asks_again(person, question, WRONG[question])
                    person.send(answer, Key.ENTER)
                self.assert_ends(person, 0)

    def test_options_say_all_that_can_be_answered(self):
        for walk in WALKS:
            with self.subTest(walk.words):
                self.setUp()
                person = self.open(*walk.words)
                self.answer(person, walk.steps)
                self.assert_ends(person, 0)
                answered = self.texts()
                self.setUp()
                self.mentor(*walk.said, "--no-input")
                self.assertEqual(self.texts(), answered)

    def test_leaving_at_any_question_writes_nothing(self):
        before = self.snapshot()
        for walk in WALKS:
            for steps, (question, _) in enumerate(walk.steps):
                for name, key in LEAVING.items():
                    with self.subTest(walk.words, question=question, key=name):
                        person = self.open(*walk.words)
                        self.answer(person, walk.steps[:steps])
                        person.expect(question)
                        person.send(key)
                        self.assert_ends(person, 130)
                        self.assertTrue(
                            person.everything().endswith("mentor: left; nothing was written"),
                            person.everything())
                        self.assertEqual(self.snapshot(), before)

    def test_a_signal_at_the_last_question_writes_nothing(self):
        before = self.snapshot()
        for walk in WALKS:
            with self.subTest(walk.words):
                person = self.open(*walk.words)
                self.answer(person, walk.steps[:-1])
                person.expect(walk.steps[-1][0])
                person.kill(signal.SIGTERM)
                self.assert_ends(person, 128 + signal.SIGTERM)
                self.assertEqual(self.snapshot(), before)

    def test_nobody_is_asked_where_nobody_can_answer(self):
        for walk in WALKS:
            with self.subTest(walk.words):
                self.setUp()
                before = self.snapshot()
                code, out, err = self.run_mentor(*walk.words)
                self.assertEqual(code, walk.unasked, err)
                if code != 0:
                    self.assertRegex(err, r"(?m)^mentor: ")
                    self.assertEqual(self.snapshot(), before)
                self.setUp()
                self.assert_ends(self.open(*walk.words, "--no-input"), walk.unasked)


if __name__ == "__main__":
    unittest.main()
