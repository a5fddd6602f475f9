# SPDX-License-Identifier: MIT
"""The lock when its holder is killed, and when it is stopped."""

import fcntl
import os
import re
import tomllib
import unittest

from program import ProgramTest
from tracing import CAN_EXCHANGE, Traced, after, can_trace
from waiting import PATIENCE


@unittest.skipUnless(can_trace(), "strace can't trace here")
class Holders(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")

    def disturb(self, **injections):
        """A writer to whom this happens while it holds the lock."""
        return Traced(self, ["log", "ada", "theirs"], **injections)

    def notes(self):
        return [entry["note"] for entry in tomllib.loads(self.read("ada-lovelace.toml")).get("log", [])]

    def test_a_holder_that_was_killed_is_no_obstacle(self):
        for number, call in enumerate(("fsync", "renameat2" if CAN_EXCHANGE else "rename", "write")):
            self.disturb(**{call: "signal=SIGKILL:when=1"}).finish()
            self.mentor("log", "ada", f"after {number}")
        self.assertEqual([note for note in self.notes() if note != "theirs"], ["after 0", "after 1", "after 2"])
        self.assertEqual(os.listdir(self.journal), ["ada-lovelace.toml"])

    def test_a_holder_that_was_stopped_is_waited_for_and_named(self):
        stopped = self.disturb(fsync=after(1))
        stopped.await_stop()
        waiting = [self.start(*words) for words in (["log", "ada", "ours"], ["undo"], ["remove", "ada", "--yes"],
                                                    ["rename", "ada", "Ada King"])]
        self.assertEqual(self.mentor("list", "--format", "{slug}"), "ada-lovelace\n")
        before = self.read("ada-lovelace.toml")
        for process in waiting:
            _, err = process.communicate(timeout=PATIENCE)
            self.assertEqual(process.returncode, 5, err)
            self.assertRegex(err, rb"another mentor is writing \(process \d+\)")
            named = re.search(rb"another mentor is writing \(process (\d+)\)", err)
            self.assertEqual(int(named[1]), stopped.process.pid)
        self.assertEqual(self.read("ada-lovelace.toml"), before)
        stopped.process.kill()
        stopped.finish()
        self.mentor("log", "ada", "ours")
        self.assertEqual(self.notes(), ["ours"])

    def test_another_program_that_holds_the_lock_is_named(self):
        folder = os.open(self.journal, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        with open("/proc/self/comm") as comm:
            program = comm.read().rstrip("\n")
        code, _, err = self.run_mentor("log", "ada", "ours")
        self.assertEqual((code, err), (5, f"mentor: {program} (process {os.getpid()}) holds the lock on {self.journal}\n"
                                          "  nothing was changed; wait until it is done and try again\n"))


if __name__ == "__main__":
    unittest.main()
