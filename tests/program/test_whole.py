# SPDX-License-Identifier: MIT
"""The real program from outside: bytes that stay, broken files, locales, pipes."""

import json
import subprocess
import tomllib
import unittest

from program import PROGRAM, ProgramTest, commands
from waiting import PATIENCE

HAND_WRITTEN = '''\
# My file about Ada.   Keep it tidy!

name   =   'Ada Lovelace'      # her full name
role = "mentor"
started = "2026-01-12"         # a string, as some editors like it

[ agreement ]
  every = "4w"   # every month or so
  "where" = """
the café
  by the river"""

[my.own]
thing = { nested = [1, 2,
   3], }   
'''.replace("3], }", "3] }")

COMMANDS = [
    ["log", "ada", "Talked about \"quotes\" and \\ slashes", "--kind", "coffee", "--todo", "Send it by fri"],
    ["log", "ada", "Zoë said hi", "--on", "yesterday", "--kind", "message"],
    ["plan", "ada", "3w"],
    ["set", "ada", "agreement.grace=1w", "tags=work, life", "contact.email=ada@example.org"],
    ["todo", "add", "ada", "Read the paper", "--they"],
    ["done", "ada", "Send it", "She liked it"],
    ["told", "ada", "Send it"],
    ["drop", "ada", "paper", "No longer needed"],
    ["ask", "ada", "How was your first re-org?"],
    ["ask", "ada", "--answer", "re-org=Calm\tand slow"],
    ["goal", "add", "ada", "Lead a project", "--due", "6mo"],
    ["goal", "step", "ada", "project", "First draft reviewed by 2w"],
    ["goal", "step", "ada", "--done", "draft"],
    ["goal", "grow", "ada", "project", "--way", "Ask Tim", "--way", "Find a \"sponsor\"", "--they", "Ask"],
    ["goal", "edit", "ada", "project", "--why", "To learn", "--way", ""],
    ["log", "ada", "--grow", "project", "--reality", "Half of it runs"],
    ["goal", "done", "ada", "project", "It shipped", "--next", "Lead two by 1 jun"],
    ["agree", "ada", "--honest", "yes", "--boundaries", "No evenings"],
    ["pause", "ada", "--until", "2mo", "A new job"],
    ["resume", "ada"],
    ["snooze", "ada", "1w"],
    ["snooze", "ada", "--clear"],
    ["plan", "ada", "--clear"],
    ["end", "ada", "--outcome", "I lead a team", "--thanks", "The path", "--keep", "6mo"],
]


