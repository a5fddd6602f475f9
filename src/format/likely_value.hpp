// SPDX-License-Identifier: MIT
//
// Inside src/format only: the TOML that a person most likely meant by a value of the wrong type,
// `"45"` for 45 and 45 for `"45"`, for the advice. Each function says what a key takes, and gives
// an example where the value lends itself to none.
#pragma once

#include "format/reader.hpp"

#include <optional>
#include <string>

namespace mentor {

std::string text_like(const toml::node& node);
std::string number_like(const toml::node& node, const Range& range);
std::string flag_like(const toml::node& node);
std::string words_like(const toml::node& node);
std::string date_like(const toml::node& node);
// Of a text "2026-11-22 15:30" the day with its hour; "" of anything else.
std::string moment_like(const toml::node& node);
// Of "2026-02-30", a day that doesn't exist, the last day of its month; a month that doesn't exist
// is anyone's guess.
std::string day_like(const std::string& no_such_day);

// nullopt for the year 0, the one day that toml++ takes and the calendar here doesn't.
std::optional<Date> find_date(const toml::date& date);

} // namespace mentor
