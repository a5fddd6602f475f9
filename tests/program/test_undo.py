# SPDX-License-Identifier: MIT
"""Taking back on a real disk: modes, links, what a crash leaves, and journals that share a state folder."""

import itertools
import os
import shutil
import signal
import stat
import unittest

from program import ProgramTest, commands
from scenarios import ADA as PLAIN, WRITING, journal_of
from tracing import CAN_EXCHANGE, Traced, can_trace

# With a slip to mend.
ADA = PLAIN.replace("started", 'staeg = "active"\nstarted')
COMMANDS = [
    ["log", "ada", "Lunch", "--with", "grace", "--todo", "Write by fri"],
    ["done", "ada", "c7k2", "She liked it"],
    ["remove", "ada", "--yes"],
    ["rename", "ada", "Ada King"],
    ["rename", "ada", "Ada  LOVELACE"],
    ["end", "ada", "--thanks", "The plan", "--done", "c7k2=Sent"],
    ["edit", "ada"],
    ["config", "within", "3w"],
    ["config", "cadence.peer", "8w"],
    ["check", "--fix", "--yes"],
    ["add", "Alan", "--role", "peer"],
    ["pause", "ada", "--until", "2mo"],
    ["agree", "ada", "--every", "4w"],
    ["todo", "move", "ada", "c7k2", "2w"],
    ["set", "ada", "type=life", "started="],
]


class EveryCommand(ProgramTest):
    """Taken back and brought back to the byte."""

    def setUp(self):
        super().setUp()
        self.journal.mkdir()
        self.elsewhere = self.home / "elsewhere.toml"
        self.elsewhere.write_text(ADA)
        self.elsewhere.chmod(0o640)
        self.environment["EDITOR"] = "sed -i s/draft/letter/"
        (self.home / "config.toml").write_text('within = "2w" # near\r\n')
        (self.home / "config.toml").chmod(0o644)
        self.write("grace-hopper.toml", 'name = "Grace Hopper"\r\nrole = "peer"')
        (self.journal / "grace-hopper.toml").chmod(0o660)

    def state(self):
        """Every file that holds something: where it links to, its mode and its bytes."""
        paths = [*self.journal.glob("*.toml"), self.home / "config.toml", self.elsewhere]
        return {path.name: (path.is_symlink(), stat.S_IMODE(path.stat().st_mode), path.read_bytes())
                for path in paths if path.exists()}

    def make_private(self):
        """For `check --fix`, which else does it, and leaves it so when its texts are taken back."""
        for path in [*self.journal.iterdir(), self.home / "config.toml"]:
            path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o077)

    def assert_there_and_back(self, lines=COMMANDS):
        for words in lines:
            with self.subTest(words):
                if words[0] == "check":
                    self.make_private()
                old = self.state()
                self.run_mentor(*words)
                new = self.state()
                self.assertNotEqual(old, new)
                for _ in range(2):
                    self.mentor("undo")
                    self.assertEqual(self.state(), old)
                    self.mentor("redo")
                    self.assertEqual(self.state(), new)
                self.mentor("undo", "--dry-run")
                self.assertEqual(self.state(), new)
                self.mentor("undo")

    def test_of_a_plain_file(self):
        self.elsewhere.unlink()
        self.write("ada-lovelace.toml", ADA)
        (self.journal / "ada-lovelace.toml").chmod(0o600)
        self.assert_there_and_back()

    def test_of_every_command_that_writes(self):
        self.assertEqual(commands("writes").keys(), WRITING.keys())
        for name, scenarios in WRITING.items():
            for scenario in scenarios if name not in ("undo", "redo") else ():
                with self.subTest(scenario.words):
                    self.begin(scenario)
                    self.assert_there_and_back([scenario.words])

    def begin(self, scenario):
        """A home of its own, as it is before the scenario's command."""
        super().setUp()
        self.elsewhere = self.home / "elsewhere.toml"
        self.environment |= scenario.environment
        for file, text in journal_of(scenario).items():
            self.write(file, text)
        if not scenario.fresh:
            (self.home / "config.toml").write_text(scenario.config)
        for words in scenario.before:
            self.mentor(*words)

    def test_of_a_file_that_is_a_link(self):
        (self.journal / "ada-lovelace.toml").symlink_to("../elsewhere.toml")
        # These put the link away, not the file that it leads to.
        self.assert_there_and_back([words for words in COMMANDS if words[0] not in ("remove", "rename")])

    def test_all_of_them_at_once_by_number_and_by_id(self):
        self.elsewhere.unlink()
        self.write("ada-lovelace.toml", ADA)
        self.make_private()
        states = [self.state()]
        for words in COMMANDS[:1] + COMMANDS[6:]:
            self.run_mentor(*words)
            states.append(self.state())
        rows = self.mentor("undo", "--list", "--format", "{number} {id}").splitlines()
        self.assertEqual([row.split()[0] for row in rows], [str(i + 1) for i in range(len(states) - 1)])
        for by in (0, 1):
            self.mentor("undo", rows[-1].split()[by], "--yes")
            self.assertEqual(self.state(), states[0])
            for state in states[1:]:
                self.mentor("redo")
                self.assertEqual(self.state(), state)
        self.mentor("undo", "3", "--yes")
        self.assertEqual(self.state(), states[-4])
        self.mentor("undo", "1")
        self.assertEqual(self.state(), states[-5])
        for number in ("0", "50", "99"):
            code, _, err = self.run_mentor("undo", number, "--yes")
            self.assertEqual(code, 4, err)
            self.assertIn(f"there is no change {number} to take back", err)
        self.assertEqual(self.state(), states[-5])


