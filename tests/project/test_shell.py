# SPDX-License-Identifier: MIT
"""What the source tells to type goes through shell_word(): words of the journal never reach a hint as they are."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
COMMANDS = {name.split("_")[0] for name in re.findall(r"(?m)^COMMAND\((\w+)\)", (SOURCE / "commands/all.inc").read_text())}
# A command with something filled in: "mentor show {}". What names a command itself is none: "mentor help {}".
HINT = re.compile(rf"\bmentor (?:{'|'.join(sorted(COMMANDS - {'help', 'guide'}))})\b(?: [a-z-]+)*[ =]\{{")
CALL = re.compile(r'\b(fmt::format|sentence|suggestion)\(')


def calls(text):
    """Each call of what formats, as it is written, with the line it begins in; a call in a call is one more."""
    for match in CALL.finditer(text):
        depth, end = 0, match.end() - 1
        while True:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
            if depth == 0:
                break
        yield text.count("\n", 0, match.start()) + 1, text[match.start():end]


def unquoted(text):
    for line, call in calls(text):
        # What is formatted further in is looked at by itself.
        inner = CALL.sub("", re.sub(r'to_type\([^()]*(?:\([^()]*\)[^()]*)*\)', "", call[call.index("(") + 1:]))
        literals = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', inner))
        if HINT.search(literals) and not re.search(r"\b(?:shell_word|path_to_type)\(", call):
            yield line, call
    for match in re.finditer(r'"[^"\n]*\bmentor [a-z][^"\n]*" *\+(?! *shell_word)', text):
        yield text.count("\n", 0, match.start()) + 1, match.group()


class Shell(unittest.TestCase):
    def test_the_search_finds_what_isnt_quoted(self):
        for wrong in ('fmt::format("see: mentor show {}", slug)', 'sentence("To go on: mentor resume {}.", slug)',
                      '"mentor log " + slug', 'fmt::format("mentor ask {} --answer {}=TEXT", slug, id)'):
            self.assertEqual(len(list(unquoted(wrong))), 1, wrong)
        for right in ('to_type("see: mentor show {}", slug)', 'fmt::format("mentor {} {}", verb, shell_word(slug))',
                      'fmt::format("`mentor {}` needs {}", name, value)', 'sentence("Once more: {}", to_type("mentor show {}", slug))'):
            self.assertEqual(list(unquoted(right)), [], right)

    def test_every_hint_is_quoted(self):
        for file in sorted(SOURCE.rglob("*.[ch]pp")):
            for line, call in unquoted(file.read_text()):
                with self.subTest(place=f"{file.relative_to(SOURCE)}:{line}"):
                    self.fail(f"words for a shell go through to_type() or shell_word(): {call}")


if __name__ == "__main__":
    unittest.main()
