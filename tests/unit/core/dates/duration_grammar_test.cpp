// SPDX-License-Identifier: MIT
//
// Lengths and times of day.
#include "core/dates/date_grammar.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::duration_grammar_test {

namespace {

// 22 November 2026 is a Sunday.
const Calendar sunday{make_date(2026, 11, 22)};

struct Row {
    std::string typed;
    std::string expected; // what it became, or the message with its advice after a bar
};

template<std::size_t Size, typename Outcome>
void check(const Row (&rows)[Size], Outcome outcome) {
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        std::string became;
        try {
            became = outcome(row.typed);
        } catch (const Error& error) {
            CHECK(error.exit() == Exit::usage);
            became = error.diagnostic().what + " | " + error.diagnostic().advice;
        }
        CHECK(became == row.expected);
    }
}

std::string duration(const std::string& typed) {
    return to_text(parse_duration(typed));
}
std::string minutes(const std::string& typed) {
    return std::to_string(parse_minutes(typed));
}
std::string moment(const std::string& typed) {
    return to_iso(parse_moment(typed, sunday, Reading::future));
}

} // namespace

TEST_CASE("how often something repeats is the length between") {
    check(
        {
            {"every week", "1w"},
            {"every two weeks", "2w"},
            {"Every 10 days", "10d"},
            {"every other week", "2w"},
            {"every second month", "2mo"},
            {"every quarter", "1q"},
            {"every fortnight", "2w"},
            {"each month", "1mo"},
            {"once a month", "1mo"},
            {"once every 3 months", "3mo"},
            {"once per quarter", "1q"},
            {"once in two weeks", "can't read 'once in two weeks' as a length of time | write it "
                                  "like '10d', '4w', '3mo' or '2 weeks'"},
            {"twice a month", "'twice a month' has no even length | write how long it is from one "
                              "time to the next: '2w', '10d'"},
            {"every other 2 weeks", "can't read 'every other 2 weeks' as a length of time | write "
                                    "it like '10d', '4w', '3mo' or '2 weeks'"},
            {"every 0 weeks", "'every 0 weeks' is no time at all | the shortest is '1w'"},
            {"every", "can't read 'every' as a length of time | write it like '10d', '4w', '3mo' "
                      "or '2 weeks'"},
        },
        duration);
}

TEST_CASE("a length of time is a count and a unit") {
    check(
        {
            {"10d", "10d"},        {"4w", "4w"},
            {"3mo", "3mo"},        {"1q", "1q"},
            {"2y", "2y"},          {"4W", "4w"},
            {" 4 w ", "4w"},       {"+4w", "4w"},
            {"1 day", "1d"},       {"2 weeks", "2w"},
            {"2 Weeks", "2w"},     {"3 months", "3mo"},
            {"3 mos", "3mo"},      {"2 quarters", "2q"},
            {"1 yr", "1y"},        {"a week", "1w"},
            {"an month", "1mo"},   {"one quarter", "1q"},
            {"two months", "2mo"}, {"twelve weeks", "12w"},
            {"a fortnight", "2w"}, {"2 fortnights", "4w"},
            {"P2W", "2w"},         {"P1M", "1mo"},
            {"P10D", "10d"},       {"p1y", "1y"},
            {"daily", "1d"},       {"weekly", "1w"},
            {"fortnightly", "2w"}, {"Monthly", "1mo"},
            {"quarterly", "1q"},   {"yearly", "1y"},
            {"1000y", "1000y"},    {"007d", "7d"},
        },
        duration);
}

