// SPDX-License-Identifier: MIT
#include "core/dates/date.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::date_test {

namespace {

Date day(const char* iso) {
    const auto date = find_iso_date(iso);
    REQUIRE_MESSAGE(date, iso);
    return *date;
}

// What an action says when it fails: the message, and the advice after a bar.
template<typename Action>
std::string refusal(Action action) {
    try {
        action();
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return error.diagnostic().what + " | " + error.diagnostic().advice;
    }
    return "nothing was refused";
}

} // namespace

TEST_CASE("a day that doesn't exist is refused by its name") {
    CHECK(to_iso(make_date(2028, 2, 29)) == "2028-02-29");
    CHECK(refusal([] { make_date(2027, 2, 29); }) ==
          "29 February 2027 doesn't exist | February 2027 has 28 days");
    CHECK(refusal([] { make_date(1900, 2, 29); }) ==
          "29 February 1900 doesn't exist | February 1900 has 28 days");
    CHECK(refusal([] { make_date(2026, 11, 31); }) ==
          "31 November 2026 doesn't exist | November 2026 has 30 days");
    CHECK(refusal([] { make_date(2026, 12, 0); }) ==
          "0 December 2026 doesn't exist | December 2026 has 31 days");
    CHECK(refusal([] { make_date(2026, 13, 1); }) ==
          "2026-13-01 doesn't exist | months run from 01 to 12");
    CHECK(refusal([] { make_date(2026, 0, 1); }) ==
          "2026-00-01 doesn't exist | months run from 01 to 12");
    CHECK(refusal([] { make_date(0, 1, 1); }) ==
          "the year 0 is out of reach | years run from 1 to 9999");
    CHECK(refusal([] { make_date(10000, 1, 1); }) ==
          "the year 10000 is out of reach | years run from 1 to 9999");
    CHECK_FALSE(find_day(2027, 2, 29));
    CHECK_FALSE(find_day(2027, 257, 1));
    CHECK_FALSE(find_day(2027, 1, -1));
    CHECK(find_day(2000, 2, 29) == day("2000-02-29"));
}

TEST_CASE("adding months, quarters and years clamps to the end of the month") {
    struct Row {
        const char* from;
        Duration length;
        const char* sum;
    };
    const Row rows[] = {
        {"2026-01-31", {1, Unit::month}, "2026-02-28"},
        {"2028-01-31", {1, Unit::month}, "2028-02-29"},
        {"2026-01-28", {1, Unit::month}, "2026-02-28"},
        {"2026-01-30", {2, Unit::month}, "2026-03-30"},
        {"2026-03-31", {1, Unit::month}, "2026-04-30"},
        {"2026-12-31", {1, Unit::month}, "2027-01-31"},
        {"2026-12-31", {2, Unit::month}, "2027-02-28"},
        {"2026-12-31", {14, Unit::month}, "2028-02-29"},
        {"2026-11-30", {1, Unit::quarter}, "2027-02-28"},
        {"2026-08-31", {1, Unit::quarter}, "2026-11-30"},
        {"2026-11-22", {4, Unit::quarter}, "2027-11-22"},
        {"2024-02-29", {1, Unit::year}, "2025-02-28"},
        {"2024-02-29", {4, Unit::year}, "2028-02-29"},
        {"1896-02-29", {4, Unit::year}, "1900-02-28"},
        {"1996-02-29", {4, Unit::year}, "2000-02-29"},
        {"2096-02-29", {4, Unit::year}, "2100-02-28"},
        {"2026-12-31", {1, Unit::day}, "2027-01-01"},
        {"2028-02-28", {1, Unit::day}, "2028-02-29"},
        {"2100-02-28", {1, Unit::day}, "2100-03-01"},
        {"2026-12-25", {1, Unit::week}, "2027-01-01"},
        {"2026-11-22", {0, Unit::month}, "2026-11-22"},
        {"2026-03-31", {-1, Unit::month}, "2026-02-28"},
        {"2026-01-01", {-1, Unit::day}, "2025-12-31"},
        {"0001-01-01", {9998, Unit::year}, "9999-01-01"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.from));
        CHECK(to_iso(add(day(row.from), row.length)) == row.sum);
    }
    CHECK(to_iso(subtract(day("2026-03-31"), {1, Unit::month})) == "2026-02-28");
    CHECK(to_iso(subtract(day("2028-03-31"), {1, Unit::month})) == "2028-02-29");
    CHECK(to_iso(subtract(day("2027-01-31"), {1, Unit::month})) == "2026-12-31");
    CHECK(to_iso(subtract(day("2027-01-15"), {13, Unit::month})) == "2025-12-15");
    CHECK(to_iso(subtract(day("2024-02-29"), {1, Unit::year})) == "2023-02-28");
    CHECK(to_iso(subtract(day("2027-01-01"), {1, Unit::week})) == "2026-12-25");
}

