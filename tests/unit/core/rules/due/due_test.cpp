// SPDX-License-Identifier: MIT
#include "core/rules/due/urgency.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::due_test {

using namespace mentor::testing;

static Commitment draft(std::string_view on) {
    return promise(Side::me, "Send the draft", on);
}

static std::string group_on(std::string_view today, std::string_view on,
                            std::chrono::weekday week_starts) {
    Config config;
    config.week_starts = week_starts;
    const Person person = Person().is(Stage::paused).promised(draft(on));
    return std::string(to_text(reminders(person, today, 30, config).at(0).group));
}

TEST_CASE("the week ends on Sunday where it starts on Monday") {
    const std::string_view wednesday = "2026-11-25";
    CHECK(group_on(wednesday, "2026-11-24", std::chrono::Monday) == "late");
    CHECK(group_on(wednesday, "2026-11-25", std::chrono::Monday) == "today");
    CHECK(group_on(wednesday, "2026-11-26", std::chrono::Monday) == "week");
    CHECK(group_on(wednesday, "2026-11-29", std::chrono::Monday) == "week");
    CHECK(group_on(wednesday, "2026-11-30", std::chrono::Monday) == "later");
}

TEST_CASE("the week ends on Saturday where it starts on Sunday") {
    const std::string_view wednesday = "2026-11-25";
    CHECK(group_on(wednesday, "2026-11-28", std::chrono::Sunday) == "week");
    CHECK(group_on(wednesday, "2026-11-29", std::chrono::Sunday) == "later");
}

TEST_CASE("on the last day of the week, tomorrow is later") {
    CHECK(group_on("2026-11-29", "2026-11-30", std::chrono::Monday) == "later");
    CHECK(group_on("2026-11-29", "2026-11-30", std::chrono::Sunday) == "week");
}

TEST_CASE("the horizon's last day belongs to it") {
    const Person person = Person().is(Stage::paused).promised(draft("2026-12-02"));
    CHECK(reminders(person, "2026-11-25", 6).empty());
    CHECK(reminders(person, "2026-11-25", 7).size() == 1);
}

TEST_CASE("a reminder carries who it is about") {
    Person person = Person("Grace Hopper").is(Role::peer, Stage::paused);
    person.slug = "grace-hopper";
    person.tags = {"work"};
    const Reminder reminder = reminders(person.promised(draft("2026-12-02")), "2026-11-25").at(0);
    CHECK(reminder.slug == "grace-hopper");
    CHECK(reminder.name == "Grace Hopper");
    CHECK(reminder.role == Role::peer);
    CHECK(reminder.stage == Stage::paused);
    CHECK(reminder.tags == std::vector<std::string>{"work"});
    CHECK(reminder.days == 7);
}

TEST_CASE("the cadence is the agreed one, else the shortest default that applies") {
    Config config;
    config.cadence.tags = {{"work", {3, Unit::week}}, {"far", {1, Unit::year}}};
    CHECK(cadence_of(Person(), config) == Duration{4, Unit::week});
    CHECK(cadence_of(Person().is(Role::mentee), config) == Duration{2, Unit::week});
    CHECK(cadence_of(Person().is(Role::peer), config) == Duration{6, Unit::week});

    Person tagged;
    tagged.tags = {"far"};
    CHECK(cadence_of(tagged, config) == Duration{4, Unit::week});
    tagged.tags = {"far", "Work"};
    CHECK(cadence_of(tagged, config) == Duration{3, Unit::week});
    CHECK(cadence_of(tagged.is(Role::mentee), config) == Duration{2, Unit::week});
    CHECK(cadence_of(tagged.every(5, Unit::month), config) == Duration{5, Unit::month});
}

TEST_CASE("four weeks are shorter than a month, and thirty days than one with thirty-one") {
    Config config;
    config.cadence.mentor = {1, Unit::month};
    config.cadence.tags = {{"work", {30, Unit::day}}};
    Person person;
    person.tags = {"work"};
    CHECK(cadence_of(person, config) == Duration{30, Unit::day});
    config.cadence.tags["work"] = {4, Unit::week};
    CHECK(cadence_of(person, config) == Duration{4, Unit::week});
}

TEST_CASE("alumni follow what was agreed at the ending, else the default for alumni") {
    const Config config;
    CHECK(cadence_of(Person().every(1, Unit::week).is(Stage::alumni), config) ==
          Duration{3, Unit::month});
    CHECK(cadence_of(Person().ended_on("2026-01-01"), config) == Duration{3, Unit::month});
    CHECK(cadence_of(Person().ended_on("2026-01-01", Duration{1, Unit::year}), config) ==
          Duration{1, Unit::year});
}

TEST_CASE("the grace is the agreed one, else half of the cadence in whole days") {
    const Date on = day("2026-11-22");
    CHECK(grace_of(Person(), {4, Unit::week}, on) == Days{14});
    CHECK(grace_of(Person(), {9, Unit::day}, on) == Days{4});
    CHECK(grace_of(Person(), {1, Unit::month}, on) == Days{15});
    CHECK(grace_of(Person().grace(2, Unit::week), {1, Unit::year}, on) == Days{14});
}

