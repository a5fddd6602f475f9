# SPDX-License-Identifier: MIT
"""Other programs judge what is exported: each of them reads it, finds what the journal says, and changes nothing."""

import configparser
import csv
import datetime
import io
import json
import os
import shutil
import subprocess
import unittest

from program import PROGRAM, ProgramTest
from waiting import PATIENCE

# Debian's own, which has Debian's modules, whatever python runs the tests.
PYTHON = "/usr/bin/python3"
LONG = "Straße, Größe; \\ 日本語 🧑‍🤝‍🧑 " * 60  # some 2,000 characters, most of several bytes
ADA = f'''\
format = 1
uid = "7k2m9x4tq8w1c3rd"
name = "Ada Lovelace, 👩‍💻"
role = "mentor"
added = 2026-01-10
next = 2026-12-03T16:30:00
aka = ["Countess; of \\"L\\""]

[contact]
email = "ada@example.org"
phone = "+44 20 7946 0958"
link = "https://example.org/ada?a=1;b,c"

[agreement]
every = "4w"
length = "45m"

[[occasion]]
what = "birthday"
on = "1815-12-10"

[[occasion]]
what = "leap day"
on = "02-29"

[[occasion]]
what = "her month"
on = "12"

[[goal]]
id = "g3kq"
title = "Lead a project"
due = 2026-12-01
why = "p0is0n"
measure = "p0is0n"
reality = "p0is0n"
options = "p0is0n"
way = "p0is0n"
outcome = "p0is0n"
private = true

[[milestone]]
id = "m7dd"
goal = "g3kq"
what = "First draft"
due = 2026-06-01
done = 2026-06-03

[[log]]
id = "smr1"
on = 2026-07-22T15:00:00
kind = "coffee"
note = "{LONG.replace(chr(92), chr(92) * 2)}"
topics = ["fear, and courage", "work"]

[[log]]
id = "w1nt"
on = 2026-11-20T15:00:00
kind = "call"
minutes = 30

[[log]]
id = "skpd"
on = 2026-03-29T02:30:00
kind = "walk"

[[log]]
id = "twc1"
on = 2026-10-25T02:30:00
kind = "walk"

[[log]]
id = "s3cr"
on = 2026-11-21
kind = "walk"
note = "p0is0n"
private = true

[[log]]
id = "shrd"
on = 2026-10-01
kind = "meal"
note = """
=The three of us,
"together"
"""

[[commitment]]
id = "c7k2"
owner = "me"
what = "Send the draft"
made = 2026-10-22
due = 2026-11-27

[[commitment]]
owner = "me"
what = "Without an id"
done = 2026-11-01

[[commitment]]
id = "pr1v"
owner = "me"
what = "p0is0n"
due = 2026-11-27
log = "s3cr"
'''.replace("\n", "\r\n").replace("=The three of us,\r\n", "=The three of us,\n")
GRACE = '''\
# a comment that stays
name = "Grace Hopper"
role = "peer"
stage = "alumni"
mine = [2026-01-01]

[[log]]
id = "shrd"
on = 2026-10-01
kind = "meal"
note = """
=The three of us,
"together"
"""
'''

# Every text that a page shows, with words in them that mean something elsewhere.
HOSTILE = '''name = "Eve %"
role = "mentor"
through = "%"
learn = ["%"]
contact.link = "javascript:alert(1)"
ending = { on = 2026-11-01, thanked = true }
goal = [
  { id = "g1", title = "%", why = "%", measure = "%", set = 2026-01-01 },
  { id = "g2", title = "%", follows = "g1", done = 2026-02-01, outcome = "%" },
]
milestone = [{ id = "m1", goal = "g1", what = "%", done = 2026-03-01 }, { id = "m2", goal = "g1", what = "%" }]
advice = [{ id = "a1", what = "%", on = 2026-10-01, tried = 2026-10-02, outcome = "%", thanked = 2026-10-03 }]
commitment = [{ id = "c1", owner = "them", what = "%", made = 2026-10-01, done = 2026-10-02, outcome = "%" }]
log = [
  { id = "l1", on = 2026-10-01, kind = "coffee", minutes = 30, wins = ["%"], goals = ["g1"] },
  { id = "l2", on = 2026-10-02, kind = "thanks", note = "%" },
]
'''


