// SPDX-License-Identifier: MIT
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

using namespace mentor;
using namespace mentor::testing;

// Who advised on 1 November, seen on a day on which no check-in is in sight.
static Person ada(Role role = Role::mentor) {
    LogEntry advice;
    advice.id = "a001";
    advice.on.date = day("2026-11-01");
    advice.kind = "coffee";
    advice.advice = {"Ask him what he needs.\nAnd listen."};
    advice.goals = {"g001"};
    return Person().is(role).every(1, Unit::year).logged(advice);
}

static Commitment asked() {
    Commitment kept;
    kept.owner = Side::me;
    kept.what = "Ask Håkan";
    kept.log = "a001";
    kept.done = kept.told = day("2026-11-12");
    return kept;
}

TEST_CASE(
    "advice that led to a promise kept asks for thanks, is never late, and names what to type") {
    const Person person = ada().promised(asked());
    const std::string thank = "2026-11-12 today thanks: Thank Ada for the advice of 1 Nov 2026 "
                              "(it led to \"Ask Håkan\", kept on 12 Nov 2026)";
    CHECK(due(person, "2026-11-11") == "");
    CHECK(due(person, "2026-11-12") == thank);
    CHECK(due(person, "2027-02-12") == thank);
    CHECK(reminders(person, "2026-11-20").at(0).command == "mentor log ada-lovelace --kind thanks");
}

TEST_CASE("thanks settle it, and after three months it isn't asked for any more") {
    CHECK(due(ada().promised(asked()).met_on("2026-11-13", "thanks"), "2026-11-20") == "");
    CHECK(due(ada().promised(asked()), "2027-02-13") == "");
}

TEST_CASE("a win, a goal and a step say what came after the advice; the latest speaks for all") {
    LogEntry win;
    win.on.date = day("2026-11-08");
    win.kind = "note";
    win.wins = {"It worked"};
    const Milestone step{"m001", "g001", "first draft", std::nullopt, day("2026-11-09")};
    Goal reached = goal("g001", "Lead a project", "2026-12-01");
    reached.done = day("2026-11-10");
    const auto why = [](const Person& person) {
        const auto found = reminders(person, "2026-11-20");
        REQUIRE(found.size() == 1);
        return found[0].why;
    };
    CHECK(why(ada().logged(win)) == "since then: It worked, 8 Nov 2026");
    CHECK(why(ada().logged(win).with_step(step)) ==
          "since then \"first draft\" was done, on 9 Nov 2026");
    CHECK(why(ada().logged(win).with_step(step).aims_for(reached)) ==
          "since then \"Lead a project\" was reached, on 10 Nov 2026");
}

TEST_CASE("thanks are for mentors and peers, past and present, and not through a pause") {
    CHECK(due(ada(Role::peer).promised(asked()), "2026-11-20") != "");
    CHECK(due(ada(Role::mentee).promised(asked()), "2026-11-20") == "");
    CHECK(due(ada().promised(asked()).is(Stage::alumni), "2026-11-20") != "");
    for (const Stage stage : {Stage::paused, Stage::prospect, Stage::declined})
        CHECK(due(ada().promised(asked()).is(stage), "2026-11-20").find("thanks") ==
              std::string::npos);
}
