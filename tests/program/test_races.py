# SPDX-License-Identifier: MIT
"""Many writers at once: nothing is lost, and no reader sees half a file."""

import collections
import json
import threading
import tomllib
import unittest

from program import ProgramTest
from waiting import PATIENCE

WRITERS = 40
UNKNOWN, REFUSED = 4, 5


class Racing(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")

    def finish(self, processes, allowed=(0,)):
        """The exit codes, in turn."""
        codes = []
        for process in processes:
            _, err = process.communicate(timeout=PATIENCE)
            self.assertIn(process.returncode, allowed, err.decode())
            codes.append(process.returncode)
        return codes

    def start_logs(self, *who, count=WRITERS):
        return [self.start("log", who[i % len(who)], f"entry {i}") for i in range(count)]

    def entries(self, slug):
        return tomllib.loads(self.read(f"{slug}.toml")).get("log", [])

    def notes(self):
        """How often each note stands in the journal, whoever's file it is in."""
        return collections.Counter(entry["note"] for file in self.journal.iterdir()
                                   for entry in self.entries(file.stem))

    def assert_kept(self, codes):
        """Every entry whose writer said so is there once, and no other."""
        kept = [f"entry {i}" for i, code in enumerate(codes) if code == 0]
        self.assertEqual(self.notes(), collections.Counter(kept))


class Entries(Racing):
    def test_forty_entries_for_one_person_are_all_kept(self):
        self.assert_kept(self.finish(self.start_logs("ada")))
        self.assertEqual(len({entry["id"] for entry in self.entries("ada-lovelace")}), WRITERS)
        self.assertEqual([path.name for path in self.journal.iterdir()], ["ada-lovelace.toml"])

    def test_forty_entries_for_forty_people_are_all_kept(self):
        for i in range(WRITERS):
            self.person(f"person-{i}", f"Person {i}")
        self.finish([self.start("log", f"person-{i}", "hello") for i in range(WRITERS)])
        for i in range(WRITERS):
            self.assertEqual(len(self.entries(f"person-{i}")), 1)

    def test_forty_entries_for_two_people_together_are_all_kept_under_one_id(self):
        self.person("grace-hopper", "Grace Hopper")
        self.finish([self.start("log", "ada", "--with", "grace", f"lunch {i}") for i in range(WRITERS)])
        ada, grace = self.entries("ada-lovelace"), self.entries("grace-hopper")
        self.assertEqual(len(ada), WRITERS)
        self.assertEqual({(e["id"], e["note"]) for e in ada}, {(e["id"], e["note"]) for e in grace})


class Readers(Racing):
    def read_for_ever(self, stop, seen):
        while not stop.is_set():
            tomllib.loads(self.read("ada-lovelace.toml"))
            seen.append(json.loads(self.mentor("show", "ada", "--json")))

    def test_readers_beside_writers_never_see_half_a_file(self):
        stop, seen = threading.Event(), []
        reader = threading.Thread(target=self.read_for_ever, args=(stop, seen))
        reader.start()
        self.addCleanup(reader.join)
        self.addCleanup(stop.set)
        self.finish([self.start("log", "ada", "x" * 3000) for _ in range(20)]
                    + [self.start("due") for _ in range(20)])
        before = len(seen)
        stop.set()
        reader.join()
        self.assertGreater(before, 0)
        self.assertEqual({shown["items"][0]["name"] for shown in seen}, {"Ada Lovelace"})


class Names(Racing):
    def test_entries_beside_a_person_who_changes_names_are_in_one_file(self):
        writers = []
        for turn in range(12):
            for who in ("ada-lovelace", "Ada King", "ada"):
                writers.append(self.start("log", who, f"entry {len(writers)}"))
            self.mentor("rename", "ada", "Ada King" if turn % 2 == 0 else "Ada Lovelace")
        codes = self.finish(writers, allowed=(0, UNKNOWN))
        self.assertIn(0, codes)
        self.assert_kept(codes)
        self.assertEqual([path.name for path in self.journal.iterdir()], ["ada-lovelace.toml"])

    def test_what_was_logged_before_a_removal_comes_back_with_the_file(self):
        writers = self.start_logs("ada", count=10)
        removing = self.start("remove", "ada", "--yes")
        writers += [self.start("log", "ada", f"entry {i}") for i in range(10, 20)]
        codes = self.finish(writers, allowed=(0, UNKNOWN))
        self.finish([removing])
        self.assertEqual(list(self.journal.iterdir()), [])
        self.mentor("undo")
        self.assert_kept(codes)

    def test_one_of_many_who_add_the_same_person_does(self):
        adding = [self.start("add", "Grace", "--role", "peer", "--about", f"number {i}") for i in range(20)]
        codes = self.finish(adding, allowed=(0, 2))
        self.assertEqual(codes.count(0), 1)
        self.assertEqual(tomllib.loads(self.read("grace.toml"))["about"].strip(), f"number {codes.index(0)}")

    def test_settings_changed_at_once_all_hold(self):
        settings = {"within": "3w", "week_starts": "sunday", "cadence.mentor": "5w", "cadence.peer": "7w",
                    "cadence.mentee": "1w", "me.name": "Bo", "me.goal": "Learn", "color": "never",
                    "cadence.alumni": "4mo", "editor": "vi", "kinds.hike": "meeting", "pager": "less"}
        self.finish([self.start("config", key, value) for key, value in settings.items()])
        config = tomllib.loads((self.home / "config.toml").read_text())
        for key, value in settings.items():
            table, _, last = key.rpartition(".")
            self.assertEqual((config[table] if table else config)[last], value)


class TakingBack(Racing):
    def take_back_everything(self):
        while self.run_mentor("undo")[0] == 0:
            pass

    def test_taking_back_beside_writers_loses_nothing(self):
        begun = self.read("ada-lovelace.toml")
        for i in range(6):
            self.mentor("log", "ada", f"before {i}")
        self.finish([self.start("log", "ada", f"entry {i}") for i in range(12)]
                    + [self.start("undo") for _ in range(6)])
        self.assertEqual(len(self.entries("ada-lovelace")), 12)
        for _ in range(12):
            self.mentor("undo")
        self.assertEqual(self.read("ada-lovelace.toml"), begun)

    def test_undo_and_redo_beside_two_people_s_writers_take_whole_steps(self):
        self.person("grace-hopper", "Grace Hopper")
        begun = {file.name: file.read_text() for file in self.journal.iterdir()}
        logs, undos, redos = [], [], []
        for i in range(8):
            logs += [self.start("log", "ada", f"entry {2 * i}"), self.start("log", "grace", f"entry {2 * i + 1}")]
            undos.append(self.start("undo"))
            redos.append(self.start("redo"))
        self.finish(logs)
        taken = self.finish(undos, allowed=(0, UNKNOWN)).count(0)
        # What was written on top of it meanwhile is in the way of a redo.
        brought = self.finish(redos, allowed=(0, UNKNOWN, REFUSED)).count(0)
        self.assertEqual(self.notes().total(), len(logs) - taken + brought)
        self.assertEqual(max(self.notes().values()), 1)
        self.take_back_everything()
        self.assertEqual({file.name: file.read_text() for file in self.journal.iterdir()}, begun)

    def test_undo_beside_rename_leaves_one_file_and_all_of_it(self):
        self.mentor("log", "ada", "entry 0")
        for turn in range(8):
            self.finish([self.start("rename", "ada", f"Ada {turn}"), self.start("undo"), self.start("redo")],
                        allowed=(0, UNKNOWN, REFUSED))
            (file,) = self.journal.iterdir()
            self.assertLessEqual(len(self.entries(file.stem)), 1)
        self.take_back_everything()
        self.assertEqual([file.name for file in self.journal.iterdir()], ["ada-lovelace.toml"])
        self.assertEqual(self.entries("ada-lovelace"), [])

    def test_mending_beside_writers_loses_nothing(self):
        self.person("ada-lovelace", "Ada Lovelace", staeg='"active"')
        logs, mends = [], []
        for i in range(5):
            logs += [self.start("log", "ada", f"entry {4 * i + j}") for j in range(4)]
            mends.append(self.start("check", "--fix", "--yes"))
        codes = self.finish(logs)
        self.finish(mends, allowed=(0, 3, REFUSED))
        self.assert_kept(codes)
        self.mentor("check", "--fix", "--yes")
        self.assertIn("stage = \"active\"", self.read("ada-lovelace.toml"))
        self.assert_kept(codes)


if __name__ == "__main__":
    unittest.main()
