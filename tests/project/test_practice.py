# SPDX-License-Identifier: MIT
"""Each thing that makes mentoring work, and that the program serves, has its place in a transcript that names it."""

import os
import pathlib
import re
import unittest

SOURCE = pathlib.Path(os.environ["MENTOR_SOURCE"])
ROWS = range(1, 47)


class Practice(unittest.TestCase):
    def test_every_row_is_shown_in_order(self):
        text = (SOURCE / "tests/cli/practice.test").read_text()
        rows = re.findall(r"^=== row (\d+): .+\n((?:(?!=== ).*\n)*)", text, re.MULTILINE)
        self.assertEqual([int(number) for number, _ in rows], list(ROWS))
        waiting = ""  # a row without a command of its own shares the next one's
        for number, body in rows:
            waiting = waiting + number if "$ mentor" not in body else ""
        self.assertEqual(waiting, "")


if __name__ == "__main__":
    unittest.main()
