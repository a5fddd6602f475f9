# SPDX-License-Identifier: MIT
"""Tab in bash, zsh and fish, and what `mentor complete` offers them."""

import shlex
import shutil
import subprocess
import unittest

from program import PROGRAM, ProgramTest, commands
from scenarios import ADA
from terminal import Terminal
from waiting import PATIENCE

class CompletionTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("ada-lovelace.toml", 'tags = ["work"]\n' + ADA)
        self.person("alan-turing", "Alan Turing")


class Offers(CompletionTest):
    def offers(self, *words):
        code, out, err = self.run_mentor("complete", "--", *words)
        self.assertIn(code, (0, 3), words)  # 3: somebody's file is broken
        self.assertEqual(err, "", words)
        return dict(line.split("\t") for line in out.splitlines())

    def test_the_words_of_every_command(self):
        firsts = {name.split()[0] for name in commands()}
        self.assertEqual(self.offers("").keys(), firsts)
        for name, command in commands().items():
            *before, last = name.split()
            self.assertIn(last, self.offers(*before, last[:2]), name)
            options = {option["names"][-1] for option in command["options"]}
            self.assertLessEqual(options, self.offers(*name.split(), "--").keys(), name)

    def test_everyone_wherever_a_command_takes_someone(self):
        people = {"ada-lovelace": "Ada Lovelace", "alan-turing": "Alan Turing"}
        taking = 0
        for name, command in commands().items():
            if command["arguments"] and command["arguments"][0]["value"] == "WHO":
                taking += 1
                self.assertLessEqual(people.items(), self.offers(*name.split(), "").items(), name)
            for option in command["options"]:
                if option["value"] == "WHO":
                    self.assertEqual(self.offers(*name.split(), option["names"][-1], ""), people, name)
        self.assertGreater(taking, 30)

    def test_what_a_ref_can_name(self):
        for words, ids in {("done", "ada"): {"c7k2": "Send the draft"}, ("told", "ada"): {"d0ne": "Read the book"},
                           ("goal", "done", "ada lovelace"): {"g3kq": "Lead a project"},
                           ("goal", "step", "ada", "--done"): {"m7dd": "First draft reviewed"}, ("log", "ada", "--goal"): {"g3kq": "Lead a project"},
                           ("ask", "ada", "--answer"): {"q1w8=": "How did you begin?"},
                           ("end", "ada", "--done"): {"c7k2=": "Send the draft"},
                           ("done", "nobody"): {}, ("done", "a"): {}}.items():
            self.assertEqual(self.offers(*words, ""), ids, words)
        self.assertLessEqual({"x4t9", "c7k2", "q1w8"}, self.offers("amend", "ada", "").keys())
        # A name of two words, each a word of the line; an id by a word of what it is.
        self.assertEqual(self.offers("done", "Ada", "Lovelace", ""), {"c7k2": "Send the draft"})
        self.assertEqual(self.offers("done", "ada", "dra"), {"c7k2": "Send the draft"})

    def test_values(self):
        for words, some in {("log", "ada", "--kind", "cof"): {"coffee"}, ("log", "--kind=cof"): {"--kind=coffee"},
                            ("due", "--kind", "che"): {"check-in"}, ("draft", "ada", "--kind", "th"): {"thanks"},
                            ("list", "--tag", ""): {"work"}, ("list", "--stage", "w"): {"winding-down"},
                            ("add", "Eve", "--role", ""): {"mentor", "mentee", "peer"}, ("set", "ada", "stage=pa"): {"stage=paused"},
                            ("config", "cadence.p"): {"cadence.peer"}, ("guide", "fea"): {"fear"}, 
                            ("completion", ""): {"bash", "zsh", "fish"}, ("log", "ada", "--on", "tod"): {"today"},
                            ("--no-input", "sho"): {"show"}, ("show", "--", ""): {"ada-lovelace", "alan-turing"},
                            ("nonsense", ""): set(), ("goal", "nonsense", ""): set(), ("log", "--nonsense", "x"): set(),
                            ("plan", "ada", "tom"): {"tomorrow"}, ("log", "--color", ""): {"auto", "always", "never"},
                            ("log", "ada", "--minutes", "4"): {"45m"}}.items():
            self.assertEqual(self.offers(*words).keys(), some, words)

    def test_wherever_few_words_are_known_they_are_offered(self):
        words = {"DATE", "DAY", "WHEN", "LENGTH", "TIME", "ROLE", "STAGE", "PHASE", "SIDE", "YESNO", "FORMAT", "KIND"}
        for name, command in commands().items():
            for option in command["options"]:
                if (option["value"] or "").strip("[]") in words:
                    self.assertTrue(self.offers(*name.split(), option["names"][-1], ""), (name, option))
        self.assertIn("log", self.offers("help", ""))

    def test_the_formats_of_a_command_are_those_that_its_help_names(self):
        for name, command in commands().items():
            for option in command["options"]:
                if option["names"][-1] != "--format":
                    continue
                offered = self.offers(*name.split(), "--format", "").keys()
                self.assertEqual(", ".join(offered), option["help"].split(", or ")[0], name)
                self.assertEqual("mail" in offered, name == "remind", name)
                for format in offered:
                    _, _, err = self.run_mentor(*name.split(), "--format", format)
                    self.assertNotIn("there is no format", err, name)

    def test_an_option_of_every_command_has_its_values_before_the_command(self):
        for words, some in {("--color", "al"): {"always"}, ("--color", ""): {"auto", "always", "never"},
                            ("--color=al",): {"--color=always"}, ("--today", "tod"): {"today"},
                            ("--format", "js"): {"json", "jsonl"}, ("--color", "auto", "sho"): {"show"}}.items():
            self.assertEqual(self.offers(*words).keys(), some, words)
        # Behind the name of a command its own are known as well.
        self.assertEqual(self.offers("remind", "--format", "m").keys(), {"md", "mail"})

    def test_what_a_key_takes(self):
        for key, some in {"color": {"auto", "always", "never"}, "cadence.mentor": {"2w", "4w"}, "within": {"1w"},
                          "week_starts": {"monday", "sunday"}, "kinds.lunch": {"meeting"}}.items():
            self.assertLessEqual(some, self.offers("config", key, "").keys(), key)
        self.assertEqual(self.offers("config", "nonsense", ""), {})
        for key, some in {"agreement.confidential": {"yes", "no"}, "agreement.every": {"4w"}, "agreement.length": {"45m"},
                          "agreement.initiates": {"me", "them"}, "next": {"tomorrow"}, "started": {"yesterday"}}.items():
            self.assertLessEqual({f"{key}={word}" for word in some}, self.offers("set", "ada", f"{key}=").keys(), key)

    def test_of_several_with_commas_the_last_is_completed(self):
        self.assertEqual(self.offers("search", "x", "--in", "note,adv").keys(), {"note,advice"})
        self.assertEqual(self.offers("search", "x", "--in=note,adv").keys(), {"--in=note,advice"})
        self.assertIn("note,advice", self.offers("search", "x", "--in", "note,"))

    def test_help_goes_on_with_the_second_word(self):
        self.assertEqual(self.offers("help", "goal", "").keys(), self.offers("goal", "").keys())
        self.assertEqual(self.offers("help", "log", ""), {})

    def test_days_passed_and_days_to_come(self):
        back = forward = 0
        for name, command in commands().items():
            for taken in command["options"] + command["arguments"]:
                typed = [*name.split(), taken["names"][-1]] if taken["names"] and taken["names"][0] else [*name.split(), "ada"]
                value = (taken["value"] or "").strip("[]")
                if value == "DATE":
                    back += 1
                    self.assertIn("yesterday", self.offers(*typed, ""), (name, taken))
                    self.assertNotIn("tomorrow", self.offers(*typed, ""), (name, taken))
                elif value in ("WHEN", "SIDE|WHEN") and taken["names"][-1] != "--color":
                    forward += 1
                    if name != "todo move":  # whose day follows what is to be moved
                        self.assertIn("tomorrow", self.offers(*typed, ""), (name, taken))
                        self.assertNotIn("yesterday", self.offers(*typed, ""), (name, taken))
        self.assertGreater(min(back, forward), 6)

    def test_files_and_folders_are_left_to_the_shell(self):
        taking = set()
        for name, command in commands().items():
            for option in command["options"]:
                for value, word in {"FILE": "files", "DIR": "folders"}.items():
                    if option["value"] == value:
                        taking.add(option["names"][-1])
                        for typed in ([option["names"][-1], ""], [option["names"][-1], "some/pa"], [option["names"][-1] + "=some/pa"]):
                            self.assertEqual(self.offers(*name.split(), *typed), {"": word}, (name, typed))
        self.assertEqual(taking, {"--output", "--vdir"})
        self.assertEqual(self.offers("export", "json", "-o", ""), {"": "files"})
        self.assertEqual(self.offers("import", "csv", "pe"), {"": "files"})

    def test_pages_and_topics_of_help(self):
        self.assertEqual(self.offers("help", "--man", "").keys(),
                         {"mentor", "relationship", "dates", "guide", "json", "privacy"})
        self.assertEqual(self.offers("help", "--man", "da").keys(), {"dates"})
        self.assertEqual(self.offers("help", "--schema", "").keys(), {"relationship", "config", "questions"})
        self.assertLessEqual({"log", "dates", "environment", "exit-codes", "formats", "licenses", "marks", "json",
                              "privacy", "relationship"}, self.offers("help", "").keys())

    def test_an_option_that_was_given_is_offered_again_where_it_may_be(self):
        self.assertIn("--topic", self.offers("log", "ada", "--topic", "x", "--to"))
        self.assertNotIn("--kind", self.offers("log", "ada", "--kind", "coffee", "--ki"))

    def test_nothing_is_said_of_what_is_broken(self):
        self.write("broken.toml", "name = ")
        (self.home / "config.toml").write_text("within = [")
        self.assertEqual(self.offers("show", "a").keys(), {"ada-lovelace", "alan-turing"})
        self.assertEqual(self.offers("list", "--tag", "").keys(), {"work"})
        shutil.rmtree(self.journal)
        self.assertEqual(self.offers("show", ""), {})
        self.assertFalse(self.journal.exists())
        before = sorted(self.home.rglob("*"))
        self.offers("log", "")
        self.assertEqual(sorted(self.home.rglob("*")), before)

    def test_a_description_is_one_harmless_line(self):
        self.write("odd.toml", 'name = "Odd\\tName\\u001b[31m\\nNext"\nrole = "peer"\n')
        self.assertEqual(self.offers("show", "odd").keys(), {"odd"})


