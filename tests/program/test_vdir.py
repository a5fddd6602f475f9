# SPDX-License-Identifier: MIT
"""A folder with a file an item: what is whose there, and the programs that share it."""

import configparser
import datetime
import json
import os
import re
import subprocess
import unittest

from exporting import ExportTest, needs_program
from waiting import PATIENCE


class Vdir(ExportTest):
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

    def copied(self, folder, changed):
        """The folder with a file in it that says `changed` of one of its items, under a name of its own."""
        ours = "c7k2-7k2m9x4tq8w1c3rd.ics"
        (folder / "a-copy.ics").write_bytes(changed((folder / ours).read_bytes()))
        return ours, "a-copy.ics"

    def uids(self, folder):
        """The UIDs of the folder's items, each as often as a file has it."""
        return sorted(uid for file in folder.glob("*.ics") for uid in set(re.findall(rb"UID:\S+", file.read_bytes())))

    def test_what_is_there_twice_is_there_once_afterwards(self):
        folder = self.folder()
        once = self.uids(folder)
        ours, copy = self.copied(folder, lambda text: text.replace(b"Send", b"Send me"))
        _, _, err = self.run_mentor("export", "ics", "--vdir", str(folder), "--dry-run")
        self.assertIn("Would take 1 file away", err)
        self.assertIn(copy, os.listdir(folder))
        _, _, err = self.run_mentor("export", "ics", "grace", "--vdir", str(folder))
        self.assertIn("Took 1 file away from " + str(folder) + ", of what another file there has as well", " ".join(err.split()))
        self.assertEqual(self.uids(folder), once)
        self.assertIn(ours, os.listdir(folder))
        # The one that is left may have any name.
        self.copied(folder, lambda text: text)
        (folder / ours).rename(folder / "z.ics")
        self.folder()
        self.assertEqual(self.uids(folder), once)
        self.assertNotIn("z.ics", os.listdir(folder))

    def test_what_another_program_has_rewritten_stays_and_is_named(self):
        """As one does in which somebody ticked or moved it: its file has that program's name."""
        folder = self.folder()
        once = self.uids(folder)

        def rewritten(text):
            zone = b"BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
            return text.replace(b"-//mentor//mentor//EN", b"-//else//EN").replace(
                b"NEEDS-ACTION", b"COMPLETED").replace(b"BEGIN:VTODO", zone + b"BEGIN:VTODO")

        def export():
            code, _, err = self.run_mentor("export", "ics", "--vdir", str(folder))
            self.assertEqual(code, 0, err)
            return " ".join(err.split())
        ours, copy = self.copied(folder, rewritten)
        text = (folder / copy).read_bytes()
        for _ in range(2):
            self.assertIn(f"Left alone in {folder}, as another program has rewritten it: {copy}.", export())
            self.assertEqual(self.uids(folder), once)
            self.assertEqual((folder / copy).read_bytes(), text)
            self.assertNotIn(ours, os.listdir(folder))
        # In the file that mentor wrote, which is the common case.
        (folder / copy).rename(folder / ours)
        self.assertIn(f"rewritten it: {ours}.", export())
        self.assertEqual((folder / ours).read_bytes(), text)
        (folder / ours).unlink()
        self.assertNotIn("Left alone", export())
        self.assertEqual(self.uids(folder), once)

    def test_one_occurrence_that_was_moved_elsewhere_stays_with_its_event(self):
        folder = self.folder()
        once = self.uids(folder)
        [file] = [path for path in folder.glob("*.ics") if b"born 1815" in path.read_bytes()]
        text = file.read_bytes().replace(b"-//mentor//mentor//EN", b"-//else//EN")
        event = text[text.index(b"BEGIN:VEVENT"):text.index(b"END:VCALENDAR")]
        moved = event.replace(b"RRULE:FREQ=YEARLY", b"RECURRENCE-ID;VALUE=DATE:20261210").replace(b"18151210", b"20261211")
        file.write_bytes(text.replace(event, event + moved))
        before = file.read_bytes()
        code, _, err = self.run_mentor("export", "ics", "--vdir", str(folder))
        self.assertEqual(code, 0, err)
        self.assertIn(file.name, err)
        self.assertEqual((self.uids(folder), file.read_bytes()), (once, before))

    def test_a_uid_in_a_file_with_other_items_stops_the_export(self):
        folder = self.folder()
        second = b"BEGIN:VEVENT\r\nUID:mine\r\nEND:VEVENT\r\nEND:VCALENDAR"
        ours, copy = self.copied(folder, lambda text: text.replace(b"END:VCALENDAR", second))
        (folder / ours).unlink()
        before = self.content(folder)
        self.mentor("done", "ada", "c7k2")
        code, _, err = self.run_mentor("export", "ics", "--vdir", str(folder))
        self.assertEqual(code, 2, err)
        self.assertIn(copy, err)
        self.assertIn("mentor didn't write it", err)
        self.assertEqual(self.content(folder), before)

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

    def test_what_is_of_somebody_who_was_removed_goes_away(self):
        folder, cards = self.folder(), self.home / "cards"
        self.mentor("export", "vcf", "--vdir", str(cards))
        uid = "7k2m9x4tq8w1c3rd"
        self.assertTrue([name for name in os.listdir(folder) if uid in name])
        self.mentor("remove", "ada", "--yes")
        for kind, place in (("ics", folder), ("vcf", cards)):
            _, _, err = self.run_mentor("export", kind, "--vdir", str(place))
            self.assertIn("of what the journal doesn't hold any more", err)
            self.assertNotIn("Left alone", err)
            self.assertFalse([name for name in os.listdir(place) if uid in name])
        self.mentor("undo")
        self.mentor("export", "vcf", "--vdir", str(cards))
        self.assertIn(f"{uid}.vcf", os.listdir(cards))

    def test_what_is_of_somebody_whose_coming_was_taken_back_goes_away(self):
        folder = self.folder()
        before = self.uids(folder)
        self.mentor("add", "Zoe", "--role", "peer", "--no-input")
        self.mentor("log", "zoe", "Hello")
        self.folder()
        self.assertNotEqual(self.uids(folder), before)
        self.mentor("undo")
        self.mentor("undo")
        _, _, err = self.run_mentor("export", "ics", "--vdir", str(folder))
        self.assertNotIn("Left alone", err)
        self.assertEqual(self.uids(folder), before)

    def test_a_uid_that_was_taken_back_leaves_nothing_twice(self):
        for words in ([], ["grace"]):
            folder = self.home / f"calendar{len(words)}"
            self.mentor("export", "ics", "--vdir", str(folder), *words)
            before = self.uids(folder)
            self.mentor("undo")
            self.mentor("export", "ics", "--vdir", str(folder), *words)
            after = self.uids(folder)
            self.assertEqual((len(after), after == before), (len(before), False))
            self.mentor("undo")

    def test_who_is_of_another_journal_too_stays_in_the_folder_of_both(self):
        """A file moved there by hand; somebody from a copy whose import was taken back."""
        other = self.home / "other"
        other.mkdir(mode=0o700)
        elsewhere = {"environment": {"MENTOR_DIR": str(other)}}
        cards = self.home / "cards"

        def export(**options):
            code, _, err = self.run_mentor("export", "vcf", "--vdir", str(cards), **options)
            self.assertEqual(code, 0, err)
            self.assertNotIn("away from", err)
            return set(os.listdir(cards))

        self.mentor("add", "Zed", "--role", "peer", "--no-input")
        self.run_mentor("add", "Yve", "--role", "peer", "--no-input", **elsewhere)
        export()
        both = export(**elsewhere)
        (self.journal / "zed.toml").rename(other / "zed.toml")
        self.assertEqual(export(**elsewhere), both)
        self.assertEqual(export(), both)
        copy = self.home / "other.json"
        self.run_mentor("export", "json", "-o", str(copy), **elsewhere)
        self.mentor("import", "json", str(copy), "--only", "Yve")
        self.mentor("undo")
        self.assertEqual(export(), both)

    def test_of_many_files_that_are_left_alone_a_few_are_named(self):
        folder = self.folder()
        self.environment["MENTOR_DIR"] = str(self.home / "empty")
        (self.home / "empty").mkdir(mode=0o700)
        _, _, err = self.run_mentor("export", "ics", "--vdir", str(folder))
        named = re.search(r"doesn't know: (.*?)\. If", err.replace("\n", " "))[1]
        count = len([name for name in os.listdir(folder) if not name.startswith(".")])
        self.assertGreater(count, 6)
        self.assertEqual(named.count(".ics"), 6)
        self.assertIn(f" and {count - 6} more", named)

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


if __name__ == "__main__":
    unittest.main()
