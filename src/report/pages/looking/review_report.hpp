// SPDX-License-Identifier: MIT
//
// `mentor review`: what happened in some days, what was kept, what slipped, what comes next.
#pragma once

#include "core/rules/due/urgency.hpp"
#include "core/rules/looking/review.hpp"
#include "report/report.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

constexpr std::size_t review_parts = 11;

// What comes next, of one reminder.
struct NextLine {
    Urgency urgency;
    Fields item; // where that is needed
    Row row;
};
const Urgency& urgency_of(const NextLine& line);

// What a review has of one person, who needn't be kept for it.
struct ReviewLines {
    std::string name;                                 // to sort by, and among those unseen
    bool is_quiet = true, is_unseen = false;          // as of somebody of whom nothing can be told
    Fields item, unseen;                              // where they are needed
    std::array<std::vector<Row>, review_parts> parts; // of the page, by its headings
    std::vector<NextLine> next;
};
ReviewLines review_lines(const PersonReview& review, Date today, Needs needs = {});

// `everyone` in the order in which those of one name are told of.
Report review_report(std::vector<ReviewLines> everyone, const Span& span, Date today,
                     Needs needs = {});

} // namespace mentor
