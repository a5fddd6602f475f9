# SPDX-License-Identifier: MIT
"""The schemas for editors take what mentor takes, and refuse what it refuses, as far as a schema can."""

import datetime
import json
import pathlib
import subprocess
import tempfile
import tomllib
import unittest

import jsonschema

from program import PROGRAM, SOURCE

SOUND = """
name = "Ada Lovelace"
role = "mentor"
"""

# Each is refused by mentor and underlined by an editor.
BROKEN = {
    "no name": 'role = "mentor"',
    "an empty name": 'name = " "\nrole = "mentor"',
    "no role": 'name = "Ada"',
    "another role": 'name = "Ada"\nrole = "guru"',
    "a format of its own": SOUND + "format = 0",
    "a format in words": SOUND + 'format = "1"',
    "another stage": SOUND + 'stage = "resting"',
    "tags that are one text": SOUND + 'tags = "work"',
    "tags that are numbers": SOUND + "tags = [1]",
    "a day in words": SOUND + 'added = "last week"',
    "a number for a day": SOUND + "started = 20260112",
    "a time where a day is wanted": SOUND + "ends = 2026-12-31T10:00:00",
    "the year 0": SOUND + "ends = 0000-12-31",
    "a meeting in another zone": SOUND + "next = 2026-12-03T15:30:00Z",
    "a contact that is a text": SOUND + 'contact = "ada@example.org"',
    "an address that is a flag": SOUND + "[contact]\nemail = true",
    "a length that is a number": SOUND + "[agreement]\nevery = 4",
    "a length that is empty": SOUND + '[agreement]\nevery = ""',
    "a length that is no time": SOUND + '[agreement]\nevery = "0d"',
    "a length of no unit": SOUND + '[agreement]\ngrace = "4"',
    "a length that may be minutes": SOUND + '[agreement]\nevery = "1m"',
    "a length backwards": SOUND + '[agreement]\nreview = "-2w"',
    "a length of two": SOUND + '[agreement]\nevery = "1y2mo"',
    "a length in other words": SOUND + '[agreement]\nevery = "often"',
    "a notice in other words": SOUND + '[[occasion]]\nwhat = "x"\non = "12-10"\nnotice = "soon"',
    "a thirtieth of February": SOUND + '[[occasion]]\nwhat = "x"\non = "02-30"',
    "a day that never was": SOUND + '[[goal]]\ntitle = "x"\ndue = "2026-02-30"',
    **{f"a leap day of {year}": SOUND + f'added = "{year}-02-29"' for year in ("2026", "1900", "2100", "2200", "0002", "2002")},
    "a leap day of a common year, with its hour": SOUND + 'next = "2027-02-29T10:00"',
    "a birthday on a day that never was": SOUND + '[[occasion]]\nwhat = "x"\non = "1985-02-29"',
    "a thirty-first of June": SOUND + 'added = "2026-06-31"',
    "a twenty-fifth hour": SOUND + 'next = "2026-12-03T25:00"',
    "a flag in words": SOUND + '[agreement]\nconfidential = "yes"',
    "a third side": SOUND + '[agreement]\ninitiates = "us"',
    "a table for a list of tables": SOUND + '[goal]\ntitle = "Lead a project"',
    "a goal without a title": SOUND + '[[goal]]\nwhy = "it matters"',
    "a thirteenth month": SOUND + '[[occasion]]\nwhat = "birthday"\non = "13-01"',
    "an entry without a kind": SOUND + "[[log]]\non = 2026-11-22",
    "a rating of six": SOUND + '[[log]]\non = 2026-11-22\nkind = "coffee"\nrating = 6',
    "a score of zero": SOUND + '[[log]]\non = 2026-11-22\nkind = "pulse"\nscores = { trust = 0 }',
    "a day of more than 24 hours": SOUND + '[[log]]\non = 2026-11-22\nkind = "call"\nminutes = 1500',
    "a promise without words": SOUND + "[[commitment]]\ndue = 2026-11-22",
    "a move that is one day": SOUND + '[[commitment]]\nwhat = "x"\nmoved = 2026-11-22',
    "a third verdict": SOUND + '[[advice]]\nwhat = "x"\nverdict = "maybe"',
    "a milestone of no goal": SOUND + '[[milestone]]\nwhat = "first draft"',
    "a fit that is a number": SOUND + "[fit]\ncurious = 5",
}

