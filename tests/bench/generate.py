# SPDX-License-Identifier: MIT
"""Makes a journal of any size: python3 tests/bench/generate.py FOLDER PEOPLE ENTRIES

The same arguments give the same bytes. With 1000 people and 50 entries each it is about 16 MB.
"""

import datetime
import pathlib
import random
import sys

FIRST = "Ada Grace Alan Zoë Łukasz Ingrid Omar Mei Søren Chloé Ravi Nadia".split()
LAST = "Lovelace Hopper Turing Ångström Nowak Dahl Haddad Chen Kjær Dubois Rao Petrova".split()
WORDS = ("promotion draft review meeting team project feedback question design launch budget "
         "hiring conflict talk paper growth focus plan risk goal user story deadline").split()
KINDS = ["coffee", "call", "video", "meeting", "walk", "message", "thanks", "share"]
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
TODAY = datetime.date(2026, 11, 20)


def sentence(chance):
    return " ".join(chance.choices(WORDS, k=chance.randint(6, 14))).capitalize() + "."


def relationship(number, entries, chance):
    """The text of one file; its name is unique by its number."""
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}"
    ids = iter("".join(chance.choices(LETTERS, k=4)) for _ in range(10 * entries + 10))
    lines = [
        "format = 1", f'name = "{name}"',
        f'role = "{chance.choice(["mentor", "mentee", "peer"])}"', 'stage = "active"',
        f"added = {TODAY - datetime.timedelta(days=800)}", 'tags = ["work"]', "",
        "[agreement]", f'every = "{chance.choice(["2w", "3w", "4w", "6w"])}"', "",
    ]
    for entry in range(entries):
        day = TODAY - datetime.timedelta(days=14 * (entries - entry) + chance.randint(0, 6))
        lines += ["[[log]]", f'id = "{next(ids)}"', f"on = {day}",
                  f'kind = "{chance.choice(KINDS)}"', f"minutes = {chance.randint(20, 90)}",
                  f'topics = ["{chance.choice(WORDS)}"]', 'note = """',
                  sentence(chance), sentence(chance), '"""', ""]
        if entry % 3 == 0:
            lines += ["[[commitment]]", f'id = "{next(ids)}"', 'owner = "me"',
                      f'what = "{sentence(chance)}"', f"made = {day}",
                      f"due = {day + datetime.timedelta(days=7)}"]
            if entry < entries - 2:
                lines.append(f"done = {day + datetime.timedelta(days=6)}")
                lines.append(f"told = {day + datetime.timedelta(days=14)}")
            lines.append("")
    return "\n".join(lines)


def generate(folder, people, entries):
    chance = random.Random(20261120)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(people):
        text = relationship(number, entries, chance)
        (folder / f"person-{number:05}.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    generate(pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
