# SPDX-License-Identifier: MIT
"""A home of its own for the real program: a temporary folder, a journal in it, and a way to run it."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from waiting import PATIENCE

PROGRAM = pathlib.Path(os.environ["MENTOR_PROGRAM"])
SOURCE = pathlib.Path(os.environ["MENTOR_SOURCE"])
TODAY = "2026-11-22"
NOBODY = 65534
# tests/turning.sh: minutes, days and a year turn while a test runs.
CLOCK_TURNS = "MENTOR_CLOCK_TURNS" in os.environ

# A shell has what it puts into the background ignore Ctrl-C, and nohup the end of the window; all that we start would take
# that over from us. What we hear ourselves, if only to pass over it, it doesn't.
for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
    if signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, lambda *_: None)


def help_of_all():
    """`mentor help --json`: the options of every command, and each command with what it takes and whether it
    writes."""
    done = subprocess.run([PROGRAM, "help", "--json"], capture_output=True, text=True, check=True,
                          env={"HOME": "/nonexistent", "PATH": os.environ["PATH"]})
    return json.loads(done.stdout)


def commands(effect=None):
    """The commands by name: those of this effect ("reads", "writes"), or all."""
    return {command["command"]: command for command in help_of_all()["items"] if effect in (None, command["effect"])}


class ProgramTest(unittest.TestCase):
    # Of a build with the address sanitizer: as long as all else that a short run does. The transcripts and the unit tests
    # do it, where a process runs thousands of them.
    LOOKS_FOR_LEAKS = False

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="mentor-test-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.journal = self.home / "journal"
        self.environment = {
            "HOME": str(self.home), "PATH": os.environ["PATH"], "TZ": "UTC",
            "MENTOR_DIR": str(self.journal), "MENTOR_CONFIG": str(self.home / "config.toml"),
            "MENTOR_TODAY": TODAY, "TMPDIR": str(self.home),
            # Every file of every test is read both ways, and they agree.
            "MENTOR_READER": "both",
            "ASAN_OPTIONS": f"detect_leaks={int(self.LOOKS_FOR_LEAKS)}",
            "LSAN_OPTIONS": f"suppressions={SOURCE}/tests/support/leaks.txt:print_suppressions=0",
        }

    def start(self, *words, input=subprocess.DEVNULL, **more):
        environment = self.environment | more.pop("environment", {})
        return subprocess.Popen([str(PROGRAM), *words], stdin=input, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=environment, **more)

    def run_mentor(self, *words, text=None, **more):
        """Runs to the end; gives (exit code, standard output, standard error) as text."""
        process = self.start(*words, input=subprocess.DEVNULL if text is None else subprocess.PIPE,
                             **more)
        try:
            out, err = process.communicate(None if text is None else text.encode(), timeout=PATIENCE)
        finally:
            process.kill()  # what hangs would take a processor from all that comes after it
        return process.returncode, out.decode(), err.decode()

    def mentor(self, *words, **more):
        """Runs what is expected to succeed; gives its standard output."""
        code, out, err = self.run_mentor(*words, **more)
        self.assertEqual(code, 0, f"mentor {' '.join(words)}: {err}")
        return out

    def write(self, name, text):
        self.journal.mkdir(mode=0o700, exist_ok=True)
        file = self.journal / name
        file.touch(mode=0o600)
        file.write_bytes(text.encode())

    def read(self, name):
        return (self.journal / name).read_bytes().decode()

    def person(self, slug, name, **keys):
        lines = ["format = 1", f'name = "{name}"', 'role = "mentor"', "started = 2026-01-12"]
        lines += [f"{key} = {value}" for key, value in keys.items()]
        self.write(f"{slug}.toml", "\n".join(lines) + "\n")

    def as_nobody(self):
        """Whoever runs the tests, what follows is done without root's power over modes."""
        if os.geteuid() != 0:
            return {}
        for path in [self.home, *self.home.rglob("*")]:
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []}