TEST_CASE("a sum beyond the years that there are is refused, however long the length") {
    CHECK(to_iso(add(day("9999-12-30"), {1, Unit::day})) == "9999-12-31");
    CHECK(to_iso(subtract(day("0001-01-02"), {1, Unit::day})) == "0001-01-01");
    CHECK(to_iso(add(day("9999-11-30"), {1, Unit::month})) == "9999-12-30");
    CHECK(refusal([] {
              add(day("9999-12-31"), {1, Unit::day});
          }) == "1 day after 9999-12-31 is out of reach | years run from 1 to 9999");
    CHECK(refusal([] {
              add(day("9999-12-01"), {1, Unit::month});
          }) == "1 month after 9999-12-01 is out of reach | years run from 1 to 9999");
    CHECK(refusal([] {
              subtract(day("0001-01-31"), {1, Unit::month});
          }) == "1 month before 0001-01-31 is out of reach | years run from 1 to 9999");
    CHECK(refusal([] {
              add(day("2026-11-22"), {2147483647, Unit::year});
          }) == "2147483647 years after 2026-11-22 is out of reach | years run from 1 to 9999");
    CHECK(refusal([] {
              subtract(day("2026-11-22"), {2147483647, Unit::week});
          }) == "2147483647 weeks before 2026-11-22 is out of reach | years run from 1 to 9999");
}

TEST_CASE("half of a length is counted in whole days from its day") {
    CHECK(half({4, Unit::week}, day("2026-11-22")) == Days{14});
    CHECK(half({1, Unit::week}, day("2026-11-22")) == Days{3});
    CHECK(half({1, Unit::month}, day("2026-01-31")) == Days{14});
    CHECK(half({1, Unit::month}, day("2026-12-01")) == Days{15});
    CHECK(half({1, Unit::day}, day("2026-12-01")) == Days{0});
    CHECK(half({1, Unit::year}, day("2028-01-01")) == Days{183});
}

TEST_CASE("weeks begin on the day that the calendar says") {
    struct Row {
        const char* date;
        std::chrono::weekday starts;
        const char* first;
        const char* last;
    };
    using std::chrono::Monday;
    using std::chrono::Saturday;
    using std::chrono::Sunday;
    const Row rows[] = {
        {"2026-11-22", Monday, "2026-11-16", "2026-11-22"},
        {"2026-11-22", Sunday, "2026-11-22", "2026-11-28"},
        {"2026-11-22", Saturday, "2026-11-21", "2026-11-27"},
        {"2026-11-23", Monday, "2026-11-23", "2026-11-29"},
        {"2026-11-23", Sunday, "2026-11-22", "2026-11-28"},
        {"2026-11-28", Sunday, "2026-11-22", "2026-11-28"},
        {"2027-01-01", Monday, "2026-12-28", "2027-01-03"},
        {"2027-01-01", Sunday, "2026-12-27", "2027-01-02"},
        {"2028-02-29", Monday, "2028-02-28", "2028-03-05"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.date));
        CHECK(to_iso(first_of_week(day(row.date), row.starts)) == row.first);
        CHECK(to_iso(last_of_week(day(row.date), row.starts)) == row.last);
    }
}

