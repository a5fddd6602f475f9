// SPDX-License-Identifier: MIT
#include "format/decode.hpp"
#include "support/lines.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

namespace mentor::decode_faults_test {

using namespace mentor::testing;

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
    return failure(decode, R"(
        name = "Ada"
        role = "mentor"
    )"_lines + line);
}

std::string config_fault(const std::string& text) {
    return failure(decode_as_config, text);
}

} // namespace

TEST_CASE("a missing key is named, with the line to add") {
    CHECK(failure(decode, R"(role = "mentor")"_lines) == R"(
        ada.toml:1:1: error: this file has no `name`
          add a line: name = "their name"
    )"_lines);
    CHECK(failure(decode, R"(name = "Ada")"_lines) == R"(
        ada.toml:1:1: error: this file has no `role`
          add a line: role = "mentor"
    )"_lines);
    CHECK(failure(decode, R"(
        name = ""
        role = "mentor"
    )"_lines) ==
          R"(
              ada.toml:1:8: error: `name` is empty
                write: name = "their name"
          )"_lines);
    CHECK(fault(R"(
        [[log]]
        kind = "coffee"
    )"_lines) == "ada.toml:3:1: error: this log has no `on`\n"
                 "  add a line: on = 2026-11-22\n");
    CHECK(fault("[[log]]\non = 2026-11-22\n") == R"(
        ada.toml:3:1: error: this log has no `kind`
          add a line: kind = "coffee"
    )"_lines);
    CHECK(fault("[[commitment]]\n") == R"(
        ada.toml:3:1: error: this commitment has no `what`
          add a line: what = "what was promised"
    )"_lines);
    CHECK(fault("[[goal]]\n") == R"(
        ada.toml:3:1: error: this goal has no `title`
          add a line: title = "what to reach"
    )"_lines);
    CHECK(fault("[[question]]\n") == R"(
        ada.toml:3:1: error: this question has no `ask`
          add a line: ask = "what to ask"
    )"_lines);
    CHECK(fault(R"(
        [[milestone]]
        what = "draft"
    )"_lines) ==
          R"(
              ada.toml:3:1: error: this milestone has no `goal`
                add a line: goal = "the id of a goal"
          )"_lines);
    CHECK(fault(R"(
        [[milestone]]
        goal = "g3kq"
    )"_lines) ==
          R"(
              ada.toml:3:1: error: this milestone has no `what`
                add a line: what = "what comes first"
          )"_lines);
    CHECK(fault(R"(
        [[occasion]]
        what = "birthday"
    )"_lines) ==
          R"(
              ada.toml:3:1: error: this occasion has no `on`
                add a line: on = "12-10"
          )"_lines);
    CHECK(fault(R"(
        [[occasion]]
        on = "12-10"
    )"_lines) ==
          R"(
              ada.toml:3:1: error: this occasion has no `what`
                add a line: what = "birthday"
          )"_lines);
}

