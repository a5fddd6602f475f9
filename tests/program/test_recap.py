# SPDX-License-Identifier: MIT
"""A recap, read in by the other side: two journals, one pipe."""

import random
import re
import textwrap
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
        self.assertIn(f"[ ] Jo: {long}, by 2026-11-14 ^", mail)
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


class Side:
    """One of the two: their journal, which holds the other one, and what they do in it."""

    def __init__(self, test, name, other):
        self.test = test
        self.slug = other.lower().replace(" ", "-")
        self.folder = test.home / name
        self.folder.mkdir(mode=0o700)
        self.file = self.folder / f"{self.slug}.toml"
        self.file.write_text(f'format = 1\nname = "{other}"\nrole = "peer"\n')
        config = test.home / f"{name}.toml"
        config.write_text(f'[me]\nname = "{name}"\n')
        for file in (self.file, config):
            file.chmod(0o600)
        self.environment = {"MENTOR_DIR": str(self.folder), "MENTOR_CONFIG": str(config)}

    def does(self, command, *words, text=None):
        code, out, error = self.test.run_mentor(command, self.slug, *words, text=text,
                                                environment=self.environment)
        self.test.assertEqual(code, 0, f"{command} {words}: {error}\n{self.text()}")
        return out + error

    def text(self):
        return self.file.read_text()

    def recap(self):
        return self.does("draft", "--kind", "recap").split("Once it is sent:")[0]

    def reads(self, mail):
        """What it says; nothing that stands in the file changes, and a second time nothing at all."""
        before = self.text()
        said = self.does("log", text=mail)
        after = iter(self.text().splitlines())
        for line in before.splitlines():
            if not line.startswith(("recap = ", "next = ", "snoozed = ")):
                self.test.assertIn(line, after, f"{line} is gone or elsewhere:\n{said}\n{self.text()}")
        read = self.text()
        self.does("log", text=mail)
        self.test.assertEqual(self.text(), read)
        return said

    def ids(self, table="commitment"):
        return re.findall(rf'^\[\[{table}\]\]\nid = "(....)"', self.text(), re.M)

    def whats(self):
        return re.findall(r'^what = "(.*)"$', self.text(), re.M)


def quoted(mail):
    return "".join(f"> {line}".rstrip() + "\n" for line in mail.splitlines())


def rewrapped(mail):
    lines = [textwrap.wrap(line, 24, break_on_hyphens=False) or [""] for line in mail.splitlines()]
    return "\n".join(sum(lines, []))


