# SPDX-License-Identifier: MIT
"""The sample journal and configuration are sound, believable to the program and to Python's tomllib."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import tomllib
import unittest

from terminal import Terminal

ROOT = pathlib.Path(os.environ["MENTOR_SOURCE"])
PROGRAM = os.environ["MENTOR_PROGRAM"]
JOURNAL = ROOT / "examples/journal"


class Examples(unittest.TestCase):
    def mentor(self, *words):
        with tempfile.TemporaryDirectory() as home:
            journal = pathlib.Path(home, "journal")
            config = pathlib.Path(home, "config.toml")
            shutil.copytree(JOURNAL, journal)
            shutil.copy(ROOT / "examples/config.toml", config)
            # As theirs who keep them; a checkout gives them to everyone.
            journal.chmod(0o700)
            for file in [config, *journal.iterdir()]:
                file.chmod(0o600)
            return subprocess.run([PROGRAM, *words], capture_output=True, text=True, env={
                "HOME": home, "TMPDIR": home, "PATH": os.environ["PATH"], "MENTOR_TODAY": "2026-11-20",
                "MENTOR_DIR": str(journal), "MENTOR_CONFIG": str(config)})

    def test_every_file_is_sound(self):
        done = self.mentor("check")
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)

    def test_another_parser_reads_them(self):
        files = [*JOURNAL.glob("*.toml"), ROOT / "examples/config.toml"]
        self.assertGreater(len(files), 6)
        for file in files:
            tomllib.loads(file.read_text())

    def test_they_show_every_role_and_the_stages_of_a_mentorship(self):
        people = [tomllib.loads(file.read_text()) for file in JOURNAL.glob("*.toml")]
        self.assertEqual({person["role"] for person in people}, {"mentor", "mentee", "peer"})
        self.assertLessEqual({"prospect", "active", "paused", "alumni"},
                             {person.get("stage", "active") for person in people})

    def test_every_kind_of_reminder_comes_up(self):
        done = self.mentor("due", "--within", "2w", "--format", "{kind}")
        self.assertEqual(set(done.stdout.split()), {
            "check-in", "meeting", "outreach", "commitment", "nudge", "report", "thanks", "goal",
            "milestone", "occasion", "agreement", "pulse", "pause", "ending"})

    def test_the_page_before_a_meeting_fits_on_a_screen(self):
        for file in JOURNAL.glob("*.toml"):
            with self.subTest(file.stem), Terminal(
                    [PROGRAM, "--no-pager", "prep", file.stem], columns=80, rows=24, environment={
                        "MENTOR_TODAY": "2026-11-20", "MENTOR_DIR": str(JOURNAL),
                        "MENTOR_CONFIG": str(ROOT / "examples/config.toml")}) as person:
                self.assertEqual(person.wait(), 0)
                lines = person.everything().splitlines()
                self.assertRegex("\n".join(lines), "last time|so far")
                self.assertLess(len(lines), 24)


if __name__ == "__main__":
    unittest.main()
