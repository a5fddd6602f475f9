// SPDX-License-Identifier: MIT
#include "mentor/core/error.hpp"
#include "mentor/store/decode.hpp"

#include <doctest/doctest.h>

using namespace mentor;

namespace {

Relationship decode(std::string text) {
    return decode_relationship(Document::parse(std::move(text), "ada.toml"), "ada");
}

Config decode_as_config(std::string text) {
    return decode_config(Document::parse(std::move(text), "config.toml"));
}

// What decoding `text` fails with, as a person sees it; "" where it doesn't fail.
template<class Decode>
std::string failure(Decode decode_text, std::string text) {
    try {
        decode_text(std::move(text));
        return "";
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::broken);
        return to_text(error.diagnostic());
    }
}

// A sound file with one more line, its third.
std::string fault(const std::string& line) {
    return failure(decode, "name = \"Ada\"\nrole = \"mentor\"\n" + line);
}

std::string config_fault(const std::string& text) {
    return failure(decode_as_config, text);
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
    const Relationship ada = decode("name = \"Ada\"\nrole = \"peer\"\n");
    CHECK(ada.format == 1);
    CHECK(ada.role == Role::peer);
    CHECK(ada.stage == Stage::active);
    CHECK(!ada.started);
    CHECK(ada.log.empty());
    CHECK(!ada.ending);
}

TEST_CASE("tables may be written inline, and unknown keys and kinds are left alone") {
    const Relationship ada = decode("name = \"Ada\"\n"
                                    "role = \"mentor\"\n"
                                    "agreement.every = \"6w\"\n"
                                    "contact = { email = \"a@example.org\" }\n"
                                    "commitment = [{ what = \"call\" }]\n"
                                    "shoe_size = 39\n"
                                    "[[log]]\n"
                                    "on = 2026-11-22\n"
                                    "kind = \"surfing\"\n");
    CHECK(ada.agreement.every == Duration{6, Unit::week});
    CHECK(ada.contact.email == "a@example.org");
    REQUIRE(ada.commitments.size() == 1);
    CHECK(ada.commitments[0].owner == Side::me);
    CHECK(ada.log[0].kind == "surfing");
}

TEST_CASE("a missing key is named, with the line to add") {
    CHECK(failure(decode, "role = \"mentor\"\n") == "ada.toml:1:1: error: this file has no `name`\n"
                                                    "  add a line: name = \"their name\"\n");
    CHECK(failure(decode, "name = \"Ada\"\n") == "ada.toml:1:1: error: this file has no `role`\n"
                                                 "  add a line: role = \"mentor\"\n");
    CHECK(failure(decode, "name = \"\"\nrole = \"mentor\"\n") ==
          "ada.toml:1:8: error: `name` is empty\n"
          "  write: name = \"their name\"\n");
    CHECK(fault("[[log]]\nkind = \"coffee\"\n") == "ada.toml:3:1: error: this log has no `on`\n"
                                                   "  add a line: on = 2026-11-22\n");
    CHECK(fault("[[log]]\non = 2026-11-22\n") == "ada.toml:3:1: error: this log has no `kind`\n"
                                                 "  add a line: kind = \"coffee\"\n");
    CHECK(fault("[[commitment]]\n") == "ada.toml:3:1: error: this commitment has no `what`\n"
                                       "  add a line: what = \"what was promised\"\n");
    CHECK(fault("[[goal]]\n") == "ada.toml:3:1: error: this goal has no `title`\n"
                                 "  add a line: title = \"what to reach\"\n");
    CHECK(fault("[[question]]\n") == "ada.toml:3:1: error: this question has no `ask`\n"
                                     "  add a line: ask = \"what to ask\"\n");
    CHECK(fault("[[milestone]]\nwhat = \"draft\"\n") ==
          "ada.toml:3:1: error: this milestone has no `goal`\n"
          "  add a line: goal = \"the id of a goal\"\n");
    CHECK(fault("[[milestone]]\ngoal = \"g3kq\"\n") ==
          "ada.toml:3:1: error: this milestone has no `what`\n"
          "  add a line: what = \"what comes first\"\n");
    CHECK(fault("[[occasion]]\nwhat = \"birthday\"\n") ==
          "ada.toml:3:1: error: this occasion has no `on`\n"
          "  add a line: on = \"12-10\"\n");
    CHECK(fault("[[occasion]]\non = \"12-10\"\n") ==
          "ada.toml:3:1: error: this occasion has no `what`\n"
          "  add a line: what = \"birthday\"\n");
}

