// SPDX-License-Identifier: MIT
//
// `mentor list`: one row a relationship.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

// What the list has of one person, who needn't be kept for it.
struct ListLine {
    std::string folded_name; // to sort by
    std::optional<Date> last_meeting, next_check_in, added;
    Fields item; // where that is needed
    Row row;
};
ListLine list_line(const Relationship& relationship, const Config& config, Date today,
                   Needs needs = {});

Report list_report(std::vector<ListLine> lines, Date today);

} // namespace mentor
