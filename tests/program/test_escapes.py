# SPDX-License-Identifier: MIT
"""What files, arguments and variables hold never steers a terminal, whoever reads it and however."""

import json
import os
import re
import subprocess
import unittest

from program import PROGRAM, commands
from prompting import TerminalTest
from terminal import Key, Terminal
from waiting import PATIENCE, wait_until

# Colour, title, clipboard, link, bell, the two-byte and one-byte introducers, backspace, form feed.
STEERING = ("\x1b[31;666m\x1b]0;title\x07\x1b]52;c;aGk=\x07\x1b]8;;http://example.org\x1b\\\x1b[2J\x1bc\x08\x0c\x7f\r"
            + "".join(map(chr, range(0x80, 0xA0))))
TURNING = "".join(map(chr, [0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x2070)]))
# Joiners are part of some scripts, and stay.
JOINING = "\u200b\u200c\u200d"
POISON = STEERING + TURNING + JOINING
HARMFUL = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{TURNING}]")
# What line editing itself never writes, wherever its own sequences are.
HARMFUL_AT_PROMPTS = re.compile(f"\x1b\\[31;666|\x1b\\][058]|\x1bc|\x1b\\[2J|[\x80-\x9f{TURNING}]")


def quoted(text):
    """A TOML string whose every odd character is an escape."""
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\u{ord(c):04X}" for c in text) + '"'


