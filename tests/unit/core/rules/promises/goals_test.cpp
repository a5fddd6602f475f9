// SPDX-License-Identifier: MIT
#include "core/rules/promises/goals.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace mentor::goals_test {

using namespace mentor::testing;

namespace {

Goal building_on(std::string id, std::string base) {
    Goal made = goal(id, "Goal " + id, "2026-12-01");
    made.follows = std::move(base);
    return made;
}

Goal reached(Goal aim, std::string_view on) {
    aim.done = day(on);
    return aim;
}

Milestone step(std::string goal, std::string what, std::string_view due = "",
               std::string_view done = "") {
    Milestone made{.goal = std::move(goal), .what = std::move(what)};
    if (!due.empty()) made.due = day(due);
    if (!done.empty()) made.done = day(done);
    return made;
}

LogEntry about(std::string_view on, std::vector<std::string> goals) {
    LogEntry entry;
    entry.on.date = day(on);
    entry.goals = std::move(goals);
    return entry;
}

// "a1 .b2 ..c3": the ids in the order of the list, a dot for each goal that one builds on.
std::string listed(const Person& person, bool all = false) {
    std::string ids;
    for (const GoalProgress& each : progress_of(person, all, day("2026-11-22")))
        ids += (ids.empty() ? "" : " ") + std::string(each.depth, '.') + each.goal->id;
    return ids;
}

GoalProgress progress(const Person& person) {
    return progress_of(person.goals.front(), ByGoal(person), day("2026-11-22"));
}

} // namespace

TEST_CASE("goals that build on others follow them, whatever the order of the file") {
    const auto ada = Person()
                         .aims_for(building_on("c3", "b2"))
                         .aims_for(building_on("a1", ""))
                         .aims_for(building_on("d4", "a1"))
                         .aims_for(building_on("b2", "a1"));
    CHECK(listed(ada) == "a1 .d4 .b2 ..c3");
}

TEST_CASE("a goal that builds on one that isn't listed stands for itself") {
    const auto ada = Person()
                         .aims_for(reached(building_on("a1", ""), "2026-10-01"))
                         .aims_for(building_on("b2", "a1"))
                         .aims_for(building_on("c3", "gone"));
    CHECK(listed(ada) == "b2 c3");
    CHECK(listed(ada, true) == "a1 .b2 c3");
}

TEST_CASE("open goals come before closed ones that don't lead to any") {
    const auto ada = Person()
                         .aims_for(reached(building_on("a1", ""), "2026-10-01"))
                         .aims_for(building_on("b2", ""));
    CHECK(listed(ada, true) == "b2 a1");
}

TEST_CASE("goals that build on each other in a circle are listed once each") {
    const auto ada = Person()
                         .aims_for(building_on("a1", "a1"))
                         .aims_for(building_on("b2", "c3"))
                         .aims_for(building_on("c3", "b2"))
                         .aims_for(building_on("d4", "b2"));
    std::string all = listed(ada);
    CHECK(std::ranges::count(all, ' ') == 3);
    for (const char* id : {"a1", "b2", "c3", "d4"})
        CHECK(all.find(id) != std::string::npos);
    CHECK(ByGoal(ada).those_on("c3").contains(&ada.goals[1]));
    CHECK_FALSE(ByGoal(ada).those_on("a1").contains(&ada.goals[1]));
}

// What looked at every goal for each step up a chain would take hours for these.
TEST_CASE("a chain of very many goals is listed as it stands, from either end of the file") {
    constexpr int count = 10'000;
    Person forwards, backwards;
    for (int i = 0; i < count; ++i) {
        const auto linked = [](int at) {
            return building_on(std::to_string(at), at == 0 ? "" : std::to_string(at - 1));
        };
        forwards.aims_for(linked(i));
        backwards.aims_for(linked(count - 1 - i));
    }
    for (const Person* person : {&forwards, &backwards}) {
        const auto goals = progress_of(*person, false, day("2026-11-22"));
        REQUIRE(goals.size() == count);
        for (std::size_t at = 0; at < goals.size(); ++at) {
            REQUIRE(goals[at].depth == at);
            REQUIRE(goals[at].goal->id == std::to_string(at));
        }
    }
}

TEST_CASE("what builds on a goal is what comes to it by climbing, however ids are doubled") {
    std::mt19937 random(28);
    const auto some_id = [&] { return random() % 5 == 0 ? "" : fmt::format("g{}", random() % 5); };
    for (int round = 0; round < 500; ++round) {
        CAPTURE(round);
        Person ada;
        for (auto i = random() % 8; i > 0; --i)
            ada.aims_for(building_on(some_id(), some_id()));
        const std::string id = some_id();
        const auto on_it = ByGoal(ada).those_on(id);
        for (const Goal& goal : ada.goals) {
            const Goal* base = &goal;
            for (std::size_t climbed = 0; base && base->id != id && climbed < 8; ++climbed)
                base = find_goal(ada, base->follows);
            CHECK(on_it.contains(&goal) == (!id.empty() && base && base->id == id));
        }
    }
}

