# SPDX-License-Identifier: MIT
"""What is left of the data when things go wrong, here and in other programs: compare.py MENTOR [--alone]

The same experiments for mentor and for those of Taskwarrior, khard and todoman that are installed, printed
as one table. An item is a promise of one person's file, a task, a contact, a to-do. Exits with 1 where mentor
lost anything; --alone leaves the others out.
"""

import concurrent.futures
import json
import os
import pathlib
import pty
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import uuid

MANY, MOST, TRIALS, PATIENCE = 40, 200, 50, 120
UNTRIED = "not tried: strace can't trace here"
NAMES = [f"item-{i:03}" for i in range(MOST)]
# It holds the text as it was when it was opened, as an editor does, until it is told to save.
EDITOR = """\
#!/bin/sh
cp "$1" "$BUFFER"
touch "$BUFFER.open"
while [ ! -e "$BUFFER.save" ]; do sleep 0.02; done
sed "$CHANGE" "$BUFFER" > "$1"
exit "$STATUS"
"""
CHANGING = ["write", "pwrite64", "ftruncate", "rename", "renameat2", "link", "unlink", "fsync"]


class Subject:
    """One program with a home of its own. What it stores is read from its files, not asked of it."""

    title, program, version_words = "", "", ["--version"]
    data = "*"

    def __init__(self, folder):
        self.home = pathlib.Path(folder)
        self.editor = self.home / "editor"
        self.environment = {"HOME": folder, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
                            "EDITOR": str(self.editor), "VISUAL": str(self.editor)}

    def version(self):
        said = self.run([self.program, *self.version_words]).stdout
        return re.search(r"\d+\.\d+(\.\d+)?", said)[0]

    def reset(self, count):
        for path in self.home.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.editor.write_text(EDITOR)
        self.editor.chmod(0o700)
        self.fill(NAMES[:count])

    def start(self, command, **more):
        words, text = command if isinstance(command, tuple) else (command, None)
        process = subprocess.Popen(words, env=self.environment, stdin=subprocess.PIPE, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more)
        process.given = text
        return process

    def finish(self, process):
        """Whether it said that it failed."""
        try:
            process.communicate(process.given, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        return process.returncode != 0

    def run(self, command, under=(), **more):
        words, text = command if isinstance(command, tuple) else (command, None)
        return subprocess.run([*under, *words], env=self.environment, input=text or "", text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE, **more)

    def at_once(self, commands):
        """How many of them said that they failed. None waits for a reader of what it prints."""
        processes = [self.start(command) for command in commands]
        with concurrent.futures.ThreadPoolExecutor(len(processes)) as pool:
            return sum(pool.map(self.finish, processes))

    def files(self):
        return sorted(path for path in self.home.glob(self.data) if path.is_file())

    def count(self, mark):
        return len({found for path in self.files()
                    for found in re.findall(mark + rb"-\d{3}", path.read_bytes())})

    def items(self):
        return self.count(b"item")

    def edit(self, item, change, status):
        """Starts an edit on a terminal; `.save` lets its editor go on."""
        buffer = self.home / f"buffer-{uuid.uuid4().hex}"
        parent, child = pty.openpty()
        process = subprocess.Popen(
            self.editing(item), stdin=child, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=self.environment | {"BUFFER": str(buffer), "CHANGE": change, "STATUS": str(status)})
        os.close(child)
        os.write(parent, b"y\n" * 3)  # whatever it asks
        process.terminal = parent
        process.save = pathlib.Path(f"{buffer}.save")
        limit = time.monotonic() + PATIENCE
        while not pathlib.Path(f"{buffer}.open").exists() and time.monotonic() < limit:
            time.sleep(0.02)
        return process

    def save(self, process):
        """Lets the editor save and end; the exit code of the program."""
        process.save.touch()
        code = process.wait(PATIENCE)
        os.close(process.terminal)
        return code


class Mentor(Subject):
    title, data = "mentor", "journal/*.toml"

    def __init__(self, folder, program):
        super().__init__(folder)
        self.program = program
        self.environment |= {"MENTOR_DIR": f"{folder}/journal", "MENTOR_CONFIG": f"{folder}/config.toml"}

    def fill(self, names):
        (self.home / "journal").mkdir(mode=0o700)
        lines = ["format = 1", 'name = "Ada Lovelace"', 'role = "mentor"', 'met = "first"', 'through = "second"']
        for i, name in enumerate(names):
            lines += ["", "[[commitment]]", f'id = "a{i:03}"', 'owner = "me"', f'what = "{name}"']
        (self.home / "journal" / "ada-lovelace.toml").write_text("\n".join(lines) + "\n")

    def addition(self, name):
        return [self.program, "todo", "add", "ada", name]

    def change(self, i):
        return [self.program, "done", "ada", NAMES[i], f"changed-{i:03}"]

    def report(self):
        return [self.program, "due"]

    def editing(self, _):
        return [self.program, "edit", "ada"]

    def damage(self, text):
        return text[:text.rindex(b'"')]


class Taskwarrior(Subject):
    title, program, data = "Taskwarrior", "task", "data/[pc]*.data"

    def fill(self, names):
        (self.home / "data").mkdir()
        (self.home / ".taskrc").write_text(f"data.location={self.home}/data\nconfirmation=no\nbell=off\n")
        self.ids = [str(uuid.uuid5(uuid.NAMESPACE_DNS, name)) for name in names]
        tasks = [{"uuid": id, "description": f"{name} first second", "status": "pending"}
                 for id, name in zip(self.ids, names)]
        if tasks:
            self.run((["task", "import", "-"], json.dumps(tasks)))

    def addition(self, name):
        return ["task", "add", name]

    def change(self, i):
        return ["task", self.ids[i], "modify", f"project:changed-{i:03}"]

    def finished(self, i):
        return ["task", self.ids[i], "done"]

    def report(self):
        return ["task", "list"]

    def editing(self, i):
        return ["task", self.ids[i], "edit"]

    def damage(self, text):
        return text[:text.rindex(b"]")] + b"\n"


class Khard(Subject):
    title, program, data = "khard", "khard", "book/*.vcf"

    def fill(self, names):
        (self.home / "book").mkdir()
        self.options = ["-c", f"{self.home}/khard.conf"]
        (self.home / "khard.conf").write_text(
            f"[addressbooks]\n[[main]]\npath = {self.home}/book\n"
            f"[general]\ndefault_action = list\neditor = {self.editor}\nmerge_editor = {self.editor}\n")
        for name in names:
            lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{name}", f"FN:{name}", f"N:{name};;;;",
                     "NICKNAME:first", "TITLE:second", "END:VCARD", ""]
            (self.home / "book" / f"{name}.vcf").write_bytes("\r\n".join(lines).encode())

    def version(self):
        self.reset(0)
        return super().version()

    def addition(self, name):
        return ["khard", *self.options, "new", "-i", "-", "-a", "main"], f"First name : {name}\n"

    def change(self, i):
        wanted = self.home / f"wanted-{i:03}.yml"
        wanted.write_text(f"First name : {NAMES[i]}\nOrganisation : changed-{i:03}\n")
        return ["khard", *self.options, "edit", "-i", str(wanted), f"uid:{NAMES[i]}"], "y\n"

    def report(self):
        return ["khard", *self.options, "list"]

    def editing(self, i):
        return ["khard", *self.options, "edit", f"uid:{NAMES[i]}"]

    def damage(self, text):
        return text[:text.rindex(b"END:VCARD")]


