// SPDX-License-Identifier: MIT
//
// What a person gives for the keys of a goal, shared by the commands that set goals, change them
// and talk them through: which goal a new one builds on, and a way forward of several lines.
#pragma once

#include "edits/items/chosen.hpp"
#include "edits/keys/given.hpp"
#include "session/session.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// --measure, --why … for a goal, but not its title.
void declare_goal_keys(Declaration& declaration, Given& given);

// What makes a goal a good one, beside its title: measurable, achievable, relevant, time-bound
// (SMART).
inline constexpr std::array<std::string_view, 4> smart_keys{"measure", "options", "why", "due"};

// Asks for each of `keys` for which nothing was given yet. What `goal` holds stands in brackets:
// Enter keeps it, "-" takes it away. The way forward is asked for line by line, until Enter.
void ask_for_goal(Session& session, Given& given, std::span<const std::string_view> keys,
                  const Goal& goal, const Seen& seen);

// The same from options, a line each; a day at its end is written out: "Ask Grace by 2026-11-27".
std::optional<std::string> way_of(const std::vector<std::string>& lines, const Calendar& calendar);

// Refuses what can't be before anything is asked; which of several goals `follows` means is asked
// here, once.
void resolve(Session& session, Given& given, const Goal& goal, const Seen& seen);

// In the order of the file. May ask, as `resolve` does, so it is called before the lock is taken.
// Throws Error(usage) for what can't be.
std::vector<KeyChange> goal_changes(Session& session, const Given& given, const Goal& goal,
                                    const Seen& seen);

} // namespace mentor
