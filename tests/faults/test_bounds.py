# SPDX-License-Identifier: MIT
"""How much undo keeps: fifty changes and 32 MiB at the most, whoever writes at once."""

import unittest

from program import ProgramTest
from waiting import PATIENCE

MIB = 1 << 20


class Bounds(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")
        self.log = self.home / ".local/state/mentor/undo"

    def commands(self):
        return self.mentor("undo", "--list", "--format", "{command}").split()

    def kept(self):
        sizes = [file.stat().st_size for file in self.log.iterdir()]
        return len(sizes), sum(sizes)

    def assert_bounded(self):
        count, size = self.kept()
        self.assertLessEqual(count, 50)
        self.assertLessEqual(size, 32 * MIB)

    def test_many_large_changes_by_several_writers(self):
        large = f"about = '{'x' * (MIB // 2)}'\n"
        self.write("ada-lovelace.toml", self.read("ada-lovelace.toml") + large)
        self.write("grace-hopper.toml", f"name = 'Grace Hopper'\nrole = 'peer'\n{large}")
        for _ in range(25):
            writers = [self.start("log", "ada" if i % 2 else "grace", "hello") for i in range(4)]
            for process in writers:
                _, err = process.communicate(timeout=PATIENCE)
                self.assertEqual(process.returncode, 0, err)
            self.assert_bounded()
        self.assertGreater(self.kept()[1], 30 * MIB)
        self.mentor("undo", "3", "--yes")
        self.assert_bounded()
        logs = self.read("ada-lovelace.toml").count("[[log]]") + self.read("grace-hopper.toml").count("[[log]]")
        self.assertEqual(logs, 97)

    def test_many_small_changes(self):
        for i in range(60):
            self.mentor("log", "ada", f"entry {i}")
        self.assertEqual(len(self.commands()), 50)
        self.mentor("undo", "50", "--yes")
        self.assertIn("entry 9", self.read("ada-lovelace.toml"))
        self.assertNotIn("entry 10", self.read("ada-lovelace.toml"))
        self.assertEqual(self.kept()[0], 50)


if __name__ == "__main__":
    unittest.main()
