# SPDX-License-Identifier: MIT
"""A journal with all that other programs may stumble over, and the way to those that judge what becomes of it."""

import json
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

[[goal]]
id = "g0pn"
title = "Speak at a meetup"

[[milestone]]
id = "m0no"
goal = "g3kq"
what = "p0is0n"
due = 2026-06-02

[[milestone]]
id = "m7dd"
goal = "g0pn"
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


class ExportTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.environment["TZ"] = "Europe/Berlin"
        self.write("ada.toml", ADA)
        self.write("grace.toml", GRACE)

    def raw(self, *words):
        return subprocess.run([PROGRAM, "export", *words], env=self.environment, capture_output=True, check=True,
                              timeout=PATIENCE).stdout
