# SPDX-License-Identifier: MIT
"""mentor under strace, which makes its system calls fail, and holds it where a test has something to do.
What the trace says tells that it is there, no clock."""

import itertools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

from program import PROGRAM
from waiting import PATIENCE, wait_until

NUMBERS = itertools.count()


# Elsewhere other calls put a file in its place, and not as many.
CAN_EXCHANGE = "MENTOR_PORTABLE" not in os.environ


def can_trace():
    try:
        return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def before(number):
    """How a call is held back, counted from 1."""
    return f"delay_enter={PATIENCE}s:when={number}"


def after(number):
    """How the program is stopped once a call is done, counted from 1."""
    return f"signal=SIGSTOP:when={number}"


class Traced:
    """What it does to the calls is said by name: `fsync="error=EIO:when=2"`, `renameat2=before(1)`. With a path, only
    those that concern that file are counted."""

    def __init__(self, test, words, path=None, environment=None, **injections):
        self.trace = test.home / f"trace-{next(NUMBERS)}"
        options = [f"--inject={call}:{how}" for call, how in injections.items()]
        options += [f"--trace-path={path}"] if path else []
        # With -D the program is our child and strace its tracer only, whose end lets it go on by itself.
        self.process = subprocess.Popen(
            ["strace", "-D", "-f", "-o", self.trace, f"--trace={','.join(injections)}", *options, str(PROGRAM), *words],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            # The leak sanitizer can't look under strace.
            env={**(environment or test.environment), "ASAN_OPTIONS": "detect_leaks=0"})
        test.addCleanup(self.process.communicate)
        test.addCleanup(self.process.kill)

    def await_call(self, call, number):
        """Until it is at this call, which is held back."""
        self._await(rf"\b{call}\(", number)

    def await_stop(self, number=1):
        """Until it is stopped, for the first time or a later one."""
        self._await("--- stopped by SIGSTOP ---", number)

    def go_on(self):
        """After a stop."""
        self.process.send_signal(signal.SIGCONT)

    def let_go(self):
        """Lets it go on without strace."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        os.kill(int(re.search(r"TracerPid:\s+(\d+)", status)[1]), signal.SIGKILL)

    def finish(self):
        """Its exit code, and what it said."""
        _, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, err.decode()

    def _await(self, line, number):
        def is_there():
            has_ended = self.process.poll() is not None
            found = self.trace.exists() and len(re.findall(line, self.trace.read_text())) >= number
            if has_ended and not found:
                raise AssertionError(f"it ended before {line!r} came: {self.process.stderr.read()}")
            return found

        wait_until(is_there, line)


def stopped_before_rename(test, words, file, **injections):
    """The program, stopped after its last call on the file before the one that renames it: a call is held back or
    disturbed, not both, so where something else is done to the rename this is how to be there before it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(test.home, folder, dirs_exist_ok=True)
        environment = {name: value.replace(str(test.home), folder) for name, value in test.environment.items()}
        trial = Traced(test, words, path=str(file).replace(str(test.home), folder), environment=environment,
                       close="delay_exit=0", renameat2="delay_exit=0")
        trial.finish()
        # On the file itself: others are closed by a sanitizer as often as it likes.
        closes = trial.trace.read_text().split("renameat2(")[0].count("close(")
    traced = Traced(test, words, path=file, close=after(closes), **injections)
    traced.await_stop()
    return traced
