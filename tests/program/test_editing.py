# SPDX-License-Identifier: MIT
"""Editors that fail in every way, and editing beside others: the journal is never harmed, and what was
written by hand is saved or kept in a file that the message names."""

import itertools
import os
import pathlib
import random
import re
import signal
import stat
import subprocess
import tomllib
import unittest

from program import ProgramTest
from waiting import PATIENCE, wait_until

NUMBERS = itertools.count()
# Saves what it made of the text when it was opened, once it is told to.
SLOW = """\
cp "$1" "$BUFFER"
touch "$BUFFER.open"
while [ ! -e "$BUFFER.save" ]; do sleep 0.02; done
sed "$CHANGE" "$BUFFER" > "$1"
"""
WRITES = "printf 'met = \"Paris\"\\n' >> \"$1\"; "


class Editing(ProgramTest):
    words = ["edit", "ada"]

    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")
        self.before = self.read("ada-lovelace.toml")
        self.copies = self.home / "copies"
        self.copies.mkdir()
        self.environment["TMPDIR"] = str(self.copies)

    def editor(self, script):
        file = self.home / "editor"
        file.write_text("#!/bin/sh\n" + script)
        file.chmod(0o700)
        return str(file)

    def edit(self, script, words=None, **more):
        return self.run_mentor(*(words or self.words), environment={"EDITOR": self.editor(script)}, **more)

    def kept(self, message):
        """The text in the file that the message names, the only one there."""
        name = re.search(r"your text is kept in (\S+)", message)
        self.assertTrue(name, message)
        (copy,) = self.copies.iterdir()
        self.assertEqual(str(copy), name[1])
        self.assertEqual(stat.S_IMODE(copy.stat().st_mode), 0o600)
        return copy.read_bytes()

    def assert_unchanged(self):
        self.assertEqual(self.read("ada-lovelace.toml"), self.before)
        self.assertEqual(os.listdir(self.journal), ["ada-lovelace.toml"])


class Failing(Editing):
    ENDS = {"exit 1": "ended with 1", "kill -KILL $$": "ended with 137", "kill -SEGV $$": "ended with 139",
            "kill -HUP $$": "ended with 129", "exit 126": "ended with 126",
            "exec /nowhere/editor": "ended with 127"}

    def test_an_editor_that_fails_changes_nothing(self):
        for words in (["edit", "ada"], ["log", "ada", "--edit"]):
            for end, said in self.ENDS.items():
                with self.subTest(words=words, end=end):
                    code, _, err = self.edit(end, words)
                    self.assertEqual(code, 5, err)
                    self.assertIn(said, err)
                    self.assert_unchanged()
                    self.assertEqual(os.listdir(self.copies), [])

    def test_what_it_had_written_before_it_failed_is_kept(self):
        for words in (["edit", "ada"], ["log", "ada", "--edit"]):
            for end, said in self.ENDS.items():
                with self.subTest(words=words, end=end):
                    code, _, err = self.edit(WRITES + end, words)
                    self.assertEqual(code, 5, err)
                    self.assertIn(said, err)
                    self.assertIn(b'met = "Paris"\n', self.kept(err))
                    self.assert_unchanged()
                    next(self.copies.iterdir()).unlink()

    def test_an_editor_that_is_not_there_or_no_program(self):
        (self.home / "text").write_text("hello")
        for editor, why in (("/nowhere/editor", "can't be found"), ("no-such-editor", "can't be found"),
                            (str(self.home / "text"), "is no program that may be run"),
                            (str(self.home), "is no program that may be run")):
            with self.subTest(editor):
                code, _, err = self.run_mentor("edit", "ada", environment={"EDITOR": editor})
                self.assertEqual(code, 5, err)
                self.assertIn(f"the editor {editor} {why}", err)
                self.assert_unchanged()
                self.assertEqual(os.listdir(self.copies), [])


