// SPDX-License-Identifier: MIT
#include "core/rules/looking/health.hpp"
#include "core/rules/looking/pulse.hpp"
#include "core/rules/looking/review.hpp"
#include "core/rules/people/prospects.hpp"
#include "core/rules/prep.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/rules/promises/thanks.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::relationship_test {

using namespace mentor::testing;

TEST_CASE("roles, stages and sides are written as in the file and read back") {
    CHECK(role_names() == std::vector<std::string>{"mentor", "mentee", "peer"});
    CHECK(stage_names() == std::vector<std::string>{"prospect", "active", "paused", "winding-down",
                                                    "alumni", "declined"});
    for (const std::string& name : role_names())
        CHECK(to_text(find_role(name).value()) == name);
    for (const std::string& name : stage_names())
        CHECK(to_text(find_stage(name).value()) == name);
    CHECK(find_side("me") == Side::me);
    CHECK(find_side("them") == Side::them);
    CHECK_FALSE(find_role("boss").has_value());
    CHECK_FALSE(find_stage("Active").has_value());
    CHECK_FALSE(find_side("").has_value());
}

TEST_CASE("what the stages have in common") {
    const auto those = [](bool (*fits)(Stage)) {
        std::string fitting;
        for (const std::string& name : stage_names())
            if (fits(find_stage(name).value())) fitting += name + " ";
        return fitting;
    };
    CHECK(those(is_under_way) == "active winding-down ");
    CHECK(those(has_rhythm) == "active winding-down alumni ");
    CHECK(those(is_in_touch) == "active paused winding-down alumni ");
    CHECK(those(is_over) == "alumni declined ");
}

TEST_CASE("a mentorship has ended where its stage and its ending say so") {
    const Person ended = Person().ended_on("2026-01-01");
    CHECK(has_ended(ended));
    CHECK(has_ended(Person(ended).is(Stage::declined)));
    CHECK_FALSE(has_ended(Person(ended).is(Stage::active)));
    CHECK_FALSE(has_ended(Person().is(Stage::alumni)));
}

TEST_CASE("a meeting is ahead on its day, a snooze is over on its day") {
    const Person person = Person().agreed_next("2026-11-22").snoozed_until("2026-11-22");
    CHECK(has_meeting_ahead(person, day("2026-11-22")));
    CHECK_FALSE(has_meeting_ahead(person, day("2026-11-23")));
    CHECK(is_snoozed(person, day("2026-11-21")));
    CHECK_FALSE(is_snoozed(person, day("2026-11-22")));
    CHECK_FALSE(has_meeting_ahead(Person(), day("2026-11-22")));
    CHECK_FALSE(is_snoozed(Person(), day("2026-11-22")));
}

TEST_CASE("the last meeting is the newest one up to today, whatever the order in the file") {
    const Kinds kinds;
    Person person;
    CHECK(last_meeting(person, kinds, day("2026-11-22")) == nullptr);
    person.met_on("2026-11-20", "call").met_on("2026-11-01", "walk").met_on("2026-11-30", "meal");
    person.met_on("2026-11-21", "email").met_on("2026-11-22", "note");
    CHECK(last_meeting(person, kinds, day("2026-11-22")) == &person.log[0]);
    CHECK(last_meeting(person, kinds, day("2026-11-19")) == &person.log[1]);
    CHECK(last_meeting(person, kinds, day("2026-11-30")) == &person.log[2]);
    CHECK(last_contact(person, kinds, day("2026-11-22")) == &person.log[3]);
}

TEST_CASE("for others a private entry is a day, a kind and who began, without its promises") {
    Person person = Person().met_on("2026-11-01").met_on("2026-11-20", "call");
    LogEntry& secret = person.log[1];
    person.log[0].note = secret.note = secret.where = "words";
    secret.topics = secret.advice = secret.wins = secret.goals = {"words"};
    secret.minutes = 45;
    secret.rating = 2;
    secret.scores = {{"trust", 1}};
    secret.by = Side::them;
    secret.id = "x4t9";
    secret.is_private = true;
    for (const char* log : {"x4t9", "", "m0re"}) {
        person.promised(promise(Side::me, log, "2026-11-27"));
        person.commitments.back().log = log;
    }
    const Relationship shown = without_private_words(person);
    CHECK(shown.log[0].note == "words");
    CHECK(shown.log[1].on == secret.on);
    CHECK(shown.log[1].kind == secret.kind);
    CHECK(shown.log[1].by == Side::them);
    CHECK(shown.log[1].is_private);
    CHECK(shown.log[1].where + shown.log[1].note == "");
    CHECK_FALSE(shown.log[1].minutes.has_value());
    CHECK_FALSE(shown.log[1].rating.has_value());
    for (const auto* words :
         {&shown.log[1].topics, &shown.log[1].advice, &shown.log[1].wins, &shown.log[1].goals})
        CHECK(words->empty());
    CHECK(shown.log[1].scores.empty());
    // What the entry m0re was nobody can tell: it isn't there.
    REQUIRE(shown.commitments.size() == 1);
    CHECK(shown.commitments[0].what == "");
}