class InShells(CompletionTest):
    """The scripts, each in its own shell."""

    def script(self, shell):
        file = self.home / f"completion.{shell}"
        file.write_text(self.mentor("completion", shell))
        return file

    def setUp(self):
        super().setUp()
        folder = self.home / "bin"
        folder.mkdir()
        (folder / "mentor").symlink_to(PROGRAM)
        self.environment |= {"PATH": f"{folder}:{self.environment['PATH']}", "LC_ALL": "C.UTF-8"}

    def in_shell(self, *words):
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(done.stderr, "")
        return done.stdout.split("\n")[:-1]

    @unittest.skipUnless(shutil.which("bash"), "there is no bash")
    def test_bash(self):
        script = self.script("bash")

        def reply(*words, before=""):
            line = " ".join(f"'{word}'" for word in words)
            return self.in_shell("bash", "--norc", "-c", f"{before} source {script}; COMP_WORDS=(mentor {line}); "
                                 f"COMP_CWORD={len(words)}; _mentor mentor; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
        self.assertEqual(reply("sho"), ["show"])
        self.assertEqual(reply("show", "a"), ["ada-lovelace", "alan-turing"])
        self.assertEqual(reply("done", "ada", ""), ["c7k2"])
        self.assertEqual(reply("log", "--kind", "cof"), ["coffee"])
        self.assertEqual(reply("nonsense", ""), [""])
        # Readline parts a word at the signs, and replaces what stands behind the last.
        for line in ("COMP_LINE=", "COMP_LINE='mentor log --kind=cof';"):
            self.assertEqual(reply("log", "--kind", "=", "cof", before=line), ["coffee"])
        self.assertEqual(reply("set", "ada", "stage", "=", "pau"), ["paused"])
        # With the cursor in a word, what stands before it.
        for line, words in {"mentor sho|ow ada": ["show"], "mentor show al|n-lovelace x": ["alan-turing"],
                            "mentor log --kind=cof|fee ada": ["coffee"], "mentor show a|a a": ["ada-lovelace", "alan-turing"]}.items():
            before, _, behind = line.partition("|")
            whole = behind.partition(" ")[0]
            typed = before.replace("=", " = ").split()[1:]
            at = f"COMP_LINE={shlex.quote(before + behind)}; COMP_POINT={len(before)};"
            self.assertEqual(reply(*typed[:-1], typed[-1] + whole, before=at), words, line)
        self.assertIn("paused", reply("set", "ada", "stage", "="))
        self.assertNotIn("", reply("set", "ada", "stage", "="))

    QUOTED = 'name = "Ann Öst"\nrole = "peer"\ntags = ["my tag", "b\\\\s"]\n'

    def complete_quoted(self, terminal):
        """What each shell makes of Tab in a quote that is open, and of a program that is named by its place."""
        terminal.expect("> ")
        for typed, becomes in {'mentor show "ann': "ann-ost", "mentor show 'ann": "ann-ost", 'mentor list --tag "my': "my tag",
                               "~/bin/mentor sho": "mentor show", 'mentor --color alw': "always"}.items():
            terminal.send(typed + "\t")
            terminal.expect(becomes)
            terminal.send("\x15")
        terminal.send("mentor list --tag b\t --count\r")  # unharmed, it finds somebody
        terminal.expect("1")
        terminal.send("exit\r")

    @unittest.skipUnless(shutil.which("bash"), "there is no bash")
    def test_bash_completes_in_quotes(self):
        self.write("ann-ost.toml", self.QUOTED)
        (self.home / "rc").write_text(f"PS1='> '; source {self.script('bash')}\n")
        with Terminal(["bash", "--norc", "-i"], environment=self.environment | {"TERM": "xterm"}) as terminal:
            terminal.send(f"source {self.home}/rc\r")
            self.complete_quoted(terminal)

    @unittest.skipUnless(shutil.which("zsh"), "there is no zsh")
    def test_zsh_completes_in_quotes(self):
        self.write("ann-ost.toml", self.QUOTED)
        self.prepare_zsh()
        with Terminal(["zsh", "-i"], environment=self.environment | {"TERM": "xterm", "ZDOTDIR": str(self.home)}) as terminal:
            self.complete_quoted(terminal)

    @unittest.skipUnless(shutil.which("fish"), "there is no fish")
    def test_fish_completes_in_quotes(self):
        self.write("ann-ost.toml", self.QUOTED)
        script = self.script("fish")
        for line, becomes in {'mentor show "ann': "ann-ost", "mentor show \'ann": "ann-ost", 'mentor list --tag "my': "my tag",
                              "mentor list --tag my\\ ": "my tag", "~/bin/mentor sho": "show"}.items():
            quoted = line.replace("\\", "\\\\").replace("'", "\\'")
            found = self.in_shell("fish", "--no-config", "-c", f"source {script}; complete -C '{quoted}'")
            self.assertEqual([each.split("\t")[0] for each in found], [becomes], line)

    def put_files(self):
        (self.home / "notes").mkdir()
        (self.home / "notes" / "a file.toml").touch()
        (self.home / "notes" / "folder").mkdir()

    def complete_files(self, terminal):
        """What each shell makes of Tab where a file or a folder is wanted."""
        terminal.expect("> ")
        terminal.send(f"cd {self.home}/notes\r")
        terminal.expect("> ")
        for typed, becomes in {"mentor export json -o a": "a\\ file.toml", "mentor export json --output=a": "=a\\ file.toml",
                               "mentor export ics --vdir f": "--vdir folder/", "mentor export ics --vdir ": "--vdir folder/"}.items():
            terminal.send(typed + "\t")
            terminal.expect(becomes)
            terminal.send("\x15")
        terminal.send("exit\r")

    @unittest.skipUnless(shutil.which("bash"), "there is no bash")
    def test_bash_knows_files_and_folders(self):
        self.put_files()
        (self.home / "rc").write_text(f"PS1='> '; source {self.script('bash')}\n")
        with Terminal(["bash", "--norc", "--rcfile", str(self.home / "rc"), "-i"],
                      environment=self.environment | {"TERM": "xterm"}) as terminal:
            terminal.send(f"source {self.home}/rc\r")
            self.complete_files(terminal)

    @unittest.skipUnless(shutil.which("zsh"), "there is no zsh")
    def test_zsh_knows_files_and_folders(self):
        self.put_files()
        self.prepare_zsh()
        with Terminal(["zsh", "-i"], environment=self.environment | {"TERM": "xterm", "ZDOTDIR": str(self.home)}) as terminal:
            self.complete_files(terminal)

    @unittest.skipUnless(shutil.which("zsh"), "there is no zsh")
    def test_zsh(self):
        self.prepare_zsh()
        with Terminal(["zsh", "-i"], environment=self.environment | {"TERM": "xterm", "ZDOTDIR": str(self.home)}) as terminal:
            terminal.expect("> ")
            terminal.send("mentor show ada\t")
            terminal.expect("ada-lovelace")
            terminal.send("\x15mentor log --ki\t")
            terminal.expect("--kind")
            terminal.send("\x15exit\r")

    def prepare_zsh(self):
        functions = self.home / "functions"
        functions.mkdir()
        self.script("zsh").rename(functions / "_mentor")
        (self.home / ".zshrc").write_text(
            f"fpath=({functions} $fpath); autoload -U compinit; compinit -u -d {self.home}/dump; PROMPT='> '\n")

    @unittest.skipUnless(shutil.which("fish"), "there is no fish")
    def test_fish(self):
        script = self.script("fish")

        def reply(line):
            return self.in_shell("fish", "--no-config", "-c", f"source {script}; complete -C '{line}'")
        self.assertEqual([line.split("\t")[0] for line in reply("mentor sho")], ["show"])
        self.assertEqual(reply("mentor show al"), ["alan-turing\tAlan Turing"])
        self.assertEqual(reply("mentor done ada "), ["c7k2\tSend the draft"])
        self.put_files()
        paths = {"mentor export json -o n": ["notes/"], "mentor export json -o notes/a": ["notes/a file.toml"],
                 "mentor export json --output=notes/a": ["--output=notes/a file.toml"],
                 "mentor export ics --vdir notes/": ["notes/folder/"]}
        for line, becomes in paths.items():
            found = self.in_shell("fish", "--no-config", "-c", f"cd {self.home}; source {script}; complete -C '{line}'")
            self.assertEqual([each.split("\t")[0] for each in found], becomes, line)


if __name__ == "__main__":
    unittest.main()
