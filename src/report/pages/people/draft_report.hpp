// SPDX-License-Identifier: MIT
//
// `mentor draft`: the subject and the paragraphs of a letter, with the gaps marked.
#pragma once

#include "core/model/relationship.hpp"
#include "core/rules/people/draft.hpp"
#include "report/report.hpp"

#include <string>
#include <vector>

namespace mentor {

struct DraftReport {
    std::string kind;
    const Relationship* to = nullptr;
    const Relationship* other = nullptr; // of an introduction
    Draft draft;
    std::vector<std::string> addresses; // those that are known
    std::string link;                   // mailto:
};
Report draft_report(const DraftReport& message, Date today);

} // namespace mentor