class Todoman(Subject):
    title, program, data = "todoman", "todoman", "lists/main/*.ics"

    def fill(self, names):
        (self.home / "lists/main").mkdir(parents=True)
        self.options = ["--config", f"{self.home}/config.py"]
        (self.home / "config.py").write_text(
            f'path = "{self.home}/lists/*"\ndefault_list = "main"\ncache_path = "{self.home}/cache.sqlite3"\n')
        for name in names:
            lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:io.barrera.todoman", "BEGIN:VTODO", f"UID:{name}",
                     "DTSTAMP:20260101T000000Z", f"SUMMARY:{name}", "LOCATION:first", "DESCRIPTION:second",
                     "STATUS:NEEDS-ACTION", "END:VTODO", "END:VCALENDAR", ""]
            (self.home / "lists/main" / f"{name}.ics").write_bytes("\r\n".join(lines).encode())
        listed = self.run(["todoman", *self.options, "--porcelain", "list"]).stdout if names else "[]"
        self.ids = {todo["summary"]: str(todo["id"]) for todo in json.loads(listed)}

    def version(self):
        self.reset(0)
        return super().version()

    def addition(self, name):
        return ["todoman", *self.options, "new", "-l", "main", name]

    def change(self, i):
        return ["todoman", *self.options, "edit", self.ids[NAMES[i]], "--location", f"changed-{i:03}"]

    def report(self):
        return ["todoman", *self.options, "list"]

    def editing(self, i):
        return ["todoman", *self.options, "edit", "--raw", self.ids[NAMES[i]]]

    def damage(self, text):
        return text[:text.rindex(b"END:VCALENDAR")]


def outcome(kept, refused, count):
    """Refused is what the program said it didn't do; lost is what it said it did."""
    words = [f"{kept} of {count} kept"]
    words += [f"{refused} refused"] if refused else []
    words += [f"{count - kept - refused} lost"] if kept + refused < count else []
    return ", ".join(words)


def additions(subject):
    subject.reset(1)
    refused = subject.at_once([subject.addition(f"new-{i:03}") for i in range(MANY)])
    return outcome(subject.count(b"new"), refused, MANY)


def changes(subject):
    subject.reset(MANY)
    refused = subject.at_once([subject.change(i) for i in range(MANY)])
    return outcome(subject.count(b"changed"), refused, MANY)


def beside_a_report(subject):
    """A finished item is what gives a report something to tidy up, where a program does that."""
    subject.reset(TRIALS)
    for i in range(TRIALS):
        subject.run(getattr(subject, "finished", subject.change)(i))
        subject.at_once([subject.addition(f"new-{i:03}"), subject.report()])
    lost = TRIALS - subject.count(b"new")
    return f"lost in {lost} of {TRIALS} trials"


