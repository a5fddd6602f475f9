# SPDX-License-Identifier: MIT
"""The lock when its holder is killed, and when it is stopped."""

import fcntl
import os
import re
import signal
import subprocess
import time
import tomllib
import unittest

from program import PROGRAM, ProgramTest, can_trace


@unittest.skipUnless(can_trace(), "strace can't trace here")
class Holders(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")

    def disturb(self, signal_name, call, number=1):
        """A writer that hears the signal while it holds the lock."""
        process = subprocess.Popen(
            ["strace", "-o", "/dev/null", "-e", f"trace={call}",
             "-e", f"inject={call}:signal={signal_name}:when={number}", str(PROGRAM), "log", "ada", "theirs"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=self.environment)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def notes(self):
        return [entry["note"] for entry in tomllib.loads(self.read("ada-lovelace.toml")).get("log", [])]

    def test_a_holder_that_was_killed_is_no_obstacle(self):
        for number, call in enumerate(("fsync", "renameat2", "write")):
            self.disturb("SIGKILL", call).wait(60)
            self.mentor("log", "ada", f"after {number}")
        self.assertEqual([note for note in self.notes() if note != "theirs"], ["after 0", "after 1", "after 2"])
        self.assertEqual(os.listdir(self.journal), ["ada-lovelace.toml"])

    def test_a_holder_that_was_stopped_is_waited_for_and_named(self):
        stopped = self.disturb("SIGSTOP", "fsync")
        self.wait_until_it_holds_on()
        waiting = [self.start(*words) for words in (["log", "ada", "ours"], ["undo"], ["remove", "ada", "--yes"],
                                                    ["rename", "ada", "Ada King"])]
        self.assertEqual(self.mentor("list", "--format", "{slug}"), "ada-lovelace\n")
        before = self.read("ada-lovelace.toml")
        for process in waiting:
            _, err = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 5, err)
            self.assertRegex(err, rb"another mentor is writing \(process \d+\)")
            named = re.search(rb"another mentor is writing \(process (\d+)\)", err)
            self.assertEqual(int(named[1]), self.child_of(stopped.pid))
        self.assertEqual(self.read("ada-lovelace.toml"), before)
        os.kill(self.child_of(stopped.pid), signal.SIGKILL)
        stopped.wait(60)
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

    def child_of(self, process):
        with open(f"/proc/{process}/task/{process}/children") as children:
            found = children.read().split()
        return int(found[0]) if found else 0

    def wait_until_it_holds_on(self):
        """A lock that is held for longer than any writer that goes on would need it."""
        folder = os.open(self.journal, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        limit, since = time.monotonic() + 60, None
        while not since or time.monotonic() - since < 1:
            self.assertLess(time.monotonic(), limit)
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                fcntl.flock(folder, fcntl.LOCK_UN)
                since = None
            except BlockingIOError:
                since = since or time.monotonic()
            time.sleep(0.01)


if __name__ == "__main__":
    unittest.main()
