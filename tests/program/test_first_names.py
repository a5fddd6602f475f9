# SPDX-License-Identifier: MIT
"""Where others in the journal have the same first name, nothing that is shown or asked calls anyone by it alone."""

import re
import unittest
import urllib.parse

from program import ProgramTest, commands
from prompting import TerminalTest
from walks import PEOPLE, WALKS

# All that there is to say of someone, in words that name nobody.
LIFE = """
learn = ["Saying no"]
met = "At a fair"

[agreement]
every = "2w"
review = "3mo"
reviewed = 2026-05-01
initiates = "them"

[contact]
email = "m@example.org"
hours = "09:00-17:00"
timezone = "Europe/Berlin"

[[occasion]]
what = "birthday"
on = "11-25"

[[goal]]
id = "g3kq"
title = "Lead a project"
added = 2026-01-12
due = 2026-11-01

[[milestone]]
id = "m7dd"
goal = "g3kq"
what = "First draft reviewed"
due = 2026-11-20

[[log]]
id = "x4t9"
on = 2026-05-01
kind = "coffee"
by = "them"
goals = ["g3kq"]
topics = ["plans"]
note = "Talked about the plan."

[[log]]
id = "x5t9"
on = 2026-06-01
kind = "pulse"
respect = 2
exchange = 2
connection = 3

[[advice]]
id = "a1bb"
what = "Ask early"
on = 2026-05-01

[[advice]]
id = "a2bb"
what = "Ask late"
on = 2026-05-01
tried = 2026-06-01
outcome = "It worked"
worked = true

[[commitment]]
id = "c7k2"
owner = "me"
what = "Send the draft"
made = 2026-05-01
due = 2026-11-20
moved = [2026-10-01, 2026-10-15]

[[commitment]]
id = "c8k2"
owner = "them"
what = "Read the draft"
made = 2026-05-01
due = 2026-11-01

[[commitment]]
id = "d0ne"
owner = "me"
what = "Read the book"
made = 2026-05-01
done = 2026-06-20

[[question]]
id = "q1w8"
ask = "How did you begin?"
added = 2026-05-01

[[gift]]
id = "h1bb"
what = "The essay"
added = 2026-05-01
by = 2026-11-25
"""
WROTE = '\n[[log]]\nid = "w1aa"\non = 2026-11-01\nkind = "message"\nby = "me"\n'
HEADS = {
    "Planck": 'role = "mentor"\nstarted = 2026-01-12\nnext = 2026-11-20\n',
    "Weber": 'role = "mentee"\nstarted = 2026-01-12\nends = 2026-12-01\n',
    "Ernst": 'role = "peer"\nstage = "alumni"\nstarted = 2025-01-12\nended = 2026-01-12\n',
    "Frisch": 'role = "mentor"\nstage = "paused"\npaused_until = 2026-11-24\nstarted = 2026-01-12\n',
    "Born": 'role = "mentor"\nstage = "prospect"\nadded = 2026-10-01\nthrough = "Max Weber"\n',
}
KINDS = ["outreach", "agenda", "recap", "follow-up", "thanks", "news", "congrats", "feedback", "referral",
         "reschedule", "closing"]
# What is said to them, as between the two of you, and the part of a card for the name that was given.
SPOKEN_TO = re.compile(r"(?m)(Dear|Hello) Max,(?! dear)|\[ \] Max:|^N:.*")


def bare(text):
    """Where a first name stands alone, with what is around it; however the lines are broken."""
    unfolded = urllib.parse.unquote(text.replace("\r\n ", ""))  # a calendar's lines, and mailto:
    flat = re.sub(r"\s+", " ", SPOKEN_TO.sub("", unfolded))
    return [flat[max(0, found.start() - 40):found.end() + 40]
            for found in re.finditer(rf"\bMax\b(?! ({'|'.join(HEADS)})\b)", flat)]


