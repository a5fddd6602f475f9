# SPDX-License-Identifier: MIT
"""What undo keeps, damaged in every way: the journal is never harmed, and nothing wrong is written."""

import os
import unittest

from program import ProgramTest


class Records(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")
        self.state = self.home / ".local/state"
        self.log = self.state / "mentor/undo"

    def commands(self):
        return self.mentor("undo", "--list", "--format", "{command}").split()

    def note(self):
        return "A note" in self.read("ada-lovelace.toml")


class Damage(Records):
    def setUp(self):
        super().setUp()
        self.begun = self.read("ada-lovelace.toml")
        self.mentor("plan", "ada", "3w")
        self.planned = self.read("ada-lovelace.toml")
        self.mentor("log", "ada", "A note")
        self.logged = self.read("ada-lovelace.toml")
        self.newest = max(self.log.iterdir())

    def assert_passed_over(self, note):
        """It is named and skipped, and what others wrote can't be taken for what it was about."""
        code, out, err = self.run_mentor("undo", "--list", "--format", "{command}")
        self.assertEqual((code, out), (0, "plan\n"), err)
        self.assertIn(note, err)
        code, _, err = self.run_mentor("undo")
        self.assertEqual(code, 5, err)
        self.assertIn(note, err)
        self.assertIn("this file was changed in the meantime", err)
        self.assertEqual(self.run_mentor("redo")[0], 4)
        self.assertEqual(self.read("ada-lovelace.toml"), self.logged)

    def assert_goes_on(self):
        """The next change can be taken back, and all of them can be forgotten."""
        _, _, err = self.run_mentor("set", "ada", "type=life")
        self.assertNotIn("won't know of this", err)
        self.mentor("undo")
        self.assertEqual(self.read("ada-lovelace.toml"), self.logged)

    def test_a_record_that_is_cut_anywhere(self):
        whole = self.newest.read_bytes()
        for size in [*range(0, len(whole), 61), len(whole) - 1]:
            with self.subTest(size=size):
                self.newest.write_bytes(whole[:size])
                self.assert_passed_over("warning: this is not what mentor writes, or not all of it")
        self.assert_goes_on()

    def test_a_record_that_holds_something_else(self):
        whole = self.newest.read_bytes()
        for text in (b"\0" * 5000, os.urandom(3000), whole.replace(b"undo 2", b"undo 3", 1), whole + b"x",
                     whole.replace(b"undo 2", b"undo 1", 1), whole.replace(b"A note", b"A mote"),
                     whole.replace(b"before ", b"before 9", 1),
                     whole.replace(b"before ", b"before 99999999999999999999", 1)):
            self.newest.write_bytes(text)
            self.assert_passed_over("warning: this is not what mentor writes, or not all of it")
        self.assert_goes_on()

    def replace_by(self, make):
        self.newest.unlink()
        make(self.newest)

    def test_a_folder_in_its_place(self):
        self.replace_by(os.mkdir)
        self.assert_passed_over("it is a folder, not a file")
        self.assert_goes_on()
        code, _, err = self.run_mentor("undo", "--forget", "--yes")
        self.assertEqual(code, 5, err)
        self.assertEqual([name for name in os.listdir(self.log) if not name.endswith(".forgotten")], [self.newest.name])

    def test_a_pipe_in_its_place(self):
        self.replace_by(os.mkfifo)
        self.assert_passed_over("it is a pipe, not a file")
        self.assert_goes_on()
        self.mentor("undo", "--forget", "--yes")
        self.assertRegex(" ".join(os.listdir(self.log)), r"^\d+\.forgotten$")

    def test_a_link_in_its_place(self):
        self.replace_by(lambda place: place.symlink_to(place.name))
        self.assert_passed_over("symbolic links")
        self.replace_by(lambda place: place.symlink_to("/etc/passwd"))
        self.assert_passed_over("this is not what mentor writes")
        self.assert_goes_on()

    def test_a_record_that_may_not_be_read(self):
        self.newest.chmod(0)
        user = self.as_nobody()
        code, out, err = self.run_mentor("undo", "--list", "--format", "{command}", **user)
        self.assertEqual((code, out), (0, "plan\n"), err)
        self.assertIn("Permission denied", err)
        self.assertEqual(self.run_mentor("log", "ada", "more", **user)[0], 0)
        self.assertEqual(self.run_mentor("undo", **user)[0], 0)
        self.assertEqual(self.read("ada-lovelace.toml"), self.logged)

    def test_a_record_larger_than_any(self):
        with self.newest.open("r+b") as file:
            file.truncate(300_000_000)
        self.assert_passed_over("it is larger than")
        self.assert_goes_on()

    def test_a_number_after_which_there_is_none(self):
        (self.log / f"{2**64 - 1:08}-zzzz-5.done").write_text("hello")
        self.assert_goes_on()
        self.mentor("undo")
        self.assertEqual(self.read("ada-lovelace.toml"), self.planned)


class StateFolder(Records):
    def assert_written_without_undo(self, **more):
        code, _, err = self.run_mentor("log", "ada", "A note", **more)
        self.assertEqual(code, 0, err)
        self.assertIn("`mentor undo` won't know of this: ", err)
        self.assertTrue(self.note())
        self.assertIn(self.run_mentor("undo", "--list", **more)[0], (0, 5))
        self.assertIn(self.run_mentor("undo", **more)[0], (4, 5))
        self.assertTrue(self.note())
        code, _, err = self.run_mentor("remove", "ada", "--yes", **more)
        self.assertEqual(code, 5, err)
        self.assertIn("nothing was removed, because it couldn't be brought back", err)
        self.assertTrue(self.note())

    def test_something_else_has_its_name(self):
        for make in (lambda: self.log.write_text(""), lambda: os.mkfifo(self.log),
                     lambda: self.log.symlink_to("nowhere"), lambda: self.log.symlink_to(self.log.name)):
            self.log.parent.mkdir(parents=True, exist_ok=True)
            make()
            self.assert_written_without_undo()
            self.log.unlink()

    def test_it_can_t_be_written_after_it_was(self):
        self.mentor("plan", "ada", "3w")
        planned = self.read("ada-lovelace.toml")
        user = self.as_nobody()
        self.log.chmod(0o500)
        try:
            code, out, _ = self.run_mentor("undo", "--list", "--format", "{command}", **user)
            self.assertEqual((code, out), (0, "plan\n"))
            self.assert_written_without_undo(**user)
        finally:
            self.log.chmod(0o700)
        code, _, err = self.run_mentor("undo", **user)
        self.assertEqual(code, 5, err)
        self.assertNotEqual(self.read("ada-lovelace.toml"), planned)

    def test_a_relative_path_is_no_name_for_it(self):
        for value in ("state", ""):
            self.mentor("log", "ada", "A note", environment={"XDG_STATE_HOME": value}, cwd=self.home)
        self.assertEqual(len(os.listdir(self.log)), 2)
        self.assertFalse((self.home / "state").exists())
        self.mentor("log", "ada", "A note", environment={"XDG_STATE_HOME": str(self.home / "a/b/c")})
        self.assertEqual(len(os.listdir(self.home / "a/b/c/mentor/undo")), 1)


if __name__ == "__main__":
    unittest.main()
