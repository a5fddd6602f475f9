// SPDX-License-Identifier: MIT
#include "core/rules/promises/goals.hpp"

#include "core/rules/due/due_rules.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mentor {
namespace {

constexpr int cadences_at_rest = 3;

template<class Thing>
const std::vector<const Thing*>&
those_of(std::string_view id, const std::map<std::string_view, std::vector<const Thing*>>& by_id) {
    static const std::vector<const Thing*> none;
    const auto found = id.empty() ? by_id.end() : by_id.find(id);
    return found == by_id.end() ? none : found->second;
}

const LogEntry* last_discussion(const Goal& goal, const ByGoal& by_goal, Date today) {
    const LogEntry* last = nullptr;
    for (const LogEntry* talk : by_goal.talks(goal))
        if (talk->on.date <= today && (!last || talk->on.date >= last->on.date)) last = talk;
    return last;
}

std::optional<Date> last_move(const Goal& goal, const ByGoal& by_goal, Date today) {
    std::optional<Date> latest;
    const auto keep = [&](const std::optional<Date>& day) {
        if (day && *day <= today && (!latest || *day > *latest)) latest = day;
    };
    keep(goal.set);
    for (const Milestone* step : by_goal.steps(goal))
        keep(step->done);
    for (const LogEntry* talk : by_goal.talks(goal)) {
        keep(talk->on.date);
        for (const Commitment* one : by_goal.promises(*talk)) {
            keep(one->made);
            keep(one->done);
        }
    }
    return latest;
}

// Puts goals in the order of a list, in a time that grows with their number however they build on
// each other. What a file says by hand may go round in circles, and each goal is still listed once.
class Listing {
public:
    Listing(const Relationship& relationship, bool all, Date today)
        : by_goal_(relationship), today_(today) {
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
        std::map<const Goal*, std::size_t> places;
        for (std::size_t at = 0; at < wanted_.size(); ++at)
            places.emplace(wanted_[at].goal, at);
        for (std::size_t at = 0; at < wanted_.size(); ++at) {
            const auto place = places.find(by_goal_.find(wanted_[at].goal->follows));
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
            goals_.push_back(progress_of(*wanted_[at].goal, by_goal_, today_));
            goals_.back().depth = depth;
            const auto& next = wanted_[at].next;
            for (auto one = next.rbegin(); one != next.rend(); ++one)
                rest.emplace_back(*one, depth + 1);
        }
    }

    const ByGoal by_goal_;
    Date today_;
    std::vector<Wanted> wanted_;
    std::vector<GoalProgress> goals_;
};

} // namespace

ByGoal::ByGoal(const Relationship& relationship) : relationship_(relationship) {
    for (const Goal& goal : relationship.goals) {
        if (!goal.id.empty()) goals_.try_emplace(goal.id, &goal);
        if (!goal.follows.empty()) followers_[goal.follows].push_back(&goal);
    }
    for (const Milestone& step : relationship.milestones)
        steps_[step.goal].push_back(&step);
    for (const LogEntry& entry : relationship.log)
        for (const std::string& id : entry.goals)
            if (auto& talks = talks_[id]; talks.empty() || talks.back() != &entry)
                talks.push_back(&entry);
    for (const Commitment& promise : relationship.commitments)
        promises_[promise.log].push_back(&promise);
}

const Goal* ByGoal::find(std::string_view id) const {
    const auto found = goals_.find(id);
    return found == goals_.end() ? nullptr : found->second;
}

std::vector<const Milestone*> ByGoal::steps(const Goal& goal) const {
    std::vector<const Milestone*> steps = those_of(goal.id, steps_);
    std::ranges::stable_sort(steps, {}, [](const Milestone* step) {
        return std::pair(step->open(), step->done.value_or(step->due.value_or(Date::max())));
    });
    return steps;
}

const std::vector<const LogEntry*>& ByGoal::talks(const Goal& goal) const {
    return those_of(goal.id, talks_);
}

const std::vector<const Commitment*>& ByGoal::promises(const LogEntry& talk) const {
    return those_of(talk.id, promises_);
}

bool ByGoal::is_to_take(const Milestone& step) const {
    const Goal* goal = find(step.goal);
    return step.open() && (!goal || goal->open());
}

std::set<const Goal*> ByGoal::those_on(std::string_view id) const {
    std::set<const Goal*> all;
    for (const Goal& goal : relationship_.goals)
        if (!id.empty() && goal.id == id) all.insert(&goal);
    if (all.empty()) return all;
    std::vector<std::string_view> rest{id};
    while (!rest.empty()) {
        const std::string_view base = rest.back();
        rest.pop_back();
        for (const Goal* follower : those_of(base, followers_))
            // Of several with one id, it is the first that others build on.
            if (all.insert(follower).second && find(follower->id) == follower)
                rest.push_back(follower->id);
    }
    return all;
}

std::vector<GoalProgress> progress_of(const Relationship& relationship, bool all, Date today) {
    return Listing(relationship, all, today).goals();
}

GoalProgress progress_of(const Goal& goal, const ByGoal& by_goal, Date today) {
    GoalProgress progress{&goal, 0, by_goal.steps(goal)};
    progress.steps_done = static_cast<std::size_t>(
        std::ranges::count_if(progress.steps, [](const auto* step) { return !step->open(); }));
    progress.discussed = last_discussion(goal, by_goal, today);
    progress.follows = by_goal.find(goal.follows);
    return progress;
}

const Goal* find_goal(const Relationship& relationship, std::string_view id) {
    const auto found = std::ranges::find(relationship.goals, id, &Goal::id);
    return id.empty() || found == relationship.goals.end() ? nullptr : &*found;
}

std::optional<GoalRest> find_rest(const Goal& goal, const ByGoal& by_goal, const Config& config,
                                  Date today) {
    const auto moved = last_move(goal, by_goal, today);
    if (!goal.open() || !moved) return std::nullopt;
    GoalRest rest{*moved, *moved};
    const Duration cadence = cadence_of(by_goal.relationship(), config);
    for (int i = 0; i < cadences_at_rest; ++i)
        rest.since = due_rules::add_within_calendar(rest.since, cadence);
    return rest.since <= today ? std::optional(rest) : std::nullopt;
}

} // namespace mentor
