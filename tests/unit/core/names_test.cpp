// SPDX-License-Identifier: MIT
#include "core/names.hpp"
#include "core/rules/due/due.hpp"
#include "core/rules/looking/health.hpp"
#include "core/rules/people/prospects.hpp"
#include "core/rules/prep.hpp"
#include "core/text.hpp"

#include <doctest/doctest.h>

namespace mentor::names_test {

namespace {

enum class Colour { red, green, none };

constexpr auto colours = names_of<Colour>({{Colour::red, "red"}, {Colour::green, "green"}});

} // namespace

TEST_CASE("the names of an enumeration are written, read back and listed in their order") {
    CHECK(colours.text(Colour::green) == "green");
    CHECK(colours.find("green") == Colour::green);
    CHECK_FALSE(colours.find("Green").has_value());
    CHECK(colours.list() == std::vector<std::string>{"red", "green"});
}

TEST_CASE("a value without a word is written as nothing") {
    CHECK(colours.text(Colour::none) == "");
    CHECK_FALSE(colours.find("").has_value());
}

TEST_CASE("the words of the domain") {
    CHECK(join(signal_names(), " ") == "contact cadence initiative promises reciprocity gratitude "
                                       "goals rating boundaries pulse");
    CHECK(join(standing_names(), " ") == "attention good unknown");
    CHECK(join(kind_class_names(), " ") == "meeting touch outreach pulse note");
    CHECK(join(side_names(), " ") == "me them");
    for (const std::string& name : kind_class_names())
        CHECK(to_text(find_kind_class(name).value()) == name);
    CHECK(to_text(WinOf::entry) == "log");
    CHECK(to_text(ProspectStep::none) == "");
    CHECK(to_text(ProspectStep::follow_up) == "follow-up");
    CHECK(to_text(Progress::to_research) == "to-research");
    CHECK(to_text(DueGroup::late) == "late");
    CHECK(to_text(std::chrono::Sunday) == "sunday");
}

} // namespace mentor::names_test
