# SPDX-License-Identifier: MIT
"""The layers of the design hold: an arrow means "may include", and no other arrow exists."""

import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(os.environ["MENTOR_SOURCE"])

# From the top down. main and api alone see system; core and report are pure. Of the face all know
# the error alone; api is what implements the rest of it.
ALLOWED = {
    "main": {"cli", "system", "machine"},
    "api": {"client", "edits", "session", "journal", "system", "core", "machine", "error"},
    "system": {"core", "machine", "error"},
    "cli": {"commands", "session", "journal", "format", "report", "core", "machine", "error"},
    "commands": {"edits", "session", "journal", "format", "merging", "toml", "report", "core", "machine", "error"},
    "edits": {"session", "journal", "format", "toml", "report", "core", "machine", "error"},
    "session": {"journal", "format", "toml", "report", "core", "machine", "error"},
    "journal": {"format", "merging", "toml", "core", "machine", "error"},
    "format": {"toml", "core", "error"},
    "merging": {"toml", "core", "error"},
    "toml": {"core", "error"},
    "report": {"core", "error"},
    "core": {"error"},
    "machine": {"core", "error"},
    "client": {"error"},
    "error": set(),
}

# Third-party headers and the one file or layer that may know each.
LIBRARIES = {
    "CLI/": ["src/cli/parser.cpp"],
    "toml++/": ["src/toml/"],
    "nlohmann/": ["src/report/faces/"],
    "utf8proc": ["src/core/width/columns.cpp", "src/core/text.cpp"],
    "pcre2": ["src/core/terms/search_terms.cpp"],
    "histedit": ["src/system/"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def layer_of(path):
    """Of a file: the folder of src that it lives in; of the face, the header's own name."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "src":
        return "main" if len(parts) == 2 else parts[1]
    return path.stem


def sources():
    for top in ("src", "include"):
        yield from sorted((ROOT / top).rglob("*.[ch]pp"))


def includes_of(path):
    """Each include that is written with quotes, and the file that it leads to."""
    for quote, name in INCLUDE.findall(path.read_text()):
        if quote == '"':
            yield name, ROOT / ("include" if name.startswith("mentor/") else "src") / name


class Layers(unittest.TestCase):
    def test_every_include_follows_an_arrow(self):
        seen = 0
        for path in sources():
            here = layer_of(path)
            for name, target in includes_of(path):
                seen += 1
                there = layer_of(target)
                if there != here:
                    self.assertIn(there, ALLOWED[here], f"{path.relative_to(ROOT)} includes {name}")
        self.assertGreater(seen, 100, "the includes were not found")

    def test_every_folder_is_a_layer(self):
        folders = {path.name for path in (ROOT / "src").iterdir() if path.is_dir()}
        self.assertEqual(folders, set(ALLOWED) - {"main", "client", "error"})

    def test_there_is_one_way_to_include(self):
        """From src, or from include, by the whole path: never from beside."""
        for path in sources():
            for name, target in includes_of(path):
                self.assertTrue(target.is_file(), f"{path.relative_to(ROOT)} includes {name}")

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

    def test_fmt_s_format_is_all_that_is_asked_of_it(self):
        """src/fmt.cpp has nothing else for the static program, and other parts move between headers."""
        asked = {name for path in sources() if path.name != "fmt.cpp"
                 for name in re.findall(r"\bfmt::(\w+)", path.read_text())}
        self.assertEqual(asked - {"format", "format_string", "arg", "runtime"}, set())

    def test_colours_are_written_in_one_place(self):
        """Everything else asks for a style. The editor of lines switches pasting, and a template may hold ESC."""
        escaping = {path.name for path in sources() if re.search(r"\\x1b|\\033|\\e\[|\\u001b\[", path.read_text())}
        self.assertEqual(escaping, {"codes.cpp", "line_editor.cpp", "template_face.cpp"})

    def test_the_library_s_face_names_no_third_party(self):
        for path in sorted((ROOT / "include").rglob("*.hpp")):
            for library in (*LIBRARIES, "fmt/"):
                self.assertNotIn(f"#include <{library}", path.read_text(), str(path))


if __name__ == "__main__":
    unittest.main()
