// SPDX-License-Identifier: MIT
#include "core/rules/due/due_rules.hpp"
#include "core/rules/people/prospects.hpp"
#include "core/shell_words.hpp"

#include <fmt/format.h>

#include <utility>

namespace mentor {

namespace {

using due_rules::Subject;

// A prospect who was never written to is no reminder before that.
constexpr Duration until_first_word{2, Unit::week};

struct Words {
    std::string what, why;
};

Words follow_up(const Prospect& prospect, Date today) {
    return {fmt::format("Write to {} once more", called(*prospect.relationship)),
            fmt::format("you wrote {}, no answer yet; one polite follow-up",
                        relative(*prospect.since, today))};
}

Words let_go(const Prospect& prospect, Date today) {
    const std::string wrote = relative(*prospect.since, today);
    return {
        fmt::format("Let {} go for now", called(*prospect.relationship)),
        fmt::format("you wrote {}{}, no answer", prospect.outreaches > 1 ? "again " : "", wrote)};
}

Words suggest(const Prospect& prospect, Date today) {
    const std::string name = called(*prospect.relationship);
    return {fmt::format("Suggest a coffee to {}", name),
            fmt::format("you heard from {} {}, nothing planned yet", name,
                        relative(*prospect.since, today))};
}

Words begin(const Prospect& prospect, Date today) {
    return {fmt::format("Go on with {}?", called(*prospect.relationship)),
            fmt::format("you met {}; if it fits you both", relative(*prospect.since, today))};
}

// Hope without a word comes to nothing.
Words first_word(const Prospect& prospect, Date today) {
    return {fmt::format("A first word to {}", called(*prospect.relationship)),
            fmt::format("added {}, not written to yet", relative(*prospect.since, today))};
}

std::optional<Words> words_for(const Prospect& prospect, Date today) {
    switch (prospect.step) {
    case ProspectStep::follow_up:
        return follow_up(prospect, today);
    case ProspectStep::let_go:
        return let_go(prospect, today);
    case ProspectStep::suggest:
        return suggest(prospect, today);
    case ProspectStep::begin:
        return begin(prospect, today);
    case ProspectStep::research:
    case ProspectStep::write:
        if (!prospect.since) return std::nullopt;
        return first_word(prospect, today);
    case ProspectStep::none:
    case ProspectStep::prepare:
    case ProspectStep::log:
        break;
    }
    return std::nullopt;
}

} // namespace

namespace due_rules {

std::vector<Reminder> of_outreach(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    const Date today = subject.calendar.today;
    if (relationship.stage != Stage::prospect || is_snoozed(relationship, today)) return {};
    const Prospect prospect = prospect_of(relationship, subject.config, today);
    const auto words = words_for(prospect, today);
    if (!words) return {};
    const bool is_new =
        prospect.step == ProspectStep::research || prospect.step == ProspectStep::write;
    const Date on =
        is_new ? add_within_calendar(*prospect.since, until_first_word) : *prospect.step_on;
    Reminder made = reminder(subject, ReminderKind::outreach, after_snooze(relationship, on),
                             words->what, words->why);
    // Silence tells of their calendar: nobody is late.
    return {telling(patient(std::move(made)),
                    is_new ? to_type("mentor draft {} --kind outreach", relationship)
                           : command_for(prospect))};
}

} // namespace due_rules

} // namespace mentor
