// SPDX-License-Identifier: MIT
//
// "Send the draft by fri": what is to be done, and by when, out of one line. Pure; knows the
// grammar of dates, and nothing of promises or goals.
#pragma once

#include "core/dates/date_grammar.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// Text whose last words may say by when: "Send the draft by fri" gives "Send the draft" and the
// Friday. The last word "by" counts, in any case, and only where everything after it is a date or a
// length in this grammar, read as a future one. Any other "by" stays part of the text ("Stand by
// me"), unless a date was clearly meant, which is an error naming it. That is so where what follows
// - is a date with a flaw: "by 31 nov", "by 1m", "by november", "by fri 3pm"; or
// - is one word with a digit in it and no "%": "by 3"; or
// - is made of the grammar's own words and figures and of near slips of them, at least one of which
//   is a figure, a weekday, a month, a slip of such a word or ends in "day": "by blursday",
//   "by next firday", "by 22 novmber". "One by one" and "day by day" remain text.
struct WithDue {
    std::string text;
    std::optional<Date> due;
};
WithDue parse_with_due(std::string_view text, const Calendar& calendar);

} // namespace mentor
