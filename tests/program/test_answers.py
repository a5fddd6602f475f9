# SPDX-License-Identifier: MIT
"""What a person types and presses at a question, and what the program makes of it."""

import os
import signal
import unittest

from prompting import TerminalTest
from terminal import Key
from walks import ADD_WALK, LOG_WALK


class Answers(TerminalTest):
    """One question is like another: most of these ask for what a meeting was about."""

    def note_of(self, *keys, paste=None, **more):
        person = self.open("log", "ada", "--on", "today", "--kind", "note", **more)
        person.expect("What was it about?")
        if paste is not None:
            person.paste(paste)
        person.send(*keys, Key.ENTER)
        person.expect("And?")
        person.send(Key.ENTER)
        self.assert_ends(person, 0)
        entry = self.read("ada-lovelace.toml").split("[[log]]")[-1]
        return entry.partition("note = ")[2].rstrip("\n")

    def test_keys_edit_the_line_as_in_a_shell(self):
        for keys, note in (
            (["world", Key.HOME, "Hello "], "Hello world"),
            (["world", Key.CTRL_A, "Hello ", Key.CTRL_E, "!"], "Hello world!"),
            (["one three", Key.WORD_LEFT, "two ", Key.END, " four"], "one two three four"),
            (["one two", Key.HOME, Key.WORD_RIGHT, " and a half"], "one and a half two"),
            (["abd", Key.LEFT, "c", Key.RIGHT, "e"], "abcde"),
            (["typos", Key.BACKSPACE, Key.BACKSPACE, "es"], "types"),
            (["xyes", Key.HOME, Key.DELETE], "yes"),
            (["gone", Key.CTRL_U, "kept"], "kept"),
            (["keep gone", Key.CTRL_W, "this"], "keep this"),
            (["still", Key.ESCAPE + "[5~", Key.ESCAPE + "[15~", " here"], "still here"),
        ):
            with self.subTest(note):
                self.assertEqual(self.note_of(*keys), f'"{note}"')

    def test_accents_and_wide_characters_are_one_key_each_whatever_the_locale(self):
        for locale in ("C.UTF-8", "C", "POSIX", "no_such_LOCALE"):
            with self.subTest(locale):
                environment = {"LC_ALL": locale}
                self.assertEqual(self.note_of("Zoë 漢字", Key.BACKSPACE, "ß", Key.LEFT, Key.LEFT, "é",
                                              environment=environment), '"Zoë é漢ß"')

    def test_a_narrow_window_wraps_what_is_typed_and_follows_when_it_changes(self):
        person = self.open("log", "ada", "--kind", "note", "--on", "today", columns=30, rows=12)
        person.expect("What was it about?")
        words = "漢字 and a line that is longer than the window is wide"
        person.send(words, Key.HOME, "So: ")
        person.expect_screen("What was it about? So: 漢字 an\nd a line that is longer than t\n"
                             "he window is wide")
        person.resize(50, 12)
        os.kill(person.process, signal.SIGWINCH)
        person.send(Key.END, "!")
        person.expect_screen("ger than the window is wide!")
        person.send(Key.ENTER)
        person.expect("And?")
        person.send(Key.ENTER)
        self.assert_ends(person, 0)
        self.assertIn(f'note = "So: {words}!"', self.read("ada-lovelace.toml"))

    def test_a_question_wider_than_the_window_breaks_between_words(self):
        person = self.open("add", "Grace", columns=30, rows=12)
        person.expect_screen("What are they to you: mentor,\nmentee, peer or prospect?\n[mentor]")
        person.send("me", Key.TAB, Key.TAB)
        person.expect_screen("mentor  mentee\n"
                             "[mentor] ment")
        person.send("ee and so on and on again", Key.HOME, "1")
        person.expect_screen("[mentor] 1mentee and so on and\n on again")
        person.send(Key.CTRL_C)
        self.assert_ends(person, 130)
        self.assertIn(" on again\nmentor: left", person.everything())

    def test_tab_completes_names_and_kinds(self):
        person = self.open("log")
        person.expect("Who was it with?")
        person.send("zo", Key.TAB)
        person.expect_screen("Who was it with? Zoë Ångström")
        person.send(Key.CTRL_U, "love", Key.TAB)
        person.expect_screen("Who was it with? Ada Lovelace")
        person.send(Key.ENTER)
        self.answer(person, [("When were you in touch", "")])
        person.expect("How? [meeting]")
        person.send("me", Key.TAB, Key.TAB)
        person.expect_screen("meal     meeting  message")
        person.send("e", Key.TAB)
        person.expect_screen("How? [meeting] meeting")
        person.send(Key.CTRL_U, "w", Key.TAB, Key.ENTER)
        self.answer(person, [("What was it about?", ""), ("Anything promised?", ""),
                             ("When do you meet next?", "")])
        self.assert_ends(person, 0)
        self.assertIn("Logged: walk with Ada Lovelace", person.everything())

    def test_a_question_mark_shows_the_hint_and_asks_again(self):
        person = self.open("log")
        for question, answer in LOG_WALK:
            person.expect(question)
            person.send("?", Key.ENTER)
            person.expect(question)
            person.send(answer, Key.ENTER)
        self.assert_ends(person, 0)
        for hint in ("a number from the list, or any name", "a day, such as yesterday, tue or 12 nov",
                     "coffee, call, message", "Send the draft by fri; they: Intro to Grace by 2w"):
            self.assertIn(hint, person.everything())
        self.assertIn('note = "Talked about the packet"', self.read("ada-lovelace.toml"))

    def test_wrong_answers_are_told_and_asked_again(self):
        person = self.open("log", "ada")
        self.answer(person, [
            ("When were you in touch", "blursday"), ("When were you in touch", "tomorrow"),
            ("When were you in touch", "03/04/2026"), ("When were you in touch", "tue"),
            ("How?", "cofee"), ("How?", "c"), ("How?", "cof"),
            ("What was it about?", ""), ("Anything promised?", "Send it by blursday"),
            ("Anything promised?", ""), ("When do you meet next?", "1m"),
            ("When do you meet next?", ""),
        ])
        self.assert_ends(person, 0)
        shown = person.everything()
        for words in ("can't read 'blursday' as a date", "Mon 23 Nov 2026 lies ahead",
                      "can be read two ways", "did you mean coffee?",
                      "did you mean call or coffee or congrats?", "'1m' could mean minutes or months"):
            self.assertIn(words, shown)
        self.assertIn("Logged: coffee with Ada Lovelace on Tue 17 Nov 2026", shown)

    def test_the_up_key_brings_earlier_answers_back(self):
        person = self.open("log", "ada", "--on", "today", "--kind", "note")
        self.answer(person, [("What was it about?", "first"), ("And?", "second"),
                             ("And?", Key.UP + Key.UP + " again"), ("And?", "")])
        self.assert_ends(person, 0)
        self.assertIn('"""\nfirst\nsecond\nfirst again\n"""', self.read("ada-lovelace.toml"))

    def test_what_is_pasted_is_one_answer_with_its_own_lines(self):
        self.assertEqual(self.note_of(" end", paste="one\n\n\ttwo ß 漢字\n- no mark\n"),
                         '"""\none\n\n\ttwo ß 漢字\n- no mark end\n"""')
        self.assertEqual(self.note_of(paste="bell\a and \x1b[31mcolour\n"), '"bell and [31mcolour"')

    def test_a_paste_where_one_line_is_meant_becomes_one(self):
        person = self.open("add")
        person.expect("Who is it?")
        person.paste("Grace\r\nBrewster\n\nHopper\n")
        person.send(Key.ENTER)
        self.answer(person, [("What are they to you", ""), *((q, "") for q, _ in ADD_WALK[2:6])])
        self.assert_ends(person, 0)
        self.assertIn('name = "Grace Brewster Hopper"', self.read("grace-brewster-hopper.toml"))

    def test_very_long_answers_are_kept_whole(self):
        typed, pasted = "typed " * 400, "漢字 " * 10000
        note = self.note_of(typed, paste=pasted)
        self.assertEqual(note, f'"{(pasted + typed).strip()}"')

    def test_a_terminal_that_can_do_nothing_asks_all_the_same(self):
        person = self.open("log", environment={"TERM": "dumb"})
        self.answer(person, LOG_WALK)
        self.assert_ends(person, 0)
        self.assertIn('note = "Talked about the packet"', self.read("ada-lovelace.toml"))


if __name__ == "__main__":
    unittest.main()