class Words(Editing):
    """The editor's words are split as a shell does it, which is what is asked here."""

    def setUp(self):
        super().setUp()
        self.seen = self.home / "seen"
        self.program = self.editor('printf "%s\\0" "$@" > "$HOME/seen"\n')

    def split(self, text):
        """By mentor; nothing where it refuses."""
        code, _, err = self.run_mentor("edit", "ada", environment={"EDITOR": f"{self.program} {text}"})
        if code == 0:
            return self.seen.read_text().split("\0")[:-2]
        self.assertEqual((code, err), (2, "mentor: EDITOR has a quote that is never closed\n"
                                          "  set EDITOR anew, or unset it\n"))
        return None

    def split_by_shell(self, text):
        done = subprocess.run(["sh", "-c", f"printf '%s\\0' x {text}"], env=self.environment, capture_output=True)
        return done.stdout.decode().split("\0")[1:-1] if done.returncode == 0 else None

    def test_random_words_are_split_as_a_shell_splits_them(self):
        chance = random.Random(1)
        closed, unclosed = [], []
        while len(closed) < 600 or len(unclosed) < 15:
            text = "".join(chance.choice("ab ~/\\\"' \t-é") for _ in range(chance.randint(0, 8)))
            (unclosed if self.split_by_shell(text) is None else closed).append(text)
        for at in range(0, 600, 40):
            line = " ".join(closed[at : at + 40])
            self.assertEqual(self.split(line), self.split_by_shell(line), line)
        for text in unclosed[:15]:
            self.assertIsNone(self.split(text), text)

    def test_what_manuals_tell_people_to_set_works(self):
        (self.home / "my ed").symlink_to(self.program)
        self.assertEqual(self.split('-t -a ""'), ["-t", "-a", ""])
        for editor in (f'"{self.home}/my ed" -w', "~/my\\ ed -w", "'" + str(self.home) + "/my ed' -w"):
            self.mentor("edit", "ada", environment={"EDITOR": editor})
            self.assertEqual(self.seen.read_text().split("\0")[0], "-w")
        self.mentor("edit", "ada", environment={"EDITOR": """sh -c 'echo "# x" >> "$1"' x"""})
        self.assertEqual(self.read("ada-lovelace.toml"), self.before + "# x\n")

    def test_a_blank_editor_is_none(self):
        folder = self.home / "bin"
        folder.mkdir()
        (folder / "nano").symlink_to(self.program)
        path = f"{folder}:{self.environment['PATH']}"
        for words in (["edit", "ada"], ["log", "ada", "--edit"]):
            for blank in ("", " ", "\t \n"):
                self.seen.unlink(missing_ok=True)
                self.mentor(*words, environment={"PATH": path, "EDITOR": blank, "VISUAL": blank})
                self.assertTrue(self.seen.exists())
        (self.home / "config.toml").write_text('editor = "  "\npager = "\\t"\n')
        self.seen.unlink()
        self.mentor("edit", "ada", environment={"PATH": path})
        self.assertTrue(self.seen.exists())

    def test_what_is_wrong_in_the_configuration_can_be_seen_and_set_anew(self):
        (self.home / "config.toml").write_text("editor = \"'vi\"\n")
        code, _, err = self.run_mentor("edit", "ada")
        self.assertEqual(code, 2)
        self.assertIn("editor in the configuration has a quote that is never closed", err)
        self.assertEqual(os.listdir(self.copies), [])
        self.assertIn("'vi", self.mentor("config", "editor"))
        self.mentor("config", "editor", self.program)
        self.mentor("edit", "ada")


