# SPDX-License-Identifier: MIT
"""The README's transcripts are what the program prints, on a copy of the sample journal.

With MENTOR_REWRITE=1 the README is rewritten to what is printed now.
"""

import fcntl
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import tempfile
import termios
import unittest

ROOT = pathlib.Path(os.environ["MENTOR_SOURCE"])
PROGRAM = pathlib.Path(os.environ["MENTOR_PROGRAM"])
README = ROOT / "README.md"
COLUMNS, ROWS = 100, 500

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)
# Ids are random, and stand where a person can see them.
ID = re.compile(r'(?<=id = ")[0-9a-z]{4}(?=")|(?<=log = ")[0-9a-z]{4}(?=")|(?<=\()[0-9a-z]{4}(?=\))')


def shown(line, environment):
    """What a person sees of a command, on a terminal that is wide enough for the page."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    process = subprocess.Popen(["sh", "-c", line], stdin=subprocess.DEVNULL, stdout=theirs,
                               stderr=theirs, cwd=ROOT, env=environment)
    os.close(theirs)
    chunks = []
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(ours)
    process.wait(timeout=60)
    return b"".join(chunks).decode().replace("\r\n", "\n")


class Readme(unittest.TestCase):
    maxDiff = None

    def test_every_transcript_is_what_is_printed(self):
        home = pathlib.Path(tempfile.mkdtemp(prefix="mentor-readme-"))
        self.addCleanup(shutil.rmtree, home)
        shutil.copytree(ROOT / "examples/journal", home / "journal")
        environment = {
            "HOME": str(home), "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "TERM": "xterm",
            "NO_COLOR": "1", "MENTOR_DIR": str(home / "journal"), "MENTOR_TODAY": "2026-11-20",
        }
        text = README.read_text()
        blocks = 0

        def rerun(block):
            nonlocal blocks
            blocks += 1
            out = "```console\n"
            for line in block.group(1).splitlines():
                if line.startswith("$ "):
                    printed = shown(line[2:], environment)
                    if printed and not printed.endswith("\n"):
                        printed += "\n"
                    out += line + "\n" + printed
            return out + "```"

        actual = BLOCK.sub(rerun, text)
        self.assertGreater(blocks, 5)
        if os.environ.get("MENTOR_REWRITE"):
            if ID.sub("....", actual) != ID.sub("....", text):
                README.write_text(actual)
            return
        self.assertEqual(ID.sub("....", text), ID.sub("....", actual))


if __name__ == "__main__":
    unittest.main()