def judged(script, text):
    """What a script in Debian's Python prints of the text, which is on its standard input."""
    done = subprocess.run([PYTHON, "-c", script], input=text.encode(), capture_output=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def needs(*modules):
    done = subprocess.run([PYTHON, "-c", "import " + ", ".join(modules)], capture_output=True)
    return unittest.skipIf(done.returncode, f"{', '.join(modules)} isn't here")


def needs_program(name):
    return unittest.skipUnless(shutil.which(name), f"{name} isn't here")


READ_CALENDAR = """
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
def words(value):
    value = getattr(value, "dt", value)
    if hasattr(value, "cats"): return [str(each) for each in value.cats]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
print(json.dumps([dict(kind=item.name, errors=[str(e) for e in item.errors], rule=";".join(sorted(item["RRULE"].to_ical().decode().split(";"))) if "RRULE" in item else None,
                       **{key.lower(): words(value) for key, value in item.items() if key != "RRULE"})
                  for item in calendar.walk() if item.name != "VCALENDAR"]))
"""
READ_CARDS = """
import json, sys, vobject
print(json.dumps([{key: [each.value if isinstance(each.value, (str, list)) else str(each.value) for each in values]
                   for key, values in card.contents.items()} for card in vobject.readComponents(sys.stdin.buffer.read().decode())]))
"""


class Export(ProgramTest):
    def setUp(self):
        super().setUp()
        self.environment["TZ"] = "Europe/Berlin"
        self.write("ada.toml", ADA)
        self.write("grace.toml", GRACE)

    def calendar(self, *words):
        return {item["uid"]: item for item in judged(READ_CALENDAR, self.mentor("export", "ics", *words))}

    def raw(self, *words):
        return subprocess.run([PROGRAM, "export", *words], env=self.environment, capture_output=True, check=True,
                              timeout=PATIENCE).stdout

    # --- calendars

    @needs("icalendar")
    def test_icalendar_finds_what_the_journal_says(self):
        items = self.calendar()
        mine = "-7k2m9x4tq8w1c3rd@mentor"
        self.assertTrue(all(item["errors"] == [] for item in items.values()))
        talk = items["smr1" + mine]
        self.assertEqual(talk["summary"], "Coffee with Ada Lovelace, 👩‍💻")
        self.assertEqual(talk["description"], LONG.strip())
        # Debian's icalendar parts them at every comma.
        self.assertEqual(",".join(talk["categories"]), "fear, and courage,work")
        self.assertIn(b"\r\nCATEGORIES:fear\\, and courage,work\r\n", self.raw("ics"))
        # In summer Berlin is two hours ahead, in winter one.
        self.assertEqual((talk["dtstart"], talk["dtend"]), ("2026-07-22T13:00:00+00:00", "2026-07-22T13:45:00+00:00"))
        self.assertEqual(items["w1nt" + mine]["dtend"], "2026-11-20T14:30:00+00:00")
        # An hour that the clock skips or has twice is one of its readings.
        self.assertIn(items["skpd" + mine]["dtstart"], ("2026-03-29T00:30:00+00:00", "2026-03-29T01:30:00+00:00"))
        self.assertIn(items["twc1" + mine]["dtstart"], ("2026-10-25T00:30:00+00:00", "2026-10-25T01:30:00+00:00"))
        self.assertEqual(items["check-in" + mine]["dtstart"], "2026-12-03T15:30:00+00:00")
        days = {item["summary"]: (item["dtstart"], item["rule"]) for item in items.values() if item["rule"]}
        self.assertEqual(days, {
            "Ada Lovelace, 👩‍💻's birthday (born 1815)": ("1815-12-10", "FREQ=YEARLY"),
            "Ada Lovelace, 👩‍💻: leap day": ("2000-02-29", "BYMONTH=2;BYMONTHDAY=-1;FREQ=YEARLY"),
            "Ada Lovelace, 👩‍💻: her month, some day in December": ("2000-12-01", "FREQ=YEARLY")})
        todos = {item["summary"].partition(" (")[0]: (item.get("due"), item["status"], item.get("completed"))
                 for item in items.values() if item["kind"] == "VTODO"}
        self.assertEqual(todos, {
            "Send the draft": ("2026-11-27", "NEEDS-ACTION", None), "Goal: Lead a project": ("2026-12-01", "NEEDS-ACTION", None),
            "First draft": ("2026-06-01", "COMPLETED", "2026-06-03T12:00:00+00:00"),
            "Without an id": (None, "COMPLETED", "2026-11-01T12:00:00+00:00")})

    def test_an_end_past_the_last_year_is_left_out(self):
        self.write("last.toml", 'uid = "1111222233334444"\nname = "Last"\nrole = "peer"\nstage = "paused"\n[[log]]\nid = "l4st"\n'
                                'on = 9999-12-31T23:50:00\nkind = "call"\nminutes = 90\n')
        text = self.raw("ics", "last").decode()
        self.assertIn("DTSTART:99991231T225000Z\r\n", text)
        self.assertNotIn("DTEND", text)

    @needs("icalendar")
    def test_an_entry_of_several_is_one_event_whoever_is_asked_for(self):
        shared = [uid for uid in self.calendar() if uid.startswith("shrd")]
        self.assertEqual(len(shared), 1)
        for who in ("ada", "grace"):
            self.assertEqual([uid for uid in self.calendar(who) if uid.startswith("shrd")], shared)
        self.mentor("rename", "ada", "Augusta King")
        self.assertEqual(sorted(self.calendar()), sorted(self.calendar("augusta", "grace")))
        self.assertIn("smr1-7k2m9x4tq8w1c3rd@mentor", self.calendar())

    def test_the_same_journal_gives_the_same_bytes(self):
        for words in (["ics"], ["ics", "--todos", "events"], ["vcf"], ["csv"], ["json"], ["md"]):
            first = self.raw(*words)
            for file in self.journal.iterdir():
                os.utime(file, (1, 1))
            self.assertEqual(self.raw(*words), first)
        copied = self.home / "copied"
        shutil.copytree(self.journal, copied)
        first = self.raw("ics")
        self.environment["MENTOR_DIR"] = str(copied)
        self.assertEqual(self.raw("ics"), first)

    def test_lines_are_folded_within_their_75_octets_and_within_no_character(self):
        for words in (["ics"], ["vcf"]):
            text = self.raw(*words)
            self.assertTrue(text.endswith(b"\r\n"))
            lines = text[:-2].split(b"\r\n")
            self.assertLessEqual(max(map(len, lines)), 75)
            for line in lines:
                line.decode()
                self.assertNotRegex(line, b"[\r\n]")

    def test_nothing_private_is_in_any_export_but_where_it_is_asked_for(self):
        for words in (["ics"], ["ics", "--todos", "events"], ["vcf"], ["csv"], ["csv", "--table", "commitment"], ["csv", "--table", "people"],
                      ["csv", "--table", "goal"], ["html"], ["html", "--all"], ["md"], ["json", "--public"]):
            self.assertNotIn(b"p0is0n", self.raw(*words), words)
            self.assertNotIn(b"s3cr", self.raw(*words), words)
        for words in (["ics", "--private"], ["csv", "--private"], ["md", "--private"], ["json"]):
            self.assertIn(b"p0is0n", self.raw(*words), words)

    def folder(self, *words):
        """A vdir with all of it."""
        folder = self.home / "calendars" / "mentor"
        self.mentor("export", "ics", "--vdir", str(folder), *words)
        return folder

    @staticmethod
    def content(folder):
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir() if path.is_file()}

    def test_a_folder_changes_with_the_journal_alone(self):
        folder = self.folder()
        (folder / "mine.ics").write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:mine\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        (folder / ".hidden.ics").write_text("UID:c7k2-7k2m9x4tq8w1c3rd@mentor\r\n")
        (folder / "sub.ics").mkdir()
        before = self.content(folder)
        self.folder()
        self.assertEqual(self.content(folder), before)
        # Another program may have given a file another name.
        (folder / "c7k2-7k2m9x4tq8w1c3rd.ics").rename(folder / "0815.ics")
        self.mentor("done", "ada", "c7k2")
        self.folder("ada")
        after = self.content(folder)
        self.assertEqual({name for name in after if after[name] != before.get(name)}, {"0815.ics"})
        self.assertIn(b"STATUS:COMPLETED", after["0815.ics"][0])
        self.mentor("amend", "ada", "w1nt", "--remove")
        self.folder()
        self.assertEqual(after.keys() - self.content(folder).keys(), {"w1nt-7k2m9x4tq8w1c3rd.ics"})
        self.assertIn(b"UID:mine", (folder / "mine.ics").read_bytes())
        self.assertFalse([name for name in os.listdir(folder) if name.endswith(".tmp")])

    def test_what_belongs_to_others_stays_in_a_folder(self):
        folder = self.folder()
        ours = "c7k2-7k2m9x4tq8w1c3rd.ics"
        todo = (folder / ours).read_bytes()
        gone = todo.replace(b"UID:c7k2", b"UID:g0ne")
        second = b"BEGIN:VEVENT\r\nUID:mine\r\nEND:VEVENT\r\n"
        foreign = {
            "two.ics": gone.replace(b"END:VCALENDAR", second + b"END:VCALENDAR"),
            "no-uid-of-its-own.ics": gone.replace(b"END:VCALENDAR", second.replace(b"UID:mine\r\n", b"") + b"END:VCALENDAR"),
            "made-elsewhere.ics": gone.replace(b"-//mentor//mentor//EN", b"-//else//EN"),
            "twice.ics": gone + gone,
            "no-dash.ics": gone.replace(b"g0ne-", b"g0ne"),
            "in-words.ics": b"BEGIN:VCALENDAR\r\nPRODID:-//else//EN\r\nDESCRIPTION:a\r\nUID:g0ne-7k2m9x4tq8w1c3rd@mentor\r\nEND:VCALENDAR\r\n",
            "open.ics": gone.replace(b"END:VCALENDAR\r\n", b""),
        }
        for name, text in foreign.items():
            (folder / name).write_bytes(text)
        (folder / "dangling.ics").symlink_to("nowhere")
        os.mkfifo(folder / "fifo.ics")
        (folder / "unfolded.ics").write_bytes(gone.replace(b"7k2m9x4t", b"7k2m\r\n 9x4t", 1))
        self.folder()
        for name, text in foreign.items():
            self.assertEqual((folder / name).read_bytes(), text, name)
        self.assertTrue((folder / "dangling.ics").is_symlink())
        self.assertTrue((folder / "fifo.ics").is_fifo())
        # That one is mentor's: folded by another hand.
        self.assertFalse((folder / "unfolded.ics").exists())
        # What is foreign isn't replaced either, though it has a name that mentor wants.
        (folder / ours).write_bytes(foreign["two.ics"].replace(b"g0ne", b"c7k2"))
        code, _, err = self.run_mentor("export", "ics", "--vdir", str(folder))
        self.assertEqual(code, 2)
        self.assertIn("mentor didn't write it", err)

    def test_a_folder_keeps_what_another_journal_or_none_put_there(self):
        folder = self.folder()
        before = self.content(folder)
        cards = self.home / "cards"
        self.mentor("export", "vcf", "--vdir", str(cards))
        for journal in ("empty", "other"):
            other = self.home / journal
            other.mkdir()
            if journal == "other":
                (other / "zoe.toml").write_text('uid = "1111222233334444"\nname = "Zoe"\nrole = "peer"\nstage = "paused"\n')
            self.environment["MENTOR_DIR"] = str(other)
            _, _, err = self.run_mentor("export", "ics", "--vdir", str(folder))
            self.assertIn("people whom this journal doesn't know", err)
            self.assertIn("c7k2-7k2m9x4tq8w1c3rd.ics", err)
            self.assertEqual(self.content(folder), before)
            self.mentor("export", "vcf", "--vdir", str(cards))
            self.assertIn("7k2m9x4tq8w1c3rd.vcf", os.listdir(cards))

    def test_an_entry_that_is_private_with_one_is_an_event_of_the_others(self):
        def person(uid, name, more=""):
            return (f'uid = "{uid}"\nname = "{name}"\nrole = "peer"\nstage = "paused"\n[[log]]\nid = "pr1v"\n'
                    f'on = 2026-10-02\nkind = "coffee"\n{more}')
        for aa, bb in (("private = true\n", ""), ("", "private = true\n")):
            self.write("aa.toml", person("1111222233334444", "Aa Hidden" if aa else "Aa Open", aa))
            self.write("bb.toml", person("2222333344445555", "Bb Hidden" if bb else "Bb Open", bb))
            text = self.raw("ics").decode()
            self.assertRegex(text, r"SUMMARY:Coffee with .. Open\r\n")
            self.assertNotIn("Hidden", "".join(line for line in text.splitlines() if "Coffee" in line))
            self.assertEqual(text.count("UID:pr1v-"), 1)
            self.assertEqual(self.raw("ics", "--private").decode().count("SUMMARY:Coffee with "), 3)

    def test_a_file_of_a_newer_format_is_named_and_the_others_are_exported(self):
        text = GRACE.replace("# a comment", "format = 99\n# a comment")
        self.write("grace.toml", text)
        for format_name in ("ics", "vcf"):
            code, out, err = self.run_mentor("export", format_name)
            self.assertEqual(code, 3)
            self.assertIn("7k2m9x4tq8w1c3rd@mentor", out)
            self.assertIn("grace.toml: error: this file has format 99 and no uid", err)
        self.assertEqual(self.read("grace.toml"), text)

    def configured(self, folder):
        """Configurations for khal and todoman, and the environment in which they look at the folder."""
        (self.home / "khal").write_text(
            f"[calendars]\n[[mentor]]\npath = {folder}\n[locale]\nlocal_timezone = Europe/Berlin\n"
            "default_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\nprint_new = False\n"
            f"[sqlite]\npath = {self.home}/khal.db\n")
        (self.home / "todoman.py").write_text(
            f'path = "{folder}"\ndate_format = "%Y-%m-%d"\ncache_path = "{self.home}/todoman.db"\n')
        return {**self.environment, "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(self.home), "XDG_DATA_HOME": str(self.home)}

    def run_other(self, *words, environment):
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=PATIENCE, cwd=self.home)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    @needs_program("khal")
    def test_khal_shows_the_days(self):
        environment = self.configured(self.folder())

        def on(day):
            return self.run_other("khal", "-c", str(self.home / "khal"), "list", "--format", "{start-time} {title}",
                                  "--day-format", "", day, "1d", environment=environment).strip().splitlines()
        self.assertEqual([line.strip() for line in on("2026-12-03")], ["16:30 Meeting with Ada Lovelace, 👩‍💻"])
        self.assertEqual([line.strip() for line in on("2026-07-22")], ["15:00 Coffee with Ada Lovelace, 👩‍💻"])
        self.assertIn("leap day", " ".join(on("2027-02-28")))
        self.assertEqual(on("2027-03-01"), [])
        self.assertIn("leap day", " ".join(on("2028-02-29")))
        self.assertNotIn("leap day", " ".join(on("2028-02-28")))
        self.assertIn("birthday (born 1815)", " ".join(on("2026-12-10")))

    @needs_program("todoman")
    def test_todoman_lists_what_is_open_and_what_was_done(self):
        environment = self.configured(self.folder().parent / "*")
        words = ["todoman", "--config", str(self.home / "todoman.py"), "--porcelain", "list"]
        open_ones = {todo["summary"] for todo in json.loads(self.run_other(*words, environment=environment))}
        self.assertEqual({summary.partition(" (")[0] for summary in open_ones}, {"Send the draft", "Goal: Lead a project"})
        every = json.loads(self.run_other(*words, "--status", "ANY", environment=environment))
        due = {todo["summary"].partition(" (")[0]: todo["due"] and datetime.date.fromtimestamp(todo["due"]).isoformat()
               for todo in every}
        self.assertEqual(len(due), 4)
        self.assertIn(due["Send the draft"], ("2026-11-26", "2026-11-27"))  # of this machine's zone

    @needs_program("vdirsyncer")
    def test_vdirsyncer_carries_it_there_and_back_and_nothing_changes(self):
        folder, other = self.folder(), self.home / "other"
        self.mentor("export", "vcf", "--vdir", str(self.home / "cards"))
        other.mkdir()
        (self.home / "other-cards").mkdir()
        config = configparser.ConfigParser()
        config.optionxform = str

        def storage(path, ending):
            return {"type": '"filesystem"', "path": json.dumps(str(path)), "fileext": json.dumps(ending)}
        config["general"] = {"status_path": json.dumps(str(self.home / "status"))}
        for name, a, b, ending in (("days", folder, other, ".ics"), ("people", self.home / "cards", self.home / "other-cards", ".vcf")):
            config[f"pair {name}"] = {"a": f'"{name}_a"', "b": f'"{name}_b"', "collections": "null"}
            config[f"storage {name}_a"] = storage(a, ending)
            config[f"storage {name}_b"] = storage(b, ending)
        with open(self.home / "vdirsyncer", "w") as file:
            config.write(file)

        def sync():
            for what in ("discover", "sync"):
                self.run_other("vdirsyncer", "-c", str(self.home / "vdirsyncer"), what, environment=self.environment)
        before = self.content(folder)
        sync()
        self.assertEqual(self.content(folder), before)
        self.assertEqual(sorted(path.read_bytes() for path in other.iterdir()), sorted(text for text, _ in before.values()))
        self.assertEqual(len(list((self.home / "other-cards").iterdir())), 2)
        self.folder()
        self.assertEqual(self.content(folder), before)
        # And what another program gave other names to stays one item each.
        copied = self.content(other)
        self.mentor("export", "ics", "--vdir", str(other))
        self.assertEqual(self.content(other), copied)
        self.mentor("done", "ada", "c7k2")
        self.folder()
        sync()
        self.assertEqual(sorted(path.read_bytes() for path in other.iterdir()),
                         sorted(path.read_bytes() for path in folder.iterdir()))

    # --- cards, rows, all of it

    @needs("vobject")
    def test_vobject_reads_the_cards(self):
        ada, grace = judged(READ_CARDS, self.mentor("export", "vcf"))
        self.assertEqual(ada["fn"], ["Ada Lovelace, 👩‍💻"])
        self.assertEqual(ada["uid"], ["7k2m9x4tq8w1c3rd@mentor"])
        self.assertEqual(ada["email"], ["ada@example.org"])
        self.assertEqual(ada["tel"], ["+44 20 7946 0958"])
        self.assertEqual(ada["url"], ["https://example.org/ada?a=1;b%2Cc"])
        self.assertEqual(ada["bday"], ["1815-12-10"])
        self.assertEqual(ada["nickname"], ['Countess; of "L"'])
        self.assertEqual(grace["fn"], ["Grace Hopper"])
        self.assertEqual(" ".join(grace["n"][0].split()), "Grace Hopper")

    # --- pages

    @needs_program("tidy")
    def test_tidy_finds_nothing_in_a_page(self):
        hostile = r"</title><script>alert(1)</script> ' & é"
        self.write("eve.toml", HOSTILE.replace("%", hostile + r" \\ \" \u202e"))
        for words in ([], ["eve", "--all"], ["ada"], ["--year"]):
            page = self.raw("html", *words)
            done = subprocess.run(["tidy", "-quiet", "-errors", "-utf8", "--show-info", "yes"], input=page,
                                  capture_output=True, timeout=PATIENCE)
            self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), words)
            self.assertNotIn(b"<script", page)
            self.assertNotIn(b'href="javascript', page)

    def test_csv_reads_the_rows_strictly(self):
        text = self.raw("csv").decode()
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual(len(rows), 6)
        self.assertTrue(all(None not in row and None not in row.values() for row in rows))
        talk = next(row for row in rows if row["id"] == "smr1")
        self.assertEqual(talk["note"], LONG)
        self.assertEqual(talk["name"], "Ada Lovelace, 👩‍💻")
        self.assertEqual(talk["topics"], "fear, and courage; work")
        self.assertEqual(next(row for row in rows if row["id"] == "shrd")["note"], "'=The three of us,\n\"together\"\n")
        for table in ("people", "occasion", "goal", "milestone", "advice", "commitment", "question", "gift"):
            list(csv.reader(io.StringIO(self.raw("csv", "--table", table).decode(), newline=""), strict=True))

    def test_json_is_the_journal_to_the_byte(self):
        restored = self.home / "restored"
        restored.mkdir()
        for item in json.loads(self.mentor("export", "json"))["items"]:
            (restored / f"{item['slug']}.toml").write_bytes(item["file"].encode())
        self.assertEqual({path.name: path.read_bytes() for path in restored.iterdir()},
                         {path.name: path.read_bytes() for path in self.journal.iterdir()})

    # --- where it goes

    def test_a_file_is_private_and_whole_and_named_from_here(self):
        self.mentor("export", "json", "-o", "all.json", cwd=self.home)
        file = self.home / "all.json"
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        self.assertEqual(file.read_bytes(), self.raw("json"))
        code, _, err = self.run_mentor("export", "csv", "-o", "all.json", cwd=self.home)
        self.assertEqual((code, err.splitlines()[0]), (2, "mentor: all.json is there already"))
        self.assertEqual(file.read_bytes(), self.raw("json"))
        self.mentor("export", "csv", "--output=all.json", "--force", cwd=self.home)
        self.assertEqual(file.read_bytes(), self.raw("csv"))
        link = self.home / "link.csv"
        link.symlink_to("nowhere.csv")
        self.assertEqual(self.run_mentor("export", "csv", "-o", str(link))[0], 5)
        self.assertFalse((self.home / "nowhere.csv").exists())

    def test_no_export_takes_the_place_of_a_file_of_mentors_own(self):
        config = self.home / "config.toml"
        config.write_text("")
        self.environment["MENTOR_CONFIG"] = str(config)
        (self.home / "link").symlink_to(self.journal / "ada.toml")
        (self.home / "journal-link").symlink_to(self.journal)
        for file in (self.journal / "ada.toml", self.home / "link", self.home / "journal-link" / "x.toml",
                     self.journal / "x.toml", config):
            for words in (["md"], ["ics"], ["csv", "--dry-run"]):
                code, _, err = self.run_mentor("export", *words, "-o", str(file), "--force")
                self.assertEqual(code, 2, (file, words))
                self.assertIn("a file of mentor's own", err)
        self.assertEqual(self.read("ada.toml"), ADA)
        self.assertFalse((self.journal / "x.toml").exists())
        self.mentor("export", "md", "-o", str(self.journal / "ada.md"))

    def test_an_export_that_fails_has_written_no_uid(self):
        file = self.home / "file"
        file.write_text("")
        for words in (["-o", str(self.home / "nowhere" / "x.ics")], ["--vdir", str(file)], ["-o", str(self.home)],
                      ["-o", str(file)], ["-o", ""], ["--vdir", ""]):
            code, _, err = self.run_mentor("export", "ics", *words)
            self.assertNotEqual(code, 0, words)
            self.assertNotIn("Wrote", err)
            self.assertEqual(self.read("grace.toml"), GRACE)

    def test_a_journal_that_is_only_read_says_why_an_export_would_write(self):
        user = self.as_nobody()
        self.journal.chmod(0o500)
        code, _, err = self.run_mentor("export", "ics", **user)
        self.journal.chmod(0o700)
        self.assertEqual(code, 5, err)
        self.assertIn("writes a uid into each file", " ".join(err.split()))
        self.assertIn("csv, md or json", " ".join(err.split()))

    def test_the_first_export_alone_writes_a_uid_and_undo_takes_it_back(self):
        before = self.read("grace.toml")
        for words in (["csv"], ["md"], ["json"], ["ics", "ada", "--dry-run"]):
            self.mentor("export", *words)
            self.assertEqual(self.read("grace.toml"), before)
        self.mentor("export", "ics")
        after = self.read("grace.toml")
        self.assertRegex(after, r'mine = \[2026-01-01\]\nuid = "[0-9a-hjkmnp-tv-z]{16}"\n')
        self.mentor("export", "vcf")
        self.assertEqual(self.read("grace.toml"), after)
        self.assertEqual(self.read("ada.toml"), ADA)
        self.mentor("undo")
        self.assertEqual(self.read("grace.toml"), before)


if __name__ == "__main__":
    unittest.main()