TEST_CASE("months, quarters and years have a first and a last day") {
    struct Row {
        const char* date;
        const char* month[2];
        const char* quarter[2];
    };
    const Row rows[] = {
        {"2026-01-01", {"2026-01-01", "2026-01-31"}, {"2026-01-01", "2026-03-31"}},
        {"2026-02-28", {"2026-02-01", "2026-02-28"}, {"2026-01-01", "2026-03-31"}},
        {"2028-02-01", {"2028-02-01", "2028-02-29"}, {"2028-01-01", "2028-03-31"}},
        {"1900-02-10", {"1900-02-01", "1900-02-28"}, {"1900-01-01", "1900-03-31"}},
        {"2000-02-10", {"2000-02-01", "2000-02-29"}, {"2000-01-01", "2000-03-31"}},
        {"2026-04-30", {"2026-04-01", "2026-04-30"}, {"2026-04-01", "2026-06-30"}},
        {"2026-09-30", {"2026-09-01", "2026-09-30"}, {"2026-07-01", "2026-09-30"}},
        {"2026-12-31", {"2026-12-01", "2026-12-31"}, {"2026-10-01", "2026-12-31"}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.date));
        CHECK(to_iso(first_of_month(day(row.date))) == row.month[0]);
        CHECK(to_iso(last_of_month(day(row.date))) == row.month[1]);
        CHECK(to_iso(first_of_quarter(day(row.date))) == row.quarter[0]);
        CHECK(to_iso(last_of_quarter(day(row.date))) == row.quarter[1]);
    }
    CHECK(to_iso(first_of_year(day("2026-11-22"))) == "2026-01-01");
    CHECK(to_iso(last_of_year(day("2026-11-22"))) == "2026-12-31");
}

TEST_CASE("days, moments and lengths are written and said") {
    CHECK(weekday_name(day("2026-11-22")) == "Sun");
    CHECK(to_words(day("2026-11-22")) == "Sun 22 Nov 2026");
    CHECK(to_words(day("2027-01-01")) == "Fri 1 Jan 2027");
    CHECK(short_day(day("2027-01-01")) == "Fri 1 Jan");
    CHECK(plain_day(day("2027-01-01")) == "1 Jan 2027");
    CHECK(to_words(day("0001-01-01")) == "Mon 1 Jan 0001");
    CHECK(to_iso(Moment{day("2026-11-22"), {}}) == "2026-11-22");
    CHECK(to_iso(Moment{day("2026-11-22"), TimeOfDay{15, 30}}) == "2026-11-22T15:30:00");
    CHECK(to_iso(Moment{day("2026-11-22"), TimeOfDay{5, 3, 9}}) == "2026-11-22T05:03:09");
    CHECK(to_words(Moment{day("2026-11-22"), {}}) == "Sun 22 Nov 2026");
    CHECK(to_words(Moment{day("2026-11-22"), TimeOfDay{9, 5}}) == "Sun 22 Nov 2026, 09:05");

    CHECK(to_text({10, Unit::day}) == "10d");
    CHECK(to_text({4, Unit::week}) == "4w");
    CHECK(to_text({3, Unit::month}) == "3mo");
    CHECK(to_text({1, Unit::quarter}) == "1q");
    CHECK(to_text({2, Unit::year}) == "2y");
    CHECK(to_words(Duration{1, Unit::day}) == "1 day");
    CHECK(to_words(Duration{4, Unit::week}) == "4 weeks");
    CHECK(to_words(Duration{1, Unit::month}) == "1 month");
    CHECK(to_words(Duration{2, Unit::quarter}) == "2 quarters");
    CHECK(to_words(Duration{0, Unit::year}) == "0 years");
    CHECK(rhythm_words(Duration{1, Unit::week}) == "every week");
    CHECK(rhythm_words(Duration{4, Unit::week}) == "every 4 weeks");
}

