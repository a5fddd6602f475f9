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

    def test_for_programs_names_are_exact(self):
        self.fill("active")
        self.assertEqual(json.loads(self.run_mentor("list", "--json")[1])["items"][0]["slug"], WHO)
        self.assertEqual(self.run_mentor("list", "--format", "{slug}", "-0")[1], WHO + "\0")


if __name__ == "__main__":
    unittest.main()
