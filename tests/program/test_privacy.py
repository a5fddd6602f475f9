# SPDX-License-Identifier: MIT
"""What is written stays its owner's: no path leads out of the journal, no shell runs, no error quotes a note."""

import stat
import unittest

from program import ProgramTest

ESCAPING = ["../x", "/etc/passwd", ".hidden", "a/b", "..", "."]


class Privacy(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada", "Ada")

    def everything(self):
        return {path.relative_to(self.home) for path in self.home.rglob("*")}

    def test_no_word_for_someone_leads_out_of_the_journal(self):
        for name in ("x", "b"):
            (self.home / f"{name}.toml").write_text('name = "Eve"\nrole = "peer"\n')
        (self.journal / ".hidden.toml").write_text('name = "Eve"\nrole = "peer"\n')
        before = self.everything()
        for who in ESCAPING:
            for words in (["show", who], ["log", who, "hello"], ["edit", who], ["remove", who, "--yes"],
                          ["rename", who, "Eve"], ["set", who, "met=there"], ["prep", who]):
                code, _, err = self.run_mentor(*words)
                self.assertEqual(code, 4, f"{words}: {err}")
        self.assertEqual(self.everything(), before)

    def test_no_name_makes_a_file_outside_the_journal(self):
        for name in ESCAPING:
            self.run_mentor("add", name, "--role", "peer")
        made = {path for path in self.everything() if path.suffix == ".toml"}
        self.assertEqual({str(path) for path in made}, {"journal/" + slug for slug in (
            "ada.toml", "x.toml", "etc-passwd.toml", "hidden.toml", "a-b.toml")})

    def test_the_editor_is_run_without_a_shell_on_a_private_copy(self):
        seen = self.home / "seen"
        program = self.home / "editor"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {seen}\nstat -c %a "$3" >> {seen}\n')
        program.chmod(0o700)
        self.mentor("edit", "ada", environment={"EDITOR": f"{program} ;touch $HOME", "TMPDIR": str(self.home)})
        first, second, copy, mode = seen.read_text().split()
        self.assertEqual((first, second, mode), (";touch", "$HOME", "600"))
        self.assertFalse((self.home / copy).exists())

    def test_a_fault_beside_a_note_quotes_nothing_of_it(self):
        self.write("ada.toml", 'name = "Ada"\nrole = "mentor"\nabout = "in confidence" "and more"\n')
        for words in (["list"], ["show", "ada"], ["check"], ["log", "ada", "hello"], ["--version"]):
            _, out, err = self.run_mentor(*words)
            self.assertNotIn("confidence", out + err)

    def test_what_the_program_makes_is_private(self):
        self.mentor("log", "ada", "hello")
        self.mentor("config", "within", "2w")
        self.assertEqual(stat.S_IMODE((self.home / "config.toml").stat().st_mode), 0o600)


if __name__ == "__main__":
    unittest.main()
