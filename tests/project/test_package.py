# SPDX-License-Identifier: MIT
"""What is installed, taken away again, and packed: the content of each, and that Debian has nothing to say of it.

Only where the program is linked statically, as packages are."""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

from program import PROGRAM, SOURCE
from waiting import PATIENCE

BUILD = pathlib.Path(os.environ["MENTOR_BUILD"])

PAGES = ["man1/mentor.1", "man5/mentor-relationship.5", "man7/mentor-dates.7", "man7/mentor-guide.7", "man7/mentor-json.7",
         "man7/mentor-privacy.7"]
VERSION = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.split()[1]
SCHEMAS = ["config", "questions", "relationship"]


def files_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def expected(pages, doc, zsh):
    return sorted([
        "bin/mentor",
        *(f"share/man/{page}" for page in pages),
        "share/bash-completion/completions/mentor",
        "share/fish/vendor_completions.d/mentor.fish",
        f"share/zsh/{zsh}/_mentor",
        "lib/systemd/user/mentor-remind.service",
        "lib/systemd/user/mentor-remind.timer",
        *(f"share/mentor/{name}.schema.json" for name in SCHEMAS),
        *(f"share/doc/mentor/{name}" for name in doc),
        *(f"share/doc/mentor/examples/{path}" for path in files_in(SOURCE / "examples")),
    ])


