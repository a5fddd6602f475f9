# SPDX-License-Identifier: MIT
"""Other programs judge what is exported: each of them reads it and finds what the journal says."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import unittest

from exporting import ADA, GRACE, HOSTILE, LONG, ExportTest, judged, needs, needs_program
from waiting import PATIENCE

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


class Export(ExportTest):
    def calendar(self, *words):
        return {item["uid"]: item for item in judged(READ_CALENDAR, self.mentor("export", "ics", *words))}

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

    def test_what_is_left_out_still_counts_for_the_rhythm_and_the_next_check_in(self):
        days = ["2026-09-01", "2026-09-28", "2026-10-24", "2026-11-20"]
        for path in self.journal.glob("*.toml"):
            path.unlink()
        for private in [[], *([day] for day in days), days[2:], days]:
            self.write("ada.toml", 'name = "Ada"\nrole = "mentor"\nagreement.every = "4w"\n' + "".join(
                f'[[log]]\nid = "s3cr{i}"\non = {day}\nkind = "{"walk" if day in private else "coffee"}"\n'
                f'private = {str(day in private).lower()}\n' for i, day in enumerate(days)))
            page = re.sub(r"<[^>]*>", "", self.mentor("export", "html"))
            self.assertIn("3 of 3 in time, every 4 weeks", page, private)
            self.assertNotIn("walk", page)
            self.assertIn("<span class=\"value\">%d</span>" % (len(days) - len(private)), self.mentor("export", "html"))
            document, shown = self.mentor("export", "md"), self.mentor("show", "ada", "--format", "md")
            self.assertIn("check-in:** Fri 18 Dec 2026", document)
            self.assertTrue(document.startswith(shown.split("\n\n## ")[0]), private)
            self.assertEqual(document.count("\n## "), len(days) - len(private))
            self.assertEqual(len(list(csv.reader(io.StringIO(self.mentor("export", "csv"))))), 1 + len(days) - len(private))

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

    def test_two_files_with_one_uid_are_exported_to_nothing_that_goes_by_it(self):
        """A file that somebody copied by hand. What goes by no uid has both."""
        self.write("ada-copy.toml", ADA.replace("Ada Lovelace", "Ada Byron"))
        before = {path: path.read_bytes() for path in self.home.rglob("*") if path.is_file()}
        for format_name in ("ics", "vcf"):
            for words in ([], ["grace"], ["-o", str(self.home / "all")], ["--vdir", str(self.home / "folder")]):
                code, out, err = self.run_mentor("export", format_name, *words)
                self.assertEqual((code, out), (3, ""), words)
                self.assertIn("ada.toml and ada-copy.toml have the same uid", err)
                self.assertIn("mentor check --fix", err)
        self.assertEqual({path: path.read_bytes() for path in self.home.rglob("*") if path.is_file()}, before)
        for format_name in ("csv", "md", "json", "html"):
            text = self.mentor("export", format_name)
            self.assertIn("Ada Byron", text)
            self.assertIn("Ada Lovelace", text)
        # The copy gets the other one: ada.toml is called as its person is.
        code, out, _ = self.run_mentor("check", "--fix", "--yes")
        self.assertEqual(self.read("ada.toml"), ADA)
        self.assertNotIn("7k2m9x4tq8w1c3rd", self.read("ada-copy.toml"))
        self.mentor("export", "ics")

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

    def test_a_page_gives_no_full_name_of_somebody_who_is_not_on_it(self):
        self.write("kim.toml", 'name = "Kim"\nrole = "peer"\nthrough = "Ada"\n')
        alone = self.raw("html", "kim").decode()
        self.assertRegex(alone, r"<li><span class=\"quiet\">Ada</span>\s*<ul>\s*<li><span class=\"name\">Kim")
        self.assertNotIn("Lovelace", alone)
        both = self.raw("html", "kim", "ada").decode()
        self.assertRegex(both, r"<li><span class=\"name\">Ada Lovelace[^<]*</span>\s*<ul>\s*<li><span class=\"name\">Kim")

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

    def test_an_export_into_a_folder_that_is_only_read_has_written_no_uid(self):
        closed = self.home / "closed"
        closed.mkdir()
        (closed / "x.ics").write_text("")
        (self.home / "link.ics").symlink_to(closed / "x.ics")
        user = self.as_nobody()
        closed.chmod(0o500)
        for words in (["-o", str(closed / "y.ics")], ["-o", str(closed / "x.ics"), "--force"], ["-o", "link.ics", "--force"],
                      ["--vdir", str(closed)], ["--vdir", str(closed / "new")]):
            code, _, err = self.run_mentor("export", "ics", *words, cwd=self.home, **user)
            self.assertEqual(code, 5, words)
            self.assertNotIn("Wrote", err)
            self.assertEqual(self.read("grace.toml"), GRACE)
        closed.chmod(0o700)

    def test_an_export_in_the_place_of_what_is_no_file_has_written_no_uid(self):
        os.mkfifo(self.home / "pipe")
        (self.home / "null").symlink_to("/dev/null")
        (self.home / "nowhere").symlink_to(self.home / "gone" / "x")
        for name in ("pipe", "null", "nowhere"):
            code, _, err = self.run_mentor("export", "ics", "-o", str(self.home / name), "--force")
            self.assertEqual(code, 5, err)
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