TEST_CASE("a length that isn't one is refused with what to write") {
    const std::string examples = "write it like '10d', '4w', '3mo' or '2 weeks'";
    const std::string mixed = "mixes units | count in one of them, as in '10d' or '18mo'";
    check(
        {
            {"1m", "'1m' could mean minutes or months | write '1mo' for months"},
            {"12 M", "'12 M' could mean minutes or months | write '12mo' for months"},
            {"0w", "'0w' is no time at all | the shortest is '1w'"},
            {"P0M", "'P0M' is no time at all | the shortest is '1mo'"},
            {"-0d", "'-0d' is no time at all | the shortest is '1d'"},
            {"-2w", "'-2w' runs backwards | leave out the minus sign: '2w'"},
            {"-3 months", "'-3 months' runs backwards | leave out the minus sign: '3mo'"},
            {"P1Y2M", "'P1Y2M' " + mixed},
            {"P1M2W", "'P1M2W' " + mixed},
            {"1y2mo", "'1y2mo' " + mixed},
            {"1 week, 3 days", "'1 week, 3 days' " + mixed},
            {"0", "'0' is no time at all | " + examples},
            {"000", "'000' is no time at all | " + examples},
            {"4", "'4' has no unit | write '4d', '4w' or '4mo'"},
            {"biweekly", "'biweekly' could mean twice a week or every two weeks | write '2w' for "
                         "every two weeks"},
            {"bimonthly", "'bimonthly' could mean twice a month or every two months | "
                          "write '2mo' for every two months"},
            {"1001y", "'1001y' is too long | the longest is 1000 years"},
            {"99999999999999w", "'99999999999999w' is too long | the longest is 1000 years"},
            {"4 wekes",
             "can't read '4 wekes' as a length of time | did you mean 'weeks'?\n" + examples},
            {"3 mnths",
             "can't read '3 mnths' as a length of time | did you mean 'months'?\n" + examples},
            {"1.5w", "can't read '1.5w' as a length of time | " + examples},
            {"2 weeks ago", "can't read '2 weeks ago' as a length of time | " + examples},
            {"fri", "can't read 'fri' as a length of time | " + examples},
            {"w", "can't read 'w' as a length of time | " + examples},
            {"P", "can't read 'P' as a length of time | " + examples},
            {"", "no length of time given | " + examples},
        },
        duration);
}

TEST_CASE("what is written of a length is read as that length") {
    for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::quarter, Unit::year}) {
        for (int count = 1; count <= 100; ++count) {
            const Duration length{count, unit};
            REQUIRE(parse_duration(to_text(length)) == length);
            REQUIRE(parse_duration(to_words(length)) == length);
        }
    }
}

TEST_CASE("a length within a day is in minutes, hours or both") {
    const std::string examples = "write it like '45m', '1h', '1h30' or '90'";
    check(
        {
            {"45m", "45"},
            {"45min", "45"},
            {"45 Minutes", "45"},
            {"1h", "60"},
            {"1h30", "90"},
            {"1h30m", "90"},
            {"1h 30min", "90"},
            {"1 hour 30 minutes", "90"},
            {"1 hour and 5 mins", "65"},
            {"90", "90"},
            {"1", "1"},
            {"2 hrs", "120"},
            {"an hour", "60"},
            {"two hours", "120"},
            {"PT45M", "45"},
            {"PT1H30M", "90"},
            {"24h", "1440"},
            {"1440", "1440"},
            {"0", "'0' is no time at all | " + examples},
            {"0h0m", "'0h0m' is no time at all | " + examples},
            {"1441", "'1441' is longer than a day | " + examples},
            {"24h1", "'24h1' is longer than a day | " + examples},
            {"99999999999h", "'99999999999h' is longer than a day | " + examples},
            {"1h90", "can't read '1h90' as a length in minutes | " + examples},
            {"1.5h", "can't read '1.5h' as a length in minutes | " + examples},
            {"1:30", "can't read '1:30' as a length in minutes | " + examples},
            {"-5", "can't read '-5' as a length in minutes | " + examples},
            {"a", "can't read 'a' as a length in minutes | " + examples},
            {"PT45", "can't read 'PT45' as a length in minutes | " + examples},
            {"2w", "can't read '2w' as a length in minutes | " + examples},
            {"long", "can't read 'long' as a length in minutes | " + examples},
            {"", "no length in minutes given | " + examples},
        },
        minutes);
}

