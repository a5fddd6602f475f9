# SPDX-License-Identifier: MIT
"""The system calls of every command that writes fail in turn, and are the last one in turn.

strace makes them fail, each call in one way, and in every third of the commands where they write by the same code; under
MENTOR_EVERY_FAULT=1 all of them in all commands and in every way. Whatever happens, the journal holds the old bytes or the
new ones and nothing between, the exit code and the message tell which, the next command works, and no temporary file is
left after it. A command that is stopped between two files is finished by the next one that takes the lock, which says so.
"""

import collections
import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import subprocess
import tempfile
import tomllib
import unittest

from program import commands
from scenarios import WRITING, journal_of
from tracing import can_trace
from waiting import PATIENCE

PROGRAM = os.environ["MENTOR_PROGRAM"]
# Thousands of worlds are made and synced: where nothing waits for a disk, where there is such a place.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

# Thousands of runs: here a place of the code meets all its errors over the many commands that come by.
IN_EVERY_WAY = "MENTOR_EVERY_FAULT" in os.environ
EVERY_CHANGE = 3
EVERY_LOOK = 9  # the most by far, and the least to lose
# Of those that write in a way of their own each change is tried: several files, files that go, folders that come.
OWN_WAYS = {"check", "config", "import", "init", "redo", "remove", "rename", "undo"}

