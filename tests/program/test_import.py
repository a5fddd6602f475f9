# SPDX-License-Identifier: MIT
"""What other programs write is read, and what mentor exports comes back."""

import csv
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
NAME = "Zoë, „the\\nfirst“; 日本語 " + "Größe " * 20 + "🧑‍🤝‍🧑"
WRITE_CARD = """
import sys, vobject
card = vobject.vCard()
card.add("fn").value = sys.argv[1]
card.add("n").value = vobject.vcard.Name(family="Barnes", given="Zoë")
card.add("email").value = "zoe@example.org"
card.email.type_param = "INTERNET"
card.add("tel").value = "+49 30 1"
card.add("nickname").value = "Zo"
card.add("org").value = ["Acme; Sons", "Research"]
card.add("bday").value = "1985-03-15"
card.add("note").value = "One\\nTwo, three; four: " + "x" * 200
sys.stdout.buffer.write(card.serialize().encode())
"""
ADA = """\
name = "Ada Lovelace, 👩‍💻"   # mine
role = 'mentor'\r
aka = ["Countess; of \\"L\\""]

[contact]
email = "ada@example.org"
phone = "+44 20 7946 0958"
link = "https://example.org/ada?a=1;b,c"
timezone = "Europe/London"

[[occasion]]
what = "birthday"
on = "02-29"

[[log]]
id = "x4t9"
on = 2026-11-01
kind = "walk"
private = true
note = "in confidence\\u001b"
"""

FRIENDS = """\
### Activities:
- 2024-02-06: @science:indoors: **Mary Somerville** and **Ada Lovelace** saw _London_'s observatory.
- 2023-11-01: **Mary Somerville** and I went to _King's Lynn_. @food

### Notes:
- 2024-03-04: **Mary Somerville** found a comet. @news

### Friends:
- Ada Lovelace
- Mary Somerville (a.k.a. Queen of Science a.k.a. Polly) [London] @science

### Locations:
- King's Lynn
- London (a.k.a. LDN)
"""


