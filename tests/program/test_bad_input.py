# SPDX-License-Identifier: MIT
"""Whatever lies in the journal gets a clear error, soon and in little memory, and harms nobody else."""

import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import tomllib
import unittest

from program import CLOCK_TURNS, PROGRAM, ProgramTest, commands
from terminal import Terminal
from waiting import PATIENCE

HEAD = 'name = "{}"\nrole = "mentor"\n'
# A million where nothing slows the program down; the sanitizers find what they are to find in fewer.
MANY = 100_000 if "MENTOR_SANITIZED" in os.environ else 1_000_000
SOUND = {
    "many-tables": "[[x]]\n" * MANY,
    "a-long-line": 'met = "' + "x" * (10 * MANY) + '"\n',
    "many-keys": "".join(f"k{i} = 1\n" for i in range(50_000)),
}
BROKEN = {
    "brackets": (b"a = " + b"[" * 10_000 + b"]" * 10_000, "the values here nest too deep"),
    "braces": (b"a = " + b"{a=" * 10_000 + b"1" + b"}" * 10_000, "the values here nest too deep"),
    "dots": (b".".join([b"a"] * 10_000) + b" = 1\n", "this key has more than 32 parts"),
    "nul": (b'met = "a\0b"\n', r"there is a control character here \(U\+0000\)"),
    "nothing-but-nul": (b"\0" * 5000, r"there is a control character here \(U\+0000\)"),
    "latin-1": (b'met = "caf\xe9"\n', "this isn't UTF-8 text"),
    "utf-16": ('met = "café"\n'.encode("utf-16"), "this isn't UTF-8 text"),
    "an-image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this isn't UTF-8 text"),
}
LIMIT = 16_000_000
TAKEN = "what starts the program under another clock takes the streams that were closed"
# Something of Ada's to say for every command that looks.
ONE_OF_EACH = '''started = 2025-01-12

[[goal]]
id = "g3kq"
title = "Lead"

[[log]]
on = 2026-10-20
kind = "coffee"
advice = ["Lead with impact."]
wins = ["Spoke"]

[[commitment]]
owner = "me"
what = "Send it"
due = 2026-11-20

[[question]]
ask = "How?"
'''
LOOKING = [[], ["due"], ["list"], ["todo"], ["goal", "list"], ["health"], ["review", "--year"], ["remind"], ["check"],
           ["search", "--regex", "x|ada"]]
ONE_PERSON = [["show", "ada"], ["prep", "ada"], ["history", "ada"], ["ask", "ada"], ["health", "ada"],
              ["draft", "ada", "--kind", "thanks"]]
VALID = '''format = 1
name = "Zoë"
role = 'mentor'   # é
tags = ["a", 'b']
agreement = { every = "4w", where = "café" }
about = """
two "lines"
"""

[[log]]
on = 2026-11-22T10:30:00
kind = "coffee"
note = "漢字 🙂\\u00e9"
rating = 4
private = true
'''.encode()


def in_a_gigabyte():
    """What keeps a run within bounds; a program with the address sanitizer can't live there."""
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    fits = subprocess.run([PROGRAM, "--version"], preexec_fn=limit, capture_output=True)
    return {"preexec_fn": limit} if fits.returncode == 0 else {}