TEST_CASE("a wrong type says what the key takes, and how the value would be written") {
    CHECK(fault("met = 45\n") ==
          "ada.toml:3:7: error: `met` is a whole number, but it takes a text\n"
          "  write: met = \"45\"\n");
    CHECK(fault("met = [\"a\"]\n") == "ada.toml:3:7: error: `met` is a list, but it takes a text\n"
                                      "  write: met = \"some words\"\n");
    CHECK(fault("tags = \"work\"\n") ==
          "ada.toml:3:8: error: `tags` is a text, but it takes a list of texts\n"
          "  write: tags = [\"work\"]\n");
    CHECK(fault("tags = [\"work\", 5]\n") ==
          "ada.toml:3:17: error: `tags` holds a whole number, but it takes texts\n"
          "  write: \"5\"\n");
    CHECK(fault("started = 2026-01-12T10:00:00\n") ==
          "ada.toml:3:11: error: `started` is a date with a time, but it takes a date\n"
          "  write: started = 2026-01-12\n");
    CHECK(fault("started = 10:00:00\n") ==
          "ada.toml:3:11: error: `started` is a time of day, but it takes a date\n"
          "  write: started = 2026-11-22\n");
    CHECK(fault("started = \"soon\"\n") ==
          "ada.toml:3:11: error: `started` is \"soon\", but it takes a date\n"
          "  write: started = 2026-11-22\n");
    CHECK(fault("started = \"2026-02-30\"\n") ==
          "ada.toml:3:11: error: `started` is \"2026-02-30\", but there is no such day\n"
          "  write: started = 2026-11-22\n");
    CHECK(
        fault("next = 2026-12-03T15:30:00+01:00\n") ==
        "ada.toml:3:8: error: `next` is a date with a time and a UTC offset, but it takes a local "
        "time\n"
        "  write: next = 2026-12-03T15:30:00\n");
    CHECK(fault("next = 4.5\n") ==
          "ada.toml:3:8: error: `next` is a decimal number, but it takes a date\n"
          "  write: next = 2026-11-22\n");
    CHECK(fault("contact = \"a@example.org\"\n") ==
          "ada.toml:3:11: error: `contact` is a text, but it takes a table\n"
          "  write: [contact]\n");
    CHECK(fault("[log]\n") ==
          "ada.toml:3:1: error: `log` is a table, but it takes a list of tables\n"
          "  write: [[log]]\n");
    CHECK(fault("log = [1]\n") ==
          "ada.toml:3:8: error: `log` holds a whole number, but it takes tables\n"
          "  write: [[log]]\n");
    CHECK(fault("commitment = [{ what = \"the draft\", moved = 2026-11-22 }]\n") ==
          "ada.toml:3:45: error: `moved` is a date, but it takes a list of dates\n"
          "  write: moved = [2026-11-22]\n");
    CHECK(fault("commitment = [{ what = \"the draft\", moved = [2026-11-22, 4] }]\n") ==
          "ada.toml:3:58: error: `moved` is a whole number, but it takes a date\n"
          "  write: moved = 2026-11-22\n");
    CHECK(fault("agreement.confidential = \"no\"\n") ==
          "ada.toml:3:26: error: `confidential` is a text, but it takes true or false\n"
          "  write: confidential = false\n");
    CHECK(fault("agreement.every = 4\n") ==
          "ada.toml:3:19: error: `every` is a whole number, but it takes a length of time\n"
          "  write: every = \"4w\"\n");
    CHECK(fault("format = \"1\"\n") ==
          "ada.toml:3:10: error: `format` is a text, but it takes a whole number\n"
          "  write: format = 1\n");
}

TEST_CASE("a length of time is told in the words of its grammar") {
    CHECK(fault("agreement.every = \"4 parsecs\"\n") ==
          "ada.toml:3:19: error: `every`: can't read '4 parsecs' as a length of time\n"
          "  write it like '10d', '4w', '3mo' or '2 weeks'\n");
    CHECK(fault("agreement.grace = \"1m\"\n") ==
          "ada.toml:3:19: error: `grace`: '1m' could mean minutes or months\n"
          "  write '1mo' for months\n");
}