P = quoted("x" + POISON)
PERSON = f"""\
name = {quoted("Ada " + POISON)}
role = "mentor"
type = {P}
aka = [{P}]
started = 2025-01-12
ends = 2026-12-31
met = {P}
through = {P}
tags = ["work", {P}]
next = 2026-11-24
about = {P}
values = [{P}]
{P} = {P}

[contact]
email = {P}
phone = {P}
link = {P}
prefers = {P}
hours = {P}
timezone = {P}

[agreement]
every = "4w"
where = {P}
length = {P}
expectations = {P}
boundaries = {P}
agreed = 2025-01-12
review = "3mo"

[[occasion]]
what = {P}
on = "11-25"

[[goal]]
id = "g3kq"
title = {quoted("Goal " + POISON)}
why = {P}
measure = {P}
due = 2026-11-25
reality = {P}
options = {P}
way = {P}

[[goal]]
title = {quoted("Done " + POISON)}
done = 2026-11-20
outcome = {P}

[[milestone]]
id = "m7dd"
goal = "g3kq"
what = {P}
due = 2026-11-26

[[log]]
id = "x4t9"
on = 2026-10-20
kind = "coffee"
where = {P}
topics = [{P}]
note = {P}
advice = [{P}]
wins = [{P}]
rating = 4
goals = ["g3kq"]

[[log]]
on = 2026-11-20
kind = {P}
note = {P}

[[log]]
on = 2026-11-01
kind = "pulse"
scores = {{ trust = 4, {P} = 3 }}
note = {P}

[[gift]]
id = "w2k8"
what = {P}
by = 2026-11-26

[[commitment]]
id = "c7k2"
owner = "me"
what = {quoted("Send " + POISON)}
made = 2026-10-20
due = 2026-11-27
log = "x4t9"

[[commitment]]
owner = "them"
what = {P}
due = 2026-11-20

[[commitment]]
id = "d0ne"
owner = "me"
what = {P}
done = 2026-11-20
outcome = {P}

[[question]]
id = "q1w8"
ask = {quoted("Question " + POISON)}

[[question]]
ask = {P}
asked = 2026-11-20
answer = {P}
"""
PROSPECT = f"""\
name = {quoted("Hope " + POISON)}
role = "mentor"
stage = "prospect"
about = {P}
through = "ada"

[[log]]
on = 2026-11-01
kind = "outreach"
note = {P}
"""
CONFIG = f"""\
editor = {quoted("no-editor-" + POISON.replace(" ", ""))}
[cadence.tags]
{P} = "3w"
[kinds]
{P} = "meeting"
[me]
name = {P}
goal = {P}
values = [{P}]
looking_for = [{P}]
obstacles = {P}
"""
BROKEN = {
    "bad-role": f"name = {P}\nrole = {P}\n", "bad-day": f'name = {P}\nrole = "peer"\nstarted = {P}\n',
    "bad-key": f'name = {P}\nrole = "peer"\n"{TURNING}\u009b31m" = 1\n"{TURNING}\u009b31m" = 2\n',
    "bad-line": f'name = {P}\nrole = "peer"\nabout = "{POISON}"\n',
    "bad-table": f"name = {P}\nrole = 'peer'\nagreement = {P}\n[[goal]]\ntitle = 1\n",
    "bad-name" + POISON.replace("/", "").replace("\0", "")[:60]: "role =",
}
W = "words " + POISON
# Every command, by what is typed. None writes under --dry-run; those of WRITING do without it.
READING = {
    "": [[]], "due": [["due"], ["due", "--within", "1y"], ["due", "--kind", W], ["due", "ada", "--overdue"]],
    "prep": [["prep", "ada"], ["prep", W]], "remind": [["remind"], ["remind", "--format", "mail"]], "prospects": [["prospects"]],
    "draft": [["draft", "ada", "--kind", kind] for kind in ("thanks", "outreach", "own", W)]
    + [["draft", "hope", "--kind", "intro", "--to", "ada"], ["draft", "ada"], ["draft", "ada", "--kind", "own", "--mailto"],
       ["draft", "--template", "--kind", "own"]],
    "goal list": [["goal", "list"], ["goal", "list", "--all"]], "todo": [["todo"], ["todo", "ada", "--all"]],
    "guide": [["guide"], ["guide", W]], "health": [["health"], ["health", "ada"]],
    "history": [["history", "ada"], ["history", "ada", "--kind", W], ["history", "ada", "--since", W]],
    "list": [["list"], ["list", "--sort", W], ["list", "--tag", W]], "review": [["review", "--year"]],
    "stats": [["stats"], ["stats", "ada", "--all"], ["stats", "--year", W], ["stats", "--kind", W], ["stats", "--format", "md"]],
    "search": [["search", "--regex", "."], ["search", W], ["search", "x", "--in", W]], "walk": [["walk"]],
    "export csv": [["export", "csv"], ["export", "csv", "--table", W],
                   *(["export", "csv", "--table", table] for table in ("people", "occasion", "goal", "milestone", "advice",
                                                                       "commitment", "question", "gift"))],
    "export html": [["export", "html"], ["export", "html", "ada", "--all"], ["export", "html", "--year", W]],
    "export md": [["export", "md"]], "export json": [["export", "json"], ["export", "json", W]],
    "show": [["show", "ada"], ["show", W], ["show", "bad-line"]], "check": [["check"]],
    "config": [["config"], ["config", W], ["config", "me"]], "completion": [["completion", "bash"], ["completion", W]],
    "help": [["help"], ["help", W], [W], ["--" + W]],
}
WRITING = {
    "log": [["log", "ada", W, "--kind", "coffee", "--todo", W, "--ask", W, "--win", W],
            ["log", "ada", W, "--kind", W], ["log", "ada", "--on", W]],
    "occasion": [["occasion", "ada", W, "10 dec"], ["occasion", "ada"], ["occasion", "ada", W, "--remove"],
                 ["occasion", "ada", W], ["occasion", "ada", "birthday", "10 dec", "--notice", W]],
    "plan": [["plan", "ada", "3w"], ["plan", "ada", W]], "snooze": [["snooze", "ada", "3w"]],
    "add": [["add", "Eve " + W, "--role", "peer"], ["add", "Eve", "--role", W]],
    "agree": [["agree", "ada", "--boundaries", W]], "edit": [["edit", "ada"]],
    "end": [["end", "ada", "--outcome", W, "--thanks", W]], "pause": [["pause", "ada", W]],
    "resume": [["resume", "ada"]], "remove": [["remove", "ada", "--yes"], ["remove", "ada"]],
    "export ics": [["export", "ics"], ["export", "ics", "--todos", "events"], ["export", "ics", "--todos", W], ["export", "ics", "-o", "/nowhere/" + W.replace("/", "")]],
    "export vcf": [["export", "vcf"], ["export", "vcf", W]],
    "import csv": [["import", "csv", "{home}/people.csv"], ["import", "csv", "{home}/people.csv", "--only", W],
                   ["import", "csv", "{home}/cards.vcf"], ["import", "csv", "/nowhere/" + W.replace("/", "")]],
    "import friends": [["import", "friends", "{home}/friends.md"], ["import", "friends", "{home}/friends.md", "--only", W],
                       ["import", "friends", "{home}/people.csv"]],
    "import jrnl": [["import", "jrnl", "{home}/diary.txt"], ["import", "jrnl", "{home}/diary.txt", "--only", W],
                    ["import", "jrnl", "{home}/diary.txt", "--who", "ada", "--yes"], ["import", "jrnl", "{home}/people.csv"],
                    ["import", "jrnl", "{home}/diary.txt", "--timeformat", W, "--kind", W]],
    "import json": [["import", "json", "{home}/copy.json"], ["import", "json", "{home}/copy.json", "--yes"],
                    ["import", "json", "{home}/people.csv", "--only", W]],
    "import vcard": [["import", "vcard", "{home}/cards.vcf"], ["import", "vcard", "{home}/cards.vcf", "--only", W]],
    "rename": [["rename", "ada", "Ada " + W]], "set": [["set", "ada", "met=" + W], ["set", "ada", W]],
    "advice": [["advice", "ada", W], ["advice", "ada"], ["advice"], ["advice", "ada", W, "--worked", W],
               ["advice", "ada", W, "--tried", W], ["advice", "ada", W, "--worked", "--disagreed"]],
    "amend": [["amend", "ada", "send", W], ["amend", "ada", W], ["amend", "ada", "send", "--owner", W],
              ["amend", "ada", "d0ne", "--reopen"], ["amend", "ada", "x4t9", "--remove"], ["amend", "ada", "q1w8"]],
    "give": [["give", "ada", W], ["give", "ada"], ["give"], ["give", "ada", W, "--by", W], ["give", "ada", W, "--given"],
             ["give", "ada", "present", "--given", W], ["give", "ada", "--suggest"], ["give", "--all"]],
    "ask": [["ask", "ada", "--suggest"], ["ask", "ada", "--topic", W], ["ask", "ada", "--phase", W],
            ["ask", "ada", "--take", W], ["ask", "ada", W], ["ask", "ada"], ["ask", "ada", "--answer", "question", W]],
    "done": [["done", "ada", "send", W], ["done", "ada", W]], "drop": [["drop", "ada", "send", W]],
    "told": [["told", "ada", "d0ne"]], "goal add": [["goal", "add", "ada", W, "--measure", W]],
    "goal done": [["goal", "done", "ada", "goal", W]], "goal drop": [["goal", "drop", "ada", "goal", W]],
    "goal edit": [["goal", "edit", "ada", "goal", "--why", W]],
    "goal grow": [["goal", "grow", "ada", "goal", "--reality", W]],
    "goal step": [["goal", "step", "ada", "goal", W], ["goal", "step", "ada", "--done", "m7dd"]],
    "todo add": [["todo", "add", "ada", W]], "todo move": [["todo", "move", "ada", "send", "4w"]],
    "pulse": [["pulse", "ada", "--respect", "4 " + W], ["pulse", "ada", "--" + W]],
    "init": [["init"]], "undo": [["undo", "--list"], ["undo", W], ["undo"]], "redo": [["redo"]],
    # What it says of people is in test_sync.py, where there is a repository.
    "sync": [["sync", "--dry-run"], ["sync", "--setup", "-" + W]],
    "config": [["config", "me.goal", W], ["config", "within", W]], "check": [["check", "--fix", "--yes"]],
}
ASKING = [["log"], ["log", "ada"], ["add"], ["agree", "ada"], ["end", "ada"], ["goal", "add", "ada"],
          ["goal", "edit", "ada", "g3kq"], ["goal", "grow", "ada", "g3kq"], ["goal", "done", "ada", "g3kq"],
          ["goal", "step", "ada", "g3kq"], ["goal", "drop", "ada", "g3kq"], ["pulse", "ada"], ["remove", "ada"],
          ["draft", "ada"], ["draft", "ada", "--kind", "intro"], ["ask", "ada", "--answer", "question"]]


