# SPDX-License-Identifier: MIT
"""The program on a real terminal: what `log` and `add` ask, signals, the editor and the pager."""

import pathlib
import re
import shutil
import signal
import unittest

from program import PROGRAM
from prompting import TerminalTest
from terminal import Key
from waiting import wait_until
from walks import ADD_WALK, LOG_WALK


class Log(TerminalTest):
    LOOKS_FOR_LEAKS = True

    def test_those_most_in_need_come_first_and_a_number_picks(self):
        person = self.open("log")
        self.answer(person, LOG_WALK)
        self.assert_ends(person, 0)
        self.assertIn("  1  Ada Lovelace  no contact yet\n  2  Zoë Ångström  last call 2 days ago\n",
                      person.everything())
        self.assertIn("Logged: coffee with Ada Lovelace on Sat 21 Nov 2026\n"
                      "  you promised   Send the draft, by Fri 27 Nov 2026\n"
                      "  they promised  Intro to Grace, by Sun 6 Dec 2026\n"
                      "  to ask         How was the re-org?\n"
                      "  advice         Lead with impact\n"
                      "  win            Spoke at the meetup\n"
                      "  next meeting   Thu 26 Nov 2026, 15:30", person.everything())
        text = self.read("ada-lovelace.toml")
        for line in ("on = 2026-11-21", 'kind = "coffee"', 'note = "Talked about the packet"',
                     'what = "Send the draft"', "due = 2026-11-27", 'what = "Intro to Grace"',
                     'ask = "How was the re-org?"', "next = 2026-11-26T15:30:00"):
            self.assertIn(line, text)

    def test_a_name_picks_too_and_who_is_unknown_is_asked_for_again(self):
        person = self.open("log")
        self.answer(person, [("Who was it with?", ""), ("Who was it with?", "3"),
                             ("Who was it with?", "Bob"), ("Who was it with?", "zoe"),
                             ("When were you in touch with Zoë Ångström?", "")])
        person.expect("How?")
        self.assertIn("Type a number from the list, or a name.", person.everything())
        self.assertIn("the list has no 3", person.everything())
        self.assertIn("there is nobody called 'Bob'", person.everything())

    def test_the_only_one_there_is_needs_no_name(self):
        (self.journal / "zoe-angstrom.toml").unlink()
        person = self.open("log")
        self.answer(person, [("Who was it with? [Ada Lovelace]", "")])
        person.expect("When were you in touch with Ada Lovelace?")

    def test_more_people_than_the_list_shows_are_counted(self):
        for number in range(7):
            self.person(f"friend-{number}", f"Friend {number}")
        person = self.open("log")
        person.expect("Who was it with?")
        self.assertIn("and 3 others, by name", person.everything())

    def test_several_of_that_name_are_chosen_from_by_number(self):
        self.person("ada-byron", "Ada Byron")
        person = self.open("log", "ada")
        self.answer(person, [("Which 'ada'?", "x"), ("Which 'ada'?", "3"), ("Which 'ada'?", "2")])
        person.expect("When were you in touch with Ada Lovelace?")
        self.assertIn("1  Ada Byron (ada-byron)\n  2  Ada Lovelace (ada-lovelace)", person.everything())
        self.assertEqual(person.everything().count("Type a number from 1 to 2, or a word of one."), 2)

    def test_enter_alone_logs_a_meeting_of_today(self):
        person = self.open("log", "ada")
        self.answer(person, [(question, "") for question, _ in LOG_WALK[1:-1]
                             if not question.startswith(("And?", "Anything else?"))])
        self.answer(person, [("When do you meet next? [Sun 20 Dec 2026]", "")])
        self.assert_ends(person, 0)
        self.assertIn("Logged: meeting with Ada Lovelace on Sun 22 Nov 2026\n"
                      "  next meeting  Sun 20 Dec 2026", person.everything())

    def test_a_touch_asks_for_no_more_than_what_it_was_about(self):
        person = self.open("log", "ada", "--kind", "message")
        self.answer(person, [("When were you in touch", ""), ("What was it about?", "")])
        self.assert_ends(person, 0)
        person = self.open("log", "ada", "--kind", "note")
        self.answer(person, [("When were you in touch", ""), ("What was it about?", "")])
        self.assert_ends(person, 0)

    def test_what_the_command_line_says_is_not_asked_again(self):
        person = self.open("log", "ada", "--on", "yesterday", "--kind", "call", "--next", "4w")
        self.answer(person, [("What was it about?", "Things"), ("And?", ""),
                             ("Anything promised?", "")])
        self.assert_ends(person, 0)
        for words in (["hello"], ["--win", "Spoke"], ["--todo", "Send it"], ["--ask", "Why?"]):
            person = self.open("log", "ada", *words)
            self.assert_ends(person, 0)
            self.assertTrue(person.everything().startswith("Logged: meeting with"))

    def test_the_meeting_that_is_agreed_is_shown_and_kept_by_enter(self):
        self.person("ada-lovelace", "Ada Lovelace", next="2026-12-03")
        person = self.open("log", "ada", "--on", "today", "--kind", "call")
        self.answer(person, [("What was it about?", ""), ("Anything promised?", ""),
                             ("When do you meet next? [Thu 3 Dec 2026]", "")])
        self.assert_ends(person, 0)
        self.assertIn("next = 2026-12-03\n", self.read("ada-lovelace.toml"))

    def test_what_was_answered_outlives_a_file_that_broke_meanwhile(self):
        sound = self.read("ada-lovelace.toml")
        person = self.open("log")
        self.answer(person, LOG_WALK[:-1])
        person.expect(LOG_WALK[-1][0])
        self.write("ada-lovelace.toml", 'name = "Ada')
        person.send("thu 15:30", Key.ENTER)
        self.assert_ends(person, 3)
        self.assertIn("to go on: mentor log --resume", person.everything())
        self.write("ada-lovelace.toml", sound)
        person = self.open("log", "--resume")
        self.assert_ends(person, 0)
        text = self.read("ada-lovelace.toml")
        for line in ('note = "Talked about the packet"', 'what = "Send the draft"',
                     'what = "Intro to Grace"', 'ask = "How was the re-org?"',
                     "next = 2026-11-26T15:30:00"):
            self.assertIn(line, text)


