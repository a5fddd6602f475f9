# SPDX-License-Identifier: MIT
"""Every text of every kind of item is poisoned where it is private; no output that leaves holds the poison."""

import json
import re
import shutil
import subprocess
import unittest

from program import ProgramTest, commands

POISON = "p0is0n"
POINTERS = {"id", "goal", "goals", "follows", "log", "mark", "recap", "kind"}
SHOWN = {("goal", "title")}  # of a private goal as well
OPEN_DAYS = {"due": "2026-11-24", "by": "2026-11-24", "on": "2026-11-10", "made": "2026-11-10", "added": "2026-11-10",
             "set": "2026-01-12"}
PAST_DAYS = {"done": "2026-11-18", "asked": "2026-11-18", "given": "2026-11-18", "tried": "2026-11-18"}
DAYS = ("2026-11-20", "2026-11-24", "2026-12-20", "2027-06-01")
SECRET_ENTRY, SECRET_GOAL, NOWHERE = "sec1", "sec2", "gone"


class PrivacyOfWords(ProgramTest):
    def setUp(self):
        super().setUp()
        self.ids = 0
        self.tables = {name: of["items"]["properties"]
                       for name, of in json.loads(self.mentor("help", "--schema"))["properties"].items()
                       if of.get("type") == "array" and "properties" in of["items"] and name != "occasion"}

    def id(self):
        self.ids += 1
        return f"z{self.ids:03}"

    def item(self, table, tells, keys, has_id=True, is_past=False):
        """One of a kind with a text in all that can hold one, which tells what it is."""
        known = self.tables[table]
        values = {"id": self.id()} if has_id else {}
        days = OPEN_DAYS | (PAST_DAYS if is_past else {})
        for key, of in known.items():
            is_text = of.get("type") == "string" and of.get("pattern", "\\S") == "\\S"
            if key in days and "pattern" in of:
                values[key] = days[key]
            elif key in POINTERS or (table, key) in SHOWN:
                pass
            elif is_text:
                values[key] = f'"{tells} {table} {key}"'
            elif of.get("type") == "array" and key != "moved":
                values[key] = f'["{tells} {table} {key}"]'
        if "id" in values:
            values["id"] = f'"{values["id"]}"'
        values |= keys
        if table == "goal":
            values.setdefault("title", '"A talk"')
        return f"\n[[{table}]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items())

    def ways(self, table):
        """The keys that make an item of this kind private."""
        known = self.tables[table]
        ways = [{"private": "true"}] if "private" in known else []
        if "log" in known:
            ways += [{"log": f'"{SECRET_ENTRY}"'}, {"log": f'"{NOWHERE}"'}]
        if table == "milestone":
            ways += [{"goal": f'"{SECRET_GOAL}"'}, {"goal": f'"{NOWHERE}"'}]
        self.assertTrue(ways, f"a [[{table}]] can't be private")
        return ways

    def private_items(self, tells=POISON):
        text = self.item("log", tells, {"id": f'"{SECRET_ENTRY}"', "kind": '"coffee"', "private": "true"})
        text += self.item("goal", tells, {"id": f'"{SECRET_GOAL}"', "private": "true"})
        for table in self.tables:
            for way in self.ways(table):
                for has_id in (True, False):
                    for is_past in (False, True):
                        keys = dict(way)
                        if table == "log":
                            keys["kind"] = '"coffee"' if is_past else '"note"'
                        text += self.item(table, tells, keys, has_id, is_past)
        return text

    HEAD = 'name = "Ada"\nrole = "mentor"\nstarted = 2026-01-12\nuid = "7k2m9x4tq8w1c3rd"\n'\
        '\n[[log]]\non = 2026-11-01\nkind = "call"\nnote = "For all to read."\n'

    def check(self, *words, **more):
        _, out, err = self.run_mentor(*words, **more)
        self.assertNotIn(POISON, out + err, words)
        return out

    def check_exports(self, **more):
        for words in (["csv"], ["html"], ["html", "--all"], ["ics"], ["ics", "--todos", "events"], ["md"], ["vcf"],
                      ["json", "--public"]):
            self.assertIn("Ada", self.check("export", *words, **more), words)
        for table in self.tables:
            self.check("export", "csv", "--table", table, **more)

    def check_pages(self, **more):
        """What others may be shown: a command that only reads, in Markdown."""
        words = {"search": ["--regex", "."], "due": ["--within", "1y"], "review": ["--year"]}
        words |= {name: ["ada"] for name in ("history", "show", "prep", "health", "ask")}
        others = {"completion", "help", "guide", "walk", "draft"}
        read = {name for name in commands("reads") if not name.startswith("export")} - others
        for name in read | {"todo", "ask", "advice", "give"}:
            typed = [*name.split(), *words.get(name, []), "--format", "md"]
            self.mentor(*typed, **more)
            self.check(*typed, **more)
            self.check(*typed, "--all", **more)
        _, _, kinds = self.run_mentor("draft", "ada", "--kind", "?")
        kinds = re.split(r",\s+", re.search(r"(?s)it is one of: (.*)", kinds)[1].strip())
        self.assertIn("recap", kinds)
        for kind in kinds:
            self.check("draft", "ada", "--kind", kind, *(["--to", "bob"] if kind == "intro" else []), **more)

    def check_notices(self, today):
        program = self.home / "notify-send"
        program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >> "$HOME/notice"\n')
        program.chmod(0o700)
        (self.home / "notice").touch()
        environment = {"MENTOR_TODAY": today, "EMAIL": "me@example.org", "PATH": f"{self.home}:/usr/bin:/bin"}
        self.check("remind", "--notify", environment=environment)
        self.assertNotIn(POISON, (self.home / "notice").read_text())
        mail = self.check("remind", "--format", "mail", environment=environment)
        self.assertIsNone(re.search(r"(?m)^ *(:|, or else)", mail), mail)
        return mail

    def test_no_text_of_what_is_private_leaves(self):
        self.write("ada.toml", self.HEAD + self.private_items())
        self.person("bob", "Bob")
        self.assertEqual(len(self.tables), 7)
        shown = self.mentor("show", "ada", "--json")
        for table, known in self.tables.items():
            self.assertIn(f"{POISON} {table}", shown)
        for today in DAYS:
            more = {"environment": {"MENTOR_TODAY": today}}
            self.check_exports(**more)
            self.check_pages(**more)
            self.check_notices(today)
        self.assertIn("something private", self.check_notices("2026-11-24"))

    def test_what_is_private_is_marked_as_such_where_it_is_asked_for(self):
        self.write("ada.toml", self.HEAD + self.private_items())
        calendar = self.mentor("export", "ics", "--private").replace("\r\n ", "")
        for item in re.findall(r"(?s)BEGIN:(?:VTODO|VEVENT)\r\n.*?END:", calendar):
            self.assertEqual(POISON in item, "CLASS:PRIVATE" in item, item)
        found = json.loads(self.mentor("search", POISON, "--json"))["items"]
        self.assertEqual([each for each in found if not each["private"]], [])

    def test_no_list_of_changes_says_what_became_private_or_was(self):
        secret = self.private_items()
        # The same items when nothing was private yet.
        public = secret.replace("private = true\n", "")
        for key, place in (("log", SECRET_ENTRY), ("goal", SECRET_GOAL)):
            public = public.replace(f'{key} = "{NOWHERE}"', f'{key} = "{place}"')
        editor = self.home / "editor"
        editor.write_text('#!/bin/sh\ncat "$HOME/next" > "$1"\n')
        editor.chmod(0o700)
        self.write("ada.toml", self.HEAD)
        for state in (public, secret, ""):
            (self.home / "next").write_text(self.HEAD + state)
            self.mentor("edit", "ada", environment={"EDITOR": str(editor)})
        for _ in range(3):
            self.check("undo", "--list")
            self.check("undo", "--list", "--json")
            self.mentor("undo")

    def test_no_message_of_a_sync_says_it(self):
        if not shutil.which("git"):
            self.skipTest("git isn't here")
        self.mentor("init", "--git")
        git = ["git", "-C", self.journal, "-c", "user.name=Me", "-c", "user.email=me@example.org"]
        self.write("ada.toml", self.HEAD + self.private_items())
        remote = self.home / "remote.git"
        subprocess.run(["git", "init", "-q", "--bare", remote], check=True, env=self.environment)
        for key, value in (("user.name", "Me"), ("user.email", "me@example.org")):
            subprocess.run([*git, "config", key, value], check=True, env=self.environment)
        subprocess.run([*git, "remote", "add", "origin", remote], check=True, env=self.environment)
        self.check("sync")
        self.write("ada.toml", self.HEAD)
        self.check("sync")
        told = subprocess.run([*git, "log", "--format=%B"], check=True, env=self.environment, capture_output=True,
                              text=True).stdout
        self.assertIn("Ada", told)
        self.assertNotIn(POISON, told)


if __name__ == "__main__":
    unittest.main()
