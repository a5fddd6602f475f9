# SPDX-License-Identifier: MIT
"""The layers of the design hold: an arrow means "may include", and no other arrow exists."""

import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(os.environ["MENTOR_SOURCE"])

# main sees system; every layer may use the host's interface except core and report, which are pure.
ALLOWED = {
    "main": {"cli", "system", "host"},
    "system": {"system", "core", "host"},
    "cli": {"cli", "commands", "store", "report", "core", "host"},
    "commands": {"commands", "store", "report", "core", "host"},
    "store": {"store", "core", "host"},
    "report": {"report", "core"},
    "core": {"core"},
    "host": {"core"},
}

# Third-party headers and the one file or layer that may know each.
LIBRARIES = {
    "CLI/": ["src/cli/parser.cpp"],
    "toml++/": ["src/store/"],
    "nlohmann/": ["src/report/"],
    "utf8proc": ["src/core/text.cpp"],
    "histedit": ["src/system/"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def layer_of(path):
    parts = path.relative_to(ROOT).parts
    if parts[0] == "src":
        return "main" if len(parts) == 2 else parts[1]
    return "host" if len(parts) == 3 else parts[2]


def sources():
    for top in ("src", "include"):
        yield from sorted((ROOT / top).rglob("*.[ch]pp"))


def target_of(path, quote, name):
    """The layer that an include leads to; None for a library's or the system's header."""
    if name == "mentor/host.hpp":
        return "host"
    if name.startswith("mentor/"):
        return name.split("/")[1]
    if quote == '"':
        return name.split("/")[0] if "/" in name else layer_of(path)
    return None


class Layers(unittest.TestCase):
    def test_every_include_follows_an_arrow(self):
        seen = 0
        for path in sources():
            layer = layer_of(path)
            for quote, name in INCLUDE.findall(path.read_text()):
                target = target_of(path, quote, name)
                if target is None:
                    continue
                seen += 1
                self.assertIn(target, ALLOWED[layer], f"{path.relative_to(ROOT)} includes {name}")
        self.assertGreater(seen, 100, "the includes were not found")

    def test_each_library_stays_where_it_belongs(self):
        found = set()
        for path in sources():
            here = str(path.relative_to(ROOT))
            for _, name in INCLUDE.findall(path.read_text()):
                for library, homes in LIBRARIES.items():
                    if name.startswith(library):
                        found.add(library)
                        self.assertTrue(any(here.startswith(home) for home in homes),
                                        f"{here} includes {name}")
        self.assertEqual(found, set(LIBRARIES), "a library of the list is not used at all")

    def test_the_library_s_face_names_no_third_party(self):
        for path in sorted((ROOT / "include").rglob("*.hpp")):
            for library in (*LIBRARIES, "fmt/"):
                self.assertNotIn(f"#include <{library}", path.read_text(), str(path))


if __name__ == "__main__":
    unittest.main()
