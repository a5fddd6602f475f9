// SPDX-License-Identifier: MIT
#include "format/decode.hpp"

#include "mentor/error.hpp"

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

} // namespace

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
          "  write: started = 2026-02-28\n");
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
          "  write: on = \"02-29\"\n");
    CHECK(fault("[[occasion]]\nwhat = \"birthday\"\non = \"31-12\"\n") ==
          "ada.toml:5:6: error: `on` is \"31-12\", but there is no such day\n"
          "  write: on = \"12-31\"\n");
    CHECK(fault(entry + "minutes = \"30 min\"\n") ==
          "ada.toml:6:11: error: `minutes` is a text, but it takes a whole number\n"
          "  write: minutes = 30\n");
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
