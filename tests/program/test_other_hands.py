# SPDX-License-Identifier: MIT
"""Programs that take no lock of ours: file syncers beside writers. Nothing of theirs is overwritten."""

import ctypes
import itertools
import os
import random
import re
import threading
import time
import tomllib
import unittest

from program import ProgramTest
from tracing import Traced, before, can_trace, stopped_before_rename

THEIRS = '\n[[log]]\non = 2026-11-20\nkind = "note"\nnote = "theirs"\n'
RENAME_EXCHANGE = 2
AT_FDCWD = -100
RENAMEAT2 = ctypes.CDLL(None, use_errno=True).renameat2


@unittest.skipUnless(can_trace(), "strace can't trace here")
class InTheLastMoment(ProgramTest):
    """The syncer comes between the last look at a file and the rename, where strace holds the program."""

    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")
        self.person("grace-hopper", "Grace Hopper")

    def put(self, name, text):
        """As a syncer does: a whole file that takes the other's place."""
        (self.journal / ".syncing").write_text(text)
        (self.journal / ".syncing").rename(self.journal / name)

    def overtake(self, words, name, text, call=1):
        """The exit code and what was said, where the file is replaced just before that rename, not
        counting the one of what undo keeps."""
        number = call if words == ["undo"] else call + 1
        traced = Traced(self, words, renameat2=before(number))
        traced.await_call("renameat2", number)
        self.put(name, text)
        traced.let_go()
        result = traced.finish()
        self.assertEqual(self.beside(), [])
        return result

    def beside(self):
        return list(self.journal.glob(".mentor-*"))

    def overtake_and_stop(self, how, words, name, text):
        """The same, where the file is to go back and that doesn't come about."""
        traced = stopped_before_rename(self, words, self.journal / name, renameat2=f"{how}:when=2")
        self.put(name, text)
        traced.go_on()
        return traced.finish()

    def notes(self, name):
        return [entry["note"] for entry in tomllib.loads(self.read(name)).get("log", [])]

    def test_an_entry_is_added_to_what_the_syncer_brought(self):
        code, err = self.overtake(["log", "ada", "ours"], "ada-lovelace.toml",
                                  self.read("ada-lovelace.toml") + THEIRS)
        self.assertEqual(code, 0, err)
        self.assertEqual(self.notes("ada-lovelace.toml"), ["theirs", "ours"])
        self.mentor("undo")
        self.assertEqual(self.notes("ada-lovelace.toml"), ["theirs"])
        self.assertEqual(self.run_mentor("undo")[0], 4)

    def test_of_several_files_the_first_is_not_left_behind(self):
        code, err = self.overtake(["log", "ada", "--with", "grace", "ours"], "grace-hopper.toml",
                                  self.read("grace-hopper.toml") + THEIRS, call=2)
        self.assertEqual(code, 0, err)
        self.assertEqual(self.notes("ada-lovelace.toml"), ["ours"])
        self.assertEqual(self.notes("grace-hopper.toml"), ["theirs", "ours"])

    def test_a_file_that_comes_is_not_what_was_to_be_added(self):
        code, err = self.overtake(["add", "Alan", "--role", "peer"], "alan.toml", "name = 'theirs'\n")
        self.assertEqual(code, 2, err)
        self.assertEqual(self.read("alan.toml"), "name = 'theirs'\n")

    def test_a_new_name_takes_what_the_syncer_brought_along(self):
        theirs = self.read("ada-lovelace.toml") + THEIRS
        code, err = self.overtake(["rename", "ada", "Ada King"], "ada-lovelace.toml", theirs, call=2)
        self.assertEqual(code, 0, err)
        self.assertEqual(sorted(os.listdir(self.journal)), ["ada-king.toml", "grace-hopper.toml"])
        self.assertEqual(self.notes("ada-king.toml"), ["theirs"])

    def test_what_is_removed_can_be_had_again_with_what_the_syncer_brought(self):
        theirs = self.read("ada-lovelace.toml") + THEIRS
        code, err = self.overtake(["remove", "ada", "--yes"], "ada-lovelace.toml", theirs)
        self.assertEqual(code, 0, err)
        self.mentor("undo")
        self.assertEqual(self.read("ada-lovelace.toml"), theirs)

    def test_undo_does_not_take_back_what_the_syncer_brought(self):
        self.mentor("log", "ada", "ours")
        theirs = self.read("ada-lovelace.toml") + THEIRS
        code, err = self.overtake(["undo"], "ada-lovelace.toml", theirs)
        self.assertEqual(code, 5, err)
        self.assertIn("ada-lovelace.toml: error: the file was changed by other hands just now", err)
        self.assertIn("nothing was changed; try again", err)
        self.assertEqual(self.read("ada-lovelace.toml"), theirs)

    def assert_outlives(self, words):
        theirs = self.read("ada-lovelace.toml") + THEIRS
        self.overtake_and_stop("signal=KILL", words, "ada-lovelace.toml", theirs)
        self.assertEqual([path.read_text() for path in self.beside()], [theirs])
        self.mentor("log", "grace", "another")
        code, out, err = self.run_mentor("check", "--fix", "--yes")
        self.assertEqual(code, 3, err)
        self.assertIn("a write was interrupted, and left what may stand in no other file", out)
        self.assertEqual([path.read_text() for path in self.beside()], [theirs])
        os.system(out.split(", then: ")[1].splitlines()[0])
        self.assertEqual((self.run_mentor("check")[0], self.beside()), (0, []))

    def test_what_the_syncer_brought_outlives_a_writer_that_was_killed_with_it(self):
        self.assert_outlives(["log", "ada", "ours"])

    def test_what_the_syncer_brought_outlives_a_removal_that_was_killed_with_it(self):
        self.assert_outlives(["remove", "ada", "--yes"])

    def test_where_it_can_t_go_back_it_is_kept_and_named(self):
        theirs = self.read("ada-lovelace.toml") + THEIRS
        code, err = self.overtake_and_stop("error=EIO", ["log", "ada", "ours"], "ada-lovelace.toml", theirs)
        self.assertEqual(code, 5, err)
        self.assertIn("already changed: ada-lovelace.toml\n", err)
        self.assertEqual([(str(path) in err, path.read_text()) for path in self.beside()], [(True, theirs)])
        self.mentor("undo")
        self.assertEqual(self.notes("ada-lovelace.toml"), [])
        self.assertEqual([path.read_text() for path in self.beside()], [theirs])

    def test_a_file_system_that_can_t_exchange_is_written_all_the_same(self):
        for words in (["log", "ada", "--with", "grace", "ours"], ["add", "Alan", "--role", "peer"],
                      ["rename", "ada", "Ada King"], ["undo"], ["remove", "alan", "--yes"], ["undo"]):
            with self.subTest(words):
                code, err = Traced(self, words, renameat2="error=EINVAL").finish()
                self.assertEqual(code, 0, err)
        self.assertEqual(sorted(os.listdir(self.journal)),
                         ["ada-lovelace.toml", "alan.toml", "grace-hopper.toml"])
        self.assertEqual(self.notes("ada-lovelace.toml"), ["ours"])


