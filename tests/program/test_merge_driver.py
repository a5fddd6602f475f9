# SPDX-License-Identifier: MIT
"""What git makes of two clones of a journal by itself, with mentor as its merge driver."""

import tomllib
import unittest

from clones import ClonesTest
from program import PROGRAM


class MergeDriver(ClonesTest):
    def setUp(self):
        super().setUp()
        self.one = self.machine("one")
        self.one.mentor("init", "--git")
        self.one.write(".gitattributes", "*.toml merge=mentor\n")
        self.one.mentor("add", "Ada Lovelace", "--role", "mentor", "--email", "ada@example.org")
        self.one.mentor("log", "ada", "The first time", "--todo", "Send the draft")
        self.use_driver(self.one)
        self.commit(self.one)
        self.one.git("remote", "add", "origin", str(self.remote))
        self.one.git("push", "--quiet", "-u", "origin", "HEAD:main")
        self.two = self.machine("two")
        self.two.journal.mkdir(mode=0o700)
        self.two.git("clone", "--quiet", str(self.remote), ".")
        self.use_driver(self.two)

    def use_driver(self, machine):
        if not (machine.journal / ".git").exists():
            return
        machine.git("config", "merge.mentor.name", "mentor")
        machine.git("config", "merge.mentor.driver", f"'{PROGRAM}' merge-driver -- %O %A %B %P")

    def commit(self, machine):
        machine.git("add", "-A")
        machine.git("commit", "--quiet", "-m", "more")

    def meet(self, code=0):
        """Both commit; what the second has comes to the first, which merges it."""
        for machine in (self.one, self.two):
            self.commit(machine)
        self.two.git("push", "--quiet", "origin", "HEAD:other")
        self.one.git("fetch", "--quiet")
        return self.one.git("merge", "--no-edit", "origin/other", code=code)

    def ada(self):
        return self.one.person("ada-lovelace.toml")

    def test_each_logs_once(self):
        self.one.mentor("log", "ada", "From one", "--on", "2026-11-20", "--they", "An introduction")
        self.two.mentor("log", "ada", "From two", "--on", "2026-11-19", "--todo", "Read the book")
        self.two.mentor("ask", "ada", "How did you begin?")
        self.meet()
        ada = self.ada()
        self.assertEqual([entry["note"].strip() for entry in ada["log"]], ["The first time", "From two", "From one"])
        self.assertEqual({promise["what"] for promise in ada["commitment"]},
                         {"Send the draft", "An introduction", "Read the book"})
        self.assertEqual(ada["question"][0]["ask"], "How did you begin?")
        self.one.mentor("check")

    def test_the_same_promise_is_done_on_both(self):
        self.one.mentor("done", "ada", "draft")
        self.two.mentor("done", "ada", "draft", "--today", "2026-11-24")
        self.meet()
        self.assertEqual([str(promise["done"]) for promise in self.ada()["commitment"]], ["2026-11-22"])
        self.one.mentor("check")

    def test_one_renames_and_one_changes(self):
        for _ in range(4):
            self.one.mentor("log", "ada", "Talked about many things", "--kind", "call")
        self.commit(self.one)
        self.one.git("push", "--quiet")
        self.two.git("pull", "--quiet")
        self.one.mentor("rename", "ada", "Ada King")
        self.two.mentor("log", "ada", "From two")
        self.meet()
        self.assertEqual([name for name in self.one.files()], ["ada-king.toml"])
        self.assertIn("From two", self.one.read("ada-king.toml"))
        self.assertEqual(self.one.person("ada-king.toml")["name"], "Ada King")

    def test_a_collision_is_named_and_leaves_a_file_that_can_be_read(self):
        self.one.mentor("set", "ada", "agreement.every=2w")
        self.one.mentor("log", "ada", "From one")
        self.two.mentor("set", "ada", "agreement.every=8w")
        self.two.mentor("log", "ada", "From two")
        said = self.meet(code=1)
        self.assertIn('ada-lovelace.toml: agreement.every is "2w" here and "8w" there; the first stays for now', said)
        ada = self.ada()
        self.assertEqual(ada["agreement"]["every"], "2w")
        self.assertEqual(len(ada["log"]), 3)
        self.assertIn("UU ada-lovelace.toml", self.one.git("status", "--short"))

    def test_layouts_of_two_hands_come_together_key_by_key(self):
        start = 'name = "Bea"\nrole = "peer"\n'
        entry = '{ id = "aaaa", on = 2026-11-01, kind = "call", note = "n1" }'
        self.one.write("bea.toml", f"\ufeff# one\n{start}agreement.every = \"2w\"\nlog = [\n  {entry},\n]\n")
        self.two.write("bea.toml", f"# two\n{start}\n[agreement]\nwhere = \"cafe\"\n\n"
                                   "[[log]]\nid = \"bbbb\"\non = 2026-11-02\nkind = \"call\"\n")
        self.meet()
        self.assertTrue(self.one.read("bea.toml").startswith("\ufeff#"))
        bea = tomllib.loads(self.one.read("bea.toml").removeprefix("\ufeff"))
        self.assertEqual(bea["agreement"], {"every": "2w", "where": "cafe"})
        self.assertEqual([entry["id"] for entry in bea["log"]], ["aaaa", "bbbb"])
        self.assertIn(entry, self.one.read("bea.toml"))
        self.one.mentor("check")

    def test_both_add_the_same_person(self):
        for machine in (self.one, self.two):
            machine.mentor("add", "Grace Hopper", "--role", "peer")
            machine.mentor("log", "grace", f"From {machine.home.name}")
        self.meet()
        self.assertEqual(len(self.one.person("grace-hopper.toml")["log"]), 2)

    def test_both_make_one_file_of_two_people(self):
        for machine, name in ((self.one, "Alex Moe"), (self.two, "Alex Poe")):
            machine.mentor("add", name, "--role", "peer")
            (machine.journal / f"{name.lower().replace(' ', '-')}.toml").rename(machine.journal / "alex.toml")
            machine.mentor("log", "alex", f"Of {name} alone")
        said = self.meet(code=1)
        self.assertIn("alex.toml: error: both machines made this file, each about someone else", said)
        self.assertNotIn("Poe", self.one.read("alex.toml"))

    def test_what_cannot_be_read_stays_as_it_is(self):
        self.one.mentor("log", "ada", "From one")
        before = self.one.read("ada-lovelace.toml")
        self.two.write("ada-lovelace.toml", self.two.read("ada-lovelace.toml") + "name = \n")
        said = self.meet(code=1)
        self.assertIn("the version of the other machine", said)
        self.assertEqual(self.one.read("ada-lovelace.toml"), before)
        tomllib.loads(before)
        self.assertIn("UU ada-lovelace.toml", self.one.git("status", "--short"))

    def test_what_a_newer_mentor_wrote_is_left_to_one(self):
        self.two.write("ada-lovelace.toml", self.two.read("ada-lovelace.toml").replace("format = 1", "format = 2"))
        self.one.mentor("log", "ada", "From one")
        before = self.one.read("ada-lovelace.toml")
        self.assertIn("there it has format 2, of which this mentor knows 1", self.meet(code=1))
        self.assertEqual(self.one.read("ada-lovelace.toml"), before)

    def test_two_people_are_never_taken_for_one(self):
        self.one.mentor("add", "Tiny One", "--role", "peer")
        self.commit(self.one)
        self.one.git("push", "--quiet")
        self.two.git("pull", "--quiet")
        self.one.mentor("remove", "tiny", "--yes")
        self.one.mentor("add", "Tiny Two", "--role", "peer")
        self.two.mentor("log", "tiny", "Of one alone")
        self.meet(code=None)
        self.assertNotIn("Of one alone", self.one.read("tiny-two.toml"))


if __name__ == "__main__":
    unittest.main()
