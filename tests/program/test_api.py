# SPDX-License-Identifier: MIT
"""A second program on the face of libmentor: examples/api, built with nothing but include/."""

import os
import pathlib
import shutil
import subprocess
import unittest

from program import SOURCE, ProgramTest
from waiting import PATIENCE

STATUS = os.environ["MENTOR_STATUS"]


class Api(ProgramTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(pathlib.Path(SOURCE) / "examples/journal", self.journal, dirs_exist_ok=True)
        for file in self.journal.iterdir():
            file.chmod(0o600)
        self.environment["MENTOR_TODAY"] = "2026-11-20"

    def status(self, *words):
        done = subprocess.run([STATUS, *words], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=PATIENCE)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_it_says_what_is_due_as_the_program_does(self):
        code, out, err = self.status()
        self.assertEqual((code, err), (0, ""))
        shown = dict(line.split(": ", 1) for line in out.splitlines())
        due = self.mentor("due", "--within", "today", "--format", "{name}\\t{what}").splitlines()
        first = {}
        for line in due:
            name, what = line.split("\t")
            first.setdefault(name, what)
        self.assertEqual(set(shown), set(first))
        self.assertGreater(len(shown), 3)

    def test_an_entry_is_logged_as_the_program_does_and_can_be_taken_back(self):
        [slug] = [file.stem for file in self.journal.iterdir() if file.name.startswith("amara")]
        before = self.read(f"{slug}.toml")
        code, out, err = self.status("amara", "Lunch,", "and", "a", "plan")
        self.assertEqual((code, out, err), (0, f"noted for {slug}\n", ""))
        self.assertIn('note = "Lunch, and a plan"', self.read(f"{slug}.toml"))
        self.assertIn("on = 2026-11-20", self.read(f"{slug}.toml"))
        self.mentor("undo")
        self.assertEqual(self.read(f"{slug}.toml"), before)

    def test_what_cant_be_read_is_told_and_harms_nobody(self):
        self.write("broken.toml", "name =\n")
        code, out, err = self.status()
        self.assertEqual(code, 0)
        self.assertIn("Amara", out)
        self.assertIn("broken.toml:1:", err)

    def test_an_error_is_that_of_the_program(self):
        code, out, err = self.status("nobody", "x")
        self.assertEqual((code, out), (4, ""))
        self.assertIn("nobody called 'nobody'", err)
        self.environment["MENTOR_DIR"] = str(self.home / "nowhere")
        self.assertEqual(self.status()[0], 2)

    def test_the_face_needs_nothing_but_itself(self):
        for header in sorted((pathlib.Path(SOURCE) / "include/mentor").iterdir()):
            done = subprocess.run(["g++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-x", "c++",
                                   "-I", f"{SOURCE}/include", "-"], input=f"#include <mentor/{header.name}>\n".encode(),
                                  capture_output=True, timeout=PATIENCE)
            self.assertEqual(done.returncode, 0, done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
