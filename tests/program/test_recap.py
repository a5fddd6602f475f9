# SPDX-License-Identifier: MIT
"""A recap, read in by the other side: two journals, one pipe."""

import unittest

from program import ProgramTest

ADA = """name = "Ada Byron"
role = "mentor"
[[log]]
id = "x4t9"
on = 2026-11-22
kind = "coffee"
"""
JO = """name = "Jo Park"
role = "mentee"
"""


class Recap(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("ada-byron.toml", ADA)
        self.theirs = self.home / "theirs"
        self.theirs.mkdir(mode=0o700)
        (self.theirs / "jo-park.toml").write_text(JO)

    def call_me(self, name):
        (self.home / "config.toml").write_text(f'[me]\nname = "{name}"\n')

    def read_in(self, mail, *options):
        """What the other one of the two, Ada Byron, makes of it."""
        self.call_me("Ada Byron")
        return self.run_mentor("log", "jo", *options, text=mail,
                               environment={"MENTOR_DIR": str(self.theirs)})

    def their_file(self):
        return (self.theirs / "jo-park.toml").read_text()

    def test_each_promise_gets_the_right_owner_and_no_word_is_lost(self):
        self.call_me("Jo Park")
        self.mentor("log", "ada", "Talked it over", "--kind", "coffee", "--todo",
                    "Send the draft by 2026-12-04", "--they", "Intro by mail to Grace by 2026-12-06",
                    "--they", "Think about it")
        self.mentor("advice", "ada", "Lead with impact")
        self.mentor("plan", "ada", "2026-12-18", "15:30")
        mail = self.mentor("draft", "ada", "--kind", "recap")
        code, _, error = self.read_in(mail)
        self.assertEqual(code, 0, error)
        read = self.their_file()
        promises = [part for part in read.split("[[") if part.startswith("commitment]]")]
        wanted = [("them", "Send the draft", "2026-12-04"),
                  ("me", "Intro by mail to Grace", "2026-12-06"), ("me", "Think about it", None)]
        self.assertEqual(len(promises), len(wanted), read)
        for promise, (owner, what, due) in zip(promises, wanted):
            self.assertIn(f'owner = "{owner}"\nwhat = "{what}"\n', promise)
            self.assertEqual(f"due = {due}\n" in promise, due is not None, promise)
        self.assertIn("next = 2026-12-18T15:30:00\n", read)
        self.assertIn('[[advice]]', read)
        for line in mail.splitlines():
            if not line.startswith(("[ ] ", "> ", "next: ", "on: ")):
                self.assertIn(line, read)

    def test_it_says_itself_when_it_was_and_is_read_in_once(self):
        self.call_me("Prof. Jo Park")
        long = "Send the draft of the chapter on what the two of us would never do again, with notes by hand"
        self.mentor("log", "ada", "Talked it over", "--on", "2026-11-10", "--kind", "call",
                    "--todo", long + " by 2026-11-14", "--advice", "Ask, " * 30 + "again")
        self.write("ada-byron.toml", self.read("ada-byron.toml").replace(
            'role = "mentor"', 'role = "mentor"\naddress = "Mrs. Byron"').replace("2026-11-22", "2026-11-01"))
        mail = self.mentor("draft", "ada", "--kind", "recap")
        self.assertIn(f"[ ] Jo: {long}, by 2026-11-14\n", mail)
        # A mail program may break the line before its day.
        mail = mail.replace(", by 2026-11-14", ", by\n2026-11-14")
        code, _, error = self.read_in(mail)
        self.assertEqual(code, 0, error)
        read = self.their_file()
        self.assertIn('on = 2026-11-10\nkind = "call"', read)
        self.assertIn("due = 2026-11-14\n", read)
        self.assertIn("Ask, " * 30 + "again", read)
        code, _, error = self.read_in(mail)
        self.assertEqual(code, 0, error)
        self.assertIn("This is logged already: call of Tue 10 Nov 2026.", error)
        self.assertEqual(self.their_file(), read)
        # What was added to it is new, the rest isn't.
        code, _, error = self.read_in(mail + "[ ] Ada: One thing more\n\nPS\n")
        self.assertEqual(code, 0, error)
        self.assertEqual(self.their_file().count(long), 1)
        self.assertIn('owner = "me"\nwhat = "One thing more"', self.their_file())

    def test_what_nobody_filled_in_is_refused_and_not_given_to_the_wrong_one(self):
        self.mentor("log", "ada", "Talked", "--kind", "coffee", "--todo", "Send the draft")
        mail = self.mentor("draft", "ada", "--kind", "recap")
        self.assertIn("[ ] [your name]: Send the draft", mail)
        before = self.their_file()
        code, _, error = self.read_in(mail)
        self.assertEqual(code, 2, error)
        self.assertIn("'[your name]' is neither of the two of you", error)
        self.assertEqual(self.their_file(), before)


if __name__ == "__main__":
    unittest.main()
