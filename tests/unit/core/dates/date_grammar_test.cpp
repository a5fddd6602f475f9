// SPDX-License-Identifier: MIT
#include "unit/core/dates/date_table.hpp"

namespace mentor::date_grammar_test {

using namespace mentor::testing;

namespace {

std::string not_ahead(const std::string& typed, const std::string& likely = "") {
    const std::string hint = likely.empty() ? "" : "did you mean '" + likely + "'?\n";
    return "can't read '" + typed + "' as a date | " + hint +
           "write it like 'fri', '22 nov', '2026-11-22' or '2w'";
}

} // namespace

TEST_CASE("the days around today have names") {
    check({
        {sunday, future, "today", "2026-11-22"},
        {sunday, past, "today", "2026-11-22"},
        {sunday, future, "tomorrow", "2026-11-23"},
        {sunday, past, "tomorrow", "2026-11-23"},
        {sunday, future, "yesterday", "2026-11-21"},
        {sunday, past, "yesterday", "2026-11-21"},
        {sunday, future, "Today", "2026-11-22"},
        {sunday, future, "TOMORROW", "2026-11-23"},
        {sunday, future, "  today  ", "2026-11-22"},
        {sunday, future, "today.", "2026-11-22"},
        {sunday, future, "day after tomorrow", "2026-11-24"},
        {sunday, future, "the day after tomorrow", "2026-11-24"},
        {sunday, past, "the day  before yesterday", "2026-11-20"},
        {"2026-12-31", future, "tomorrow", "2027-01-01"},
        {"2027-01-01", past, "yesterday", "2026-12-31"},
        {"2028-02-28", future, "tomorrow", "2028-02-29"},
        {"2028-02-29", future, "tomorrow", "2028-03-01"},
        {"2100-02-28", future, "tomorrow", "2100-03-01"},
        {"2000-03-01", past, "yesterday", "2000-02-29"},
        {"1900-03-01", past, "yesterday", "1900-02-28"},
        {sunday, future, "day after yesterday", not_ahead("day after yesterday")},
        {sunday, future, "the day before tomorrow", not_ahead("the day before tomorrow")},
        {sunday, future, "next today", not_ahead("next today")},
    });
}

TEST_CASE("a weekday is the nearest one in the reading's direction, and may be today") {
    check({
        {sunday, future, "sun", "2026-11-22"},     {sunday, future, "mon", "2026-11-23"},
        {sunday, future, "tue", "2026-11-24"},     {sunday, future, "wed", "2026-11-25"},
        {sunday, future, "thu", "2026-11-26"},     {sunday, future, "fri", "2026-11-27"},
        {sunday, future, "sat", "2026-11-28"},     {sunday, past, "sun", "2026-11-22"},
        {sunday, past, "mon", "2026-11-16"},       {sunday, past, "tue", "2026-11-17"},
        {sunday, past, "wed", "2026-11-18"},       {sunday, past, "thu", "2026-11-19"},
        {sunday, past, "fri", "2026-11-20"},       {sunday, past, "sat", "2026-11-21"},
        {friday, future, "fri", "2026-11-27"},     {friday, past, "fri", "2026-11-27"},
        {friday, future, "thu", "2026-12-03"},     {friday, past, "sat", "2026-11-21"},
        {sunday, future, "Monday", "2026-11-23"},  {sunday, future, "tuesday", "2026-11-24"},
        {sunday, future, "tues", "2026-11-24"},    {sunday, future, "WEDNESDAY", "2026-11-25"},
        {sunday, future, "weds", "2026-11-25"},    {sunday, future, "thur", "2026-11-26"},
        {sunday, future, "thurs", "2026-11-26"},   {sunday, future, "thursday", "2026-11-26"},
        {sunday, future, "friday", "2026-11-27"},  {sunday, future, "saturday", "2026-11-28"},
        {sunday, future, "sunday", "2026-11-22"},  {sunday, future, "on friday", "2026-11-27"},
        {sunday, past, "on fri", "2026-11-20"},    {"2026-12-31", future, "fri", "2027-01-01"},
        {"2027-01-01", past, "thu", "2026-12-31"}, {"2028-02-28", future, "tue", "2028-02-29"},
        {"2028-03-01", past, "tue", "2028-02-29"},
    });
}

TEST_CASE("next and last weekdays are never today, whatever the reading") {
    check({
        {friday, future, "next fri", "2026-12-04"},
        {friday, past, "next fri", "2026-12-04"},
        {friday, future, "last fri", "2026-11-20"},
        {friday, past, "last fri", "2026-11-20"},
        {friday, future, "next sat", "2026-11-28"},
        {friday, future, "next thu", "2026-12-03"},
        {friday, past, "last thu", "2026-11-26"},
        {friday, past, "last sat", "2026-11-21"},
        {sunday, future, "next fri", "2026-11-27"},
        {sunday, past, "last tue", "2026-11-17"},
        {sunday, future, "next sunday", "2026-11-29"},
        {sunday, past, "last Sunday", "2026-11-15"},
        {sunday, future, "NEXT   FRIDAY", "2026-11-27"},
        {"2026-12-31", future, "next thu", "2027-01-07"},
        {"2027-01-01", past, "last fri", "2026-12-25"},
    });
}

TEST_CASE("this friday is the Friday of the week that today is in") {
    check({
        {sunday, future, "this fri", "2026-11-20"},
        {sunday, future, "this mon", "2026-11-16"},
        {sunday, future, "this sun", "2026-11-22"},
        {monday, future, "this fri", "2026-11-27"},
        {monday, past, "this fri", "2026-11-27"},
        {monday, future, "this sunday", "2026-11-29"},
        {friday, future, "this fri", "2026-11-27"},
        {friday, future, "this mon", "2026-11-23"},
    });
    check(
        {
            {sunday, future, "this fri", "2026-11-27"},
            {sunday, future, "this mon", "2026-11-23"},
            {sunday, future, "this sun", "2026-11-22"},
            {monday, future, "this sun", "2026-11-22"},
            {"2026-11-28", future, "this sun", "2026-11-22"},
            {"2026-11-28", future, "this sat", "2026-11-28"},
        },
        std::chrono::Sunday);
}

TEST_CASE("lengths count from today: signs and words decide, else the reading does") {
    check({
        {sunday, future, "3d", "2026-11-25"},
        {sunday, past, "3d", "2026-11-19"},
        {sunday, future, "+3d", "2026-11-25"},
        {sunday, past, "+3d", "2026-11-25"},
        {sunday, future, "-3d", "2026-11-19"},
        {sunday, past, "-3d", "2026-11-19"},
        {sunday, future, "+2w", "2026-12-06"},
        {sunday, past, "2w", "2026-11-08"},
        {sunday, future, "- 2 w", "2026-11-08"},
        {sunday, future, "0d", "2026-11-22"},
        {sunday, past, "-0w", "2026-11-22"},
        {sunday, future, "3 days", "2026-11-25"},
        {sunday, future, "3 Days", "2026-11-25"},
        {sunday, future, "1 day", "2026-11-23"},
        {sunday, future, "2 weeks", "2026-12-06"},
        {sunday, future, "2wks", "2026-12-06"},
        {sunday, future, "1 wk", "2026-11-29"},
        {sunday, future, "1mo", "2026-12-22"},
        {sunday, future, "3 months", "2027-02-22"},
        {sunday, future, "2mos", "2027-01-22"},
        {sunday, future, "1q", "2027-02-22"},
        {sunday, future, "2 quarters", "2027-05-22"},
        {sunday, future, "1y", "2027-11-22"},
        {sunday, future, "2 yrs", "2028-11-22"},
        {sunday, future, "1 year", "2027-11-22"},
        {sunday, past, "1 year", "2025-11-22"},
        {sunday, future, "in 10 days", "2026-12-02"},
        {sunday, past, "in 10 days", "2026-12-02"},
        {sunday, future, "in a week", "2026-11-29"},
        {sunday, future, "in an year", "2027-11-22"},
        {sunday, future, "in two weeks", "2026-12-06"},
        {sunday, future, "in twelve months", "2027-11-22"},
        {sunday, future, "in 3d", "2026-11-25"},
        {sunday, past, "2 weeks ago", "2026-11-08"},
        {sunday, future, "2 weeks ago", "2026-11-08"},
        {sunday, past, "3d ago", "2026-11-19"},
        {sunday, past, "a month ago", "2026-10-22"},
        {sunday, past, "one day ago", "2026-11-21"},
        {sunday, past, "a year ago", "2025-11-22"},
        {sunday, past, "a quarter ago", "2026-08-22"},
        {sunday, past, "3 days from now", "2026-11-25"},
        {sunday, future, "a week from today", "2026-11-29"},
        {sunday, future, "in a fortnight", "2026-12-06"},
        {sunday, past, "2 fortnights ago", "2026-10-25"},
        {sunday, future, "P2W", "2026-12-06"},
        {sunday, past, "P2W", "2026-11-08"},
        {sunday, future, "p10d", "2026-12-02"},
        {sunday, future, "-P1M", "2026-10-22"},
        {sunday, future, "P1Y", "2027-11-22"},
        {sunday, future, "next week", "2026-11-29"},
        {sunday, past, "last week", "2026-11-15"},
        {sunday, future, "next month", "2026-12-22"},
        {sunday, past, "last month", "2026-10-22"},
        {sunday, future, "next quarter", "2027-02-22"},
        {sunday, past, "last quarter", "2026-08-22"},
        {sunday, future, "next year", "2027-11-22"},
        {sunday, past, "last year", "2025-11-22"},
        {sunday, future, "in -3d", not_ahead("in -3d")},
        {sunday, future, "-3d ago", not_ahead("-3d ago")},
        {sunday, future, "in 3 days ago", not_ahead("in 3 days ago")},
        {sunday, future, "1.5 weeks", not_ahead("1.5 weeks")},
        {sunday, future, "this week", not_ahead("this week")},
        {sunday, future, "week", not_ahead("week")},
        {sunday, future, "fortnight", not_ahead("fortnight")},
        {sunday, future, "3 to 5 days", not_ahead("3 to 5 days", "today")},
    });
}

TEST_CASE("months are added with clamping, through leap years and year ends") {
    check({
        {"2026-01-31", future, "1mo", "2026-02-28"},
        {"2028-01-31", future, "1mo", "2028-02-29"},
        {"2026-01-31", future, "next month", "2026-02-28"},
        {"2026-03-31", past, "last month", "2026-02-28"},
        {"2028-03-31", past, "a month ago", "2028-02-29"},
        {"2026-10-31", future, "1mo", "2026-11-30"},
        {"2026-12-31", future, "2mo", "2027-02-28"},
        {"2027-12-31", future, "2mo", "2028-02-29"},
        {"2026-11-30", future, "1q", "2027-02-28"},
        {"2026-12-31", past, "1q", "2026-09-30"},
        {"2024-02-29", future, "1y", "2025-02-28"},
        {"2024-02-29", future, "4y", "2028-02-29"},
        {"2000-02-29", past, "100y", "1900-02-28"},
        {"2000-02-29", future, "100y", "2100-02-28"},
        {"2000-02-29", future, "400y", "2400-02-29"},
        {"1999-12-31", future, "2mo", "2000-02-29"},
        {"1899-12-31", future, "2mo", "1900-02-28"},
        {"2026-12-31", future, "1d", "2027-01-01"},
        {"2026-12-25", future, "1w", "2027-01-01"},
        {"2027-01-01", past, "1d", "2026-12-31"},
        {"2028-02-22", future, "1w", "2028-02-29"},
        {"2027-02-22", future, "1w", "2027-03-01"},
    });
}

TEST_CASE("ends of weeks, months, quarters and years may be today") {
    check({
        {sunday, future, "eod", "2026-11-22"},
        {sunday, future, "eow", "2026-11-22"},
        {monday, future, "eow", "2026-11-29"},
        {monday, past, "eow", "2026-11-29"},
        {sunday, future, "eom", "2026-11-30"},
        {sunday, past, "EOM", "2026-11-30"},
        {sunday, future, "eoq", "2026-12-31"},
        {sunday, future, "eoy", "2026-12-31"},
        {"2026-11-30", future, "eom", "2026-11-30"},
        {"2026-12-31", future, "eom", "2026-12-31"},
        {"2026-12-31", future, "eoq", "2026-12-31"},
        {"2026-12-31", future, "eoy", "2026-12-31"},
        {"2027-01-01", future, "eoy", "2027-12-31"},
        {"2027-01-01", future, "eoq", "2027-03-31"},
        {"2026-12-31", future, "eow", "2027-01-03"},
        {"2027-02-01", future, "eom", "2027-02-28"},
        {"2028-02-01", future, "eom", "2028-02-29"},
        {"1900-02-01", future, "eom", "1900-02-28"},
        {"2000-02-01", future, "eom", "2000-02-29"},
        {"2100-02-01", future, "eom", "2100-02-28"},
        {"2026-05-15", future, "eoq", "2026-06-30"},
        {"2026-07-01", future, "eoq", "2026-09-30"},
        {monday, future, "end of week", "2026-11-29"},
        {sunday, future, "end of month", "2026-11-30"},
        {sunday, future, "End of the month", "2026-11-30"},
        {sunday, future, "the end of this month", "2026-11-30"},
        {sunday, future, "end of quarter", "2026-12-31"},
        {sunday, future, "end of the year", "2026-12-31"},
        {sunday, future, "end of day", "2026-11-22"},
        {sunday, future, "end of next week", "2026-11-29"},
        {sunday, future, "end of next month", "2026-12-31"},
        {"2026-01-31", future, "end of next month", "2026-02-28"},
        {sunday, past, "end of last month", "2026-10-31"},
        {sunday, future, "end of next quarter", "2027-03-31"},
        {sunday, past, "end of last year", "2025-12-31"},
        {sunday, future, "end of november", "2026-11-30"},
        {sunday, past, "end of november", "2025-11-30"},
        {"2026-11-30", past, "end of nov", "2026-11-30"},
        {sunday, future, "end of feb", "2027-02-28"},
        {sunday, future, "the end of feb 2028", "2028-02-29"},
        {sunday, past, "end of feb", "2026-02-28"},
        {sunday, future, "end of fortnight", not_ahead("end of fortnight")},
        {sunday, future, "end of", not_ahead("end of")},
        {sunday, future, "eom nov", not_ahead("eom nov")},
    });
    check(
        {
            {sunday, future, "eow", "2026-11-28"},
            {"2026-11-28", future, "eow", "2026-11-28"},
            {monday, future, "eow", "2026-11-28"},
            {"2026-12-31", future, "eow", "2027-01-02"},
            {sunday, future, "end of next week", "2026-12-05"},
        },
        std::chrono::Sunday);
}

TEST_CASE("a refusal names the word that was likely meant, and shows what can be written") {
    const std::string looking_back = "write it like 'yesterday', 'fri', '22 nov' or '2026-11-22'";
    const std::string looking_ahead = "write it like 'fri', '22 nov', '2026-11-22' or '2w'";
    check({
        {sunday, future, "tommorow", not_ahead("tommorow", "tomorrow")},
        {sunday, future, "tomorow", not_ahead("tomorow", "tomorrow")},
        {sunday, future, "firday", not_ahead("firday", "friday")},
        {sunday, future, "Wendesday", not_ahead("Wendesday", "wednesday")},
        {sunday, future, "next firday", not_ahead("next firday", "friday")},
        {sunday, future, "22 novmber", not_ahead("22 novmber", "november")},
        {sunday, future, "3 wekes", not_ahead("3 wekes", "weeks")},
        {sunday, future, "blursday", not_ahead("blursday", "thursday")},
        {sunday, future, "soon", not_ahead("soon")},
        {sunday, future, "20261122T", not_ahead("20261122T")},
        {sunday, future, "août", not_ahead("août")},
        {sunday, future, "22 nov!", not_ahead("22 nov!")},
        {sunday, future, ",", not_ahead(",")},
        {sunday, future, "fri fri", not_ahead("fri fri")},
        {sunday, past, "yesterdya",
         "can't read 'yesterdya' as a date | did you mean 'yesterday'?\n" + looking_back},
        {sunday, past, "whenever", "can't read 'whenever' as a date | " + looking_back},
        {sunday, future, "", "no date given | " + looking_ahead},
        {sunday, past, " \t ", "no date given | " + looking_back},
    });
}

TEST_CASE("lengths that could mean two things are refused with what they could be") {
    const std::string mixed = "mixes units | count in one of them, as in '10d' or '18mo'";
    check({
        {sunday, future, "1m", "'1m' could mean minutes or months | write '1mo' for months"},
        {sunday, future, "+3 M", "'+3 M' could mean minutes or months | write '3mo' for months"},
        {sunday, future, "in 2m", "'in 2m' could mean minutes or months | write '2mo' for months"},
        {sunday, past, "6m ago", "'6m ago' could mean minutes or months | write '6mo' for months"},
        {sunday, future, "1y2mo", "'1y2mo' " + mixed},
        {sunday, future, "P1Y2M", "'P1Y2M' " + mixed},
        {sunday, future, "a week and 3 days", "'a week and 3 days' " + mixed},
        {sunday, future, "2w-3d", "'2w-3d' " + mixed},
        {sunday, past, "1 year 2 months ago", "'1 year 2 months ago' " + mixed},
    });
}

TEST_CASE("days beyond the years 1 to 9999 are refused") {
    const std::string range = " is out of reach | years run from 1 to 9999";
    check({
        {"9900-11-22", future, "99y", "9999-11-22"},
        {"9900-11-22", future, "100y", "100 years after 9900-11-22" + range},
        {"0100-11-22", past, "99y", "0001-11-22"},
        {"0100-11-22", past, "100y", "100 years before 0100-11-22" + range},
        {sunday, future, "000000000000000000003d", "2026-11-25"},
        {"9999-12-31", future, "today", "9999-12-31"},
        {"9999-12-31", future, "tomorrow", "1 day after 9999-12-31" + range},
        {"9999-12-31", future, "eow", "'eow'" + range},
        {"9999-12-31", future, "eoy", "9999-12-31"},
        {"9999-12-31", future, "next month", "1 month after 9999-12-31" + range},
        {"9999-12-31", future, "22 nov", "'22 nov'" + range},
        {"9999-12-31", past, "22 nov", "9999-11-22"},
        {"0001-01-01", past, "yesterday", "1 day before 0001-01-01" + range},
        {"0001-01-01", past, "29 feb", "'29 feb'" + range},
        {sunday, future, "0000-01-01", "the year 0" + range},
        {sunday, future, "22 nov 0000", "the year 0" + range},
    });
}

TEST_CASE("on every day, next friday is within a week ahead and last friday within one behind") {
    const auto parse = [](const char* typed, Date today, Reading reading) {
        return parse_date(typed, Calendar{today}, reading);
    };
    for (Date today = make_date(2023, 12, 1); today < make_date(2029, 3, 1); today += Days{1}) {
        for (const char* name : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
            const std::string weekday = name;
            const Days next = parse(("next " + weekday).c_str(), today, future) - today;
            const Days last = today - parse(("last " + weekday).c_str(), today, past);
            REQUIRE((1 <= next.count() && next.count() <= 7));
            REQUIRE((1 <= last.count() && last.count() <= 7));
            REQUIRE(parse(name, today, future) - today == Days{next.count() % 7});
            REQUIRE(today - parse(name, today, past) == Days{last.count() % 7});
        }
    }
}

TEST_CASE("what the program says of a day is read as that day") {
    const Date today = make_date(2026, 11, 22);
    for (Date date = make_date(2025, 1, 1); date < make_date(2029, 1, 1); date += Days{1}) {
        REQUIRE(parse_date(to_words(date), Calendar{today}, future) == date);
        REQUIRE(parse_date(to_iso(date), Calendar{today}, past) == date);
        const long apart = (date - today).count();
        if (-60 <= apart && apart <= 60)
            REQUIRE(parse_date(relative(date, today), Calendar{today}, future) == date);
    }
}

TEST_CASE("a sign too many and a length beyond all plans are refused") {
    const std::string too_long = "is too long | the longest is 1000 years";
    check({
        {sunday, future, "P-1D", not_ahead("P-1D")},
        {sunday, future, "p-2w", not_ahead("p-2w")},
        {sunday, future, "+-3d", not_ahead("+-3d")},
        {sunday, future, "-+3d", not_ahead("-+3d")},
        {sunday, future, "2027y", "'2027y' " + too_long},
        {sunday, past, "2025y", "'2025y' " + too_long},
        {sunday, future, "1000y", "3026-11-22"},
        {sunday, future, "1001y", "'1001y' " + too_long},
        {sunday, future, "99999999999999999999d", "'99999999999999999999d' " + too_long},
        {sunday, future, "999999999 fortnights", "'999999999 fortnights' " + too_long},
        {sunday, future, "400000d", "'400000d' " + too_long},
        {sunday, future, "22-nov-2027", "2027-11-22"},
        {sunday, future, "nov-22", "2026-11-22"},
        {sunday, future, "+3d", "2026-11-25"},
    });
}

} // namespace mentor::date_grammar_test
