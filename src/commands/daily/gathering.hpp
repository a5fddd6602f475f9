// SPDX-License-Identifier: MIT
//
// The reminders that `due`, `remind` and `mentor` alone show, from the files of the people.
#pragma once

#include "core/rules/due/due.hpp"
#include "session/view.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// What is due up to `until` with each of those that `who` names (everyone where empty), most urgent
// first.
std::vector<Reminder> gather(View& view, const std::vector<std::string>& who, Date until);

// The same of what is late, or due today; for others where each is to say whether it is private.
enum class Audience { self, others };
std::vector<Reminder> gather_now(View& view, const std::vector<std::string>& who,
                                 Audience audience = Audience::self);

// The most urgent of the latter with everyone, nullopt where there is none, and how many there are.
struct FirstNow {
    std::optional<Reminder> reminder;
    std::size_t count = 0;
};
FirstNow find_first_now(View& view, Audience audience);

// Late, or due today.
bool asks_now(DueGroup group);

} // namespace mentor
