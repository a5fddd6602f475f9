// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"
#include "support/lines.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::handles_test {

using namespace mentor::testing;

namespace {

using Names = std::vector<std::string>;

std::vector<Handle> handles_of(MemoryHost& host) {
    UndoLog log(host, "/state/undo", "test");
    return Journal(host, log, "/journal").handles();
}

// What `ada.toml` is called by.
Handle handle_of(const std::string& text) {
    MemoryHost host;
    host.put("/journal/ada.toml", text);
    const auto handles = handles_of(host);
    REQUIRE(handles.size() == 1);
    CHECK(handles[0].slug == "ada");
    return handles[0];
}

} // namespace

TEST_CASE("names are read from the head of a file") {
    const Handle plain = handle_of(R"(
        name = "Ada Lovelace"
        aka = ["ada", "al"]
        [[log]]
        on = not a value at all
    )"_lines);
    CHECK(plain.name == "Ada Lovelace");
    CHECK(plain.aka == Names{"ada", "al"});

    CHECK(handle_of("\xEF\xBB\xBFname = \"Ada\"\r\naka = [\"al\"]\r\n\r\n[contact]\r\n").aka ==
          Names{"al"});
    CHECK(handle_of(R"(name = "Ada")").name == "Ada");
    CHECK(handle_of(R"(
        [contact]
        email = "ada@example.org"
    )"_lines)
              .name == "ada");
    CHECK(handle_of("name = 5\n").name == "ada");
}

TEST_CASE("a line that only looks like a header doesn't end the head") {
    CHECK(handle_of(R"(
        about = """
        [not a header]
        [nor this]
        [[nor that]]
        """
        aka = [
        ["no text"],
        "al"
        ]
        name = "Ada"
        [contact]
    )"_lines)
              .name == "Ada");
}

TEST_CASE("someone whose file is broken is known by the slug") {
    CHECK(handle_of(R"(
        name = "Zoë
        role = "mentor"
    )"_lines)
              .name == "ada");
    CHECK(handle_of(R"(
        name = "Ada
        x = 1
        [a]
        [b]
        [c]
    )"_lines)
              .name == "ada");

    MemoryHost host;
    host.put("/journal/ada.toml", R"(name = "Ada")"_lines);
    host.fail_next_read(Error(Exit::system, "can't read"));
    const auto handles = handles_of(host);
    REQUIRE(handles.size() == 1);
    CHECK(handles[0].name == "ada");
}

TEST_CASE("files in folders and copies are nobody's, and a copy is in the journal all the same") {
    CHECK(is_someones("ada.toml"));
    for (const char* file : {"archive/ada.toml", ".ada.toml", "ada.md", ".toml", ""}) {
        CHECK_FALSE(find_slug(file));
        CHECK_FALSE(is_someones(file));
    }
    for (const char* file : {"ada (1).toml", "ada.sync-conflict-20261122-153000-ABCDEFG.toml"}) {
        CHECK(find_slug(file));
        CHECK_FALSE(is_someones(file));
    }
    CHECK(find_slug("ada (1).toml") == "ada (1)");
}

} // namespace mentor::handles_test
