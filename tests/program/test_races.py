# SPDX-License-Identifier: MIT
"""Many writers at once: nothing is lost, and no reader sees half a file."""

import tomllib
import unittest

from program import ProgramTest

WRITERS = 40


class Races(ProgramTest):
    def finish(self, processes):
        for process in processes:
            _, err = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, err.decode())

    def entries(self, slug):
        return tomllib.loads(self.read(f"{slug}.toml")).get("log", [])

    def test_forty_entries_for_one_person_are_all_kept(self):
        self.person("ada-lovelace", "Ada Lovelace")
        self.finish([self.start("log", "ada", f"entry {i}") for i in range(WRITERS)])
        entries = self.entries("ada-lovelace")
        self.assertEqual({entry["note"] for entry in entries}, {f"entry {i}" for i in range(WRITERS)})
        self.assertEqual(len({entry["id"] for entry in entries}), WRITERS)
        self.assertEqual([path.name for path in self.journal.iterdir()], ["ada-lovelace.toml"])

    def test_forty_entries_for_forty_people_are_all_kept(self):
        for i in range(WRITERS):
            self.person(f"person-{i}", f"Person {i}")
        self.finish([self.start("log", f"person-{i}", "hello") for i in range(WRITERS)])
        for i in range(WRITERS):
            self.assertEqual(len(self.entries(f"person-{i}")), 1)

    def test_forty_entries_for_two_people_together_are_all_kept_under_one_id(self):
        self.person("ada-lovelace", "Ada Lovelace")
        self.person("grace-hopper", "Grace Hopper")
        self.finish([self.start("log", "ada", "--with", "grace", f"lunch {i}") for i in range(WRITERS)])
        ada, grace = self.entries("ada-lovelace"), self.entries("grace-hopper")
        self.assertEqual(len(ada), WRITERS)
        self.assertEqual({(e["id"], e["note"]) for e in ada}, {(e["id"], e["note"]) for e in grace})

    def test_taking_back_beside_writers_loses_nothing(self):
        self.person("ada-lovelace", "Ada Lovelace")
        begun = self.read("ada-lovelace.toml")
        for i in range(6):
            self.mentor("log", "ada", f"before {i}")
        self.finish([self.start("log", "ada", f"entry {i}") for i in range(12)]
                    + [self.start("undo") for _ in range(6)])
        self.assertEqual(len(self.entries("ada-lovelace")), 12)
        for _ in range(12):
            self.mentor("undo")
        self.assertEqual(self.read("ada-lovelace.toml"), begun)

    def test_readers_beside_writers_never_see_half_a_file(self):
        self.person("ada-lovelace", "Ada Lovelace")
        writers = [self.start("log", "ada", "x" * 3000) for _ in range(20)]
        readers = [self.start("due") for _ in range(40)]
        self.finish(readers)
        self.finish(writers)


if __name__ == "__main__":
    unittest.main()
