# SPDX-License-Identifier: MIT
"""The guide fits a screen, its commands work, and mentor-guide(7) says the same, word for word.

With MENTOR_REWRITE=1 the topics of the manual page are rewritten from the program's.
"""

import json
import os
import re
import shlex
import textwrap
import unittest

from program import SOURCE, ProgramTest

PAGE = SOURCE / "man/mentor-guide.7"
TOPICS = re.compile(r"(?<=^\.Sh TOPICS\n).*?(?=^\.Sh SEE ALSO$)", re.S | re.M)
# A page of as many lines as the window has would go through the pager.
LINES, COLUMNS = 23, 76


def prose(paragraph):
    """Running text as mdoc has it: a sentence begins a line, and no line begins like a request."""
    lines = []
    for sentence in re.split(r'(?<=[.?!]) (?=["A-Z])|(?<=[.?!]") (?=["A-Z])', paragraph):
        lines += textwrap.wrap(sentence, 78, break_long_words=False, break_on_hyphens=False)
    return [r"\&" + line if line[0] in ".'" else line for line in lines]


def listed(rows, width, macro=""):
    lines = [".Pp", f'.Bl -tag -width "{width}" -compact']
    for name, words in rows:
        escaped = name.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
        lines += [f'.It {macro}"{escaped}"', *prose(words)]
    return [*lines, ".El"]


def section(topic):
    lines = [f".Ss {topic['title']} ({topic['topic']})"]
    for paragraph in topic["text"].split("\n\n"):
        lines += [".Pp"] * (len(lines) > 1) + prose(paragraph)
    if terms := [(row["term"], row["what"]) for row in topic["terms"]]:
        lines += listed(terms, max((term for term, _ in terms), key=len))
    commands = [(row["command"], row["what"]) for row in topic["commands"]]
    return lines + listed(commands, "Ds", "Ic ")


class Guide(ProgramTest):
    maxDiff = None

    def setUp(self):
        super().setUp()
        self.topics = json.loads(self.mentor("guide", "--json"))["items"]
        self.assertGreater(len(self.topics), 10)

    def test_every_topic_stays_under_a_screen(self):
        for words in [[], *([topic["topic"]] for topic in self.topics)]:
            lines = self.mentor("guide", *words).splitlines()
            self.assertLessEqual(len(lines), LINES, words)
            for line in lines:
                self.assertLessEqual(len(line), COLUMNS, line)

    def test_no_text_lies_unused_beside_the_others(self):
        def texts(folder):
            return {path.stem for path in (SOURCE / "src/commands" / folder).glob("*.txt")}

        self.assertEqual(texts("looking/guide"), {topic["topic"] for topic in self.topics})
        for kind in texts("people/drafts"):
            path = SOURCE / f"src/commands/people/drafts/{kind}.txt"
            self.assertEqual(self.mentor("draft", "--template", "--kind", kind), path.read_text())

    def test_its_commands_typed_in_order_tell_a_mentorship(self):
        self.environment["EDITOR"] = "true"
        for topic in self.topics:
            self.assertTrue(topic["commands"], topic["topic"])
            for row in topic["commands"]:
                program, *words = shlex.split(row["command"])
                self.assertEqual(program, "mentor")
                with self.subTest(topic=topic["topic"], command=row["command"]):
                    self.mentor(*words)
        self.assertIn('stage = "alumni"', self.read("ada-lovelace.toml"))
        self.assertIn('role = "mentee"', self.read("grace-hopper.toml"))

    def test_the_prose_names_no_command(self):
        """What is typed stands in the lists of commands, where the test above runs it."""
        for topic in self.topics:
            words = [topic["text"], *(row["what"] for row in topic["terms"])]
            for text in words:
                self.assertIsNone(re.search(r"`|--|\bmentor (?:guide|help)\b", text), text)

    def test_the_manual_page_says_the_same(self):
        page = PAGE.read_text()
        expected = "".join(line + "\n" for topic in self.topics for line in section(topic))
        if os.environ.get("MENTOR_REWRITE"):
            page = TOPICS.sub(lambda _: expected, page)
            PAGE.write_text(page)
        found = TOPICS.search(page)
        self.assertIsNotNone(found)
        self.assertEqual(found.group(), expected)


if __name__ == "__main__":
    unittest.main()