class Marks(ProgramTest):
    """Promises are known again by their marks, whatever became of them and however the mail came."""

    def setUp(self):
        super().setUp()
        self.jo = Side(self, "Jo Park", "Ada Byron")
        self.ada = Side(self, "Ada Byron", "Jo Park")

    def meet(self, on="2026-11-20"):
        self.jo.does("log", "Talked it over", "--kind", "coffee", "--on", on,
                     "--todo", "Send the draft of the book by 2026-12-04", "--they", "Intro to Grace",
                     "--advice", "Lead with impact")
        self.jo.does("plan", "2026-12-18")
        return self.jo.recap()

    def test_a_recap_carries_marks_and_the_other_side_takes_them_for_ids(self):
        mail = self.meet()
        draft, intro = self.jo.ids()
        self.assertIn(f"[ ] Jo: Send the draft of the book, by 2026-12-04 ^{draft}\n"
                      f"[ ] Ada: Intro to Grace ^{intro}\n", mail)
        self.assertIn(f"on: 2026-11-20, coffee ^{self.jo.ids('log')[0]}\n", mail)
        self.ada.reads(mail)
        self.assertEqual(self.ada.ids(), self.jo.ids())
        self.assertEqual(self.ada.ids("log"), self.jo.ids("log"))
        self.assertNotIn("^", self.ada.text())
        # And so it is named by it on either side.
        self.ada.does("done", f"^{intro}")

    def test_whatever_became_of_a_promise_a_second_reading_changes_nothing_and_says_what_differs(self):
        changes = {
            "": (),
            "here by Fri 11 Dec 2026, there by Fri 4 Dec 2026": ("todo move", "2026-12-11"),
            'here "Two chapters", there "Send the draft of the book"': ("amend", "Two chapters"),
            "here kept on Sun 22 Nov 2026, there open": ("done",),
            "here let go on Sun 22 Nov 2026, there open": ("drop",),
            "here yours, there theirs": ("amend", "--owner", "me"),
            "here without a day, there by Fri 4 Dec 2026": ("amend", "--due", ""),
            "taken out here": ("amend", "--remove"),
        }
        mail = self.meet()
        draft = self.jo.ids()[0]
        start = self.ada.text()
        for differs, (command, *words) in ((d, c or ("show",)) for d, c in changes.items()):
            for arrives in (str, quoted, rewrapped, lambda text: quoted(rewrapped(text)), str.upper,
                            lambda text: text.replace(" ", "\u00a0")):
                with self.subTest(differs, way=arrives):
                    self.ada.file.write_text(start)
                    self.ada.reads(mail)
                    first, *rest = command.split()
                    self.ada.does(first, *words) if command == "show" else self.run_mentor(
                        first, *rest, self.ada.slug, draft, *words, environment=self.ada.environment)
                    changed = self.ada.text()
                    said = self.ada.reads(arrives(mail))
                    self.assertEqual(self.ada.text(), changed)
                    self.assertIn("This is logged already: coffee of Fri 20 Nov 2026.", said)
                    if arrives != str.upper:
                        self.assertEqual("there" in said or "taken out here" in said, differs != "", said)
                        self.assertIn(differs, said)

    def test_what_was_done_by_hand_to_the_file_isnt_undone(self):
        mail = self.meet()
        self.ada.reads(mail)
        read = self.ada.text()
        tables = read.split("\n[[")
        without = "\n[[".join(table for table in tables if "Intro to Grace" not in table)
        for by_hand in (without, read.replace("Intro to Grace", "Introduce Grace"),
                        read.replace("next = 2026-12-18\n", ""),
                        read.replace("next = 2026-12-18", "next = 2026-12-20"),
                        read.replace("on = 2026-11-20", "on = 2026-11-21"),
                        read.replace('kind = "coffee"', 'kind = "call"')):
            self.assertNotEqual(by_hand, read)
            self.ada.file.write_text(by_hand)
            self.ada.reads(mail)
            self.assertEqual(self.ada.text(), by_hand)

    def test_an_older_recap_after_a_newer_one_changes_nothing(self):
        older = self.meet()
        draft, intro = self.jo.ids()
        self.jo.does("amend", draft, "Send two chapters", "--due", "2026-12-11")
        self.jo.does("done", intro)
        self.jo.does("plan", "2026-12-20")
        newer = self.jo.recap()
        self.ada.reads(newer)
        read = self.ada.text()
        said = self.ada.reads(older)
        # What was kept before the newer one is in the older one alone.
        self.assertIn("Intro to Grace", said)
        self.assertEqual(self.ada.whats().count("Send two chapters"), 1)
        self.assertNotIn("Send the draft of the book", self.ada.whats())
        self.assertIn('here "Send two chapters", by Fri 11 Dec 2026, '
                      'there "Send the draft of the book", by Fri 4 Dec 2026', said)
        self.assertIn("here Sun 20 Dec 2026, there Fri 18 Dec 2026", said)
        self.assertEqual(len(self.ada.ids("log")), 1)
        self.assertIn("next = 2026-12-20\n", self.ada.text())
        self.assertNotEqual(read, self.ada.text())

    def test_a_recap_that_goes_back_is_known(self):
        self.ada.reads(self.meet())
        before = self.jo.text()
        said = self.jo.reads(self.ada.recap())
        self.assertEqual(self.jo.text(), before)
        self.assertIn("This is logged already", said)
        # The other side's recap of the next meeting, which names the same promise.
        draft = self.jo.ids()[0]
        self.ada.does("amend", draft, "Send two chapters")
        self.ada.does("log", "Again", "--on", "2026-11-22", "--todo", "Read them")
        mail = self.ada.recap() + f"[ ] Jo: Send two chapters, by 2026-12-04 ^{draft}\n"
        said = self.jo.reads(mail)
        self.assertEqual(self.jo.whats(), ["Lead with impact", "Send the draft of the book",
                                           "Intro to Grace", "Read them"])
        self.assertIn('here "Send the draft of the book", there "Send two chapters"', said)
        self.assertEqual(len(self.jo.ids("log")), 2)

    def test_an_id_that_is_taken_is_no_hindrance(self):
        mail = self.meet()
        draft, intro = self.jo.ids()
        entry = self.jo.ids("log")[0]
        for kind in ("goal", "log"):
            taken = "".join(f'[[goal]]\nid = "{mark}"\ntitle = "Mine"\n' if kind == "goal" else
                            f'[[log]]\nid = "{mark}"\non = 2026-11-02\nkind = "note"\n'
                            for mark in (draft, intro) + ((entry,) if kind == "goal" else ()))
            self.ada.file.write_text('format = 1\nname = "Jo Park"\nrole = "peer"\n' + taken)
            self.ada.reads(mail)
            ids = re.findall('^id = "(....)"', self.ada.text(), re.M)
            self.assertEqual(len(ids), len(set(ids)))
            self.assertEqual(re.findall('^mark = "(....)"', self.ada.text(), re.M),
                             [entry] * (kind == "goal") + [draft, intro])
            self.ada.does("amend", self.ada.ids()[0], "Two chapters")
            changed = self.ada.text()
            self.ada.reads(mail)
            self.assertEqual(self.ada.text(), changed)
            # Going back it is called as before.
            before = self.jo.text()
            self.jo.reads(self.ada.recap())
            self.assertEqual(self.jo.text(), before)

    def test_both_had_noted_it_and_know_it_by_the_mark_from_then_on(self):
        mail = self.meet()
        self.ada.does("log", "A coffee", "--kind", "coffee", "--on", "2026-11-20",
                      "--they", "Send the draft of the book by 2026-12-04")
        own = self.ada.ids()[0]
        self.ada.reads(mail)
        self.assertEqual(self.ada.whats().count("Send the draft of the book"), 1)
        self.ada.does("amend", own, "Two chapters", "--due", "2026-12-20")
        self.ada.reads(mail)
        self.assertEqual(len(self.ada.ids()), 2)
        self.ada.does("amend", own, "--remove")
        self.ada.reads(mail)
        self.assertEqual(len(self.ada.ids()), 1)

    def test_nothing_private_is_in_the_mail_or_in_what_it_is_known_by(self):
        mail = self.meet()
        secret = self.jo.ids()[0]
        self.jo.does("amend", secret, "--private", "yes")
        mail = self.jo.recap()
        self.assertNotIn(secret, mail)
        self.assertNotIn("draft", mail)
        self.jo.does("log", "Just us", "--kind", "call", "--private", "--todo", "Not a word")
        self.assertNotIn(self.jo.ids("log")[1], self.jo.recap())

    def test_in_any_order_nothing_is_doubled_and_nothing_overwritten(self):
        for seed in range(6):
            with self.subTest(seed):
                chance = random.Random(seed)
                for side in (self.jo, self.ada):
                    side.file.write_text("\n".join(side.text().splitlines()[:3]) + "\n")
                mails = [(self.ada, self.meet())]
                met = 1
                for turn in range(12):
                    side = chance.choice((self.jo, self.ada))
                    other = self.ada if side is self.jo else self.jo
                    if chance.random() < 0.6:
                        for_whom, mail = chance.choice(mails)
                        for_whom.reads(chance.choice((str, quoted, rewrapped))(mail))
                    elif side.ids():
                        ref = chance.choice(side.ids())
                        words = chance.choice((("amend", ref, f"Other words {turn}"),
                                               ("amend", ref, "--due", f"2026-12-{turn + 10}"),
                                               ("amend", ref, "--owner", chance.choice(("me", "them"))),
                                               ("amend", ref, "--remove"), ("amend", ref, "--reopen"),
                                               ("done", ref), ("drop", ref)))
                        self.run_mentor(words[0], side.slug, *words[1:], environment=side.environment)
                    if met < 3 and chance.random() < 0.2:
                        met += 1
                        side.does("log", f"Meeting {met}", "--on", f"2026-11-{19 + met}",
                                  "--todo", f"Promise {met}")
                    if side.ids("log"):
                        mails.append((other, side.recap()))
                    for each in (self.jo, self.ada):
                        ids = re.findall('^(?:id|mark) = "(....)"', each.text(), re.M)
                        self.assertEqual(len(ids), len(set(ids)), each.text())
                        self.assertLessEqual(len(each.ids("log")), met)
                        self.assertLessEqual(len(each.ids()), 2 + met - 1)
                        code, out, _ = self.run_mentor("check", environment=each.environment)
                        self.assertEqual(code, 0, out)


if __name__ == "__main__":
    unittest.main()
