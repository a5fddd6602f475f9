// SPDX-License-Identifier: MIT
#include "core/rules/promises/goals.hpp"

#include "core/rules/due/due_rules.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mentor {
namespace {

constexpr int cadences_at_rest = 3;

std::vector<const Milestone*> steps_of(const Goal& goal, const Relationship& relationship) {
    std::vector<const Milestone*> steps;
    for (const Milestone& milestone : relationship.milestones)
        if (!goal.id.empty() && milestone.goal == goal.id) steps.push_back(&milestone);
    std::ranges::stable_sort(steps, {}, [](const Milestone* step) {
        return std::pair(step->open(), step->done.value_or(step->due.value_or(Date::max())));
    });
    return steps;
}

bool discusses(const LogEntry& entry, const Goal& goal) {
    return !goal.id.empty() && std::ranges::find(entry.goals, goal.id) != entry.goals.end();
}

const LogEntry* last_discussion(const Goal& goal, const Relationship& relationship, Date today) {
    const LogEntry* last = nullptr;
    for (const LogEntry& entry : relationship.log)
        if (discusses(entry, goal) && entry.on.date <= today &&
            (!last || entry.on.date >= last->on.date))
            last = &entry;
    return last;
}

std::optional<Date> last_move(const Goal& goal, const Relationship& relationship, Date today) {
    std::optional<Date> latest;
    const auto keep = [&](const std::optional<Date>& day) {
        if (day && *day <= today && (!latest || *day > *latest)) latest = day;
    };
    keep(goal.set);
    for (const Milestone* step : steps_of(goal, relationship))
        keep(step->done);
    for (const LogEntry& entry : relationship.log) {
        if (!discusses(entry, goal)) continue;
        keep(entry.on.date);
        for (const Commitment& one : relationship.commitments) {
            if (entry.id.empty() || one.log != entry.id) continue;
            keep(one.made);
            keep(one.done);
        }
    }
    return latest;
}

// Puts goals in the order of a list, in a time that grows with their number however they build on
// each other. What a file says by hand may go round in circles, and each goal is still listed once.
class Listing {
public:
    Listing(const Relationship& relationship, bool all, Date today)
        : relationship_(relationship), today_(today) {
        for (const bool open : {true, false})
            for (const Goal& goal : relationship.goals)
                if (goal.open() == open && (open || all)) wanted_.push_back({.goal = &goal});
        link();
        for (std::size_t at = 0; at < wanted_.size(); ++at)
            if (!wanted_[at].is_placed) place(first_of(at));
    }

    std::vector<GoalProgress> goals() && { return std::move(goals_); }

private:
    struct Wanted {
        const Goal* goal;
        std::optional<std::size_t> base = {}; // the one that it builds on, where that is listed too
        std::vector<std::size_t> next = {};   // those that build on it
        bool is_passed = false;               // on the way to the first of its row
        bool is_placed = false;
    };

    void link() {
        std::map<std::string_view, const Goal*> by_id; // the first of each, as in find_goal
        for (const Goal& goal : relationship_.goals)
            if (!goal.id.empty()) by_id.try_emplace(goal.id, &goal);
        std::map<const Goal*, std::size_t> places;
        for (std::size_t at = 0; at < wanted_.size(); ++at)
            places.emplace(wanted_[at].goal, at);
        for (std::size_t at = 0; at < wanted_.size(); ++at) {
            const auto base = by_id.find(wanted_[at].goal->follows);
            const auto place = base == by_id.end() ? places.end() : places.find(base->second);
            if (place == places.end()) continue;
            wanted_[at].base = place->second;
            wanted_[place->second].next.push_back(at);
        }
    }

    // The goal with which the row of those that build on each other begins. All that are passed on
    // the way stand behind it, and are placed with it.
    std::size_t first_of(std::size_t at) {
        while (wanted_[at].base && !wanted_[at].is_passed) {
            wanted_[at].is_passed = true;
            at = *wanted_[at].base;
        }
        return at;
    }

    void place(std::size_t first) {
        std::vector<std::pair<std::size_t, std::size_t>> rest{{first, 0}}; // with their depths
        while (!rest.empty()) {
            const auto [at, depth] = rest.back();
            rest.pop_back();
            if (std::exchange(wanted_[at].is_placed, true)) continue;
            goals_.push_back(progress_of(*wanted_[at].goal, relationship_, today_));
            goals_.back().depth = depth;
            const auto& next = wanted_[at].next;
            for (auto one = next.rbegin(); one != next.rend(); ++one)
                rest.emplace_back(*one, depth + 1);
        }
    }

    const Relationship& relationship_;
    Date today_;
    std::vector<Wanted> wanted_;
    std::vector<GoalProgress> goals_;
};

} // namespace

std::vector<GoalProgress> progress_of(const Relationship& relationship, bool all, Date today) {
    return Listing(relationship, all, today).goals();
}

GoalProgress progress_of(const Goal& goal, const Relationship& relationship, Date today) {
    GoalProgress progress{&goal, 0, steps_of(goal, relationship)};
    progress.steps_done = static_cast<std::size_t>(
        std::ranges::count_if(progress.steps, [](const auto* step) { return !step->open(); }));
    progress.discussed = last_discussion(goal, relationship, today);
    return progress;
}

const Goal* find_goal(const Relationship& relationship, std::string_view id) {
    const auto found = std::ranges::find(relationship.goals, id, &Goal::id);
    return id.empty() || found == relationship.goals.end() ? nullptr : &*found;
}

bool is_to_take(const Milestone& step, const Relationship& relationship) {
    const Goal* goal = find_goal(relationship, step.goal);
    return step.open() && (!goal || goal->open());
}

bool builds_on(const Relationship& relationship, const Goal& goal, std::string_view id) {
    const Goal* base = &goal;
    for (std::size_t climbed = 0; base && climbed <= relationship.goals.size(); ++climbed) {
        if (base->id == id) return true;
        base = find_goal(relationship, base->follows);
    }
    return false;
}

std::optional<GoalRest> find_rest(const Goal& goal, const Relationship& relationship,
                                  const Config& config, Date today) {
    const auto moved = last_move(goal, relationship, today);
    if (!goal.open() || !moved) return std::nullopt;
    GoalRest rest{*moved, *moved};
    const Duration cadence = cadence_of(relationship, config);
    for (int i = 0; i < cadences_at_rest; ++i)
        rest.since = due_rules::add_within_calendar(rest.since, cadence);
    return rest.since <= today ? std::optional(rest) : std::nullopt;
}

} // namespace mentor
