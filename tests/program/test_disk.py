# SPDX-License-Identifier: MIT
"""The disk says no: the message is clear, the exit code is 5, and the old file is there to the byte."""

import os
import resource
import stat
import subprocess
import unittest

from program import ProgramTest

OLD = 'name = "Ada Lovelace"\nrole = "mentor"\nstarted = 2026-01-12\n'


class Disk(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("ada-lovelace.toml", OLD)

    def assert_untouched(self):
        self.assertEqual(self.read("ada-lovelace.toml"), OLD)
        self.assertEqual(sorted(os.listdir(self.journal)), ["ada-lovelace.toml"])

    def test_a_write_that_stops_half_way_keeps_the_old_file(self):
        def limit_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
        # Python ignores SIGXFSZ, and its child keeps that: the write fails with EFBIG instead.
        code, _, err = self.run_mentor("log", "ada", "x" * 500, preexec_fn=limit_files,
                                       restore_signals=False)
        self.assertEqual(code, 5, err)
        self.assertIn("can't write", err)
        self.assertIn("File too large", err)
        self.assert_untouched()

    def test_a_full_disk_keeps_the_old_file(self):
        small = self.home / "small"
        small.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", small],
                                 capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no right to mount a small disk")
        self.addCleanup(subprocess.run, ["umount", small], check=True)
        self.journal = small
        self.environment["MENTOR_DIR"] = str(small)
        self.write("ada-lovelace.toml", OLD)
        (small / "filler").write_bytes(b"x" * 4096)
        code, _, err = self.run_mentor("log", "ada", "x" * 40000)
        self.assertEqual(code, 5, err)
        self.assertIn("No space left on device", err)
        self.assertEqual(self.read("ada-lovelace.toml"), OLD)
        self.assertEqual(sorted(os.listdir(small)), ["ada-lovelace.toml", "filler"])

    def test_an_unwritable_folder_is_said_so(self):
        user = self.as_nobody()
        self.journal.chmod(0o500)
        code, _, err = self.run_mentor("log", "ada", "hello", **user)
        self.journal.chmod(0o700)
        self.assertEqual(code, 5, err)
        self.assertIn("Permission denied", err)
        self.assert_untouched()

    def test_reading_works_on_a_read_only_journal_and_changes_no_file_time(self):
        self.mentor("log", "ada", "hello", "--todo", "Send it by fri")
        user = self.as_nobody()
        file = self.journal / "ada-lovelace.toml"
        os.utime(file, (1, 1))
        file.chmod(0o400)
        self.journal.chmod(0o500)
        before = os.stat(file), os.stat(self.journal)
        for words in (["due"], ["list"], ["show", "ada"], ["history", "ada"], ["todo"], ["ask", "ada"],
                      ["goal", "list"], ["review", "--year"], ["check"], ["config"], []):
            code, _, err = self.run_mentor(*words, **user)
            self.assertEqual(code, 0, f"{words}: {err}")
        after = os.stat(file), os.stat(self.journal)
        self.journal.chmod(0o700)
        for one, other in zip(before, after):
            self.assertEqual((one.st_mtime_ns, one.st_ctime_ns), (other.st_mtime_ns, other.st_ctime_ns))
        self.assertEqual(before[0].st_atime_ns, after[0].st_atime_ns)

    def test_full_standard_output_is_an_error(self):
        with open("/dev/full", "w") as full:
            process = subprocess.run([os.environ["MENTOR_PROGRAM"], "list"], stdout=full,
                                     stderr=subprocess.PIPE, env=self.environment)
        self.assertEqual(process.returncode, 5)
        self.assertIn(b"No space left on device", process.stderr)

    def test_new_folders_and_files_are_private_whatever_the_umask(self):
        for umask in (0o000, 0o022, 0o177):
            with self.subTest(umask=oct(umask)):
                journal = self.home / f"journal-{umask}"
                environment = {"MENTOR_DIR": str(journal)}
                more = {"environment": environment, "preexec_fn": lambda: os.umask(umask)}
                self.mentor("init", **more)
                self.mentor("add", "Ada", "--role", "mentor", **more)
                self.assertEqual(stat.S_IMODE(journal.stat().st_mode), 0o700)
                self.assertEqual(stat.S_IMODE((journal / "ada.toml").stat().st_mode), 0o600)

    def test_the_mode_of_a_file_and_a_symbolic_link_are_kept(self):
        elsewhere = self.home / "elsewhere.toml"
        (self.journal / "ada-lovelace.toml").rename(elsewhere)
        elsewhere.chmod(0o640)
        (self.journal / "ada-lovelace.toml").symlink_to(elsewhere)
        self.mentor("log", "ada", "hello")
        self.assertTrue((self.journal / "ada-lovelace.toml").is_symlink())
        self.assertIn("hello", elsewhere.read_text())
        self.assertEqual(stat.S_IMODE(elsewhere.stat().st_mode), 0o640)

    def test_strange_things_in_the_folder_harm_nobody(self):
        (self.journal / "a-folder.toml").mkdir()
        os.mkfifo(self.journal / "a-pipe.toml")
        (self.journal / "a-loop.toml").symlink_to("a-loop.toml")
        (self.journal / "a-dangler.toml").symlink_to("nowhere.toml")
        code, out, err = self.run_mentor("list", "--format", "{slug}")
        self.assertEqual(code, 3)
        self.assertEqual(out, "ada-lovelace\n")
        for name in ("a-folder.toml", "a-pipe.toml", "a-loop.toml"):
            self.assertIn(name, err)


if __name__ == "__main__":
    unittest.main()
