// SPDX-License-Identifier: MIT
//
// The days from one to another.
#pragma once

#include "core/dates/date.hpp"

#include <optional>

namespace mentor {

// Both ends belong to it.
struct Span {
    Date since;
    Date until;
    bool contains(Date date) const { return since <= date && date <= until; }
    bool contains(const std::optional<Date>& date) const { return date && contains(*date); }
};

} // namespace mentor
