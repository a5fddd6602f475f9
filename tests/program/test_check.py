# SPDX-License-Identifier: MIT
"""What `check` says of real files: who may read them, links, clocks, and what writes left behind."""

import datetime
import itertools
import json
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import tempfile
import unittest

from program import ProgramTest
from tracing import CAN_EXCHANGE, Traced, after, can_trace
from waiting import wait_until

SLIP = 'name = "Ada"\nrole = "mentr"   # met in May\n'
EVERYONE = "everyone on this machine"
MENDED = 'name = "Ada"\nrole = "mentor"   # met in May\n'


def end(process):
    """And what it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


class Check(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada", "Ada")
        self.ada = self.journal / "ada.toml"

    def problems(self, *words, **more):
        """What is found, each as (file, what), with the exit code that belongs to it."""
        code, out, err = self.run_mentor("check", "--json", *words, **more)
        self.assertEqual(err, "")
        items = json.loads(out)["items"]
        self.assertEqual(code, 3 if items else 0)
        return [(item["file"], item["what"]) for item in items]

    @staticmethod
    def mode(path):
        return stat.S_IMODE(path.stat().st_mode)

    def test_what_others_may_read_or_change_is_named_and_made_private(self):
        self.mentor("config", "within", "2w")
        self.mentor("log", "ada", "hello")
        state = self.home / ".local/state/mentor/undo"
        notes = self.journal / "notes.txt"
        notes.write_text("in confidence")
        config = self.home / "config.toml"
        record = next(state.iterdir())
        answers = state.parent / "answers"
        answers.mkdir()
        kept = answers / "log-0000abcd0000abcd.toml"
        kept.write_text("")
        questions = self.home / "questions.toml"
        questions.write_text("")
        for path, mode in ((config, 0o640), (questions, 0o644), (self.ada, 0o644), (self.journal, 0o755), (notes, 0o622),
                           (state, 0o711), (record, 0o604), (answers, 0o755), (kept, 0o640)):
            path.chmod(mode)
        shut = ", and only a folder above keeps them out"
        self.assertEqual(self.problems(), [
            ("config.toml", "its mode 0640 lets its group read it" + shut),
            (str(questions), f"its mode 0644 lets {EVERYONE} read it" + shut),
            ("ada.toml", f"its mode 0644 lets {EVERYONE} read it" + shut),
            (str(self.journal), f"its mode 0755 lets {EVERYONE} read it" + shut),
            ("notes.txt", f"its mode 0622 lets {EVERYONE} change it" + shut),
            (str(state), f"its mode 0711 lets {EVERYONE} enter it" + shut),
            (str(record), f"its mode 0604 lets {EVERYONE} read it" + shut),
            (str(answers), f"its mode 0755 lets {EVERYONE} read it" + shut),
            (str(kept), "its mode 0640 lets its group read it" + shut)])
        self.home.chmod(0o711)
        self.assertEqual(self.problems("ada"), [("ada.toml", f"its mode 0644 lets {EVERYONE} read it")])
        self.assertEqual(self.mode(self.ada), 0o644)
        self.mentor("check", "--fix", "--yes")
        self.assertEqual([self.mode(path) for path in (self.journal, state, answers)], [0o700] * 3)
        for path in (config, questions, self.ada, notes, record, kept):
            self.assertEqual(self.mode(path), 0o600, path)
        self.assertEqual(self.problems(), [])

    def test_the_command_that_is_named_does_what_it_says(self):
        self.ada.rename(self.journal / "o'hara $HOME.toml")
        (self.journal / "o'hara $HOME.toml").chmod(0o444)
        _, out, _ = self.run_mentor("check", "--format", "{advice}")
        os.system(out.split(": ", 1)[1])
        self.assertEqual(self.mode(self.journal / "o'hara $HOME.toml"), 0o400)
        self.assertEqual(self.problems(), [])

    def test_of_a_link_it_is_the_file_behind_it_that_counts(self):
        elsewhere = self.home / "elsewhere.toml"
        self.ada.rename(elsewhere)
        self.ada.symlink_to(elsewhere)
        self.assertEqual(self.problems(), [])
        elsewhere.chmod(0o666)
        self.assertEqual(self.problems(), [("ada.toml", f"its mode 0666 lets {EVERYONE} read and change it, "
                                                        "and only a folder above keeps them out")])
        _, out, _ = self.run_mentor("check", "--fix", "--yes", "--format", "{mendable} {advice}")
        self.assertEqual(self.mode(elsewhere), 0o666)
        self.assertEqual(out, f"false a link leads to it; to keep it to yourself: chmod 600 {elsewhere}\n")
        os.system(out.split(": ", 1)[1])
        self.assertEqual((self.mode(elsewhere), self.problems()), (0o600, []))
        self.assertTrue(self.ada.is_symlink())

    def test_nothing_outside_is_changed_through_any_link(self):
        self.mentor("log", "ada", "hello")
        self.mentor("config", "within", "2w")
        undo = self.home / ".local/state/mentor/undo"
        record = next(undo.iterdir())
        (self.journal / "notes.txt").write_text("notes")
        links = [self.ada, self.journal / "notes.txt", self.home / "config.toml", record]
        outside = pathlib.Path(tempfile.mkdtemp(prefix="mentor-test-"))
        self.addCleanup(shutil.rmtree, outside)
        for link in links:
            link.rename(outside / link.name)
            link.symlink_to(outside / link.name)
        (outside / "folder").mkdir()
        (self.journal / "folder.toml").symlink_to(outside / "folder")
        for path in outside.iterdir():
            path.chmod(0o777)
        code, _, err = self.run_mentor("check", "--fix", "--yes")
        self.assertEqual(code, 3)
        self.assertIn("nothing with one right answer", err)
        self.assertEqual({self.mode(path) for path in outside.iterdir()}, {0o777})
        self.assertEqual(len([what for _, what in self.problems() if what.startswith("its mode 0777")]), 5)

    def test_a_link_within_the_folder_and_a_folder_that_is_one_are_mended(self):
        self.ada.rename(self.journal / ".ada")
        self.ada.symlink_to(".ada")
        (self.journal / ".ada").chmod(0o644)
        self.journal.rename(self.home / "true journal")
        self.journal.symlink_to("true journal")
        self.journal.chmod(0o755)
        self.mentor("check", "--fix", "--yes")
        self.assertEqual((self.mode(self.journal), self.mode(self.ada)), (0o700, 0o600))

    def test_what_belongs_to_someone_else_is_said_and_left_alone(self):
        if os.geteuid() != 0:
            self.skipTest("only root can give files away")
        user = self.as_nobody()
        os.chown(self.ada, 0, 0)
        self.ada.chmod(0o644)
        _, out, _ = self.run_mentor("check", "--jsonl", **user)
        found = json.loads(out)
        self.assertIn("it belongs to someone else, who can: chmod 600", found["advice"])
        self.assertFalse(found["mendable"])
        code, _, err = self.run_mentor("check", "--fix", "--yes", **user)
        self.assertEqual((code, self.mode(self.ada)), (3, 0o644))
        self.assertIn("nothing with one right answer", err)

    def test_texts_are_mended_where_permissions_cannot_be(self):
        if os.geteuid() != 0:
            self.skipTest("only root can make a file immutable")
        self.write("ada.toml", SLIP)
        self.write("grace.toml", 'name = "Grace"\nrole = "peer"\n')
        grace = self.journal / "grace.toml"
        grace.chmod(0o644)
        if os.system(f"chattr +i {grace} 2> /dev/null") != 0:
            self.skipTest("this file system knows no immutable files")
        self.addCleanup(os.system, f"chattr -i {grace}")
        code, _, err = self.run_mentor("check", "--fix", "--yes")
        self.assertEqual((code, self.read("ada.toml")), (3, MENDED))
        self.assertIn(f"can't take the permissions of others from {grace}", err)
        self.assertIn("Mended: ada.toml.\n", err)

    def test_a_file_from_the_future_tells_of_a_clock_that_was_wrong(self):
        ahead = datetime.datetime(2099, 1, 1, tzinfo=datetime.timezone.utc).timestamp()
        questions, config = self.home / "questions.toml", self.home / "config.toml"
        for path, named in ((self.ada, "ada.toml"), (config, "config.toml"), (questions, str(questions))):
            with path.open("a"):
                path.chmod(0o600)
            os.utime(path, (ahead, ahead))
            [(file, what)] = self.problems()
            self.assertEqual(file, named)
            self.assertRegex(what, "^it was written on Thu 1 Jan 2099.*, which lies ahead: now it is ")
            os.utime(path, (0, 0))
            self.assertEqual(self.problems(), [])

    def test_what_cannot_be_read_is_named_beside_all_the_others(self):
        self.write("grace.toml", SLIP)
        (self.journal / "a-folder.toml").mkdir()
        os.mkfifo(self.journal / "a-pipe.toml", 0o600)
        (self.journal / "a-loop.toml").symlink_to("a-loop.toml")
        (self.journal / "a-dangler.toml").symlink_to("nowhere.toml")
        (self.home / ".local/state/mentor").mkdir(parents=True)
        (self.home / ".local/state/mentor/undo").write_text("not a folder")
        self.assertEqual({file for file, what in self.problems() if "can't" in what}, {
            "a-folder.toml", "a-pipe.toml", "a-loop.toml", "a-dangler.toml", None})
        code, _, err = self.run_mentor("check", "--fix", "--yes")
        self.assertEqual((code, self.read("grace.toml")), (3, MENDED), err)

    def test_a_damaged_change_to_undo_is_named_until_it_is_deleted(self):
        self.mentor("log", "ada", "hello")
        record = next((self.home / ".local/state/mentor/undo").iterdir())
        record.write_text("hello")
        self.assertEqual(self.problems(), [(str(record), "this is not what mentor writes, or not all of it")])
        record.unlink()
        self.assertEqual(self.problems(), [])

    def test_leftovers_are_named_wherever_they_lie_and_taken_away(self):
        self.mentor("log", "ada", "hello")
        state = self.home / ".local/state/mentor/undo"
        answers = state.parent / "answers"
        answers.mkdir(mode=0o700)
        places = [self.home, self.journal, state, answers]
        for place in places:
            (place / ".mentor-1-0000abcd.tmp").write_text("na")
        names = {file for file, _ in self.problems()}
        self.assertEqual(names, {".mentor-1-0000abcd.tmp", f"{self.home}/.mentor-1-0000abcd.tmp",
                                 f"{state}/.mentor-1-0000abcd.tmp", f"{answers}/.mentor-1-0000abcd.tmp"})
        self.mentor("check", "--fix", "--yes")
        for place in places:
            self.assertFalse((place / ".mentor-1-0000abcd.tmp").exists())

    def test_an_editor_outside_of_the_group_is_known_by_its_words(self):
        copy = self.home / "mentor-999999999-0a0b0c0d-ada.toml"
        copy.write_text("name = 'Ada'\n")
        self.assertEqual(self.problems(), [(str(copy), "an editor worked on this copy, and it was left")])
        editor = subprocess.Popen(["sh", "-c", "sleep 1000; true", "editor", str(copy)], start_new_session=True)
        self.addCleanup(editor.wait)
        self.addCleanup(os.killpg, editor.pid, signal.SIGKILL)
        # They can be seen a moment after it was started.
        words = pathlib.Path(f"/proc/{editor.pid}/cmdline")
        wait_until(lambda: str(copy) in words.read_text(), "the editor has its words")
        self.assertEqual([what for _, what in self.problems()],
                         ["an editor still works on this copy, and what it writes goes nowhere else"])

    @unittest.skipUnless(can_trace(), "strace can't trace here")
    @unittest.skipUnless(CAN_EXCHANGE, "counts the calls that exchange two files")
    def test_a_change_of_several_files_that_stopped_is_named_whatever_files_they_are(self):
        """Those of the journal, the configuration, and the questions beside it: killed between each two of them."""
        slips = {self.ada: SLIP, self.home / "config.toml": 'withn = "2w"\n',
                 self.home / "questions.toml": '[[questions]]\nphase = "first-talk"\nakk = ["Why?"]\n'}
        for left in itertools.combinations(slips, 2):
            for path in slips:
                path.unlink(missing_ok=True)
            for path in left:
                path.write_text(slips[path])
                path.chmod(0o600)
            shutil.rmtree(self.home / ".local", ignore_errors=True)
            # The record comes first, then each of the files.
            Traced(self, ["check", "--fix", "--yes"], renameat2="signal=SIGKILL:when=3").finish()
            with self.subTest([path.name for path in left]):
                found = self.problems()
                self.assertTrue(any("was interrupted: done in" in what for _, what in found), found)
                self.mentor("check", "--fix", "--yes")
                self.assertEqual(self.problems(), [])

    @unittest.skipUnless(can_trace(), "strace can't trace here")
    def test_what_a_writer_has_there_is_named_once_it_is_dead(self):
        self.mentor("log", "ada", "hello")
        for number in (1, 3):  # in the folder of undo, and in the journal
            writer = Traced(self, ["log", "ada", "hello"], fsync=after(number))
            writer.await_stop()
            [left] = self.home.rglob(".mentor-*")
            self.assertEqual(int(left.name.split("-")[1]), writer.process.pid)
            self.assertEqual(self.problems(), [])
            writer.process.kill()
            writer.finish()
            self.assertEqual([what for _, what in self.problems()], ["a write was interrupted, and left this file"])
            self.mentor("check", "--fix", "--yes")
            self.assertEqual(list(self.home.rglob(".mentor-*")), [])

    def test_what_an_editor_worked_on_is_named_once_mentor_is_dead(self):
        editor = self.home / "editor"
        editor.write_text('#!/bin/sh\necho "# mine" >> "$1"; touch "$HOME/open"; exec sleep 1000\n')
        editor.chmod(0o700)
        for words in (["edit", "ada"], ["log", "ada", "--edit"]):
            process = self.start(*words, environment={"EDITOR": str(editor)}, start_new_session=True)
            self.addCleanup(end, process)
            wait_until((self.home / "open").exists, "the editor is open")
            [copy] = self.home.glob("mentor-*")
            self.assertEqual(self.problems(), [])
            process.kill()
            process.wait()
            process.stdout.close()
            process.stderr.close()
            said = [(str(copy), "an editor still works on this copy, and what it writes goes nowhere else")]
            self.assertEqual(self.problems(), said)
            self.assertNotIn(" rm ", self.run_mentor("check")[1])
            os.killpg(process.pid, signal.SIGKILL)
            wait_until(lambda: self.problems() != said, "the editor has ended")
            self.assertEqual(self.problems(), [(str(copy), "an editor worked on this copy, and it was left")])
            self.assertEqual(self.problems("ada"), [])
            self.assertIn("# mine", copy.read_text())
            _, out, _ = self.run_mentor("check", "--fix", "--yes", "--format", "{advice}")
            self.assertIn("# mine", copy.read_text())
            os.system(out.split(", then: ")[1])
            self.assertEqual((self.problems(), copy.exists()), ([], False))
            (self.home / "open").unlink()

    def test_what_is_told_to_be_typed_is_about_this_file_or_nothing(self):
        """Other files are called as it would be without the signs that no line holds."""
        copies = ("ada (conflicted copy).toml", "ada (conflicted\ncopy).toml", "a b.toml~", "a\nb.toml~", "c\td.toml~", "-x.toml~")
        for name in copies:
            (self.journal / name).write_text(self.ada.read_text() + 'about = "only here"\n')
            (self.journal / name).chmod(0o644)
        link = self.journal / "ada (conflicted\ncopy).toml"
        link.unlink()
        elsewhere = self.home / "elsewhere"
        elsewhere.write_text("one line\n")
        elsewhere.chmod(0o600)
        link.symlink_to(elsewhere)
        out = self.run_mentor("check")[1]
        typed = [line for line in out.splitlines() if "rm " in line or "chmod " in line or "delete the link" in line]
        self.assertEqual(len(typed), 4, out)
        for line in typed:
            if "chmod" in line:
                subprocess.run(["sh", "-c", line[line.index("chmod"):]], check=True, cwd="/")
            self.assertNotIn("rm ", line)
        self.assertEqual(self.mode(self.journal / "a b.toml~"), 0o600)
        self.assertEqual(self.mode(self.journal / "-x.toml~"), 0o600)
        self.assertEqual(self.mode(self.journal / "a\nb.toml~"), 0o644)
        self.assertIn("give it the mode 600", out)

    def test_an_import_tells_how_to_name_the_same_file(self):
        text = "name,role\nBob,mentor\n"
        (self.home / "-x.csv").write_text(text)
        (self.home / "a b.csv").write_text(text)
        (self.home / "a\nb.csv").write_text(text)
        for word, command in (("./-x.csv", "mentor import csv ./-x.csv "), ("-x.csv", "mentor import csv ./-x.csv "),
                              ("a b.csv", "mentor import csv 'a b.csv' "), ("a\nb.csv", "mentor import csv FILE "), ("-", "mentor import csv - ")):
            with self.subTest(word):
                _, out, err = self.run_mentor("import", "csv", "--", word, cwd=self.home, text=text)
                self.assertIn(command, out + err)

    def test_what_is_passed_on_says_no_words_of_the_files(self):
        text = self.ada.read_text() + '[[commitment]]\nid = "c111"\nowner = "me"\nwhat = "W"\nprivate = true\ndone = 2026-11-11\noutcome = "{}"\n'
        self.write("ada.toml", text.format("SECRET one"))
        self.write("ada (conflicted copy).toml", text.format("SECRET two"))
        self.assertIn('outcome is "SECRET one" here', self.run_mentor("check")[1])
        _, out, err = self.run_mentor("check", "--format", "md")
        self.assertIn("commitment c111: outcome differs here and there", out)
        self.assertNotIn("SECRET", out + err)
        self.write("bob.toml", 'name = "Bob"\nrole = "mentor"\n[[log]]\non = 2026-11-11\nkind = "note"\nprivate = true\nwins = "SECRET"\n')
        self.write("eve.toml", 'name = "Eve"\nrole = "mentor"\n[[commitment]]\nowner = "SECRET"\nwhat = "x"\nprivate = true\ndone = "SECRET"\n')
        for words in (["check", "--format", "md"], ["remind"], ["due"], ["list"], ["show", "bob"], ["show", "eve"]):
            with self.subTest(words):
                _, out, err = self.run_mentor(*words)
                self.assertIn("bob.toml" if words[-1] != "eve" else "eve.toml", out + err)
                self.assertNotIn("SECRET", out + err)

    def test_times_that_no_calendar_can_say_are_slips(self):
        sound = ["45m", "1h30", "90", "PT45M", "an hour"]
        for length in (*sound, "-5m", "0", "P-1D", "99999999h", "PT 45M", "45m-", "soon"):
            self.write("ada.toml", f'name = "Ada"\nrole = "mentor"\n[agreement]\nlength = "{length}"\n')
            with self.subTest(length):
                self.assertEqual(bool(self.problems()), length not in sound)
        sound = ["09:00-17:00", "9-17", "9 to 17, not on weekends", "22:00-6:00", "after 24:00", "weekdays", ""]
        for hours in (*sound, "25:00-99:00", "9:00-24:30", "9:60", "from 9:00 to 7:77"):
            self.write("ada.toml", f'name = "Ada"\nrole = "mentor"\n[contact]\nhours = "{hours}"\n')
            with self.subTest(hours):
                self.assertEqual(bool(self.problems()), hours not in sound)
                self.assertEqual(self.run_mentor("set", "ada", f"contact.hours={hours}")[0], 0 if hours in sound else 2)

    def test_a_file_with_another_name_elsewhere_is_left_to_the_person(self):
        out = self.home / "out"
        out.write_text("x")
        out.chmod(0o666)
        os.link(out, self.journal / "notes.txt")
        problems = self.problems()
        self.run_mentor("check", "--fix", "--yes")
        self.assertEqual((self.mode(out), self.problems()), (0o666, problems))
        self.assertIn("it has another name as well", self.run_mentor("check")[1])
        out.chmod(0o600)
        os.link(self.ada, self.home / "ada")
        self.assertEqual([file for file, what in self.problems() if "a hard link" in what], ["ada.toml"])

    def test_a_configuration_that_hides_the_journal_can_still_be_mended(self):
        del self.environment["MENTOR_DIR"]
        config = self.home / "config.toml"
        config.write_text(f'journal = "{self.journal}"\nwithin = "2w"\ncolor = "nver"\n[kinds\n')
        config.chmod(0o600)
        code, out, _ = self.run_mentor("check")
        self.assertEqual(code, 3)
        self.assertIn("config.toml:4:", out)
        config.write_text('journal = 5\ncolor = "nver"\n')
        code, out, err = self.run_mentor("check", "--fix", "--yes")
        self.assertEqual((code, config.read_text()), (3, 'journal = 5\ncolor = "never"\n'), err)
        self.assertIn("config.toml:1:11: error: `journal` is a whole number", out)

    def test_the_configuration_and_the_files_go_back_together(self):
        config = self.home / "config.toml"
        config.write_text('color = "nver"\n')
        config.chmod(0o600)
        self.write("ada.toml", SLIP)
        self.mentor("check", "--fix", "--yes")
        self.assertEqual((config.read_text(), self.read("ada.toml")), ('color = "never"\n', MENDED))
        self.mentor("undo")
        self.assertEqual((config.read_text(), self.read("ada.toml")), ('color = "nver"\n', SLIP))


if __name__ == "__main__":
    unittest.main()
