// SPDX-License-Identifier: MIT
//
// The days that somebody keeps: when each comes round, and how old they turn. Of one whose month
// alone is known every day of it may be the day. Pure; which of them are near enough to be told is
// its callers' business.
#pragma once

#include "core/model/relationship.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// As the file writes it: "12-10", "1815-12-10", or "12".
std::string day_text(const Occasion& occasion);

bool is_birthday(const Occasion& occasion);

// Where those stand that are called so: as it is written or, where none is, in any case. Nothing
// tells several apart.
std::vector<std::size_t> named_occasions(const std::vector<Occasion>& all, std::string_view what);

// Where the birthday stands that `day`, as `day_text` writes it, is about: the one that is on that
// day, of whatever year, or else all there are.
std::vector<std::size_t> birthdays_for(const std::vector<Occasion>& all, std::string_view day);

// "in December", of one whose month alone is known.
std::string month_words(const Occasion& occasion);

// Its day in that year, or the first that may be it: 29 February is the 28th in common years. None
// before its first year, none in other years where it happens only once, and none beyond the
// calendar.
std::optional<Date> day_in(int year, const Occasion& occasion);
// The last that may be it.
std::optional<Date> last_day_in(int year, const Occasion& occasion);

// The first of its days from today on; nullopt where it happened once and is over.
std::optional<Date> next_day(const Occasion& occasion, Date today);

// Only its month is known, and that is this one.
bool is_this_month(const Occasion& occasion, Date today);

// The years that a birthday makes full on `day`; nullopt for any other occasion, without its year,
// and on the day of the birth.
std::optional<int> age_on(Date day, const Occasion& occasion);

} // namespace mentor
