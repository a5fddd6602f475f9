# SPDX-License-Identifier: MIT
"""Every command that writes, as it is typed, with the journal that it is typed in."""

import dataclasses
import pathlib

ADA = """\
format = 1
name = "Ada Lovelace"   # a comment that stays
role = "mentor"
started = 2026-01-12

[[goal]]
id = "g3kq"
title = "Lead a project"
way = "Ask the sponsor"

[[milestone]]
id = "m7dd"
goal = "g3kq"
what = "First draft reviewed"

[[log]]
id = "x4t9"
on = 2026-11-01
kind = "coffee"
note = "Talked about the plan."

[[commitment]]
id = "c7k2"
owner = "me"
what = "Send the draft"
made = 2026-11-01
due = 2026-11-20

[[commitment]]
id = "d0ne"
owner = "me"
what = "Read the book"
made = 2026-10-01
done = 2026-11-20

[[question]]
id = "q1w8"
ask = "How did you begin?"
added = 2026-11-01
"""
GRACE = 'format = 1\nname = "Grace Hopper"\nrole = "peer"\nstage = "paused"\n'
ZOE = 'format = 1\nname = "Zoe Barnes"\nrole = "peer"\n'  # nothing happens to her
CONFIG = 'within = "2w"\n'


@dataclasses.dataclass
class Scenario:
    words: list
    given: dict = dataclasses.field(default_factory=dict)  # files of the journal besides those of all three
    before: list = dataclasses.field(default_factory=list)  # commands that run first, undisturbed
    environment: dict = dataclasses.field(default_factory=dict)
    fresh: bool = False  # neither journal nor configuration are there yet
    config: str = CONFIG
    confirmation: str = ""  # what says that it is done; else the first line of all that is said
    private: bool = False  # done, it leaves nothing that others may read
    steps: int = 1  # how often it takes the opposite to have all of it back


EDITOR = "sed -i s/plan/path/"
# Two files and the configuration to mend, what a write left, and permissions, which are those of any new file here.
SLIPS = {"ada-lovelace.toml": ADA.replace('role = "mentor"', 'role = "mentr"'),
         "grace-hopper.toml": GRACE.replace("stage", "stag"),
         ".mentor-999999999-0000abcd.tmp": "name"}
# What other programs wrote.
IMPORTS = pathlib.Path(__file__).parent / "imports"
# What a file syncer leaves where Ada's file changed on two machines.
COPY = {"ada-lovelace.sync-conflict-20261122-153000-ABCDEFG.toml":
        ADA + '\n[[log]]\nid = "t4e1"\non = 2026-11-20\nkind = "call"\nnote = "Theirs"\n'}

