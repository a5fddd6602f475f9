// SPDX-License-Identifier: MIT
#include "core/model/privacy.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace mentor {

PrivateIds::PrivateIds(const std::vector<LogEntry>& log) {
    add_all(log);
}

PrivateIds::PrivateIds(const std::vector<Goal>& goals) {
    add_all(goals);
}

template<class Item>
void PrivateIds::add_all(const std::vector<Item>& items) {
    is_private_.reserve(items.size());
    for (const Item& item : items) {
        if (item.id.empty()) continue;
        bool& is_private = is_private_[item.id];
        is_private = is_private || item.is_private;
    }
}

bool PrivateIds::keep(std::string_view id) const {
    const auto found = is_private_.find(id);
    return found == is_private_.end() || found->second;
}

bool is_from_private(const std::string& log, const Relationship& relationship) {
    return !log.empty() && PrivateIds(relationship.log).keep(log);
}

void keep_what_came_of_private(Relationship& relationship) {
    std::optional<PrivateIds> entries; // looked at once something came of one
    const auto mark = [&](auto& items) {
        for (auto& item : items) {
            if (item.is_private || item.log.empty()) continue;
            if (!entries) entries.emplace(relationship.log);
            item.is_private = entries->keep(item.log);
        }
    };
    mark(relationship.commitments);
    mark(relationship.advice);
}

namespace {

bool has_private_steps(const Relationship& relationship) {
    if (relationship.milestones.empty()) return false;
    const PrivateIds goals(relationship.goals);
    return std::ranges::any_of(relationship.milestones,
                               [&](const Milestone& step) { return goals.keep(step.goal); });
}

void leave_out_private_steps(Relationship& relationship) {
    const PrivateIds goals(relationship.goals);
    std::erase_if(relationship.milestones,
                  [&](const Milestone& step) { return goals.keep(step.goal); });
}

// An entry knows the words of what was given in it, and the marks of what was promised.
void leave_out_of_entries(Relationship& relationship) {
    std::set<std::string, std::less<>> marks;
    std::set<std::pair<std::string, std::string>> advice; // entry and words
    for (const Commitment& promise : relationship.commitments)
        if (promise.is_private) marks.insert(promise.known_as());
    for (const Advice& each : relationship.advice)
        if (each.is_private) advice.emplace(each.log, each.what);
    if (marks.empty() && advice.empty()) return;
    for (LogEntry& entry : relationship.log) {
        std::erase_if(entry.recap, [&](const std::string& mark) { return marks.contains(mark); });
        std::erase_if(entry.advice, [&](const std::string& what) {
            return advice.contains({entry.id, what});
        });
    }
}

LogEntry bare(const LogEntry& entry) {
    LogEntry bare;
    bare.id = entry.id;
    bare.on = entry.on;
    bare.kind = entry.kind;
    bare.by = entry.by;
    bare.is_private = true;
    return bare;
}

} // namespace

bool has_private_words(const Relationship& relationship) {
    return std::ranges::any_of(relationship.log, &LogEntry::is_private) ||
           std::ranges::any_of(relationship.questions, &Question::is_private) ||
           std::ranges::any_of(relationship.commitments, &Commitment::is_private) ||
           std::ranges::any_of(relationship.advice, &Advice::is_private) ||
           std::ranges::any_of(relationship.gifts, &Gift::is_private) ||
           std::ranges::any_of(relationship.goals, &Goal::is_private) ||
           has_private_steps(relationship);
}

Relationship without_private_words(Relationship relationship) {
    keep_what_came_of_private(relationship);
    leave_out_of_entries(relationship);
    leave_out_private_steps(relationship);
    std::erase_if(relationship.commitments, &Commitment::is_private);
    std::erase_if(relationship.questions, &Question::is_private);
    std::erase_if(relationship.gifts, &Gift::is_private);
    std::erase_if(relationship.advice, &Advice::is_private);
    for (Goal& goal : relationship.goals)
        if (goal.is_private)
            goal.why = goal.measure = goal.reality = goal.options = goal.way = goal.outcome = "";
    for (LogEntry& entry : relationship.log)
        if (entry.is_private) entry = bare(entry);
    return relationship;
}

} // namespace mentor
