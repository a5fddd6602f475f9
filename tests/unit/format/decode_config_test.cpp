// SPDX-License-Identifier: MIT
#include "format/decode.hpp"
#include "support/lines.hpp"

#include <doctest/doctest.h>

namespace mentor::decode_config_test {

using namespace mentor::testing;

static Config decode(std::string text) {
    return decode_config(Document::parse(std::move(text), "config.toml"));
}

TEST_CASE("an empty configuration is the usual one") {
    const Config config = decode("");
    CHECK(config.journal == "");
    CHECK(config.color == Color::when_seen);
    CHECK(config.within == Duration{7, Unit::day});
    CHECK(config.cadence.mentor == Duration{4, Unit::week});
    CHECK(config.cadence.alumni == Duration{3, Unit::month});
    CHECK(config.week_starts == std::chrono::Monday);
    CHECK(config.kinds.is_meeting("coffee"));
}

TEST_CASE("every key of the configuration becomes a value") {
    const Config config = decode(R"(
        journal = "~/notes/mentors"
        editor = "vim"
        pager = "less"
        color = "never"
        within = "2w"
        week_starts = "sunday"
        [cadence]
        mentor = "3w"
        mentee = "1w"
        peer = "2mo"
        alumni = "1y"
        [cadence.tags]
        work = "10d"
        [kinds]
        hike = "meeting"
        call = "touch"
        [me]
        name = "Grace"
        goal = "to build things"
        values = ["candour"]
        looking_for = "a sponsor"
        [hooks]
        after_log = "git commit"
    )"_lines);
    CHECK(config.journal == "~/notes/mentors");
    CHECK(config.editor == "vim");
    CHECK(config.pager == "less");
    CHECK(config.color == Color::never);
    CHECK(config.within == Duration{2, Unit::week});
    CHECK(config.week_starts == std::chrono::Sunday);
    CHECK(config.cadence.mentor == Duration{3, Unit::week});
    CHECK(config.cadence.mentee == Duration{1, Unit::week});
    CHECK(config.cadence.peer == Duration{2, Unit::month});
    CHECK(config.cadence.alumni == Duration{1, Unit::year});
    CHECK(config.cadence.tags == std::map<std::string, Duration>{{"work", {10, Unit::day}}});
    CHECK(config.kinds.is_meeting("hike"));
    CHECK(config.kinds.class_of("call") == KindClass::touch);
    CHECK(config.me.name == "Grace");
    CHECK(config.me.goal == "to build things");
    CHECK(config.me.values == std::vector<std::string>{"candour"});
    // As older files have it: a list of one.
    CHECK(config.me.looking_for == std::vector<std::string>{"a sponsor"});
}

TEST_CASE("beside a fault, what can be read of a configuration holds") {
    const PartialConfig read = decode_config_in_part(Document::parse(
        R"(
            journal = "/notes"
            within = 7
            week_starts = "sunday"
        )"_lines,
        "config.toml"));
    REQUIRE(read.fault);
    CHECK(read.fault->line == 2);
    CHECK(read.config.journal == "/notes");
    CHECK(read.config.within == Duration{7, Unit::day});
    CHECK(read.config.week_starts == std::chrono::Sunday);
    CHECK_FALSE(decode_config_in_part(Document::parse(R"(within = "2w")"_lines, "")).fault);
}

} // namespace mentor::decode_config_test
