# SPDX-License-Identifier: MIT
"""`sync` beside what isn't mentor's: other files, branches of other names, git's own merges and conversions."""

import subprocess
import unittest

from clones import ClonesTest

ADA = "ada-lovelace.toml"


class Beside(ClonesTest):
    def setUp(self):
        super().setUp()
        self.one, self.two = self.machine("one"), self.machine("two")
        self.one.mentor("init", "--git")

    def begin(self):
        self.one.mentor("add", "Ada Lovelace", "--role", "mentor")
        self.one.mentor("log", "ada", "The first time", "--todo", "Send the draft")
        self.set_up_both()

    def meet(self):
        for machine in (self.two, self.one, self.two):
            machine.mentor("sync")
        self.assertEqual(self.one.files(), self.two.files())

    # --- other files

    def test_it_begins_where_nobody_is_yet(self):
        self.one.mentor("sync")
        self.assertEqual(self.one.git("status", "--short"), "")
        self.set_up_both()

    def test_what_became_of_other_files_is_said(self):
        self.begin()
        for what, change in (("added", lambda: self.put(self.one, "notes.txt", "a\n")),
                             ("changed", lambda: self.put(self.one, "notes.txt", "b\n")),
                             ("removed", lambda: (self.one.journal / "notes.txt").unlink())):
            change()
            self.assertIn(f"Committed notes.txt: {what}.", self.one.mentor("sync"))
            self.assertEqual(self.one.git("log", "-1", "--format=%s").strip(), f"notes.txt: {what}")
        self.put(self.one, "archive/ada-lovelace.toml", self.one.read(ADA))
        self.assertIn("Committed archive/ada-lovelace.toml: added.", self.one.mentor("sync"))
        self.put(self.one, ".hidden", "x\n")
        self.assertIn("Committed .hidden: added.", self.one.mentor("sync"))
        self.put(self.one, "ada-lovelace.sync-conflict-20261122-153000-ABCDEFG.toml", self.one.read(ADA))
        self.assertNotIn("Ada Lovelace", self.one.mentor("sync"))

    def test_a_name_is_a_name_however_it_begins(self):
        self.begin()
        for name in (":odd.txt", ":(top)x", "-x", "a b.txt", "*.txt", "ä.txt"):
            self.put(self.one, name, "x\n")
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.assertEqual(self.two.read(":odd.txt"), "x\n")
        self.assertEqual(self.two.git("status", "--short"), "")

    def test_a_name_is_a_name_whatever_ends_a_line_in_it(self):
        """Beside others of which it could be taken for one, or for two."""
        self.begin()
        others = {"a\nb.txt": "a b.txt", "a\r": r"a\u000d", "a\r\nb": "a b", "\nc": "c", "HEAD:d\nHEAD:a": "HEAD:d HEAD:a",
                  "a": "a"}
        names = [*others, "cy\nX.toml", "x\r.toml", "zoe.toml"]

        def held(machine):
            return {name: (machine.journal / name).read_bytes() for name in names if (machine.journal / name).exists()}

        for what, text in (("added", "{}"), ("changed", "{}\nabout = 'Something'"), ("removed", None)):
            for name in names:
                if text is None:
                    (self.one.journal / name).unlink()
                else:
                    self.one.write(name, text.format("name = 'Cy'\nrole = 'peer'") + "\n")
            said = self.one.mentor("sync")
            with self.subTest(what):
                for shown in others.values():
                    self.assertIn(f"Committed {shown}: {what}.", said)
                self.two.mentor("sync")
                self.assertEqual(held(self.two), held(self.one))
                self.assertEqual(len(held(self.two)), 0 if text is None else len(names))
                self.assertEqual(self.two.git("status", "--short"), "")

    def test_no_name_begins_a_line_where_both_changed_it(self):
        self.begin()
        name = "bob\nEVIL.toml"
        for what, words, code in (("asked", ["sync"], 1), ("mine", ["sync", "--mine"], 0), ("theirs", ["sync", "--theirs"], 0)):
            text = f"name = 'Bob'\nrole = 'peer'\nabout = '{what} {{}}'\n"
            self.put_on_both(name, text.format("before"))
            self.one.write(name, text.format("one"))
            self.two.write(name, text.format("two"))
            self.one.mentor("sync")
            said = self.two.mentor(*words, code=code)
            if code:
                said += self.two.mentor("sync", "--abort") + self.two.mentor("sync", code=1)
                said += self.two.mentor("sync", "--continue")
            self.assertIn(r"bob\nEVIL.toml: about is", said)
            self.assertNotRegex(said, r"(?m)^[ >*#+-]*EVIL")
            self.one.mentor("sync")

    def test_what_git_does_not_keep_is_not_written_over(self):
        self.begin()
        (self.one.journal / ".git/info/exclude").write_text("draft.txt\nzoe.toml\n")
        for name in ("draft.txt", "zoe.toml"):
            self.put(self.one, name, "only = 'here'\n")
            self.put(self.two, name, 'name = "Zoe"\nrole = "peer"\n')
            self.two.mentor("sync")
            for _ in range(2):
                said = self.one.mentor("sync", code=2)
                self.assertIn(f"{name} comes in, and another one stands here that git doesn't keep", said)
                self.assertEqual(self.one.read(name), "only = 'here'\n")
            (self.one.journal / name).rename(self.one.home / name)
            self.one.mentor("sync")
            self.assertIn("Zoe", self.one.read(name))

    def test_joining_writes_over_nothing(self):
        self.begin()
        self.put(self.one, "notes.txt", "theirs\n")
        self.one.mentor("sync")
        three = self.machine("three")
        three.mentor("init")
        three.write("notes.txt", "mine\n")
        three.write(".gitignore", "# my own\n*.bak\n")
        three.mentor("sync", "--setup", str(self.remote), code=1)
        self.assertEqual(three.read("notes.txt"), "mine\n")
        self.assertIn("*.bak", three.read(".gitignore"))
        three.mentor("sync", "--mine")
        self.assertIn("The first time", three.read(ADA))
        four = self.machine("four")
        four.mentor("init")
        four.write(".gitignore", "# my own\n*.bak\n")
        self.assertIn("Came in: Ada Lovelace: added.", four.mentor("sync", "--setup", str(self.remote)))
        self.assertIn("# my own\n*.bak\n", four.read(".gitignore"))
        self.assertIn(".mentor-*\n", four.read(".gitignore"))

    # --- a merge that waits

    def collide(self):
        self.begin()
        self.put_on_both("notes.txt", "base\n")
        for machine, every in ((self.one, "2w"), (self.two, "8w")):
            machine.mentor("set", "ada", f"agreement.every={every}")
            machine.mentor("log", "ada", f"From {machine.home.name}")
        self.put(self.one, "sub/x.toml", "a = 1\n")
        self.one.mentor("add", "Grace Hopper", "--role", "peer")
        self.one.mentor("sync")
        self.two.mentor("sync", code=1)

    def test_leaving_a_merge_takes_nothing_that_was_written_meanwhile(self):
        self.collide()
        self.two.mentor("add", "Zoe Barnes", "--role", "peer")
        self.two.mentor("log", "ada", "Meanwhile")
        said = self.two.mentor("sync", "--abort")
        self.assertIn("what it brought is out of the files again, and what was written here stays", said)
        self.assertEqual(sorted(self.two.files()), [ADA, "zoe-barnes.toml"])
        self.assertEqual([entry["note"] for entry in self.two.person(ADA)["log"]], ["The first time", "From two", "Meanwhile"])
        self.assertFalse((self.two.journal / "sub/x.toml").exists())
        self.assertEqual(self.two.person(ADA)["agreement"]["every"], "8w")
        self.two.mentor("undo")
        self.assertIn("From one", self.two.read(ADA))
        self.assertNotIn("again", self.two.mentor("sync", code=1))
        self.two.mentor("sync", "--mine")
        self.meet()
        self.assertEqual(len(self.one.person(ADA)["log"]), 4)
        self.assertIn("zoe-barnes.toml", self.one.files())

    def pull_notes_that_collide(self):
        self.collide()
        self.two.mentor("sync", "--abort")
        self.put(self.one, "notes.txt", "one\n")
        self.put(self.two, "notes.txt", "two\n")
        self.one.mentor("sync")
        self.two.git("commit", "-qam", "by hand")
        self.two.git("pull", "-q", "--no-rebase", code=1)
        self.assertIn("<<<<<<<", self.two.read("notes.txt"))

    def test_other_files_are_as_before_too(self):
        self.pull_notes_that_collide()
        self.two.mentor("sync", code=1)
        self.two.mentor("sync", "--abort")
        self.assertEqual(self.two.read("notes.txt"), "two\n")
        self.assertEqual(self.two.git("status", "--short"), "")

    def collide_in_notes(self):
        self.begin()
        self.put_on_both("notes.txt", "base\n")
        for machine in (self.one, self.two):
            self.put(machine, "notes.txt", f"{machine.home.name}\n")
        self.one.mentor("sync")
        self.two.mentor("sync", code=1)

    def test_a_file_that_was_mended_by_hand_is_not_written_over(self):
        self.collide_in_notes()
        self.put(self.two, "notes.txt", "one and two, mended by hand\n")
        for side in ("--mine", "--theirs"):
            self.assertIn("notes.txt was changed", self.two.mentor("sync", side, code=2))
        self.assertEqual(self.two.read("notes.txt"), "one and two, mended by hand\n")
        self.assert_abort_promises_no_way_back()
        self.two.mentor("sync", "--continue")
        self.one.mentor("sync")
        self.assertEqual(self.one.read("notes.txt"), "one and two, mended by hand\n")

    def assert_abort_promises_no_way_back(self):
        """What was written meanwhile stays: wherever leaving a merge is spoken of, nothing says otherwise."""
        spoken = [self.two.mentor("sync", code=1), self.two.mentor("sync", "--mine", code=2),
                  self.two.mentor("sync", "--dry-run", "--abort"), self.two.mentor("help", "sync")]
        for words in spoken:
            flat = " ".join(words.split())
            self.assertRegex(flat, r"what was written here (stays|: mentor sync --abort)|keep what was written here")
            self.assertNotRegex(flat, r"(were|are|as) before")

    def test_what_cant_be_told_from_the_merge_stays_and_is_named(self):
        self.pull_notes_that_collide()
        self.put(self.two, "notes.txt", "one and two, mended by hand\n")
        said = self.two.mentor("sync", "--abort")
        self.assertIn("notes.txt stays as it stands", said)
        self.assertIn("out of the other files again", said)
        self.assertEqual(self.two.read("notes.txt"), "one and two, mended by hand\n")

    def pull_with_a_driver_that_fails(self):
        self.begin()
        self.one.mentor("log", "ada", "From one")
        self.one.mentor("sync")
        self.two.mentor("log", "ada", "From two")
        self.two.git("commit", "-qam", "by hand")
        self.two.git("config", "merge.mentor.driver", "/gone/mentor merge-driver -- %O %A %B %P")
        self.two.git("pull", "-q", "--no-rebase", code=1)
        self.assertNotIn("From one", self.two.read(ADA))

    def test_where_gits_driver_failed_nothing_of_the_other_is_lost(self):
        for way in ([], ["--continue"], ["--mine"], ["--theirs"]):
            with self.subTest(way):
                self.setUp()
                self.pull_with_a_driver_that_fails()
                self.two.mentor("sync", *way)
                self.meet()
                notes = [entry["note"] for entry in self.one.person(ADA)["log"]]
                self.assertCountEqual(notes, ["The first time", "From one", "From two"])

    def test_a_merge_of_gits_that_cannot_be_done_here_can_be_left(self):
        self.begin()
        self.one.mentor("add", "Alex", "--role", "mentor")
        self.meet()
        self.one.mentor("log", "ada", "From one")
        self.two.mentor("log", "ada", "From two")
        for machine in (self.one, self.two):
            machine.write("alex.toml", machine.read("alex.toml").replace("format = 1", "format = 2") + f'# {machine.home.name}\n')
        self.one.mentor("sync")
        self.two.git("commit", "-qam", "by hand")
        before = self.two.files()
        self.two.git("pull", "-q", "--no-rebase", code=1)
        self.two.mentor("sync", code=3)
        self.two.mentor("sync", "--abort")
        self.assertEqual(self.two.files(), before)
        self.assertEqual(self.two.git("status", "--short"), "")

    def test_the_driver_needs_no_configuration(self):
        self.begin()
        self.one.mentor("log", "ada", "From one")
        self.one.mentor("sync")
        self.two.mentor("log", "ada", "From two")
        self.two.git("commit", "-qam", "by hand")
        (self.two.home / "config.toml").write_text("within = [\n")
        self.two.git("pull", "-q", "--no-rebase")
        self.assertEqual(len(self.two.person(ADA)["log"]), 3)

    def test_a_dry_run_says_what_would_be(self):
        self.collide()
        before = self.two.files()
        self.assertIn("a merge waits for you", self.two.mentor("sync", "--dry-run", code=1))
        self.assertIn("Would leave the merge", self.two.mentor("sync", "--dry-run", "--abort"))
        for side, whose in (("--mine", "this"), ("--theirs", "the other")):
            self.assertIn(f"what {whose} machine says holds", self.two.mentor("sync", "--dry-run", side))
        self.one.mentor("sync", "--dry-run", "--continue", code=2)
        self.assertIn("Would keep the journal in step with /nowhere.", self.one.mentor("sync", "--dry-run", "--setup", "/nowhere"))
        self.assertEqual(self.two.files(), before)

    # --- the other place

    def test_branches_of_other_names_meet(self):
        """One began with git's default, or set up while nobody could be reached."""
        for is_reached in (True, False):
            with self.subTest(is_reached=is_reached):
                self.setUp()
                self.one.mentor("add", "Ada Lovelace", "--role", "mentor")
                self.one.mentor("sync", "--setup", str(self.remote))
                self.two.journal.mkdir(mode=0o700)
                subprocess.run(["git", "init", "-q", "-b", "master", str(self.two.journal)], check=True)
                self.two.mentor("add", "Grace Hopper", "--role", "peer")
                if not is_reached:
                    self.remote.rename(self.root / "away.git")
                self.two.mentor("sync", "--setup", str(self.remote), code=0 if is_reached else 5)
                if not is_reached:
                    (self.root / "away.git").rename(self.remote)
                self.meet()
                self.assertEqual(sorted(self.one.files()), [ADA, "grace-hopper.toml"])
                self.assertEqual(self.one.git("ls-remote", "--heads", "origin").split()[1:], ["refs/heads/main"])

    def test_of_several_branches_it_is_asked_which(self):
        self.begin()
        for branch in ("a", "b"):
            self.one.git("push", "-q", "origin", f"HEAD:{branch}")
        subprocess.run(["git", "-C", str(self.remote), "update-ref", "-d", "refs/heads/main"], check=True)
        self.one.mentor("log", "ada", "Again")
        self.assertIn("has no branch main, and others: a, b", self.one.mentor("sync", code=2))

    def test_why_a_push_was_refused_is_said(self):
        self.begin()
        self.refuse_by_hook(self.remote, "pre-receive", "no pushes on sundays")
        self.one.mentor("log", "ada", "Again")
        self.assertIn("pre-receive hook declined: no pushes on sundays", self.one.mentor("sync", code=5))
        other = self.root / "whole"
        subprocess.run(["git", "clone", "-q", str(self.remote), str(other)], check=True)
        self.assertIn(f"in step with {other} now, and no longer with {self.remote}",
                      self.one.mentor("sync", "--setup", str(other), code=5))
        self.assertIn("branch is currently checked out", self.one.mentor("sync", code=5))

    def test_what_was_committed_on_no_branch_can_be_taken_along(self):
        self.begin()
        self.one.git("switch", "-q", "--detach")
        self.assertIn(f"git -C {self.one.journal} switch main", self.one.mentor("sync", code=2))
        self.one.mentor("log", "ada", "On no branch")
        self.one.git("commit", "-qam", "by hand")
        said = self.one.mentor("sync", code=2)
        way = said.partition("to take it along: ")[2].partition("; then:")[0]
        subprocess.run(["sh", "-c", way], env=self.one.environment, check=True, capture_output=True)
        self.one.mentor("sync")
        self.assertIn("On no branch", self.one.read(ADA))

    # --- git's own forms of a file

    def test_line_ends_that_git_converts_are_no_change(self):
        self.begin()
        for machine in (self.one, self.two):
            machine.git("config", "core.autocrlf", "input")
        text = self.one.read(ADA)
        (self.one.journal / ADA).write_bytes(text.replace("\n", "\r\n").encode())
        self.one.mentor("log", "ada", "From one")
        self.one.mentor("sync")
        self.two.mentor("log", "ada", "From two")
        self.meet_converted()
        self.assertEqual(len(self.one.person(ADA)["log"]), 3)

    def meet_converted(self):
        for machine in (self.two, self.one, self.two):
            machine.mentor("sync")
        self.assertEqual(self.one.git("rev-parse", "HEAD"), self.two.git("rev-parse", "HEAD"))
        for machine in (self.one, self.two):
            self.assertEqual(machine.git("status", "--short"), "")

    def test_a_filter_is_gone_through(self):
        self.begin()
        for machine in (self.one, self.two):
            for way in ("clean", "smudge"):
                machine.git("config", f"filter.turned.{way}", "tr a-z n-za-m")
        with open(self.one.journal / ".gitattributes", "a", encoding="utf-8") as attributes:
            attributes.write("*.toml filter=turned\n")
        for note in ("First", "Second"):
            self.one.mentor("log", "ada", note)
            self.one.mentor("sync")
            self.two.mentor("sync")
            self.assertIn(note, self.two.read(ADA))
            self.two.mentor("list")


if __name__ == "__main__":
    unittest.main()
