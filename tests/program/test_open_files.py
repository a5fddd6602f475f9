# SPDX-License-Identifier: MIT
"""Programs that write into a file of the journal in place, while mentor puts another one there: none of
their words is lost, and none of mentor's."""

import os
import random
import threading
import time
import tomllib
import unittest

from program import ProgramTest
from tracing import Traced, after, can_trace, stopped_before_rename

FILE = "ada-lovelace.toml"
CHANCE = random.Random(1)
LEASE = 2  # the number of the fcntl that asks for it; the first says how it is told that somebody comes


def block(words):
    return f'\n[[log]]\non = 2026-11-20\nkind = "note"\nnote = "{words}"\n'.encode()


class Writer(threading.Thread):
    """Writes as many entries as it is let, and has the file open for up to 20 ms each time."""

    def __init__(self, file, write):
        super().__init__()
        self.file, self.write = file, write
        self.count, self.wanted, self.stopped = 0, threading.Semaphore(0), threading.Event()

    def run(self):
        while self.wanted.acquire() and not self.stopped.is_set():
            self.write(self.file, block(f"theirs {self.count}"))
            self.count += 1
            time.sleep(CHANCE.uniform(0, 0.04))

    def stop(self):
        self.stopped.set()
        self.wanted.release()
        self.join()


def append(file, text):
    """As `>>` does."""
    with open(file, "ab", buffering=0) as opened:
        time.sleep(CHANCE.uniform(0, 0.02))
        opened.write(text)


def rewrite(file, text):
    """As an editor does that keeps the file: it empties it, and fills it anew."""
    with open(file, "r+b", buffering=0) as opened:
        whole = opened.read() + text
        opened.seek(0)
        opened.truncate()
        time.sleep(CHANCE.uniform(0, 0.02))
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
        """With so many entries of ours, and a few of theirs beside each command."""
        writer = Writer(self.file, write)
        writer.start()
        self.addCleanup(writer.stop)
        said, i = set(), 0
        while len(said) < count:
            i += 1
            writer.wanted.release(3)
            code, _, err = self.run_mentor("log", "ada", f"ours {i}")
            # Half a text can't be read (3), and who never lets go of the file is in the way (5).
            self.assertIn(code, (0, 3, 5), err)
            if code == 0:
                said.add(f"ours {i}")
        writer.stop()
        self.assertEqual(sorted({f"theirs {i}" for i in range(writer.count)} | said), sorted(self.notes()))
        self.assertEqual(os.listdir(self.journal), [FILE])

    def test_no_line_that_is_appended_is_lost(self):
        self.assert_none_is_lost(append, 40)

    def test_no_text_that_an_editor_writes_in_place_is_lost(self):
        self.assert_none_is_lost(rewrite, 20)


@unittest.skipUnless(can_trace(), "strace can't trace here")
class Waiting(OpenFiles):
    """A program has the file open when a command comes, and writes a little later."""

    def beside(self, *words):
        opened = self.opened()
        # It has asked for a lease, and been refused.
        traced = Traced(self, words, path=self.file, fcntl=after(LEASE))
        traced.await_stop()
        opened.write(block("theirs"))
        opened.close()
        traced.go_on()
        return traced.finish()

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
    """The file is opened between the last look at it and the exchange, and written after that."""

    def test_what_is_written_after_the_exchange_is_kept(self):
        for words, name in ((["log", "ada", "ours"], FILE), (["rename", "ada", "Ada King"], "ada-king.toml")):
            traced = stopped_before_rename(self, words, self.file, renameat2=after(1))
            with self.opened() as opened:
                traced.go_on()
                traced.await_stop(2)
                self.assertFalse(self.file.exists() and os.path.samestat(os.fstat(opened.fileno()), self.file.stat()))
                opened.write(block(f"theirs with {words[0]}"))
            traced.go_on()
            code, err = traced.finish()
            self.assertEqual(code, 0, err)
            self.assertIn(f"theirs with {words[0]}", self.notes(name))
            self.assertEqual(os.listdir(self.journal), [name])
        self.assertIn("ours", self.notes(name))


if __name__ == "__main__":
    unittest.main()