class Package(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="mentor-package-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_quietly(self, *words, **more):
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, **more)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def pack(self, name):
        """The package, made anew in a folder of this name from what was built."""
        self.run_quietly("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", self.folder / name,
                         env=os.environ | {"SOURCE_DATE_EPOCH": "1795305600"})
        [package] = (self.folder / name).glob("*.deb")
        return package

    def test_it_installs_and_takes_away_what_belongs_together(self):
        other = self.folder / "usr/local/share/man/man1/other.1"
        other.parent.mkdir(parents=True)
        other.touch()
        environment = os.environ | {"DESTDIR": str(self.folder)}
        # The record of what was installed may be that of somebody who really did.
        manifest = BUILD / "install_manifest.txt"
        kept = manifest.read_bytes() if manifest.exists() else None
        try:
            self.run_quietly("cmake", "--install", BUILD, "--prefix", "/usr/local", env=environment)
            found = files_in(self.folder / "usr/local")
            self.run_quietly("cmake", "-P", BUILD / "uninstall.cmake", env=environment)
        finally:
            manifest.unlink() if kept is None else manifest.write_bytes(kept)
        found.remove("share/man/man1/other.1")
        self.assertEqual(found, expected(PAGES, ["CHANGELOG.md", "LICENSE", "README.md", "notices.txt"], "site-functions"))
        self.assertEqual(files_in(self.folder), [str(other.relative_to(self.folder))])
        self.assertFalse((self.folder / "usr/local/share/mentor").exists())
        self.assertFalse((self.folder / "usr/local/share/doc/mentor").exists())

    def test_the_package_is_as_debian_wants_it(self):
        package = self.pack("once")
        self.assertRegex(package.name, r"^mentor_[0-9.]+-0\.1_\w+\.deb$")
        self.run_quietly("dpkg-deb", "--extract", package, self.folder / "root")
        doc = ["README.md", "changelog.gz", "changelog.Debian.gz", "copyright"]
        found = files_in(self.folder / "root/usr")
        self.assertEqual(found, sorted([*expected([f"{page}.gz" for page in PAGES], doc, "vendor-completions"),
                                        "share/lintian/overrides/mentor"]))
        program = self.folder / "root/usr/bin/mentor"
        self.assertEqual(self.run_quietly(program, "--version"), self.run_quietly(PROGRAM, "--version"))
        self.assertNotIn(".symtab", self.run_quietly("readelf", "--section-headers", "--wide", program))

        def field(name):
            return self.run_quietly("dpkg-deb", "--field", package, name).strip()
        self.assertEqual(field("Depends"), "sensible-utils")  # no library: the same package is for Debian 12 and 13
        self.assertEqual(field("Recommends"), "bash-completion, less, tzdata")
        done = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", package],
                              capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_packed_again_it_is_the_same(self):
        self.assertEqual(self.pack("once").read_bytes(), self.pack("twice").read_bytes())

    def test_every_library_is_named_with_its_version(self):
        notices = (BUILD / "notices.txt").read_text()
        for library in ("CLI11", "fmt", "libedit", "nlohmann-json", "PCRE2", "toml\\+\\+", "utf8proc", "libbsd", "libmd",
                        "ncurses", "GNU C library", "GNU C\\+\\+ library"):
            self.assertTrue(re.search(rf"(?m)^  {library} +[0-9][0-9.]* +[A-Z]", notices), library)
        self.assertNotIn("@", notices)
        printed = self.run_quietly(PROGRAM, "help", "licenses")
        self.assertEqual(printed.split(), notices.split())

    def test_a_homepage_is_said_where_somebody_looks_for_it(self):
        home = "https://mentor.example/of/its/own"
        self.run_quietly("cmake", "-S", SOURCE, "-B", self.folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=None",
                         f"-DMENTOR_HOMEPAGE={home}")
        page = self.folder / "man/mentor.1"
        self.assertIn(f".Sh BUGS\nPlease report them at\n.Pa {home} .\n", page.read_text())
        self.assertNotIn(".Sh BUGS", (BUILD / "man/mentor.1").read_text())
        self.assertTrue((self.folder / "notices.txt").read_text().startswith(f"mentor {VERSION}, {home}\n"))
        self.assertIn(f'CPACK_DEBIAN_PACKAGE_HOMEPAGE "{home}"', (self.folder / "CPackConfig.cmake").read_text())
        # What --version and "please report it" are made of.
        made = "CMakeFiles/libmentor.dir/src/cli/documents.cpp.o"
        self.run_quietly("ninja", "-C", self.folder, made)
        self.assertIn(home.encode(), (self.folder / made).read_bytes())

    def test_a_distribution_says_where_its_shells_and_systemd_look(self):
        def installs(*options):
            self.run_quietly("cmake", "-S", SOURCE, "-B", self.folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=None",
                             "-DCMAKE_INSTALL_PREFIX=/usr", *options)
            return (self.folder / "cmake_install.cmake").read_text()
        debian = installs()
        self.assertIn('/share/zsh/vendor-completions"', debian)
        self.assertIn('/lib/systemd/user"', debian)
        other = installs("-DMENTOR_ZSH=share/zsh/site-functions", "-DMENTOR_UNITS=")
        self.assertIn('/share/zsh/site-functions"', other)
        self.assertNotIn("systemd", other)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "there is no systemd")
    def test_systemd_takes_the_units(self):
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        done = subprocess.run(["systemd-analyze", "--user", "verify", SOURCE / "examples/systemd/mentor-remind.timer"],
                              capture_output=True, text=True, env=os.environ | {
                                  "HOME": str(self.folder), "XDG_RUNTIME_DIR": str(runtime)})
        self.assertEqual((done.returncode, done.stderr.replace("Command mentor is not executable", "")), (0, ""))

    def test_compiled_elsewhere_it_is_the_same(self):
        """The whole program, built twice, is compared by tests/reproducible.sh."""
        commands = {entry["file"]: entry for entry in json.loads((BUILD / "compile_commands.json").read_text())}
        for file in ("src/main.cpp", "src/cli/documents.cpp"):
            entry = commands[str(SOURCE / file)]
            objects = []
            for place in ("here", "elsewhere/and/deeper"):
                # With what a debugger needs to know, which is where a source lay.
                moved = self.folder / place
                if not moved.exists():
                    for part in ("src", "include"):
                        shutil.copytree(SOURCE / part, moved / part)
                made = self.folder / "made.o"
                words = [word.replace(str(SOURCE), str(moved)) for word in shlex.split(entry["command"])]
                words[words.index("-o") + 1] = str(made)
                if "-include" in words:  # the headers that are compiled beforehand, which lie with the build
                    at = words.index("-include")
                    del words[at:at + 2]
                self.run_quietly(*words, "-O0", "-g", cwd=moved)
                objects.append(made.read_bytes())
            with self.subTest(file):
                self.assertEqual(objects[0], objects[1])


if __name__ == "__main__":
    unittest.main()