TEST_CASE("urgency is how far past its day, measured in cadences or in weeks") {
    const Person slow = Person().every(10, Unit::week).met_on("2026-01-01");
    CHECK(reminders(slow, "2026-04-16").at(0).urgency == doctest::Approx(0.5));
    const Person quick = Person().every(1, Unit::week).met_on("2026-01-01");
    CHECK(reminders(quick, "2026-01-29").at(0).urgency == doctest::Approx(3));
    const Person promised = Person().is(Stage::paused).promised(draft("2026-01-01"));
    CHECK(reminders(promised, "2026-01-15").at(0).urgency == doctest::Approx(2));
    CHECK(reminders(promised, "2025-12-25").at(0).urgency == doctest::Approx(-1));
}

TEST_CASE("reminders are listed late first, then by day, the more urgent and the name") {
    const auto one = [](DueGroup group, std::string_view on, double urgency, std::string name) {
        Reminder reminder;
        reminder.group = group;
        reminder.on = day(on);
        reminder.urgency = urgency;
        reminder.name = std::move(name);
        return reminder;
    };
    std::vector<Reminder> list{
        one(DueGroup::later, "2026-12-30", -5, "last"),
        one(DueGroup::today, "2026-11-01", 0.2, "third, in its grace"),
        one(DueGroup::today, "2026-11-25", 0, "fourth"),
        one(DueGroup::week, "2026-11-27", -0.3, "B, less urgent"),
        one(DueGroup::week, "2026-11-27", -0.1, "B, more urgent"),
        one(DueGroup::week, "2026-11-27", -0.1, "A, more urgent"),
        one(DueGroup::late, "2026-11-24", 0.1, "second"),
        one(DueGroup::late, "2026-11-20", 0.1, "first"),
    };
    sort_by_urgency(list);
    std::vector<std::string> names;
    for (const Reminder& reminder : list)
        names.push_back(reminder.name);
    CHECK(names == std::vector<std::string>{"first", "second", "third, in its grace", "fourth",
                                            "A, more urgent", "B, more urgent", "B, less urgent",
                                            "last"});
}

TEST_CASE("the kinds of reminders have the names that the output shows") {
    CHECK(reminder_kind_names() ==
          std::vector<std::string>{"check-in", "meeting", "outreach", "commitment", "nudge",
                                   "report", "thanks", "gift", "goal", "milestone", "occasion",
                                   "agreement", "pulse", "pause", "ending"});
}

// Someone about whom every rule has something to say.
static Person busy() {
    Person person =
        Person().every(4, Unit::week).met_on("2026-01-12", "coffee").ends_on("2026-11-25");
    person.agreement.agreed = day("2026-01-12");
    person.agreement.review = Duration{6, Unit::month};
    person.started = day("2026-01-12");
    person.log.back().id = "x4t9";
    Commitment favour = promise(Side::them, "Intro to Grace", "2026-11-10");
    favour.done = day("2026-11-09");
    person.keeps("birthday", 11, 25).aims_for(goal("g3kq", "Speak up", "2026-11-20"));
    Commitment kept = promise(Side::me, "Read the book", "2026-02-01"),
               theirs = promise(Side::them, "An intro", "2026-11-20");
    kept.done = day("2026-11-10");
    kept.log = "x4t9";
    kept.id = "c7k3";
    Commitment open = draft("2026-11-20"), moved = draft("2026-11-21");
    open.id = "c7k2";
    moved.moved = {day("2026-10-01"), day("2026-11-01")};
    for (const Commitment& commitment : {kept, open, moved, theirs, favour})
        person.promised(commitment);
    Milestone step;
    step.what = "A first talk";
    step.due = day("2026-11-20");
    person.gifts.push_back({.id = "w2k8", .what = "A seat", .by = day("2026-11-25")});
    return person.with_step(step);
}

TEST_CASE("every reminder says what to type next, about its person") {
    Person planned = Person(busy()).agreed_next("2026-11-24", TimeOfDay{15, 30});
    Person missed = Person(busy()).agreed_next("2026-11-20");
    Person paused = Person(busy()).is(Stage::paused).snoozed_until("2026-11-24");
    Person over = Person(busy()).is(Stage::paused).snoozed_until("2026-11-20");
    Person prospect = Person().is(Stage::prospect).met_on("2026-11-10", "outreach");
    std::vector<std::string> seen;
    for (const Person& person : {busy(), planned, missed, paused, over, prospect}) {
        for (const Reminder& reminder : reminders(person, "2026-11-22", 7, {}, Pulses::shown)) {
            CAPTURE(said(reminder));
            CHECK(reminder.command.starts_with("mentor "));
            CHECK(reminder.command.find(" ada-lovelace") != std::string::npos);
            seen.emplace_back(to_text(reminder.kind));
        }
    }
    for (const std::string& kind : reminder_kind_names()) {
        CAPTURE(kind);
        CHECK(std::ranges::find(seen, kind) != seen.end());
    }
}