class Escapes(TerminalTest):
    def setUp(self):
        super().setUp()
        self.environment["EMAIL"] = "me@example.org"
        self.fill()

    def fill(self, broken=True):
        for file in self.journal.iterdir():
            file.unlink()
        self.write("ada.toml", PERSON)
        self.write("hope.toml", PROSPECT)
        for name, text in BROKEN.items() if broken else ():
            self.write(f"{name}.toml", text)
        (self.home / "config.toml").write_text(CONFIG)
        (self.home / "drafts").mkdir(exist_ok=True)
        (self.home / "drafts/own.txt").write_text(f"Subject: {POISON}\n\nHello {{name}} {POISON}\n")
        # For `import`: everybody is called the same.
        words = POISON.replace("\0", "").replace("\n", " ").replace("\r", " ")
        (self.home / "people.csv").write_text("Name,Email\n" + f'"{words.replace(chr(34), chr(34) * 2)}",a@example.org\n' * 2)
        (self.home / "cards.vcf").write_text(f"BEGIN:VCARD\nVERSION:4.0\nFN:{words}\nEMAIL:{words}\nEND:VCARD\n")
        (self.home / "friends.md").write_text(f"### Activities:\n- 2026-11-01: Met **{words}** in _{words}_.\n- {words}\n"
                                              f"### {words}\n### Friends:\n- {words} (a.k.a. {words}) [{words}]\n")
        (self.home / "diary.txt").write_text(f"[2026-11-01 10:00] @ada {words}\n{words}\n[1{words}] x\n[2026-11-01] #{words}\n")
        (self.home / "copy.json").write_text(json.dumps({"schema": "mentor.export/1", "items": [
            {"slug": slug, "name": POISON, "file": PROSPECT} for slug in ("eve", POISON)]}))
        (self.home / f"drafts/x{POISON.replace('/', '')[:60]}.txt").write_text("Hello\n")

    def assert_harmless(self, text, words, pattern=HARMFUL):
        found = pattern.search(text)
        self.assertIsNone(found, found and f"{words}: …{text[max(0, found.start() - 60):found.end() + 20]!r}")

    def on_terminal(self, words):
        variables = {**self.environment, "TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PAGER": "cat"}
        with Terminal([str(PROGRAM), *words, "--no-input"], environment=variables) as terminal:
            terminal.wait()
            return terminal.written().replace("\r\n", "\n")

    def assert_said_harmlessly(self, out, err, words):
        """What is for other programs has the line ends of its format, and yet turns nothing there either."""
        if words[:1] == ["export"]:
            out = out.replace("\r\n", "\n")
        self.assert_harmless(out + err, words)

    def every(self, table, broken):
        for commands in table.values():
            for words in commands:
                self.fill(broken)
                yield [word.replace("{home}", str(self.home)) for word in words]

    def test_every_command_is_tried_here(self):
        self.assertEqual(commands("writes").keys(), WRITING.keys())
        self.assertLessEqual(commands("reads").keys(), READING.keys())

    def test_what_is_read_is_harmless_on_a_terminal(self):
        for words in self.every(READING, True):
            self.assert_harmless(self.on_terminal(words), words)
            self.assert_harmless(self.on_terminal([*words, "--json"]), words)
        for words in (["list", "--format", "{name}"], ["history", "ada", "--format", "{note}"],
                      ["show", "ada", "--format", "md"], ["review", "--year", "--format", "md"]):
            self.assert_harmless(self.on_terminal(words), words)

    def test_what_is_read_is_harmless_in_a_pipe(self):
        for words in self.every(READING, True):
            _, out, err = self.run_mentor(*words)
            # A template is handed out as it is, to begin one's own from.
            self.assert_said_harmlessly("" if "--template" in words else out, err, words)
        for words in (["show", "ada", "--format", "md"], ["prep", "ada", "--format", "md"],
                      ["show", "ada", "--json"], ["due", "--jsonl"]):
            self.assert_harmless(self.run_mentor(*words)[1], words)

    def test_what_is_written_is_said_harmlessly(self):
        for words in self.every(WRITING, False):
            self.assert_harmless(self.on_terminal([*words, "--dry-run"]), words)
            # The difference itself is for programs: it goes out as it is.
            self.assert_harmless(self.run_mentor(*words, "--dry-run")[2], words)
            _, out, err = self.run_mentor(*words)
            self.assert_said_harmlessly(out, err, words)
            self.fill(broken=False)
            self.assert_harmless(self.on_terminal(words), words)

    def test_what_is_imported_is_said_harmlessly(self):
        self.fill(broken=False)
        lines = POISON.replace("\r", "")
        files = {
            "vcard": f"BEGIN:VCARD\nFN:Eve {lines}\nEMAIL:{lines}\nBDAY:{lines}\nNOTE:{lines}\nEND:VCARD\n",
            "csv": f"Name,Email,Birthday,{lines}\nEve {lines},{lines},{lines},x\n",
            "friends": f"### Activities:\n- 2026-11-01: Met **Eve {lines}** and @{lines}\n### Friends:\n- Eve {lines}\n",
            "jrnl": f"[2026-11-01 10:00] @eve @ada {lines}\n[2{lines}] {lines}\n[2026-11-01] @{lines}\n",
            "json": json.dumps({"schema": "mentor.export/1", "items": [
                {"slug": slug, "name": "Eve " + POISON, "file": text}
                for slug, text in (("eve", "name = 'Eve'\nrole = 'peer'\n"), (POISON, "x"), ("bad", f"{lines} = {lines}"))]}),
        }
        for kind, text in files.items():
            file = self.home / f"eve{POISON.replace('/', '')[:60]}"
            file.write_text(text)
            for words in ([], ["--json"], ["--only", "eve", "--dry-run"], ["--only", "eve"], ["--only", W]):
                words = ["import", kind, str(file), *words]
                self.assert_harmless(self.on_terminal(words), words)
                _, out, err = self.run_mentor(*words)
                self.assert_harmless(err if "--dry-run" in words else out + err, words)
            self.run_mentor("undo")
            file.write_text(POISON)
            self.assert_harmless(self.on_terminal(["import", kind, str(file)]), kind)

    def test_what_programs_read_is_exact(self):
        name = "Ada " + POISON
        self.assertEqual(self.run_mentor("list", "--format", "{name}")[1].split("\n")[0], name)
        self.assertEqual(json.loads(self.run_mentor("list", "--json")[1])["items"][0]["name"], name)
        self.assertEqual(json.loads(self.run_mentor("list", "--jsonl")[1].split("\n")[0])["name"], name)

    @staticmethod
    def is_asked(person):
        """Whether there comes one more question before the end."""
        wait_until(lambda: person.settle() or person.edits_lines() or not person.running(), "a question, or the end")
        return person.running()

    def test_questions_hints_and_completion_are_harmless(self):
        for words in ASKING:
            self.fill(broken=False)
            person = self.open(*words, columns=120)
            for _ in range(6):
                if not self.is_asked(person):
                    break
                person.send(Key.TAB, Key.TAB, "A", Key.TAB, Key.CTRL_U, "?", Key.ENTER)
                if not self.is_asked(person):
                    break
                person.send("1" if words == ["log"] else "", Key.ENTER)
            if self.is_asked(person):
                person.send(Key.CTRL_C)
            person.wait()
            self.assertIn("\x1b[?2004h", person.written(), f"{words} asks nothing")
            self.assert_harmless(person.written(), words, HARMFUL_AT_PROMPTS)

    def test_arguments_and_variables_that_are_no_text_are_said_harmlessly(self):
        odd = POISON.encode() + b"\xff\xc3\x28\xed\xa0\x80"
        for words in ([odd], ["show", odd], ["log", "ada", "--kind", odd], ["--" .encode() + odd], ["help", odd],
                      ["list", "--sort", odd], ["list", "--format", b"{" + odd + b"}"], ["config", odd],
                      ["due", "--within", odd], ["list", "--color", odd]):
            done = subprocess.run([PROGRAM, *words], env=self.environment, capture_output=True, timeout=PATIENCE)
            self.assertNotEqual(done.returncode, 0, words)
            self.assert_harmless(done.stdout.decode() + done.stderr.decode(), words)
        for name in ("MENTOR_DIR", "MENTOR_CONFIG", "MENTOR_TODAY", "EDITOR", "MENTOR_PAGER", "TMPDIR", "HOME"):
            os.remove(self.home / "config.toml")
            for words in (["list"], ["edit", "ada"], ["config"], ["init"]):
                done = subprocess.run([PROGRAM, *words], env={**self.environment, name: odd}, capture_output=True,
                                      cwd=self.home, timeout=PATIENCE)
                self.assert_harmless(done.stdout.decode() + done.stderr.decode(), (name, words))
            self.fill()


if __name__ == "__main__":
    unittest.main()
