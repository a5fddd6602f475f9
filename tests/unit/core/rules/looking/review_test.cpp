// SPDX-License-Identifier: MIT
#include "core/rules/due/urgency.hpp"
#include "core/rules/looking/review.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::review_test {

using namespace mentor::testing;

using Names = std::vector<std::string>;

namespace {

// What is told of all of them.
struct Review {
    std::vector<PersonReview> people; // with anything to tell
    std::vector<const Relationship*> unseen;
    std::vector<Reminder> next;
};

Review review(const std::vector<Relationship>& people, const Span& span, std::string_view today,
              std::optional<Date> next_until = std::nullopt) {
    const Calendar calendar{day(today), std::chrono::Monday};
    const ReviewDays days = review_days(span, calendar.today, next_until);
    Review all{reviews_of(people, Config(), calendar, days), {}, {}};
    for (const Relationship& person : people) {
        const PersonReview review = review_of(person, Config(), calendar, days);
        if (review.is_unseen) all.unseen.push_back(&person);
        all.next.insert(all.next.end(), review.next.begin(), review.next.end());
    }
    sort_by_urgency(all.next);
    return all;
}

} // namespace

static Review over(const std::vector<Relationship>& people, std::string_view since,
                   std::string_view until, std::string_view today) {
    return review(people, {day(since), day(until)}, today);
}

static Review november(const std::vector<Relationship>& people,
                       std::string_view today = "2026-12-05") {
    return over(people, "2026-11-01", "2026-11-30", today);
}

static Names names_of(const std::vector<const Relationship*>& people) {
    Names names;
    for (const Relationship* person : people)
        names.push_back(person->name);
    return names;
}

static LogEntry entry(std::string_view on, std::string kind, std::optional<int> minutes = {},
                      Names wins = {}) {
    LogEntry made;
    made.on.date = day(on);
    made.kind = std::move(kind);
    made.minutes = minutes;
    made.wins = std::move(wins);
    return made;
}

TEST_CASE("a review holds what happened from the first to the last day of its span") {
    const std::vector<Relationship> people{Person()
                                               .logged(entry("2026-12-01", "coffee", 10))
                                               .logged(entry("2026-11-30", "call", 30, {"second"}))
                                               .logged(entry("2026-11-01", "coffee", 45, {"first"}))
                                               .logged(entry("2026-11-05", "walk"))
                                               .logged(entry("2026-11-06", "thanks", 5))
                                               .logged(entry("2026-11-07", "outreach"))
                                               .logged(entry("2026-11-08", "pulse"))
                                               .logged(entry("2026-11-09", "note"))
                                               .logged(entry("2026-10-31", "coffee", 20))};
    const Review result = november(people);
    REQUIRE(result.people.size() == 1);
    const PersonReview& ada = result.people[0];
    CHECK(ada.relationship == &people[0]);
    const std::vector<LogEntry>& log = people[0].log;
    CHECK(ada.meetings == std::vector<const LogEntry*>{&log[2], &log[3], &log[1]});
    CHECK(ada.touches == std::vector<const LogEntry*>{&log[4], &log[5]});
    CHECK(ada.notes == std::vector<const LogEntry*>{&log[6], &log[7]});
    CHECK(ada.minutes == 75);
    CHECK(ada.wins == Names{"first", "second"});
}

TEST_CASE("a review tells promises made, kept, let go and slipped") {
    Commitment kept = promise(Side::me, "kept in time", "2026-11-10");
    kept.made = day("2026-11-01");
    kept.done = day("2026-11-10");
    Commitment late = promise(Side::me, "kept late, still in the span", "2026-11-10");
    late.done = day("2026-11-30");
    Commitment slipped = promise(Side::them, "kept after the span", "2026-11-30");
    slipped.done = day("2026-12-01");
    Commitment open = promise(Side::them, "still open", "2026-11-01");
    Commitment let_go = promise(Side::me, "let go", "2026-11-10");
    let_go.dropped = day("2026-11-20");
    Commitment later = promise(Side::me, "due after the span", "2026-12-01");
    const std::vector<Relationship> people{Person()
                                               .promised(kept)
                                               .promised(late)
                                               .promised(slipped)
                                               .promised(open)
                                               .promised(let_go)
                                               .promised(later)};
    const std::vector<Commitment>& all = people[0].commitments;
    const Review result = november(people);
    REQUIRE(result.people.size() == 1);
    using Some = std::vector<const Commitment*>;
    CHECK(result.people[0].made == Some{&all[0]});
    CHECK(result.people[0].kept == Some{&all[0], &all[1]});
    CHECK(result.people[0].slipped == Some{&all[2], &all[3]});
    CHECK(result.people[0].let_go == Some{&all[4]});
}

TEST_CASE("in a span that isn't over, only what is past its day has slipped") {
    const std::vector<Relationship> people{Person()
                                               .promised(promise(Side::me, "a", "2026-11-17"))
                                               .promised(promise(Side::me, "b", "2026-11-18"))
                                               .promised(promise(Side::me, "c", "2026-11-19"))};
    const Review result = november(people, "2026-11-18");
    REQUIRE(result.people.size() == 1);
    CHECK(result.people[0].slipped == std::vector<const Commitment*>{&people[0].commitments[0]});
}

