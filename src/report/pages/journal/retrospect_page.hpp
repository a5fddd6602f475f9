// SPDX-License-Identifier: MIT
//
// A page to look back on, or to hand to whoever runs a programme: what a span of days came to in
// figures, its goals with their story, what was kept, what went well, and thanks.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/looking/review.hpp"
#include "core/rules/looking/stats.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

// Of the same people and the same days.
struct Retrospect {
    const std::vector<Relationship>& people;
    const Stats& stats;
    const std::vector<PersonReview>& reviews;
};
Page retrospect_page(const Retrospect& retrospect, Date today);

} // namespace mentor