@unittest.skipUnless(can_trace(), "strace can't trace here")
class AfterAKill(ProgramTest):
    """A change of several files is killed between two of them, and other hands change one before the next command."""

    THEIRS = 'about = "theirs"\n'

    def killed(self, people, renames):
        for person in people:
            self.person(person, person.title())
        with_others = [word for person in people[1:] for word in ("--with", person)]
        code, err = Traced(self, ["log", people[0], *with_others, "ours"],
                           renameat2=f"signal=KILL:when={renames + 2}").finish()
        self.assertEqual(code, -9, err)

    def edit(self, person):
        name = f"{person}.toml"
        self.write(name, self.read(name).replace("role =", self.THEIRS + "role ="))

    def holders(self, people, words):
        return [person for person in people if words in self.read(f"{person}.toml")]

    def assert_is_finished(self, people, edited, lacking):
        self.edit(edited)
        code, out, _ = self.run_mentor("check")
        self.assertEqual(code, 3)
        self.assertIn(f"changed by other hands since in {edited}.toml", out)
        for person in lacking:
            self.assertIn(f"{person}.toml", out)
        _, _, err = self.run_mentor("set", people[0], "role=peer")
        named = ", ".join(f"{person}.toml" for person in lacking)
        self.assertIn(f"was interrupted, and is finished now: {named}\n", err)
        self.assertEqual(self.holders(people, '"ours"'), people)
        self.assertEqual(self.holders(people, self.THEIRS), [edited])
        self.assertEqual(self.run_mentor("check")[0], 0)

    def test_of_two_files_the_first_is_edited(self):
        self.killed(["ada", "grace"], 1)
        self.assert_is_finished(["ada", "grace"], "ada", ["grace"])

    def test_of_three_files_the_middle_one_is_edited(self):
        people = ["ada", "grace", "zoe"]
        self.killed(people, 1)
        self.assert_is_finished(people, "grace", ["grace", "zoe"])
        self.mentor("undo")
        self.mentor("undo")
        self.assertEqual(self.holders(people, '"ours"'), [])
        self.assertEqual(self.holders(people, self.THEIRS), ["grace"])

    def test_a_file_that_can_t_be_merged_keeps_no_other_from_being_finished(self):
        people = ["ada", "grace", "zoe"]
        self.killed(people, 1)
        broken = self.read("grace.toml") + "about =\n"
        self.write("grace.toml", broken)
        code, out, _ = self.run_mentor("check")
        self.assertIn("look at grace.toml: it stays as it is", out)
        _, _, err = self.run_mentor("set", "ada", "role=peer")
        self.assertIn("grace.toml changed since by other hands: left as it is\n  it is done in ada.toml, zoe.toml\n", err)
        self.assertEqual(self.holders(people, '"ours"'), ["ada", "zoe"])
        self.assertEqual(self.read("grace.toml"), broken)


