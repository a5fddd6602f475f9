// SPDX-License-Identifier: MIT
#include "core/rules/prep.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::prep_test {

using namespace mentor::testing;

using Names = std::vector<std::string>;
using Promises = std::vector<const Commitment*>;

static const Date today = day("2026-11-22");

static Prep page(const Relationship& relationship) {
    return prep(relationship, Config(), today);
}

static LogEntry entry(std::string_view on, std::string kind, std::string id = "") {
    LogEntry made;
    made.on.date = day(on);
    made.kind = std::move(kind);
    made.id = std::move(id);
    return made;
}

static LogEntry advising(std::string_view on, std::string id, std::string kind = "coffee") {
    LogEntry made = entry(on, std::move(kind), std::move(id));
    made.advice = {"Ask him."};
    return made;
}

static LogEntry winning(std::string_view on, std::string kind, std::string win) {
    LogEntry made = entry(on, std::move(kind));
    made.wins = {std::move(win)};
    return made;
}

static Commitment promised_in(std::string log, Side owner = Side::me, std::string_view done = "") {
    Commitment made;
    made.owner = owner;
    made.what = "Ask him";
    made.log = std::move(log);
    if (!done.empty()) made.done = day(done);
    return made;
}

static Names wins_of(const Prep& prep) {
    Names names;
    for (const Win& win : prep.wins)
        names.push_back(win.what);
    return names;
}

TEST_CASE("the page begins with the last meeting and every contact after it") {
    const Person ada = Person()
                           .logged(entry("2026-11-20", "message"))
                           .logged(entry("2026-11-01", "coffee"))
                           .logged(entry("2026-11-10", "note"))
                           .logged(entry("2026-11-12", "share"))
                           .logged(entry("2026-10-30", "message"))
                           .logged(entry("2026-11-23", "coffee"));
    const Prep result = page(ada);
    CHECK(result.last == &ada.log[1]);
    CHECK(result.since == std::vector<const LogEntry*>{&ada.log[3], &ada.log[0]});
}

TEST_CASE("without a meeting, every contact so far belongs to the page") {
    const Person ada = Person().is(Stage::prospect).logged(entry("2026-11-01", "outreach", "x4t9"));
    const Prep result = page(ada);
    CHECK(result.last == nullptr);
    CHECK(result.since == std::vector<const LogEntry*>{&ada.log[0]});
}

TEST_CASE("their days belong to it from two weeks after to five weeks before") {
    const Person ada = Person()
                           .keeps("15 days ago", 11, 7)
                           .keeps("in five weeks", 12, 27)
                           .keeps("a day later", 12, 28)
                           .keeps("14 days ago", 11, 8)
                           .keeps("another year's", 11, 25, 2025, false)
                           .keeps("once, this year", 11, 25, 2026, false)
                           .keeps("not before next year", 11, 26, 2027);
    Names near;
    const Prep result = page(ada);
    for (const NearOccasion& each : result.occasions)
        near.push_back(to_iso(each.on) + " " + each.occasion->what);
    CHECK(near == Names{"2026-11-08 14 days ago", "2026-11-25 once, this year",
                        "2026-12-27 in five weeks"});
}

TEST_CASE("a day at the turn of the year is near from both sides") {
    const Person ada = Person().keeps("new year", 1, 1).keeps("old year", 12, 31);
    const auto falls = [&](std::string_view on) {
        Names days;
        const Prep result = prep(ada, Config(), day(on));
        for (const NearOccasion& each : result.occasions)
            days.push_back(to_iso(each.on));
        return days;
    };
    CHECK(falls("2026-12-20") == Names{"2026-12-31", "2027-01-01"});
    CHECK(falls("2027-01-10") == Names{"2026-12-31", "2027-01-01"});
}

TEST_CASE("wins to tell are those since the last meeting") {
    Goal reached = goal("g001", "Lead a project", "2026-12-01");
    reached.done = day("2026-11-15");
    Milestone passed, passed_before;
    passed.what = "first draft";
    passed.done = day("2026-11-05");
    passed_before.done = day("2026-11-01");
    const Person ada = Person()
                           .logged(winning("2026-11-01", "coffee", "told over the coffee"))
                           .logged(winning("2026-11-20", "note", "spoke at the meetup"))
                           .logged(winning("2026-11-18", "thanks", "told with the thanks"))
                           .logged(winning("2026-11-19", "congrats", "they told me"))
                           .aims_for(reached)
                           .with_step(passed)
                           .with_step(passed_before);
    CHECK(wins_of(page(ada)) == Names{"first draft", "Lead a project", "spoke at the meetup"});
}

TEST_CASE("goals that the closing conversation went over are no news") {
    Person ada;
    ada.met_on("2026-06-01").aims_for(goal("g1aa", "Told", "2026-12-01")).ended_on("2026-10-01");
    ada.aims_for(goal("g2aa", "Since then", "2026-12-01"));
    ada.goals[0].done = day("2026-10-01");
    ada.goals[1].done = day("2026-10-02");
    CHECK(wins_of(page(ada)) == Names{"Since then"});
}

TEST_CASE("the advice is that of the last meeting and of what came between it and the one before") {
    const Person ada = Person()
                           .logged(advising("2026-09-01", "a001"))
                           .logged(advising("2026-09-15", "a002", "message"))
                           .logged(advising("2026-10-01", "a003"))
                           .logged(advising("2026-10-15", "a004", "message"));
    Names ids;
    const Prep result = page(ada);
    for (const AdviceTaken& advice : result.advice)
        ids.push_back(advice.entry->id);
    CHECK(ids == Names{"a002", "a003", "a004"});
}