class Add(TerminalTest):
    LOOKS_FOR_LEAKS = True

    def read_without_uid(self, name):
        """The file without the line that is another each time."""
        text, count = re.subn(r'(?m)^uid = "[0-9a-hjkmnp-tv-z]{16}"\n', "", self.read(name))
        self.assertEqual(count, 1)
        return text

    def test_the_walk_covers_who_they_are_and_what_you_agreed(self):
        person = self.open("add")
        self.answer(person, ADD_WALK)
        self.assert_ends(person, 0)
        self.assertIn("Enter skips a question, ? explains it, Ctrl-C leaves with nothing written.",
                      person.everything())
        self.assertIn("Added Grace Hopper as your mentor: grace-hopper.toml\n"
                      "  began          Sat 21 Nov 2026\n"
                      "  ends           Thu 31 Dec 2026\n"
                      "  next birthday  Wed 9 Dec 2026\n"
                      "  check-in due   Sat 19 Dec 2026\n"
                      "After you meet: mentor log grace-hopper", person.everything())
        self.assertEqual(self.read_without_uid("grace-hopper.toml"), """\
format = 1
name = "Grace Hopper"
role = "mentor"
stage = "active"
started = 2026-11-21
ends = 2026-12-31
met = "RubyConf hallway"
learn = ["saying no"]
added = 2026-11-22

[contact]
email = "grace@example.org"

[agreement]
every = "4w"
initiates = "me"
where = "the café"
length = "45m"
confidential = true
honest = true
expectations = "Honesty"
boundaries = "Salaries"
agreed = 2026-11-22

[[occasion]]
what = "birthday"
on = "12-09"
""")

    def test_a_name_that_cannot_be_is_refused_before_anything_else_is_asked(self):
        person = self.open("add")
        self.answer(person, [("Who is it?", ""), ("Who is it?", "?!…"), ("Who is it?", "ADA lovelace"),
                             ("Who is it?", "漢字 O'Brien 🎉")])
        person.expect("What are they to you")
        shown = person.everything()
        self.assertIn("A file needs a name.", shown)
        self.assertIn("'?!…' holds no letter or digit", shown)
        self.assertIn("there is a relationship called 'ada-lovelace' already", shown)
        person = self.open("add", "Ada", "Lovelace")
        self.assert_ends(person, 2)

    def test_a_prospect_is_asked_nothing_about_an_agreement(self):
        person = self.open("add", "Grace Hopper")
        self.answer(person, [("What are they to you", "prospect"), *ADD_WALK[2:5]])
        self.assert_ends(person, 0)
        self.assertIn("Added Grace Hopper to your prospects: grace-hopper.toml", person.everything())
        self.assertIn("A first word to them: mentor draft grace-hopper --kind outreach",
                      person.everything())
        self.assertNotIn("[agreement]", self.read("grace-hopper.toml"))

    def test_enter_skips_everything_but_the_name(self):
        person = self.open("add")
        self.answer(person, [ADD_WALK[0], *((question, "") for question, _ in ADD_WALK[1:6])])
        self.assert_ends(person, 0)
        self.assertEqual(self.read_without_uid("grace-hopper.toml"), """\
format = 1
name = "Grace Hopper"
role = "mentor"
stage = "active"
added = 2026-11-22
""")

    def test_from_nothing_to_the_first_coffee_takes_fourteen_answers(self):
        shutil.rmtree(self.journal)
        (self.home / "config.toml").unlink(missing_ok=True)
        first = [("What is your name?", "Tim"), ("What do you want to learn?", "To lead"),
                 ("Who is it?", "Grace Hopper"), ("What are they to you", ""),
                 ("How did you meet?", "RubyConf"), ("Where does mail reach them?", "grace@example.org"),
                 ("Talk about what the two of you agreed: now or later? [later]", "")]
        person = self.open()
        self.answer(person, first)
        self.assert_ends(person, 0)
        self.assertIn("After you meet: mentor log grace-hopper", person.everything())
        coffee = [("Who was it with? [Grace Hopper]", ""), ("When were you in touch", ""), ("How?", "coffee"),
                  ("What was it about?", "How she leads"), ("And?", ""),
                  ("Anything promised?", ""), ("When do you meet next?", "")]
        person = self.open("log")
        self.answer(person, coffee)
        self.assert_ends(person, 0)
        self.assertLessEqual(len(first) + len(coffee), 14)
        self.assertIn('kind = "coffee"', self.read("grace-hopper.toml"))
        config = (self.home / "config.toml").read_text()
        self.assertIn('name = "Tim"', config)
        self.assertIn('goal = "To lead"', config)

    def test_a_role_on_the_command_line_says_enough(self):
        self.assert_ends(self.open("add", "Grace", "--role", "peer"), 0)

