# SPDX-License-Identifier: MIT
"""The manual says everything that the program offers, and is sound mdoc."""

import re
import subprocess
import unittest

from program import PROGRAM, SOURCE, commands, help_of_all

PAGES = ["mentor.1", "mentor-relationship.5", "mentor-dates.7", "mentor-guide.7", "mentor-json.7",
         "mentor-privacy.7"]


def names_of(options):
    return {name for option in options for name in option["names"]}


def manual():
    return (SOURCE / "man/mentor.1").read_text()


def documented_options(text):
    long = {"--" + name for name in re.findall(r"Fl Fl ([a-z-]+)", text)}
    short = {"-" + name for name in re.findall(r"Fl ([a-zA-Z0-9])\b", text)}
    return long | short


def section_of(name, text):
    """The part of the manual that begins with the command's own item."""
    start = re.search(r"^\.It Nm Cm " + re.escape(name) + r"(?= (?:Op|Oo|Ar)|$)", text, re.M)
    if not start:
        return None
    following = re.search(r"^(?:\.It Nm Cm|\.Ss|\.Sh)", text[start.end():], re.M)
    return text[start.start():start.end() + following.start()]


def words_of(page):
    """What a rendered page says between its header and footer, whatever its spaces, dashes and quotes: a newer groff
    puts the names of sections between some."""
    page = re.sub(r".\x08|\x1b\[[0-9;]*m", "", page)
    lines = [line for line in page.splitlines() if line.strip()][1:-1]
    return re.sub(r"[-‐−–—“”\s]", "", "".join(lines))


class Manual(unittest.TestCase):
    def test_pages_say_the_same_under_groff(self):
        """Debian's man uses groff, other systems mandoc."""
        for page in PAGES:
            rendered = [subprocess.run([*command, SOURCE / "man" / page], check=True,
                                       capture_output=True, text=True)
                        for command in (["groff", "-mandoc", "-Tutf8", "-wall", "-P-c"],
                                        ["mandoc", "-T", "utf8"])]
            with self.subTest(page):
                self.assertEqual(rendered[0].stderr, "")
                groff, mandoc = (words_of(each.stdout) for each in rendered)
                self.assertGreater(len(mandoc), 1000)
                self.assertEqual(groff, mandoc)

    def test_the_program_has_the_pages_in_itself(self):
        """They say the same words there, and none is so long that it is cut."""
        for page in PAGES:
            mandoc = subprocess.run(["mandoc", "-T", "utf8", SOURCE / "man" / page], check=True,
                                    capture_output=True, text=True).stdout
            for name in {page.split(".")[0], page.split(".")[0].removeprefix("mentor-")}:
                done = subprocess.run([PROGRAM, "help", "--man", name], check=True, capture_output=True,
                                      text=True, env={"HOME": "/nonexistent"})
                with self.subTest(name):
                    # It has no header and no footer.
                    self.assertEqual(words_of(f"\n.\n{done.stdout}\n.\n"), words_of(mandoc))

    def test_what_is_to_be_typed_stands_in_one_line_of_a_window(self):
        typed = 0
        for page in PAGES:
            shown = subprocess.run([PROGRAM, "help", "--man", page.split(".")[0]], check=True, capture_output=True, text=True,
                                   env={"HOME": "/nonexistent", "COLUMNS": "80"}).stdout
            lines = {line.strip() for line in shown.splitlines()}
            text = (SOURCE / "man" / page).read_text()
            blocks = re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", text, re.M | re.S)
            single = re.findall(r"^\.Dl (?!slug )(.*)$", text, re.M)  # but for the names of fields, which are no command
            for line in filter(None, "\n".join(blocks + single).splitlines()):
                for name, sign in {r"\(dq": '"', r"\(aq": "'", r"\e": "\\"}.items():
                    line = line.replace(name, sign)
                if r"\(" in line:
                    continue  # another sign that has a name
                typed += 1
                self.assertIn(line.strip(), lines, page)
        self.assertGreater(typed, 100)

    def test_a_page_is_named_in_the_ways_that_come_to_mind(self):
        def help(*words):
            return subprocess.run([PROGRAM, "help", *words], check=True, capture_output=True, text=True,
                                  env={"HOME": "/nonexistent"}).stdout
        self.assertEqual(help("--man"), help("--man", "mentor"))
        self.assertEqual(help("relationship"), help("--man", "relationship"))
        self.assertEqual(help("json"), help("--man", "json"))

    def test_columns_hold_their_cells(self):
        for page in PAGES:
            width = None
            for line in (SOURCE / "man" / page).read_text().splitlines():
                if begin := re.match(r'\.Bl -column "([^"]*)"', line):
                    width = len(begin.group(1))
                elif line == ".El":
                    width = None
                elif width and (row := re.match(r"\.It (?!Ta)\w\w (.*?) Ta ", line)):
                    cell = row.group(1).replace('"', "").replace(" ,", ",")
                    self.assertLessEqual(len(cell), width, f"{page}: {line}")

    def test_every_page_is_clean(self):
        for page in PAGES:
            done = subprocess.run(["mandoc", "-T", "lint", SOURCE / "man" / page],
                                  capture_output=True, text=True)
            # The pages refer to each other, and needn't be installed to be tested.
            lines = [line for line in done.stdout.splitlines()
                     if "referenced manual not found: Xr mentor" not in line]
            self.assertEqual(lines, [], page)

    def test_every_command_has_its_item(self):
        names = commands()
        self.assertIn("log", names)
        self.assertIn("goal add", names)
        for name in names:
            self.assertIsNotNone(section_of(name, manual()), f"mentor(1) doesn't say: {name}")

    def test_every_option_is_in_the_manual(self):
        common = documented_options(manual().split(".Ss WHO and REF")[0])
        # Items that share one text: what follows the last of them is said of all.
        shared = {"done": "told", "drop": "told"}
        checked = 0
        for name, command in commands().items():
            known = common | documented_options(section_of(shared.get(name, name), manual()))
            for option in names_of(command["options"]):
                checked += 1
                self.assertIn(option, known, f"mentor(1) doesn't say: {name} {option}")
        self.assertGreater(checked, 100, "the options were not found")

    def test_the_manual_offers_nothing_that_isn_t_there(self):
        help = help_of_all()
        everything = names_of(help["options"]).union(*(names_of(command["options"]) for command in help["items"]))
        for option in documented_options(manual().split(".Sh ENVIRONMENT")[0]):
            self.assertIn(option, everything)


if __name__ == "__main__":
    unittest.main()
