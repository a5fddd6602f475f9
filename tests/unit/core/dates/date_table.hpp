// SPDX-License-Identifier: MIT
//
// Tables of what is typed for a day, and what comes of it: the day, or the refusal with its advice
// after a bar.
#pragma once

#include "core/dates/date_grammar.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace mentor::testing {

inline constexpr Reading past = Reading::past;
inline constexpr Reading future = Reading::future;

// 22 November 2026 is a Sunday.
inline constexpr auto sunday = "2026-11-22";
inline constexpr auto monday = "2026-11-23";
inline constexpr auto friday = "2026-11-27";

struct Row {
    std::string today;
    Reading reading;
    std::string typed;
    std::string expected;
};

inline std::string outcome(const Row& row, std::chrono::weekday week_starts) {
    try {
        const Calendar calendar{*find_iso_date(row.today), week_starts};
        return to_iso(parse_date(row.typed, calendar, row.reading));
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return error.diagnostic().what + " | " + error.diagnostic().advice;
    }
}

inline void check(std::initializer_list<Row> rows,
                  std::chrono::weekday week_starts = std::chrono::Monday) {
    for (const Row& row : rows) {
        CAPTURE(row.today);
        CAPTURE(row.typed);
        CHECK(outcome(row, week_starts) == row.expected);
    }
}

} // namespace mentor::testing
