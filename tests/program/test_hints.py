# SPDX-License-Identifier: MIT
"""What a message or a `command` of the JSON tells to type is safe in a shell, whatever files, ids and names
are called, and means whom it was said of."""

import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import unittest

from program import ProgramTest, commands
from waiting import PATIENCE

# What people type into. All of them are to read a line alike.
SHELLS = [line for line in (["sh", "-c"], ["bash", "--norc", "-c"], ["zsh", "-f", "-c"], ["fish", "--no-config", "-c"])
          if shutil.which(line[0])]
# Types many command lines in one process.
TYPING = pathlib.Path(os.environ["MENTOR_BUILD"]) / "tests/typing"

RUN = "touch pwned"
SLUGS = ["plain", "x;touch pwned;", "$(touch pwned)", "`touch pwned`", "a & touch pwned", "b | touch pwned",
         "c > pwned", "it's", 'say "hi"', "-dash", "--json", "~root", "star*", "#hash", "two  blanks", "new\nline",
         "tab\there", "ends\\", "x\\'; touch pwned; #", "%self", "Zoë Ångström", "日本", "back\\slash", "{brace,s}", "!bang", "%s", "{0}"]
ID = "c;touch pwned"

FILE = """\
name = {name}
role = "{role}"
stage = "{stage}"
started = 2025-01-12
next = 2026-11-20

[contact]
prefers = {name}

[agreement]
agreed = 2025-11-01
review = "6mo"

[[occasion]]
what = {name}
on = "11-25"

[[goal]]
id = {id}
title = {name}
set = 2026-01-12
due = 2026-11-01

[[goal]]
id = "g2"
title = "Another one"
set = 2026-01-12

[[milestone]]
id = {id}
goal = {id}
what = {name}
due = 2026-11-21

[[log]]
on = 2026-06-01
kind = "{kind}"
advice = [{name}]

[[commitment]]
id = {id}
owner = "me"
what = {name}
made = 2026-01-12
due = 2026-11-01
moved = [2026-02-01, 2026-03-01]

[[commitment]]
id = {kept}
owner = "me"
what = "Kept"
made = 2026-01-12
done = 2026-11-01
outcome = "Done"

[[commitment]]
owner = "them"
what = "Theirs"
made = 2026-01-12
due = 2026-11-01

[[gift]]
id = {id}
what = {name}
by = 2026-11-25

[[question]]
id = {id}
ask = {name}
added = 2026-11-01
answer = "Yes"
asked = 2026-11-02
"""
# What is typed for each command, {who} being the person; and what makes it tell what to type instead.
TYPED = {
    "": [], "log": ["{who}"], "due": [], "prep": ["{who}"], "plan": ["{who}"], "snooze": ["{who}"], "remind": [],
    "add": ["{who}"], "advice": ["{who}", "another", "--worked", "x"], "agree": ["{who}"], "amend": ["{who}", "another", "--reopen"], "edit": ["{who}"], "end": ["{who}", "--outcome", "x", "--keep", "never"],
    "export csv": ["{who}"], "export html": ["{who}"], "export ics": ["{who}"], "export json": ["{who}"], "export md": ["{who}"], "export vcf": ["{who}"],
    "import csv": ["{who}"], "import friends": ["{who}"], "import jrnl": ["{who}"], "import json": ["{who}"], "import vcard": ["{who}"],
    "give": ["{who}", "another", "--given"], "occasion": ["{who}", "birthday"], "pause": ["{who}"], "resume": ["{who}"], "remove": ["{who}"], "rename": ["{who}"], "set": ["{who}"],
    "prospects": [], "draft": ["{who}", "--kind", "thanks"], "ask": ["{who}"],
    "done": ["{who}", "kept", "other words"], "drop": ["{who}", "another one"], "told": ["{who}", "theirs"],
    "goal add": ["{who}"], "goal done": ["{who}", "another"], "goal drop": ["{who}", "another"],
    "goal edit": ["{who}", "another"], "goal grow": ["{who}", "another"], "goal list": ["{who}"],
    "goal step": ["{who}", "another"], "todo": ["{who}"], "todo add": ["{who}"], "todo move": ["{who}", "theirs"],
    "stats": ["{who}"], "list": [], "show": ["{who}"], "history": ["{who}"], "review": [], "pulse": ["{who}"], "health": ["{who}"],
    "guide": ["{who}"], "init": [], "check": [], "completion": ["{who}"], "config": ["{who}"], "search": ["{who}"], "walk": ["{who}"], "undo": ["{who}"], "redo": [], "sync": ["--dry-run"], "help": ["{who}"],
}
MORE = [["amend", "{who}", "kept", "--remove"], ["amend", "{who}", "theirs", ""], ["amend", "{who}", "theirs", "--kind", "call"], ["give", "{who}", ""], ["give", "{who}"], ["give", "{who}", "{who}", "--given"], ["give", "--suggest"], ["ask", "{who}", "--suggest"], ["ask", "{who}", "--phase", "middle", "--take", "1"],
        ["occasion", "{who}"], ["occasion", "{who}", "birthday", "10 dec", "--once"], ["advice", "{who}", "Try it"], ["advice", "{who}"], ["advice", "{who}", ""], ["ask", "{who}", "--answer", "", "x"], ["show", "{who}x"], ["draft", "{who}", "--kind", "outreach"],
        ["goal", "step", "{who}", "--done", "{who}"], ["goal", "done", "{who}", "Theirs"], ["log", "{who}", "-"],
        ["done", "{who}", "another one"], ["--within={who}", "due"], ["todo", "{who}", "--all"],
        ["agree", "{who}", "--every", "4w"], ["plan", "{who}", "2w"], ["pulse", "{who}", "--respect", "1"],
        ["log", "{who}", "Hello", "--kind", "pulse"], ["pulse", "{who}", "--respect", "3"],
        ["goal", "step", "{who}", "--done", "{who}", "--due", "fri"], ["goal", "list"], ["goal", "add", "{who}", "Give a talk"]]