class Import(ProgramTest):
    def table(self, kind, text):
        """{name: item} of what `import` finds in it."""
        file = self.home / f"book.{kind}"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return {item["name"]: item for item in json.loads(self.mentor("import", kind, str(file), "--json"))["items"]}

    def taken(self, kind, name):
        """What mentor knows of somebody once they came in."""
        self.mentor("import", kind, str(self.home / f"book.{kind}"), "--only", name)
        return next(item for item in json.loads(self.mentor("export", "json"))["items"] if item["name"] == name)

    def test_what_vobject_writes_is_read(self):
        self.mentor("init")
        text = subprocess.run([PYTHON, "-c", WRITE_CARD, NAME], capture_output=True, check=True, timeout=PATIENCE).stdout
        self.assertEqual(self.table("vcard", text)[NAME]["state"], "new")
        zoe = self.taken("vcard", NAME)
        self.assertEqual((zoe["stage"], zoe["aka"]), ("prospect", ["Zo"]))
        self.assertEqual((zoe["contact"]["email"], zoe["contact"]["phone"]), ("zoe@example.org", "+49 30 1"))
        self.assertEqual(zoe["about"], "Acme; Sons, Research\nOne\nTwo, three; four: " + "x" * 200 + "\n")
        self.assertEqual(zoe["occasion"][0]["on"], "1985-03-15")
        self.assertEqual(self.table("vcard", text)[NAME]["state"], "same")

    def test_what_csv_writes_is_read_in_every_encoding(self):
        self.mentor("init")
        name = NAME.replace("\\n", " ")
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            for dialect in ({}, {"delimiter": ";"}, {"delimiter": "\t"}, {"quoting": csv.QUOTE_ALL}, {"lineterminator": "\n"}):
                out = io.StringIO()
                writer = csv.writer(out, **dialect)
                writer.writerows([["First Name", "Last Name", "E-mail Address", "Notes"], ["", "", "", ""],
                                  [name, "", "zoe@example.org", 'one, "two"; three\nfour']])
                found = self.table("csv", out.getvalue().encode(encoding))
                self.assertEqual(list(found), [name])
                self.assertEqual(found[name]["what"], 'zoe@example.org; one, "two"; three')
        self.assertEqual(self.taken("csv", name)["about"], 'one, "two"; three\nfour\n')

    def test_a_copy_of_a_journal_is_the_same_to_the_byte(self):
        texts = {"ada.toml": ADA.encode(), "grace.toml": 'name="Grace"\nrole="peer"'.encode()}
        self.mentor("init")
        for name, text in texts.items():
            (self.journal / name).write_bytes(text)
        self.mentor("export", "json", "-o", "copy.json", cwd=self.home)
        self.assertIn("There is nothing", self.run_mentor("import", "json", "copy.json", cwd=self.home)[2])
        for name in texts:
            (self.journal / name).unlink()
        code, out, err = self.run_mentor("import", "json", "copy.json", cwd=self.home)
        self.assertEqual((code, list(self.journal.glob("*.toml"))), (1, []))
        self.assertIn("--only", err)
        self.mentor("import", "json", "copy.json", "--yes", cwd=self.home)
        self.assertEqual({file.name: file.read_bytes() for file in self.journal.glob("*.toml")}, texts)
        self.mentor("undo")
        self.assertEqual(list(self.journal.glob("*.toml")), [])

    def test_a_file_of_a_newer_format_comes_back_and_is_never_changed(self):
        text = 'format = 2\nname = "Future"\nrole = "mentor"\nmood = "good"\n'
        self.mentor("init")
        self.write("future.toml", text)
        self.mentor("export", "json", "-o", "copy.json", cwd=self.home)
        (self.journal / "future.toml").unlink()
        self.mentor("import", "json", "copy.json", "--only", "Future", cwd=self.home)
        self.assertEqual(self.read("future.toml"), text)
        other = text.replace("good", "better")
        self.write("future.toml", other)
        code, _, err = self.run_mentor("import", "json", "copy.json", "--only", "Future", "--force", cwd=self.home)
        self.assertNotEqual(code, 0)
        self.assertIn("future.toml", err)
        self.assertEqual(self.read("future.toml"), other)

    def test_only_knows_whoever_the_file_knows_by_another_name(self):
        self.mentor("init")
        (self.home / "friends.md").write_text("### Activities:\n\n### Friends:\n\n- Zoe Uni (a.k.a. Zed)\n- Max Fall\n")
        self.mentor("import", "friends", "friends.md", "--only", "zed", cwd=self.home)
        self.assertEqual([file.name for file in self.journal.glob("*.toml")], ["zoe-uni.toml"])
        # Blanks alone tell these apart.
        (self.home / "friends.md").write_text("### Friends:\n- Jo Ann\n- Joann\n- joann\n")
        self.assertEqual(self.run_mentor("import", "friends", "friends.md", "--only", "JO ANN", cwd=self.home)[0], 4)
        self.mentor("import", "friends", "friends.md", "--only", "Jo Ann", "--only", "Joann", cwd=self.home)
        self.assertTrue((self.journal / "joann.toml").exists() and (self.journal / "jo-ann.toml").exists())
        (self.home / "cards.vcf").write_text("BEGIN:VCARD\nFN:Ada King\nNICKNAME:Countess\nEND:VCARD\n")
        self.mentor("import", "vcard", "cards.vcf", "--only", "countess", cwd=self.home)
        self.assertIn("ada-king.toml", [file.name for file in self.journal.glob("*.toml")])

    @unittest.skipUnless(shutil.which("bash"), "there is no bash")
    def test_a_pipe_of_the_shell_is_read_to_its_end_and_written_to(self):
        self.mentor("init")
        card = "BEGIN:VCARD\\nFN:Ada King\\nNOTE:" + "x" * 100_000 + "\\nEND:VCARD\\n"
        for line in (f"{PROGRAM} import vcard <(sleep 0.2; printf '{card}') --only 'Ada King'",
                     f"{PROGRAM} export json -o /dev/stdout | grep -q 'Ada King'",
                     f"{PROGRAM} export json -o /dev/fd/1 > copy.json; grep -q 'Ada King' copy.json",
                     f"cat copy.json | {PROGRAM} import json /dev/stdin | grep -q same",
                     f"{PROGRAM} export json -o >(cat > piped.json) && wait $! && cmp piped.json copy.json",
                     f"{PROGRAM} export json --force --output=>(sleep 0.2; cat > piped.json) && wait $! && cmp piped.json copy.json",
                     f"{PROGRAM} export json -o /dev/stderr 2>&1 >/dev/null | grep -q 'Ada King'",
                     f"{PROGRAM} export html -o /dev/null && {PROGRAM} export ics --dry-run -o >(cat)",
                     f"{PROGRAM} export json -o >(true) || test $? = 141",
                     f"! {PROGRAM} export json -o <(true) 2>err; grep -q 'there already' err",
                     f"echo | {PROGRAM} export json -o /dev/stdin 2>err; grep -q 'there already' err"):
            done = subprocess.run(["bash", "-c", line], cwd=self.home, env=self.environment, capture_output=True, text=True, timeout=PATIENCE)
            self.assertEqual(done.returncode, 0, (line[:60], done.stdout, done.stderr))
        os.mkfifo(self.home / "pipe")
        for words in (["import", "vcard", "pipe"], ["export", "json", "-o", "pipe", "--force"]):
            code, _, err = self.run_mentor(*words, cwd=self.home)
            self.assertEqual(code, 5)
            self.assertIn("it is a pipe, not a file", err)

    def test_a_folder_of_cards_is_read_as_is_advised(self):
        self.mentor("init")
        self.person("ada", "Ada Lovelace")
        self.mentor("export", "vcf", "--vdir", "my cards", cwd=self.home)
        code, _, err = self.run_mentor("import", "vcard", "my cards", cwd=self.home)
        self.assertEqual(code, 5)
        command = err.splitlines()[1].partition(": ")[2]
        done = subprocess.run(["sh", "-c", command.replace("mentor", str(PROGRAM))], cwd=self.home, env=self.environment,
                              capture_output=True, text=True, timeout=PATIENCE)
        self.assertRegex(done.stdout, "same +Ada Lovelace", done.stderr)

    def test_what_mentor_exports_for_others_is_known_again(self):
        self.mentor("init")
        (self.journal / "ada.toml").write_bytes(ADA.encode())
        self.mentor("export", "vcf", "-o", "people.vcf", cwd=self.home)
        self.mentor("export", "csv", "--table", "people", "-o", "people.csv", cwd=self.home)
        for kind, file in (("vcard", "people.vcf"), ("csv", "people.csv")):
            found = self.table(kind, (self.home / file).read_bytes())
            self.assertEqual([item["state"] for item in found.values()], ["same"], found)

    def test_whoever_is_called_otherwise_there_is_told_by_the_uid(self):
        self.mentor("init")
        (self.journal / "ada.toml").write_bytes(ADA.encode())
        card = self.mentor("export", "vcf")
        for name, mail, row in (('Countess; of "L"', "ada@", ("same", None)), ("Ada King", "ada@", ("same", "Ada Lovelace, 👩‍💻 here")),
                                ("Ada King", "king@", ("different", "Ada Lovelace, 👩‍💻 here; email king@example.org, here ada@example.org"))):
            found = self.table("vcard", card.replace("FN:Ada Lovelace\\, 👩‍💻", f"FN:{name}").replace("ada@", mail))
            self.assertEqual([(item["slug"], item["state"], item["what"]) for item in found.values()], [("ada", *row)])

    def logs(self):
        """{name: [entry, …]} of everyone in the journal."""
        return {item["name"]: item["log"] for item in json.loads(self.mentor("export", "json"))["items"]}

    def test_friends_come_with_what_you_did_together_under_one_id(self):
        self.mentor("init")
        self.person("ada", "Ada Lovelace")
        (self.home / "friends.md").write_text(FRIENDS)
        words = ["import", "friends", "friends.md", "--only", "mary", "--only", "ada"]
        self.mentor(*words, cwd=self.home)
        logs = self.logs()
        together, went, comet = logs["Mary Somerville"][1], logs["Mary Somerville"][0], logs["Mary Somerville"][2]
        self.assertEqual([entry["id"] for entry in logs["Ada Lovelace"]], [together["id"]])
        self.assertEqual((together["where"], together["topics"]), ("London", ["science:indoors"]))
        self.assertEqual((went["kind"], went["where"], comet["kind"]), ("meeting", "King's Lynn", "note"))
        self.assertEqual(went["note"], "Mary Somerville and I went to King's Lynn. @food")
        before = {file.name: file.read_bytes() for file in self.journal.glob("*.toml")}
        self.mentor(*words, cwd=self.home)
        self.assertEqual({file.name: file.read_bytes() for file in self.journal.glob("*.toml")}, before)
        self.mentor("undo")
        self.assertEqual([file.name for file in self.journal.glob("*.toml")], ["ada.toml"])

    def test_a_diary_is_the_same_as_text_and_as_json(self):
        self.mentor("init")
        self.person("ada", "Ada Lovelace")
        days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)] * 3
        notes = [f"Talk {i} with @ada." for i in range(len(days))]
        (self.home / "diary.txt").write_text("\n".join(f"[{day} 10:00:30 AM] {note}\nBelow it.\n" for day, note in zip(days, notes)))
        (self.home / "diary.json").write_text(json.dumps({"tags": {"@ada": len(days)}, "entries": [
            {"title": note, "body": "Below it.", "date": day, "time": "10:00", "tags": ["@ada"], "starred": False}
            for day, note in zip(days, notes)]}, indent=2))
        self.mentor("import", "jrnl", "diary.txt", "--yes", cwd=self.home)
        log = self.logs()["Ada Lovelace"]
        self.assertEqual([entry["on"][:10] for entry in log], sorted(days))
        self.assertEqual(len({entry["id"] for entry in log}), len(days))
        for file in ("diary.txt", "diary.json"):
            self.assertIn("There is nothing to import", self.run_mentor("import", "jrnl", file, cwd=self.home)[2])

    def test_what_jrnl_encrypts_is_refused(self):
        self.mentor("init")
        for text in (b"gAAAAABfb4gQBMqq==", b"JRNLv3\0000", bytes(range(128, 256))):
            (self.home / "diary.txt").write_bytes(text)
            code, out, err = self.run_mentor("import", "jrnl", "diary.txt", cwd=self.home)
            self.assertEqual((code, out), (3, ""))
            self.assertIn("encrypted", err)

    def test_eight_hundred_connections_come_in_by_nobody_s_yes(self):
        self.mentor("init")
        rows = "".join(f"P{i},Q,p{i}@example.org\n" for i in range(800))
        (self.home / "c.csv").write_text("Notes:\n\"a note\"\n\nFirst Name,Last Name,Email Address\n" + rows)
        for words in ([], ["--yes"]):
            code, out, err = self.run_mentor("import", "csv", "c.csv", *words, cwd=self.home)
            self.assertEqual((code, list(self.journal.glob("*.toml"))), (1, []))
            self.assertIn("800 new.", out)


if __name__ == "__main__":
    unittest.main()