class Syncer(threading.Thread):
    """Brings entry after entry, and loses none that it comes upon: the file that it takes away by an
    exchange is looked through, and what it holds goes into the next."""

    def __init__(self, file):
        super().__init__()
        self.file, self.beside = file, file.with_name(".syncing")
        self.head = file.read_text()
        self.blocks, self.known = [], set()
        self.count, self.stopped = 0, threading.Event()
        self.chance = random.Random(1)

    def learn(self):
        """Whether the file that it took away held something new."""
        text = self.beside.read_text()
        found = [block for block in re.split(r"(?=\n\[\[log\]\])", text)[1:] if block not in self.known]
        self.blocks += found
        self.known.update(found)
        return bool(found)

    def bring(self):
        self.count += 1
        block = f'\n[[log]]\non = 2026-11-20\nkind = "note"\nnote = "theirs {self.count}"\n'
        self.blocks.append(block)
        self.known.add(block)
        while True:
            self.beside.write_text(self.head + "".join(self.blocks))
            if RENAMEAT2(AT_FDCWD, bytes(self.beside), AT_FDCWD, bytes(self.file), RENAME_EXCHANGE) != 0:
                raise OSError(ctypes.get_errno(), "renameat2")
            if not self.learn():
                return

    def run(self):
        # A slow machine would have more to merge the longer it takes, and would take the longer for it.
        most = 200
        while not self.stopped.is_set() and self.count < most:
            self.bring()
            time.sleep(self.chance.uniform(0, 0.2))


class BesideASyncer(ProgramTest):
    def test_neither_loses_an_entry(self):
        self.person("ada-lovelace", "Ada Lovelace")
        syncer = Syncer(self.journal / "ada-lovelace.toml")
        syncer.start()
        self.addCleanup(syncer.join)
        self.addCleanup(syncer.stopped.set)
        said = set()
        for i in itertools.count():
            code, _, err = self.run_mentor("log", "ada", f"ours {i}")
            self.assertIn(code, (0, 5), err)
            if code == 0:
                said.add(f"ours {i}")
            if len(said) == 25:
                break
        syncer.stopped.set()
        syncer.join()
        notes = {entry["note"] for entry in tomllib.loads(self.read("ada-lovelace.toml"))["log"]}
        self.assertEqual(said - notes, set())
        self.assertEqual({f"theirs {i + 1}" for i in range(syncer.count)} - notes, set())


