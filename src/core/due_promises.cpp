// SPDX-License-Identifier: MIT
#include "core/due_rules.hpp"

#include "mentor/core/goals.hpp"
#include "mentor/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {

namespace {

using due_rules::Case;
using due_rules::plain_day;

std::string due_in_words(Date due, const Case& the_case) {
    return fmt::format("due {}", relative(due, the_case.calendar.today));
}

Reminder with_subject(Reminder reminder, const std::string& id, std::optional<Side> owner) {
    reminder.id = id;
    reminder.owner = owner;
    return reminder;
}

Reminder mine(const Case& the_case, const Commitment& commitment) {
    std::string why = fmt::format("you promised it to {}", first_name(the_case.relationship));
    if (commitment.made) why += fmt::format(" on {}", plain_day(*commitment.made));
    why += ", " + due_in_words(*commitment.due, the_case);
    return due_rules::reminder(the_case, ReminderKind::commitment, *commitment.due,
                               first_line(commitment.what), why);
}

Reminder theirs(const Case& the_case, const Commitment& commitment) {
    std::string why = "promised";
    if (commitment.made) why += fmt::format(" on {}", plain_day(*commitment.made));
    why += ", " + due_in_words(*commitment.due, the_case);
    if (*commitment.due < the_case.calendar.today) why += "; a friendly nudge may help";
    return due_rules::reminder(the_case, ReminderKind::nudge, *commitment.due,
                               fmt::format("{} promised: {}", first_name(the_case.relationship),
                                           first_line(commitment.what)),
                               why);
}

// Good news is never late.
Reminder to_report(const Case& the_case, const Commitment& commitment) {
    const std::string name = first_name(the_case.relationship);
    Reminder made = due_rules::reminder(
        the_case, ReminderKind::report, *commitment.done,
        fmt::format("Tell {} how it went: {}", name, first_line(commitment.what)),
        fmt::format("done on {}, {} will be glad to hear", plain_day(*commitment.done), name));
    if (made.group == DueGroup::late) made.group = DueGroup::today;
    return made;
}

bool asks_for_report(const Case& the_case, const Commitment& commitment) {
    const Stage stage = the_case.relationship.stage;
    return commitment.owner == Side::me && commitment.done && !commitment.dropped &&
           !commitment.told && stage != Stage::prospect && stage != Stage::paused;
}

std::string whose_goal(const Relationship& relationship) {
    const std::string name = first_name(relationship);
    if (relationship.role == Role::mentee) return fmt::format("{}'s goal", name);
    if (relationship.role == Role::peer) return fmt::format("a goal with {}", name);
    return fmt::format("your goal with {}", name);
}

std::string step_of(const Relationship& relationship, const Goal* goal) {
    if (goal) return fmt::format("a step towards \"{}\"", first_line(goal->title));
    return fmt::format("a step with {}", first_name(relationship));
}

} // namespace

namespace due_rules {

std::vector<Reminder> of_commitments(const Case& the_case) {
    std::vector<Reminder> reminders;
    for (const Commitment& commitment : the_case.relationship.commitments) {
        const auto keep = [&](Reminder reminder) {
            reminders.push_back(with_subject(std::move(reminder), commitment.id, commitment.owner));
        };
        if (commitment.open() && commitment.due)
            keep(commitment.owner == Side::me ? mine(the_case, commitment)
                                              : theirs(the_case, commitment));
        if (asks_for_report(the_case, commitment)) keep(to_report(the_case, commitment));
    }
    return reminders;
}

std::vector<Reminder> of_goals(const Case& the_case) {
    const Relationship& relationship = the_case.relationship;
    std::vector<Reminder> reminders;
    const auto keep = [&](ReminderKind kind, const std::string& id, Date due,
                          const std::string& what, const std::string& belongs) {
        const std::string why = fmt::format("{}, {}", belongs, due_in_words(due, the_case));
        reminders.push_back(
            with_subject(reminder(the_case, kind, due, first_line(what), why), id, std::nullopt));
    };
    for (const Goal& goal : relationship.goals)
        if (goal.open() && goal.due)
            keep(ReminderKind::goal, goal.id, *goal.due, goal.title, whose_goal(relationship));
    for (const Milestone& milestone : relationship.milestones) {
        const Goal* goal = find_goal(relationship, milestone.goal);
        if (milestone.open() && milestone.due && (!goal || goal->open()))
            keep(ReminderKind::milestone, milestone.id, *milestone.due, milestone.what,
                 step_of(relationship, goal));
    }
    return reminders;
}

} // namespace due_rules

} // namespace mentor