# Odd, and as mentor takes it.
ODD = {
    "keys of one's own": SOUND + 'colour = "red"\n[garden]\nroses = 3',
    "days in quotes": SOUND + 'added = "2026-01-10"\nnext = "2026-12-03"',
    "an hour": SOUND + "next = 2026-12-03T15:30:00\nsnoozed = 2026-12-01",
    "a blank between day and hour": SOUND + "next = 2026-12-03 15:30:00.5",
    "lengths in words": SOUND + '[agreement]\nevery = "every other week"\ngrace = "P2W"\nlength = "an hour"',
    **{f"a length: {words}": SOUND + f'[agreement]\nevery = "{words}"' for words in (
        "4w", "10d", "3mo", "1 year", "2 Weeks", "2-weeks", "+2w", "P2W", "p3m", "a month", "an year", "Twelve weeks", "WEEKLY",
        "fortnightly", "every week", "each quarter", "per fortnight", "every 2 weeks", "every second month", "once a month",
        "once every two weeks", "once per quarter", " 4w ", "0004w", "every P2W", "every other day", "once a week.")},
    "days of a year": SOUND + "".join(f'[[occasion]]\nwhat = "x"\non = {day}\n' for day in (
        '"02-29"', '"2000-02-29"', '"1984-02-29"', '"0004-02-29"', '"0400-02-29"', '"1985-02-28"', '"12"', '"1815-12-10"', "1815-12-10")),
    "a kind of one's own": SOUND + '[[log]]\non = 2026-11-22\nkind = "hike"',
    "empty texts": SOUND + 'met = ""\nthrough = ""\ntype = ""\n[contact]\nhours = ""',
    "scores of one's own": SOUND + '[[log]]\non = 2026-11-22T10:00:00\nkind = "pulse"\nscores = { humour = 5 }',
    "a newer format": SOUND + "format = 2",
    "one line": 'name = "Ada"\nrole = "peer"\ngoal = [{ title = "Lead a project" }]\ncontact = { email = "a@b.example" }',
}

CONFIG = {
    "within = 7": False,
    "within = 'soon'": False,
    "within = '0d'": False,
    "[cadence]\npeer = 'rarely'": False,
    "[cadence.tags]\nwork = '2 hikes'": False,
    "color = 'pink'": False,
    "week_starts = 'someday'": False,
    "[cadence]\nmentor = 4": False,
    "[cadence.tags]\nwork = false": False,
    "[kinds]\nhike = 'sport'": False,
    "[me]\nvalues = 'family'": False,
    "cadence = '4w'": False,
    "[colors]\nlate = 5": False,
    "[colors]\nlate = 'rde'": False,
    "[colors]\nquiet = '#fff'": False,
    "colors = 'red'": False,
    **{f"[colors]\nlate = '{look}'": is_one for is_one, looks in {
        True: ("Bold Yellow", "BOLD", "#AbCdEf", "255", "007", "  red   blue  ", "dim red bold blue italic", "red bold bold",
               "default red", "Default", "None", "underline", "bold red 17"),
        False: ("256", "300", "999", "-1", "red blue green", "red bold 1 dim 2", "none none", "red none", "none bold", "", "  ",
                "bright-red", "#12345", "#1234567", "boldred", "redblue")}.items() for look in looks},
    "[colors]\nlate = 'bold brightred 17'\nquiet = '#888888'\nsoon = 'none'": True,
    "": True,
    "within = '10d'\nweek_starts = 'sunday'\ncolor = 'never'\njournal = '~/j'": True,
    "[cadence]\nmentor = 'every month'\n[cadence.tags]\nwork = '3w'": True,
    "[kinds]\nhike = 'meeting'": True,
    "[me]\nlooking_for = 'one text, of older files'": True,
    "[me]\nlooking_for = ['kind', 'patient']\nobstacles = 'time'": True,
}


