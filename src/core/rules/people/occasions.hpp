// SPDX-License-Identifier: MIT
//
// The days that somebody keeps: when each comes round, and how old they turn. Pure; which of them
// are near enough to be told is its callers' business.
#pragma once

#include "core/model/relationship.hpp"

#include <optional>

namespace mentor {

// Its day in that year: 29 February is the 28th in common years. None before its first year, none
// in other years where it happens only once, and none beyond the calendar.
std::optional<Date> day_in(int year, const Occasion& occasion);

// The first of its days from today on; nullopt where it happened once and is over.
std::optional<Date> next_day(const Occasion& occasion, Date today);

// The years that a birthday makes full on `day`; nullopt for any other occasion, without its year,
// and on the day of the birth.
std::optional<int> age_on(Date day, const Occasion& occasion);

} // namespace mentor
