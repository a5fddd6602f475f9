// SPDX-License-Identifier: MIT
#include "report/pages/items.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace mentor {
namespace {

template<class T>
Data worded(const std::optional<T>& value) {
    return value ? Data(to_text(*value)) : Data();
}

template<class T, class Builder>
List listed(const std::vector<T>& things, Builder fields_of) {
    List list;
    for (const T& thing : things)
        list.emplace_back(fields_of(thing));
    return list;
}

// The same for the pointers of a review.
template<class T, class Builder>
List listed(const std::vector<const T*>& things, Builder fields_of) {
    List list;
    for (const T* thing : things)
        list.emplace_back(fields_of(*thing));
    return list;
}

Fields joined(Fields first, const Fields& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Fields whose(const Relationship& relationship) {
    return {{"slug", relationship.slug}, {"name", relationship.name}};
}

// From today to a day; negative once it has passed.
Data days_until(const std::optional<Date>& day, Date today) {
    return day ? Data(static_cast<std::int64_t>((*day - today).count())) : Data();
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

// An occasion with the day on which it falls this time.
auto near_occasion_fields(Date today) {
    return [today](const NearOccasion& near) {
        return joined(occasion_fields(*near.occasion),
                      {{"falls", near.on}, {"days", days_until(near.on, today)}});
    };
}

Fields win_fields(const Win& win) {
    return {{"what", win.what},
            {"on", win.on},
            {"of", to_text(win.of)},
            {"id", or_null(win.id)},
            {"outcome", or_null(win.outcome)}};
}

Fields advice_fields(const AdviceTaken& advice) {
    return {{"id", or_null(advice.entry->id)},
            {"on", advice.entry->on},
            {"kind", advice.entry->kind},
            {"advice", advice.entry->advice},
            {"commitment", listed(advice.led_to, commitment_fields)},
            {"wants_thanks", advice.wants_thanks}};
}

Fields goal_ahead_fields(const GoalAhead& ahead) {
    return joined(goal_fields(*ahead.goal),
                  {{"next", ahead.next ? Data(milestone_fields(*ahead.next)) : Data()}});
}

Data ending_fields(const std::optional<Ending>& ending) {
    if (!ending) return {};
    return Fields{{"on", ending->on},
                  {"outcome", or_null(ending->outcome)},
                  {"thanked", ending->thanked},
                  {"keep", worded(ending->keep)}};
}

Data scores_of(const std::map<std::string, int>& scores) {
    Fields fields;
    for (const auto& [name, score] : scores)
        fields.emplace_back(name, score);
    return fields;
}

} // namespace

Fields person_fields(const Relationship& relationship) {
    return joined(whose(relationship), {{"role", to_text(relationship.role)}});
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

Fields due_item(const Reminder& reminder) {
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

Fields list_item(const Relationship& relationship, const Config& config, Date today) {
    return {{"slug", relationship.slug},
            {"name", relationship.name},
            {"role", to_text(relationship.role)},
            {"type", or_null(relationship.type)},
            {"stage", to_text(relationship.stage)},
            {"aka", relationship.aka},
            {"added", relationship.added},
            {"started", relationship.started},
            {"ends", relationship.ends},
            {"tags", relationship.tags},
            {"next", relationship.next},
            {"snoozed", relationship.snoozed},
            {"cadence", to_text(cadence_of(relationship, config))},
            {"last_meeting", day_of(last_meeting(relationship, config.kinds, today))},
            {"last_contact", day_of(last_contact(relationship, config.kinds, today))},
            {"next_check_in", next_check_in(relationship, config, today)}};
}

Fields show_item(const Relationship& relationship, const Config& config, Date today) {
    return {{"slug", relationship.slug},
            {"format", relationship.format},
            {"name", relationship.name},
            {"role", to_text(relationship.role)},
            {"type", or_null(relationship.type)},
            {"stage", to_text(relationship.stage)},
            {"aka", relationship.aka},
            {"added", relationship.added},
            {"started", relationship.started},
            {"ends", relationship.ends},
            {"met", or_null(relationship.met)},
            {"through", or_null(relationship.through)},
            {"tags", relationship.tags},
            {"next", relationship.next},
            {"snoozed", relationship.snoozed},
            {"about", or_null(relationship.about)},
            {"values", relationship.values},
            {"contact", contact_fields(relationship.contact)},
            {"agreement", agreement_fields(relationship.agreement)},
            {"occasion", listed(relationship.occasions, occasion_fields)},
            {"goal", listed(relationship.goals, goal_fields)},
            {"milestone", listed(relationship.milestones, milestone_fields)},
            {"log", listed(relationship.log, entry_fields)},
            {"commitment", listed(relationship.commitments, commitment_fields)},
            {"question", listed(relationship.questions, question_fields)},
            {"ending", ending_fields(relationship.ending)},
            {"cadence", to_text(cadence_of(relationship, config))},
            {"last_meeting", day_of(last_meeting(relationship, config.kinds, today))},
            {"last_contact", day_of(last_contact(relationship, config.kinds, today))},
            {"next_check_in", next_check_in(relationship, config, today)}};
}

Fields history_item(const Relationship& relationship, const LogEntry& entry) {
    return joined(whose(relationship), entry_fields(entry));
}

Fields todo_item(const Relationship& relationship, const Commitment& commitment, Date today) {
    Fields fields = joined(whose(relationship), commitment_fields(commitment));
    fields.emplace_back("days", days_until(commitment.due, today));
    return fields;
}

Fields question_item(const Relationship& relationship, const Question& question) {
    return joined(whose(relationship), question_fields(question));
}

Fields prep_item(const Prep& prep, const Config& config, Date today) {
    static const Relationship nobody;
    const Relationship& it = prep.relationship ? *prep.relationship : nobody;
    const std::string cadence = to_text(cadence_of(it, config));
    return joined(person_fields(it),
                  {{"stage", to_text(it.stage)},
                   {"next", it.next},
                   {"snoozed", it.snoozed},
                   {"ends", it.ends},
                   {"cadence", cadence},
                   {"last", prep.last ? Data(entry_fields(*prep.last)) : Data()},
                   {"since", listed(prep.since, entry_fields)},
                   {"occasion", listed(prep.occasions, near_occasion_fields(today))},
                   {"about", or_null(it.about)},
                   {"values", it.values},
                   {"wins", listed(prep.wins, win_fields)},
                   {"advice", listed(prep.advice, advice_fields)},
                   {"kept_by_them", listed(prep.kept_by_them, commitment_fields)},
                   {"to_report", listed(prep.to_report, commitment_fields)},
                   {"yours", listed(prep.yours, commitment_fields)},
                   {"theirs", listed(prep.theirs, commitment_fields)},
                   {"question", listed(prep.questions, question_fields)},
                   {"goal", listed(prep.goals, goal_ahead_fields)},
                   {"contact", contact_fields(it.contact)},
                   {"agreement", agreement_fields(it.agreement)},
                   {"ending", ending_fields(it.ending)}});
}

Fields review_item(const PersonReview& person) {
    static const Relationship nobody;
    const Relationship& relationship = person.relationship ? *person.relationship : nobody;
    return joined(person_fields(relationship),
                  {{"meetings", listed(person.meetings, entry_fields)},
                   {"touches", listed(person.touches, entry_fields)},
                   {"notes", listed(person.notes, entry_fields)},
                   {"minutes", person.minutes},
                   {"wins", person.wins},
                   {"made", listed(person.made, commitment_fields)},
                   {"kept", listed(person.kept, commitment_fields)},
                   {"let_go", listed(person.let_go, commitment_fields)},
                   {"slipped", listed(person.slipped, commitment_fields)},
                   {"reached", listed(person.reached, goal_fields)},
                   {"given_up", listed(person.given_up, goal_fields)},
                   {"goals_slipped", listed(person.goals_slipped, goal_fields)},
                   {"passed", listed(person.passed, milestone_fields)}});
}

Fields check_item(const Problem& problem) {
    const Diagnostic& diagnostic = problem.diagnostic;
    const auto known = [](int position) { return position > 0 ? Data(position) : Data(); };
    return {{"file", or_null(diagnostic.file)},
            {"line", known(diagnostic.line)},
            {"column", known(diagnostic.column)},
            {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
            {"what", diagnostic.what},
            {"advice", or_null(diagnostic.advice)},
            {"mendable", problem.mendable}};
}

Fields config_item(const Setting& setting) {
    return {{"key", setting.key}, {"value", or_null(setting.value)}, {"from", setting.from}};
}

Fields guide_item(const GuideTopic& topic) {
    List terms, commands;
    for (const auto& [name, words] : topic.terms)
        terms.push_back(Fields{{"term", name}, {"what", words}});
    for (const auto& [name, words] : topic.commands)
        commands.push_back(Fields{{"command", name}, {"what", words}});
    return {{"topic", topic.name},
            {"title", topic.title},
            {"text", join(topic.paragraphs, "\n\n")},
            {"terms", std::move(terms)},
            {"commands", std::move(commands)}};
}

Report report_of(std::string schema, Date today, const Fields& sample) {
    Report report;
    report.schema = std::move(schema);
    report.today = today;
    for (const auto& [name, value] : sample)
        report.fields.push_back(name);
    return report;
}

} // namespace mentor
