# SPDX-License-Identifier: MIT
"""A person at a terminal, for tests of prompts: runs a program on a pseudo-terminal, presses keys,
waits for text, and tells what the screen shows. Knows nothing of mentor. Standard library only.

    with Terminal(["mentor", "log"], columns=60) as person:
        person.expect("Who?")
        person.send("ada", Key.TAB, Key.ENTER)
        person.expect("Saved")
        assert person.wait() == 0
        assert "Ada Lovelace" in person.screen()
"""

import codecs
import fcntl
import os
import pathlib
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata

from waiting import PATIENCE, wait_until

TIOCGPTPEER = 0x5441  # opens the program's side of a terminal (ioctl_tty(2))


class Key:
    ENTER, TAB, ESCAPE, BACKSPACE = "\r", "\t", "\x1b", "\x7f"
    UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
    HOME, END, DELETE = "\x1b[H", "\x1b[F", "\x1b[3~"
    WORD_LEFT, WORD_RIGHT = "\x1b[1;5D", "\x1b[1;5C"
    CTRL_A, CTRL_C, CTRL_D, CTRL_E = "\x01", "\x03", "\x04", "\x05"
    CTRL_U, CTRL_W, CTRL_Z = "\x15", "\x17", "\x1a"


class Screen:
    """The characters that a terminal of this size would show: as much of xterm as programs that edit a
    line or draw a list make use of. Lines that scroll off the top stay in `scrolled`."""

    SEQUENCE = re.compile(
        r"\x1b\[(?P<private>[?>=]?)(?P<numbers>[\d;]*)[ -/]*(?P<final>[@-~])"
        r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
        r"|\x1b[()][A-Za-z0-9]"
        r"|\x1b[=>78cDEHMNOZ]"
    )

    def __init__(self, columns, rows):
        self.scrolled = []
        self.row = self.column = 0
        self.resize(columns, rows, cells=[])
        self._rest = ""

    def resize(self, columns, rows, cells=None):
        kept = self._cells if cells is None else cells
        self.columns, self.rows = columns, rows
        self._cells = [(line + [" "] * columns)[:columns] for line in kept[:rows]]
        self._cells += [[" "] * columns for _ in range(rows - len(self._cells))]
        self.row, self.column = min(self.row, rows - 1), min(self.column, columns)

    def text(self):
        """What is visible, without spaces at the ends of lines or empty lines at the end."""
        return "\n".join(self._line(cells) for cells in self._cells).rstrip("\n")

    def feed(self, text):
        text = self._rest + text
        self._rest = ""
        at = 0
        while at < len(text):
            if text[at] != "\x1b":
                self._show(text[at])
                at += 1
                continue
            sequence = self.SEQUENCE.match(text, at)
            if not sequence:
                if len(text) - at < 64:  # the end of it may still come
                    self._rest = text[at:]
                    return
                at += 1
                continue
            if sequence["final"] and not sequence["private"]:
                self._obey(sequence["final"], sequence["numbers"])
            at = sequence.end()

    @staticmethod
    def _line(cells):
        return "".join(cells).rstrip()

    def _show(self, character):
        if character == "\n":
            self._down()
        elif character == "\r":
            self.column = 0
        elif character == "\b":
            self.column = max(0, min(self.column, self.columns - 1) - 1)
        elif character == "\t":
            self.column = min(self.column // 8 * 8 + 8, self.columns - 1)
        elif unicodedata.combining(character):
            self._cells[self.row][max(0, self.column - 1)] += character
        elif character >= " " and character != "\x7f":
            self._print(character)

    def _print(self, character):
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if self.column + width > self.columns:
            self.column = 0
            self._down()
        # The second half of a wide character is a cell without text.
        self._cells[self.row][self.column : self.column + width] = [character, ""][:width]
        self.column += width

    def _down(self):
        if self.row + 1 < self.rows:
            self.row += 1
            return
        self.scrolled.append(self._line(self._cells.pop(0)))
        self._cells.append([" "] * self.columns)

    def _obey(self, final, numbers):
        first, second = ([int(n or 0) for n in numbers.split(";")] + [0])[:2]
        count = max(1, first)
        line = self._cells[self.row]
        at = self.column = min(self.column, self.columns - 1) if final != "m" else self.column
        if final == "A":
            self.row = max(0, self.row - count)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif final == "C":
            self.column = min(self.columns - 1, at + count)
        elif final == "D":
            self.column = max(0, at - count)
        elif final in "G`":
            self.column = min(self.columns, count) - 1
        elif final == "d":
            self.row = min(self.rows, count) - 1
        elif final in "Hf":
            self.row = min(self.rows, count) - 1
            self.column = min(self.columns, max(1, second)) - 1
        elif final == "P":
            line[at : at + count] = []
            line += [" "] * (self.columns - len(line))
        elif final == "@":
            line[at:at] = [" "] * count
            del line[self.columns :]
        elif final == "X":
            line[at : at + count] = [" "] * min(count, self.columns - at)
        elif final in "JK":
            self._erase(final, first)

    def _erase(self, final, part):
        blank = [" "] * self.columns
        line = self._cells[self.row]
        if part == 0:
            line[self.column :] = blank[self.column :]
        elif part == 1:
            line[: self.column + 1] = blank[: self.column + 1]
        else:
            line[:] = blank
        if final == "K":
            return
        others = {0: range(self.row + 1, self.rows), 1: range(self.row)}.get(part, range(self.rows))
        for row in others:
            self._cells[row] = list(blank)


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, words, columns=80, rows=24, environment=None, folder=None):
        """`environment` adds to ours or takes away (None); TERM is xterm unless it says otherwise.
        0 columns are those of a terminal that doesn't know its size."""
        self.transcript = ""  # all that was written, escape sequences stripped, lines ending in "\n"
        self._shown = Screen(columns or 80, rows or 24)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._raw = ""
        self._seen = 0
        self._status = None
        variables = {**os.environ, "TERM": "xterm", **(environment or {})}
        variables = {name: value for name, value in variables.items() if value is not None}
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            self._become(words, variables, folder, columns, rows)
        self._set_size(columns, rows)

    @staticmethod
    def _become(words, variables, folder, columns, rows):
        try:
            # Before the program can ask for it; our own setting may come too late for that.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            if folder:
                os.chdir(folder)
            os.execvpe(words[0], words, variables)
        finally:
            os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def send(self, *keys):
        """Types text and keys. After `expect`, so that the program and not the terminal edits them."""
        data = "".join(keys).encode()
        while data:
            data = data[os.write(self._terminal, data) :]

    def expect(self, text):
        """Waits until the program has written `text`, after what was expected before, and returns what
        came until then. AssertionError, with the screen, where it doesn't come."""
        deadline = time.monotonic() + PATIENCE
        while True:
            where = self.transcript.find(text, self._seen)
            if where >= 0:
                before = self.transcript[self._seen : where]
                self._seen = where + len(text)
                return before
            if not self._hear(deadline):
                raise AssertionError(f"waited for {text!r}; the screen shows:\n{self._shown.text()}")

    def expect_screen(self, text):
        """Waits until the screen shows `text`, however it was drawn."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.screen():
            if not self._hear(deadline):
                raise AssertionError(f"waited for {text!r}; the screen shows:\n{self._shown.text()}")

    def settle(self):
        """Waits until the program waits itself, for keys or for another program, or has ended; and hears what it wrote
        until then."""
        wait_until(self._is_settled, "the program never comes to rest")

    def screen(self):
        """What a person sees once the program has settled."""
        self.settle()
        return self._shown.text()

    def everything(self):
        """What a person has seen: the lines that scrolled away, and the screen."""
        visible = self.screen()
        return "\n".join([*self._shown.scrolled, visible])

    def written(self):
        """All that came, escape sequences too."""
        self.screen()
        return self._raw

    def running(self):
        """Whether it has not ended yet."""
        if self._status is None:
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                code = os.waitstatus_to_exitcode(status)
                self._status = code if code >= 0 else 128 - code
        return self._status is None

    def cursor(self):
        """Row and column, from 0."""
        self.screen()
        return self._shown.row, self._shown.column

    def resize(self, columns, rows):
        self._shown.resize(columns, rows)
        self._set_size(columns, rows)

    def edits_lines(self):
        """True while a program has taken line editing from the terminal, as a prompt does."""
        return not self.modes()[3] & termios.ICANON

    def modes(self):
        """The terminal's settings, as termios gives them."""
        return termios.tcgetattr(self._terminal)

    def marks_pastes(self):
        """True while a program has asked for bracketed paste."""
        return self._raw.rfind("\x1b[?2004h") > self._raw.rfind("\x1b[?2004l")

    def paste(self, text):
        """What a terminal sends where a person pastes: lines end as if Enter was pressed."""
        text = text.replace("\r\n", "\r").replace("\n", "\r")
        self.send(f"\x1b[200~{text}\x1b[201~" if self.marks_pastes() else text)

    def hang_up(self):
        """The window is closed, or the line breaks."""
        os.close(self._terminal)
        self._terminal = -1

    def kill(self, number=signal.SIGTERM):
        os.kill(self.process, number)

    def wait(self):
        """Its exit status once it has ended, 128 and the signal where one ended it."""
        deadline = time.monotonic() + PATIENCE
        while self.running():
            if time.monotonic() >= deadline:
                raise AssertionError(f"it goes on running; the screen shows:\n{self._shown.text()}")
            if not self._hear(min(deadline, time.monotonic() + 0.05)):
                time.sleep(0.005)
        self._hear_all()
        return self._status

    def close(self):
        if self._status is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self._status = 128 + signal.SIGKILL
        if self._terminal >= 0:
            os.close(self._terminal)
            self._terminal = -1

    def _set_size(self, columns, rows):
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _is_settled(self):
        self._hear_all()
        if self._terminal < 0 or not self.running():
            self._hear_all()
            return True
        return not self._has_unread_keys() and not self._is_busy(self.process) and not self._hear(0)

    def _has_unread_keys(self):
        side = fcntl.ioctl(self._terminal, TIOCGPTPEER, os.O_RDWR | os.O_NOCTTY)
        try:
            return bool(select.select([side], [], [], 0)[0])
        finally:
            os.close(side)

    @staticmethod
    def _is_busy(process):
        """Whether it, or a program that it has started, does anything but wait."""
        folder = pathlib.Path(f"/proc/{process}")
        try:
            state = (folder / "stat").read_text().rpartition(") ")[2][0]
            children = (folder / f"task/{process}/children").read_text().split()
        except OSError:
            return False  # it has just ended
        return state in "RD" or any(Terminal._is_busy(int(child)) for child in children)

    def _hear_all(self):
        """What was written until now: the system hands over all of it before it says that there is nothing."""
        while self._hear(0):
            pass

    def _hear(self, deadline):
        """False where nothing came until the deadline, or nothing will."""
        if self._terminal < 0:
            return False
        left = max(0, deadline - time.monotonic())
        if not select.select([self._terminal], [], [], left)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # EIO: the program's side is closed
            return False
        if not data:
            return False
        text = self._decoder.decode(data)
        self._shown.feed(text)
        self._raw += text
        plain = Screen.SEQUENCE.sub("", self._raw)
        # What may be the beginning of a sequence waits for its end.
        split = plain.find("\x1b")
        self.transcript = (plain if split < 0 else plain[:split]).replace("\r\n", "\n")
        return True
