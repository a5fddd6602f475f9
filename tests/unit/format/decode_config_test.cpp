// SPDX-License-Identifier: MIT
#include "format/decode.hpp"

#include <doctest/doctest.h>

using namespace mentor;

static Config decode(std::string text) {
    return decode_config(Document::parse(std::move(text), "config.toml"));
}

TEST_CASE("an empty configuration is the usual one") {
    const Config config = decode("");
    CHECK(config.journal == "");
    CHECK(config.color == "");
    CHECK(config.within == Duration{7, Unit::day});
    CHECK(config.cadence.mentor == Duration{4, Unit::week});
    CHECK(config.cadence.alumni == Duration{3, Unit::month});
    CHECK(config.week_starts == std::chrono::Monday);
    CHECK(config.kinds.is_meeting("coffee"));
}

TEST_CASE("every key of the configuration becomes a value") {
    const Config config = decode("journal = \"~/notes/mentors\"\n"
                                 "editor = \"vim\"\n"
                                 "pager = \"less\"\n"
                                 "color = \"never\"\n"
                                 "within = \"2w\"\n"
                                 "week_starts = \"sunday\"\n"
                                 "[cadence]\n"
                                 "mentor = \"3w\"\n"
                                 "mentee = \"1w\"\n"
                                 "peer = \"2mo\"\n"
                                 "alumni = \"1y\"\n"
                                 "[cadence.tags]\n"
                                 "work = \"10d\"\n"
                                 "[kinds]\n"
                                 "hike = \"meeting\"\n"
                                 "call = \"touch\"\n"
                                 "[me]\n"
                                 "name = \"Grace\"\n"
                                 "goal = \"to build things\"\n"
                                 "values = [\"candour\"]\n"
                                 "looking_for = \"a sponsor\"\n"
                                 "[hooks]\n"
                                 "after_log = \"git commit\"\n");
    CHECK(config.journal == "~/notes/mentors");
    CHECK(config.editor == "vim");
    CHECK(config.pager == "less");
    CHECK(config.color == "never");
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
    CHECK(config.me.looking_for == "a sponsor");
}

TEST_CASE("beside a fault, what can be read of a configuration holds") {
    const PartialConfig read = decode_config_in_part(Document::parse(
        "journal = \"/notes\"\nwithin = 7\nweek_starts = \"sunday\"\n", "config.toml"));
    REQUIRE(read.fault);
    CHECK(read.fault->line == 2);
    CHECK(read.config.journal == "/notes");
    CHECK(read.config.within == Duration{7, Unit::day});
    CHECK(read.config.week_starts == std::chrono::Sunday);
    CHECK_FALSE(decode_config_in_part(Document::parse("within = \"2w\"\n", "")).fault);
}
