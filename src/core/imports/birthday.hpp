// SPDX-License-Identifier: MIT
//
// A birthday as address books write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// As the file of a person has it: "1985-03-15", "03-15" where the year isn't known, "03" where only
// the month is. nullopt for any other text, and for one that may mean two days ("3/4/1985").
// Understood are the dates of RFC 6350 4.3.1 and RFC 2426 ("19850315", "--0315", "1985-03-15T…"),
// "15.03.1985", and "3/15/1985" where one of the two can't be a month. The years 1604 and 1900 are
// those of programs that know no year, and so is `no_year`.
std::optional<std::string> find_birthday(std::string_view text,
                                         std::optional<int> no_year = std::nullopt);

} // namespace mentor
