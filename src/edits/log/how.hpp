// SPDX-License-Identifier: MIT
//
// How it was, in one answer: the kind and, for whoever wants `health` to know more, how long it
// took, who took the initiative and how useful it was.
#pragma once

#include "core/model/kinds.hpp"
#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>

namespace mentor {

struct How {
    std::string kind; // "" where nothing is said of it
    std::optional<Side> by;
    std::optional<int> minutes;
    std::optional<int> rating; // 1 to 5
};

// "coffee, 45m, them, 4/5", of which each may be missing. Throws Error(usage) for a part that is
// none of them.
How parse_how(const std::string& text, const Kinds& kinds);

// What is known besides the kind, a row each.
Grid rows_of(const How& how);

// Throws Error(usage) for anything but a whole number from 1 to 5.
int parse_rating(const std::string& text);

} // namespace mentor