TEST_CASE("with the advice stands what whoever was advised promised in the same entry") {
    const auto promises_of = [](Role role) {
        const Person ada = Person()
                               .is(role)
                               .logged(advising("2026-11-01", "a001"))
                               .promised(promised_in("a001", Side::me))
                               .promised(promised_in("a001", Side::them))
                               .promised(promised_in("b002", Side::me));
        const Prep result = page(ada);
        std::vector<std::string_view> owners;
        for (const Commitment* one : result.advice.at(0).led_to)
            owners.push_back(to_text(one->owner));
        return owners;
    };
    using Owners = std::vector<std::string_view>;
    CHECK(promises_of(Role::mentor) == Owners{"me"});
    CHECK(promises_of(Role::mentee) == Owners{"them"});
    CHECK(promises_of(Role::peer) == Owners{"me", "them"});
}

TEST_CASE("advice wants thanks, once, where a win or a goal shows that it worked for its goal") {
    const auto wants_thanks = [](Person ada, std::vector<std::string> advised) {
        LogEntry advice = advising("2026-11-01", "a001");
        advice.goals = std::move(advised);
        return page(ada.logged(advice)).advice.at(0).wants_thanks;
    };
    const auto won = [](std::vector<std::string> goals) {
        LogEntry win = winning("2026-11-20", "note", "it worked");
        win.goals = std::move(goals);
        return win;
    };
    const Person ada = Person().logged(won({"g002", "g001"}));
    CHECK_FALSE(wants_thanks(Person(), {"g001"}));
    CHECK(wants_thanks(ada, {"g001"}));
    CHECK(wants_thanks(Person(ada).logged(entry("2026-11-19", "thanks")), {"g001"}));
    CHECK_FALSE(wants_thanks(Person(ada).logged(entry("2026-11-20", "thanks")), {"g001"}));
    CHECK_FALSE(wants_thanks(Person(ada).is(Role::mentee), {"g001"}));
    CHECK_FALSE(wants_thanks(ada, {}));
    CHECK_FALSE(wants_thanks(ada, {"g003"}));
    CHECK_FALSE(wants_thanks(Person().logged(won({})), {"g001"}));
    CHECK_FALSE(
        wants_thanks(Person().promised(promised_in("a001", Side::me, "2026-11-12")), {"g001"}));
}

TEST_CASE("promises: open ones of both sides, due first, and those to report back") {
    Commitment told = promised_in("", Side::me, "2026-11-10");
    told.told = day("2026-11-11");
    Commitment let_go = promise(Side::me, "let go", "2026-11-01");
    let_go.dropped = day("2026-11-02");
    const Person ada = Person()
                           .promised(promised_in("", Side::me))
                           .promised(promise(Side::me, "later", "2026-12-02"))
                           .promised(promise(Side::me, "sooner", "2026-11-12"))
                           .promised(promise(Side::them, "theirs", "2026-12-02"))
                           .promised(promised_in("", Side::me, "2026-11-10"))
                           .promised(told)
                           .promised(let_go);
    const std::vector<Commitment>& all = ada.commitments;
    const Prep result = page(ada);
    CHECK(result.yours == Promises{&all[2], &all[1], &all[0]});
    CHECK(result.theirs == Promises{&all[3]});
    CHECK(result.to_report == Promises{&all[4]});
}

TEST_CASE("what they kept since the last meeting is there until it is thanked for") {
    const Person ada = Person()
                           .met_on("2026-11-01")
                           .promised(promised_in("", Side::them, "2026-11-01"))
                           .promised(promised_in("", Side::them, "2026-11-02"));
    CHECK(page(ada).kept_by_them == Promises{&ada.commitments[1]});
    const Person thanked = Person(ada).logged(entry("2026-11-02", "thanks"));
    CHECK(page(thanked).kept_by_them.empty());
}

TEST_CASE("open questions, and open goals each with the step that is due first") {
    Question asked, parked;
    asked.asked = day("2026-11-01");
    Goal reached = goal("g001", "reached", "2026-11-01");
    reached.done = day("2026-11-01");
    const auto step = [](std::string what, std::optional<Date> due, std::optional<Date> done = {}) {
        return Milestone{"", "g003", std::move(what), due, done};
    };
    Person ada = Person()
                     .aims_for(reached)
                     .aims_for(goal("g002", "later", "2026-12-31"))
                     .aims_for(goal("g003", "sooner", "2026-12-01"))
                     .with_step(step("done", day("2026-11-01"), day("2026-11-01")))
                     .with_step(step("without a day", std::nullopt))
                     .with_step(step("next", day("2026-11-25")))
                     .with_step(step("after it", day("2026-11-28")));
    ada.questions = {asked, parked};
    const Prep result = page(ada);
    CHECK(result.questions == std::vector<const Question*>{&ada.questions[1]});
    REQUIRE(result.goals.size() == 2);
    CHECK(result.goals[0].goal == &ada.goals[2]);
    CHECK(result.goals[0].next == &ada.milestones[2]);
    CHECK(result.goals[1].goal == &ada.goals[1]);
    CHECK(result.goals[1].next == nullptr);
}

} // namespace mentor::prep_test
