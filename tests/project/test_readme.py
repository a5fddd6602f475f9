# SPDX-License-Identifier: MIT
"""The transcripts of the README, and of the examples' own, are what the program prints, on a copy of the
sample journal; what the manual says to type for privacy is typed.

With MENTOR_REWRITE=1 both are rewritten to what is printed now.
"""

import fcntl
import json
import os
import pathlib
import pty
import re
import shlex
import shutil
import struct
import subprocess
import tempfile
import termios
import unittest

from waiting import PATIENCE

ROOT = pathlib.Path(os.environ["MENTOR_SOURCE"])
PROGRAM = pathlib.Path(os.environ["MENTOR_PROGRAM"])
README = ROOT / "README.md"
EXAMPLES = ROOT / "examples/README.md"
PRIVACY = ROOT / "man/mentor-privacy.7"
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
    process.wait(timeout=PATIENCE)
    return b"".join(chunks).decode().replace("\r\n", "\n")


class Readme(unittest.TestCase):
    maxDiff = None

    def test_it_is_read_in_a_few_minutes(self):
        self.assertLessEqual(len(README.read_text().splitlines()), 80)

    def test_every_link_leads_somewhere(self):
        for page in (README, EXAMPLES):
            links = re.findall(r"\]\((?!https:)([^)#]+)\)", page.read_text())
            self.assertGreater(len(links), 2)
            for link in links:
                self.assertTrue((page.parent / link).exists(), f"{page.name}: {link}")

    def test_every_transcript_is_what_is_printed(self):
        for page, fewest in ((README, 1), (EXAMPLES, 10)):
            with self.subTest(page.relative_to(ROOT)):
                self.rerun(page, fewest)

    def rerun(self, page, fewest):
        """Each page begins with a journal of its own."""
        home = pathlib.Path(tempfile.mkdtemp(prefix="mentor-readme-"))
        self.addCleanup(shutil.rmtree, home)
        shutil.copytree(ROOT / "examples/journal", home / "journal")
        environment = {
            "HOME": str(home), "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "TERM": "xterm",
            "NO_COLOR": "1", "MENTOR_DIR": str(home / "journal"), "MENTOR_TODAY": "2026-11-20",
        }
        text = page.read_text()
        blocks = 0

        def print_again(block):
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

        actual = BLOCK.sub(print_again, text)
        self.assertGreaterEqual(blocks, fewest)
        if os.environ.get("MENTOR_REWRITE"):
            if ID.sub("....", actual) != ID.sub("....", text):
                page.write_text(actual)
            return
        self.assertEqual(ID.sub("....", text), ID.sub("....", actual))

    # --- "Install": nothing but what a stranger knows, and all that the build needs

    def test_what_it_installs_is_what_a_build_needs(self):
        section = README.read_text().split("\n## Install\n")[1].split("\n## ")[0]
        (script,) = re.findall(r"^```sh\n(.*?)^```$", section, re.S | re.M)
        commands = [shlex.split(line, comments=True) for line in script.replace("\\\n", "").splitlines()]
        self.assertEqual([" ".join(command[:2]) for command in commands],
                         ["sudo apt", "cmake --preset", "cmake --build", "sudo cmake"])
        rows = [line.split() for line in (ROOT / ".ci/packages").read_text().splitlines()]
        needed = [row[1] for row in rows if row and row[0] == "build"]
        self.assertEqual(commands[0], ["sudo", "apt", "install", *needed])

        presets = json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]
        (preset,) = [preset for preset in presets if preset["name"] == commands[1][2]]
        self.assertNotIn("BUILD_TESTING", preset["cacheVariables"], "it would need the tests' packages")

    # --- mentor-privacy(7): what it says to type, typed

    def follow(self, tool, *needed, passphrase):
        """Runs the block that begins to use the tool, on a copy of the sample journal; its home folder."""
        for name in (tool, *needed):
            if not shutil.which(name):
                self.skipTest(f"{name} isn't here")
        (script,) = [block for block in re.findall(r"^\.Bd .*?\n(.*?)^\.Ed$", PRIVACY.read_text(), re.S | re.M)
                     if re.search(rf"(^|\| ){tool}\b", block, re.M)]
        home = pathlib.Path(tempfile.mkdtemp(prefix="mentor-readme-"))
        self.addCleanup(shutil.rmtree, home, ignore_errors=True)
        if "fusermount3" in needed:
            self.addCleanup(subprocess.run, ["fusermount3", "-u", home / "mentor"], capture_output=True)
        shutil.copytree(ROOT / "examples/journal", home / ".local/share/mentor")
        environment = {"HOME": str(home), "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}:/sbin"}
        # What a person would be asked for.
        (home / ".gnupg").mkdir(mode=0o700)
        (home / ".gnupg/gpg.conf").write_text(f"batch\npinentry-mode loopback\npassphrase {passphrase}\n")
        done = subprocess.run(["sh", "-ec", script], env=environment, cwd=home, capture_output=True,
                              input=f"{passphrase}\n{passphrase}\n".encode(), timeout=PATIENCE)
        if shutil.which("gpgconf"):
            subprocess.run(["gpgconf", "--kill", "all"], env=environment, capture_output=True)
        return home, done

    def assert_is_restored(self, home, done, backup):
        self.assertEqual(done.returncode, 0, done.stderr)
        same = subprocess.run(["diff", "-r", home / ".local/share/mentor", home / "restored/mentor"])
        self.assertEqual(same.returncode, 0)
        readable = subprocess.run(["tar", "-tzf", home / backup], capture_output=True)
        self.assertNotEqual(readable.returncode, 0)

    def test_a_backup_with_age_can_be_restored(self):
        self.assert_is_restored(*self.follow("age", "tar", passphrase=""), "mentor.tar.gz.age")

    def test_a_backup_with_gnupg_can_be_restored(self):
        self.assert_is_restored(*self.follow("gpg", "tar", passphrase="correct horse"), "mentor.tar.gz.gpg")

    def test_a_journal_in_gocryptfs_is_made_there(self):
        if not os.access("/dev/fuse", os.W_OK):
            self.skipTest("nothing can be mounted here")
        home, done = self.follow("gocryptfs", "fusermount3", passphrase="correct horse")
        if b"Mount failed" in done.stdout + done.stderr:
            self.skipTest("nothing can be mounted here")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(list((home / "mentor").iterdir()), [])
        self.assertIn(b"Made the journal", done.stderr)
        self.assertFalse((home / ".local/state").exists(), "what undo knows lies outside")


if __name__ == "__main__":
    unittest.main()