class Copies(Editing):
    """What may become of the copy."""

    def test_a_copy_that_is_gone_is_no_change(self):
        code, _, err = self.edit('rm "$1"')
        self.assertEqual((code, err), (0, "Nothing was changed.\n"))
        self.assert_unchanged()

    def test_a_copy_that_is_no_file_any_more(self):
        for make in ('rm "$1"; mkdir "$1"', 'rm "$1"; mkfifo "$1"', 'ln -sf /nowhere "$1"', 'ln -sf /dev/null "$1"'):
            with self.subTest(make):
                code, _, err = self.edit(make)
                self.assertEqual(code, 5, err)
                self.assertIn("can't read", err)
                self.assert_unchanged()

    def test_a_text_that_can_t_be_used_is_kept(self):
        for script in (': > "$1"', "printf 'met = \"\\377\\376\"\\n' >> \"$1\"", "printf '\\000' >> \"$1\"",
                       'echo "name = 3" > "$1"', "echo 'role = \"mentor\"' > \"$1\"", "echo '<<<<<<<' >> \"$1\""):
            with self.subTest(script):
                code, _, err = self.edit(script)
                self.assertEqual(code, 3, err)
                self.assertIn("ada-lovelace.toml", err)
                self.assertIn("the edited text can't be used, and nothing was changed", err)
                subprocess.run(["sh", "-c", script, "sh", str(self.home / "plain")], check=True)
                self.assertTrue(self.kept(err).endswith((self.home / "plain").read_bytes()))
                self.assert_unchanged()
                next(self.copies.iterdir()).unlink()
                (self.home / "plain").unlink()

    def test_an_empty_log_text_logs_nothing(self):
        code, _, err = self.edit(': > "$1"', ["log", "ada", "--edit"])
        self.assertEqual(code, 0, err)
        self.assert_unchanged()

    def test_a_log_text_that_can_t_be_used_is_kept(self):
        for text, code in (("[ ] me: Write by blursday", 2), (r"caf\377", 2)):
            with self.subTest(text):
                found, _, err = self.edit(f"printf '{text}\\n' > \"$1\"", ["log", "ada", "--edit"])
                self.assertEqual(found, code, err)
                self.assertIn(text.encode().decode("unicode_escape").encode("latin-1")[:4], self.kept(err))
                self.assert_unchanged()
                next(self.copies.iterdir()).unlink()

    def test_other_ends_of_lines_are_saved_as_they_are(self):
        self.edit("sed -i 's/$/\\r/' \"$1\"")
        self.assertEqual(self.read("ada-lovelace.toml"), self.before.replace("\n", "\r\n"))

    def test_a_copy_s_mode_is_its_own(self):
        (self.journal / "ada-lovelace.toml").chmod(0o640)
        self.assertEqual(self.edit(f'{WRITES} chmod 777 "$1"')[0], 0)
        self.assertEqual(stat.S_IMODE((self.journal / "ada-lovelace.toml").stat().st_mode), 0o640)
        self.assertEqual(self.edit(f'sed s/Paris/Rome/ "$1" > "$1.new"; mv "$1.new" "$1"')[0], 0)
        self.assertIn("Rome", self.read("ada-lovelace.toml"))
        self.assertEqual(stat.S_IMODE((self.journal / "ada-lovelace.toml").stat().st_mode), 0o640)

    def test_another_name_keeps_its_file(self):
        self.assertEqual(self.edit('sed -i "s/Ada Lovelace/Ada King/" "$1"')[0], 0)
        self.assertEqual(os.listdir(self.journal), ["ada-lovelace.toml"])
        self.assertIn("Ada King", self.mentor("show", "king"))


