# SPDX-License-Identifier: MIT
"""Programs that write into a file of the journal in place, while mentor puts another one there: none of
their words is lost, and none of mentor's."""

import os
import random
import subprocess
import threading
import time
import tomllib
import unittest

from program import PROGRAM, ProgramTest, await_hold, can_trace

FILE = "ada-lovelace.toml"


def block(words):
    return f'\n[[log]]\non = 2026-11-20\nkind = "note"\nnote = "{words}"\n'.encode()


class Writer(threading.Thread):
    """Writes entry after entry, and has the file open for up to 20 ms each time."""

    def __init__(self, file, write, count):
        super().__init__()
        self.file, self.write, self.count = file, write, count

    def run(self):
        for i in range(self.count):
            self.write(self.file, block(f"theirs {i}"))
            time.sleep(random.uniform(0, 0.04))


def append(file, text):
    """As `>>` does."""
    with open(file, "ab", buffering=0) as opened:
        time.sleep(random.uniform(0, 0.02))
        opened.write(text)


def rewrite(file, text):
    """As an editor does that keeps the file: it empties it, and fills it anew."""
    with open(file, "r+b", buffering=0) as opened:
        whole = opened.read() + text
        opened.seek(0)
        opened.truncate()
        time.sleep(random.uniform(0, 0.02))
        opened.write(whole)


class OpenFiles(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")
        self.file = self.journal / FILE

    def notes(self, name=FILE):
        return [entry["note"] for entry in tomllib.loads(self.read(name)).get("log", [])]

    def opened(self):
        opened = open(self.file, "ab", buffering=0)
        self.addCleanup(opened.close)
        return opened


class Beside(OpenFiles):
    def assert_none_is_lost(self, write, count):
        writer = Writer(self.file, write, count)
        writer.start()
        said, i = set(), 0
        while writer.is_alive():
            i += 1
            code, _, err = self.run_mentor("log", "ada", f"ours {i}")
            # Half a text can't be read (3), and who never lets go of the file is in the way (5).
            self.assertIn(code, (0, 3, 5), err)
            if code == 0:
                said.add(f"ours {i}")
        writer.join()
        notes = self.notes()
        self.assertGreater(len(said), 0)
        self.assertEqual(sorted({f"theirs {i}" for i in range(count)} | said), sorted(notes))
        self.assertEqual(os.listdir(self.journal), [FILE])

    def test_no_line_that_is_appended_is_lost(self):
        self.assert_none_is_lost(append, 300)

    def test_no_text_that_an_editor_writes_in_place_is_lost(self):
        self.assert_none_is_lost(rewrite, 150)


class Waiting(OpenFiles):
    """A program has the file open when a command comes, and writes a little later."""

    def beside(self, *words):
        opened = self.opened()
        process = self.start(*words)
        time.sleep(0.5)
        self.assertIsNone(process.poll(), "it doesn't wait")
        opened.write(block("theirs"))
        opened.close()
        _, err = process.communicate(timeout=60)
        return process.returncode, err.decode()

    def test_a_change_waits_and_keeps_both(self):
        self.assertEqual(self.beside("log", "ada", "ours"), (0, "Logged: meeting with Ada Lovelace on Sun 22 Nov 2026\n"))
        self.assertEqual(sorted(self.notes()), ["ours", "theirs"])
        self.mentor("undo")
        self.assertEqual(self.notes(), ["theirs"])

    def test_a_new_name_takes_it_along(self):
        code, err = self.beside("rename", "ada", "Ada King")
        self.assertEqual(code, 0, err)
        self.assertEqual(self.notes("ada-king.toml"), ["theirs"])

    def test_what_is_removed_comes_back_with_it(self):
        code, err = self.beside("remove", "ada", "--yes")
        self.assertEqual(code, 0, err)
        self.mentor("undo")
        self.assertEqual(self.notes(), ["theirs"])

    def test_undo_leaves_it_alone(self):
        self.mentor("log", "ada", "ours")
        self.assertEqual(self.beside("undo"), (5, f"{FILE}: error: the file was changed by other hands just now\n"
                                                  "  nothing was changed; try again\n"))
        self.assertEqual(self.notes(), ["ours", "theirs"])

    def test_who_never_lets_go_is_in_the_way_and_who_reads_is_not(self):
        opened = self.opened()
        before = self.read(FILE)
        for words in (["log", "ada", "ours"], ["rename", "ada", "Ada King"], ["remove", "ada", "--yes"]):
            code, _, err = self.run_mentor(*words)
            self.assertEqual((code, err), (5, f"{FILE}: error: another program has the file open for writing\n"
                                              "  nothing was changed; close it there and try again\n"))
            self.assertEqual(self.read(FILE), before)
        opened.close()
        self.assertEqual(self.run_mentor("undo")[0], 4)
        with open(self.file, encoding="utf-8"):
            self.mentor("log", "ada", "ours")


@unittest.skipUnless(can_trace(), "strace can't trace here")
class InTheLastMoment(OpenFiles):
    """The file is opened between the last look at it and the exchange, which strace draws out."""

    def test_what_is_written_after_the_exchange_is_kept(self):
        for words, name in ((["log", "ada", "ours"], FILE), (["rename", "ada", "Ada King"], "ada-king.toml")):
            # A rename's first call is that of the record which has begun, its second gives the new name.
            call = 1 if words[0] == "log" else 3
            process = subprocess.Popen(
                ["strace", "-f", "-o", "/dev/null", "--trace=renameat2",
                 f"--inject=renameat2:delay_enter=3000000:when={call}", str(PROGRAM), *words],
                stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                env={**self.environment, "ASAN_OPTIONS": "detect_leaks=0"})
            await_hold(process, "renameat2")
            with self.opened() as opened:
                time.sleep(3.5)
                opened.write(block(f"theirs with {words[0]}"))
            _, err = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0, err)
            self.assertIn(f"theirs with {words[0]}", self.notes(name))
            self.assertEqual(os.listdir(self.journal), [name])
        self.assertIn("ours", self.notes(name))


if __name__ == "__main__":
    unittest.main()
