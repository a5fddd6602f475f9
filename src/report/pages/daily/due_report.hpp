// SPDX-License-Identifier: MIT
//
// `mentor due`: reminders, grouped by late, today, this week, later.
#pragma once

#include "core/rules/due/due.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <vector>

namespace mentor {

struct DuePage {
    std::size_t most = 0;    // rows at the most, with a line that counts the rest; 0: all
    bool is_verbose = false; // each row with why it is there and what to type
    bool has_people = true;
    Needs needs = {};
};
Report due_report(const std::vector<Reminder>& reminders, Date today, Date until,
                  const DuePage& page = {});

} // namespace mentor
