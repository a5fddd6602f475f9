# SPDX-License-Identifier: MIT
"""Machines of one person: homes of their own, and a repository that all of them reach."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import tomllib
import unittest

from program import PROGRAM, TODAY
from waiting import PATIENCE

# Hundreds of commits are made: where nothing waits for a disk, where there is such a place.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
# Such repositories are gone before there is anything to tidy up in them.
IDENTITY = ("[user]\n\tname = Tester\n\temail = tester@example.org\n[init]\n\tdefaultBranch = main\n"
            "[maintenance]\n\tauto = false\n[gc]\n\tauto = 0\n[receive]\n\tautoGC = false\n")


class Machine:
    def __init__(self, folder):
        self.home = pathlib.Path(folder)
        self.home.mkdir()
        self.journal = self.home / "journal"
        self.today = TODAY
        self.place = {}  # variables that say where it stands
        (self.home / ".gitconfig").write_text(IDENTITY)

    @property
    def environment(self):
        return {"HOME": str(self.home), "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
                "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
                "MENTOR_DIR": str(self.journal), "MENTOR_CONFIG": str(self.home / "config.toml"),
                "MENTOR_TODAY": self.today, "TMPDIR": str(self.home), "MENTOR_READER": "both",
                "ASAN_OPTIONS": "detect_leaks=0", **self.place}

    def run(self, *words, text=None, **variables):
        """Gives (exit code, standard output, standard error)."""
        done = subprocess.run([str(PROGRAM), *words], env=self.environment | variables, capture_output=True, timeout=PATIENCE,
                              **({"stdin": subprocess.DEVNULL} if text is None else {"input": text.encode()}))
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def mentor(self, *words, code=0, text=None):
        """Runs what is expected to end with `code`; gives what it said."""
        status, out, err = self.run(*words, text=text)
        if status != code:
            raise AssertionError(f"mentor {' '.join(words)} ended with {status}: {out}{err}")
        return out + err

    def git(self, *words, code=0):
        done = subprocess.run(["git", "-C", str(self.journal), *words], env=self.environment,
                              capture_output=True, text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, umask=0o077)
        if code is not None and done.returncode != code:
            raise AssertionError(f"git {' '.join(words)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def read(self, name):
        return (self.journal / name).read_text()

    def write(self, name, text):
        (self.journal / name).write_text(text)
        (self.journal / name).chmod(0o600)

    def person(self, name):
        return tomllib.loads(self.read(name))

    def files(self):
        return {path.name: path.read_text() for path in sorted(self.journal.glob("*.toml"))}


class ClonesTest(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="mentor-clones-", dir=MEMORY))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        self.remote = self.root / "remote.git"
        subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(self.remote)], check=True)

    def machine(self, name):
        return Machine(self.root / name)

    def set_up_both(self):
        for machine in (self.one, self.two):
            machine.mentor("sync", "--setup", str(self.remote))

    def put(self, machine, name, text):
        """A file that is nobody's, in a folder of the journal's, too."""
        (machine.journal / name).parent.mkdir(exist_ok=True)
        machine.write(name, text)

    def put_on_both(self, name, text):
        self.put(self.one, name, text)
        self.one.mentor("sync")
        self.two.mentor("sync")

    def refuse_by_hook(self, repository, name, words):
        """A hook of git's that refuses, with these words; gives its file."""
        hook = repository / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\necho '{words}' >&2\nexit 1\n")
        hook.chmod(0o755)
        return hook
