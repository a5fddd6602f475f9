// SPDX-License-Identifier: MIT
//
// `mentor prospects`: whom you hope for, below what you look for.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/people/prospects.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

struct ProspectLine {
    Prospect prospect;
    Introducers introducers;
};
// Grouped by how far each is, in the order of `lines`.
// The same people side by side: a criterion after the other, what you know, what they value and
// talk of that you do too, and when messages are welcome.
Report comparison_report(const std::vector<ProspectLine>& lines, const Me& me, Date today,
                         Needs needs = {});

Report prospects_report(const std::vector<ProspectLine>& lines, const Me& me, Date today,
                        Needs needs = {});

} // namespace mentor