class BadInput(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada-lovelace", "Ada Lovelace")

    def put(self, name, data):
        (self.journal / f"{name}.toml").write_bytes(data)

    def put_odd(self, folder, ending=".toml"):
        """What can't be read, whatever it was meant to be; what is said of each name."""
        for name, size in (("huge", 100_000_000), ("endless", 1 << 34)):
            (folder / (name + ending)).touch()
            os.truncate(folder / (name + ending), size)
        (folder / f"folder{ending}").mkdir()
        os.mkfifo(folder / f"pipe{ending}")
        (folder / f"dangler{ending}").symlink_to("nowhere")
        (folder / f"loop{ending}").symlink_to(f"loop{ending}")
        (folder / f"device{ending}").symlink_to("/dev/zero")
        listening = socket.socket(socket.AF_UNIX)
        self.addCleanup(listening.close)
        listening.bind(str(folder / f"socket{ending}"))
        return {"huge": "this file is larger than 16 MB", "endless": "it is larger than 256 MB",
                "folder": "can't read .*folder", "pipe": "can't read .*pipe", "socket": "can't read .*socket",
                "dangler": "it is a link to a file that isn't there", "loop": "Too many levels of symbolic links",
                "device": "can't read .*device"}

    def put_everything(self, sound=SOUND):
        """Fills the journal; what is said of each name that can't be read."""
        for name, text in sound.items():
            self.put(name, (HEAD.format(name) + text).encode())
        for name, (data, _) in BROKEN.items():
            self.put(name, HEAD.format(name).encode() * (name != "utf-16") + data)
        return {name: words for name, (_, words) in BROKEN.items()} | self.put_odd(self.journal)

    def test_each_gets_a_clear_error_and_the_others_still_list(self):
        said = self.put_everything()
        code, out, err = self.run_mentor("list", "--format", "{slug}", **in_a_gigabyte())
        self.assertEqual(code, 3, err)
        self.assertEqual(sorted(out.split()), sorted(["ada-lovelace", *SOUND]))
        for name, words in said.items():
            self.assertRegex(err, rf"(?m)^{name}\.toml(:\d+:\d+)?: error: .*{words}")
        self.assertEqual(err.count(": error: "), len(said))
        self.assertLess(len(err), 400 * len(said), "an error quotes too much of what it found")

    def test_every_command_that_looks_at_everyone_names_them_and_goes_on(self):
        said = self.put_everything({"a-long-line": SOUND["a-long-line"]})
        self.write("ada-lovelace.toml", HEAD.format("Ada Lovelace") + ONE_OF_EACH)
        bounds = in_a_gigabyte()
        for words in LOOKING:
            code, out, err = self.run_mentor(*words, **bounds)
            self.assertEqual(code, 3, f"{words}: {err}")
            # What `check` finds is what it was asked for.
            faults = out if words == ["check"] else err
            self.assertTrue(words == ["check"] or "Ada" in out, words)
            for name in said:
                self.assertRegex(faults, rf"(?m)^{name}\.toml(:\d+:\d+)?: error: ", words)

    def test_a_command_for_one_person_harms_and_is_harmed_by_none_of_them(self):
        said = self.put_everything({})
        bounds = in_a_gigabyte()
        for name, words in said.items():
            for command in (["show"], ["prep"], ["history"], ["ask"], ["health"], ["todo"], ["goal", "list"],
                            ["due"], ["draft", "--kind", "thanks"]):
                code, out, err = self.run_mentor(*command, name, **bounds)
                self.assertIn(code, (3, 5), f"{command} {name}: {err}")
                self.assertRegex(err, words)
                self.assertIn(f"{name}.toml", err)

    def test_an_odd_configuration_is_named_and_everyone_still_lists(self):
        folder = self.home / "settings"
        folder.mkdir()
        said = self.put_odd(folder)
        for name, (data, words) in BROKEN.items():
            (folder / f"{name}.toml").write_bytes(data)
            said[name] = words
        bounds = in_a_gigabyte()
        for name, words in said.items():
            config = {"environment": {"MENTOR_CONFIG": str(folder / f"{name}.toml")}}
            code, out, err = self.run_mentor("list", "--format", "{slug}", **config, **bounds)
            self.assertEqual((code, out), (3, "ada-lovelace\n"), err)
            self.assertRegex(err, words)
            self.assertIn(f"{name}.toml", err)
            for command in (["config"], ["config", "within", "2w"]):
                code, _, err = self.run_mentor(*command, **config, **bounds)
                self.assertIn(code, (3, 5), f"{command} {name}: {err}")
        self.assertEqual((folder / "latin-1.toml").read_bytes(), BROKEN["latin-1"][0])
        self.assertFalse((folder / "nowhere").exists())

    def test_an_odd_template_is_named(self):
        folder = self.home / "drafts"
        folder.mkdir()
        said = self.put_odd(folder, ".txt")
        del said["huge"]
        (folder / "sound.txt").write_text("Subject: Hello\n\nHello {name}\n")
        for name, words in said.items():
            for command in (["draft", "ada", "--kind", name], ["draft", "--template", "--kind", name]):
                code, _, err = self.run_mentor(*command, **in_a_gigabyte())
                self.assertEqual(code, 5, f"{command}: {err}")
                self.assertRegex(err, words)
        self.mentor("draft", "ada", "--kind", "sound")
        for data in (b"\0" * 5000, b"caf\xe9", b"{" * 100_000, b"}", b"{name" * 1000, b""):
            (folder / "sound.txt").write_bytes(data)
            code, out, err = self.run_mentor("draft", "ada", "--kind", "sound")
            self.assertIn(code, (0, 2, 3), err)
            self.assertLess(len(err), 2000)

    def test_no_input_is_too_large_to_be_refused(self):
        before = self.read("ada-lovelace.toml")
        for source in ("/dev/zero", "large"):
            if source == "large":
                source = self.home / "large"
                source.touch()
                os.truncate(source, 1 << 34)
            with open(source, "rb") as endless:
                done = subprocess.run([PROGRAM, "log", "ada"], stdin=endless, capture_output=True, timeout=PATIENCE,
                                      env=self.environment, **in_a_gigabyte())
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(b"standard input holds more than 16 MB", done.stderr)
        self.assertEqual(self.read("ada-lovelace.toml"), before)

    def test_whatever_an_editor_leaves_harms_nothing(self):
        before = self.read("ada-lovelace.toml")
        editor = self.home / "editor"
        for leaves in ('rm "$1"; mkdir "$1"', 'rm "$1"; mkfifo "$1"', 'ln -sf /dev/zero "$1"', 'ln -sf nowhere "$1"',
                       'ln -sf "$1" "$1"', 'truncate -s 17179869184 "$1"', 'truncate -s 100000000 "$1"',
                       "printf 'caf\\351' > \"$1\"", 'head -c 5000 /dev/zero > "$1"', ': > "$1"', 'chmod 0 "$1"; exit 3'):
            editor.write_text(f"#!/bin/sh\n{leaves}\n")
            editor.chmod(0o700)
            for words in (["edit", "ada"], ["log", "ada", "--edit"]):
                folder = self.home / "copies"
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                code, _, err = self.run_mentor(*words, environment={"EDITOR": str(editor), "TMPDIR": str(folder)},
                                               **in_a_gigabyte())
                # A log of no words is none.
                self.assertIn(code, (0, 2, 3, 5) if "log" in words else (3, 5), f"{leaves} {words}: {err}")
                self.assertNotEqual(err, "")
                self.assertEqual(self.read("ada-lovelace.toml"), before, f"{leaves} {words}")

    def test_odd_variables_are_refused_or_passed_over(self):
        for today in ("garbage", "2026-13-01", "1m", "9999999999", "\n", "-", "x" * 100_000):
            code, _, err = self.run_mentor("list", environment={"MENTOR_TODAY": today})
            self.assertEqual(code, 2, err)
            self.assertIn("MENTOR_TODAY", err)
        expected = self.mentor("list")
        for name in ("COLUMNS", "LINES", "NO_COLOR", "CLICOLOR_FORCE", "TERM", "TZ", "LC_ALL", "LANG"):
            for value in ("", "0", "1", "-1", "x", "1e9", "9" * 40, "../../etc/passwd", "x" * 100_000):
                out = self.mentor("list", environment={name: value})
                self.assertEqual(re.sub("\x1b\\[[0-9;]*m", "", out), expected, f"{name}={value[:40]}")

    def test_whoever_shows_the_output_says_how_wide_it_is_and_nothing_is_cut(self):
        self.write("ada-lovelace.toml", HEAD.format("Ada Lovelace") + 'about = "' + "word " * 50 + '"\n' + ONE_OF_EACH)
        for name in ("COLUMNS", "FZF_PREVIEW_COLUMNS"):
            for words in (["show", "ada"], ["prep", "ada"], ["search", "--regex", "."], ["list"]):
                out = self.mentor(*words, environment={name: "40"})
                self.assertEqual([line for line in out.splitlines() if len(line) > 40], [], words)
        wide = self.mentor("show", "ada", environment={"COLUMNS": "40", "FZF_PREVIEW_COLUMNS": "90"})
        self.assertGreater(max(map(len, wide.splitlines())), 40)

    def test_no_width_of_a_terminal_is_too_small_or_too_large(self):
        self.write("ada-lovelace.toml", HEAD.format("Ada Lovelace") + ONE_OF_EACH)
        for columns in ("1", "2", "7", "1000000000", "9" * 40, "x"):
            for words in (["list"], ["due"], ["show", "ada"], ["prep", "ada"], ["review", "--year"], ["health"],
                          ["show", "nobody"]):
                # A terminal that doesn't know its size asks COLUMNS.
                with Terminal([str(PROGRAM), *words, "--no-pager"], columns=0, rows=0,
                              environment={**self.environment, "COLUMNS": columns, "LINES": columns}) as terminal:
                    self.assertEqual(terminal.wait(), 4 if "nobody" in words else 0)
                    self.assertLess(len(terminal.written()), 100_000)

    @unittest.skipIf(CLOCK_TURNS, TAKEN)
    def test_a_full_or_closed_output_is_said_by_every_command_that_reads(self):
        self.write("ada-lovelace.toml", HEAD.format("Ada Lovelace") + ONE_OF_EACH)
        for words in [*LOOKING, *ONE_PERSON, ["guide"], ["help"], ["--version"], ["config"]]:
            for closed in (">/dev/full", ">&-"):
                done = subprocess.run(["/bin/sh", "-c", f'exec "$0" "$@" {closed}', PROGRAM, *words],
                                      env=self.environment, stderr=subprocess.PIPE, timeout=PATIENCE)
                self.assertEqual(done.returncode, 5, f"{words} {closed}: {done.stderr}")
                self.assertIn(b"can't write to standard output", done.stderr)

    @unittest.skipIf(CLOCK_TURNS, TAKEN)
    def test_a_closed_stream_takes_no_file_and_stops_no_write(self):
        for closed in ("<&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full", ">/dev/full 2>/dev/full"):
            before = self.read("ada-lovelace.toml")
            done = subprocess.run(["/bin/sh", "-c", f'exec "$0" "$@" {closed}', PROGRAM, "ask", "ada", "Why " + closed],
                                  timeout=PATIENCE, env=self.environment, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertNotEqual(self.read("ada-lovelace.toml"), before)
            tomllib.loads(self.read("ada-lovelace.toml"))
        done = subprocess.run(["/bin/sh", "-c", 'exec "$0" log ada <&-', PROGRAM], timeout=PATIENCE,
                              env=self.environment, capture_output=True)
        self.assertIn(done.returncode, (2, 5), done.stderr)

    def test_a_reader_that_goes_away_ends_every_command_in_silence(self):
        self.put("a-long-line", (HEAD.format("Grace") + SOUND["a-long-line"]).encode())
        for words in (["show", "grace"], ["show", "grace", "--json"], ["due", "--json"], ["help"], ["guide"]):
            reading, writing = os.pipe()
            os.close(reading)
            done = subprocess.run([PROGRAM, *words], stdout=writing, stderr=subprocess.PIPE, env=self.environment,
                                  timeout=PATIENCE)
            os.close(writing)
            self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, b""), words)

    def test_none_of_them_is_written_and_none_stops_a_write(self):
        said = self.put_everything()
        before = {path.name for path in self.journal.iterdir()}
        for name in said:
            code, _, err = self.run_mentor("log", name, "hello", **in_a_gigabyte())
            self.assertIn(code, (3, 4, 5), err)
            self.assertIn(f"{name}.toml", err)
        self.mentor("log", "ada", "hello")
        self.mentor("show", "ada")
        self.assertEqual({path.name for path in self.journal.iterdir()}, before)
        for name, (data, _) in BROKEN.items():
            self.assertTrue((self.journal / f"{name}.toml").read_bytes().endswith(data))

    def test_every_prefix_of_a_valid_file_is_read_or_refused(self):
        for size in range(len(VALID)):
            self.put(f"cut-{size:04}", VALID[:size])
        code, out, err = self.run_mentor("list", "--format", "{slug}")
        self.assertEqual(code, 3)
        errors = re.findall(r"^(cut-\d+)\.toml:?.*: error: ", err, re.MULTILINE)
        listed = set(out.split()) - {"ada-lovelace"}
        self.assertEqual(sorted([*errors, *listed]), [f"cut-{size:04}" for size in range(len(VALID))])
        self.assertGreater(len(errors), len(VALID) // 2)
        self.assertIn(f"cut-{len(VALID) - 1:04}", listed)

    def test_no_write_makes_a_file_too_large_to_be_read(self):
        text = HEAD.format("Grace") + "# a remark\n" * (LIMIT // 11 - 100)
        self.put("grace", text.encode())
        code, _, err = self.run_mentor("log", "grace", text="a line\n" * 1000)
        self.assertEqual(code, 3, err)
        self.assertIn("grace.toml: error: this file is larger than 16 MB", err)
        self.assertEqual(self.read("grace.toml"), text)

    def test_words_and_notes_that_are_no_text_are_refused(self):
        before = self.read("ada-lovelace.toml")
        for words in (["log", "ada", b"caf\xe9"], ["ask", "ada", b"\xff\xfe?"],
                      ["set", "ada", b"met=\xc0\x80"], ["rename", "ada", b"\xed\xa0\x80"], ["log", "ada"]):
            process = self.start(*words, input=subprocess.PIPE)
            _, err = process.communicate(b"caf\xe9\n", timeout=PATIENCE)
            self.assertEqual(process.returncode, 2, f"{words}: {err}")
        code, _, err = self.run_mentor("log", "ada", text="a\0b")
        self.assertEqual(code, 2)
        self.assertIn("this isn't text", err)
        self.assertEqual(self.read("ada-lovelace.toml"), before)

    def test_no_option_puts_an_empty_word_into_a_file(self):
        """An empty variable of a script: what an option is given by it is refused, or nothing at all."""
        arguments = {"add": ["Bob", "--role", "mentor"], "agree": ["ada", "--every", "3w"], "pulse": ["ada", "--respect", "3"],
                     "log": ["ada", "x"], "goal add": ["ada", "New"], "give": ["ada", "thing"], "ask": ["ada", "What now?"],
                     "advice": ["ada", "words"], "todo add": ["ada", "x"], "goal edit": ["ada", "g3kq"], "goal grow": ["ada", "g3kq"],
                     "occasion": ["ada", "birthday", "10 dec"]}
        tried = 0
        for name, command in commands("writes").items():
            for option in command["options"]:
                if not option["value"]:
                    continue
                for empty in ("", "  "):
                    for file in self.journal.iterdir() if self.journal.exists() else ():
                        file.unlink()
                    self.write("ada.toml", HEAD.format("Ada") + ONE_OF_EACH)
                    code, _, err = self.run_mentor(*name.split(), *arguments.get(name, ["ada"]), option["names"][-1], empty, cwd=self.home)
                    tried += 1
                    with self.subTest(command=name, option=option["names"][-1], empty=empty):
                        self.assertNotEqual(code, 3, err)
                        texts = "".join(file.read_text() for file in self.journal.iterdir())
                        self.assertNotRegex(texts, r'"\s*"')
        self.assertGreater(tried, 200)


if __name__ == "__main__":
    unittest.main()
