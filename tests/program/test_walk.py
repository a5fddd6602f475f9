# SPDX-License-Identifier: MIT
"""`mentor walk` on a real terminal: single keys, whoever leaves, and commands within it."""

import signal
import unittest

from prompting import TerminalTest
from terminal import Key

OPEN = """
[[commitment]]
id = "c7k2"
owner = "me"
what = "Read the paper"
due = 2026-11-18
"""


class Walk(TerminalTest):
    def setUp(self):
        super().setUp()
        for file in self.journal.glob("*.toml"):
            file.unlink()
        self.write("ada.toml", 'name = "Ada"\nrole = "mentor"\nstage = "paused"\n' + OPEN)

    def test_a_key_needs_no_enter_and_an_unknown_one_does_nothing(self):
        person = self.open("walk")
        person.expect("q quit")
        person.send("?", "5", "é", Key.LEFT, "D")
        person.expect("How did it go?")
        person.send("Well", Key.ENTER)
        person.expect("Done on Sun 22 Nov 2026")
        person.expect("Nothing more waits for you today.")
        self.assert_ends(person, 0)
        self.assertIn('outcome = "Well"', self.read("ada.toml"))
        self.mentor("undo", "--yes")
        self.assertNotIn("outcome", self.read("ada.toml"))

    def test_whoever_leaves_leaves_the_terminal_as_it_was(self):
        before = self.read("ada.toml")
        for way, code in ((Key.CTRL_C, 130), (Key.CTRL_D, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129),
                          ("q", 0)):
            with self.subTest(way):
                person = self.open("walk")
                person.expect("q quit")
                if isinstance(way, signal.Signals):
                    person.kill(way)
                else:
                    person.send(way)
                self.assert_ends(person, code)
                self.assertEqual(self.read("ada.toml"), before)

    def test_a_file_named_as_an_option_and_things_without_an_id_are_seen_to(self):
        (self.journal / "ada.toml").unlink()
        self.write("--yes.toml", 'name = "Yes"\nrole = "mentor"\nstage = "paused"\n'
                   + OPEN.replace('id = "c7k2"\n', ""))
        self.write("-x.toml", 'name = "Ex"\nrole = "mentor"\nstage = "paused"\n[[goal]]\nid = "g3kq"\n'
                   'title = "Lead"\n[[milestone]]\ngoal = "g3kq"\nwhat = "Plan it"\ndue = 2026-11-19\n')
        person = self.open("walk")
        person.expect("Read the paper")
        person.expect("q quit")
        person.send("d")
        self.answer(person, [("Which promise? [1]", ""), ("How did it go?", "")])
        person.expect("Plan it")
        person.expect("q quit")
        person.send("d")
        self.answer(person, [("Which step? [1]", "")])
        person.expect("Nothing more waits for you today.")
        self.assert_ends(person, 0)
        self.assertIn("done = 2026-11-22", self.read("--yes.toml"))
        self.assertIn("done = 2026-11-22", self.read("-x.toml"))

    def test_whoever_leaves_is_told_the_truth_about_what_was_saved(self):
        self.write("ada.toml", self.read("ada.toml") + OPEN.replace("c7k2", "c7k3").replace("paper", "book"))
        person = self.open("walk")
        person.expect("q quit")
        person.send("d")
        person.expect("How did it go?")
        person.send(Key.ENTER)
        person.expect("Done on")
        person.expect("q quit")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        self.assertNotIn("nothing was written", person.everything())
        self.assertIn("1 row for another time", person.everything())

    def test_a_command_that_is_left_comes_back_to_its_row(self):
        person = self.open("walk")
        person.expect("q quit")
        person.send("d")
        person.expect("How did it go?")
        person.send(Key.CTRL_C)
        person.expect("Read the paper (c7k2)")
        person.expect("q quit")
        person.send("q")
        self.assert_ends(person, 0)


if __name__ == "__main__":
    unittest.main()