def damaged(subject):
    subject.reset(20)
    file = subject.files()[-1]
    file.write_bytes(subject.damage(file.read_bytes()))
    for command in (subject.addition("one-more"), subject.change(0), subject.report()):
        subject.run(command)
    left = subject.items()
    return "nothing erased" if left == 20 else f"{20 - left} of 20 erased"


def killed(subject):
    """The change dies at each of its calls that alter a file; the fewest items that one of them left."""
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        return UNTRIED
    subject.reset(MOST)
    trace = subject.home / "trace"
    subject.run(subject.change(0), under=["strace", "-f", "-o", str(trace), "-e", f"trace={','.join(CHANGING)}"])
    names = re.findall(r"^\d+ +(\w+)\(", trace.read_text(), re.MULTILINE)
    fewest = MOST
    for name in sorted(set(names)):
        for number in range(1, names.count(name) + 1):
            subject.reset(MOST)
            subject.run(subject.change(0), under=["strace", "-f", "-o", "/dev/null", "-e", f"trace={name}", "-e",
                                                  f"inject={name}:signal=SIGKILL:when={number}"])
            fewest = min(fewest, subject.items())
    return f"{fewest} of {MOST} left"


def full_disk(subject):
    """No file may grow beyond a limit, which is smaller than what is there already, or as large."""
    subject.reset(MOST)
    largest = max(path.stat().st_size for path in subject.files())
    fewest = MOST
    for part in range(9):
        limit = largest * part // 8
        subject.reset(MOST)
        # Python ignores SIGXFSZ, and its child keeps that: writing fails, as it does on a full disk.
        subject.run(subject.change(0), restore_signals=False, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (limit, limit)))
        fewest = min(fewest, subject.items())
    return f"{fewest} of {MOST} left"


def failing_editor(subject):
    subject.reset(1)
    subject.save(subject.edit(0, "s/first/edited-001/", 1))
    return "applied" if subject.count(b"edited") else "not applied"


def two_edits(subject):
    subject.reset(1)
    edits = [subject.edit(0, "s/first/edited-001/", 0), subject.edit(0, "s/second/edited-002/", 0)]
    codes = [subject.save(edit) for edit in edits]
    return outcome(subject.count(b"edited"), sum(code != 0 for code in codes), 2)


# Each with what is said of a program that loses nothing.
EXPERIMENTS = [
    (f"{MANY} additions at once", additions, outcome(MANY, 0, MANY)),
    (f"{MANY} changes of {MANY} items at once", changes, outcome(MANY, 0, MANY)),
    ("an addition beside a report", beside_a_report, f"lost in 0 of {TRIALS} trials"),
    ("a file whose end is missing, then more commands", damaged, "nothing erased"),
    ("killed at any step of a change", killed, f"{MOST} of {MOST} left"),
    ("the disk full at any size of a change", full_disk, f"{MOST} of {MOST} left"),
    ("an edit whose editor failed", failing_editor, "not applied"),
    ("two edits open at once", two_edits, outcome(2, 0, 2)),
]


def undisturbed(subject):
    """An experiment says something only of what works where nothing disturbs it."""
    subject.reset(3)
    for command in (subject.addition("new-000"), subject.change(1)):
        subject.run(command)
    found = [subject.count(mark) for mark in (b"item", b"new", b"changed")]
    assert found == [3, 1, 1], f"{subject.title} alone: {found}"
    subject.save(subject.edit(0, "s/first/edited-001/", 0))
    assert subject.count(b"edited") == 1, f"{subject.title} edits nothing"


def installed(folder, mentor, alone):
    subjects = []
    for make in (lambda home: Mentor(home, mentor), Taskwarrior, Khard, Todoman)[:1 if alone else None]:
        subject = make(tempfile.mkdtemp(dir=folder))
        if shutil.which(subject.program):
            undisturbed(subject)
            subjects.append(subject)
    return subjects


def main(mentor, alone):
    """Prints the table; whether mentor lost nothing."""
    with tempfile.TemporaryDirectory(prefix="mentor-compare-") as folder:
        subjects = installed(folder, mentor, alone)
        table = [["", *(f"{subject.title} {subject.version()}" for subject in subjects)]]
        flawless = True
        for title, experiment, best in EXPERIMENTS:
            print(title, file=sys.stderr)
            table.append([title, *(experiment(subject) for subject in subjects)])
            flawless = flawless and table[-1][1] in (best, UNTRIED)
    widths = [max(map(len, column)) for column in zip(*table)]
    table.insert(1, ["-" * width for width in widths])
    for row in table:
        print("|", " | ".join(cell.ljust(width) for cell, width in zip(row, widths)), "|")
    return flawless


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[2:] not in ([], ["--alone"]):
        sys.exit(__doc__)
    sys.exit(not main(str(pathlib.Path(sys.argv[1]).resolve()), alone=len(sys.argv) == 3))