class Undo(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")
        self.log = self.home / ".local/state/mentor/undo"

    def steps(self):
        return self.mentor("undo", "--list", "--format", "{command} {undone}").splitlines()

    def test_what_is_kept_is_for_its_owner_alone(self):
        self.mentor("log", "ada", "in confidence", preexec_fn=lambda: os.umask(0))
        self.assertEqual(stat.S_IMODE(self.log.stat().st_mode), 0o700)
        (kept,) = self.log.iterdir()
        self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)
        # The list says what was changed, but for what is private.
        self.assertIn("in confidence", self.mentor("undo", "--list", "--json"))
        self.mentor("log", "ada", "a secret", "--private")
        self.assertNotIn("secret", self.mentor("undo", "--list", "--json"))

    def test_every_byte_comes_back(self):
        odd = b'\xef\xbb\xbfname = "Ada"\r\nrole = "mentor" # \xc3\xa9\r\n\r\nmet = "there" '
        (self.journal / "ada-lovelace.toml").write_bytes(odd)
        self.mentor("set", "ada", "stage=paused", "met=")
        self.mentor("remove", "ada", "--yes")
        self.mentor("undo")
        self.mentor("undo")
        self.assertEqual((self.journal / "ada-lovelace.toml").read_bytes(), odd)

    def test_the_mode_of_a_file_and_a_symbolic_link_are_kept(self):
        old = self.read("ada-lovelace.toml")
        elsewhere = self.home / "elsewhere.toml"
        (self.journal / "ada-lovelace.toml").rename(elsewhere)
        elsewhere.chmod(0o640)
        (self.journal / "ada-lovelace.toml").symlink_to(elsewhere)
        self.mentor("log", "ada", "hello")
        self.mentor("undo")
        self.assertTrue((self.journal / "ada-lovelace.toml").is_symlink())
        self.assertEqual(elsewhere.read_text(), old)
        self.assertEqual(stat.S_IMODE(elsewhere.stat().st_mode), 0o640)

    def test_a_step_that_a_crash_left_without_its_write_is_passed_over(self):
        old = self.read("ada-lovelace.toml")
        self.mentor("log", "ada", "first")
        first = self.read("ada-lovelace.toml")
        self.mentor("log", "ada", "second")
        self.write("ada-lovelace.toml", first)
        self.assertEqual(self.steps(), ["log false", "log true"])
        self.mentor("undo")
        self.assertEqual(self.read("ada-lovelace.toml"), old)

    def test_half_a_step_of_two_files_is_taken_back(self):
        self.person("grace-hopper", "Grace Hopper")
        ada, grace = self.read("ada-lovelace.toml"), self.read("grace-hopper.toml")
        self.mentor("log", "ada", "lunch", "--with", "grace")
        self.write("grace-hopper.toml", grace)
        self.mentor("undo")
        self.assertEqual(self.read("ada-lovelace.toml"), ada)
        self.assertEqual(self.read("grace-hopper.toml"), grace)

    def test_a_journal_has_its_own_changes_by_whatever_path_it_is_named(self):
        other = self.home / "other"
        self.mentor("init", environment={"MENTOR_DIR": str(other)})
        self.mentor("add", "Grace", "--role", "peer", environment={"MENTOR_DIR": str(other)})
        (self.home / "link").symlink_to("journal")
        self.mentor("log", "ada", "hello", environment={"MENTOR_DIR": "link/."}, cwd=self.home)
        self.assertEqual(self.steps(), ["log false", "init false"])
        self.mentor("undo")
        code, _, err = self.run_mentor("redo", environment={"MENTOR_DIR": str(other)})
        self.assertEqual(code, 4, err)
        self.mentor("undo", environment={"MENTOR_DIR": str(other)})
        self.assertEqual(list(other.iterdir()), [])

    def test_a_configuration_beside_the_journal_s_files_is_locked_once(self):
        config = {"MENTOR_CONFIG": str(self.journal / "config.toml")}
        self.mentor("config", "within", "3w", environment=config)
        self.mentor("undo", environment=config)
        self.assertFalse((self.journal / "config.toml").exists())

    def test_a_state_folder_that_can_t_be_written_stops_no_change_but_a_removal(self):
        state = self.home / ".local"
        state.mkdir()
        user = self.as_nobody()
        state.chmod(0o500)
        code, _, err = self.run_mentor("log", "ada", "hello", **user)
        self.assertEqual(code, 0, err)
        self.assertIn("`mentor undo` won't know of this: can't make", err)
        self.assertIn("hello", self.read("ada-lovelace.toml"))
        code, _, err = self.run_mentor("remove", "ada", "--yes", **user)
        self.assertEqual(code, 5, err)
        self.assertIn("nothing was removed, because it couldn't be brought back", err)
        self.assertTrue((self.journal / "ada-lovelace.toml").exists())
        state.chmod(0o700)

    def test_a_read_only_journal_is_not_touched(self):
        self.mentor("log", "ada", "hello")
        old = self.read("ada-lovelace.toml")
        user = self.as_nobody()
        self.journal.chmod(0o500)
        for words in (["undo"], ["log", "ada", "again"]):
            code, _, err = self.run_mentor(*words, **user)
            self.assertEqual(code, 5, err)
            self.assertIn("Permission denied", err)
            self.assertEqual(self.read("ada-lovelace.toml"), old)
            self.assertEqual(self.steps(), ["log false"])
        self.journal.chmod(0o700)

    def test_a_damaged_step_harms_no_other(self):
        self.mentor("log", "ada", "first")
        self.mentor("log", "ada", "second")
        newest = max(self.log.iterdir())
        newest.write_bytes(newest.read_bytes()[:-20])
        self.assertEqual(self.steps(), ["log false"])
        code, _, err = self.run_mentor("undo")
        self.assertEqual(code, 5, err)
        self.assertIn("ada-lovelace.toml: error: this file was changed in the meantime", err)

    @unittest.skipUnless(can_trace(), "strace can't trace here")
    @unittest.skipUnless(CAN_EXCHANGE, "counts the calls that exchange two files")
    def test_a_damaged_step_that_stopped_half_way_says_what_it_may_have_left(self):
        """Whatever it was, one done, taken back or brought back; of a step that came to its end nothing is half."""
        self.person("grace-hopper", "Grace Hopper")
        lunch = ["log", "ada", "lunch", "--with", "grace"]
        half = "it was begun, and may be half done: compare who was in it"
        for before, words in (([], lunch), ([lunch], ["undo"]), ([lunch, ["undo"]], ["redo"])):
            for is_killed in (True, False):
                shutil.rmtree(self.log, ignore_errors=True)
                for each in before:
                    self.mentor(*each)
                Traced(self, words, renameat2=f"signal=SIGKILL:when={3 if is_killed else 99}").finish()
                begun = list(self.log.glob("*.begun"))
                with self.subTest(words=words, is_killed=is_killed):
                    self.assertEqual(len(begun), is_killed)
                    for record in begun or self.log.iterdir():
                        record.write_bytes(record.read_bytes()[:-1] + b"x")
                    _, out, err = self.run_mentor("check")
                    self.assertEqual(half in out + err, is_killed, out + err)
                    self.mentor("set", "ada", "role=mentor")
                    _, out, err = self.run_mentor("undo", "--list")
                    self.assertEqual(half in out + err, is_killed, out + err)

    def test_looking_writes_nothing(self):
        self.mentor("undo", "--list")
        self.run_mentor("undo")
        self.run_mentor("redo")
        self.assertFalse(self.log.exists())