TEST_CASE("what a length has beside itself is no part of it") {
    for (const char* typed : {"P 2W", "p  2w", "PT 45M", "2w-", "P2W-", "2w -", "4w- "}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(parse_duration(typed), Error);
        CHECK_FALSE(find_minutes(typed));
    }
    CHECK_FALSE(find_minutes("45m-"));
    CHECK(duration("2-weeks") == "2w");
    CHECK(moment("22-Nov-2026 3 p.m.") == "2026-11-22T15:00:00");
}

TEST_CASE("a moment is a day, and its time where one is typed") {
    const std::string examples = "write it like 'fri 15:30', '22 nov', '2026-11-22' or '2w'";
    const std::string format = " isn't a time of day | write it like '15:30' or '3pm'";
    check(
        {
            {"2026-12-03", "2026-12-03"},
            {"fri", "2026-11-27"},
            {"3d", "2026-11-25"},
            {"2026-12-03T15:30", "2026-12-03T15:30:00"},
            {"2026-12-03t15:30", "2026-12-03T15:30:00"},
            {"2026-12-03T15:30:45", "2026-12-03T15:30:45"},
            {"2026-12-03 15:30", "2026-12-03T15:30:00"},
            {"thu 15:30", "2026-11-26T15:30:00"},
            {"Thu at 9:05", "2026-11-26T09:05:00"},
            {"tomorrow at 3pm", "2026-11-23T15:00:00"},
            {"tomorrow 3 PM", "2026-11-23T15:00:00"},
            {"fri 9am", "2026-11-27T09:00:00"},
            {"fri 9 a.m.", "2026-11-27T09:00:00"},
            {"fri 3:30 p.m.", "2026-11-27T15:30:00"},
            {"fri 12am", "2026-11-27T00:00:00"},
            {"fri 12pm", "2026-11-27T12:00:00"},
            {"fri 00:00", "2026-11-27T00:00:00"},
            {"fri 23:59:59", "2026-11-27T23:59:59"},
            {"fri at noon", "2026-11-27T12:00:00"},
            {"fri at 15", "2026-11-27T15:00:00"},
            {"fri at 0", "2026-11-27T00:00:00"},
            {"3pm tomorrow", "2026-11-23T15:00:00"},
            {"at 3pm on friday", "2026-11-27T15:00:00"},
            {"22 nov 9am", "2026-11-22T09:00:00"},
            {"nov 22 2027 9am", "2027-11-22T09:00:00"},
            {"Sun 22 Nov 2026, 15:30", "2026-11-22T15:30:00"},
            {"in 2 weeks at 10:00", "2026-12-06T10:00:00"},
            {"next fri 10:00", "2026-11-27T10:00:00"},
            {"fri at 9", "'at 9' could be morning or afternoon | write '9am' or '9pm'"},
            {"fri 25:00", "'25:00'" + format},
            {"fri 24:00", "'24:00'" + format},
            {"fri 12:60", "'12:60'" + format},
            {"fri 9:5", "'9:5'" + format},
            {"fri 123:00", "'123:00'" + format},
            {"fri 15:30:61", "'15:30:61'" + format},
            {"fri 15:30:00.5", "'15:30:00.5'" + format},
            {"fri 15:3-", "'15:3'" + format},
            {"fri 13pm", "'13pm'" + format},
            {"fri 0am", "'0am'" + format},
            {"fri 15:30pm", "'15:30pm'" + format},
            {"fri at 24", "'24'" + format},
            {"3pm", "'3pm' is a time of day without its day | "
                    "put the day before it, as in 'today 3pm'"},
            {"15:30", "'15:30' is a time of day without its day | "
                      "put the day before it, as in 'today 15:30'"},
            {"31 nov 15:30", "31 November doesn't exist | November has 30 days"},
            {"2026-12-03T15:30Z", "can't read '2026-12-03T15:30Z' as a date | " + examples},
            {"firday 15:30",
             "can't read 'firday 15:30' as a date | did you mean 'friday'?\n" + examples},
            {"", "no date given | " + examples},
        },
        moment);
}

} // namespace mentor::duration_grammar_test
