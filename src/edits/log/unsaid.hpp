// SPDX-License-Identifier: MIT
//
// What a text of one line says of its own entry, where no option says it: `mentor log ada coffee
// yesterday`. It's never taken, as words may mean anything; the reply asks. Pure.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/kinds.hpp"

#include <optional>
#include <string>

namespace mentor {

struct Unsaid {
    std::optional<std::string> kind; // where all of the text is a kind, or a kind and a day
    std::optional<Date> on;          // the day, where it is before today; parts of it don't matter
};
Unsaid unsaid_in(const std::string& text, const Kinds& kinds, const Calendar& calendar);

} // namespace mentor