TEST_CASE("what to type next fits the reminder") {
    const auto next = [](const Person& person, ReminderKind kind) {
        for (const Reminder& reminder : reminders(person, "2026-11-22"))
            if (reminder.kind == kind)
                return fmt::format("{}|{}|{}{}", reminder.command, reminder.when, reminder.then,
                                   reminder.told.empty() ? "" : " told");
        return std::string("none");
    };
    CHECK(next(busy(), ReminderKind::check_in) ==
          "mentor plan ada-lovelace WHEN||mentor log ada-lovelace");
    CHECK(next(Person(busy()).agreed_next("2026-11-24"), ReminderKind::meeting) ==
          "mentor prep ada-lovelace|before you meet|mentor log ada-lovelace");
    CHECK(next(Person(busy()).agreed_next("2026-11-20"), ReminderKind::meeting) ==
          "mentor log ada-lovelace --on 2026-11-20|| told");
    CHECK(next(busy(), ReminderKind::commitment) == "mentor done ada-lovelace c7k2||");
    CHECK(next(Person().promised(draft("2026-11-20")), ReminderKind::commitment) ==
          "mentor done ada-lovelace REF||");
    CHECK(next(busy(), ReminderKind::nudge) == "mentor show ada-lovelace||");
    CHECK(next(busy(), ReminderKind::milestone) == "mentor show ada-lovelace||");
    CHECK(next(busy(), ReminderKind::occasion) == "mentor show ada-lovelace||");
    CHECK(next(busy(), ReminderKind::report) == "mentor told ada-lovelace c7k3|| told");
    CHECK(next(busy(), ReminderKind::thanks) == "mentor log ada-lovelace --kind thanks|| told");
}

TEST_CASE("a meeting ahead carries its time of day, and nothing else does") {
    const Person person = Person(busy()).agreed_next("2026-11-24", TimeOfDay{15, 30});
    for (const Reminder& reminder : reminders(person, "2026-11-22")) {
        const bool meeting = reminder.kind == ReminderKind::meeting;
        CHECK(reminder.time == (meeting ? std::optional(TimeOfDay{15, 30}) : std::nullopt));
    }
}

TEST_CASE("within a day what has a time comes first, then meetings, promises of yours, the rest") {
    const Person timed = Person().agreed_next("2026-11-22", TimeOfDay{15, 30});
    Person plain = Person().agreed_next("2026-11-22");
    plain.name = "Bo Diaz";
    const Person promised = Person().met_on("2026-11-20", "coffee").promised(draft("2026-11-22"));
    const Person owed = Person().met_on("2026-11-20", "coffee").keeps("birthday", 11, 22);
    std::vector<Reminder> all;
    for (const Person& person : {owed, promised, plain, timed})
        for (const Reminder& reminder : reminders(person, "2026-11-22", 0))
            all.push_back(reminder);
    sort_by_urgency(all);
    std::vector<std::string> order;
    for (const Reminder& reminder : all)
        order.push_back(fmt::format("{} {}", to_text(reminder.kind), reminder.called));
    CHECK(order ==
          std::vector<std::string>{"meeting Ada", "meeting Bo", "commitment Ada", "occasion Ada"});
}

TEST_CASE("the next step is today's meeting, else one that waits for its answer, else the first") {
    const auto next = [](std::vector<Person> people, std::string_view today) -> std::string {
        std::vector<Reminder> all;
        for (const Person& person : people)
            for (const Reminder& reminder : reminders(person, today))
                all.push_back(reminder);
        sort_by_urgency(all);
        const Reminder* step = find_next_step(all);
        return step ? step->command : "";
    };
    const Person late = Person().promised(draft("2026-11-01")).met_on("2026-11-01", "coffee");
    CHECK(next({late}, "2026-11-22") == "mentor done ada-lovelace REF");
    CHECK(next({late, Person().agreed_next("2026-11-22")}, "2026-11-22") ==
          "mentor prep ada-lovelace");
    CHECK(next({late, Person().agreed_next("2026-11-21")}, "2026-11-22") ==
          "mentor log ada-lovelace --on 2026-11-21");
    CHECK(next({late, Person().agreed_next("2026-11-23")}, "2026-11-22") ==
          "mentor done ada-lovelace REF");
    // A follow-up is offered from its day on, never before.
    const Person written = Person().is(Stage::prospect).met_on("2026-11-21", "outreach");
    CHECK(next({written}, "2026-11-22") == "");
    CHECK(next({written}, "2026-11-28") == "mentor draft ada-lovelace --kind follow-up");
    CHECK(next({}, "2026-11-22") == "");
}

} // namespace mentor::due_test
