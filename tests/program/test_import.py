# SPDX-License-Identifier: MIT
"""What other programs write is read, and what mentor exports comes back."""

import csv
import io
import json
import subprocess
import unittest

from program import ProgramTest
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

    def test_what_mentor_exports_for_others_is_known_again(self):
        self.mentor("init")
        (self.journal / "ada.toml").write_bytes(ADA.encode())
        self.mentor("export", "vcf", "-o", "people.vcf", cwd=self.home)
        self.mentor("export", "csv", "--table", "people", "-o", "people.csv", cwd=self.home)
        for kind, file in (("vcard", "people.vcf"), ("csv", "people.csv")):
            found = self.table(kind, (self.home / file).read_bytes())
            self.assertEqual([item["state"] for item in found.values()], ["same"], found)

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
