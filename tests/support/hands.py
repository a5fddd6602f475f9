# SPDX-License-Identifier: MIT
"""What somebody does with a journal in the course of a year: every command that writes, and edits by hand.

Every word that is written is told from all others, so that it can be looked for afterwards."""

import json
import os
import re
import string

# In what Python shows of a text, the letter of an escape may stand before it: "\\nword00001".
WORD = re.compile(r"word\d{5}(?!\d)")
LAST_NAMES = ["Byron", "Castro", "King", "Lee", "Noether", "Ørsted"]


def words_in(what):
    return set(WORD.findall(what if isinstance(what, str) else repr(what)))


class Step:
    """One thing that is done: a command with what it gets from elsewhere, or a change by hand, and the words that
    it takes away because that is what it is for."""

    def __init__(self, *words, takes="", editor=None, hand=None):
        self.words = list(words)
        self.takes = words_in(takes)
        self.editor = editor
        self.hand = hand


class Hands:
    """Somebody at one machine, who does something with one person at a time."""

    def __init__(self, machine, chance, numbers):
        self.machine = machine
        self.chance = chance
        self.numbers = numbers  # shared by all machines: an iterator

    def word(self):
        return f"word{next(self.numbers):05}"

    def name(self):
        number, letters = next(self.numbers), ""
        while number:
            number, letter = divmod(number, 26)
            letters += string.ascii_lowercase[letter]
        return f"{letters.capitalize()}a {self.chance.choice(LAST_NAMES)}"

    def look_at(self, file, person):
        self.file, self.slug, self.person = file, file.removesuffix(".toml"), person

    def one_of(self, array, condition=lambda item: True):
        items = [item for item in self.person.get(array, []) if "id" in item and condition(item)]
        return self.chance.choice(items) if items else None

    def step(self, name):
        """What is done by that name; None where there is nothing to do it with."""
        return getattr(self, name.replace(" ", "_") + "_")()

    # --- what happens

    def log_(self):
        words = ["log", self.slug, self.word(), "--kind", self.chance.choice(["coffee", "call", "message"])]
        for option in ("--todo", "--they", "--ask", "--advice", "--win", "--topic"):
            words += [option, self.word()] if self.chance.random() < 0.3 else []
        return Step(*words)

    def plan_(self):
        return Step("plan", self.slug, f"{self.chance.randint(1, 9)}d")

    def snooze_(self):
        return Step("snooze", self.slug, f"{self.chance.randint(1, 9)}d")

    def pulse_(self):
        return Step("pulse", self.slug, "--respect", str(self.chance.randint(1, 5)))

    def occasion_(self):
        return Step("occasion", self.slug, self.word(), f"{self.chance.randint(1, 28)} dec")

    # --- people

    def add_(self):
        return Step("add", self.name(), "--role", self.chance.choice(["mentor", "mentee", "peer"]), "--met", self.word())

    def agree_(self):
        old = self.person.get("agreement", {})
        return Step("agree", self.slug, "--where", self.word(), takes=old.get("where", ""))

    def edit_(self):
        return Step("edit", self.slug, editor=f"sed -i 1i#{self.word()}")

    def end_(self):
        return Step("end", self.slug, "--outcome", self.word(), "--keep", "3mo", takes=self.person.get("ending", ""))

    def pause_(self):
        return Step("pause", self.slug, self.word())

    def resume_(self):
        return Step("resume", self.slug, self.word())

    def rename_(self):
        return Step("rename", self.slug, f"{self.person['name'].split()[0]} {self.chance.choice(LAST_NAMES)}")

    def remove_(self):
        # Nobody would be left.
        return Step("remove", self.slug, "--yes", takes=self.machine.read(self.file)) if self.many() else None

    def many(self):
        return len(self.machine.files()) > 4

    def set_(self):
        return self.chance.choice([
            lambda: Step("set", self.slug, f"about={self.word()}", takes=self.person.get("about", "")),
            lambda: Step("set", self.slug, f"agreement.every={self.chance.randint(1, 9)}w"),
            lambda: Step("set", self.slug, f"tags={self.chance.choice(['a', 'a, b', 'b, c', 'c', ''])}")])()

    # --- promises

    def ask_(self):
        question = self.one_of("question", lambda each: "asked" not in each)
        if question and self.chance.random() < 0.5:
            return Step("ask", self.slug, "--answer", f"{question['id']}={self.word()}")
        return Step("ask", self.slug, self.word())

    def advice_(self):
        advice = self.one_of("advice", lambda each: "tried" not in each)
        if advice and self.chance.random() < 0.5:
            return Step("advice", self.slug, advice["id"], "--worked", self.word())
        return Step("advice", self.slug, self.word())

    def give_(self):
        gift = self.one_of("gift", lambda each: "given" not in each)
        if gift and self.chance.random() < 0.5:
            return Step("give", self.slug, gift["id"], "--given")
        return Step("give", self.slug, self.word())

    def open_promise(self):
        return self.one_of("commitment", lambda each: not {"done", "dropped"} & each.keys())

    def done_(self):
        promise = self.open_promise()
        return promise and Step("done", self.slug, promise["id"], self.word())

    def drop_(self):
        promise = self.open_promise()
        return promise and Step("drop", self.slug, promise["id"], self.word())

    def told_(self):
        promise = self.one_of("commitment", lambda each: "done" in each and "told" not in each)
        return promise and Step("told", self.slug, promise["id"])

    def todo_add_(self):
        return Step("todo", "add", self.slug, self.word(), *self.chance.choice([[], ["--they"]]))

    def todo_move_(self):
        promise = self.open_promise()
        return promise and Step("todo", "move", self.slug, promise["id"], f"{self.chance.randint(1, 9)}w")

    def amend_(self):
        array = self.chance.choice(["log", "commitment", "question", "gift", "advice"])
        item = self.one_of(array)
        if not item:
            return None
        if self.chance.random() < 0.5:
            return Step("amend", self.slug, item["id"], "--remove", "--yes", takes=item)
        return Step("amend", self.slug, item["id"], self.word(), takes=item)

    def open_goal(self):
        return self.one_of("goal", lambda each: not {"done", "dropped"} & each.keys())

    def goal_add_(self):
        return Step("goal", "add", self.slug, self.word(), "--measure", self.word())

    def goal_done_(self):
        goal = self.open_goal()
        return goal and Step("goal", "done", self.slug, goal["id"], self.word())

    def goal_drop_(self):
        goal = self.open_goal()
        return goal and Step("goal", "drop", self.slug, goal["id"], self.word())

    def goal_edit_(self):
        goal = self.open_goal()
        return goal and Step("goal", "edit", self.slug, goal["id"], "--why", self.word(), takes=goal.get("why", ""))

    def goal_grow_(self):
        goal = self.open_goal()
        return goal and Step("goal", "grow", self.slug, goal["id"], "--reality", self.word(),
                             takes=goal.get("reality", ""))

    def goal_step_(self):
        step = self.one_of("milestone", lambda each: "done" not in each)
        if step and self.chance.random() < 0.5:
            return Step("goal", "step", self.slug, "--done", step["id"])
        goal = self.open_goal()
        return goal and Step("goal", "step", self.slug, goal["id"], self.word())

    # --- the journal

    def init_(self):
        return Step("init")

    def config_(self):
        return Step("config", "within", f"{self.chance.randint(1, 9)}w")

    def check_(self):
        return Step("check", "--fix", "--yes")

    def export_ics_(self):
        return Step("export", "ics")

    def export_vcf_(self):
        return Step("export", "vcf")

    def import_csv_(self):
        name = self.name()
        return self.importing("csv", name, f"Name,Notes\n{name},{self.word()}\n")

    def import_vcard_(self):
        name = self.name()
        return self.importing("vcard", name, f"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nNOTE:{self.word()}\nEND:VCARD\n")

    def import_json_(self):
        name = self.name()
        item = {"slug": name.lower().replace(" ", "-"), "name": name,
                "file": f'format = 1\nname = "{name}"\nrole = "peer"\nmet = "{self.word()}"\n'}
        return self.importing("json", name, json.dumps({"schema": "mentor.export/1", "items": [item]}))

    def import_friends_(self):
        name = self.name()
        return self.importing("friends", name, f"### Activities:\n- 2026-11-02: **{name}** told {self.word()}.\n\n"
                                               f"### Friends:\n- {name}\n")

    def import_jrnl_(self):
        name = self.person["name"]
        return self.importing("jrnl", name, f"[2026-11-02 10:00] With {name}.\n{self.word()}\n")

    def importing(self, kind, name, text):
        file = self.machine.home / f"people.{kind}"
        file.write_text(text)
        return Step("import", kind, str(file), "--only", name)

    def undo_(self):
        return Step("undo", takes="".join(self.machine.files().values()))

    def redo_(self):
        return Step("redo", takes="".join(self.machine.files().values()))

    # --- by hand

    def comment_(self):
        """Above a table, in an editor that replaces the file by another."""
        text = self.machine.read(self.file)
        places = [found.start() for found in re.finditer(r"^\[", text, re.MULTILINE)]
        at = self.chance.choice(places or [len(text)])
        return Step(hand=lambda: self.replace(f"{text[:at]}# {self.word()}\n{text[at:]}"))

    def append_(self):
        text = self.chance.choice([f"# {self.word()}\n", f'\n[[log]]\non = {self.machine.today}\nkind = "note"\n'
                                                         f'note = "{self.word()}"\n'])
        def hand():
            with open(self.machine.journal / self.file, "a", encoding="utf-8") as file:
                file.write(text)
        return Step(hand=hand)

    def move_(self):
        """Two tables change their places, each with the comments above it."""
        blocks = self.blocks()
        tables = [at for at, block in enumerate(blocks) if at > 0 and "[[" in block]
        if len(tables) < 2:
            return None
        one, other = self.chance.sample(tables, 2)
        blocks[one], blocks[other] = blocks[other], blocks[one]
        return Step(hand=lambda: self.replace("".join(blocks)))

    def take_out_(self):
        blocks = self.blocks()
        tables = [at for at, block in enumerate(blocks) if at > 0 and re.search(r"^\[\[(log|commitment|question)", block, re.M)]
        if not tables:
            return None
        gone = blocks.pop(self.chance.choice(tables))
        mentioned = re.search(r'^id = "(\w{4})"', gone, re.M)
        rest = "".join(blocks)
        if mentioned and mentioned[1] in rest:
            return None  # who takes it out by hand, sees to what mentions it
        return Step(hand=lambda: self.replace(rest), takes=gone)

    def delete_(self):
        if not self.many() or self.chance.random() < 0.7:
            return None
        return Step(hand=lambda: os.remove(self.machine.journal / self.file), takes=self.machine.read(self.file))

    def newer_(self):
        """A mentor wrote it that knows more of the format."""
        text = self.machine.read(self.file)
        if self.chance.random() < 0.8 or "format = 1\n" not in text:
            return None
        return Step(hand=lambda: self.replace(text.replace("format = 1\n", f"format = 2\n# {self.word()}\n", 1)))

    def blocks(self):
        """The head of the file, and each table with the comments above it."""
        blocks, above = [""], ""
        for line in self.machine.read(self.file).splitlines():
            if line.startswith("["):
                blocks.append("")
            if line.startswith("#") or not line:
                above += line + "\n"
            else:
                blocks[-1] += above + line + "\n"
                above = ""
        blocks[-1] += above
        return blocks

    def replace(self, text):
        new = self.machine.journal / f".{self.file}.new"
        new.write_text(text)
        new.chmod(0o600)
        new.replace(self.machine.journal / self.file)


BY_HAND = ["comment", "append", "move", "take_out", "delete"]
