// SPDX-License-Identifier: MIT
//
// How far the goals of a relationship are: their steps, when they were last discussed, which
// builds on which, and which rest. Pure, and without words of its own; pointers lead into the
// relationship.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace mentor {

struct GoalProgress {
    const Goal* goal = nullptr;
    std::size_t depth = 0;               // how many of those listed before it, it builds on
    std::vector<const Milestone*> steps; // done ones by day, then open ones, due first
    std::size_t steps_done = 0;
    const LogEntry* discussed = nullptr; // the newest entry that names it, not after `today`
    const Goal* follows = nullptr;       // the one that it builds on, where that is there
    // The step to take that is due first; null for a goal that is reached or let go.
    const Milestone* next() const {
        return goal->open() && steps_done < steps.size() ? steps[steps_done] : nullptr;
    }
};

// What belongs to each goal, gathered once: whoever asks of many goals takes a time that grows with
// the file, and not with the goals times their steps and talks.
class ByGoal {
public:
    explicit ByGoal(const Relationship& relationship);
    explicit ByGoal(const Relationship&&) = delete;

    const Relationship& relationship() const { return relationship_; }
    // The first with that id; null for an id that no goal has, as for "".
    const Goal* find(std::string_view id) const;
    std::vector<const Milestone*> steps(const Goal& goal) const; // done ones by day, then open ones
    const std::vector<const LogEntry*>& talks(const Goal& goal) const; // in file order
    const std::vector<const Commitment*>& promises(const LogEntry& talk) const;
    // Whether a step is still to be taken: nobody takes those of a goal that is reached or let go.
    bool is_to_take(const Milestone& step) const;
    // What has that id, and all that build on it over any number of goals: it can build on none of
    // them.
    std::set<const Goal*> those_on(std::string_view id) const;

private:
    template<class Thing>
    using ById = std::map<std::string_view, std::vector<const Thing*>>;

    const Relationship& relationship_;
    std::map<std::string_view, const Goal*> goals_;
    ById<Goal> followers_;
    ById<Milestone> steps_;
    ById<LogEntry> talks_;
    ById<Commitment> promises_; // by the talk that they began in
};

// The open goals, or with `all` every one, each followed by those that build on it; otherwise open
// ones first, in file order.
std::vector<GoalProgress> progress_of(const Relationship& relationship, bool all, Date today);
std::vector<GoalProgress> progress_of(const Relationship&&, bool, Date) = delete;

// How far one goal is; its depth is 0.
GoalProgress progress_of(const Goal& goal, const ByGoal& by_goal, Date today);
GoalProgress progress_of(const Goal&&, const ByGoal&, Date) = delete;

// Null for an id that no goal has, as for "".
const Goal* find_goal(const Relationship& relationship, std::string_view id);
const Goal* find_goal(const Relationship&&, std::string_view) = delete;

struct GoalRest {
    // The last day on which the goal was set or spoken of, a step was done, or something was
    // promised or kept that began in such a talk.
    Date moved;
    Date since; // three cadences later
};

// An open goal that rests by `today`: nothing moved for three cadences. One without a day on which
// it moved may be new, and doesn't rest.
std::optional<GoalRest> find_rest(const Goal& goal, const ByGoal& by_goal, const Config& config,
                                  Date today);

} // namespace mentor
