// SPDX-License-Identifier: MIT
#include "format/decode.hpp"
#include "support/lines.hpp"

#include <doctest/doctest.h>

namespace mentor::decode_relationship_test {

using namespace mentor::testing;

namespace {

Relationship decode(std::string text) {
    return decode_relationship(Document::parse(std::move(text), "ada.toml"), "ada");
}

// The document that FORMAT.md shows.
constexpr const char* full = R"(format = 1
name = "Ada Lovelace"
role = "mentor"
type = "professional"
stage = "winding-down"
aka = ["ada"]
added = 2026-01-10
started = "2026-01-12"
ends = 2026-12-31
met = "RubyConf hallway"
through = "Grace Hopper"
tags = ["work", "life"]
next = 2026-12-03T15:30:00
snoozed = 2026-11-30
about = """
Two startups.
"""
values = ["family first"]

[contact]
email = "ada@example.org"
phone = "+44 20 7946 0958"
link = "https://example.org/ada"
prefers = "email"
hours = "09:00-17:00"
timezone = "Europe/London"

[agreement]
every = "4w"
grace = "2w"
initiates = "them"
where = "coffee shop"
length = "45m"
confidential = true
expectations = "honesty"
boundaries = "no weekends"
agreed = 2026-01-13
review = "3mo"

[[occasion]]
what = "birthday"
on = "12-10"

[[occasion]]
what = "her first patent"
on = "2019-02-28"
yearly = false

[[occasion]]
what = "leap day"
on = "02-29"

[[goal]]
id = "g3kq"
title = "Lead a project end to end"
why = "to grow"
measure = "shipped"
set = 2026-01-12
due = 2026-12-01
reality = "stuck"
options = "ask"
way = "forward"
follows = "a1b2"
done = 2026-10-30
dropped = 2026-10-31
outcome = "led it"

[[milestone]]
id = "m7dd"
goal = "g3kq"
what = "first draft reviewed"
due = 2026-06-01
done = 2026-06-03

[[log]]
id = "x4t9"
on = 2026-11-22
kind = "coffee"
by = "me"
minutes = 45
where = "Blue Bottle"
topics = ["promotion"]
note = "What was said."
advice = ["Lead with impact."]
wins = ["Spoke at the meetup"]
rating = 4
private = true
goals = ["g3kq"]

[[log]]
on = 2026-11-23T08:05:30
kind = "pulse"
scores = { trust = 4, candour = 5 }

[[commitment]]
id = "c7k2"
owner = "them"
what = "Send the draft"
made = 2026-11-22
due = 2026-11-27
log = "x4t9"
done = 2026-11-26
dropped = 2026-11-28
outcome = "sent"
told = 2026-12-03

[[question]]
id = "q1w8"
ask = "How did you handle your first re-org?"
added = 2026-11-22
asked = 2026-12-03
answer = "badly"

[ending]
on = 2026-12-31
outcome = "both grew"
thanked = true
keep = "1q"
)";

} // namespace

TEST_CASE("every key of the format becomes a value") {
    const Relationship ada = decode(full);
    CHECK(ada.slug == "ada");
    CHECK(ada.format == 1);
    CHECK(ada.name == "Ada Lovelace");
    CHECK(ada.role == Role::mentor);
    CHECK(ada.type == "professional");
    CHECK(ada.stage == Stage::winding_down);
    CHECK(ada.aka == std::vector<std::string>{"ada"});
    CHECK(ada.added == make_date(2026, 1, 10));
    CHECK(ada.started == make_date(2026, 1, 12));
    CHECK(ada.ends == make_date(2026, 12, 31));
    CHECK(ada.met == "RubyConf hallway");
    CHECK(ada.through == "Grace Hopper");
    CHECK(ada.tags == std::vector<std::string>{"work", "life"});
    CHECK(ada.next == Moment{make_date(2026, 12, 3), TimeOfDay{15, 30, 0}});
    CHECK(ada.snoozed == make_date(2026, 11, 30));
    CHECK(ada.about == "Two startups.\n");
    CHECK(ada.values == std::vector<std::string>{"family first"});

    CHECK(ada.contact.email == "ada@example.org");
    CHECK(ada.contact.phone == "+44 20 7946 0958");
    CHECK(ada.contact.link == "https://example.org/ada");
    CHECK(ada.contact.prefers == "email");
    CHECK(ada.contact.hours == "09:00-17:00");
    CHECK(ada.contact.timezone == "Europe/London");

    CHECK(ada.agreement.every == Duration{4, Unit::week});
    CHECK(ada.agreement.grace == Duration{2, Unit::week});
    CHECK(ada.agreement.initiates == Side::them);
    CHECK(ada.agreement.where == "coffee shop");
    CHECK(ada.agreement.length == "45m");
    CHECK(ada.agreement.confidential == true);
    CHECK(ada.agreement.expectations == "honesty");
    CHECK(ada.agreement.boundaries == "no weekends");
    CHECK(ada.agreement.agreed == make_date(2026, 1, 13));
    CHECK(ada.agreement.review == Duration{3, Unit::month});

    REQUIRE(ada.ending);
    CHECK(ada.ending->on == make_date(2026, 12, 31));
    CHECK(ada.ending->outcome == "both grew");
    CHECK(ada.ending->thanked == true);
    CHECK(ada.ending->keep == Duration{1, Unit::quarter});
}