class Open(Editing):
    """While the editor is open."""

    def open(self, change, *words, **more):
        buffer = self.home / f"buffer-{next(NUMBERS)}"
        process = self.start(*(words or self.words), environment={
            "EDITOR": self.editor(SLOW), "BUFFER": str(buffer), "CHANGE": change}, **more)
        self.addCleanup(process.communicate)
        process.save = pathlib.Path(f"{buffer}.save")
        self.addCleanup(process.save.touch)
        wait_until(pathlib.Path(f"{buffer}.open").exists, "the editor is open")
        return process

    def save(self, process):
        process.save.touch()
        _, err = process.communicate(timeout=PATIENCE)
        return process.returncode, err.decode()

    def test_what_is_logged_meanwhile_is_kept_beside_what_was_edited(self):
        editing = self.open('$a met = "Paris"')
        for i in range(4):
            self.mentor("log", "ada", f"entry {i}")
        self.assertEqual(self.save(editing),
                         (0, "Saved ada-lovelace.toml, with what other hands changed meanwhile.\n"))
        person = tomllib.loads(self.read("ada-lovelace.toml"))
        self.assertEqual([entry["note"] for entry in person["log"]], [f"entry {i}" for i in range(4)])
        self.assertEqual(person["met"], "Paris")
        self.mentor("undo")
        self.assertEqual(len(tomllib.loads(self.read("ada-lovelace.toml"))["log"]), 4)

    def test_two_who_edit_one_person_both_keep_what_they_changed(self):
        one, other = self.open('$a met = "Paris"'), self.open("s/2026-01-12/2026-02-01/")
        self.assertEqual(self.save(other)[0], 0)
        self.assertEqual(self.save(one)[0], 0)
        person = tomllib.loads(self.read("ada-lovelace.toml"))
        self.assertEqual((person["met"], str(person["started"])), ("Paris", "2026-02-01"))

    def test_of_two_who_edit_one_line_the_later_is_kept_beside(self):
        one, other = self.open('$a met = "Paris"'), self.open('$a met = "Rome"')
        self.assertEqual(self.save(one)[0], 0)
        saved = self.read("ada-lovelace.toml")
        code, err = self.save(other)
        self.assertEqual(code, 5, err)
        self.assertIn("in the same place: met", err)
        self.assertIn(b'met = "Rome"', self.kept(err))
        self.assertEqual(self.read("ada-lovelace.toml"), saved)

    def test_a_person_who_is_gone_or_broken_meanwhile(self):
        for damage, code in ((lambda file: file.unlink(), 4), (lambda file: file.write_text('name = "'), 5)):
            editing = self.open('$a met = "Paris"')
            damage(self.journal / "ada-lovelace.toml")
            found, err = self.save(editing)
            self.assertEqual(found, code, err)
            self.assertIn(b'met = "Paris"', self.kept(err))
            next(self.copies.iterdir()).unlink()
            self.write("ada-lovelace.toml", self.before)

    def test_an_entry_is_logged_after_what_was_logged_meanwhile(self):
        writing = self.open("1i A long talk", "log", "ada", "--edit")
        self.mentor("log", "ada", "Meanwhile")
        self.assertEqual(self.save(writing)[0], 0)
        notes = [entry["note"] for entry in tomllib.loads(self.read("ada-lovelace.toml"))["log"]]
        self.assertEqual(notes, ["Meanwhile", "A long talk"])

    def test_signals_for_the_editor_don_t_end_what_has_to_save(self):
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
            for words in (["edit", "ada"], ["log", "ada", "--edit"]):
                with self.subTest(number=number, words=words):
                    self.write("ada-lovelace.toml", self.before)
                    editing = self.open('1i # Paris', *words)
                    editing.send_signal(number)
                    self.assertEqual(self.save(editing)[0], 0)
                    self.assertNotEqual(self.read("ada-lovelace.toml"), self.before)
                    self.assertEqual(os.listdir(self.copies), [])

    def test_when_the_session_ends_what_the_editor_had_saved_is_kept_and_named(self):
        for number in (signal.SIGHUP, signal.SIGTERM):
            for words in (["edit", "ada"], ["log", "ada", "--edit"]):
                with self.subTest(number=number, words=words):
                    editor = self.editor(WRITES + 'touch "$HOME/open"; exec sleep 1000')
                    process = self.start(*words, environment={"EDITOR": editor}, start_new_session=True)
                    wait_until((self.home / "open").exists, "the editor is open")
                    os.killpg(process.pid, number)
                    _, err = process.communicate(timeout=PATIENCE)
                    self.assertEqual(process.returncode, 5, err)
                    self.assertIn(b'met = "Paris"', self.kept(err.decode()))
                    self.assert_unchanged()
                    next(self.copies.iterdir()).unlink()
                    (self.home / "open").unlink()


if __name__ == "__main__":
    unittest.main()
