// SPDX-License-Identifier: MIT
//
// The reminders that `due`, `remind` and `mentor` alone show, from the files of the people.
#pragma once

#include "core/rules/due/due.hpp"
#include "session/view.hpp"

#include <span>
#include <string>
#include <vector>

namespace mentor {

// What is due up to `until` with each of those that `who` names (everyone where empty), most urgent
// first.
std::vector<Reminder> gather(View& view, const std::vector<std::string>& who, Date until);

// A line for each of those people whose hours are known, where a message is to be written.
void add_hours(Page& page, const View& view, std::span<const Reminder> reminders);

// Late, or due today.
bool asks_now(const Reminder& reminder);

} // namespace mentor