TEST_CASE("steps to a private goal are private with it, and those to none that is there") {
    Person person;
    person.goals = {{.id = "0pen", .title = "A talk"},
                    {.id = "c1sd", .title = "A book", .is_private = true}};
    person.milestones = {{.goal = "0pen", .what = "an outline"}};
    CHECK_FALSE(has_private_words(Relationship{.milestones = {}}));
    for (const char* goal : {"c1sd", "g0ne"}) {
        Relationship more = person;
        more.milestones.push_back({.goal = goal, .what = "words"});
        CHECK(has_private_words(more));
        const Relationship shown = without_private_words(more);
        CHECK(shown.milestones == person.milestones);
        CHECK(shown.goals[1].title == "A book");
    }
}

TEST_CASE("of two meetings on one day the later one in the file is the last") {
    const Person person = Person().met_on("2026-11-20", "call").met_on("2026-11-20", "meal");
    CHECK(last_meeting(person, Kinds(), day("2026-11-22")) == &person.log[1]);
}

TEST_CASE("the log by day puts the oldest first and keeps the file's order within a moment") {
    const Person person = Person()
                              .met_on("2026-11-20")
                              .met_on("2026-11-01")
                              .met_on("2026-11-20")
                              .met_on("2026-10-01");
    CHECK(by_day(person) == std::vector<std::size_t>{3, 1, 0, 2});
}

TEST_CASE("in a sentence a person is called by the first word of the name") {
    CHECK(first_name(Person("Ada Lovelace")) == "Ada");
    CHECK(first_name(Person("  Zoë\tÅngström")) == "Zoë");
    CHECK(first_name(Person("Plato")) == "Plato");
}

TEST_CASE("a greeting is right, or the whole name") {
    const std::pair<const char*, const char*> greetings[]{
        {"Dr. Anna Berg", "Anna"},
        {"Prof. Dr. Anna Berg", "Anna"},
        {"dr anna berg", "anna"},
        {"Dr. Berg", "Dr. Berg"},
        {"Mrs Hopper", "Mrs Hopper"},
        {"Sir Tim Berners-Lee", "Tim"},
        {"Berg, Anna", "Anna"},
        {"Berg, Dr. Anna", "Anna"},
        {"Anna Berg, PhD", "Anna"},
        {"J. R. R. Tolkien", "J. R. R. Tolkien"},
        {"J Edgar Hoover", "J Edgar Hoover"},
        {"Ilse van Doorn", "Ilse"},
        {"van Doorn", "van Doorn"},
        {"Jean-Luc Picard", "Jean-Luc"},
        {"山田 太郎", "山田 太郎"},
        {"김철수", "김철수"},
        {"Анна Каренина", "Анна"},
        {"Tim Okafor, Jr.", "Tim"},
        {"Dr.", "Dr."},
        {"Dmitri", "Dmitri"},
    };
    for (const auto& each : greetings) {
        CAPTURE(std::string(each.first));
        CHECK(first_name(Person(each.first)) == each.second);
    }
    Person berg("Dr. Anna Berg");
    berg.address = " Dr. Berg ";
    CHECK(first_name(berg) == "Dr. Berg");
}

// How many of the functions whose result points into a relationship take one of this type.
// clang-format off: a line each
template<class It>
constexpr int lenders = requires(It&& it) {
    last_meeting(std::forward<It>(it), Kinds(), Date());
}
+ requires(It&& it) {
    last_contact(std::forward<It>(it), Kinds(), Date());
}
+ requires(It&& it) {
    progress_of(std::forward<It>(it), true, Date());
}
+ requires(It&& it) {
    ByGoal(std::forward<It>(it));
}
+ requires(It&& it) {
    find_goal(std::forward<It>(it), "");
}
+ requires(It&& it) {
    health(std::forward<It>(it), Config(), Date());
}
+ requires(It&& it) {
    prep(std::forward<It>(it), Config(), Date());
}
+ requires(It&& it) {
    prospect_of(std::forward<It>(it), Config(), Date());
}
+ requires(It&& it) {
    review_of(std::forward<It>(it), Config(), Calendar(), ReviewDays());
}
+ requires(It&& it) {
    pulses_of(std::forward<It>(it), Kinds(), Date());
}
+ requires(It&& it) {
    owed_thanks(std::forward<It>(it), Date());
};

template<class People>
constexpr int lenders_of_many = requires(People&& all) {
    introducers_of(all[0], std::forward<People>(all), std::vector<Introduced>());
}
+ requires(People&& all) {
    reviews_of(std::forward<People>(all), Config(), Calendar(), ReviewDays());
};
// clang-format on

TEST_CASE("nothing that points into a relationship is made from one that is about to go") {
    CHECK(lenders<const Relationship&> == 11);
    CHECK(lenders<Relationship> == 0);
    CHECK(lenders<const Relationship> == 0);
    CHECK(lenders_of_many<const std::vector<Relationship>&> == 2);
    CHECK(lenders_of_many<std::vector<Relationship>> == 0);
}

TEST_CASE("the ids of a relationship are those of all its tables") {
    Relationship relationship;
    relationship.goals.emplace_back().id = "g3kq";
    relationship.milestones.emplace_back().id = "m7dd";
    relationship.log.emplace_back().id = "x4t9";
    relationship.log.emplace_back();
    relationship.commitments.emplace_back().id = "c7k2";
    relationship.questions.emplace_back().id = "q1w8";
    CHECK(ids_of(relationship) == std::vector<std::string>{"g3kq", "m7dd", "x4t9", "c7k2", "q1w8"});
}

} // namespace mentor::relationship_test
