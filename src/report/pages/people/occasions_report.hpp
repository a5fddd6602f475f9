// SPDX-License-Identifier: MIT
//
// `mentor occasion WHO`: the days that somebody keeps, the next one first.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <string>

namespace mentor {

Report occasions_report(const Relationship& relationship, Date today);

// "10 Dec 1815, next Thu 10 Dec 2026, in 18 days, turns 211": the day as it is kept, and when it
// comes round.
std::string occasion_words(const Occasion& occasion, Date today);

} // namespace mentor