class ConflictCopies(ProgramTest):
    def test_a_copy_beside_a_file_is_nobody_in_any_command(self):
        self.person("ada-lovelace", "Ada Lovelace")
        copies = ["ada-lovelace.sync-conflict-20261122-153000-ABCDEFG.toml",
                  "ada-lovelace (conflicted copy 2026-11-22).toml", "ada (1).toml"]
        for copy in copies:
            self.write(copy, self.read("ada-lovelace.toml"))
        before = {copy: self.read(copy) for copy in copies}
        for who in ("ada", "Ada Lovelace", "ada-lovelace", "lovel"):
            self.mentor("log", who, f"for {who}")
        self.assertEqual(len(tomllib.loads(self.read("ada-lovelace.toml"))["log"]), 4)
        self.assertEqual({copy: self.read(copy) for copy in copies}, before)
        code, _, _ = self.run_mentor("log", copies[0].removesuffix(".toml"), "for the copy")
        self.assertEqual(code, 4)
        code, out, _ = self.run_mentor("check")
        self.assertEqual(code, 3)
        for copy in copies:
            self.assertIn(copy, out)
        for words in (["list"], ["due", "--within", "1y"], ["todo"], ["stats"], ["export", "csv", "--table", "people"]):
            self.assertNotIn("conflict", self.mentor(*words), words)
        self.assertEqual(self.mentor("list", "--count").strip(), "2")  # one whose original isn't there
        (self.journal / "ada-lovelace.toml").unlink()
        self.assertIn("Ada Lovelace", self.mentor("show", "ada-lovelace (conflicted copy 2026-11-22)"))

    def test_a_copy_with_the_name_of_a_machine_is_nobody_in_any_command(self):
        self.mentor("init")
        self.mentor("add", "Ada Lovelace", "--role", "mentor")
        self.mentor("add", "Ada Lovelace King", "--role", "peer")
        for copy in ("ada-lovelace-LAPTOP.toml", "ada-lovelace-LAPTOP-2.toml"):
            self.write(copy, self.read("ada-lovelace.toml"))
        self.mentor("log", "ada-lovelace", "once")
        self.assertEqual(len(tomllib.loads(self.read("ada-lovelace.toml"))["log"]), 1)
        self.assertEqual(self.mentor("list", "--format", "{slug}").split(), ["ada-lovelace", "ada-lovelace-king"])
        self.assertEqual(self.run_mentor("show", "ada-lovelace-LAPTOP")[0], 4)
        for words in (["due", "--within", "1y"], ["stats"], ["export", "csv", "--table", "people"]):
            self.assertNotIn("LAPTOP", self.mentor(*words), words)

    def clash(self):
        """Both the file and its copy have something that the other hasn't."""
        self.mentor("init")
        self.mentor("add", "Ada Lovelace", "--role", "mentor")
        begun = self.read("ada-lovelace.toml")
        self.mentor("log", "ada", "ours")
        self.write(self.copy, begun + THEIRS)

    copy = "ada-lovelace.sync-conflict-20261122-153000-ABCDEFG.toml"

    def files(self):
        return {path.name: path.read_text() for path in self.journal.iterdir()}

    def notes(self):
        return [entry["note"] for entry in tomllib.loads(self.read("ada-lovelace.toml"))["log"]]

    def test_a_copy_is_merged_in_by_one_change(self):
        self.clash()
        before = self.files()
        self.mentor("check", "--fix", "--yes")
        self.assertEqual(list(self.files()), ["ada-lovelace.toml"])
        self.assertEqual(self.notes(), ["theirs", "ours"])
        after = self.files()
        self.mentor("undo")
        self.assertEqual(self.files(), before)
        self.mentor("redo")
        self.assertEqual(self.files(), after)

    def test_what_the_two_were_made_from_is_not_guessed(self):
        """It may be in a change that can't be read: then what one side took away would come back."""
        self.clash()
        before = self.files()
        log = self.home / ".local/state/mentor/undo"
        for damage in (lambda record: record.write_bytes(record.read_bytes()[:-20]),
                       lambda record: (record.unlink(), record.mkdir())):
            newest = max(log.iterdir())
            whole = newest.read_bytes()
            damage(newest)
            code, out, err = self.run_mentor("check", "--fix", "--yes")
            self.assertEqual(code, 3, err)
            self.assertIn("what the two were made from may be in what undo can't read: ", out)
            self.assertEqual(self.files(), before)
            newest.rmdir() if newest.is_dir() else newest.unlink()
            newest.write_bytes(whole)
        newest.write_bytes(b"")
        self.run_mentor("check", "--fix", "--yes")
        self.assertEqual(self.files(), before)
        newest.unlink()
        self.mentor("check", "--fix", "--yes")
        self.assertEqual(self.notes(), ["theirs", "ours"])

    def test_in_any_order_machines_come_to_the_same(self):
        """As Syncthing has it: which of the two is called the copy depends on who was later."""
        self.clash()
        ours, theirs = self.read("ada-lovelace.toml"), self.read(self.copy)
        self.mentor("check", "--fix", "--yes")
        merged = self.read("ada-lovelace.toml")
        self.write("ada-lovelace.toml", theirs)
        self.write(self.copy, ours)
        self.mentor("check", "--fix", "--yes")
        self.assertEqual(self.read("ada-lovelace.toml"), merged)

    def test_what_cannot_be_looked_at_stays(self):
        self.clash()
        (self.journal / "ada-lovelace (1).toml").symlink_to(self.journal / "ada-lovelace.toml")
        (self.journal / "ada-lovelace (2).toml").mkdir()
        code, out, _ = self.run_mentor("check", "--fix", "--yes")
        self.assertEqual(code, 3)
        self.assertIn("it is a link to", out)
        self.assertEqual(self.notes(), ["theirs", "ours"])
        self.assertEqual(sorted(self.files_left()), ["ada-lovelace (1).toml", "ada-lovelace (2).toml", "ada-lovelace.toml"])

    def files_left(self):
        return os.listdir(self.journal)

    @unittest.skipUnless(can_trace(), "strace can't trace here")
    def test_killed_between_the_file_and_its_copy_the_next_command_finishes_it(self):
        self.clash()
        before = self.files()
        Traced(self, ["check", "--fix", "--yes"], renameat2="signal=KILL:when=3").finish()
        self.assertEqual(self.notes(), ["theirs", "ours"])
        self.assertIn(self.copy, self.files_left())
        _, _, err = self.run_mentor("set", "ada", "role=mentor")
        self.assertIn(f"was interrupted, and is finished now: {self.copy}", err)
        self.assertEqual(self.files_left(), ["ada-lovelace.toml"])
        self.mentor("undo")
        self.assertEqual(self.files(), before)


if __name__ == "__main__":
    unittest.main()