TEST_CASE("numbers and days keep within what they count") {
    const std::string entry = "[[log]]\non = 2026-11-22\nkind = \"coffee\"\n";
    CHECK(fault(entry + "minutes = \"45\"\n") ==
          "ada.toml:6:11: error: `minutes` is a text, but it takes a whole number\n"
          "  write: minutes = 45\n");
    CHECK(fault(entry + "minutes = -5\n") ==
          "ada.toml:6:11: error: `minutes` is -5, but it takes a number from 0 to 1440\n"
          "  write: minutes = 45\n");
    CHECK(fault(entry + "rating = 6\n") ==
          "ada.toml:6:10: error: `rating` is 6, but it takes a number from 1 to 5\n"
          "  write: rating = 4\n");
    CHECK(fault(entry + "scores = { trust = 0 }\n") ==
          "ada.toml:6:20: error: `trust` is 0, but it takes a number from 1 to 5\n"
          "  write: trust = 4\n");
    CHECK(fault("[[occasion]]\nwhat = \"birthday\"\non = \"02-30\"\n") ==
          "ada.toml:5:6: error: `on` is \"02-30\", but there is no such day\n"
          "  write: on = \"12-10\"\n");
    CHECK(fault("format = 0\n") ==
          "ada.toml:3:10: error: `format` is 0, but it takes a number from 1 up\n"
          "  write: format = 1\n");
}

TEST_CASE("a word that isn't one of a few lists them and offers the nearest") {
    CHECK(failure(decode, "name = \"Ada\"\nrole = \"mentr\"\n") ==
          "ada.toml:2:8: error: `role` is \"mentr\", but it takes mentor, mentee or peer\n"
          "  write: role = \"mentor\"\n");
    CHECK(fault("stage = \"pausd\"\n") ==
          "ada.toml:3:9: error: `stage` is \"pausd\", but it takes prospect, active, paused, "
          "winding-down, alumni or declined\n"
          "  write: stage = \"paused\"\n");
    CHECK(fault("agreement.initiates = true\n") ==
          "ada.toml:3:23: error: `initiates` is true, but it takes me or them\n"
          "  write: initiates = \"me\"\n");
}

TEST_CASE("columns count code points") {
    CHECK(fault("contact = { email = \"Zoë Ångström\", phone = 5 }\n") ==
          "ada.toml:3:45: error: `phone` is a whole number, but it takes a text\n"
          "  write: phone = \"5\"\n");
}

TEST_CASE("of several faults the first in the text is told") {
    CHECK(failure(decode, "stage = 5\n"
                          "name = \"Ada\"\n"
                          "role = \"mentor\"\n"
                          "met = 5\n"
                          "about = 5\n") ==
          "ada.toml:1:9: error: `stage` is a whole number, but it takes prospect, active, paused, "
          "winding-down, alumni or declined\n"
          "  write: stage = \"prospect\"\n");
    CHECK(fault("[[question]]\nask = 5\n[[goal]]\ntitle = 5\n") ==
          "ada.toml:4:7: error: `ask` is a whole number, but it takes a text\n"
          "  write: ask = \"5\"\n");
}

TEST_CASE("a file of a newer format is read as far as it is understood") {
    const Relationship ada = decode("format = 2\n"
                                    "role = \"sponsor\"\n"
                                    "met = \"RubyConf\"\n"
                                    "started = \"long ago\"\n");
    CHECK(ada.format == 2);
    CHECK(ada.name == "ada");
    CHECK(ada.met == "RubyConf");
    CHECK(!ada.started);
}

TEST_CASE("an empty configuration is the usual one") {
    const Config config = decode_as_config("");
    CHECK(config.journal == "");
    CHECK(config.color == "");
    CHECK(config.within == Duration{7, Unit::day});
    CHECK(config.cadence.mentor == Duration{4, Unit::week});
    CHECK(config.cadence.alumni == Duration{3, Unit::month});
    CHECK(config.week_starts == std::chrono::Monday);
    CHECK(config.kinds.is_meeting("coffee"));
}