TEST_CASE("goals written without an id neither mix their steps nor build on each other") {
    const auto ada = Person()
                         .aims_for(building_on("", ""))
                         .aims_for(building_on("", ""))
                         .with_step(step("", "of nobody"))
                         .logged(about("2026-11-01", {""}));
    CHECK(progress_of(ada, false, day("2026-11-22")).size() == 2);
    CHECK(progress(ada).steps.empty());
    CHECK(progress(ada).discussed == nullptr);
}

TEST_CASE("steps: done ones by day, then open ones, due first") {
    const auto ada = Person()
                         .aims_for(building_on("a1", ""))
                         .with_step(step("a1", "some day"))
                         .with_step(step("a1", "in May", "2027-05-01"))
                         .with_step(step("a1", "done late", "2026-01-01", "2026-06-01"))
                         .with_step(step("b2", "of another goal"))
                         .with_step(step("a1", "in March", "2027-03-01"))
                         .with_step(step("a1", "done early", "2026-12-01", "2026-05-01"));
    std::string steps;
    for (const Milestone* each : progress(ada).steps)
        steps += each->what + "; ";
    CHECK(steps == "done early; done late; in March; in May; some day; ");
    CHECK(progress(ada).steps_done == 2);
    CHECK(progress(ada).next()->what == "in March");
}

TEST_CASE("with every step done there is no next one") {
    const auto ada =
        Person().aims_for(building_on("a1", "")).with_step(step("a1", "draft", "", "2026-05-01"));
    CHECK(progress(ada).next() == nullptr);
}

TEST_CASE("nobody takes the open steps of a goal that is reached or let go") {
    Person ada;
    ada.aims_for(building_on("a1", "")).with_step(step("a1", "draft")).with_step(step("", "alone"));
    CHECK(progress(ada).next()->what == "draft");
    CHECK(ByGoal(ada).is_to_take(ada.milestones[0]));
    for (auto closed : {&Goal::done, &Goal::dropped}) {
        Person after = ada;
        after.goals.front().*closed = day("2026-11-20");
        CHECK(progress(after).next() == nullptr);
        CHECK_FALSE(ByGoal(after).is_to_take(after.milestones[0]));
        CHECK(ByGoal(after).is_to_take(after.milestones[1]));
    }
}

TEST_CASE("a goal was discussed in the newest entry that names it, up to today") {
    const auto ada = Person()
                         .aims_for(building_on("a1", ""))
                         .logged(about("2026-11-10", {"b2", "a1"}))
                         .logged(about("2026-10-10", {"a1"}))
                         .logged(about("2026-11-20", {"b2"}))
                         .logged(about("2026-11-30", {"a1"}));
    REQUIRE(progress(ada).discussed != nullptr);
    CHECK(progress(ada).discussed->on.date == day("2026-11-10"));
}

TEST_CASE("what is gathered by goal is what each goal finds by itself, in any journal") {
    std::mt19937 random(14);
    const auto below = [&](unsigned most) { return static_cast<unsigned>(random() % most); };
    const auto id = [&] { return below(5) == 0 ? "" : fmt::format("g{}", below(4)); };
    const auto some_day = [&] { return day("2026-11-01") + Days{static_cast<int>(below(30))}; };
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        Person ada;
        for (unsigned i = below(6); i > 0; --i)
            ada.aims_for(goal(id(), "Goal", "2026-12-01"));
        for (unsigned i = below(8); i > 0; --i) {
            ada.milestones.push_back(step(id(), "Step"));
            if (below(2) == 0) ada.milestones.back().done = some_day();
        }
        for (unsigned i = below(8); i > 0; --i) {
            ada.log.push_back(about(to_iso(some_day()), {id(), id()}));
            ada.log.back().id = id();
        }
        const ByGoal by_goal(ada);
        for (const Goal& each : ada.goals) {
            const auto belongs = [&](const std::string& to) {
                return !to.empty() && to == each.id;
            };
            std::vector<const LogEntry*> talks;
            for (const LogEntry& entry : ada.log)
                if (std::ranges::any_of(entry.goals, belongs)) talks.push_back(&entry);
            CHECK(by_goal.talks(each) == talks);
            const auto steps = by_goal.steps(each);
            CHECK(std::ranges::count_if(ada.milestones, belongs, &Milestone::goal) ==
                  static_cast<std::ptrdiff_t>(steps.size()));
            CHECK(std::ranges::all_of(steps, belongs, &Milestone::goal));
            CHECK(by_goal.find(each.id) == find_goal(ada, each.id));
        }
        for (const Milestone& each : ada.milestones) {
            const Goal* of = find_goal(ada, each.goal);
            CHECK(by_goal.is_to_take(each) == (each.open() && (!of || of->open())));
        }
    }
}

} // namespace mentor::goals_test