TEST_CASE("an occasion is a day of the year, with the year where it is known") {
    const auto occasions = decode(full).occasions;
    REQUIRE(occasions.size() == 3);
    CHECK(occasions[0].what == "birthday");
    CHECK(occasions[0].month == 12);
    CHECK(occasions[0].day == 10);
    CHECK(!occasions[0].year);
    CHECK(occasions[0].yearly);
    CHECK(occasions[1].month == 2);
    CHECK(occasions[1].day == 28);
    CHECK(occasions[1].year == 2019);
    CHECK(!occasions[1].yearly);
    CHECK(occasions[2].month == 2);
    CHECK(occasions[2].day == 29);
}

TEST_CASE("goals and milestones keep what was written") {
    const Relationship ada = decode(full);
    REQUIRE(ada.goals.size() == 1);
    const Goal& goal = ada.goals[0];
    CHECK(goal.id == "g3kq");
    CHECK(goal.title == "Lead a project end to end");
    CHECK(goal.why == "to grow");
    CHECK(goal.measure == "shipped");
    CHECK(goal.set == make_date(2026, 1, 12));
    CHECK(goal.due == make_date(2026, 12, 1));
    CHECK(goal.reality == "stuck");
    CHECK(goal.options == "ask");
    CHECK(goal.way == "forward");
    CHECK(goal.follows == "a1b2");
    CHECK(goal.done == make_date(2026, 10, 30));
    CHECK(goal.dropped == make_date(2026, 10, 31));
    CHECK(goal.outcome == "led it");

    REQUIRE(ada.milestones.size() == 1);
    CHECK(ada.milestones[0].id == "m7dd");
    CHECK(ada.milestones[0].goal == "g3kq");
    CHECK(ada.milestones[0].what == "first draft reviewed");
    CHECK(ada.milestones[0].due == make_date(2026, 6, 1));
    CHECK(ada.milestones[0].done == make_date(2026, 6, 3));
}

TEST_CASE("log entries keep the order of the file") {
    const auto log = decode(full).log;
    REQUIRE(log.size() == 2);
    CHECK(log[0].id == "x4t9");
    CHECK(log[0].on == Moment{make_date(2026, 11, 22), std::nullopt});
    CHECK(log[0].kind == "coffee");
    CHECK(log[0].by == Side::me);
    CHECK(log[0].minutes == 45);
    CHECK(log[0].where == "Blue Bottle");
    CHECK(log[0].topics == std::vector<std::string>{"promotion"});
    CHECK(log[0].note == "What was said.");
    CHECK(log[0].advice == std::vector<std::string>{"Lead with impact."});
    CHECK(log[0].wins == std::vector<std::string>{"Spoke at the meetup"});
    CHECK(log[0].rating == 4);
    CHECK(log[0].is_private);
    CHECK(log[0].goals == std::vector<std::string>{"g3kq"});
    CHECK(log[1].on == Moment{make_date(2026, 11, 23), TimeOfDay{8, 5, 30}});
    CHECK(log[1].scores == std::map<std::string, int>{{"candour", 5}, {"trust", 4}});
    CHECK(!log[1].is_private);
}

TEST_CASE("commitments and questions keep what was written") {
    const Relationship ada = decode(full);
    REQUIRE(ada.commitments.size() == 1);
    const Commitment& commitment = ada.commitments[0];
    CHECK(commitment.id == "c7k2");
    CHECK(commitment.owner == Side::them);
    CHECK(commitment.what == "Send the draft");
    CHECK(commitment.made == make_date(2026, 11, 22));
    CHECK(commitment.due == make_date(2026, 11, 27));
    CHECK(commitment.log == "x4t9");
    CHECK(commitment.done == make_date(2026, 11, 26));
    CHECK(commitment.dropped == make_date(2026, 11, 28));
    CHECK(commitment.outcome == "sent");
    CHECK(commitment.told == make_date(2026, 12, 3));

    REQUIRE(ada.questions.size() == 1);
    CHECK(ada.questions[0].id == "q1w8");
    CHECK(ada.questions[0].ask == "How did you handle your first re-org?");
    CHECK(ada.questions[0].added == make_date(2026, 11, 22));
    CHECK(ada.questions[0].asked == make_date(2026, 12, 3));
    CHECK(ada.questions[0].answer == "badly");
}

TEST_CASE("a name and a role are enough") {
    const Relationship ada = decode(R"(
        name = "Ada"
        role = "peer"
    )"_lines);
    CHECK(ada.format == 1);
    CHECK(ada.role == Role::peer);
    CHECK(ada.stage == Stage::active);
    CHECK(!ada.started);
    CHECK(ada.log.empty());
    CHECK(!ada.ending);
}

TEST_CASE("tables may be written inline, and unknown keys and kinds are left alone") {
    const Relationship ada = decode(R"(
        name = "Ada"
        role = "mentor"
        agreement.every = "6w"
        contact = { email = "a@example.org" }
        commitment = [{ what = "call" }]
        shoe_size = 39
        [[log]]
        on = 2026-11-22
        kind = "surfing"
    )"_lines);
    CHECK(ada.agreement.every == Duration{6, Unit::week});
    CHECK(ada.contact.email == "a@example.org");
    REQUIRE(ada.commitments.size() == 1);
    CHECK(ada.commitments[0].owner == Side::me);
    CHECK(ada.log[0].kind == "surfing");
}

TEST_CASE("a file of a newer format is read as far as it is understood") {
    const Relationship ada = decode(R"(
        format = 2
        role = "sponsor"
        met = "RubyConf"
        started = "long ago"
    )"_lines);
    CHECK(ada.format == 2);
    CHECK(ada.name == "ada");
    CHECK(ada.met == "RubyConf");
    CHECK(!ada.started);
}

} // namespace mentor::decode_relationship_test
