// SPDX-License-Identifier: MIT
//
// What it took, in figures: a mentorship up to a day, and a goal from the day on which it was set.
// Pure, and without words of its own.
#pragma once

#include "core/model/relationship.hpp"
#include "core/rules/promises/goals.hpp"

#include <optional>

namespace mentor {

struct LookingBack {
    std::optional<Date> since; // when it began, else the first meeting
    int meetings = 0;
    int minutes = 0; // of those that say how long they took
    int kept_by_me = 0, kept_by_them = 0;
    int reached = 0; // goals
};
LookingBack look_back(const Relationship& relationship, const Kinds& kinds, Date until);

struct GoalStory {
    std::optional<Days> took; // from the day on which it was set
    int talks = 0;            // entries in which it was discussed
    int steps = 0;            // done
};
GoalStory story_of(const Goal& goal, const ByGoal& by_goal, Date until);

} // namespace mentor