TEST_CASE("a day is told from today in days, then months, then years, rounded down") {
    struct Row {
        const char* date;
        const char* said;
    };
    const Row rows[] = {
        {"2026-11-22", "today"},         {"2026-11-23", "tomorrow"},
        {"2026-11-21", "yesterday"},     {"2026-11-24", "in 2 days"},
        {"2026-11-20", "2 days ago"},    {"2026-12-06", "in 14 days"},
        {"2026-11-10", "12 days ago"},   {"2027-01-21", "in 60 days"},
        {"2027-01-22", "in 2 months"},   {"2026-09-23", "60 days ago"},
        {"2026-09-22", "2 months ago"},  {"2027-02-21", "in 2 months"},
        {"2027-02-22", "in 3 months"},   {"2026-08-23", "2 months ago"},
        {"2026-08-22", "3 months ago"},  {"2027-11-22", "in 12 months"},
        {"2028-11-21", "in 23 months"},  {"2028-11-22", "in 2 years"},
        {"2024-11-22", "2 years ago"},   {"2024-11-23", "23 months ago"},
        {"2029-11-21", "in 2 years"},    {"2029-11-22", "in 3 years"},
        {"9999-12-31", "in 7973 years"}, {"0001-01-01", "2025 years ago"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.date));
        CHECK(relative(day(row.date), day("2026-11-22")) == row.said);
    }
    // 61 days are called two months, though the calendar says one month and thirty days.
    CHECK(relative(day("2026-08-31"), day("2026-07-01")) == "in 2 months");
    CHECK(relative(day("2027-04-30"), day("2027-01-31")) == "in 3 months");
}

TEST_CASE("only the ten characters of an ISO date are one") {
    CHECK(find_iso_date("2026-11-22") == make_date(2026, 11, 22));
    CHECK(find_iso_date("0001-01-01") == make_date(1, 1, 1));
    CHECK(find_iso_date("9999-12-31") == make_date(9999, 12, 31));
    for (const char* text : {"",           "2026",        "2026-11",          "2026-11-2",
                             "2026-1-22",  "2026-11-222", " 2026-11-22",      "2026-11-22 ",
                             "2026/11/22", "20261122",    "2026-11-22T15:30", "+026-11-22",
                             "2026-11-3x", "2026-02-29",  "1900-02-29",       "2100-02-29",
                             "2026-04-31", "2026-13-01",  "2026-00-01",       "2026-01-00",
                             "2026-01-32", "0000-01-01",  "-001-01-01",       "twenty"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(find_iso_date(text));
    }
}

TEST_CASE("every day of twelve years survives being written and read") {
    for (Date date = day("1996-01-01"); date < day("2008-01-01"); date += Days{1})
        REQUIRE(find_iso_date(to_iso(date)) == date);
}

TEST_CASE("adding and subtracting months keeps the day or falls to the end of the month") {
    for (Date date = day("2023-01-01"); date < day("2029-01-01"); date += Days{1}) {
        for (int months = 1; months <= 25; ++months) {
            const Date later = add(date, {months, Unit::month});
            const Date earlier = subtract(date, {months, Unit::month});
            const int count = 12 * (year_of(later) - year_of(date)) + month_of(later);
            REQUIRE(count == month_of(date) + months);
            for (const Date moved : {later, earlier}) {
                const bool clamped = moved == last_of_month(moved);
                REQUIRE((day_of_month(moved) == day_of_month(date) ||
                         (clamped && day_of_month(moved) < day_of_month(date))));
            }
            if (day_of_month(date) <= 28) REQUIRE(subtract(later, {months, Unit::month}) == date);
        }
    }
}

TEST_CASE("a week holds its day, and has seven of them") {
    for (Date date = day("2026-01-01"); date < day("2029-01-01"); date += Days{1}) {
        for (unsigned starts = 0; starts < 7; ++starts) {
            const std::chrono::weekday weekday{starts};
            const Date first = first_of_week(date, weekday);
            REQUIRE(std::chrono::weekday{first} == weekday);
            REQUIRE((first <= date && date <= last_of_week(date, weekday)));
            REQUIRE(last_of_week(date, weekday) - first == Days{6});
        }
        REQUIRE((first_of_quarter(date) <= date && date <= last_of_quarter(date)));
        REQUIRE(first_of_quarter(last_of_quarter(date) + Days{1}) ==
                last_of_quarter(date) + Days{1});
    }
}

TEST_CASE("seconds between two moments are counted over midnight, either way") {
    const Moment evening{day("2026-11-22"), TimeOfDay{23, 59, 58}};
    const Moment morning{day("2026-11-23"), TimeOfDay{0, 1, 1}};
    CHECK(seconds_between(evening, morning) == 63);
    CHECK(seconds_between(morning, evening) == -63);
    CHECK(seconds_between({day("2026-11-23"), {}}, morning) == 61);
}

} // namespace mentor::date_test