TEST_CASE("every key of the configuration becomes a value") {
    const Config config = decode_as_config("journal = \"~/notes/mentors\"\n"
                                           "editor = \"vim\"\n"
                                           "pager = \"less\"\n"
                                           "color = \"never\"\n"
                                           "within = \"2w\"\n"
                                           "week_starts = \"sunday\"\n"
                                           "[cadence]\n"
                                           "mentor = \"3w\"\n"
                                           "mentee = \"1w\"\n"
                                           "peer = \"2mo\"\n"
                                           "alumni = \"1y\"\n"
                                           "[cadence.tags]\n"
                                           "work = \"10d\"\n"
                                           "[kinds]\n"
                                           "hike = \"meeting\"\n"
                                           "call = \"touch\"\n"
                                           "[me]\n"
                                           "name = \"Grace\"\n"
                                           "goal = \"to build things\"\n"
                                           "values = [\"candour\"]\n"
                                           "looking_for = \"a sponsor\"\n"
                                           "[hooks]\n"
                                           "after_log = \"git commit\"\n");
    CHECK(config.journal == "~/notes/mentors");
    CHECK(config.editor == "vim");
    CHECK(config.pager == "less");
    CHECK(config.color == "never");
    CHECK(config.within == Duration{2, Unit::week});
    CHECK(config.week_starts == std::chrono::Sunday);
    CHECK(config.cadence.mentor == Duration{3, Unit::week});
    CHECK(config.cadence.mentee == Duration{1, Unit::week});
    CHECK(config.cadence.peer == Duration{2, Unit::month});
    CHECK(config.cadence.alumni == Duration{1, Unit::year});
    CHECK(config.cadence.tags == std::map<std::string, Duration>{{"work", {10, Unit::day}}});
    CHECK(config.kinds.is_meeting("hike"));
    CHECK(config.kinds.class_of("call") == KindClass::touch);
    CHECK(config.me.name == "Grace");
    CHECK(config.me.goal == "to build things");
    CHECK(config.me.values == std::vector<std::string>{"candour"});
    CHECK(config.me.looking_for == "a sponsor");
}

TEST_CASE("the configuration says which words it takes") {
    CHECK(config_fault("color = \"on\"\n") ==
          "config.toml:1:9: error: `color` is \"on\", but it takes auto, always or never\n"
          "  write: color = \"auto\"\n");
    CHECK(config_fault("week_starts = \"mondy\"\n") ==
          "config.toml:1:15: error: `week_starts` is \"mondy\", but it takes sunday, monday, "
          "tuesday, "
          "wednesday, thursday, friday or saturday\n"
          "  write: week_starts = \"monday\"\n");
    CHECK(
        config_fault("[kinds]\n\"long hike\" = \"meet\"\n") ==
        "config.toml:2:15: error: `long hike` is \"meet\", but it takes meeting, touch, outreach, "
        "pulse or note\n"
        "  write: \"long hike\" = \"meeting\"\n");
    CHECK(config_fault("[cadence.tags]\nwork = 3\n") ==
          "config.toml:2:8: error: `work` is a whole number, but it takes a length of time\n"
          "  write: work = \"4w\"\n");
}

TEST_CASE("beside a fault, what can be read of a configuration holds") {
    const PartialConfig read = decode_config_in_part(Document::parse(
        "journal = \"/notes\"\nwithin = 7\nweek_starts = \"sunday\"\n", "config.toml"));
    REQUIRE(read.fault);
    CHECK(read.fault->line == 2);
    CHECK(read.config.journal == "/notes");
    CHECK(read.config.within == Duration{7, Unit::day});
    CHECK(read.config.week_starts == std::chrono::Sunday);
    CHECK_FALSE(decode_config_in_part(Document::parse("within = \"2w\"\n", "")).fault);
}

TEST_CASE("the keys that set takes are dotted, and the name isn't among them") {
    const auto type_of = [](const std::vector<SettableKey>& keys,
                            std::string_view name) -> std::optional<KeyType> {
        for (const SettableKey& key : keys) {
            if (key.name == name) return key.type;
        }
        return std::nullopt;
    };
    CHECK(type_of(relationship_keys(), "agreement.every") == KeyType::duration);
    CHECK(type_of(relationship_keys(), "next") == KeyType::moment);
    CHECK(type_of(relationship_keys(), "stage") == KeyType::stage);
    CHECK(type_of(relationship_keys(), "name") == std::nullopt);
    CHECK(type_of(config_keys(), "cadence.tags.*") == KeyType::duration);
    CHECK(type_of(config_keys(), "me.values") == KeyType::words);
}