TEST_CASE("a review tells goals reached, given up and slipped, and milestones passed") {
    Goal reached = goal("g001", "Lead", "2026-12-01");
    reached.done = day("2026-11-10");
    Goal given_up = goal("g002", "Write", "2026-11-10");
    given_up.dropped = day("2026-11-10");
    const Goal slipped = goal("g003", "Speak", "2026-11-10");
    Milestone passed, before;
    passed.done = day("2026-11-30");
    before.done = day("2026-10-31");
    const std::vector<Relationship> people{
        Person().aims_for(reached).aims_for(given_up).aims_for(slipped).with_step(passed).with_step(
            before)};
    const Review result = november(people);
    REQUIRE(result.people.size() == 1);
    using Goals = std::vector<const Goal*>;
    CHECK(result.people[0].reached == Goals{&people[0].goals[0]});
    CHECK(result.people[0].given_up == Goals{&people[0].goals[1]});
    CHECK(result.people[0].goals_slipped == Goals{&people[0].goals[2]});
    CHECK(result.people[0].passed == std::vector<const Milestone*>{&people[0].milestones[0]});
}

TEST_CASE("people are told of by name, and left out when there is nothing to tell") {
    const std::vector<Relationship> people{
        Person("Émile").met_on("2026-11-03"), Person("quiet").met_on("2026-10-03"),
        Person("zoe").met_on("2026-11-03"), Person("Ada").met_on("2026-11-03")};
    Names told;
    for (const PersonReview& person : november(people).people)
        told.push_back(person.relationship->name);
    CHECK(told == Names{"Ada", "Émile", "zoe"});
}

TEST_CASE("unseen are those whose check-in came due and who were not met in the span") {
    const auto ada = [] { return Person().every(4, Unit::week); };
    // Four weeks after 2 November is 30 November.
    const std::vector<Relationship> people{
        ada().met_on("2026-10-01"),
        Person(ada().met_on("2026-11-02", "email").started_on("2026-11-02")),
        ada().started_on("2026-11-03"),
        ada().met_on("2026-10-01").met_on("2026-11-01"),
        ada().met_on("2026-10-01").met_on("2026-12-01"),
        ada().met_on("2026-10-01").is(Stage::winding_down).snoozed_until("2027-01-01"),
        ada().met_on("2026-10-01").is(Stage::paused),
        ada().met_on("2026-01-01").is(Stage::alumni),
        ada().every(3, Unit::month).met_on("2026-10-01"),
    };
    const std::vector<const Relationship*> unseen = november(people).unseen;
    CHECK(unseen ==
          std::vector<const Relationship*>{&people[0], &people[1], &people[4], &people[5]});
}

TEST_CASE("in a span that isn't over, no one is unseen before the check-in's day") {
    const std::vector<Relationship> people{Person().every(4, Unit::week).met_on("2026-10-21")};
    CHECK(november(people, "2026-11-17").unseen.empty());
    CHECK(names_of(november(people, "2026-11-18").unseen) == Names{"Ada Lovelace"});
}

TEST_CASE("what comes next reaches as far ahead as the span looked back") {
    const Person person = Person()
                              .is(Stage::paused)
                              .promised(promise(Side::me, "in the span", "2026-11-30"))
                              .promised(promise(Side::me, "the day after", "2026-12-01"))
                              .promised(promise(Side::me, "the last day", "2026-12-30"))
                              .promised(promise(Side::me, "beyond", "2026-12-31"));
    const auto next = [&](std::string_view today) {
        Names names;
        for (const Reminder& reminder : november({person}, today).next)
            names.push_back(reminder.what);
        return names;
    };
    CHECK(next("2026-12-05") == Names{"the day after", "the last day"});
    CHECK(next("2026-11-30") == Names{"in the span", "the day after", "the last day"});
    CHECK(next("2026-11-15") == Names{"in the span", "the day after", "the last day"});
}

TEST_CASE("what comes next reaches a whole period ahead of today where one is asked for") {
    Person ada = Person().met_on("2026-11-20", "coffee").keeps("birthday", 12, 11);
    const std::vector<Relationship> people{ada};
    const auto next = [&](std::string_view since, std::string_view until, std::string_view ahead) {
        const Review result = review(people, {day(since), day(until)}, "2026-12-05", day(ahead));
        return result.next.size();
    };
    for (const auto& span :
         {std::pair{"2026-12-05", "2026-12-05"}, std::pair{"2026-11-23", "2026-11-29"}}) {
        CAPTURE(span.first);
        CHECK(next(span.first, span.second, "2026-12-12") == 1);
        CHECK(next(span.first, span.second, "2026-12-10") == 0);
    }
}

TEST_CASE("advice, answered questions and open goals belong to a review") {
    LogEntry advised = entry("2026-11-05", "coffee");
    advised.advice = {"Ask early"};
    Question answered, asked;
    answered.ask = "How?";
    answered.asked = asked.asked = day("2026-11-06");
    answered.answer = "Slowly";
    Person ada = Person().logged(advised).aims_for(goal("g001", "Lead", "2027-01-01"));
    ada.questions = {answered, asked};
    const std::vector<Relationship> people{ada};
    const Review result = november(people);
    REQUIRE(result.people.size() == 1);
    CHECK(result.people[0].advice == Names{"Ask early"});
    REQUIRE(result.people[0].answered.size() == 1);
    CHECK(result.people[0].answered[0]->answer == "Slowly");
    CHECK(result.people[0].open_goals.size() == 1);
}

} // namespace mentor::review_test
