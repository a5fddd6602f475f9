# SPDX-License-Identifier: MIT
"""`.ci/install`, with an apt-get, a dpkg-query and a clock of our own."""

import os
import pathlib
import subprocess
import tempfile
import unittest

from waiting import PATIENCE

ROOT = pathlib.Path(os.environ["MENTOR_SOURCE"])

LOCKED = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 42 (apt-get)"


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="mentor-install-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.put("id", "echo 0")
        self.put("sleep", "echo sleep >>calls")
        self.put("dpkg-query", '[ "$3" = g++ ] && echo installed')

    def put(self, name, script):
        program = self.folder / name
        program.write_text(f"#!/bin/sh\ncd {self.folder}\n{script}\n")
        program.chmod(0o755)

    def install(self, *roles):
        environment = {"PATH": f"{self.folder}:{os.environ['PATH']}"}
        done = subprocess.run(["sh", ROOT / ".ci/install", *roles], env=environment, capture_output=True,
                              text=True, timeout=PATIENCE)
        calls = self.folder / "calls"
        return done, calls.read_text().splitlines() if calls.exists() else []

    def test_what_is_missing_is_installed(self):
        self.put("apt-get", 'echo "$@" >>calls')
        done, calls = self.install("build")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(calls[0], "-q -y update")
        self.assertIn(" install --no-install-recommends cmake ninja-build ", calls[1])
        self.assertEqual(len(calls), 2)

    def test_it_does_nothing_where_nothing_is_missing(self):
        self.put("dpkg-query", "echo installed")
        self.put("apt-get", 'echo "$@" >>calls')
        done, calls = self.install("build", "test")
        self.assertEqual((done.returncode, done.stderr, calls), (0, "", []))

    def test_it_waits_for_whoever_holds_a_lock(self):
        self.put("apt-get", 'echo "$3" >>calls; [ "$(grep -c "$3" calls)" = 3 ] || '
                            f'{{ echo "{LOCKED}"; exit 100; }}')
        done, calls = self.install("build")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(calls, ["update", "sleep", "update", "sleep", "update",
                                 "install", "sleep", "install", "sleep", "install"])
        self.assertIn("Waiting for another program", done.stderr)
        self.assertNotIn("Could not get lock", done.stderr)

    def test_it_gives_up_in_the_end(self):
        self.put("apt-get", f'echo "{LOCKED}"; exit 100')
        done, calls = self.install("build")
        self.assertEqual((done.returncode, len(calls)), (1, 120))
        self.assertIn(LOCKED, done.stderr)

    def test_it_doesn_t_wait_where_something_else_is_wrong(self):
        self.put("apt-get", "echo E: no such package; exit 100")
        done, calls = self.install("build")
        self.assertEqual((done.returncode, calls), (1, []))
        self.assertIn("E: no such package", done.stderr)


if __name__ == "__main__":
    unittest.main()