WRITING = {
    "init": [Scenario(["init"], fresh=True)],
    # Most of it is git's: test_sync.py ends it before each of the programs that it runs, and lets each refuse. What
    # strace would fail are the pipes to them, of which a close that fails is left open, and git reads on for ever.
    "sync": [],
    "add": [Scenario(["add", "Alan Turing", "--role", "mentor", "--every", "4w"])],
    "advice": [Scenario(["advice", "ada", "Write decisions down"]),
               Scenario(["advice", "ada", "write", "--worked", "Two said yes"],
                        before=[["advice", "ada", "Write decisions down"]])],
    "agree": [Scenario(["agree", "ada", "--every", "4w", "--honest", "yes"])],
    "ask": [Scenario(["ask", "ada", "What would you do?"]),
            Scenario(["ask", "ada", "--take", "1,2"]),
            Scenario(["ask", "ada", "--answer", "q1w8=By chance."])],
    "amend": [Scenario(["amend", "ada", "q1w8", "How did it begin?"]), Scenario(["amend", "ada", "q1w8", "--remove"]),
              Scenario(["amend", "ada", "q1w8"], environment={"EDITOR": "sed -i s/How/Why/"})],
    # The uid, which alone is the journal's.
    "export ics": [Scenario(["export", "ics"], confirmation="Wrote a uid into"), Scenario(["export", "ics", "ada"])],
    "export vcf": [Scenario(["export", "vcf"], confirmation="Wrote a uid into")],
    "import csv": [Scenario(["import", "csv", f"{IMPORTS}/people.csv", "--only", "alan"], confirmation="Imported 1")],
    "import friends": [Scenario(["import", "friends", f"{IMPORTS}/friends.md", "--only", "alan", "--only", "ada"],
                                confirmation="Imported 1")],
    "import jrnl": [Scenario(["import", "jrnl", f"{IMPORTS}/diary.txt", "--yes"], confirmation="Imported entries")],
    "import json": [Scenario(["import", "json", f"{IMPORTS}/copy.json", "--only", "grace", "--only", "alan", "--force"],
                             confirmation="Imported 2 files")],
    "import vcard": [Scenario(["import", "vcard", f"{IMPORTS}/people.vcf", "--only", "alan", "--only", "ada", "--force"],
                              confirmation="Imported 1")],
    "give": [Scenario(["give", "ada", "An essay by fri"]),
             Scenario(["give", "ada", "essay", "--given"], before=[["give", "ada", "An essay by fri"]])],
    "check": [Scenario(["check", "--fix", "--yes"], given=SLIPS, config='withn = "2w"\n', private=True,
                       confirmation="Mended: "),
              Scenario(["check", "--fix", "--yes"], given=COPY, before=[["log", "ada", "Ours"]], confirmation="Mended: ")],
    "config": [Scenario(["config", "within", "3w"])],
    "done": [Scenario(["done", "ada", "c7k2", "She liked it"])],
    "drop": [Scenario(["drop", "ada", "c7k2"])],
    "edit": [Scenario(["edit", "ada"], environment={"EDITOR": EDITOR})],
    "end": [Scenario(["end", "ada", "--goal-done", "g3kq=Shipped", "--thanks", "The plan"]),
            Scenario(["end", "ada", "--keep", "1y", "--referral", "Alan Turing"])],
    "goal add": [Scenario(["goal", "add", "ada", "Write a book", "--measure", "printed"])],
    "goal done": [Scenario(["goal", "done", "ada", "g3kq", "Shipped"]),
                  Scenario(["goal", "done", "ada", "g3kq", "Shipped", "--tell", "grace"])],
    "goal drop": [Scenario(["goal", "drop", "ada", "g3kq"])],
    "goal edit": [Scenario(["goal", "edit", "ada", "g3kq", "--way", "", "--due", "6mo"])],
    "goal grow": [Scenario(["goal", "grow", "ada", "g3kq", "--way", "Ask Tim", "--todo", "Ask him"])],
    "goal step": [Scenario(["goal", "step", "ada", "g3kq", "It runs by 2w"]),
                  Scenario(["goal", "step", "ada", "--done", "m7dd"])],
    "log": [Scenario(["log", "ada", "A note", "--todo", "Write by fri", "--ask", "Why?"]),
            Scenario(["log", "ada", "Lunch", "--with", "grace"]),
            Scenario(["log", "ada", "--grow", "g3kq", "--way", "Ask Tim", "--answer", "q1w8=Late"])],
    "occasion": [Scenario(["occasion", "ada", "birthday", "10", "dec"]),
                 Scenario(["occasion", "ada", "birthday", "--remove"], before=[["occasion", "ada", "birthday", "10 dec"]])],
    "pause": [Scenario(["pause", "ada", "--until", "2mo", "A new job"])],
    "plan": [Scenario(["plan", "ada", "3w"])],
    "redo": [Scenario(["redo"], before=[["log", "ada", "Lunch", "--with", "grace"], ["undo"]]),
             Scenario(["redo"], before=[["remove", "ada", "--yes"], ["undo"]])],
    "pulse": [Scenario(["pulse", "ada", "--respect", "4"])],
    "remove": [Scenario(["remove", "ada", "--yes"])],
    "rename": [Scenario(["rename", "ada", "Augusta Ada King"])],
    "resume": [Scenario(["resume", "grace"])],
    "set": [Scenario(["set", "ada", "type=life", "agreement.every=4w"])],
    "snooze": [Scenario(["snooze", "ada", "3w"])],
    "todo add": [Scenario(["todo", "add", "ada", "Send it by fri"])],
    "todo move": [Scenario(["todo", "move", "ada", "c7k2", "2w"])],
    "told": [Scenario(["told", "ada", "d0ne"])],
    "undo": [Scenario(["undo"], before=[["log", "ada", "Lunch", "--with", "grace"]]),
             Scenario(["undo"], before=[["rename", "ada", "Ada King"]]),
             Scenario(["undo"], before=[["config", "within", "3w"]]),
             Scenario(["undo", "3", "--yes"], before=[["log", "ada", "One"], ["log", "ada", "Two"], ["log", "ada", "Three"]],
                      confirmation="Took back", steps=3)],
}


def journal_of(scenario):
    """{file name: text}: the journal before the scenario's commands."""
    if scenario.fresh:
        return {}
    return {"ada-lovelace.toml": ADA, "grace-hopper.toml": GRACE, "zoe-barnes.toml": ZOE} | scenario.given
