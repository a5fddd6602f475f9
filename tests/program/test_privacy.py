# SPDX-License-Identifier: MIT
"""What is written stays its owner's: no path leads out of the journal, no shell runs, no error quotes a note."""

import os
import re
import shutil
import stat
import subprocess
import unittest

from program import PROGRAM, ProgramTest

ESCAPING = ["../x", "/etc/passwd", ".hidden", "a/b", "..", "."]


class Privacy(ProgramTest):
    def setUp(self):
        super().setUp()
        self.person("ada", "Ada")

    def everything(self):
        return {path.relative_to(self.home) for path in self.home.rglob("*")}

    def test_no_word_for_someone_leads_out_of_the_journal(self):
        for name in ("x", "b"):
            (self.home / f"{name}.toml").write_text('name = "Eve"\nrole = "peer"\n')
        (self.journal / ".hidden.toml").write_text('name = "Eve"\nrole = "peer"\n')
        before = self.everything()
        for who in ESCAPING:
            for words in (["show", who], ["log", who, "hello"], ["edit", who], ["remove", who, "--yes"],
                          ["rename", who, "Eve"], ["set", who, "met=there"], ["prep", who]):
                code, _, err = self.run_mentor(*words)
                self.assertEqual(code, 4, f"{words}: {err}")
        self.assertEqual(self.everything(), before)

    def test_no_name_makes_a_file_outside_the_journal(self):
        for name in ESCAPING:
            self.run_mentor("add", name, "--role", "peer")
        made = {path for path in self.everything() if path.suffix == ".toml"}
        self.assertEqual({str(path) for path in made}, {"journal/" + slug for slug in (
            "ada.toml", "x.toml", "etc-passwd.toml", "hidden.toml", "a-b.toml")})

    def test_the_editor_is_run_without_a_shell_on_a_private_copy(self):
        seen = self.home / "seen"
        program = self.home / "editor"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {seen}\nstat -c %a "$3" >> {seen}\n')
        program.chmod(0o700)
        self.mentor("edit", "ada", environment={"EDITOR": f"{program} ;touch $HOME", "TMPDIR": str(self.home)})
        first, second, copy, mode = seen.read_text().split()
        self.assertEqual((first, second, mode), (";touch", "$HOME", "600"))
        self.assertFalse((self.home / copy).exists())

    def test_a_fault_beside_a_note_quotes_nothing_of_it(self):
        self.write("ada.toml", 'name = "Ada"\nrole = "mentor"\nabout = "in confidence" "and more"\n')
        for words in (["list"], ["show", "ada"], ["check"], ["log", "ada", "hello"], ["--version"]):
            _, out, err = self.run_mentor(*words)
            self.assertNotIn("confidence", out + err)

    def modes(self, *folders):
        """The kind and the mode of all that lies there: no links, and no folder that was there before."""
        return {(path, stat.S_IMODE(path.lstat().st_mode)) for folder in folders
                for path in [folder, *folder.rglob("*")]}

    def test_what_the_program_makes_is_private_whatever_the_umask(self):
        for umask in (0o000, 0o077, 0o777):
            home = self.home / f"home-{umask}"
            home.mkdir()
            (home / "tmp").mkdir()
            seen = home / "seen"
            editor = self.home / "editor"
            editor.write_text('#!/bin/sh\numask 077\nstat -c %a "$1" >> "$SEEN"\nprintf "name = " >> "$1"\n')
            editor.chmod(0o700)
            environment = {"HOME": str(home), "MENTOR_DIR": str(home / "journal"), "TMPDIR": str(home / "tmp"),
                           "MENTOR_CONFIG": str(home / "settings/config.toml"), "EDITOR": str(editor),
                           "SEEN": str(seen)}
            seen.touch()
            more = {"environment": environment, "preexec_fn": lambda: os.umask(umask)}
            for words in (["init"], ["add", "Ada", "--role", "mentor"], ["add", "Bob", "--role", "peer"],
                          ["log", "ada", "hello", "--with", "bob"], ["config", "within", "2w"],
                          ["rename", "bob", "Robert"], ["undo"], ["redo"], ["remove", "robert", "--yes"], ["undo"]):
                self.mentor(*words, **more)
            code, _, err = self.run_mentor("edit", "ada", **more)
            self.assertEqual(code, 3, err)
            self.assertRegex(err, r"your text is kept in .*/tmp/mentor-")
            self.assertEqual(seen.read_text(), "600\n")
            made = self.modes(home / "journal", home / "settings", home / ".local", home / "tmp")
            self.assertGreater(len(made), 12)
            for path, mode in made - {(home / "tmp", stat.S_IMODE((home / "tmp").stat().st_mode))}:
                self.assertEqual(oct(mode), oct(0o700 if path.is_dir() else 0o600), path)

    def test_what_was_there_keeps_its_mode(self):
        (self.journal / "ada.toml").chmod(0o640)
        self.journal.chmod(0o750)
        (self.home / "config.toml").touch(mode=0o644)
        for umask in (0o000, 0o777):
            for words in (["init"], ["log", "ada", "hello"], ["config", "within", "2w"], ["undo"]):
                self.mentor(*words, preexec_fn=lambda: os.umask(umask))
            for path, mode in ((self.journal / "ada.toml", 0o640), (self.journal, 0o750),
                               (self.home / "config.toml", 0o644)):
                self.assertEqual(oct(stat.S_IMODE(path.stat().st_mode)), oct(mode), path)

    def test_the_history_that_git_keeps_is_private(self):
        git = shutil.which("git")
        if not git:
            self.skipTest("git isn't here")
        journal = self.home / "kept"
        environment = {"MENTOR_DIR": str(journal)}
        self.mentor("init", "--git", environment=environment, preexec_fn=lambda: os.umask(0))
        self.mentor("add", "Ada", "--role", "mentor", environment=environment)
        me = ["-c", "user.name=Me", "-c", "user.email=me@example.org"]
        subprocess.run([git, "-C", journal, "add", "."], check=True, umask=0)
        subprocess.run([git, *me, "-C", journal, "commit", "-qm", "all"], check=True, umask=0, env=self.environment)
        for path, mode in self.modes(journal):
            self.assertFalse(mode & 0o077 and (path.parent == journal or path.parent.name == "objects"),
                             f"{path}: {oct(mode)}")

    # --- links

    def link(self, name, target, text=None):
        if text is not None:
            target.write_text(text)
        (self.journal / name).symlink_to(target)

    def test_a_link_in_the_journal_is_read_and_written_through_and_stays(self):
        elsewhere = self.home / "elsewhere.toml"
        self.link("zoe.toml", elsewhere, 'name = "Zoë"\nrole = "peer"\n')
        elsewhere.chmod(0o640)
        self.mentor("log", "zoe", "hello")
        self.mentor("set", "zoe", "met=there")
        self.assertEqual(os.readlink(self.journal / "zoe.toml"), str(elsewhere))
        self.assertIn("hello", elsewhere.read_text())
        self.assertEqual(stat.S_IMODE(elsewhere.stat().st_mode), 0o640)
        self.mentor("undo")
        self.assertTrue((self.journal / "zoe.toml").is_symlink())
        self.assertNotIn("met", elsewhere.read_text())

    def test_removing_or_renaming_a_link_leaves_what_it_points_to(self):
        elsewhere = self.home / "elsewhere.toml"
        text = 'name = "Zoë"\nrole = "peer"\n'
        self.link("zoe.toml", elsewhere, text)
        self.mentor("rename", "zoe", "Zoë Ångström")
        self.assertFalse((self.journal / "zoe.toml").is_symlink())
        self.assertFalse((self.journal / "zoe-angstrom.toml").is_symlink())
        self.assertEqual(elsewhere.read_text(), text)
        self.link("eve.toml", elsewhere)
        self.mentor("remove", "eve", "--yes")
        self.assertFalse(os.path.lexists(self.journal / "eve.toml"))
        self.assertEqual(elsewhere.read_text(), text)
        self.mentor("undo")
        self.assertEqual(self.read("eve.toml"), text)
        self.assertFalse((self.journal / "eve.toml").is_symlink())

    def test_a_dangling_link_is_never_written_through(self):
        target = self.home / "nowhere.toml"
        self.link("eve.toml", target)
        (self.home / "config.toml").symlink_to(self.home / "no-config.toml")
        for words in (["log", "eve", "hello"], ["add", "Eve", "--role", "peer"], ["rename", "ada", "Eve"],
                      ["edit", "eve"], ["config", "within", "2w"], ["remove", "eve", "--yes"], ["init"],
                      ["set", "eve", "met=there"]):
            self.run_mentor(*words, environment={"EDITOR": "true"})
            self.assertFalse(target.exists(), words)
            self.assertFalse((self.home / "no-config.toml").exists(), words)
            self.assertTrue((self.journal / "eve.toml").is_symlink(), words)

    def test_folders_and_the_configuration_may_be_links(self):
        for name in ("journal", "state"):
            (self.home / f"real-{name}").mkdir(mode=0o700)
        (self.journal / "ada.toml").rename(self.home / "real-journal/ada.toml")
        self.journal.rmdir()
        self.journal.symlink_to("real-journal")
        (self.home / "real-config.toml").write_text("# mine\n")
        (self.home / "config.toml").symlink_to("real-config.toml")
        (self.home / "linked-state").symlink_to("real-state")
        environment = {"XDG_STATE_HOME": str(self.home / "linked-state")}
        before = (self.home / "real-journal/ada.toml").read_text()
        for words in (["init"], ["config", "within", "2w"], ["log", "ada", "hello"], ["undo"], ["redo"], ["undo"]):
            self.mentor(*words, environment=environment)
        for link in (self.journal, self.home / "config.toml", self.home / "linked-state"):
            self.assertTrue(link.is_symlink())
        self.assertEqual((self.home / "real-journal/ada.toml").read_text(), before)
        self.assertIn("# mine\nwithin", (self.home / "real-config.toml").read_text())
        self.assertTrue(list((self.home / "real-state/mentor/undo").iterdir()))

    def test_a_link_to_what_is_not_ours_is_refused_and_quotes_nothing(self):
        users = self.home / "passwd"
        self.link("users.toml", users, "root:x:0:0:root:/root:/bin/bash\nada:x:1000:1000:/home/ada:/bin/sh\n")
        before = users.read_bytes()
        for words in (["list"], ["show", "users"], ["log", "users", "hello"], ["check"], ["set", "users", "met=there"]):
            code, out, err = self.run_mentor(*words)
            self.assertEqual(code, 3, words)
            self.assertIn("users.toml:1:", out + err)
            self.assertNotIn("/bin", out + err)
        self.assertEqual(users.read_bytes(), before)
        foreign = self.home / "foreign.toml"
        self.link("eve.toml", foreign, 'name = "Eve"\nrole = "peer"\n')
        more = self.as_nobody()
        if not more:
            return
        os.chown(foreign, 0, 0)
        foreign.chmod(0o666)
        code, _, err = self.run_mentor("log", "eve", "hello", **more)
        self.assertEqual(code, 5, err)
        self.assertIn("it belongs to someone else", err)
        self.assertNotIn("hello", foreign.read_text())

    def test_what_lies_in_wait_in_a_folder_for_temporary_files_is_left_alone(self):
        harmed = self.home / "harmed"
        harmed.write_text("mine")
        hostile = self.home / "tmp"
        hostile.mkdir()
        for i in range(200):
            (hostile / f"mentor-{i:06}ada.toml").symlink_to(harmed)
            (self.journal / f".mentor-{os.getpid()}-{i:08x}.tmp").symlink_to(harmed)
        program = self.home / "editor"
        program.write_text('#!/bin/sh\n[ -L "$1" ] || echo "met = \\"there\\"" >> "$1"\n')
        program.chmod(0o700)
        self.mentor("edit", "ada", environment={"EDITOR": str(program), "TMPDIR": str(hostile)})
        self.assertIn("met", self.read("ada.toml"))
        self.assertEqual(harmed.read_text(), "mine")
        self.assertEqual(len(list(hostile.iterdir())), 200)

    # --- other programs

    def notifier(self):
        """Shows notices as a desktop would; the words that it was given."""
        program = self.home / "notify-send"
        program.write_text('#!/bin/sh\nprintf "%s\\0" "$@" > "$HOME/notice"\n')
        program.chmod(0o700)
        (self.home / "notice").unlink(missing_ok=True)
        self.mentor("remind", "--notify", environment={"PATH": f"{self.home}:/usr/bin:/bin"})
        return (self.home / "notice").read_text().split("\0")[:-1]

    # What --private keeps to oneself: a value for each option of `log` that has words, a poison to be found again.
    # None stands for options whose words aren't kept: days, lengths, ids, and the flags.
    PRIVATE_WORDS = {
        "--on": None, "--kind": None, "--by": None, "--minutes": None, "--where": "p0is0n where", "--topic": "p0is0n topic",
        "--advice": "p0is0n advice", "--win": "p0is0n win", "--rating": "3", "--goal": "g1",
        "--todo": "p0is0n mine by 2026-11-25", "--they": "p0is0n theirs by 2026-11-25", "--ask": "p0is0n question",
        "--answer": "q1=p0is0n answer", "--grow": "g1", "--title": None, "--reality": "p0is0n reality",
        "--options": "p0is0n options", "--way": "p0is0n way", "--next": None, "--fits": None, "--with": "bob", "--private": "", "--edit": None,
        "--plain": None, "--force": "",
    }

    def test_nothing_of_a_private_entry_is_passed_on(self):
        options = re.findall(r"(--[a-z]+)", self.mentor("help", "log").split("Options\n")[1])
        self.assertEqual(sorted(set(options)), sorted(self.PRIVATE_WORDS))
        self.write("ada.toml", 'name = "Ada"\nrole = "mentor"\nstarted = 2026-01-12\n\n[[goal]]\nid = "g1"\n'
                   'title = "A talk"\nset = 2026-01-12\n\n[[question]]\nid = "q1"\nask = "How was it?"\nadded = 2026-11-01\n')
        self.person("bob", "Bob")
        words = [word for option, value in self.PRIVATE_WORDS.items() if value is not None
                 for word in ([option, value] if value else [option])]
        self.mentor("log", "ada", "p0is0n note", *words)
        self.assertEqual(self.read("ada.toml").count("p0is0n"), 12)
        # A second time, by marks, and later days on which there is something to thank for and to report.
        self.mentor("log", "ada", "-", "--private", text="p0is0n\n[ ] p0is0n by 2026-11-25\n? p0is0n\n> p0is0n\n! p0is0n\n# p0is0n\n")
        self.mentor("done", "ada", "p0is0n mine", "p0is0n outcome")
        kinds = re.findall(r"(?m)^  +([a-z-]+)  ", self.run_mentor("draft", "ada", "--kind", "?")[2]) or [
            "outreach", "follow-up", "thanks", "congrats", "intro", "reschedule", "feedback", "closing"]
        passed_on = [["due", "--within", "1y"], ["prep", "ada"], ["list"], ["show", "ada"], ["history", "ada"],
                     ["history", "bob"], ["search", "--regex", "."], ["todo", "--all"], ["ask", "ada", "--all"], ["advice", "--all"], ["goal", "list", "--all"], ["review", "--year"],
                     ["health"], ["health", "ada"], ["stats"], ["stats", "ada", "--all"], ["pulse", "ada", "--list"], ["prospects"]]
        for today in ("2026-11-22", "2026-12-20", "2027-06-01"):
            more = {"environment": {"MENTOR_TODAY": today}}
            for words in passed_on:
                _, out, err = self.run_mentor(*words, "--format", "md", **more)
                self.assertNotIn("p0is0n", out + err, words)
            for kind in kinds:
                _, out, err = self.run_mentor("draft", "ada", "--kind", kind, *(["--to", "bob"] if kind == "intro" else []), **more)
                self.assertNotIn("p0is0n", out + err, kind)
            self.environment["MENTOR_TODAY"] = today
            self.assertNotIn("p0is0n", " ".join(self.notifier()))
        # For the person alone it is all there.
        shown = self.mentor("search", "p0is0n") + self.mentor("show", "ada") + self.mentor("history", "ada") + self.mentor("ask", "ada", "--all") + self.mentor(
            "todo", "--all") + self.mentor("goal", "list", "--all")
        for word in ("note", "question", "answer", "mine", "theirs", "advice"):
            self.assertIn(f"p0is0n {word}", shown)
        self.assertIn("p0is0n", self.mentor("history", "ada", "--format", "md", "--private"))

    def test_the_title_of_a_goal_is_no_secret(self):
        self.write("ada.toml", 'name = "Ada"\nrole = "mentor"\n\n[[goal]]\nid = "g1"\ntitle = "A talk"\n')
        code, _, err = self.run_mentor("log", "ada", "--private", "--grow", "g1", "--title", "Another")
        self.assertEqual(code, 2)
        self.assertIn("title", err)

    def test_no_name_becomes_an_option_a_markup_or_an_escape_of_a_notice(self):
        self.write("ada.toml", 'name = "--hint=<b>A&B</b> \\\\033 $(touch harm)\\nx"\nrole = "mentor"\n\n'
                   '[[commitment]]\nowner = "me"\nwhat = "Send it"\ndue = 2026-11-20\n')
        words = self.notifier()
        self.assertEqual(words[:3], ["--app-name=mentor", "--", "mentor"])
        self.assertEqual(len(words), 4)
        self.assertTrue(words[3].startswith("--hint=&lt;b>A&amp;B&lt;/b> \\\\033 $(touch harm) x: Send it"), words[3])

    def test_no_variable_pattern_or_command_means_anything_in_an_editor_or_a_pager(self):
        seen = self.home / "seen"
        program = self.home / "program"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {seen}\n')
        program.chmod(0o700)
        hostile = "'a b' \"c\" `touch harm` $(touch harm) | & > harm ~ *"
        for name in ("VISUAL", "EDITOR"):
            self.mentor("edit", "ada", environment={name: f"{program} {hostile}", "TMPDIR": str(self.home)})
            self.assertEqual(seen.read_text().splitlines()[:-1],
                             ["a b", "c", "`touch", "harm`", "$(touch", "harm)", "|", "&", ">", "harm",
                              str(self.home), "*"])
        self.assertNotIn(self.home / "harm", self.home.iterdir())

    # --- what is private

    def test_no_notice_says_what_was_promised_in_private(self):
        self.write("ada.toml", 'name = "Ada"\nrole = "mentor"\n\n[[log]]\nid = "x4t9"\non = 2026-11-01\n'
                   'kind = "coffee"\nprivate = true\n\n[[commitment]]\nowner = "me"\nwhat = "Keep the secret"\n'
                   'due = 2026-11-20\nlog = "x4t9"\n')
        self.assertIn("Ada: Keep the secret", self.mentor("remind"))
        self.assertEqual(self.notifier()[3], "Ada: a private promise. All of it: mentor due")

    def test_no_command_speaks_to_another_machine_or_keeps_what_was_typed(self):
        if not shutil.which("strace"):
            self.skipTest("strace isn't here")
        before = self.everything()
        for words in (["list"], ["due"], ["show", "ada"], ["check"], ["--version"], ["log", "ada", "hello"]):
            done = subprocess.run(["strace", "-f", "-qq", "-e", "trace=network", "-o", self.home / "trace", PROGRAM,
                                   *words], env=self.environment, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual((self.home / "trace").read_text(), "", words)
        made = {str(path) for path in self.everything() - before if (self.home / path).is_file()}
        self.assertEqual({path for path in made if "/undo/" not in path}, {"trace"})

    def test_nothing_of_a_file_is_in_the_version_or_beside_a_fault(self):
        secrets = ('name = "Ada"\nrole = "mentor"\nabout = "secret"\n"secret key" = 1\n[[log]]\n'
                   'on = 2026-11-01\nkind = "note"\nnote = "secret"\n')
        for end in ('rating = "secret"', 'note = "secret', "x = [secret", "secret", "goals = 3", "minutes = 1.5",
                    'note = """\nsecret', "on = 2026-13-01", "\0secret", "secret = \\"):
            self.write("ada.toml", secrets + end + "\n")
            for words in (["list"], ["show", "ada"], ["check"], ["log", "ada", "hello"], ["edit", "ada"],
                          ["--version"], ["undo", "--list"], ["remove", "ada", "--yes"]):
                _, out, err = self.run_mentor(*words, environment={"EDITOR": "true"})
                quoted = re.search("secret", out + err)
                # A value that is no whole number, or no date, is named: nothing else would help.
                self.assertTrue(not quoted or end.startswith("rating"), f"{end!r} {words}: {out}{err}")


if __name__ == "__main__":
    unittest.main()
