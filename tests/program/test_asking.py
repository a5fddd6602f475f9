# SPDX-License-Identifier: MIT
"""Every command asks for what it misses: whom it is about, which thing of theirs, and its words."""

import unittest

from program import commands
from prompting import TerminalTest
from terminal import Key
from walks import PEOPLE

# What a command asks for once it knows the person and the thing.
WORDS = {
    "done": "How did it go?",
    "drop": "Why?",
    "goal done": "What came of it?",
    "goal drop": "Why?",
    "goal step": "What is the first step?",
    "plan": "When do you meet next?",
    "rename": "What is the new name?",
    "set": "Which key?",
    "snooze": "No reminder before which day?",
    "todo add": "What is promised?",
    "todo move": "By which day?",
}


class Asking(TerminalTest):
    def setUp(self):
        super().setUp()
        for name, text in PEOPLE.items():
            self.write(name, text)

    def synopses(self):
        """{"goal done": ["WHO", "REF"]}: what each command can't do without."""
        return {name: [argument["value"] for argument in command["arguments"]
                       if argument["required"] and argument["value"] in ("WHO", "REF")]
                for name, command in commands().items()}

    def leave(self, person):
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)

    def test_whom_it_is_about_is_asked_by_every_command_that_has_to_know(self):
        before = self.snapshot()
        asking = [name for name, words in self.synopses().items() if "WHO" in words]
        self.assertGreater(len(asking), 20, asking)
        for name in asking:
            with self.subTest(name):
                person = self.open(*name.split())
                person.expect("Who is it about?")
                self.leave(person)
                self.assertEqual(self.snapshot(), before)

    def test_which_thing_is_chosen_from_a_list(self):
        before = self.snapshot()
        asking = [name for name, words in self.synopses().items() if "REF" in words]
        self.assertGreater(len(asking), 6, asking)
        for name in asking:
            with self.subTest(name):
                if name == "told":
                    continue  # it wants one that was kept
                person = self.open(*name.split(), "alan")
                person.expect("Which ")
                self.leave(person)
                self.assertEqual(self.snapshot(), before)

    def test_words_are_asked_for(self):
        takes = commands()
        for name, question in WORDS.items():
            with self.subTest(name):
                has_ref = any(argument["value"] == "REF" for argument in takes[name]["arguments"])
                person = self.open(*name.split(), "alan")
                if has_ref:
                    person.expect("Which ")
                    person.send("1", Key.ENTER)
                person.expect(question)
                self.leave(person)

    def test_a_slip_in_the_name_is_asked_about_before_anything_else(self):
        for name in WORDS:
            with self.subTest(name):
                person = self.open(*name.split(), "allan")
                person.expect("Did you mean Alan Turing? (yes/no) [yes]")
                self.assertNotIn("Which ", person.everything())
                self.leave(person)

    def test_a_number_picks_or_a_word_or_more_of_it(self):
        for answers in (["1"], ["draft"], ["x", "send"]):
            with self.subTest(answers):
                self.setUp()
                person = self.open("done", "alan")
                for answer in answers:
                    self.answer(person, [("Which promise?", answer)])
                self.answer(person, [("How did it go?", "She liked it")])
                self.assert_ends(person, 0)
                self.assertIn('outcome = "She liked it"', self.read("alan-turing.toml"))

    def test_words_that_cannot_be_are_asked_for_again(self):
        for words, question, wrong, right in (
            (["todo", "add", "alan"], "What is promised?", "Read by blursday", "Read by fri"),
            (["rename", "alan"], "What is the new name?", "?!", "Alan M. Turing"),
            (["plan", "alan"], "When do you meet next?", "blursday", "fri"),
            (["set", "alan"], "Which key?", "colour", "met"),
        ):
            with self.subTest(words):
                person = self.open(*words)
                self.answer(person, [(question, wrong), (question, right)])
                if words[0] == "set":
                    self.answer(person, [("What is met to be?", "At a fair")])
                self.assert_ends(person, 0)

    def test_a_long_list_is_narrowed_by_typing(self):
        with (self.journal / "alan-turing.toml").open("a") as file:
            for number in range(30):
                file.write(f'\n[[commitment]]\nid = "k{number:03}"\nowner = "me"\n'
                           f'what = "Read chapter {"abc"[number % 3]}{number // 3}"\n')
        person = self.open("done", "alan")
        person.expect("and 22 more: type a word of the one you mean")
        person.send("chapter b", Key.ENTER)
        person.expect("and 1 more: type a word of the one you mean")
        person.send("b7", Key.ENTER)
        person.expect("How did it go?")
        person.send(Key.ENTER)
        self.assert_ends(person, 0)
        self.assertIn("Read chapter b7", person.everything())

    def test_a_long_list_narrows_as_one_types(self):
        """What holds the letters stands below the line and goes with them; what is chosen is asked on as ever."""
        with (self.journal / "alan-turing.toml").open("a") as file:
            for number in range(30):
                file.write(f'\n[[commitment]]\nid = "k{number:03}"\nowner = "me"\n'
                           f'what = "Read chapter {"äbc"[number % 3]}{number // 3}"\n')
        for columns, rows in ((80, 24), (80, 16), (38, 24), (24, 10)):
            with self.subTest(columns=columns, rows=rows):
                person = self.open("done", "alan", "--dry-run", columns=columns, rows=rows)
                person.expect("Which promise?")

                def below():
                    """The lines under the cursor."""
                    row, _ = person.cursor()
                    return person.screen().split("\n")[row + 1:]

                self.assertEqual(below(), [])
                person.send("A4")
                self.assertEqual([line[:20] for line in below()], ["  k012  Read chapter"])
                person.send(Key.BACKSPACE)
                self.assertEqual(len(below()), min(9, rows - 2))
                self.assertRegex(below()[-1], r"^  and \d+ more$")
                column = person.cursor()[1]
                person.send(Key.LEFT, Key.LEFT, Key.RIGHT, "c")
                self.assertEqual(person.cursor()[1], column + 1)
                self.assertEqual(below(), [])  # no "ca"
                person.send(Key.CTRL_U, "7")
                self.assertEqual(below(), [])  # a number of the list
                person.send(Key.CTRL_U, "c5")
                self.assertEqual([line[:20] for line in below()], ["  k017  Read chapter"])
                person.send(Key.ENTER)
                person.expect("How did it go?")
                self.assertEqual(below(), [])
                person.send(Key.CTRL_C)
                self.assertEqual(person.wait(), 130)

    def test_nobody_is_asked_without_a_terminal_or_with_no_input(self):
        for name, words in self.synopses().items():
            if "WHO" not in words:
                continue
            with self.subTest(name):
                code, _, err = self.run_mentor(*name.split())
                self.assertEqual(code, 2)
                self.assertIn("needs WHO", err)
                self.assert_ends(self.open(*name.split(), "--no-input"), 2)


if __name__ == "__main__":
    unittest.main()