# What each call can fail with, where the default wouldn't say enough.
ERRORS = {
    "openat": ["EACCES", "EROFS", "EMFILE", "ENOSPC", "EINTR"],
    "read": ["EIO", "EINTR"],
    "write": ["ENOSPC", "EIO", "EDQUOT", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EDQUOT", "EINTR"],
    "close": ["EIO", "EINTR"],
    "rename": ["EACCES", "EROFS", "ENOSPC"],
    "renameat2": ["EACCES", "EROFS", "ENOSPC", "EINVAL"],  # a file system that can't exchange
    "flock": ["ENOLCK", "EINTR"],
    "mkdir": ["EACCES", "EROFS", "ENOSPC", "EDQUOT"],
    "mmap": ["ENOMEM"], "mprotect": ["ENOMEM"],
    "brk": [],  # it says no with an address, which strace can't know
    "futex": [],  # how threads wait for each other, where they do: nothing outside can fail it
}
OTHERWISE = ["EIO", "EACCES"]
KILLED = "SIGKILL"
# They leave the disk as it was, and so it doesn't matter at which of them the program is killed.
READING = re.compile(r"(read|pread64|readv|readlink|readlinkat|close|fstat|newfstatat|stat|lstat|statx|access|faccessat2?|lseek"
                     r"|getdents64|mmap|munmap|mprotect|brk|fcntl|getrandom|getpid|getuid|geteuid|rt_sig\w+|futex|ioctl|poll"
                     r"|clock_\w+|fstatfs|statfs|sysinfo|sched_\w+)\(|openat\((?!.*O_CREAT)")
# They have no error, or strace can't hold on to them.
SPARED = {"execve", "exit_group", "exit", "getpid", "restart_syscall", "rt_sigreturn"}

TOLD = re.compile("already changed|the files are changed")


def timeless(text):
    """Without the clock's day and minute, which may turn between two runs."""
    return re.sub(r"\w{3} \d{1,2} \w{3} \d{4}|\d\d:\d\d", "…", text)


def state_of(home):
    """Every file of the journal and the configuration, without what differs by chance."""
    state = {}
    for path in [*sorted((home / "journal").glob("*.toml")), home / "config.toml"]:
        if path.exists():
            state[path.name] = re.sub(r'"[0-9a-hjkmnp-tv-z]{4}(?:[0-9a-hjkmnp-tv-z]{12})?"', '"...."', path.read_text())
    return state


class World:
    """A home of its own that can be made anew as often as it takes."""

    def __init__(self, folder, scenario):
        self.home = pathlib.Path(folder)
        self.scenario = scenario
        self.environment = {
            "HOME": folder, "PATH": os.environ["PATH"], "TZ": "UTC", "MENTOR_TODAY": "2026-11-22",
            "MENTOR_DIR": f"{folder}/journal", "MENTOR_CONFIG": f"{folder}/config.toml",
            "XDG_STATE_HOME": f"{folder}/state", "TMPDIR": folder, **scenario.environment}

    def set_up(self):
        """The home before the scenario's words, which `reset` brings back from then on."""
        if not self.scenario.fresh:
            self.write_journal()
        for words in self.scenario.before:
            assert self.run(*words).returncode == 0, words
        self.start = self.content()

    def write_journal(self):
        (self.home / "journal").mkdir(mode=0o700)
        (self.home / "config.toml").write_text(self.scenario.config)
        for name, text in journal_of(self.scenario).items():
            (self.home / "journal" / name).write_text(text)

    def content(self):
        """{path: (mode, bytes, or None for a folder)} of all that lies in the home, folders before what they hold."""
        return {path: (path.stat().st_mode, None if path.is_dir() else path.read_bytes())
                for path in sorted(self.home.rglob("*"))}

    def reset(self):
        for path in self.home.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path, (mode, text) in self.start.items():
            path.mkdir() if text is None else path.write_bytes(text)
            path.chmod(mode)

    def is_untouched(self):
        return self.content() == self.start

    def is_open(self):
        paths = [self.home / "config.toml", self.home / "journal", *(self.home / "journal").iterdir()]
        return any(path.stat().st_mode & 0o077 for path in paths)

    def run(self, *words, under=(), **more):
        return subprocess.run([*under, PROGRAM, *words], env=self.environment, text=True, timeout=PATIENCE,
                              stdin=subprocess.DEVNULL, capture_output=True, errors="replace", **more)

    def points(self, turn):
        """[(name, number, failure)]: the system calls of the scenario from the first that touches the home, the
        number counting all calls of that name. Those before are the system's, which loads programs.
        Whose turn it is, and with which way of failing, is counted from `turn`, another one for each scenario."""
        trace = self.home / "trace"
        self.run(*self.scenario.words, under=["strace", "-o", trace])
        calls = re.findall(r"^(\w+)(\(.*)", trace.read_text(), re.MULTILINE)
        first = next(at for at, (name, rest) in enumerate(calls)
                     if name != "execve" and str(self.home) in rest)
        every_change = 1 if IN_EVERY_WAY or self.scenario.words[0] in OWN_WAYS else EVERY_CHANGE
        points, counts, has_changed = [], collections.Counter(), True
        for at, (name, rest) in enumerate(calls):
            counts[name] += 1
            if at < first or name in SPARED:
                continue
            changes = READING.match(name + rest) is None
            failures = ERRORS.get(name, OTHERWISE)
            if failures and not IN_EVERY_WAY:
                turns, is_later = divmod(turn + counts[name], every_change if changes else EVERY_LOOK)
                failures = [] if is_later else [failures[turns % len(failures)]]
            points += [(name, counts[name], failure) for failure in failures]
            is_turn = (turn + at) % every_change == 0
            points += [(name, counts[name], KILLED)] if is_turn and (changes or has_changed) else []
            has_changed = changes
        return points


class Verdict:
    def __init__(self, world, old, new, confirmation):
        self.world, self.old, self.new = world, old, new
        self.confirmation = timeless(world.scenario.confirmation or confirmation.splitlines()[0])

    def is_confirmed(self, result):
        return self.confirmation in timeless(result.stderr)

    def complaint(self, result, failure=None):
        """What is wrong after a disturbed run; None where all is well."""
        now = state_of(self.world.home)
        for path in (self.world.home / "journal").glob("*.toml"):
            try:
                tomllib.loads(path.read_text())
            except tomllib.TOMLDecodeError as error:
                return f"{path.name} doesn't parse: {error}"
        killed = failure == KILLED
        told = killed or TOLD.search(result.stderr) or self.is_confirmed(result)
        if failure == "EINTR" and result.returncode != 0:
            return "a mere signal stopped it"
        if result.returncode == 0 and now != self.new:
            return "it said that all went well, and nothing is saved"
        if now not in (self.old, self.new) and not self.is_between(now, told):
            return "the journal holds neither the old bytes nor the new ones"
        if result.returncode != 0 and now == self.new != self.old and not told:
            return "it is saved, and the message doesn't say so"
        if result.returncode == 0 and self.world.scenario.private and self.world.is_open():
            return "it said that all went well, and others may read it still"
        if result.returncode < 0 and not killed and result.returncode != -6:
            return "it crashed"
        if self.world.is_untouched():
            return None  # and the next command finds what this one found
        # What came to its end did all that it could, such as `check --fix` beside a file that can't be read.
        half = None if self.is_confirmed(result) else self.complaint_of_half(now)
        return half or self.complaint_of_undo(result) or self.complaint_of_next()

    def complaint_of_half(self, now):
        """Of several files all are written or none, once another command has had the lock."""
        if now in (self.old, self.new):
            return None
        after = self.world.run("set", "zoe", "role=peer")  # changes nothing by itself
        if state_of(self.world.home) not in (self.old, self.new):
            return f"half of it stays: {after.stderr}"
        if not re.search("was interrupted, and is finished now: .*toml", after.stderr):
            return f"it was finished, and nobody said so: {after.stderr}"
        return None

    def complaint_of_undo(self, result):
        """What was written can be taken back, or it was said that it can't."""
        if state_of(self.world.home) == self.old or "won't know of this" in result.stderr:
            return None
        for _ in range(self.world.scenario.steps):
            back = self.world.run("redo" if self.world.scenario.words[0] == "undo" else "undo")
        if state_of(self.world.home) != self.old:
            return f"it can't be taken back: {back.stderr}"
        return None

    def is_between(self, now, told):
        """Several files: each is old or new, and what was left undone is told."""
        names = self.old.keys() | self.new.keys()
        return told and all(now.get(name) in (self.old.get(name), self.new.get(name)) for name in names)

    def complaint_of_next(self):
        world = self.world
        if world.scenario.fresh:
            world.run("init")
        after = world.run("add", "The Next One", "--role", "peer")
        if after.returncode != 0:
            return f"the next command fails: {after.stderr}"
        left = [path.name for path in (world.home / "journal").iterdir() if path.suffix != ".toml"]
        return f"left behind: {left}" if left else None


def disturb(turn, scenario):
    """All points of one scenario: how many there were, and the complaints."""
    complaints = []
    with tempfile.TemporaryDirectory(prefix="mentor-faults-", dir=MEMORY) as folder:
        world = World(folder, scenario)
        world.set_up()
        old = state_of(world.home)
        plain = world.run(*scenario.words)
        assert plain.returncode == 0, f"{scenario.words}: {plain.stderr}"
        new = state_of(world.home)
        assert new != old, f"{scenario.words} changes nothing"
        verdict = Verdict(world, old, new, plain.stderr)
        world.reset()
        points = world.points(turn)
        for name, number, failure in points:
            world.reset()
            how = f"signal={KILLED}" if failure == KILLED else f"error={failure}"
            result = world.run(*scenario.words, under=[
                "strace", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:{how}:when={number}"])
            complaint = verdict.complaint(result, failure)
            if complaint:
                complaints.append(f"mentor {' '.join(scenario.words)}, {name} number {number} "
                                  f"{failure}: {complaint}\n  exit {result.returncode}: {result.stderr}")
    return len(points), complaints


def cut_short(_, scenario):
    """The file size limit cuts a write at every so many bytes: a short write, then an error."""
    complaints = []
    with tempfile.TemporaryDirectory(prefix="mentor-faults-", dir=MEMORY) as folder:
        world = World(folder, scenario)
        world.set_up()
        old = state_of(world.home)
        plain = world.run(*scenario.words)
        verdict = Verdict(world, old, state_of(world.home), plain.stderr)
        limits = range(0, 1600, 53)
        for limit in limits:
            world.reset()
            result = world.run(*scenario.words, restore_signals=False, preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (limit, limit)))
            complaint = verdict.complaint(result)
            if complaint:
                complaints.append(f"mentor {' '.join(scenario.words)}, files of {limit} bytes at most: "
                                  f"{complaint}\n  exit {result.returncode}: {result.stderr}")
    return len(limits), complaints


class Faults(unittest.TestCase):
    def over(self, disturbing):
        points, complaints = 0, []
        # Half of the time is waiting for strace.
        with concurrent.futures.ThreadPoolExecutor(2 * os.cpu_count()) as pool:
            for count, found in pool.map(disturbing, *zip(*enumerate(self.scenarios))):
                points += count
                complaints += found
        self.assertEqual(complaints, [], "\n\n".join(complaints[:20]))
        return points

    @property
    def scenarios(self):
        return [scenario for several in WRITING.values() for scenario in several]

    def test_every_command_that_writes_is_tried_here(self):
        self.assertEqual(commands("writes").keys(), WRITING.keys())

    @unittest.skipUnless(can_trace(), "strace can't trace here")
    def test_system_calls_fail_and_kill_in_turn(self):
        points = self.over(disturb)
        print(f"\n{points} points in {len(self.scenarios)} commands tried")
        self.assertGreater(points, 1000)

    def test_writes_are_cut_short_anywhere(self):
        points = self.over(cut_short)
        print(f"\n{points} short writes tried")


if __name__ == "__main__":
    unittest.main()
