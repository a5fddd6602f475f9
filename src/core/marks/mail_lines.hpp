// SPDX-License-Identifier: MIT
//
// The lines of a note that came as a mail: what is quoted in it, and what mail programs did to the
// lines on its way. Pure.
#pragma once

#include "core/dates/date.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// When it was, and how, as a recap says it in a line of its own: "on: 2026-11-20, coffee ^x4t9".
struct MetOn {
    Date day;
    std::string kind; // "" where it isn't said
    std::string mark; // by which the meeting is known again, see shared_mark.hpp; "" without one
    bool operator==(const MetOn&) const = default;
};
// Only a whole date makes it one: "on: the train" is a note. The line has no sign of a list.
std::optional<MetOn> after_on(std::string_view line);

struct MailLine {
    std::string text;
    std::size_t number = 0; // from 1, in the text as it was given
    bool is_quoted = false;
};

// A mail quotes from the line that says who wrote it on, or from lines that no advice looks like:
// an empty ">" among others, one ">" behind another, one before a promise. A recap that is quoted
// as a whole, since it was forwarded or answered on top, is as good as the recap itself: it comes
// without the signs of quoting. What carries a mark and was broken into several lines is one
// line again: up to its mark, or up to its day.
std::vector<MailLine> lines_of_mail(std::string_view text);

} // namespace mentor