class Pages(ProgramTest):
    def setUp(self):
        super().setUp()
        for last, head in HEADS.items():
            life = LIFE + (WROTE if last == "Born" else "")
            self.write(f"max-{last.lower()}.toml", f'format = 1\nname = "Max {last}"\n{head}{life}')

    def lines(self):
        """Every command that reads, of everyone and of each."""
        for name, command in commands("reads").items():
            if name.startswith(("help", "guide", "completion", "config", "check")):
                continue
            words = {"search": ["draft"], "export html": ["-"], "export ics": ["-"]}.get(name, [])
            if name != "draft":
                yield [*name.split(), *words]
            takes = [argument["value"] for argument in command["arguments"]]
            for last in HEADS if "WHO" in takes or name == "draft" else []:
                for kind in KINDS if name == "draft" else [None]:
                    yield [*name.split(), f"max-{last.lower()}", *(["--kind", kind] if kind else words)]
        yield []
        yield ["due", "--verbose", "--within", "1y"]
        yield ["draft", "max-planck", "--kind", "intro", "--to", "max-born"]

    def test_every_page_calls_them_by_their_whole_names(self):
        seen = 0
        for words in self.lines():
            for face in [], ["--json"]:
                code, out, err = self.run_mentor(*words, *face)
                seen += code == 0 and "Max" in out
                with self.subTest(words + face):
                    self.assertEqual(bare(out + "\n" + err), [])
        self.assertGreater(seen, 100)

    def test_every_draft_of_their_own(self):
        self.assertIn("Dear Max,", self.mentor("draft", "max-planck", "--kind", "thanks"))
        self.assertIn("Dear Max Planck, dear Max Born,",
                      self.mentor("draft", "max-planck", "--kind", "intro", "--to", "max-born"))

    def test_alone_they_are_called_by_their_first_name(self):
        for last in HEADS:
            if last != "Planck":
                (self.journal / f"max-{last.lower()}.toml").unlink()
        self.assertTrue(bare(self.mentor("due", "--verbose")))


class Questions(TerminalTest):
    NAMES = {"Ada": "Lovelace", "Alan": "Turing", "Barbara": "Liskov", "Carol": "Shaw", "Zoë": "Ångström"}

    def setUp(self):
        super().setUp()
        for name, text in PEOPLE.items():
            self.write(name, text)
        for first, last in self.NAMES.items():
            # They come last in every list that is answered by a number.
            word = "zoe" if first == "Zoë" else first.lower()
            self.write(f"zz-{word}.toml", f'name = "{first} Zzyzx"\nrole = "peer"\nstage = "declined"\n')
        self.mentor("ask", "zoe-angstrom", "What comes first?")
        self.mentor("snooze", "zoe-angstrom", "2w")
        (self.journal / "carol-shaw.toml").chmod(0o644)  # for `check --fix`
        self.environment["EDITOR"] = "true"

    def whole(self, text):
        for first, last in self.NAMES.items():
            text = re.sub(rf"\b{first}\b(?! {last})", f"{first} {last}", text)
        return text

    def slugs(self, word):
        known = {"ada": "ada-lovelace", "alan": "alan-turing", "barbara": "barbara-liskov", "carol": "carol-shaw",
                 "zoe": "zoe-angstrom"}
        return known.get(word, word)

    def bare(self, text):
        flat = re.sub(r"\s+", " ", text)
        return [flat[max(0, found.start() - 40):found.end() + 40] for first, last in self.NAMES.items()
                for found in re.finditer(rf"\b{first}\b(?! ({last}|Zzyzx|M\.))", flat)]

    def test_every_question_and_answer_calls_them_by_their_whole_names(self):
        before = {file: file.read_text() for file in self.journal.iterdir()}
        for walk in WALKS:
            if walk.words[0] in ("undo", "snooze", "draft"):  # a letter speaks to them
                continue
            for file in self.journal.iterdir():
                file.unlink()
            for file, text in before.items():
                file.write_text(text)
            with self.subTest(walk.words):
                person = self.open(*map(self.slugs, walk.words), columns=120, rows=100)
                self.answer(person, [(self.whole(question), self.slugs(answer)) for question, answer in walk.steps])
                person.wait()
                self.assertEqual(self.bare(person.everything()), [])


if __name__ == "__main__":
    unittest.main()