def plain(value):
    """A value as an editor's validator sees it: days and times are their texts."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value


def values_of(text):
    try:
        return plain(tomllib.loads(text))
    except ValueError:  # Python has no year 0
        return {"name": "Ada", "role": "mentor", "ends": "0000-12-31"}


def schema(*words):
    done = subprocess.run([PROGRAM, "help", "--schema", *words], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    jsonschema.Draft7Validator.check_schema(found)
    return jsonschema.Draft7Validator(found)


def keys_of(schema, place=""):
    """Every property with its place in the file: "log.kind"."""
    for key, of in schema.get("properties", {}).items():
        here = f"{place}.{key}".lstrip(".")
        yield here, of
        yield from keys_of(of.get("items", of), here)


class Schema(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "journal").mkdir(mode=0o700)

    def is_read(self, file, text):
        """Whether mentor reads such a file: `check` finds no error, whatever it warns of."""
        path = self.folder / file
        path.write_text(text)
        path.chmod(0o600)
        done = subprocess.run([PROGRAM, "check", "--json"], capture_output=True, text=True, env={
            "HOME": str(self.folder), "MENTOR_DIR": str(self.folder / "journal"),
            "MENTOR_CONFIG": str(self.folder / "config.toml"), "MENTOR_TODAY": "2026-11-22"})
        return all(found["severity"] != "error" for found in json.loads(done.stdout)["items"])

    def test_the_sample_journal_is_sound(self):
        relationship = schema()
        files = sorted((SOURCE / "examples/journal").glob("*.toml"))
        self.assertGreater(len(files), 6)
        for file in files:
            relationship.validate(values_of(file.read_text()))
        schema("config").validate(values_of((SOURCE / "examples/config.toml").read_text()))

    def test_what_mentor_refuses_is_refused(self):
        relationship = schema("relationship")
        self.assertGreater(len(BROKEN), 20)
        for name, text in BROKEN.items():
            with self.subTest(name):
                self.assertFalse(self.is_read("journal/ada.toml", text))
                self.assertFalse(relationship.is_valid(values_of(text)))

    def test_what_mentor_takes_is_taken(self):
        relationship = schema()
        for name, text in ODD.items():
            with self.subTest(name):
                self.assertTrue(self.is_read("journal/ada.toml", text))
                relationship.validate(values_of(text))

    def test_the_configuration(self):
        config = schema("config")
        for text, sound in CONFIG.items():
            with self.subTest(text):
                self.assertEqual(self.is_read("config.toml", text), sound)
                self.assertEqual(config.is_valid(values_of(text)), sound)

    def test_questions_of_one_s_own(self):
        questions = schema("questions")
        for text, sound in {'[[questions]]\nphase = "middle"\nask = ["Why?"]': True,
                            '[[questions]]\nphase = "middle"\nrole = ["peer"]\nask = ["Why?"]': True,
                            '[[questions]]\nask = ["Why?"]': False,
                            '[[questions]]\nphase = "noon"\nask = ["Why?"]': False,
                            '[[questions]]\nphase = "middle"\nrole = "peer"\nask = ["Why?"]': False}.items():
            with self.subTest(text):
                self.assertEqual(self.is_read("questions.toml", text), sound)
                self.assertEqual(questions.is_valid(values_of(text)), sound)

    def test_every_key_is_explained_in_the_words_of_the_manual(self):
        relationship = schema().schema
        explained = dict(keys_of(relationship))
        self.assertIn("log.kind", explained)
        bare = {place for place, of in explained.items() if "description" not in of}
        # An id needs no words, and scores are explained by the table that they stand in.
        self.assertEqual({place for place in bare if not place.endswith(".id")}, {"log.advice"})
        self.assertEqual(explained["contact.prefers"]["description"], "The channel that is easiest for them.")
        self.assertEqual(explained["log"]["description"], "everything that happened")


if __name__ == "__main__":
    unittest.main()
