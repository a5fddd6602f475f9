// SPDX-License-Identifier: MIT
//
// What a day is of, and the day, out of one line.
#include "core/text.hpp"
#include "edits/keys/day_of_year.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace mentor::day_of_year_test {

namespace {

// "birthday @ 12-10", or the message.
std::string read(std::string_view typed) {
    const Calendar sunday{make_date(2026, 11, 22)};
    try {
        const WhatAndDay found = parse_what_and_day(split(typed, ' '), sunday);
        return found.what + " @ " + found.day.value_or("never");
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return error.diagnostic().what;
    }
}

struct Row {
    std::string_view typed;
    std::string_view expected;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(read(row.typed) == row.expected);
    }
}

} // namespace

TEST_CASE("the most words at the end that are a day say when") {
    check({
        {"birthday 10 dec", "birthday @ 12-10"},
        {"birthday the 10th of december", "birthday @ 12-10"},
        {"birthday on 10 dec", "birthday @ 12-10"},
        {"birthday 12-10", "birthday @ 12-10"},
        {"birthday 10 dec 1815", "birthday @ 1815-12-10"},
        {"birthday tue 12 mar 1985", "birthday @ 1985-03-12"},
        {"birthday december", "birthday @ 12"},
        {"birthday in december", "birthday @ 12"},
        {"birthday 29 feb", "birthday @ 02-29"},
        {"work anniversary 5 jun", "work anniversary @ 06-05"},
        {"wedding day 5 jun", "wedding day @ 06-05"},
        {"end of the year 31 dec", "end of the year @ 12-31"},
        {"moved in 5 jun", "moved in @ 06-05"},
        {"match 5 jun", "match @ 06-05"},
        {"K2 5 jun", "K2 @ 06-05"},
        {"child two 5 jun", "child two @ 06-05"},
        {"40th birthday 5 jun 2030", "40th birthday @ 2030-06-05"},
        {"birthday", "birthday @ never"},
        {"birthday soonish", "birthday soonish @ never"},
    });
}

TEST_CASE("a day with a flaw is no shorter day") {
    check({
        {"birthday 31 nov", "31 November doesn't exist"},
        {"birthday 31. nov", "31 November doesn't exist"},
        {"birthday the 31 nov", "31 November doesn't exist"},
        {"birthday 31 of nov", "31 November doesn't exist"},
        {"birthday 31st april", "31 April doesn't exist"},
        {"birthday 30 feb", "30 February doesn't exist"},
        {"birthday 0 jan", "0 January doesn't exist"},
        {"birthday 10 dec 26", "'10 dec 26' leaves the year unclear"},
        {"birthday 5 jun 12", "'5 jun 12' leaves the year unclear"},
        {"birthday 29 feb 27", "'29 feb 27' leaves the year unclear"},
        {"birthday mon 12 mar 1985", "1985-03-12 is a Tuesday, not a Monday"},
        {"birthday monday 1985-03-12", "1985-03-12 is a Tuesday, not a Monday"},
        {"birthday sat 13 nov", "2026-11-13 is a Friday, not a Saturday"},
        {"birthday 13 nov, sat", "can't read '13 nov, sat' as a date"},
        {"birthday 2026-11-22 10 dec", "can't read '2026-11-22 10 dec' as a date"},
        {"birthday next 10 dec", "can't read 'next 10 dec' as a date"},
        {"birthday the last 10 dec", "can't read 'the last 10 dec' as a date"},
        {"work anniversary 30 feb", "30 February doesn't exist"},
    });
}

TEST_CASE("a day is of something") {
    check({
        {"10 dec", "it isn't said what is on '10 dec'"},
        {"the 10 dec", "it isn't said what is on 'the 10 dec'"},
        {"31 nov", "31 November doesn't exist"},
        {"dec", "dec @ never"},
    });
}

} // namespace mentor::day_of_year_test
