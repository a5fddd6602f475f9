// SPDX-License-Identifier: MIT
//
// One day in someone's file that says when to think of them again: what `plan` and `snooze` share.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct DayAhead {
    std::string who;
    std::vector<std::string> when;
    bool clear = false;
};
void declare_day_ahead(Declaration& declaration, DayAhead& options);

// The day that is given, or else the answer to the question; nullopt where there is neither.
// Throws Error(usage) for one that has passed; `way_out` is what to do where that is meant.
using WayOut = std::string (*)(const DayAhead& options, Date passed);
std::optional<Moment> take_when(Session& session, const DayAhead& options,
                                const std::string& question, WayOut way_out);

// Sets or clears `key` and says so; {} in the message is the person. Throws Error(usage) naming the
// command where there is neither a day nor --clear, or both.
Exit change_day(Session& session, const DayAhead& options, std::string_view command,
                const std::string& key, const std::optional<Moment>& when,
                const std::string& message);

} // namespace mentor