READING_WITH_COMMANDS = [["due", "--within", "1y"], ["prep", "--", "{who}"], ["health", "--all"], ["prospects"], ["todo", "--all"]]


def quoted(text):
    """A TOML string of one line."""
    return json.dumps(text)

# The sanitizers slow all of it; a third of the slugs goes the same ways.
ACTIVE = SLUGS[::3] if "MENTOR_SANITIZED" in os.environ else SLUGS


def file_of(slug, stage="active"):
    kind = "outreach" if stage == "prospect" else "coffee"
    name = quoted(slug + " " + RUN) if slug != "plain" else quoted("Plain")
    text = FILE.format(name=name, role="mentor", stage=stage, kind=kind, id=quoted(ID), kept=quoted("kept;" + RUN))
    if stage == "paused":  # and nothing that is open
        text = re.sub(r"(?ms)^\[\[(goal|milestone|commitment|question)\]\].*?\n(?=\[\[|\Z)", "", text)
    return text


def every_command(who):
    lines = [[*name.split(), *words] for name, words in TYPED.items()] + MORE
    return [[word.format(who=who) if "{who}" in word else word for word in words] for words in lines]


def hints_in(printed):
    """Each line of a message from "mentor" on, as somebody copies it."""
    return re.findall(r"\bmentor (?=[a-z]).*", "".join(printed))


