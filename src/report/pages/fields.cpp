// SPDX-License-Identifier: MIT
#include "report/pages/fields.hpp"

#include <fmt/format.h>

#include <cmath>

namespace mentor {
namespace {

template<class T>
Data worded(const std::optional<T>& value) {
    return value ? Data(to_text(*value)) : Data();
}

List days_of(const std::vector<Date>& days) {
    return {days.begin(), days.end()};
}

Data day_of(const LogEntry* entry) {
    return entry ? Data(entry->on.date) : Data();
}

// Three decimals say all that an urgency knows; adding zero makes a plain 0 of -0.
double rounded(double urgency) {
    return std::round(urgency * 1000) / 1000 + 0.0;
}

Data scores_of(const std::map<std::string, int>& scores) {
    Fields fields;
    for (const auto& [name, score] : scores)
        fields.emplace_back(name, score);
    return fields;
}

} // namespace

Fields whose(const Relationship& relationship) {
    return {{"slug", relationship.slug}, {"name", relationship.name}};
}

Fields person_fields(const Relationship& relationship) {
    return joined({whose(relationship), {{"role", to_text(relationship.role)}}});
}

Fields profile_fields(const Relationship& relationship) {
    return {{"name", relationship.name},
            {"role", to_text(relationship.role)},
            {"type", or_null(relationship.type)},
            {"stage", to_text(relationship.stage)},
            {"aka", relationship.aka},
            {"added", relationship.added},
            {"started", relationship.started},
            {"ends", relationship.ends}};
}

Fields plan_fields(const Relationship& relationship) {
    return {{"tags", relationship.tags},
            {"next", relationship.next},
            {"snoozed", relationship.snoozed}};
}

Fields rhythm_fields(const Relationship& relationship, const Config& config, Date today) {
    return {{"cadence", to_text(cadence_of(relationship, config))},
            {"last_meeting", day_of(last_meeting(relationship, config.kinds, today))},
            {"last_contact", day_of(last_contact(relationship, config.kinds, today))},
            {"next_check_in", next_check_in(relationship, config, today)}};
}

Fields contact_fields(const Contact& contact) {
    return {{"email", or_null(contact.email)}, {"phone", or_null(contact.phone)},
            {"link", or_null(contact.link)},   {"prefers", or_null(contact.prefers)},
            {"hours", or_null(contact.hours)}, {"timezone", or_null(contact.timezone)}};
}

Fields agreement_fields(const Agreement& agreement) {
    return {{"every", worded(agreement.every)},
            {"grace", worded(agreement.grace)},
            {"initiates", worded(agreement.initiates)},
            {"where", or_null(agreement.where)},
            {"length", or_null(agreement.length)},
            {"confidential", agreement.confidential},
            {"honest", agreement.honest},
            {"expectations", or_null(agreement.expectations)},
            {"boundaries", or_null(agreement.boundaries)},
            {"agreed", agreement.agreed},
            {"review", worded(agreement.review)}};
}

Fields occasion_fields(const Occasion& occasion) {
    std::string on = fmt::format("{:02}-{:02}", occasion.month, occasion.day);
    if (occasion.year) on = fmt::format("{:04}-{}", *occasion.year, on);
    return {{"what", occasion.what}, {"on", on}, {"yearly", occasion.yearly}};
}

Fields entry_fields(const LogEntry& entry) {
    return {{"id", or_null(entry.id)},  {"on", entry.on},
            {"kind", entry.kind},       {"by", worded(entry.by)},
            {"minutes", entry.minutes}, {"where", or_null(entry.where)},
            {"topics", entry.topics},   {"note", or_null(entry.note)},
            {"advice", entry.advice},   {"wins", entry.wins},
            {"rating", entry.rating},   {"private", entry.is_private},
            {"goals", entry.goals},     {"scores", scores_of(entry.scores)}};
}

Fields commitment_fields(const Commitment& commitment) {
    return {{"id", or_null(commitment.id)},   {"owner", to_text(commitment.owner)},
            {"what", commitment.what},        {"made", commitment.made},
            {"due", commitment.due},          {"moved", days_of(commitment.moved)},
            {"log", or_null(commitment.log)}, {"done", commitment.done},
            {"dropped", commitment.dropped},  {"outcome", or_null(commitment.outcome)},
            {"told", commitment.told},        {"open", commitment.open()}};
}

Fields question_fields(const Question& question) {
    return {{"id", or_null(question.id)},
            {"ask", question.ask},
            {"added", question.added},
            {"asked", question.asked},
            {"answer", or_null(question.answer)},
            {"open", question.open()}};
}

Fields goal_fields(const Goal& goal) {
    return {{"id", or_null(goal.id)},
            {"title", goal.title},
            {"why", or_null(goal.why)},
            {"measure", or_null(goal.measure)},
            {"set", goal.set},
            {"due", goal.due},
            {"reality", or_null(goal.reality)},
            {"options", or_null(goal.options)},
            {"way", or_null(goal.way)},
            {"follows", or_null(goal.follows)},
            {"done", goal.done},
            {"dropped", goal.dropped},
            {"outcome", or_null(goal.outcome)},
            {"open", goal.open()}};
}

Fields milestone_fields(const Milestone& milestone) {
    return {{"id", or_null(milestone.id)}, {"goal", or_null(milestone.goal)},
            {"what", milestone.what},      {"due", milestone.due},
            {"done", milestone.done},      {"open", milestone.open()}};
}

Data ending_fields(const std::optional<Ending>& ending) {
    if (!ending) return {};
    return Fields{{"on", ending->on},
                  {"outcome", or_null(ending->outcome)},
                  {"thanked", ending->thanked},
                  {"keep", worded(ending->keep)}};
}

Fields reminder_fields(const Reminder& reminder) {
    return {{"slug", reminder.slug},
            {"name", reminder.name},
            {"role", to_text(reminder.role)},
            {"stage", to_text(reminder.stage)},
            {"tags", reminder.tags},
            {"kind", to_text(reminder.kind)},
            {"group", to_text(reminder.group)},
            {"on", reminder.on},
            {"days", reminder.days},
            {"urgency", rounded(reminder.urgency)},
            {"owner", worded(reminder.owner)},
            {"id", or_null(reminder.id)},
            {"what", reminder.what},
            {"why", or_null(reminder.why)},
            {"late", reminder.group == DueGroup::late},
            {"command", or_null(reminder.told)}};
}

Data days_until(const std::optional<Date>& day, Date today) {
    return day ? Data(static_cast<std::int64_t>((*day - today).count())) : Data();
}

Fields joined(std::initializer_list<Fields> parts) {
    Fields all;
    for (const Fields& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace mentor
