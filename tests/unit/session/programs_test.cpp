// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "session/programs.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::programs_test {

namespace {

std::string said(const Host& host, const Program& program) {
    try {
        return join(words_of(program, host), "|") + " from " + program.from;
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return to_text(error.diagnostic());
    }
}

} // namespace

TEST_CASE("mentor's own variable goes before the configuration's pager, PAGER after it") {
    MemoryHost host;
    Config config;
    const auto pager = [&] { return said(host, find_pager(host, config)); };
    CHECK(pager() == "less|-FRX from default");
    host.environment["PAGER"] = "more";
    CHECK(pager() == "more from PAGER");
    config.pager = "most";
    CHECK(pager() == "most from config.toml");
    host.environment["MENTOR_PAGER"] = "bat -p";
    CHECK(pager() == "bat|-p from MENTOR_PAGER");
}

TEST_CASE("the configuration's editor goes before VISUAL, and VISUAL before EDITOR") {
    MemoryHost host;
    Config config;
    const auto editor = [&] { return said(host, find_editor(host, config)); };
    CHECK(editor() == "nano from default");
    host.environment["EDITOR"] = "ed";
    CHECK(editor() == "ed from EDITOR");
    host.environment["VISUAL"] = "vi";
    CHECK(editor() == "vi from VISUAL");
    config.editor = "code --wait";
    CHECK(editor() == "code|--wait from config.toml");
}

TEST_CASE("a program that is nothing but blanks wasn't named") {
    MemoryHost host;
    Config config;
    for (const char* const blank : {" ", "  ", "\t", "\n", " \n\t "}) {
        for (const char* const name : {"MENTOR_PAGER", "PAGER", "VISUAL", "EDITOR"})
            host.environment[name] = blank;
        config.editor = config.pager = blank;
        CHECK(said(host, find_editor(host, config)) == "nano from default");
        CHECK(said(host, find_pager(host, config)) == "less|-FRX from default");
    }
}

TEST_CASE("words that can't be understood are refused by the name of what holds them") {
    MemoryHost host;
    Config config;
    host.environment["VISUAL"] = "'vi";
    host.environment["PAGER"] = "\"\" -R";
    CHECK(said(host, find_editor(host, config)) ==
          "mentor: VISUAL has a quote that is never closed\n  set VISUAL anew, or unset it\n");
    CHECK(said(host, find_pager(host, config)) ==
          "mentor: PAGER names no program\n  set PAGER anew, or unset it\n");
    config.editor = "vi \"";
    config.pager = "''";
    CHECK(said(host, find_editor(host, config)) ==
          "mentor: editor in the configuration has a quote that is never closed\n"
          "  set it anew, or take it away: mentor config editor \"\"\n");
    CHECK(said(host, find_pager(host, config)) ==
          "mentor: pager in the configuration names no program\n"
          "  set it anew, or take it away: mentor config pager \"\"\n");
}

TEST_CASE("what begins with a tilde lies in the home folder") {
    MemoryHost host;
    host.environment = {{"HOME", "/home/ada"}, {"EDITOR", "~/bin/ed -w"}};
    CHECK(said(host, find_editor(host, Config())) == "/home/ada/bin/ed|-w from EDITOR");
}

} // namespace mentor::programs_test
