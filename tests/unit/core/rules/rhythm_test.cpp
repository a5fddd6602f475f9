// SPDX-License-Identifier: MIT
#include "core/rules/rhythm.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::rhythm_test {

using namespace mentor::testing;

static std::string rush(const Relationship& relationship, std::string_view today = "2026-11-22") {
    const auto found = find_rush(relationship, Config(), day(today));
    if (!found) return "";
    return fmt::format("{} {} {} to {}", found->days,
                       found->of == RushOf::meetings ? "meetings" : "contacts",
                       to_iso(found->since), to_iso(found->until));
}

TEST_CASE("meetings on four days within one cadence are many, three are not") {
    const Person three = Person().met_on("2026-11-01").met_on("2026-11-08").met_on("2026-11-15");
    CHECK(rush(three) == "");
    CHECK(rush(Person(three).met_on("2026-11-22", "call")) ==
          "4 meetings 2026-11-01 to 2026-11-22");
    CHECK(rush(Person(three).met_on("2026-11-15", "call")) == "");
    CHECK(rush(Person(three).met_on("2026-11-22", "message")) == "");
    CHECK(rush(Person(three).met_on("2026-11-23")) == "");
}

TEST_CASE("the cadence that holds says what is many") {
    const Person four = Person()
                            .met_on("2026-10-26")
                            .met_on("2026-11-01")
                            .met_on("2026-11-08")
                            .met_on("2026-11-15");
    CHECK(rush(four) == "4 meetings 2026-10-26 to 2026-11-15");
    CHECK(rush(four, "2026-11-23") == "");
    CHECK(rush(Person(four).every(2, Unit::week)) == "");
    CHECK(rush(Person(four).every(9000, Unit::year)) == "4 meetings 2026-10-26 to 2026-11-15");
}

TEST_CASE("contact on three days running is much, unless they began it or the pace is a week's") {
    const Person two = Person().met_on("2026-11-20").met_on("2026-11-21", "message");
    CHECK(rush(two) == "");
    CHECK(rush(Person(two).met_on("2026-11-22", "share")) == "3 contacts 2026-11-20 to 2026-11-22");
    CHECK(rush(Person(two).met_on("2026-11-22", "note")) == "");
    CHECK(rush(Person(two).met_on("2026-11-18").met_on("2026-11-22", "share")) ==
          "3 contacts 2026-11-20 to 2026-11-22");
    Person answered = Person(two).met_on("2026-11-22", "message");
    answered.log.back().by = Side::them;
    CHECK(rush(answered) == "");
    CHECK(rush(Person(two).met_on("2026-11-22", "share").every(1, Unit::week)) == "");
    CHECK(rush(Person(two).met_on("2026-11-22", "share").every(8, Unit::day)) != "");
}

TEST_CASE("a rush that is over is none") {
    const Person rushed =
        Person().met_on("2026-11-20").met_on("2026-11-21", "message").met_on("2026-11-22", "share");
    CHECK(rush(rushed, "2026-11-23") == "3 contacts 2026-11-20 to 2026-11-22");
    CHECK(rush(rushed, "2026-11-24") == "");
    CHECK(rush(rushed, "2026-11-21") == "");
}

} // namespace mentor::rhythm_test