TEST_CASE("a wrong type says what the key takes, and how the value would be written") {
    CHECK(fault("met = 45\n") ==
          R"(
              ada.toml:3:7: error: `met` is a whole number, but it takes a text
                write: met = "45"
          )"_lines);
    CHECK(fault(R"(met = ["a"])"_lines) == R"(
        ada.toml:3:7: error: `met` is a list, but it takes a text
          write: met = "some words"
    )"_lines);
    CHECK(fault(R"(tags = "work")"_lines) ==
          R"(
              ada.toml:3:8: error: `tags` is a text, but it takes a list of texts
                write: tags = ["…"]
          )"_lines);
    CHECK(fault(R"(tags = ["work", 5])"_lines) ==
          R"(
              ada.toml:3:17: error: `tags` holds a whole number, but it takes texts
                write: "5"
          )"_lines);
    CHECK(fault("started = 2026-01-12T10:00:00\n") ==
          "ada.toml:3:11: error: `started` is a date with a time, but it takes a date\n"
          "  write: started = 2026-01-12\n");
    CHECK(fault("started = 10:00:00\n") ==
          "ada.toml:3:11: error: `started` is a time of day, but it takes a date\n"
          "  write: started = 2026-11-22\n");
    CHECK(fault(R"(started = "soon")"_lines) ==
          R"(
              ada.toml:3:11: error: `started` is "soon", but it takes a date
                write: started = 2026-11-22
          )"_lines);
    CHECK(fault(R"(started = "2026-02-30")"_lines) ==
          R"(
              ada.toml:3:11: error: `started` is "2026-02-30", but there is no such day
                write: started = 2026-02-28
          )"_lines);
    CHECK(fault(R"(started = "2026-01-12T10:00")"_lines) ==
          R"(
              ada.toml:3:11: error: `started` is "2026-01-12T10:00", but it takes a date
                write: started = 2026-01-12
          )"_lines);
    for (const std::string hour : {"T15:30", " 15:30", "t15:30:00"})
        CHECK(fault("next = \"2026-12-03" + hour + "\"\n") ==
              "ada.toml:3:8: error: `next` is \"2026-12-03" + hour +
                  "\", but an hour stands without quotes\n"
                  "  write: next = 2026-12-03T15:30:00\n");
    for (const std::string hour : {"T25:30", "T15:60", " 15:30:60", "T15:30Z", "x15:30"})
        CHECK(fault("next = \"2026-12-03" + hour + "\"\n") ==
              "ada.toml:3:8: error: `next` is \"2026-12-03" + hour +
                  "\", but it takes a date\n"
                  "  write: next = 2026-12-03\n");
    CHECK(
        fault("next = 2026-12-03T15:30:00+01:00\n") ==
        "ada.toml:3:8: error: `next` is a date with a time and a UTC offset, but it takes a local "
        "time\n"
        "  write: next = 2026-12-03T15:30:00\n");
    CHECK(fault("next = 4.5\n") ==
          "ada.toml:3:8: error: `next` is a decimal number, but it takes a date\n"
          "  write: next = 2026-11-22\n");
    CHECK(fault(R"(contact = "a@example.org")"_lines) ==
          "ada.toml:3:11: error: `contact` is a text, but it takes a table\n"
          "  write: [contact]\n");
    CHECK(fault("[log]\n") ==
          "ada.toml:3:1: error: `log` is a table, but it takes a list of tables\n"
          "  write: [[log]]\n");
    CHECK(fault("log = [1]\n") ==
          "ada.toml:3:8: error: `log` holds a whole number, but it takes tables\n"
          "  write: [[log]]\n");
    CHECK(fault(R"(commitment = [{ what = "the draft", moved = 2026-11-22 }])"_lines) ==
          "ada.toml:3:45: error: `moved` is a date, but it takes a list of dates\n"
          "  write: moved = [2026-11-22]\n");
    CHECK(fault(R"(commitment = [{ what = "the draft", moved = [2026-11-22, 4] }])"_lines) ==
          "ada.toml:3:58: error: `moved` is a whole number, but it takes a date\n"
          "  write: moved = 2026-11-22\n");
    CHECK(fault(R"(agreement.confidential = "no")"_lines) ==
          "ada.toml:3:26: error: `confidential` is a text, but it takes true or false\n"
          "  write: confidential = false\n");
    CHECK(fault("agreement.every = 4\n") ==
          R"(
              ada.toml:3:19: error: `every` is a whole number, but it takes a length of time
                write: every = "4w"
          )"_lines);
    CHECK(fault(R"(format = "1")"_lines) ==
          "ada.toml:3:10: error: `format` is a text, but it takes a whole number\n"
          "  write: format = 1\n");
}

TEST_CASE("a length of time is told in the words of its grammar") {
    CHECK(fault(R"(agreement.every = "4 parsecs")"_lines) ==
          "ada.toml:3:19: error: `every`: can't read '4 parsecs' as a length of time\n"
          "  write it like '10d', '4w', '3mo' or '2 weeks'\n");
    CHECK(fault(R"(agreement.grace = "1m")"_lines) ==
          "ada.toml:3:19: error: `grace`: '1m' could mean minutes or months\n"
          "  write '1mo' for months\n");
}