class Leaving(TerminalTest):
    LOOKS_FOR_LEAKS = True

    def test_ctrl_c_leaves_a_line_that_is_half_typed_or_pasted(self):
        before = self.snapshot()
        for text in ("half a li", "\x1b[200~half a paste\rwith"):
            person = self.open("log", "ada")
            person.expect("When were you in touch with Ada Lovelace? [today] ")
            person.send(text, Key.CTRL_C)
            self.assert_ends(person, 130)
        self.assertEqual(self.snapshot(), before)

    def test_a_signal_or_a_terminal_that_goes_away_ends_it(self):
        before = self.snapshot()
        for number in (signal.SIGTERM, signal.SIGHUP):
            person = self.open("log", "ada")
            person.expect("When were you in touch")
            person.kill(number)
            self.assert_ends(person, 128 + number)
        person = self.open("log", "ada")
        person.expect("When were you in touch")
        person.hang_up()
        self.assertEqual(person.wait(), 128 + signal.SIGHUP)
        self.assertEqual(self.snapshot(), before)

    def test_a_terminal_that_goes_away_unheard_ends_it_too(self):
        code = self.home / "code"
        person = self.open(program=["sh", "-c", f'trap "" HUP; "{PROGRAM}" log ada; echo $? > "{code}"'])
        person.expect("When were you in touch")
        person.hang_up()
        person.wait()
        self.assertEqual(code.read_text(), "130\n")

    def test_ctrl_z_stops_it_and_fg_goes_on_where_it_was(self):
        person = self.open(program=["bash", "--norc", "--noprofile", "-i"],
                           environment={"PS1": "shell> "})
        person.expect("shell> ")
        person.send(f'"{PROGRAM}" log ada --kind note --on today', Key.ENTER)
        person.expect("What was it about?")
        person.send("Half")
        person.expect_screen("What was it about? Half")  # Ctrl-Z flushes what wasn't read yet
        person.send(Key.CTRL_Z)
        person.expect("Stopped")
        person.expect("shell> ")
        person.send("fg", Key.ENTER)
        person.expect("What was it about? Half")
        person.send(" and half", Key.ENTER)
        person.expect("And?")
        person.send(Key.ENTER)
        person.expect("Logged: note about Ada Lovelace")
        self.assertIn('note = "Half and half"', self.read("ada-lovelace.toml"))


