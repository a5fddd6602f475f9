// SPDX-License-Identifier: MIT
#include "edits/keys.hpp"

#include <doctest/doctest.h>

using namespace mentor;

static std::string kept(std::string_view name, std::string_view text) {
    const SettableKey key = find_key(name, relationship_keys());
    return said(parse_value(key, text, Calendar()));
}

TEST_CASE("what has one line in the file loses the line ends that came with it") {
    CHECK(kept("met", "RubyConf,\r\n\nhallway\n") == "RubyConf, hallway");
    CHECK(kept("contact.email", "ada@example.org\nBcc: all") == "ada@example.org Bcc: all");
    CHECK(kept("tags", "work\nat home, life") == "work at home, life");
    CHECK(kept("about", "Two startups.\nOne cat.") == "Two startups.\nOne cat.");
}