@unittest.skipUnless(can_trace(), "strace can't trace here")
class KilledAnywhere(ProgramTest):
    """Steps of one file, taken back together or with what other hands wrote: the next command that writes finds all
    of it or nothing, and either way the other is to be had again."""

    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")
        self.file = self.journal / "ada-lovelace.toml"
        self.kept = self.home / "kept"

    def begin(self):
        for folder, beside in ((self.journal, "journal"), (self.home / ".local", "local")):
            shutil.rmtree(folder)
            shutil.copytree(self.kept / beside, folder)

    def keep(self):
        self.kept.mkdir()
        shutil.copytree(self.journal, self.kept / "journal")
        shutil.copytree(self.home / ".local", self.kept / "local")

    def text_after(self, *words, until=None, most=1):
        for _ in range(most):
            self.mentor(*words)
            if self.file.read_text() == until:
                break
        return self.file.read_text()

    def listed(self):
        return sorted(self.mentor("undo", "--list", "--format", "{command}: {undone}").splitlines())

    def listed_of_mentor(self):
        return [step for step in self.listed() if not step.startswith("by hand")]

    def assert_whole_wherever_killed(self, words, there, back):
        """`there` has what the words lead to, `back` what there was before: each as (words, how often at most)."""
        self.keep()
        old, had = self.file.read_text(), self.listed_of_mentor()
        new = self.text_after(*words)
        has = self.listed()
        killed = 0
        for call in ("renameat2", "rename", "unlink"):
            for number in itertools.count(1):
                self.begin()
                code, err = Traced(self, words, **{call: f"signal=SIGKILL:when={number}"}).finish()
                if code == 0:
                    break
                killed += 1
                with self.subTest(words=words, call=call, number=number):
                    self.assertEqual(code, -signal.SIGKILL, err)
                    self.mentor("set", "ada", "role=mentor")  # changes nothing by itself
                    text = self.file.read_text()
                    self.assertIn(text, (old, new))
                    if text == new:
                        self.assertEqual(self.listed(), has)
                        self.assertEqual(self.text_after(*back[0], until=old, most=back[1]), old)
                    else:
                        self.assertEqual(self.listed_of_mentor(), had)
                        self.assertEqual(self.text_after(*there[0], until=new, most=there[1]), new)
        # An exchange leaves the old file to be taken away; a rename does both in one.
        self.assertGreater(killed, 3 if CAN_EXCHANGE else 2)

    def test_several_taken_back(self):
        for note in ("one", "two", "three"):
            self.mentor("log", "ada", note)
        words = ["undo", "3", "--yes"]
        self.assert_whole_wherever_killed(words, there=(words, 1), back=(["redo"], 3))

    def test_one_taken_back(self):
        self.mentor("log", "ada", "one")
        self.assert_whole_wherever_killed(["undo"], there=(["undo"], 1), back=(["redo"], 1))

    def test_one_taken_back_over_what_other_hands_wrote(self):
        self.mentor("log", "ada", "one")
        self.write("ada-lovelace.toml", self.file.read_text() + "# by hand\n")
        words = ["undo", "--force"]
        self.assert_whole_wherever_killed(words, there=(words, 2), back=(["redo"], 2))

    def test_one_brought_back_of_several(self):
        for note in ("one", "two", "three"):
            self.mentor("log", "ada", note)
        self.mentor("undo", "3", "--yes")
        self.assert_whole_wherever_killed(["redo"], there=(["redo"], 1), back=(["undo"], 1))


if __name__ == "__main__":
    unittest.main()
