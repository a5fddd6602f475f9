// SPDX-License-Identifier: MIT
#include "cli/run.hpp"
#include "support/lines.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace mentor::editing_test {

using namespace mentor::testing;

namespace {

const std::string sound = R"(
    name = "Ada"
    role = "mentor"
)"_lines;

// A person at a terminal who runs `mentor` with an editor.
struct Desk {
    Desk() {
        host.environment = {{"HOME", "/home/ada"}, {"EDITOR", "ed"}};
        host.use_terminal();
        host.put(file, sound);
    }

    // What each opening of the editor leaves: the text that it is given, and leaves alone where it
    // is nullopt. Where they end the editor leaves what it finds.
    Exit run(std::vector<std::string> words, std::vector<std::optional<std::string>> texts) {
        host.program = [this, texts, opened = 0u](const auto& program, auto) mutable {
            found.push_back(host.files.at(program.back()));
            if (meanwhile) host.files.at(file) = *meanwhile;
            if (opened < texts.size() && texts[opened]) host.put(program.back(), *texts[opened]);
            ++opened;
            return status;
        };
        return mentor::run(host, words);
    }
    std::string text() { return host.files.at(file); }
    bool left_nothing() {
        return std::ranges::none_of(
            host.files, [](const auto& each) { return each.first.string().starts_with("/tmp/"); });
    }

    const std::filesystem::path file = "/home/ada/.local/share/mentor/ada.toml";
    MemoryHost host;
    std::optional<std::string> meanwhile; // what other hands write while the editor is open
    std::vector<std::string> found;       // by the editor, each time
    int status = 0;
};

} // namespace

TEST_CASE("what can't be saved is opened again with every fault above it, and without them after") {
    Desk desk;
    desk.host.answers = {"yes"};
    const std::string slips = R"(
        name = "Ada"
        role = "boss"
        started = 5
    )"_lines;
    const std::string notes =
        R"(
            #> This can't be used yet. These comments go by themselves, and lines count from below them.
            #> ada.toml:2:8: error: `role` is "boss", but it takes mentor, mentee or peer
            #>   write: role = "mentor"
            #> ada.toml:3:11: error: `started` is a whole number, but it takes a date
            #>   write: started = 2026-11-22
        )"_lines;
    const std::string mended = R"(
        #> mine
        name = "Ada"
        role = "peer"
    )"_lines;
    const std::string changed = "#> boss is now peer\n" + notes.substr(notes.find('\n') + 1);
    CHECK(desk.run({"edit", "ada"}, {slips, changed + mended}) == Exit::done);
    CHECK(desk.found == std::vector<std::string>{sound, notes + slips});
    CHECK(desk.text() == mended);
    CHECK(desk.left_nothing());
}

TEST_CASE("comments about a fault are gone from the text that is kept, wherever they went") {
    Desk desk;
    desk.host.answers = {"yes", "yes"};
    const std::string slip = R"(
        name = "Ada"
        role = "boss"
    )"_lines;
    CHECK(desk.run({"edit", "ada"}, {slip, std::nullopt, std::nullopt}) == Exit::interrupted);
    REQUIRE(desk.found.size() == 3);
    CHECK(desk.found[1] == desk.found[2]);
    CHECK(desk.host.files.at("/tmp/mentor-0ada.toml") == slip);
    CHECK(desk.text() == sound);
}

TEST_CASE("an entry that can't be read is opened again with the reason above it") {
    Desk desk;
    desk.host.answers = {"yes"};
    CHECK(desk.run({"log", "ada", "--edit"}, {"[ ] me: Send it by blursday\n"}) ==
          Exit::interrupted);
    REQUIRE(desk.found.size() == 2);
    CHECK(desk.found[1].starts_with("#> This can't be used yet."));
    CHECK(desk.found[1].ends_with("\n[ ] me: Send it by blursday\n"));
    desk.host.answers = {"yes"};
    CHECK(desk.run({"log", "ada", "--edit"}, {"[ ] me: Send it by blursday\n", "A call.\n"}) ==
          Exit::done);
    CHECK(desk.text().find(R"(note = "A call.")") != std::string::npos);
    CHECK(desk.text().find('#') == std::string::npos);
}

TEST_CASE("an editor that fails changes nothing, and what it wrote is kept") {
    Desk desk;
    desk.status = 1;
    CHECK(desk.run({"edit", "ada"}, {sound + R"(met = "here")"_lines}) == Exit::system);
    CHECK(desk.text() == sound);
    CHECK(desk.host.files.at("/tmp/mentor-0ada.toml") == sound + R"(met = "here")"_lines);
}

TEST_CASE("what other hands wrote while the editor was open is kept beside what it changed") {
    Desk desk;
    desk.meanwhile = sound + "\n[[log]]\nid = \"x4t9\"\non = 2026-11-22\nkind = \"call\"\n";
    CHECK(desk.run({"edit", "ada"}, {sound + R"(met = "here")"_lines}) == Exit::done);
    CHECK(desk.text() == sound + R"(met = "here")"_lines + desk.meanwhile->substr(sound.size()));
    CHECK(desk.host.error == "Saved ada.toml, with what other hands changed meanwhile.\n");
    CHECK(desk.left_nothing());
}

TEST_CASE("where both changed the same key the file stays theirs, and mine is kept and named") {
    Desk desk;
    desk.meanwhile = sound + R"(met = "there")"_lines;
    CHECK(desk.run({"edit", "ada"}, {sound + R"(met = "here")"_lines}) == Exit::system);
    CHECK(desk.text() == sound + R"(met = "there")"_lines);
    CHECK(desk.host.files.at("/tmp/mentor-0ada.toml") == sound + R"(met = "here")"_lines);
    CHECK(desk.host.error ==
          "ada.toml: error: the file was changed by other hands meanwhile, in the same\n"
          "  place: met\n"
          "  nothing was written over it\n"
          "mentor: the edited text wasn't saved\n"
          "  your text is kept in /tmp/mentor-0ada.toml\n"
          "  to take over from it what you want to keep: mentor edit ada\n");
}

} // namespace mentor::editing_test
