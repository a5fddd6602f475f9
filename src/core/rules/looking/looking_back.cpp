// SPDX-License-Identifier: MIT
#include "core/rules/looking/looking_back.hpp"

#include <algorithm>

namespace mentor {

LookingBack look_back(const Relationship& relationship, const Kinds& kinds, Date until) {
    LookingBack back{.since = relationship.started};
    for (const std::size_t at : by_day(relationship)) {
        const LogEntry& entry = relationship.log[at];
        if (entry.on.date > until || !kinds.is_meeting(entry.kind)) continue;
        if (!back.since) back.since = entry.on.date;
        ++back.meetings;
        back.minutes += entry.minutes.value_or(0);
    }
    for (const Commitment& promise : relationship.commitments)
        if (promise.done && *promise.done <= until)
            ++(promise.owner == Side::me ? back.kept_by_me : back.kept_by_them);
    back.reached = static_cast<int>(std::ranges::count_if(
        relationship.goals, [&](const Goal& goal) { return goal.done && *goal.done <= until; }));
    return back;
}

GoalStory story_of(const Goal& goal, const ByGoal& by_goal, Date until) {
    GoalStory story;
    if (goal.set && *goal.set <= until) story.took = until - *goal.set;
    for (const LogEntry* talk : by_goal.talks(goal))
        if (talk->on.date <= until) ++story.talks;
    for (const Milestone* step : by_goal.steps(goal))
        if (step->done && *step->done <= until) ++story.steps;
    return story;
}

} // namespace mentor
