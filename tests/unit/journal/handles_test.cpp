// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

using namespace mentor;

namespace {

using Names = std::vector<std::string>;

// What `ada.toml` is called by.
Handle handle_of(const std::string& text) {
    MemoryHost host;
    host.put("/journal/ada.toml", text);
    const auto handles = Journal(host, "/journal").handles();
    REQUIRE(handles.size() == 1);
    CHECK(handles[0].slug == "ada");
    return handles[0];
}

} // namespace

TEST_CASE("names are read from the head of a file") {
    const Handle plain = handle_of("name = \"Ada Lovelace\"\n"
                                   "aka = [\"ada\", \"al\"]\n"
                                   "[[log]]\n"
                                   "on = not a value at all\n");
    CHECK(plain.name == "Ada Lovelace");
    CHECK(plain.aka == Names{"ada", "al"});

    CHECK(handle_of("\xEF\xBB\xBFname = \"Ada\"\r\naka = [\"al\"]\r\n\r\n[contact]\r\n").aka ==
          Names{"al"});
    CHECK(handle_of("name = \"Ada\"").name == "Ada");
    CHECK(handle_of("[contact]\nemail = \"ada@example.org\"\n").name == "ada");
    CHECK(handle_of("name = 5\n").name == "ada");
}

TEST_CASE("a line that only looks like a header doesn't end the head") {
    CHECK(handle_of("about = \"\"\"\n"
                    "[not a header]\n"
                    "[nor this]\n"
                    "[[nor that]]\n"
                    "\"\"\"\n"
                    "aka = [\n"
                    "[\"no text\"],\n"
                    "\"al\"\n"
                    "]\n"
                    "name = \"Ada\"\n"
                    "[contact]\n")
              .name == "Ada");
}

TEST_CASE("someone whose file is broken is known by the slug") {
    CHECK(handle_of("name = \"Zoë\nrole = \"mentor\"\n").name == "ada");
    CHECK(handle_of("name = \"Ada\nx = 1\n[a]\n[b]\n[c]\n").name == "ada");

    MemoryHost host;
    host.put("/journal/ada.toml", "name = \"Ada\"\n");
    host.fail_next_read(Error(Exit::system, "can't read"));
    const auto handles = Journal(host, "/journal").handles();
    REQUIRE(handles.size() == 1);
    CHECK(handles[0].name == "ada");
}
