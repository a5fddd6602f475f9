// SPDX-License-Identifier: MIT
#include "core/rules/promises/thanks.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <utility>

namespace mentor::thanks_test {

using namespace mentor::testing;

static LogEntry advising(std::string_view on, std::string advice,
                         std::vector<std::string> goals = {}) {
    LogEntry entry;
    entry.id = "a00" + advice.substr(0, 1);
    entry.on.date = day(on);
    entry.kind = "coffee";
    entry.advice = {std::move(advice)};
    entry.goals = std::move(goals);
    return entry;
}

static LogEntry winning(std::string_view on, std::string win, std::vector<std::string> goals = {},
                        std::string kind = "note") {
    LogEntry entry;
    entry.on.date = day(on);
    entry.kind = std::move(kind);
    entry.wins = {std::move(win)};
    entry.goals = std::move(goals);
    return entry;
}

// "Ask him -> 2026-11-12 Asked", a line each.
static std::string owed(const Relationship& relationship, std::string_view today = "2026-11-22") {
    std::string lines;
    for (const OwedThanks& each : owed_thanks(relationship, day(today)))
        lines += fmt::format("{} -> {} {}\n", each.advice->advice.front(), to_iso(each.fruit.on),
                             each.fruit.what);
    return lines;
}

TEST_CASE("thanks on the day of the fruit or later settle it, and not before that day") {
    const Person ada = Person()
                           .logged(advising("2026-11-01", "Ask him", {"g001"}))
                           .logged(winning("2026-11-12", "Asked", {"g001"}));
    CHECK(owed(ada) == "Ask him -> 2026-11-12 Asked\n");
    CHECK(owed(ada, "2026-11-11") == "");
    CHECK(owed(Person(ada).met_on("2026-11-11", "thanks")) != "");
    CHECK(owed(Person(ada).met_on("2026-11-12", "thanks")) == "");
    CHECK(owed(Person(ada).met_on("2026-11-20", "thanks")) == "");
    CHECK(owed(Person(ada).met_on("2026-11-20", "thanks"), "2026-11-19") != "");
}

TEST_CASE("a win is owed to the newest advice before it that is about the same goal") {
    const Person ada = Person()
                           .logged(advising("2026-09-01", "Begin", {"g001"}))
                           .logged(advising("2026-10-01", "Write", {"g002"}));
    CHECK(owed(Person(ada).logged(winning("2026-11-01", "it worked", {"g001"}))) ==
          "Begin -> 2026-11-01 it worked\n");
    CHECK(owed(Person(ada).logged(winning("2026-11-01", "it worked", {"g003"}))) == "");
    CHECK(owed(Person(ada).logged(winning("2026-11-01", "it worked"))) == "");
    CHECK(owed(Person(ada).logged(winning("2026-08-31", "it worked", {"g001"}))) == "");
    CHECK(owed(Person()
                   .logged(advising("2026-09-01", "Begin"))
                   .logged(winning("2026-11-01", "it worked", {"g001"}))) == "");
}

TEST_CASE("a goal and a step that were reached count as wins do") {
    Goal reached = goal("g001", "Lead a project", "2026-12-01");
    reached.done = day("2026-11-10");
    const Milestone step{"m001", "g001", "first draft", std::nullopt, day("2026-11-05")};
    const Person ada = Person().logged(advising("2026-11-01", "Begin", {"g001"}));
    CHECK(owed(Person(ada).with_step(step)) == "Begin -> 2026-11-05 first draft\n");
    CHECK(owed(Person(ada).with_step(step).aims_for(reached)) ==
          "Begin -> 2026-11-10 Lead a project\n");
}

TEST_CASE("what was told in the same entry, or with thanks or congratulations, is owed none") {
    LogEntry both = advising("2026-11-01", "Begin", {"g001"});
    both.wins = {"spoke at the meetup"};
    CHECK(owed(Person().logged(both)) == "");
    const Person ada = Person().logged(advising("2026-11-01", "Begin", {"g001"}));
    CHECK(owed(Person(ada).logged(winning("2026-11-10", "it worked", {"g001"}, "congrats"))) == "");
    CHECK(owed(Person(ada).logged(winning("2026-11-10", "it worked", {"g001"}, "call"))) != "");
}

TEST_CASE("the latest fruit comes first, one for each advice") {
    const Person ada = Person()
                           .logged(advising("2026-09-01", "Begin", {"g001"}))
                           .logged(advising("2026-10-01", "Write", {"g002"}))
                           .logged(winning("2026-10-05", "sooner", {"g001"}))
                           .logged(winning("2026-11-05", "later", {"g001"}))
                           .logged(winning("2026-11-10", "last", {"g002"}));
    CHECK(owed(ada) == "Write -> 2026-11-10 last\n"
                       "Begin -> 2026-11-05 later\n");
}

TEST_CASE("a peer is thanked as a mentor is; a mentee isn't thanked for your own advice") {
    const Person ada = Person()
                           .logged(advising("2026-11-01", "Ask him", {"g001"}))
                           .logged(winning("2026-11-12", "Asked", {"g001"}));
    CHECK(owed(Person(ada).is(Role::peer)) == "Ask him -> 2026-11-12 Asked\n");
    CHECK(owed(Person(ada).is(Role::mentee)) == "");
}

namespace {

// The rule in its own words, one entry after the other: what came of advice, and which.
std::vector<std::pair<std::string, std::string>> owed_slowly(const Relationship& person,
                                                             Date today) {
    std::map<std::string, std::pair<Date, std::string>> latest; // by the advice
    for (const LogEntry& win : person.log) {
        if (win.wins.empty() || !tells_wins(win) || win.on.date > today) continue;
        const bool is_thanked = std::ranges::any_of(person.log, [&](const LogEntry& thanks) {
            return thanks.kind == "thanks" && thanks.on.date >= win.on.date &&
                   thanks.on.date <= today;
        });
        const LogEntry* newest = nullptr;
        for (const std::size_t at : by_day(person)) {
            const LogEntry& advice = person.log[at];
            if (!advice.advice.empty() && &advice != &win && advice.on.date <= win.on.date &&
                std::ranges::find_first_of(advice.goals, win.goals) != advice.goals.end())
                newest = &advice;
        }
        if (!newest || is_thanked) continue;
        auto& [day, what] = latest[newest->advice.front()];
        if (what.empty() || win.on.date > day) day = win.on.date, what = win.wins.front();
    }
    std::vector<std::pair<std::string, std::string>> owed;
    for (const auto& [advice, fruit] : latest)
        owed.emplace_back(advice, fruit.second);
    return owed;
}

} // namespace

TEST_CASE("what is owed in any journal is what the rule says of each entry by itself") {
    std::mt19937 random(14);
    const auto below = [&](unsigned most) { return static_cast<unsigned>(random() % most); };
    for (int round = 0; round < 500; ++round) {
        CAPTURE(round);
        Person ada;
        for (unsigned i = 0, all = below(14); i < all; ++i) {
            LogEntry entry;
            entry.on.date = day("2026-11-10") + Days{static_cast<int>(below(8))};
            entry.kind = below(8) == 0 ? "thanks" : "coffee";
            if (below(2) == 0) entry.advice = {fmt::format("advice {}", i)};
            if (below(2) == 0) entry.wins = {fmt::format("win {}", i)};
            for (unsigned goals = below(3); goals > 0; --goals)
                entry.goals.push_back(fmt::format("g{}", below(3)));
            ada.logged(std::move(entry));
        }
        const Date today = day("2026-11-14");
        std::vector<std::pair<std::string, std::string>> owed;
        for (const OwedThanks& each : owed_thanks(ada, today))
            owed.emplace_back(each.advice->advice.front(), each.fruit.what);
        std::ranges::sort(owed);
        CHECK(owed == owed_slowly(ada, today));
    }
}

} // namespace mentor::thanks_test