TEST_CASE("numbers and days keep within what they count") {
    const std::string entry = R"(
        [[log]]
        on = 2026-11-22
        kind = "coffee"
    )"_lines;
    CHECK(fault(entry + R"(minutes = "45")"_lines) ==
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
    CHECK(fault(R"(
        [[occasion]]
        what = "birthday"
        on = "02-30"
    )"_lines) ==
          R"(
              ada.toml:5:6: error: `on` is "02-30", but there is no such day
                write: on = "02-29"
          )"_lines);
    CHECK(fault(R"(
        [[occasion]]
        what = "birthday"
        on = "31-12"
    )"_lines) ==
          R"(
              ada.toml:5:6: error: `on` is "31-12", but there is no such day
                write: on = "12-31"
          )"_lines);
    CHECK(fault(entry + R"(minutes = "30 min")"_lines) ==
          "ada.toml:6:11: error: `minutes` is a text, but it takes a whole number\n"
          "  write: minutes = 30\n");
    CHECK(fault("format = 0\n") ==
          "ada.toml:3:10: error: `format` is 0, but it takes a number from 1 up\n"
          "  write: format = 1\n");
}

TEST_CASE("a word that isn't one of a few lists them and offers the nearest") {
    CHECK(failure(decode, R"(
        name = "Ada"
        role = "mentr"
    )"_lines) ==
          R"(
              ada.toml:2:8: error: `role` is "mentr", but it takes mentor, mentee or peer
                write: role = "mentor"
          )"_lines);
    CHECK(fault(R"(stage = "pausd")"_lines) ==
          R"(
              ada.toml:3:9: error: `stage` is "pausd", but it takes prospect, active, paused, winding-down, alumni or declined
                write: stage = "paused"
          )"_lines);
    CHECK(fault("agreement.initiates = true\n") ==
          R"(
              ada.toml:3:23: error: `initiates` is true, but it takes me or them
                write: initiates = "me"
          )"_lines);
}

TEST_CASE("columns count code points") {
    CHECK(fault(R"(contact = { email = "Zoë Ångström", phone = 5 })"_lines) ==
          R"(
              ada.toml:3:45: error: `phone` is a whole number, but it takes a text
                write: phone = "5"
          )"_lines);
}

TEST_CASE("of several faults the first in the text is told") {
    CHECK(failure(decode, R"(
        stage = 5
        name = "Ada"
        role = "mentor"
        met = 5
        about = 5
    )"_lines) ==
          R"(
              ada.toml:1:9: error: `stage` is a whole number, but it takes prospect, active, paused, winding-down, alumni or declined
                write: stage = "prospect"
          )"_lines);
    CHECK(fault("[[question]]\nask = 5\n[[goal]]\ntitle = 5\n") ==
          R"(
              ada.toml:4:7: error: `ask` is a whole number, but it takes a text
                write: ask = "5"
          )"_lines);
}

TEST_CASE("the configuration says which words it takes") {
    CHECK(config_fault(R"(color = "on")"_lines) ==
          R"(
              config.toml:1:9: error: `color` is "on", but it takes auto, always or never
                write: color = "auto"
          )"_lines);
    CHECK(config_fault(R"(week_starts = "mondy")"_lines) ==
          R"(
              config.toml:1:15: error: `week_starts` is "mondy", but it takes sunday, monday, tuesday, wednesday, thursday, friday or saturday
                write: week_starts = "monday"
          )"_lines);
    CHECK(config_fault(R"(
            [kinds]
            "long hike" = "meet"
        )"_lines) ==
          R"(
            config.toml:2:15: error: `long hike` is "meet", but it takes meeting, touch, outreach, pulse or note
              write: "long hike" = "meeting"
        )"_lines);
    CHECK(config_fault("[cadence.tags]\nwork = 3\n") ==
          R"(
              config.toml:2:8: error: `work` is a whole number, but it takes a length of time
                write: work = "4w"
          )"_lines);
}

TEST_CASE("a day of the year 0 is refused, however it is written") {
    CHECK(fault("started = 0000-01-01\n") == R"(
        ada.toml:3:11: error: `started` lies in the year 0, but years run from 1 to 9999
          write: started = 2026-11-22
    )"_lines);
    CHECK(fault("next = 0000-01-01T10:00:00\n") == R"(
        ada.toml:3:8: error: `next` lies in the year 0, but years run from 1 to 9999
          write: next = 2026-11-22
    )"_lines);
    CHECK(fault("tags = [0000-01-01]\n").find("`tags` holds a date") != std::string::npos);
}

} // namespace mentor::decode_faults_test
