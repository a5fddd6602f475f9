// SPDX-License-Identifier: MIT
#include "core/rules/due/due_rules.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <utility>

namespace mentor {

namespace {

using due_rules::Subject;

std::string whose_goal(const Relationship& relationship) {
    const std::string name = called(relationship);
    if (relationship.role == Role::mentee) return fmt::format("{}'s goal", name);
    if (relationship.role == Role::peer) return fmt::format("a goal with {}", name);
    return fmt::format("your goal with {}", name);
}

std::string step_of(const Relationship& relationship, const Goal* goal) {
    if (goal) return fmt::format("a step towards \"{}\"", first_line(goal->title));
    return fmt::format("a step with {}", called(relationship));
}

std::optional<Reminder> stale(const Subject& subject, const ByGoal& by_goal, const Goal& goal) {
    const Relationship& relationship = subject.relationship;
    if (!is_under_way(relationship.stage)) return std::nullopt;
    const auto rest = find_rest(goal, by_goal, subject.config, subject.calendar.today);
    if (!rest) return std::nullopt;
    Reminder made = due_rules::patient(
        due_rules::reminder(subject, ReminderKind::goal, rest->since, first_line(goal.title),
                            fmt::format("{}, nothing moved since {}; find its next step",
                                        whose_goal(relationship), plain_day(rest->moved))));
    return due_rules::telling(std::move(made), due_rules::command(subject, "goal grow", goal.id));
}

Reminder by_day(const Subject& subject, ReminderKind kind, Date due, const std::string& what,
                const std::string& belongs) {
    return due_rules::reminder(
        subject, kind, due, first_line(what),
        fmt::format("{}, {}", belongs, due_rules::due_in_words(due, subject)));
}

// One row a goal: its day, once it has come, says more than that nothing moved.
std::optional<Reminder> reminder_of(const Subject& subject, const ByGoal& by_goal,
                                    const Goal& goal) {
    const bool has_come = goal.due && *goal.due <= subject.calendar.today;
    if (auto made = has_come ? std::nullopt : stale(subject, by_goal, goal)) return made;
    if (!goal.due) return std::nullopt;
    return by_day(subject, ReminderKind::goal, *goal.due, goal.title,
                  whose_goal(subject.relationship));
}

} // namespace

namespace due_rules {

std::vector<Reminder> of_goals(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    std::vector<Reminder> reminders;
    if (relationship.goals.empty() && relationship.milestones.empty()) return reminders;
    const ByGoal by_goal(relationship);
    const auto keep = [&](Reminder reminder, const std::string& id) {
        reminder.id = id;
        reminders.push_back(std::move(reminder));
    };
    for (const Goal& goal : relationship.goals) {
        if (!goal.open()) continue;
        if (auto made = reminder_of(subject, by_goal, goal)) keep(std::move(*made), goal.id);
    }
    for (const Milestone& milestone : relationship.milestones) {
        if (milestone.due && by_goal.is_to_take(milestone))
            keep(by_day(subject, ReminderKind::milestone, *milestone.due, milestone.what,
                        step_of(relationship, by_goal.find(milestone.goal))),
                 milestone.id);
    }
    return reminders;
}

} // namespace due_rules

} // namespace mentor
