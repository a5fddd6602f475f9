// SPDX-License-Identifier: MIT
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::due_thanks_test {

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

static Commitment introduced(std::string_view on = "2026-11-12") {
    Commitment kept;
    kept.owner = Side::them;
    kept.what = "Intro to Håkan";
    kept.done = day(on);
    return kept;
}

TEST_CASE("a favour of theirs asks for thanks, is never late, and names what to type") {
    const Person person = ada().promised(introduced());
    const std::string thank =
        "2026-11-12 today thanks: Thank Ada for Intro to Håkan (Ada kept it on 12 Nov 2026)";
    CHECK(due(person, "2026-11-11") == "");
    CHECK(due(person, "2026-11-12") == thank);
    CHECK(due(person, "2027-02-12") == thank);
    CHECK(reminders(person, "2026-11-20").at(0).command == "mentor log ada-lovelace --kind thanks");
}

TEST_CASE("what meant no effort, what isn't kept and what is yours is no favour") {
    Commitment call = introduced(), wish = introduced(), open = introduced(), mine = introduced();
    call.what = "Call back";
    wish.what = "Say which day she prefers";
    open.done.reset();
    mine.owner = Side::me;
    mine.told = mine.done;
    CHECK(due(ada().promised(call).promised(wish).promised(open).promised(mine), "2026-11-20") ==
          "");
}

TEST_CASE("to stand in the same entry as advice, or after it, is no cause") {
    Commitment asked = introduced();
    asked.owner = Side::me;
    asked.what = "Ask Håkan";
    asked.log = "a001";
    asked.told = asked.done;
    LogEntry win;
    win.on.date = day("2026-11-08");
    win.kind = "note";
    win.wins = {"It worked"};
    CHECK(due(ada().promised(asked).logged(win), "2026-11-20") == "");
}

TEST_CASE("thanks settle it, and after three months it isn't asked for any more") {
    CHECK(due(ada().promised(introduced()).met_on("2026-11-13", "thanks"), "2026-11-20") == "");
    CHECK(due(ada().promised(introduced()), "2027-02-13") == "");
}

TEST_CASE("a win, a goal and a step say what came after the advice; the latest speaks for all") {
    LogEntry win;
    win.on.date = day("2026-11-08");
    win.kind = "note";
    win.wins = {"It worked"};
    win.goals = {"g001"};
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

TEST_CASE("thanks for a favour are for everyone, past and present, and not through a pause") {
    CHECK(due(ada(Role::peer).promised(introduced()), "2026-11-20") != "");
    CHECK(due(ada(Role::mentee).promised(introduced()), "2026-11-20") != "");
    CHECK(due(ada().promised(introduced()).is(Stage::alumni), "2026-11-20") != "");
    for (const Stage stage : {Stage::paused, Stage::prospect, Stage::declined})
        CHECK(due(ada().promised(introduced()).is(stage), "2026-11-20").find("thanks") ==
              std::string::npos);
}

} // namespace mentor::due_thanks_test
