// SPDX-License-Identifier: MIT
//
// `mentor due`: reminders, grouped by late, today, this week, later.
#pragma once

#include "core/rules/due/urgency.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mentor {

struct DuePage {
    std::size_t most = 0;    // rows at the most, with a line that counts the rest; 0: all
    bool is_verbose = false; // each row with why it is there and what to type
    bool has_people = true;
    Needs needs = {};
};

// What the page has of one reminder, which needn't be kept for it.
struct DueLine {
    Urgency urgency;
    DueGroup group = DueGroup::later;
    std::string slug;
    Fields item; // where that is needed
    Row row;
    std::string called, hours, timezone; // when a message reaches them
};
DueLine due_line(const Reminder& reminder, const DuePage& look = {});
const Urgency& urgency_of(const DueLine& line);

// Most urgent first, as the lines and the reminders are.
Report due_report(std::vector<DueLine> lines, Date today, Date until, const DuePage& look = {});
Report due_report(const std::vector<Reminder>& reminders, Date today, Date until,
                  const DuePage& look = {});

// Under a page, each line once.
void add_hours(Page& page, const std::vector<std::string>& lines);

} // namespace mentor
