# SPDX-License-Identifier: MIT
"""A line end in the name of a person, a file, an item's id or a word of the command line begins no line of its
own in what mentor says: nobody can be told something by a name that looks like a message."""

import json
import re
import unittest

import test_hints
from program import ProgramTest

NAME = "Ada\nEVIL name\r\nEVIL again"
WHO = "bob\nEVIL file"
WORD = "word\nEVIL word"
# The texts of such a file have one line; what has several by its nature, such as a note, keeps them.
FILE = test_hints.FILE.replace("what = {name}", 'what = "Something"').replace("title = {name}", 'title = "Some goal"').replace(
    "ask = {name}", 'ask = "Something?"').replace("advice = [{name}]", 'advice = ["Some advice"]')
BROKEN = 'name = "Carl\\nEVIL"\nrole = "x\\nEVIL"\nfoo =\n'
MORE = [["list", "--format", "{{slug}} {{name}}"], ["due", "--within", "1y", "--format", "{{slug}} {{name}} {{id}}"],
        ["history", "{who}", "--format", "{{name}} {{kind}}"], ["show", "{who}", "--format", "md"], ["stats"], ["stats", "--format", "md"],
        ["due", "--within", "1y", "--format", "md"], ["list", "--sort", "{word}"], ["{word}"], ["--{word}"],
        ["config", "{word}", "x"], ["config", "editor", "{word}"], ["set", "{who}", "{word}=x"], ["set", "{who}", "met={word}"],
        ["done", "{who}", "{word}"], ["due", "--within", "{word}"], ["guide", "{word}"], ["help", "{word}"],
        ["show", "{word}"], ["show", "{who}x"], ["log", "{who}", "x", "--kind", "{word}"], ["log", "{who}", "--on", "{word}"],
        ["history", "{who}", "--kind", "{word}"], ["search", "{word}"], ["search", "--regex", "."], ["add", "{word}", "--role", "{word}"], ["todo", "add", "{who}", "x by {word}"],
        ["show", "carl\nEVIL"], ["undo", "{word}"], ["draft", "{who}", "--kind", "{word}"]]


