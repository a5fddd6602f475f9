# SPDX-License-Identifier: MIT
"""Whatever lies in the journal gets a clear error, soon and in little memory, and harms nobody else."""

import os
import re
import resource
import socket
import subprocess
import time
import unittest

from program import PROGRAM, ProgramTest

HEAD = 'name = "{}"\nrole = "mentor"\n'
SOUND = {
    "a-million-tables": "[[x]]\n" * 1_000_000,
    "a-long-line": 'met = "' + "x" * 10_000_000 + '"\n',
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

    def put_everything(self):
        """Fills the journal; what is said of each name that can't be read."""
        for name, text in SOUND.items():
            self.put(name, (HEAD.format(name) + text).encode())
        for name, (data, _) in BROKEN.items():
            self.put(name, HEAD.format(name).encode() * (name != "utf-16") + data)
        self.put("huge", b"")
        os.truncate(self.journal / "huge.toml", 100_000_000)
        self.put("endless", b"")
        os.truncate(self.journal / "endless.toml", 1 << 34)
        (self.journal / "folder.toml").mkdir()
        os.mkfifo(self.journal / "pipe.toml")
        (self.journal / "dangler.toml").symlink_to("nowhere.toml")
        (self.journal / "loop.toml").symlink_to("loop.toml")
        (self.journal / "device.toml").symlink_to("/dev/zero")
        listening = socket.socket(socket.AF_UNIX)
        self.addCleanup(listening.close)
        listening.bind(str(self.journal / "socket.toml"))
        return {name: words for name, (_, words) in BROKEN.items()} | {
            "huge": "this file is larger than 16 MB", "endless": "it is larger than 256 MB",
            "folder": "can't read .*folder", "pipe": "can't read .*pipe", "socket": "can't read .*socket",
            "dangler": "it is a link to a file that isn't there", "loop": "Too many levels of symbolic links",
            "device": "can't read .*device"}

    def test_each_gets_a_clear_error_and_the_others_still_list(self):
        said = self.put_everything()
        begin = time.monotonic()
        code, out, err = self.run_mentor("list", "--format", "{slug}", **in_a_gigabyte())
        self.assertLess(time.monotonic() - begin, 30)
        self.assertEqual(code, 3, err)
        self.assertEqual(sorted(out.split()), sorted(["ada-lovelace", *SOUND]))
        for name, words in said.items():
            self.assertRegex(err, rf"(?m)^{name}\.toml(:\d+:\d+)?: error: .*{words}")
        self.assertEqual(err.count(": error: "), len(said))
        self.assertLess(len(err), 400 * len(said), "an error quotes too much of what it found")

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
            _, err = process.communicate(b"caf\xe9\n", timeout=60)
            self.assertEqual(process.returncode, 2, f"{words}: {err}")
        self.assertEqual(self.read("ada-lovelace.toml"), before)


if __name__ == "__main__":
    unittest.main()