class Hints(ProgramTest):
    def setUp(self):
        super().setUp()
        self.words = self.home / "words"  # what the shell handed to "mentor", each word ended by NUL
        self.stubs = self.home / "stubs"
        self.stubs.mkdir()
        stub = self.stubs / "mentor"
        stub.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" >{self.words}\n")
        stub.chmod(0o755)
        self.empty = self.home / "empty"
        self.empty.mkdir()
        self.type = functools.cache(self.type)

    def printed(self, files, commands):
        """What each command line prints, [standard output, standard error], in a journal of these files."""
        with_git = [at for at, words in enumerate(commands) if words[:1] == ["sync"]]
        done = subprocess.run([TYPING], input=json.dumps({"files": files, "commands": commands}).encode(), timeout=PATIENCE,
                              capture_output=True, env=self.environment)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        printed = json.loads(done.stdout)
        for at in with_git:  # of which that process has none
            for name, text in files.items():
                self.write(name, text)
            printed[at] = self.run_mentor(*commands[at])[1:]
            for name in files:
                (self.journal / name).unlink()
        return printed

    def type(self, line, is_all=False):
        """Types the line into every shell; gives the words that mentor was run with, None where it wasn't, and what
        sh said. Behind a hint there may be words of the message, which not every shell takes: `is_all` says that
        there are none, and each has to."""
        read = [self.type_into(shell, line) for shell in SHELLS]
        for shell, (words, _) in zip(SHELLS, read, strict=True):
            if is_all or None not in (words, read[0][0]):
                self.assertEqual(words, read[0][0], f"{shell[0]} reads {line!r} otherwise than sh")
        return read[0]

    def type_into(self, shell, line):
        self.words.unlink(missing_ok=True)
        done = subprocess.run([*shell, line], cwd=self.empty, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=PATIENCE,
                              env={"PATH": f"{self.stubs}:{os.environ['PATH']}", "HOME": "/nonexistent"})
        made = [file.unlink() or file.name for file in self.empty.iterdir()]
        self.assertEqual(made, [], f"{line!r} did more than run mentor")
        return self.words.read_bytes().decode().split("\0")[:-1] if self.words.exists() else None, done.stderr.decode()

    def test_every_command_is_tried_here(self):
        self.assertEqual(commands().keys(), TYPED.keys() - {""})

    def test_no_message_tells_to_type_what_a_shell_acts_upon(self):
        tried = 0
        for stage in ("active", "prospect", "paused", "declined"):
            # Every slug once; a few of them for what is said of others.
            for slug in ACTIVE if stage == "active" else SLUGS[1:4]:
                # A word that begins with a dash is an option to mentor, and nobody.
                typed = [words for words in every_command(slug) if not (slug.startswith("-") and slug in words)]
                for words, printed in zip(typed, self.printed({f"{slug}.toml": file_of(slug, stage)}, typed), strict=True):
                    for hint in hints_in(printed):
                        tried += 1
                        with self.subTest(words=words, hint=hint):
                            self.type(hint)
        self.assertGreater(tried, 500 if ACTIVE == SLUGS else 100)

    def test_an_aka_that_is_plain_takes_the_place_of_a_slug_that_is_not(self):
        """The first one that is plain and nobody else's; and never one that is the slug of somebody else."""
        named = 0
        odd = ["日本", "it's", "two  blanks", "-dash", "мария"]
        typed = [*every_command("some one"), ["due", "--verbose", "--within", "1y"]]
        for stage in ("active", "prospect", "paused"):
            for slug in odd if ACTIVE == SLUGS else odd[::2]:
                files = {f"{slug}.toml": 'aka = ["Ō Taro", "taken", "taro"]\n' + file_of(slug, stage).replace(slug + " " + RUN, "Some One"),
                         "taken.toml": 'name = "Somebody Else"\nrole = "peer"\nstage = "paused"\n'}
                for words, printed in zip(typed, self.printed(files, typed), strict=True):
                    for hint in hints_in(printed):
                        with self.subTest(words=words, hint=hint):
                            self.assertNotIn(slug, hint)
                            handed, _ = self.type(hint)
                            self.assertNotIn("taken", handed or [])
                            named += "taro" in (handed or [])
        self.assertGreater(named, 200 if ACTIVE == SLUGS else 100)

    def test_every_command_of_the_json_names_the_person(self):
        """One of its words is WHO for the person, as mentor itself reads it."""
        tried = 0
        for slug in ACTIVE:
            for stage in ("active", "prospect"):
                files = {f"{slug}.toml": file_of(slug, stage)}
                reading = [[words[0], "--json", *words[1:]] for words in READING_WITH_COMMANDS]
                reading = [[word.replace("{who}", slug) for word in words] for words in reading]
                lines = [json.loads(command) for out, _ in self.printed(files, reading)
                         for command in re.findall(r'"command": ("(?:[^"\\]|\\.)*")', out)]
                handed = {line: self.type(line, is_all=True) for line in lines}
                words = sorted({word for typed, _ in handed.values() for word in (typed or [])[1:]})
                shown = self.printed(files, [["show", "--format", "{slug}", "-0", "--", word] for word in words])
                names = {word for word, (out, _) in zip(words, shown, strict=True) if out == slug + "\0"}
                for line in lines:
                    with self.subTest(slug=slug, line=line):
                        self.assertEqual(len(line.splitlines()), 1)
                        typed, error = handed[line]
                        self.assertEqual(error, "")
                        self.assertTrue(names.intersection(typed[1:]), f"nobody is named by {typed}")
                        tried += 1
        self.assertGreater(tried, 200 if ACTIVE == SLUGS else 60)

    def named_by(self, files, word):
        return self.printed(files, [["show", "--format", "{slug}", "-0", "--", word]])[0][0].removesuffix("\0")

    def test_no_sign_that_is_lost_on_the_way_names_somebody_else(self):
        """Where a slug can't be typed as it is, and without what can't, is another's."""
        tried = 0
        for slug, other in (("a\nb", "a b"), ("-dash", " -dash"), (" ada", "ada"), ("a\tb", "a b"), ("x\x01y", "x y"),
                            ("a\u202eb", "a b"), ("--json", " --json"), ("a\nb", "ab"), ("a  b", "a b")):
            files = {f"{slug}.toml": file_of("plain").replace('"Plain"', '"Qi Xu"'),
                     f"{other}.toml": file_of("plain").replace('"Plain"', '"Bo Wu"')}
            out = "".join(out for out, _ in self.printed(files, [["due", "--json", "--within", "1y"]]))
            for item in json.loads(out)["items"]:
                if not item["command"]:
                    continue
                handed, _ = self.type(item["command"], is_all=True)
                named = {self.named_by(files, word) for word in handed[1:]} - {""}
                with self.subTest(slug=slug, other=other, item=item):
                    self.assertEqual(named, {item["slug"]})
                    tried += 1
        self.assertGreater(tried, 50)

    def commands_about(self, ident):
        """What is told to type for a file whose things have that id."""
        text = file_of("plain").replace(quoted(ID), quoted(ident))
        told = self.printed({"plain.toml": text}, [["due", "--json", "--within", "1y"], ["health", "--json", "plain"], ["todo", "plain"]])
        found = [json.loads(command) for out, _ in told[:2] for command in re.findall(r'"command": ("(?:[^"\\]|\\.)*")', out)]
        return [self.type(line)[0] for line in found + hints_in(told[2])]

    def test_no_id_that_is_lost_on_the_way_names_something_else(self):
        """An id that no line holds is REF; any other is handed on as it is, but for a blank before a dash."""
        plain = self.commands_about("c7k2")
        self.assertGreater(sum("c7k2" in words for words in plain), 3)
        for ident, named in (("a\tb", "REF"), (" ab", "REF"), ("^ab", "REF"), ("x\x01y", "REF"), ("a\u202eb", "REF"), ("!!", "REF"),
                             ("a\nb", "a b"), ("a b", "a b"), ("-ab", " -ab"), ("it's", "it's"), ("x;y", "x;y")):
            with self.subTest(ident=ident):
                self.assertEqual(self.commands_about(ident), [[named if word == "c7k2" else word for word in words] for words in plain])

    def test_nobody_is_taken_for_a_command(self):
        """Where WHO and a command may stand in one place."""
        verbs = {name.split()[1] for name in commands() if " " in name and name.split()[0] in commands()}
        self.assertEqual(verbs, {"add", "move"})
        for verb in sorted(verbs):
            files = {f"{verb}.toml": file_of("plain").replace('"Plain"', f'"{verb.title()}"')}
            done = self.printed(files, [["done", verb, "kept", "other words"]])
            (hint,) = [hint for hint in hints_in(done[0]) if hint.startswith("mentor todo")]
            self.assertIn("Theirs", self.printed(files, [self.type(hint)[0]])[0][0])


if __name__ == "__main__":
    unittest.main()
