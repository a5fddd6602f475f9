# SPDX-License-Identifier: MIT
"""A month with a first mentor, through prompts alone, in 80 columns. What the screen showed
stands in month.screen, to be read; MENTOR_REWRITE=1 writes it anew."""

import os
import pathlib
import re
import unittest

from prompting import TerminalTest
from terminal import Key

SCREEN = pathlib.Path(__file__).with_name("month.screen")
TODAY = "MENTOR_TODAY"

# The day, what is typed at the shell, and each question with its answer. Keys that are pressed at
# `walk` need no Enter.
MONTH = [
    ("2026-11-02", [], [
        ("What is your name?", "Robin Vale"),
        ("What do you want to learn?", "To lead without a title"),
        ("Who is it?", "Ada Lovelace"),
        ("What are they to you", ""),
        ("How did you meet?", "She spoke at our meetup"),
        ("Where does mail reach them?", "ada@example.org"),
        ("now or later? [later]", ""),
    ]),
    ("2026-11-04", ["log"], [
        ("Who was it with?", "1"),
        ("When were you in touch", ""),
        ("How? [meeting]", "coffee"),
        ("What was it about?", "How she came to lead her first team"),
        ("And?", "> Write down what you decide, and why"),
        ("And?", "[ ] me: Send her my decision log by fri"),
        ("And?", "[ ] Ada: Introduce me to Grace by 2w"),
        ("And?", "? How do you say no to your own boss?"),
        ("And?", ""),
        ("When do you meet next?", "18 nov 12:30"),
    ]),
    ("2026-11-06", [], []),
    ("2026-11-06", ["done"], [
        ("Who is it about?", "1"),
        ("Which promise?", "1"),
        ("How did it go?", "She liked the reasons"),
    ]),
    ("2026-11-17", ["prep"], [("Who is it about?", "1")]),
    ("2026-11-18", [], []),
    ("2026-11-18", ["log"], [
        ("Who was it with?", ""),
        ("When were you in touch", ""),
        ("How?", ""),
        ("What was it about?", "The decision log, and saying no"),
        ("And?", ""),
        ("Which of these are done?", "1"),
        ("how did it go?", ""),
        ("Anything promised?", "Say no to one thing by 1 dec"),
        ("Anything else?", "! I led the retro"),
        ("Anything else?", ""),
        ("How do you say no to your own boss?", "With a reason, and another offer"),
        ("When do you meet next?", ""),
    ]),
    ("2026-12-01", ["walk"], []),
    ("2026-12-01", ["review", "--last-month"], []),
]


class Month(TerminalTest):
    def setUp(self):
        super().setUp()
        for file in self.journal.glob("*"):
            file.unlink()
        self.journal.rmdir()
        self.numbers = {}

    def number_ids(self):
        """So that they are the same every time; those that a command makes it doesn't show."""
        for file in self.journal.glob("*.toml"):
            text = file.read_text()
            for id in re.findall(r'^id = "(.{4})"$', text, re.MULTILINE):
                if id not in self.numbers.values():
                    self.numbers[id] = f"x{len(self.numbers) + 1:03}"
                    text = text.replace(f'"{id}"', f'"{self.numbers[id]}"')
            file.write_text(text)

    def show(self, day, words, person):
        text = person.everything().rstrip().replace(str(self.home), "~")
        return f"--- {day}\n$ {' '.join(['mentor', *words])}\n{text}\n"

    def test_the_screen_of_a_month(self):
        shown = []
        for day, words, steps in MONTH:
            person = self.open(*words, environment={TODAY: day}, columns=80,
                               rows=60)
            for question, answer in steps:
                person.expect(question)
                person.send(answer, Key.ENTER)
            if words == ["walk"]:
                person.expect("q quit")
                person.send("q")
            self.assert_ends(person, 0)
            self.number_ids()
            shown.append(self.show(day, words, person))
        text = "\n".join(shown)
        if os.environ.get("MENTOR_REWRITE"):
            SCREEN.write_text(text)
        self.maxDiff = None
        self.assertEqual(text, SCREEN.read_text())


if __name__ == "__main__":
    unittest.main()