class Editor(TerminalTest):
    LOOKS_FOR_LEAKS = True

    BREAKS = "echo 'name = \"Ada' > \"$1\""

    def test_what_cannot_be_read_is_opened_again_and_kept_on_leaving(self):
        before = self.read("ada-lovelace.toml")
        person = self.open("edit", "ada", environment={"EDITOR": self.script("editor", self.BREAKS)})
        self.answer(person, [("Open it again? (yes/no) [yes]", "")])
        person.expect("Open it again?")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        self.assertIn("Your text is kept in", person.everything())
        self.assertEqual(len(list(self.home.glob("*ada-lovelace.toml"))), 1)
        self.assertEqual(self.read("ada-lovelace.toml"), before)

    def test_yes_does_not_open_the_same_text_for_ever(self):
        person = self.open("edit", "ada", "--yes",
                           environment={"EDITOR": self.script("editor", self.BREAKS)})
        self.answer(person, [("Open it again?", "no")])
        self.assert_ends(person, 3)

    def test_what_was_written_is_named_where_the_editor_is_gone_meanwhile(self):
        person = self.open("edit", "ada", environment={"EDITOR": self.script("editor", self.BREAKS + '; rm "$0"')})
        self.answer(person, [("Open it again?", "")])
        self.assert_ends(person, 5)
        self.assertIn("can't be found", person.everything())
        (copy,) = self.home.glob("*ada-lovelace.toml")
        self.assertIn(str(copy), person.everything())

    def test_where_nobody_named_an_editor_the_first_that_runs_is_taken(self):
        bin = self.home / "bin"
        bin.mkdir()

        def put(name, script):
            (bin / name).write_text(f"#!/bin/sh\n{script}\n")
            (bin / name).chmod(0o755)

        def edit(code):
            person = self.open("edit", "ada", environment={"PATH": str(bin), "EDITOR": "", "VISUAL": ""})
            self.assert_ends(person, code)
            return person.everything()

        self.assertIn("the editor nano can't be found", edit(5))
        put("vi", "exit 3")
        self.assertIn("the editor vi ended with 3", edit(5))
        put("nano", "exec /nowhere/nano")
        put("editor", "echo 'met = \"Paris\"' >> \"$1\"")
        edit(0)
        self.assertIn('met = "Paris"', self.read("ada-lovelace.toml"))

    def test_a_note_is_written_in_the_editor(self):
        editor = self.script("editor", "printf 'A long talk.\\n! Spoke\\n' > \"$1\"")
        person = self.open("log", "ada", "--edit", environment={"EDITOR": editor})
        self.assert_ends(person, 0)
        self.assertIn('note = "A long talk."\nwins = ["Spoke"]', self.read("ada-lovelace.toml"))


