# SPDX-License-Identifier: MIT
"""What a file carries beside its text, lists of who may do what and attributes of other programs, stays
when it is replaced; and nobody reads afterwards who couldn't before."""

import errno
import os
import random
import stat
import struct
import tempfile
import unittest

from program import ProgramTest
from tracing import Traced, can_trace

ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"
USER_OBJ, USER, GROUP_OBJ, GROUP, MASK, OTHER = 1, 2, 4, 8, 0x10, 0x20  # acl(5), as the kernel numbers them
NO_ID = 0xFFFFFFFF
SOMEONE, SOME_GROUP, OWN_GROUP = 12345, 23456, 34567


def packed(*entries):
    """The kernel's form of a list of (tag, permissions, id)."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def access_list(owner, someone, group, some_group, mask, other):
    return packed((USER_OBJ, owner, NO_ID), (USER, someone, SOMEONE), (GROUP_OBJ, group, NO_ID),
                  (GROUP, some_group, SOME_GROUP), (MASK, mask, NO_ID), (OTHER, other, NO_ID))


def attributes_of(file):
    return {name: os.getxattr(file, name) for name in os.listxattr(file)
            if name.startswith(("user.", "system.posix_acl"))}


def knows(name, value):
    """Whether temporary files can have the attribute."""
    with tempfile.NamedTemporaryFile() as file:
        try:
            os.setxattr(file.name, name, value)
        except OSError as error:
            if error.errno != errno.ENOTSUP:
                raise
            return False
    return True


HAS_LISTS = knows(ACCESS, access_list(6, 4, 4, 4, 4, 0))
HAS_USER_ATTRIBUTES = knows("user.test", b"x")


class Attributes(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada", "Ada")
        self.file = self.journal / "ada.toml"

    def mode(self):
        return stat.S_IMODE(self.file.stat().st_mode)

    def without(self, **injections):
        """Logs, where calls fail; gives the exit code."""
        return Traced(self, ["log", "ada", "hello"], **injections).finish()[0]


@unittest.skipUnless(HAS_USER_ATTRIBUTES, "the file system has no attributes")
class UserAttributes(Attributes):
    def test_every_change_keeps_them(self):
        os.setxattr(self.file, "user.xdg.tags", "mentor, café".encode())
        os.setxattr(self.file, "user.empty", b"")
        os.setxattr(self.file, "user.bytes", bytes(range(256)))
        before = attributes_of(self.file)
        for words in (["log", "ada", "hello"], ["undo"], ["redo"], ["set", "ada", "type=life"]):
            self.mentor(*words)
            self.assertEqual(attributes_of(self.file), before, words)
        self.mentor("edit", "ada", environment={"EDITOR": "sed -i s/life/career/"})
        self.assertEqual(attributes_of(self.file), before)

    @unittest.skipUnless(can_trace(), "strace can't trace here")
    def test_what_can_t_be_kept_is_not_lost(self):
        os.setxattr(self.file, "user.mine", b"1")
        before = self.read("ada.toml")
        self.assertEqual(self.without(fsetxattr="error=ENOSPC"), 5)
        self.assertEqual((self.read("ada.toml"), attributes_of(self.file)), (before, {"user.mine": b"1"}))
        self.assertEqual(os.listdir(self.journal), ["ada.toml"])


@unittest.skipUnless(HAS_LISTS, "the file system has no access lists")
class AccessLists(Attributes):
    def test_every_change_keeps_the_list(self):
        os.setxattr(self.file, ACCESS, access_list(6, 4, 0, 6, 4, 0))
        before = attributes_of(self.file)
        for words in (["log", "ada", "hello"], ["undo"], ["redo"], ["set", "ada", "type=life"]):
            self.mentor(*words)
            self.assertEqual((attributes_of(self.file), self.mode()), (before, 0o640), words)

    def test_a_file_without_one_gets_none_from_its_folder(self):
        os.setxattr(self.journal, DEFAULT, access_list(7, 7, 7, 7, 7, 0))
        self.file.chmod(0o640)
        self.mentor("log", "ada", "hello")
        self.assertEqual((attributes_of(self.file), self.mode()), ({}, 0o640))
        self.mentor("add", "Grace", "--role", "peer")
        self.assertEqual(stat.S_IMODE((self.journal / "grace.toml").stat().st_mode), 0o600)

    @unittest.skipUnless(can_trace(), "strace can't trace here")
    def test_a_list_that_can_t_be_kept_leaves_the_file_to_its_owner(self):
        for failing in ({"fsetxattr": "error=ENOSPC"}, {"getxattr": "error=EIO"}):
            os.setxattr(self.file, ACCESS, access_list(6, 0, 0, 4, 4, 4))
            self.assertEqual(self.mode(), 0o644)
            self.assertEqual(self.without(**failing), 0)
            self.assertEqual((attributes_of(self.file), self.mode()), ({}, 0o600), failing)
        os.setxattr(self.journal, DEFAULT, access_list(7, 7, 7, 7, 7, 0))
        self.file.chmod(0o644)
        self.assertEqual(self.without(fremovexattr="error=EIO"), 0)
        self.assertEqual(self.mode(), 0o600)

    @unittest.skipUnless(os.geteuid() == 0, "only root can be someone else")
    def test_nobody_can_do_more_than_before(self):
        for folder in (self.home, self.journal):
            folder.chmod(0o755)
        chance = random.Random(1)
        for _ in range(60):
            self.give_random_rights(chance)
            before = self.rights()
            self.mentor("log", "ada", "hello")
            self.assertEqual(self.rights(), before)

    def give_random_rights(self, chance):
        self.file.unlink()
        if chance.random() < 0.5:
            os.setxattr(self.journal, DEFAULT, access_list(7, *(chance.randrange(8) for _ in range(5))))
        elif DEFAULT in os.listxattr(self.journal):
            os.removexattr(self.journal, DEFAULT)
        self.person("ada", "Ada")
        os.chown(self.file, -1, OWN_GROUP)
        if chance.random() < 0.7:
            os.setxattr(self.file, ACCESS, access_list(6, *(chance.randrange(8) for _ in range(5))))
        else:
            self.file.chmod(0o600 | chance.randrange(0o100))

    def rights(self):
        """What each kind of person can do with the file."""
        people = [(SOMEONE, 1), (1, SOME_GROUP), (1, OWN_GROUP), (SOMEONE, OWN_GROUP), (1, 1)]
        return [(person, self.can(person, flags)) for person in people for flags in (os.O_RDONLY, os.O_WRONLY)]

    def can(self, person, flags):
        process = os.fork()
        if process == 0:
            try:
                os.setgroups([])
                os.setgid(person[1])
                os.setuid(person[0])
                os.open(self.file, flags)
                os._exit(0)
            finally:
                os._exit(1)
        return os.waitpid(process, 0)[1] == 0


class UnderAnotherName(Attributes):
    """A file that is renamed is the same one, and so it is when that is taken back."""

    def test_it_keeps_its_mode_and_what_it_carries(self):
        if HAS_USER_ATTRIBUTES:
            os.setxattr(self.file, "user.note", b"x")
        if HAS_LISTS:
            os.setxattr(self.file, ACCESS, access_list(6, 4, 0, 4, 4, 0))
        else:
            self.file.chmod(0o640)
        carried, mode = attributes_of(self.file), self.mode()
        for words, name in ((["rename", "ada", "Zed"], "zed"), (["undo"], "ada"), (["redo"], "zed"), (["rename", "zed", "Ada"], "ada")):
            self.mentor(*words)
            self.file = self.journal / f"{name}.toml"
            self.assertEqual((os.listdir(self.journal), attributes_of(self.file), self.mode()),
                             ([self.file.name], carried, mode), words)


class ThereAgain(Attributes):
    """A file that goes and comes back, by undo or redo, is as it was when it went."""

    def carry(self, mode=0o640):
        self.file.chmod(mode)
        if HAS_USER_ATTRIBUTES:
            os.setxattr(self.file, "user.note", bytes(range(256)))
        if HAS_LISTS:
            os.setxattr(self.file, ACCESS, access_list(6, 4, 0, 4, 4, 0))
        return self.carried()

    def carried(self):
        return attributes_of(self.file), self.mode(), self.file.stat().st_gid

    def go_and_come(self, gone, there):
        """`gone` and `there` are commands after which the file isn't there, and is there again."""
        for again in range(2):
            self.mentor(*gone[min(again, len(gone) - 1)])
            self.assertFalse(self.file.exists(), gone)
            self.mentor(*there)
            self.assertEqual(self.carried(), self.before, (gone, there))

    def test_what_was_removed(self):
        self.before = self.carry()
        self.go_and_come([["remove", "ada", "--yes"], ["redo"]], ["undo"])

    def test_what_was_made(self):
        cards = self.home / "people.csv"
        cards.write_text("Name,Email\nGrace Hopper,grace@example.org\n")
        for words in (["add", "Grace Hopper", "--role", "peer"], ["import", "csv", str(cards), "--only", "Grace Hopper"]):
            self.mentor(*words)
            self.file = self.journal / "grace-hopper.toml"
            self.before = self.carry()
            self.go_and_come([["undo"]], ["redo"])
            self.mentor("undo")

    def test_over_several_changes_at_once(self):
        self.before = self.carry()
        self.mentor("remove", "ada", "--yes")
        self.mentor("add", "Ada", "--role", "peer")
        self.mentor("rename", "ada", "Zed")
        self.mentor("undo", "3", "--yes")
        self.assertEqual(self.carried(), self.before)

    def test_who_was_kept_out_meanwhile_stays_out(self):
        self.carry()
        self.mentor("rename", "ada", "Zed")
        self.mentor("add", "Grace", "--role", "peer")
        renamed = self.journal / "zed.toml"
        if HAS_LISTS:
            os.removexattr(renamed, ACCESS)
        renamed.chmod(0o600)
        self.mentor("undo", "2", "--yes")
        self.assertEqual(self.mode(), 0o600)

    def test_what_other_hands_removed_comes_back_for_its_owner_alone(self):
        self.carry()
        self.mentor("log", "ada", "hello")
        self.file.unlink()
        self.mentor("undo", "--force")
        self.assertEqual((attributes_of(self.file), self.mode()), ({}, 0o600))

    def test_a_record_that_tells_nothing_of_it_brings_the_text_back(self):
        text = self.read("ada.toml")
        self.carry()
        self.mentor("remove", "ada", "--yes")
        record, = (self.home / ".local/state/mentor/undo").iterdir()
        lines = record.read_bytes().replace(b"mentor undo 2", b"mentor undo 1")
        record.write_bytes(lines[:lines.index(b"mode ")])
        self.mentor("undo")
        self.assertEqual((self.read("ada.toml"), attributes_of(self.file), self.mode()), (text, {}, 0o600))

    @unittest.skipUnless(os.geteuid() == 0, "only root can be in any group")
    def test_the_group_comes_back_with_what_it_may_do(self):
        os.chown(self.file, -1, OWN_GROUP)
        self.before = self.carry()
        self.go_and_come([["remove", "ada", "--yes"], ["redo"]], ["undo"])

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a file to a group that it isn't in")
    def test_a_group_that_we_left_may_do_nothing(self):
        self.file.chmod(0o664)
        nobody = self.as_nobody()
        os.chown(self.file, -1, OWN_GROUP)
        self.mentor("remove", "ada", "--yes", **nobody)
        self.mentor("undo", **nobody)
        self.assertEqual((self.mode(), self.file.stat().st_gid), (0o604, nobody["group"]))

    @unittest.skipUnless(can_trace() and HAS_LISTS, "strace can't trace here")
    def test_a_list_that_can_t_be_known_leaves_the_file_to_its_owner(self):
        os.setxattr(self.file, ACCESS, access_list(6, 0, 0, 4, 4, 4))
        self.assertEqual(Traced(self, ["remove", "ada", "--yes"], getxattr="error=EIO").finish()[0], 0)
        self.mentor("undo")
        self.assertEqual(self.mode(), 0o600)


if __name__ == "__main__":
    unittest.main()
