# SPDX-License-Identifier: MIT
"""The real program on a real terminal, with two people in its journal."""

import os
import pty
import termios

from program import PROGRAM, ProgramTest
from terminal import Key, Terminal


def fresh_modes():
    """The settings that every new terminal has."""
    master, slave = pty.openpty()
    try:
        return termios.tcgetattr(slave)
    finally:
        os.close(master)
        os.close(slave)


class TerminalTest(ProgramTest):
    def setUp(self):
        super().setUp()
        # Ada is the longer overdue: Zoë was met two days ago.
        self.person("ada-lovelace", "Ada Lovelace")
        self.person("zoe-angstrom", "Zoë Ångström")
        self.log_entry("zoe-angstrom", "2026-11-20", "call")

    def log_entry(self, slug, on, kind):
        file = self.journal / f"{slug}.toml"
        file.write_text(file.read_text() + f'\n[[log]]\non = {on}\nkind = "{kind}"\n')

    def open(self, *words, program=None, environment=None, **more):
        variables = {"TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "EDITOR": None,
                     "VISUAL": None, "PAGER": None, "MENTOR_PAGER": None, "TMPDIR": str(self.home),
                     **self.environment, **(environment or {})}
        terminal = Terminal(program or [str(PROGRAM), *words], environment=variables, **more)
        self.addCleanup(terminal.close)
        return terminal

    def answer(self, person, steps):
        for question, answer in steps:
            person.expect(question)
            # An answer that was refused stands on the line again.
            person.send(Key.CTRL_U, answer, Key.ENTER)

    def script(self, name, text):
        file = self.home / name
        file.write_text("#!/bin/sh\n" + text)
        file.chmod(0o700)
        return str(file)

    def snapshot(self):
        """Every file below home, its bytes and its times; and every folder."""
        found = {}
        for path in sorted(self.home.rglob("*")):
            found[path] = (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None
        return found

    def assert_ends(self, person, code):
        self.assertEqual(person.wait(), code, person.everything())
        self.assertEqual(person.modes(), fresh_modes())
        self.assertFalse(person.marks_pastes())
