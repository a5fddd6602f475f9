# SPDX-License-Identifier: MIT
"""`sync` by itself: what it says in every state that a repository can be in, and that the next one goes on."""

import os
import re
import shutil
import subprocess
import time
import unittest

from clones import IDENTITY, ClonesTest
from program import CLOCK_TURNS, PROGRAM

ADA = "ada-lovelace.toml"
# What stands in the way of git, one call at a time: it counts them, and at one of them ends its parent or fails.
STUB = """#!/bin/sh
read calls < {count}
echo $((calls + 1)) > {count}
[ $calls = {at} ] && {{ {what}; }}
exec {git} "$@"
"""


class Sync(ClonesTest):
    def setUp(self):
        super().setUp()
        self.one, self.two = self.machine("one"), self.machine("two")
        self.one.mentor("init", "--git")
        self.one.mentor("add", "Ada Lovelace", "--role", "mentor")
        self.one.mentor("log", "ada", "The first time", "--todo", "Send the draft")

    def collide(self):
        self.set_up_both()
        self.one.mentor("set", "ada", "agreement.every=2w")
        self.two.mentor("set", "ada", "agreement.every=8w")
        self.two.mentor("log", "ada", "From two")
        self.one.mentor("log", "ada", "From one")
        self.one.mentor("sync")
        self.assertIn('agreement.every is "8w" here and "2w" there', self.two.mentor("sync", code=1))

    def assert_same(self):
        self.assertEqual(self.one.files(), self.two.files())

    def subjects(self, machine):
        return machine.git("log", "--format=%s").splitlines()

    def test_init_says_how_to_go_on(self):
        self.two.journal.rmdir() if self.two.journal.exists() else None
        said = self.two.mentor("init", "--git")
        self.assertIn("Made a git repository in", said)
        self.assertIn("mentor sync", said)

    def test_alone_it_commits(self):
        self.assertIn("mentor sync --setup URL", self.one.mentor("sync"))
        self.assertEqual(self.subjects(self.one), ["Ada Lovelace: added"])
        self.one.mentor("log", "ada", "Again", "--todo", "Read", "--todo", "Write")
        self.one.mentor("done", "ada", "draft")
        self.one.mentor("sync")
        self.assertEqual(self.subjects(self.one)[0], "Ada Lovelace: 1 entry, 2 promises, 1 promise settled")
        self.one.mentor("sync")
        self.assertEqual(len(self.subjects(self.one)), 2)

    def test_plain_messages_name_nobody(self):
        self.one.mentor("config", "sync.message", "plain")
        self.one.mentor("sync")
        self.assertNotIn("Ada", self.one.git("log"))
        self.assertEqual(self.subjects(self.one), ["Sync 3 files"])

    def test_two_machines_meet_again_and_again(self):
        self.set_up_both()
        for turn in range(3):
            self.one.mentor("log", "ada", f"From one {turn}")
            self.two.mentor("log", "ada", f"From two {turn}")
            self.assertIn("Committed Ada Lovelace: 1 entry", self.two.mentor("sync"))
            self.assertIn("Came in: Ada Lovelace: 1 entry", self.one.mentor("sync"))
            self.two.mentor("sync")
        self.assert_same()
        self.assertEqual(len(self.one.person(ADA)["log"]), 7)

    def test_everything_in_the_journal_stays_private(self):
        self.set_up_both()
        self.one.mentor("log", "ada", "From one")
        self.one.mentor("sync")
        self.two.mentor("sync")
        for path in self.two.journal.rglob("*"):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)
        self.two.mentor("check")

    def test_what_came_in_is_one_change(self):
        self.set_up_both()
        before = self.two.files()
        self.one.mentor("log", "ada", "From one")
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.assertIn("sync", self.two.mentor("undo", "--list"))
        self.two.mentor("undo")
        self.assertEqual(self.two.files(), before)
        self.two.mentor("sync")
        self.assert_same()
        self.assertEqual(len(self.one.person(ADA)["log"]), 2)
        self.one.mentor("sync")
        self.assert_same()

    def bring_in_and_undo(self):
        """The second machine took back what the first sent: an entry, another cadence, and someone new."""
        self.set_up_both()
        self.one.mentor("log", "ada", "From one", "--todo", "Read it")
        self.one.mentor("set", "ada", "agreement.every=2w")
        self.one.mentor("add", "Grace Hopper", "--role", "peer")
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.two.mentor("undo")
        self.assertEqual(list(self.two.files()), [ADA])
        self.assertNotIn("From one", self.two.read(ADA))

    def meet(self):
        for machine in (self.two, self.one, self.two):
            machine.mentor("sync")
        self.assert_same()

    def assert_all_is_there(self, *notes, every="2w"):
        self.meet()
        ada = self.one.person(ADA)
        self.assertEqual(sorted(entry["note"] for entry in ada["log"]), sorted(["The first time", *notes]))
        self.assertEqual([promise["what"] for promise in ada["commitment"]], ["Send the draft", "Read it"])
        self.assertEqual(ada["agreement"]["every"], every)
        self.assertEqual(self.one.person("grace-hopper.toml")["name"], "Grace Hopper")
        self.one.mentor("check")

    def test_what_was_taken_back_comes_in_again_beside_what_was_written_since(self):
        self.bring_in_and_undo()
        self.two.mentor("log", "ada", "From two")
        self.assertIn("Came in again: Ada Lovelace: ", self.two.mentor("sync"))
        self.assertEqual(self.two.git("log", "-1", "--format=%s").strip(), "Ada Lovelace: 1 entry")
        self.assert_all_is_there("From one", "From two")

    def test_it_comes_in_again_once(self):
        self.bring_in_and_undo()
        self.two.mentor("log", "ada", "From two")
        self.two.mentor("sync")
        entry = next(entry for entry in self.two.person(ADA)["log"] if entry["note"] == "From one")
        self.two.mentor("amend", "ada", entry["id"], "--remove", "--yes")
        self.assertNotIn("again", self.two.mentor("sync"))
        self.assert_all_is_there("From two")

    def test_it_comes_in_again_where_the_other_machine_is_out_of_reach(self):
        self.bring_in_and_undo()
        self.two.mentor("log", "ada", "From two")
        self.remote.rename(self.root / "away.git")
        self.two.mentor("sync", code=5)
        (self.root / "away.git").rename(self.remote)
        self.two.mentor("log", "ada", "From two, later")
        self.assert_all_is_there("From one", "From two", "From two, later")

    def test_nothing_is_sent_while_it_is_not_known_whether_it_was_taken_back(self):
        self.bring_in_and_undo()
        self.two.mentor("log", "ada", "From two")
        before = self.two.git("rev-parse", "HEAD")
        record = next(path for path in (self.two.home / ".local/state/mentor/undo").iterdir()
                      if b"From one" in path.read_bytes())
        whole = record.read_bytes()
        record.write_bytes(whole[:-20])
        self.two.mentor("sync", code=5)
        self.assertEqual(self.two.git("rev-parse", "HEAD"), before)
        record.write_bytes(whole)
        self.assert_all_is_there("From one", "From two")

    def test_what_is_said_since_holds(self):
        self.bring_in_and_undo()
        self.two.mentor("set", "ada", "agreement.every=8w")
        self.assert_all_is_there("From one", every="8w")

    def test_of_what_was_sent_since_only_what_was_written_here_goes(self):
        self.bring_in_and_undo()
        self.two.mentor("redo")
        self.two.mentor("log", "ada", "From two, for a while")
        self.two.mentor("sync")
        self.two.mentor("undo", "2", "--yes")
        self.assertEqual(len(self.two.person(ADA)["log"]), 1)
        self.assert_all_is_there("From one")

    def test_a_new_name_given_since_is_kept(self):
        self.bring_in_and_undo()
        self.two.mentor("rename", "ada", "Ada King")
        self.meet()
        self.assertEqual(list(self.one.files()), ["ada-king.toml", "grace-hopper.toml"])
        self.assertIn("From one", self.one.read("ada-king.toml"))

    def test_a_new_name_that_was_taken_back_comes_with_what_was_written_since(self):
        self.set_up_both()
        self.one.mentor("rename", "ada", "Ada King")
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.two.mentor("undo")
        self.two.mentor("log", "ada", "From two")
        self.meet()
        self.assertEqual(list(self.one.files()), ["ada-king.toml"])
        self.assertIn("From two", self.one.read("ada-king.toml"))

    def test_a_removal_that_was_taken_back_leaves_what_was_written_since(self):
        self.set_up_both()
        self.one.mentor("remove", "ada", "--yes")
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.two.mentor("undo")
        self.two.mentor("log", "ada", "From two")
        self.meet()
        self.assertIn("From two", self.one.read(ADA))

    def test_undo_while_a_merge_waits_takes_nothing_from_the_other(self):
        self.collide()
        self.two.mentor("undo")
        self.assertNotIn("From one", self.two.read(ADA))
        self.two.mentor("sync", "--continue")
        self.one.mentor("sync")
        self.assert_same()
        self.assertEqual(len(self.one.person(ADA)["log"]), 3)
        self.assertEqual(self.one.person(ADA)["agreement"]["every"], "8w")

    def test_of_many_people_it_is_said_how_many(self):
        self.set_up_both()
        for name in ("Alan", "Bea", "Cleo", "Dan", "Eve"):
            self.one.mentor("add", name, "--role", "peer")
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.assertRegex(self.two.mentor("undo", "--list"), r"1 +\w+ .* sync +5 people")

    def test_what_an_editor_leaves_is_no_person_and_stops_nothing(self):
        self.one.write("#ada-lovelace.toml#", "name =")
        self.one.write("ada-lovelace.toml~", "name =")
        self.one.write(".ada-lovelace.toml.swp", "b0VIM")
        os.symlink("ada@laptop.4711", self.one.journal / ".#ada-lovelace.toml")
        self.set_up_both()
        self.assertEqual(self.one.git("ls-files").split(), [".gitattributes", ".gitignore", ADA])
        self.assertEqual(self.one.mentor("list", "--count"), "1\n")
        self.assertEqual(self.two.mentor("list", "--count"), "1\n")

    def test_one_renames_and_one_changes(self):
        self.set_up_both()
        self.one.mentor("rename", "ada", "Ada King")
        self.two.mentor("log", "ada", "From two")
        for machine in (self.one, self.two, self.one):
            machine.mentor("sync")
        self.assert_same()
        self.assertEqual(list(self.one.files()), ["ada-king.toml"])
        self.assertIn("From two", self.one.read("ada-king.toml"))

    def test_both_rename(self):
        self.set_up_both()
        self.one.mentor("rename", "ada", "Ada King")
        self.two.mentor("rename", "ada", "Ada Byron")
        self.one.mentor("sync")
        self.assertIn('name is "Ada Byron" here and "Ada King" there', self.two.mentor("sync", code=1))
        self.two.mentor("sync", "--theirs")
        self.one.mentor("sync")
        self.assert_same()
        self.assertEqual([person["name"] for person in [self.one.person(file) for file in self.one.files()]], ["Ada King"])

    def name_again(self):
        """Both know an Alex, who has another name by now on the first machine; there is a new one of that name."""
        self.one.mentor("add", "Alex", "--role", "mentor")
        self.one.mentor("log", "alex", "A raise")
        self.set_up_both()
        self.one.mentor("rename", "alex", "Alex Moe")
        self.one.mentor("add", "Alex", "--role", "peer")
        self.one.mentor("log", "alex", "The first lunch")

    def notes(self, machine, slug):
        return [entry["note"] for entry in machine.person(f"{slug}.toml").get("log", [])]

    def test_what_is_written_to_one_whose_name_is_used_again_follows_them(self):
        for first, second in ((self.one, self.two), (self.two, self.one)):
            with self.subTest(first.home.name):
                self.tearDown(), self.doCleanups(), self.setUp()
                self.name_again()
                self.two.mentor("log", "alex", "Of the divorce", "--private", "--todo", "Call Alex")
                machines = {"one": self.one, "two": self.two}
                for name in (first.home.name, second.home.name, first.home.name):
                    machines[name].mentor("sync")
                self.assert_same()
                self.assertEqual(self.notes(self.one, "alex"), ["The first lunch"])
                self.assertEqual(self.notes(self.one, "alex-moe"), ["A raise", "Of the divorce"])

    def test_it_follows_them_where_their_new_name_was_taken_back(self):
        self.name_again()
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.two.mentor("undo")
        self.two.mentor("log", "alex", "Of the divorce", "--private")
        self.meet()
        self.assertEqual(self.notes(self.one, "alex"), ["The first lunch"])
        self.assertEqual(self.notes(self.one, "alex-moe"), ["A raise", "Of the divorce"])

    def test_two_who_take_each_others_names_are_followed(self):
        for name in ("Bea Cole", "Dan Moe"):
            self.one.mentor("add", name, "--role", "peer")
            self.one.mentor("log", name, f"{name} once")
        self.set_up_both()
        for old, new in (("bea-cole", "Tmp"), ("dan-moe", "Bea Cole"), ("tmp", "Dan Moe")):
            self.one.mentor("rename", old, new)
        self.two.mentor("log", "bea-cole", "Bea Cole twice")
        self.two.mentor("log", "dan-moe", "Dan Moe twice")
        for machine in (self.one, self.two, self.one):
            machine.mentor("sync")
        self.assert_same()
        self.assertEqual(self.notes(self.one, "dan-moe"), ["Bea Cole once", "Bea Cole twice"])
        self.assertEqual(self.notes(self.one, "bea-cole"), ["Dan Moe once", "Dan Moe twice"])

    def assert_parted(self, machine):
        """It waits for a person, and for a new name."""
        before = machine.files()
        for words in ([], ["--mine"], ["--theirs"]):
            said = machine.mentor("sync", *words, code=1)
            self.assertIn("alex.toml: error: it is about two people who are called Alex, one here and one there", said)
            self.assertIn("mentor rename alex NAME", said)
            self.assertEqual(machine.files(), before)
        machine.mentor("rename", "alex", "Alex Moe")
        for each in (machine, self.one, self.two):
            each.mentor("sync")
        self.assert_same()

    def test_two_people_in_one_file_wait_for_a_person(self):
        self.one.mentor("add", "Alex", "--role", "mentor")
        self.set_up_both()
        self.one.mentor("remove", "alex", "--yes")
        self.one.mentor("add", "Alex", "--role", "mentor")
        self.one.mentor("log", "alex", "The first lunch")
        self.one.mentor("sync")
        self.two.mentor("log", "alex", "Of the divorce", "--private")
        self.assert_parted(self.two)
        self.assertEqual(self.notes(self.one, "alex"), ["The first lunch"])
        self.assertEqual(self.notes(self.one, "alex-moe"), ["Of the divorce"])

    def test_two_people_in_one_file_wait_where_one_came_in_and_was_taken_back(self):
        self.one.mentor("add", "Alex", "--role", "mentor")
        self.set_up_both()
        self.one.mentor("remove", "alex", "--yes")
        self.one.mentor("add", "Alex", "--role", "mentor")
        self.one.mentor("log", "alex", "The first lunch")
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.two.mentor("undo")
        self.two.mentor("log", "alex", "Of the divorce", "--private")
        self.assert_parted(self.two)
        self.assertEqual(self.notes(self.one, "alex"), ["The first lunch"])
        self.assertEqual(self.notes(self.one, "alex-moe"), ["Of the divorce"])

    def test_one_entry_in_two_files_without_uids_makes_no_one_of_two(self):
        for name in ("Bea Cole", "Dan Moe"):
            self.one.write(f"{name.lower().replace(' ', '-')}.toml",
                           f'name = "{name}"\nrole = "peer"\n\n[[log]]\nid = "x4t9"\non = 2026-11-01\nkind = "meal"\nnote = "Lunch"\n')
        self.set_up_both()
        self.one.mentor("rename", "dan", "Daniel Moe")
        self.one.mentor("remove", "bea", "--yes")
        self.two.mentor("log", "bea", "Of the baby")
        for machine in (self.one, self.two, self.one):
            machine.mentor("sync")
        self.assert_same()
        self.assertEqual(list(self.one.files()), [ADA, "bea-cole.toml", "daniel-moe.toml"])
        self.assertEqual(self.notes(self.one, "bea-cole"), ["Lunch", "Of the baby"])
        self.assertEqual(self.notes(self.one, "daniel-moe"), ["Lunch"])

    def test_a_file_in_a_folder_of_the_journal_is_nobodys(self):
        self.set_up_both()
        (self.one.journal / "archive").mkdir(mode=0o700)
        self.one.write("archive/ada-2026.toml", self.one.read(ADA))
        self.one.mentor("rename", "ada", "Ada King")
        self.two.mentor("log", "ada", "From two")
        for machine in (self.one, self.two, self.one):
            machine.mentor("sync")
        self.assert_same()
        self.assertEqual(self.notes(self.one, "ada-king"), ["The first time", "From two"])
        self.assertNotIn("From two", self.one.read("archive/ada-2026.toml"))

    def test_copies_of_one_journal_are_brought_together_key_by_key(self):
        shutil.copytree(self.one.journal, self.two.journal)
        self.two.mentor("amend", "ada", "The first time", "The first time, of the promotion")
        self.two.mentor("amend", "ada", "Send the draft", "Send the second draft")
        self.one.mentor("done", "ada", "draft")
        self.one.mentor("sync", "--setup", str(self.remote))
        said = self.two.mentor("sync", "--setup", str(self.remote), code=1)
        self.assertRegex(said, 'log ....: note is "The first time, of the promotion" here and "The first time" there')
        self.assertRegex(said, 'commitment ....: what is "Send the second draft" here and "Send the draft" there')
        self.assertNotRegex(said, "log is ")
        self.two.mentor("sync", "--mine")
        self.one.mentor("sync")
        self.assert_same()
        ada = self.one.person(ADA)
        self.assertEqual([entry["note"] for entry in ada["log"]], ["The first time, of the promotion"])
        self.assertEqual([(promise["what"], "done" in promise) for promise in ada["commitment"]], [("Send the second draft", True)])

    def test_one_removes_and_one_changes(self):
        self.set_up_both()
        self.one.mentor("remove", "ada", "--yes")
        self.two.mentor("log", "ada", "From two")
        for machine in (self.one, self.two, self.one):
            machine.mentor("sync")
        self.assert_same()
        self.assertIn("From two", self.one.read(ADA))

    def test_a_collision_waits_and_is_decided_for_all(self):
        for side, every in (("--mine", "8w"), ("--theirs", "2w")):
            with self.subTest(side):
                self.tearDown(), self.doCleanups(), self.setUp()
                self.collide()
                self.assertEqual(self.two.person(ADA)["agreement"]["every"], "8w")
                self.assertEqual(len(self.two.person(ADA)["log"]), 3)
                self.assertIn("a merge waits for you", self.two.mentor("sync", code=1))
                self.two.mentor("sync", side)
                self.one.mentor("sync")
                self.assert_same()
                self.assertEqual(self.one.person(ADA)["agreement"]["every"], every)

    def test_a_collision_is_mended_by_hand(self):
        self.collide()
        self.two.mentor("set", "ada", "agreement.every=5w")
        self.two.mentor("sync", "--continue")
        self.one.mentor("sync")
        self.assert_same()
        self.assertEqual(self.one.person(ADA)["agreement"]["every"], "5w")

    def test_a_collision_is_left(self):
        self.collide()
        self.two.mentor("sync", "--abort")
        self.assertEqual(len(self.two.person(ADA)["log"]), 2)
        self.assertEqual(self.two.git("status", "--short"), "")
        self.assertIn("no merge to finish", self.two.mentor("sync", "--continue", code=2))
        self.two.mentor("sync", "--mine")
        self.one.mentor("sync")
        self.assert_same()

    def collide_in_a_merge_of_gits(self):
        self.set_up_both()
        self.one.mentor("set", "ada", "agreement.every=2w")
        self.one.mentor("sync")
        self.two.mentor("set", "ada", "agreement.every=8w")
        self.two.git("commit", "-qam", "by hand")
        self.two.git("fetch", "-q")
        self.two.git("merge", "origin/main", code=1)

    def test_a_merge_that_git_began_is_finished(self):
        self.collide_in_a_merge_of_gits()
        self.assertIn("a merge waits for you", self.two.mentor("sync", code=1))
        self.two.mentor("sync", "--theirs")
        self.one.mentor("sync")
        self.assert_same()

    def test_a_merge_that_waits_is_told_again(self):
        self.collide()
        said = self.two.mentor("sync", code=1)
        self.assertIn('agreement.every is "8w" here and "2w" there.', said)
        self.assertIn('agreement.every is "8w" here and "2w" there; the second holds.', self.two.mentor("sync", "--theirs"))

    def test_what_was_written_while_a_merge_waited_is_kept(self):
        self.one.mentor("add", "Grace Hopper", "--role", "peer")
        self.collide()
        self.two.mentor("log", "grace", "Meanwhile")
        self.two.mentor("sync", "--theirs")
        self.one.mentor("sync")
        self.assert_same()
        self.assertEqual(self.one.person(ADA)["agreement"]["every"], "2w")
        self.assertIn("Meanwhile", self.one.read("grace-hopper.toml"))

    def test_what_was_written_where_a_merge_waits_isnt_written_over(self):
        self.collide()
        self.two.mentor("log", "ada", "Meanwhile")
        for side in ("--mine", "--theirs"):
            said = self.two.mentor("sync", side, code=2)
            self.assertIn("since the merge began, ada-lovelace.toml was changed", said)
            self.assertNotIn("holds", said)
        self.two.mentor("sync", "--continue")
        self.one.mentor("sync")
        self.assert_same()
        self.assertEqual(len(self.one.person(ADA)["log"]), 4)

    def test_gits_marks_are_decided_and_the_rest_stays(self):
        self.set_up_both()
        self.one.mentor("log", "ada", "From one")
        self.one.mentor("sync")
        self.two.git("config", "--remove-section", "merge.mentor")
        self.two.mentor("log", "ada", "From two")
        self.two.git("commit", "-qam", "by hand")
        self.two.git("pull", "-q", "--no-rebase", code=1)
        self.assertIn("<<<<<<<", self.two.read(ADA))
        self.two.mentor("add", "Grace Hopper", "--role", "peer")
        self.two.mentor("sync", "--mine")
        self.one.mentor("sync")
        self.assert_same()
        self.assertEqual(len(self.one.person(ADA)["log"]), 3)
        self.assertEqual(len(self.one.files()), 2)

    def test_what_a_newer_mentor_wrote_waits_for_one(self):
        self.set_up_both()
        newer = self.one.read(ADA).replace("format = 1", "format = 2")
        self.one.write(ADA, newer)
        self.one.mentor("sync")
        self.two.mentor("log", "ada", "From two")
        before = self.two.files()
        for _ in range(2):
            self.assertIn("there it has format 2, of which this mentor knows 1", self.two.mentor("sync", code=3))
            self.assertIn("with a newer mentor here: mentor sync", self.two.mentor("sync", "--mine", code=3))
        self.assertEqual(self.two.files(), before)
        self.assertEqual(self.two.git("status", "--short"), "")
        self.one.write(ADA, newer.replace("format = 2", "format = 1"))
        for machine in (self.one, self.two, self.one):
            machine.mentor("sync")
        self.assert_same()
        self.assertIn("From two", self.one.read(ADA))

    @unittest.skipIf(CLOCK_TURNS, "ten minutes are over at once")
    def test_a_lock_that_git_left_is_in_the_way_for_a_while(self):
        self.set_up_both()
        locks = [self.one.journal / ".git" / name for name in ("index.lock", "refs/heads/main.lock", "refs/remotes/origin/main.lock")]
        for lock in locks:
            lock.touch()
        self.one.mentor("log", "ada", "From one")
        said = self.one.mentor("sync", code=5)
        self.assertIn("index.lock", said)
        self.assertIn("once it is ten minutes old; then: mentor sync", said)
        for lock in locks:
            os.utime(lock, (time.time() - 660,) * 2)
        self.one.mentor("sync")
        self.assertEqual([lock for lock in locks if lock.exists()], [])

    def test_a_place_is_found_from_where_it_was_named(self):
        shutil.copytree(self.remote, self.one.home / "stick.git")
        done = subprocess.run([str(PROGRAM), "sync", "--setup", "stick.git"], env=self.one.environment, cwd=self.one.home,
                              capture_output=True)
        self.assertEqual(done.returncode, 0)
        self.two.mentor("sync", "--setup", str(self.one.home / "stick.git"))
        self.assert_same()

    def test_the_history_reads_like_a_diary(self):
        self.one.mentor("add", "Grace Hopper", "--role", "peer")
        self.set_up_both()
        self.one.mentor("amend", "ada", "The first time", "The second time")
        self.one.mentor("occasion", "ada", "birthday", "10 dec")
        self.one.mentor("rename", "grace", "Grace M. Hopper")
        self.two.mentor("log", "ada", "Lunch", "--with", "grace")
        for machine in (self.one, self.two):
            machine.mentor("sync")
        said = [re.sub("\n+", "\n", each).strip() for each in self.two.git("log", "--format=%B%x00").split("\0")[:-1]]
        self.assertCountEqual(said, [
            "Ada Lovelace, Grace Hopper\nAda Lovelace: added\nGrace Hopper: added",
            "Ada Lovelace, Grace M. Hopper\nAda Lovelace: 1 entry changed, occasions\nGrace M. Hopper: until now Grace Hopper",
            "Ada Lovelace, Grace Hopper\nAda Lovelace: 1 entry\nGrace Hopper: 1 entry",
            "Merge Ada Lovelace, Grace M. Hopper\nAda Lovelace: 1 entry changed, occasions\n"
            "Grace M. Hopper: until now Grace Hopper"])

    def test_what_was_written_into_a_merge_of_gits_is_kept(self):
        self.collide_in_a_merge_of_gits()
        self.two.mentor("log", "ada", "Meanwhile")
        self.assertIn("ada-lovelace.toml was changed", self.two.mentor("sync", "--mine", code=2))
        self.two.mentor("sync", "--continue")
        self.assertIn("Meanwhile", self.two.read(ADA))

    def test_offline_commits_and_goes_on_later(self):
        self.set_up_both()
        self.remote.rename(self.root / "away.git")
        self.one.mentor("log", "ada", "From one")
        said = self.one.mentor("sync", code=5)
        self.assertIn("can't be reached", said)
        self.assertIn("is committed", said)
        self.assertEqual(self.one.git("status", "--short"), "")
        (self.root / "away.git").rename(self.remote)
        self.one.mentor("sync")
        self.two.mentor("sync")
        self.assert_same()

    def test_a_file_that_cannot_be_read_is_committed_nowhere(self):
        self.set_up_both()
        sound = self.one.read(ADA)
        self.one.write(ADA, sound + "name = \n")
        self.assertIn(f"{ADA}:", self.one.mentor("sync", code=3))
        self.assertIn(f" M {ADA}", self.one.git("status", "--short"))
        self.one.write(ADA, sound)
        self.one.mentor("sync")

    def test_nobody_is_known_to_git(self):
        (self.one.home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
        self.assertIn("git config --global user.name", self.one.mentor("sync", code=2))
        (self.one.home / ".gitconfig").write_text(IDENTITY)
        self.one.mentor("sync")

    def test_a_git_that_is_not_there_or_cannot_be_run(self):
        bin = self.root / "bin"
        bin.mkdir()
        self.assertIn("git isn't installed", self.one.run("sync", PATH=str(bin))[2])
        git = bin / "git"
        git.write_text("#!/bin/sh\n")
        self.assertIn("git is here and can't be run", self.one.run("sync", PATH=str(bin))[2])
        git.chmod(0o755)
        for gone in ("#!/nowhere/sh\n", "#!/bin/sh\nexec /nowhere/git\n"):
            git.write_text(gone)
            self.assertIn("git is here and can't be run", self.one.run("sync", PATH=str(bin))[2])
        git.unlink()
        git.mkdir()
        self.assertIn("git isn't installed", self.one.run("sync", PATH=str(bin))[2])

    def test_git_tidies_up_with_what_it_fetches_and_alone_with_commits(self):
        trace = self.root / "trace"
        self.one.git("config", "maintenance.auto", "true")

        def steps():
            trace.write_text("")
            self.one.mentor("log", "ada", "Once more")
            self.assertEqual(self.one.run("sync", GIT_TRACE=str(trace))[0], 0)
            return re.findall(r"built-in: git (commit|fetch|maintenance)", trace.read_text())

        self.assertEqual(steps(), ["commit", "maintenance"])
        self.set_up_both()
        self.assertEqual(steps(), ["commit", "fetch", "maintenance"])

    def test_a_push_that_is_refused_for_its_commit_being_there_is_one_that_was_sent(self):
        self.set_up_both()
        bin = self.root / "bin"
        bin.mkdir()
        stub = bin / "git"
        # The line breaks behind the last byte of what was sent.
        stub.write_text(f'#!/bin/sh\n{shutil.which("git")} "$@" || exit\ncase " $* " in *" push "*) exit 1;; esac\n')
        stub.chmod(0o755)
        self.one.mentor("log", "ada", "Once more")
        code, out, err = self.one.run("sync", PATH=f"{bin}:{os.environ['PATH']}")
        self.assertEqual(code, 0)
        self.assertIn("In step with origin.", out + err)
        self.two.mentor("sync")
        self.assert_same()

    def test_no_branch(self):
        self.set_up_both()
        self.one.git("checkout", "-q", "--detach")
        self.assertIn("on no branch", self.one.mentor("sync", code=2))
        self.one.git("switch", "-q", "main")
        self.one.mentor("sync")

    def test_a_rebase_is_on_its_way(self):
        self.set_up_both()
        (self.one.journal / ".git/rebase-merge").mkdir()
        self.assertIn("in the midst of a rebase", self.one.mentor("sync", code=2))
        (self.one.journal / ".git/rebase-merge").rmdir()
        self.one.mentor("sync")

    def test_a_hook_refuses(self):
        self.set_up_both()
        for repository, name in ((self.one.journal / ".git", "pre-commit"), (self.remote, "pre-receive")):
            with self.subTest(name):
                hook = self.refuse_by_hook(repository, name, "not today")
                self.one.mentor("log", "ada", name)
                self.assertIn("didn't", self.one.mentor("sync", code=5))
                hook.unlink()
                self.one.mentor("sync")
                self.assertEqual(self.one.git("status", "--short"), "")
        self.two.mentor("sync")
        self.assert_same()

    def test_the_repository_above_is_another_one(self):
        shutil.rmtree(self.one.journal / ".git")
        subprocess.run(["git", "init", "-q", str(self.one.home)], check=True)
        said = self.one.mentor("sync", code=2)
        self.assertIn(f"{self.one.home}, which isn't its own", said)
        self.one.mentor("init", "--git")
        self.one.mentor("sync")
        self.assertEqual(self.subjects(self.one), ["Ada Lovelace: added"])

    def test_a_dry_run_changes_nothing(self):
        before = {path: path.read_bytes() for path in self.one.journal.rglob("*") if path.is_file()}
        self.assertIn("Would commit Ada Lovelace: added.", self.one.mentor("sync", "--dry-run"))
        self.assertEqual({path: path.read_bytes() for path in self.one.journal.rglob("*") if path.is_file()}, before)

    def test_names_do_not_steer_a_terminal(self):
        self.one.write("eve.toml", 'name = "Eve \\u001b[31m\\u202e"\nrole = "peer"\n')
        self.assertNotRegex(self.one.mentor("sync"), "[\x1b\u202e]")

    def test_ended_before_any_of_its_programs_or_refused_by_it_the_next_goes_on(self):
        self.set_up_both()
        bin = self.root / "bin"
        bin.mkdir()
        git, count = shutil.which("git"), self.root / "count"
        stub = bin / "git"
        def sync_behind(what, at):
            """How many programs the second machine ran."""
            count.write_text("0\n")
            stub.write_text(STUB.format(count=count, at=at, what=what, git=git))
            stub.chmod(0o755)
            subprocess.run([str(PROGRAM), "sync"], capture_output=True, stdin=subprocess.DEVNULL,
                           env=self.two.environment | {"PATH": f"{bin}:{os.environ['PATH']}"})
            return int(count.read_text())

        def write(words):
            self.one.mentor("log", "ada", f"From one, {words}")
            self.one.mentor("sync")
            self.two.mentor("log", "ada", f"From two, {words}")

        write("undisturbed")
        calls = sync_behind("exit 1", -1)
        for at in range(calls):
            if at % (8 if "MENTOR_SANITIZED" in os.environ else 4) > 2:
                continue  # all of them would take a minute
            what = "kill -9 $PPID; exit 1" if at % 2 == 0 else "echo refused >&2; exit 128"
            with self.subTest(what=what, at=at):
                write(f"{what[:4]} {at}")
                sync_behind(what, at)
                for machine in (self.two, self.one, self.two):
                    machine.mentor("sync")
                self.assert_same()
        self.assertGreater(calls, 20)
        notes = [entry["note"] for entry in self.one.person(ADA)["log"]]
        self.assertEqual(len(notes), len(set(notes)))
        self.assertEqual(sum(note.startswith("From one") for note in notes),
                         sum(note.startswith("From two") for note in notes))


if __name__ == "__main__":
    unittest.main()
