# SPDX-License-Identifier: MIT
"""Other programs that people keep such things in, each with a store of so many items of its own."""

import json
import shutil
import subprocess

CARD = "BEGIN:VCARD\nVERSION:3.0\nUID:{0}\nFN:Person {0}\nN:{0};Person;;;\nEMAIL:p{0}@example.org\nEND:VCARD\n"
VTODO = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nBEGIN:VTODO\nUID:{0}\nDTSTAMP:20261120T000000Z\n"
        "SUMMARY:Send draft {0}\nDUE;VALUE=DATE:20261201\nEND:VTODO\nEND:VCALENDAR\n")


def taskwarrior(folder, count):
    data = folder / "task"
    data.mkdir()
    environment = {"TASKRC": str(folder / "taskrc"), "TASKDATA": str(data)}
    (folder / "taskrc").write_text("confirmation=no\nverbose=nothing\n")
    tasks = [{"description": f"Send draft {i}", "due": "20261201T000000Z"} for i in range(count)]
    subprocess.run(["task", "import", "-"], input=json.dumps(tasks), text=True, check=True, capture_output=True,
                   env=environment | {"HOME": str(folder), "PATH": "/usr/bin:/bin"})
    return ["task", "export"], environment


def khard(folder, count):
    cards = folder / "cards"
    cards.mkdir()
    for i in range(count):
        (cards / f"{i}.vcf").write_text(CARD.format(i))
    config = folder / "khard.conf"
    config.write_text(f"[addressbooks]\n[[people]]\npath = {cards}\n[general]\ndefault_action = list\n")
    return ["khard", "-c", str(config), "list"], {"LC_ALL": "C.UTF-8"}


def todoman(folder, count):
    todos = folder / "lists" / "todo"
    todos.mkdir(parents=True)
    for i in range(count):
        (todos / f"{i}.ics").write_text(VTODO.format(i))
    config = folder / "todoman.py"
    config.write_text(f'path = "{folder}/lists/*"\ncache_path = "{folder}/todoman.cache"\n')
    return ["todo", "--config", str(config), "list"], {"LC_ALL": "C.UTF-8"}


def prepared(folder, count):
    """(title, command line, environment) of each program that is installed."""
    for program, title, prepare in (("task", "taskwarrior", taskwarrior), ("khard", "khard", khard),
                                    ("todo", "todoman", todoman)):
        if shutil.which(program):
            yield title, *prepare(folder, count)
