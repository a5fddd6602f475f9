// SPDX-License-Identifier: MIT
#include "report/pages/fields.hpp"

#include "core/model/keys/keys.hpp"
#include "core/rules/people/occasions.hpp"

#include <fmt/format.h>

#include <cmath>
#include <type_traits>
#include <variant>

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

Data data_of(const Key& key, const Held& held) {
    if (const auto* text = std::get_if<std::string>(&held))
        return key.required ? Data(*text) : or_null(*text);
    return std::visit(
        [](const auto& value) {
            if constexpr (std::is_same_v<decltype(value), const std::monostate&>)
                return Data();
            else
                return Data(value);
        },
        held);
}

} // namespace

Fields whose(const Relationship& relationship) {
    return {{"slug", relationship.slug}, {"name", relationship.name}};
}

Fields person_fields(const Relationship& relationship) {
    return joined({whose(relationship), {{"role", to_text(relationship.role)}}});
}

Fields table_fields(const Relationship& relationship, std::string_view table) {
    Fields fields;
    for (const auto& key : relationship_keys())
        if (key.table() == table)
            fields.emplace_back(key.field(), data_of(key, key.held(relationship)));
    return fields;
}

Fields listed_fields(const Relationship& relationship) {
    Fields fields;
    for (const auto& key : relationship_keys())
        if (key.listed) fields.emplace_back(key.name, data_of(key, key.held(relationship)));
    return fields;
}

Fields rhythm_fields(const Relationship& relationship, const Config& config, Date today) {
    return {{"cadence", to_text(cadence_of(relationship, config))},
            {"last_meeting", day_of(last_meeting(relationship, config.kinds, today))},
            {"last_contact", day_of(last_contact(relationship, config.kinds, today))},
            {"next_check_in", next_check_in(relationship, config, today)}};
}

Fields occasion_fields(const Occasion& occasion) {
    return {{"what", occasion.what},
            {"on", day_text(occasion)},
            {"yearly", occasion.yearly},
            {"notice", worded(occasion.notice)}};
}

Fields entry_fields(const LogEntry& entry) {
    return {{"id", or_null(entry.id)},     {"on", entry.on},
            {"kind", entry.kind},          {"by", worded(entry.by)},
            {"minutes", entry.minutes},    {"where", or_null(entry.where)},
            {"topics", entry.topics},      {"note", or_null(entry.note)},
            {"advice", entry.advice},      {"wins", entry.wins},
            {"rating", entry.rating},      {"private", entry.is_private},
            {"goals", entry.goals},        {"scores", scores_of(entry.scores)},
            {"mark", or_null(entry.mark)}, {"recap", entry.recap}};
}

Fields kept_fields(const PromisesOfBoth& promises) {
    const auto of_side = [](const KeptPromises& side) {
        return Fields{{"kept", side.kept},
                      {"late", side.late},
                      {"let_go", side.let_go},
                      {"overdue", side.overdue},
                      {"open", side.open}};
    };
    return {{"me", of_side(promises.me)},
            {"them", of_side(promises.them)},
            {"untold", promises.untold}};
}

Fields commitment_fields(const Commitment& commitment) {
    return {{"id", or_null(commitment.id)},
            {"owner", to_text(commitment.owner)},
            {"what", commitment.what},
            {"made", commitment.made},
            {"due", commitment.due},
            {"moved", days_of(commitment.moved)},
            {"log", or_null(commitment.log)},
            {"done", commitment.done},
            {"dropped", commitment.dropped},
            {"outcome", or_null(commitment.outcome)},
            {"told", commitment.told},
            {"private", commitment.is_private},
            {"mark", or_null(commitment.mark)},
            {"open", commitment.open()}};
}

Fields advice_fields(const Advice& advice) {
    return {{"id", or_null(advice.id)},
            {"what", advice.what},
            {"on", advice.on},
            {"log", or_null(advice.log)},
            {"tried", advice.tried},
            {"verdict", worded(advice.verdict)},
            {"outcome", or_null(advice.outcome)},
            {"told", advice.told},
            {"thanked", advice.thanked},
            {"private", advice.is_private},
            {"open", advice.open()}};
}

Fields fit_fields(const Fit& fit) {
    return {{"criterion", fit.criterion}, {"words", or_null(fit.words)}};
}

Fields gift_fields(const Gift& gift) {
    return {{"id", or_null(gift.id)}, {"what", gift.what},   {"added", gift.added},
            {"by", gift.by},          {"given", gift.given}, {"private", gift.is_private},
            {"open", gift.open()}};
}

Fields question_fields(const Question& question) {
    return {{"id", or_null(question.id)},
            {"ask", question.ask},
            {"added", question.added},
            {"asked", question.asked},
            {"answer", or_null(question.answer)},
            {"private", question.is_private},
            {"open", question.open()}};
}

Fields goal_fields(const Goal& goal) {
    Fields fields;
    for (const auto& key : goal_keys())
        fields.emplace_back(key.name, data_of(key, key.held(goal)));
    fields.emplace_back("open", goal.open());
    return fields;
}

Fields milestone_fields(const Milestone& milestone) {
    return {{"id", or_null(milestone.id)}, {"goal", or_null(milestone.goal)},
            {"what", milestone.what},      {"due", milestone.due},
            {"done", milestone.done},      {"open", milestone.open()}};
}

Data ending_fields(const Relationship& relationship) {
    return relationship.ending ? Data(table_fields(relationship, "ending")) : Data();
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

Fields file_fields(const Relationship& relationship) {
    return joined({{{"slug", relationship.slug}},
                   table_fields(relationship, ""),
                   {{"contact", table_fields(relationship, "contact")},
                    {"agreement", table_fields(relationship, "agreement")},
                    {"occasion", listed(relationship.occasions, occasion_fields)},
                    {"goal", listed(relationship.goals, goal_fields)},
                    {"milestone", listed(relationship.milestones, milestone_fields)},
                    {"log", listed(relationship.log, entry_fields)},
                    {"commitment", listed(relationship.commitments, commitment_fields)},
                    {"advice", listed(relationship.advice, advice_fields)},
                    {"question", listed(relationship.questions, question_fields)},
                    {"gift", listed(relationship.gifts, gift_fields)},
                    {"fit", listed(relationship.fit, fit_fields)},
                    {"ending", ending_fields(relationship)}}});
}

Fields joined(std::initializer_list<Fields> parts) {
    Fields all;
    for (const Fields& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace mentor