class Lines(ProgramTest):
    def fill(self, stage):
        for file in self.journal.iterdir() if self.journal.exists() else ():
            file.unlink()
        self.write(f"{WHO}.toml", FILE.format(name=json.dumps(NAME), role="mentor", stage=stage, kind="coffee",
                                              id=json.dumps("id\nEVIL"), kept=json.dumps("kept\nEVIL")))
        self.write("carl\nEVIL.toml", BROKEN)

    def test_no_name_begins_a_line(self):
        commands = [[*name.split(), *words] for name, words in test_hints.TYPED.items()] + test_hints.MORE + MORE
        said = 0
        for stage in ("active", "prospect", "alumni"):
            for words in commands:
                self.fill(stage)
                words = [word.format(who=WHO, word=WORD) for word in words]
                _, out, err = self.run_mentor(*words)
                said += "EVIL" in out + err
                with self.subTest(words=words):
                    self.assertEqual(re.findall(r"(?m)^[ >*#-]*EVIL.*", out + err), [])
        self.assertGreater(said, 150)

    def test_nothing_in_the_configuration_begins_a_line(self):
        said = 0
        for config in ('[kinds]\n"hike\\nEVIL" = "meeting"\n', '[cadence.tags]\n"work\\nEVIL" = "2w"\n',
                       'within = "7\\nEVIL x"\n', 'color = "7\\nEVIL"\n', '[kinds]\nhike = "m\\nEVIL"\n',
                       '[kinds]\n"hike\\nEVIL" = "m"\n', '"foo\\nEVIL" = 1\n', '"within\\nEVIL" = "2w"\n',
                       '[colors]\nerror = "red\\nEVIL"\n', '[cadence.tags]\n"work\\nEVIL" = "x\\nEVIL"\n',
                       'editor = "no\\nEVIL"\npager = "no\\nEVIL"\n', 'week_starts = "x\\nEVIL"\n',
                       '[me]\nname = "M\\nEVIL"\nlooking_for = ["a\\nEVIL"]\n', '[sync]\nmessage = "M\\nEVIL"\n'):
            (self.home / "config.toml").write_text(config)
            (self.home / "config.toml").chmod(0o600)
            self.person("ada", "Ada", fit='{ "a\\nEVIL" = "c\\nEVIL" }', stage='"prospect"', tags='["work\\nEVIL"]')
            for words in (["check"], ["due"], ["list"], ["log", "ada", "x", "--kind", "hik"], ["log", "ada", "x", "--kind", "zzzzz"],
                          ["log", "ada", "x", "--kind", "hike evil"], ["history", "ada"], ["history", "ada", "--kind", "hik"],
                          ["history", "ada", "--kind", "zzzz"], ["config"], ["config", "kinds.hik", "x"], ["config", "cadence.tags.wor", "x"],
                          ["config", "cadence", "x"], ["config", "x", "y"], ["edit", "ada"], ["stats"], ["prospects"], ["prospects", "--compare"],
                          ["show", "ada"], ["set", "ada", "fit.x=y"], ["set", "ada", "f=y"], ["list", "--tag", "wor"], ["review"],
                          ["check", "--fix", "--yes"]):
                _, out, err = self.run_mentor(*words)
                said += "EVIL" in out + err
                with self.subTest(config=config, words=words):
                    self.assertEqual(re.findall(r"(?m)^[ >*#-]*EVIL.*", out + err), [])
        self.assertGreater(said, 100)

    def test_no_folder_begins_a_line(self):
        said = 0
        for words in (["init"], ["init", "--git"], ["init"], ["--dry-run", "init"], ["sync"], ["sync", "--dry-run", "--setup", "/x\nEVIL"],
                      ["sync", "--setup", "/x\nEVIL"], ["sync", "--setup", "/y\nEVIL"], ["check"], ["config"],
                      ["export", "vcf", "--vdir", "cards\nEVIL"], ["export", "vcf", "-o", "no\nEVIL/cards"], ["export", "ics", "--vdir", "cards\nEVIL"],
                      ["import", "csv", "no\nEVIL"], ["import", "csv", "people\nEVIL"], ["edit", "ada"], ["log", "ada", "-e"], ["list"]):
            folder = self.home / "folder\nEVIL"
            folder.mkdir(exist_ok=True)
            (self.home / "people\nEVIL").write_text("name\nBob\n")
            self.environment |= {"MENTOR_DIR": str(folder / "journal"), "MENTOR_CONFIG": str(folder / "config.toml"), "TMPDIR": str(folder),
                                 "EDITOR": "sh -c 'echo x >>\"$1\"; exit 1' x", "GIT_CONFIG_GLOBAL": str(self.home / "git")}
            (self.home / "git").write_text("[user]\nname = Me\nemail = me@example.org\n")
            self.mentor("add", "Ada", "--role", "mentor") if words == ["check"] else None
            _, out, err = self.run_mentor(*words, cwd=self.home)
            said += "EVIL" in out + err
            with self.subTest(words=words):
                self.assertEqual(re.findall(r"(?m)^[ >*#-]*EVIL.*", out + err), [])
        self.assertGreater(said, 8)

    def test_no_file_beside_the_people_begins_a_line(self):
        """What check names and mends: permissions, copies, leftovers, slips and their difference, in the journal and beside it."""
        folder = self.home / "folder\nEVIL"
        self.environment |= {"MENTOR_DIR": str(folder / "journal"), "MENTOR_CONFIG": str(folder / "config.toml"),
                             "XDG_STATE_HOME": str(folder / "state"), "TMPDIR": str(folder)}
        person = 'name = "{}"\nrole = "mentor"\n'
        said = 0
        for words in (["check"], ["check", "--fix", "--dry-run"], ["check", "--fix"], ["check", "--fix", "--yes"], ["undo", "--list"],
                      ["undo", "--dry-run"], ["undo"], ["redo"], ["undo", "--force"]):
            if words[0] == "check":
                for path in sorted(folder.rglob("*"), reverse=True) if folder.exists() else ():
                    path.rmdir() if path.is_dir() else path.unlink()
                self.mentor("init")
                self.mentor("add", "Ada", "--role", "mentor")
                for name, text in {"x\nEVIL.toml~": "", "ada.sync-conflict-20261122\nEVIL.toml": person.format("Ada"),
                                   "bob\nEVIL.toml": person.format("Bob").replace("role", "rle"), "carl\nEVIL.toml": person.format("Carl"),
                                   "carl\nEVIL.sync-conflict-20261122-153000-ABCDEFG.toml": person.format("Carl") + 'about = "x"\n',
                                   ".mentor-1-0000abcd.tmp": "", "../.mentor-1-0000abcd.tmp": "", "../config.toml": "withn = '2w'\n",
                                   "../mentor-999999999-0a0b0c0d-ada\nEVIL.toml": "", "../questions.toml": "a = 1\n"}.items():
                    (folder / "journal" / name).write_text(text)
                    (folder / "journal" / name).chmod(0o644)
            _, out, err = self.run_mentor(*words)
            said += "EVIL" in out + err
            with self.subTest(words=words):
                self.assertEqual(re.findall(r"(?m)^[ >*#+-]*EVIL.*", out + err), [])
        self.assertGreater(said, 5)

    def test_no_name_of_a_template_begins_a_line(self):
        self.person("ada", "Ada")
        (self.home / "drafts").mkdir()
        (self.home / "drafts" / "nopes\nEVIL.txt").write_text("Dear {nobody\nEVIL}")
        (self.home / "drafts" / "zzz\nEVIL.txt").write_text("{zzz")
        for words in (["--kind", "nope"], ["--kind", "xyzxyz"], ["--kind", "nopes\nEVIL"], ["--kind", "zzz\nEVIL"], ["--kind", "feedback"], []):
            _, out, err = self.run_mentor("draft", "ada", *words)
            with self.subTest(words):
                self.assertEqual(re.findall(r"(?m)^[ >*#-]*EVIL.*", out + err), [])

    def test_a_template_gives_one_line_an_item(self):
        """Whatever field it asks for, of every command that has items, and exactly what stands there with -0."""
        self.fill("active")
        lines = '"""EVIL one\nEVIL two"""'
        self.write("dan.toml", f'''name = "Dan"\nrole = "mentor"\nabout = {lines}\n[[goal]]\ntitle = {lines}\nwhy = {lines}
[[commitment]]\nwhat = {lines}\noutcome = {lines}\ndone = 2026-11-20\n[[question]]\nask = {lines}\nanswer = {lines}
[[advice]]\nwhat = {lines}\n[[gift]]\nwhat = {lines}\n[[log]]\non = 2026-11-20\nkind = "coffee"\nwins = [{lines}]\nnote = {lines}\n''')
        joined = 0
        for words in (["list"], ["history", WHO], ["history", "dan"], ["todo", "--all"], ["due", "--within", "1y"], ["goal", "list", "--all"],
                      ["advice", "--all"], ["give", "--all"], ["review", "--year"], ["search", "EVIL"], ["check"], ["stats"], ["prospects"],
                      ["undo", "--list"], ["ask", "--all"], ["show", "dan"], ["prep", "dan"], ["draft", "dan"]):
            code, out, _ = self.run_mentor(*words, "--json")
            if code in (2, 4) or not out.startswith("{"):
                continue
            items = json.loads(out)["items"]
            fields = set.intersection(*(set(item) for item in items)) if items else set()
            joined += len(fields)
            for field in fields - {"body", "note"}:
                # Of all the texts that a search finds a note alone keeps its lines.
                keep = [field == "text" and item.get("key", "note") == "note" for item in items]
                with self.subTest(words=words, field=field):
                    lines = self.run_mentor(*words, "--format", f"={{{field}}}")[1].splitlines()
                    self.assertEqual(len(lines), sum(len(f"={item[field]}".splitlines()) if keeps else 1
                                                     for keeps, item in zip(keep, items)))
                    self.assertTrue(any(keep) or all(line.startswith("=") for line in lines), lines)
        self.assertGreater(joined, 100)

    def test_for_programs_names_are_exact(self):
        self.fill("active")
        self.assertEqual(json.loads(self.run_mentor("list", "--json")[1])["items"][0]["slug"], WHO)
        self.assertEqual(self.run_mentor("list", "--format", "{slug}", "-0")[1], WHO + "\0")


if __name__ == "__main__":
    unittest.main()