class Around(TerminalTest):
    LOOKS_FOR_LEAKS = True

    def test_remove_asks(self):
        for answer, code in ((Key.ENTER, 0), ("no" + Key.ENTER, 0), (Key.CTRL_C, 130)):
            person = self.open("remove", "ada")
            person.expect("(yes/no) [no]")
            person.send(answer)
            self.assert_ends(person, code)
            self.assertTrue((self.journal / "ada-lovelace.toml").exists())
        person = self.open("remove", "ada")
        self.answer(person, [("(yes/no) [no]", "yes")])
        self.assert_ends(person, 0)
        self.assertFalse((self.journal / "ada-lovelace.toml").exists())
        self.assert_ends(self.open("remove", "zoe", "--yes"), 0)
        self.assertFalse((self.journal / "zoe-angstrom.toml").exists())

    def test_long_output_goes_to_the_pager_and_short_output_does_not(self):
        for number in range(30):
            self.person(f"friend-{number}", f"Friend {number}")
        environment = {"PAGER": self.script("pager", "echo paged; cat")}
        for words, paged in ((["list"], True), (["list", "--no-pager"], False),
                             (["list", "--json"], False), (["show", "ada"], False)):
            with self.subTest(words):
                person = self.open(*words, environment=environment)
                self.assert_ends(person, 0)
                self.assertEqual(person.everything().startswith("paged\n"), paged)

    def test_a_pager_that_cannot_be_run_hides_nothing(self):
        for i in range(30):
            self.person(f"p{i}", f"Person {i}")
        plain = self.home / "plain"
        plain.write_text("no program")
        broken = self.home / "broken"
        broken.write_text("no program")
        broken.chmod(0o755)
        loop = self.home / "loop"
        loop.symlink_to(loop)
        wrapper = self.script("wrapper", "exec /nowhere/less")
        for pager in ("/etc", plain, broken, loop, wrapper, "/nowhere/less", "x" * 300, "'less -R", "''",
                      self.home / ("y" * 300)):
            with self.subTest(pager):
                person = self.open("list", environment={"MENTOR_PAGER": str(pager)})
                person.expect("Person 29")
                self.assertEqual(person.wait(), 0)

    def test_a_pager_that_is_left_early_is_no_error(self):
        for number in range(30):
            self.person(f"friend-{number}", f"Friend {number}")
        person = self.open("list", environment={"PAGER": self.script("pager", "head -n 1")})
        self.assert_ends(person, 0)

    def test_what_ends_mentor_ends_the_pager_too(self):
        for number in range(300):
            self.person(f"friend-{number}", f"Friend {number}" + 300 * "x")
        for reads in ("cat > /dev/null; ", ""):  # to the end, or not even the beginning
            script = self.script("pager", f'{reads}echo $$ > "$HOME/pager.id"; exec sleep 1000')
            for how in ("hang up", signal.SIGHUP, signal.SIGTERM):
                with self.subTest(reads=reads, how=how):
                    pager = self.pager_of(self.open("list", environment={"PAGER": script}), how)
                    wait_until(lambda: not pathlib.Path(f"/proc/{pager}").exists(), "the end of the pager")

    def pager_of(self, person, how):
        """Its number, once mentor has ended."""
        number = self.home / "pager.id"
        wait_until(lambda: person.settle() or number.exists() and number.read_text().endswith("\n"), "the pager")
        pager = int(number.read_text())
        number.unlink()
        if how == "hang up":
            person.hang_up()
        else:
            person.kill(how)
        self.assertEqual(person.wait(), 128 + (signal.SIGHUP if how == "hang up" else how))
        return pager

    def test_what_ends_mentor_ends_a_notice_that_hangs_too(self):
        self.person("ada-byron", "Ada Byron")
        self.script("notify-send", 'echo $$ > "$HOME/pager.id"; exec sleep 1000')
        path = f"{self.home}:/usr/bin:/bin"
        for how in ("hang up", signal.SIGHUP, signal.SIGTERM):
            with self.subTest(how=how):
                notifier = self.pager_of(self.open("remind", "--notify", environment={"PATH": path}), how)
                wait_until(lambda: not pathlib.Path(f"/proc/{notifier}").exists(), "the end of the notice")

    def test_a_desktop_without_notices_is_told(self):
        self.person("ada-byron", "Ada Byron")
        for script, said in ((None, "notify-send can't be found"), ("exit 4", "notify-send ended with 4")):
            with self.subTest(said):
                if script:
                    self.script("notify-send", script)
                person = self.open("remind", "--notify", environment={"PATH": str(self.home)})
                self.assert_ends(person, 5)
                self.assertIn(said, person.everything())

    def test_a_refusal_that_no_answer_changes_keeps_none(self):
        person = self.open("resume")
        self.answer(person, [("Who is it about?", "ada")])
        self.assert_ends(person, 2)
        self.assertNotIn("--resume", person.everything())

    def test_nothing_is_asked_with_no_input(self):
        self.person("ada-byron", "Ada Byron")
        before = self.snapshot()
        for words, code in ((["log"], 2), (["log", "zoe"], 2), (["add"], 2), (["add", "Grace"], 2),
                            (["remove", "zoe"], 2), (["show", "ada"], 4)):
            with self.subTest(words):
                person = self.open(*words, "--no-input")
                self.assert_ends(person, code)
                self.assertTrue(person.everything().startswith("mentor: "), person.everything())
        self.assertEqual(self.snapshot(), before)

    def test_nothing_is_asked_where_the_answers_go_elsewhere(self):
        person = self.open(program=["sh", "-c", f'"{PROGRAM}" log ada > "{self.home}/out"'])
        self.assert_ends(person, 2)
        self.assertIn("there is nothing to log", person.everything())


if __name__ == "__main__":
    unittest.main()