class Whole(ProgramTest):
    LOOKS_FOR_LEAKS = True

    def test_a_loop_in_the_shell_keeps_its_list(self):
        """Whatever option of log says something of the meeting; the others read standard input, or would."""
        given = {"--on": "2026-11-20", "--kind": "coffee", "--by": "me", "--minutes": "45", "--rating": "4",
                 "--goal": "g111", "--answer": "q111=Yes", "--grow": "g111 --reality Half", "--title": "Sharp --grow g111",
                 "--reality": "Half --grow g111", "--options": "Two --grow g111", "--way": "Ask --grow g111", "--fits": "yes",
                 "--next": "4w", "--with": "olli"}
        read_on = {"--edit", "--plain", "--force"}
        people = {"ulla", "otto", "milo", "olli"}  # with letters that no id has
        for option in commands()["log"]["options"]:
            name = option["names"][-1]
            if name in read_on:
                continue
            for person in people:
                self.write(f"{person}.toml", f'name = "{person}"\nrole = "peer"\nstage = "prospect"\n[[goal]]\nid = "g111"\n'
                           'title = "Ship"\n[[question]]\nid = "q111"\nask = "How?"\n')
            words = [name] + ([given.get(name, "Write")] if option["value"] else [])
            loop = f'while read -r who; do "$0" log "$who" {" ".join(words)}; echo "$who"; done'
            done = subprocess.run(["sh", "-c", loop, PROGRAM], input="ulla\notto\nmilo\n", text=True, check=True,
                                  env=self.environment, capture_output=True, timeout=PATIENCE)
            with self.subTest(name):
                self.assertEqual(done.stdout.split(), ["ulla", "otto", "milo"], done.stderr)
                for person in people:
                    text = self.read(f"{person}.toml")
                    self.assertEqual([other for other in people - {person} if other in text], [])
                    logged = len(tomllib.loads(text).get("log", []))
                    nothing = name == "--private" or (name == "--with") or person == "olli"
                    self.assertEqual(logged, 0 if nothing else 1, done.stderr)

    def test_with_a_dash_standard_input_is_read_whatever_options_say(self):
        self.person("ada", "Ada")
        for words in (["--kind", "call"], ["--private"], ["--todo", "Write"], []):
            with self.subTest(words):
                self.mentor("log", "ada", "-", *words, text="What happened\n")
                self.assertEqual(tomllib.loads(self.read("ada.toml"))["log"][-1]["note"], "What happened")

    def test_any_sequence_of_commands_leaves_every_other_byte_alone(self):
        self.write("ada-lovelace.toml", HAND_WRITTEN)
        for words in COMMANDS:
            before = self.read("ada-lovelace.toml")
            self.mentor(*words)
            after = self.read("ada-lovelace.toml")
            self.assertNotEqual(before, after, words)
            tomllib.loads(after)
            for line in HAND_WRITTEN.splitlines():
                self.assertIn(line, after.splitlines(), f"{words} lost a line")
        self.assertEqual(self.mentor("check"), self.mentor("check"))
        # What people wrote stands in its order, with nothing of it doubled.
        kept = [line for line in after.splitlines() if line.strip() and line in HAND_WRITTEN.splitlines()]
        self.assertEqual(kept, [line for line in HAND_WRITTEN.splitlines() if line.strip()])

    def test_a_name_is_one_line(self):
        self.mentor("init")
        self.mentor("add", "Ada\nLovelace", "--role", "mentor")
        self.assertIn('name = "Ada Lovelace"', self.read("ada-lovelace.toml"))
        self.mentor("rename", "ada", "Ada\r\nKing")
        self.assertIn('name = "Ada King"', self.read("ada-king.toml"))

    def test_a_configuration_in_the_current_folder_is_written_and_taken_back(self):
        here = {"environment": {"MENTOR_CONFIG": "c.toml"}, "cwd": self.home}
        self.mentor("init", **here)
        before = (self.home / "c.toml").read_text()
        self.mentor("config", "within", "3w", **here)
        self.assertIn('within = "3w"', (self.home / "c.toml").read_text())
        self.mentor("undo", **here)
        self.assertEqual((self.home / "c.toml").read_text(), before)

    def test_one_broken_file_among_ten_harms_no_other(self):
        for i in range(9):
            self.person(f"person-{i}", f"Person {i}")
        broken = 'name = "Broken\nrole = "mentor"\n'
        self.write("broken.toml", broken)
        code, out, err = self.run_mentor("due", "--kind", "check-in", "--format", "{slug}")
        self.assertEqual(code, 3)
        self.assertEqual(sorted(out.split()), [f"person-{i}" for i in range(9)])
        self.assertRegex(err, r"^broken\.toml:1:\d+: error: ")
        code, _, err = self.run_mentor("log", "broken", "hello")
        self.assertEqual(code, 3)
        self.assertRegex(err, r"^broken\.toml:1:\d+: error: ")
        self.assertEqual(self.read("broken.toml"), broken)

    def test_a_notice_goes_to_the_desktop_as_it_is(self):
        self.person("ada", "Ada; touch $HOME/harm")
        self.mentor("todo", "add", "ada", "Send it by today")
        self.assertEqual(self.run_mentor("remind", "--notify", environment={"PATH": "/nowhere"})[0], 5)
        notifier = self.home / "notify-send"
        notifier.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$HOME/notice"\n')
        notifier.chmod(0o755)
        out = self.mentor("remind", "--notify", environment={"PATH": f"{self.home}:/usr/bin:/bin"})
        self.assertEqual(out, "")
        self.assertEqual((self.home / "notice").read_text().splitlines()[:3],
                         ["--app-name=mentor", "--", "mentor"])
        self.assertIn("Ada; touch $HOME/harm: ", (self.home / "notice").read_text())
        self.assertFalse((self.home / "harm").exists())

    def test_the_locale_changes_nothing(self):
        self.person("zoe-angstrom", "Zoë Ångström")
        for locale in ("C", "POSIX", "en_US.UTF-8", "tr_TR.UTF-8"):
            code, out, err = self.run_mentor("list", "--format", "{slug} {name}",
                                             environment={"LC_ALL": locale})
            self.assertEqual((code, out, err), (0, "zoe-angstrom Zoë Ångström\n", ""))
            self.mentor("log", "ZOE", "héllo", environment={"LC_ALL": locale})
        self.mentor("add", "Ğül Şahin", "--role", "peer", environment={"LC_ALL": "C"})
        self.assertIn('name = "Ğül Şahin"', self.read("gul-sahin.toml"))

    def test_nothing_prints_colour_into_a_pipe(self):
        self.person("ada", "Ada")
        for words in (["due"], ["list"], ["show", "ada"], ["help"], ["nonsense"], ["show", "nobody"]):
            _, out, err = self.run_mentor(*words, environment={"TERM": "xterm-256color"})
            self.assertNotIn("\x1b", out + err)
        _, out, _ = self.run_mentor("due", "--color", "always")
        self.assertIn("\x1b", out)

    def test_a_reader_that_goes_away_is_no_fault(self):
        for i in range(200):
            self.person(f"person-{i}", f"Person {i}")
        done = subprocess.run(f"'{PROGRAM}' due --json | head -n 1", shell=True, env=self.environment,
                              capture_output=True, text=True)
        self.assertEqual((done.stdout, done.stderr), ("{\n", ""))

    def test_json_can_be_read_and_says_every_key(self):
        self.person("ada", "Ada")
        report = json.loads(self.mentor("due", "--json"))
        self.assertEqual(report["schema"], "mentor.due/1")
        self.assertEqual(report["today"], "2026-11-22")
        self.assertEqual(report["items"][0]["slug"], "ada")
        lines = self.mentor("due", "--jsonl").splitlines()
        self.assertEqual([json.loads(line) for line in lines], report["items"])

    def test_notes_from_standard_input_keep_every_character(self):
        self.person("ada", "Ada")
        note = 'First "line"\n\n  indented \\ slash\ttab\n"""quotes"""\nlast é 漢字 🙂'
        self.mentor("log", "ada", text=note + "\n")
        self.assertEqual(tomllib.loads(self.read("ada.toml"))["log"][0]["note"], note + "\n")


if __name__ == "__main__":
    unittest.main()
