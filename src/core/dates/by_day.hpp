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

struct WithDue {
    std::string text;
    std::optional<Date> due;
    std::string no_day; // "by me", of "Stand by me": what stands where a day might
};

// Text whose last words may say by when: "Send the draft by fri" gives "Send the draft" and the
// Friday, read as a future one; a day that has passed is an Error(usage). The last word "by"
// counts, in any case, and only where everything after it is a day: a date or a length in this
// grammar; then, if at all, a part of the day, which stays in the text ("Send it by fri morning"
// gives "Send it (morning)"), or "at the latest", which says no more than "by"; then any
// punctuation.
//
// Any other "by" stays part of the text ("Stand by me"), unless a date was clearly meant: then it
// is an Error(usage) that names it. That is so where what follows
// - is a date with a flaw: "by 31 nov", "by 1m", "by november", "by fri 3pm"; or
// - is one word with a digit in it and no "%": "by 3"; or
// - holds a day that is hardly anything else: "by Friday or so", "by 5 December, I hope"; or
// - is made of the grammar's own words and figures and of near slips of them, at least one of which
//   is a figure, a weekday, a month, a slip of such a word or ends in "day": "by blursday",
//   "by next firday", "by 22 novmber". "One by one" and "day by day" remain text.
// A text of signs alone, such as "-", is an Error(usage) too.
WithDue parse_with_due(std::string_view text, const Calendar& calendar);

// The same where `due` may say by when already, as an option that is called `option`: then a "by"
// that names no day needs none, and one that does is an Error(usage).
WithDue parse_with_due(std::string_view text, const Calendar& calendar,
                       const std::optional<Date>& due, std::string_view option = "--due");

// ", by Fri 27 Nov 2026", to be said after the text; what stands where a day might and isn't one,
// so that nobody relies on it: ", without a day ('by me' isn't one)"; or nothing.
std::string due_words(const WithDue& line);

} // namespace mentor
