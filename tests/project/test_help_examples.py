# SPDX-License-Identifier: MIT
"""The examples below each command's help: typed in their order, they are one story, and each does what it says."""

import re
import shlex
import shutil
import unittest

from program import SOURCE, ProgramTest, commands

FILE = SOURCE / "src/cli/help/examples.txt"
# What needs a person to answer says so, and what isn't here can't be reached; of the others each succeeds.
ENDS = {"mentor walk": 2, "mentor walk ada": 2, "mentor pulse ada": 2, "mentor goal grow ada talk": 2,
        "mentor import jrnl diary.txt": 1, "mentor import friends friends.md": 1,
        "mentor sync --setup /media/stick/journal.git": 5}


def examples():
    for line in FILE.read_text().splitlines():
        command, separator, purpose = line.partition("  # ")
        assert separator and purpose, line
        yield command


class HelpExamples(ProgramTest):
    def test_every_command_has_two_or_three(self):
        self.environment["COLUMNS"] = "80"  # where each stands in one line, to be copied
        told = []
        for command in commands():
            with self.subTest(command):
                page = self.mentor("help", *command.split())
                shown = re.findall(r"^  (mentor .+?)(?:  |$)", page.partition("\nExamples\n")[2], re.MULTILINE)
                self.assertIn(len(shown), (2, 3, 4), page)
                told += shown
        self.assertEqual(sorted(told), sorted(examples()))

    def test_typed_in_order_they_are_a_story(self):
        self.environment["EDITOR"] = "true"
        stub = self.home / "bin" / "notify-send"
        stub.parent.mkdir()
        stub.write_text("#!/bin/sh\n")
        stub.chmod(0o755)
        for name in ("diary.txt", "friends.md"):
            shutil.copy(SOURCE / "tests/support/imports" / name, self.home)
        self.environment["PATH"] = f"{stub.parent}:{self.environment['PATH']}"
        for command in examples():
            program, *words = shlex.split(command)
            self.assertEqual(program, "mentor")
            with self.subTest(command):
                code, out, error = self.run_mentor(*words, environment={
                    "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Kim", "GIT_AUTHOR_EMAIL": "kim@example.org",
                    "GIT_COMMITTER_NAME": "Kim", "GIT_COMMITTER_EMAIL": "kim@example.org"}, cwd=self.home)
                self.assertEqual(code, ENDS.get(command, 0), error)


if __name__ == "__main__":
    unittest.main()
