// SPDX-License-Identifier: MIT
#include "core/rules/people/prospects.hpp"

#include "core/names.hpp"
#include "core/rules/due/due_rules.hpp"
#include "core/shell_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mentor {
namespace {

constexpr auto progresses = names_of<Progress>({
    {Progress::answered, "answered"},
    {Progress::waiting, "waiting"},
    {Progress::to_contact, "to-contact"},
    {Progress::to_research, "to-research"},
    {Progress::declined, "declined"},
});

constexpr auto steps = names_of<ProspectStep>({
    {ProspectStep::research, "research"},
    {ProspectStep::write, "write"},
    {ProspectStep::follow_up, "follow-up"},
    {ProspectStep::let_go, "let-go"},
    {ProspectStep::suggest, "suggest"},
    {ProspectStep::prepare, "prepare"},
    {ProspectStep::log, "log"},
    {ProspectStep::begin, "begin"},
});

constexpr Days until_follow_up{7};
constexpr Days until_let_go{21}; // after one word
constexpr Days after_the_follow_up{14};

// Your words since the last sign of theirs, and that sign.
struct Exchange {
    std::vector<const LogEntry*> words; // oldest first
    const LogEntry* answer = nullptr;
};

Exchange exchange_of(const Relationship& relationship, const Kinds& kinds, Date today) {
    Exchange exchange;
    for (const std::size_t position : by_day(relationship)) {
        const LogEntry& entry = relationship.log[position];
        if (entry.on.date > today || !kinds.is_contact(entry.kind)) continue;
        if (kinds.is_meeting(entry.kind) || entry.by == Side::them)
            exchange = {{}, &entry};
        else if (kinds.class_of(entry.kind) == KindClass::outreach || !exchange.words.empty())
            exchange.words.push_back(&entry);
    }
    return exchange;
}

bool is_researched(const Relationship& relationship) {
    return !relationship.about.empty() || !relationship.values.empty() ||
           !relationship.met.empty() || !relationship.through.empty() ||
           !relationship.contact.link.empty();
}

void wait(Prospect& prospect, const std::vector<const LogEntry*>& words, Date today) {
    const Date first = words.front()->on.date, last = words.back()->on.date;
    prospect.progress = Progress::waiting;
    prospect.since = last;
    const bool followed_up = words.size() > 1;
    const Date let_go = followed_up ? last + after_the_follow_up : first + until_let_go;
    const bool ask_again = !followed_up && today < let_go;
    prospect.step = ask_again ? ProspectStep::follow_up : ProspectStep::let_go;
    prospect.step_on = ask_again ? first + until_follow_up : let_go;
}

void answer(Prospect& prospect, const LogEntry& entry, const Kinds& kinds) {
    prospect.progress = Progress::answered;
    prospect.since = prospect.step_on = entry.on.date;
    prospect.step = kinds.is_meeting(entry.kind) ? ProspectStep::begin : ProspectStep::suggest;
}

void begin(Prospect& prospect) {
    const bool ready = is_researched(*prospect.relationship);
    prospect.progress = ready ? Progress::to_contact : Progress::to_research;
    prospect.since = prospect.step_on = prospect.relationship->added;
    prospect.step = ready ? ProspectStep::write : ProspectStep::research;
}

} // namespace

std::string_view to_text(Progress progress) {
    return progresses.text(progress);
}

std::string_view to_text(ProspectStep step) {
    return steps.text(step);
}

Prospect prospect_of(const Relationship& relationship, const Config& config, Date today) {
    const Exchange exchange = exchange_of(relationship, config.kinds, today);
    Prospect prospect;
    prospect.relationship = &relationship;
    prospect.answer = exchange.answer;
    prospect.outreaches = static_cast<int>(exchange.words.size());
    if (!exchange.words.empty())
        wait(prospect, exchange.words, today);
    else if (exchange.answer)
        answer(prospect, *exchange.answer, config.kinds);
    else
        begin(prospect);
    if (const auto agreed = find_agreed(relationship, config, today)) {
        // Nobody agrees on a day without an answer, whether or not it was logged.
        prospect.progress = Progress::answered;
        prospect.step = agreed->date < today ? ProspectStep::log : ProspectStep::prepare;
        prospect.step_on = agreed->date;
    }
    if (relationship.stage == Stage::declined) {
        prospect.progress = Progress::declined;
        prospect.step = ProspectStep::none;
        prospect.step_on.reset();
    }
    return prospect;
}

std::string command_for(const Prospect& prospect) {
    const Relationship& person = *prospect.relationship;
    switch (prospect.step) {
    case ProspectStep::research:
        return to_type("mentor set {} about=TEXT", person);
    case ProspectStep::write:
        return to_type("mentor draft {} --kind outreach", person);
    case ProspectStep::follow_up:
        return to_type("mentor draft {} --kind follow-up", person);
    case ProspectStep::let_go:
        return to_type("mentor set {} stage=declined", person);
    case ProspectStep::suggest:
        return to_type("mentor plan {} WHEN", person);
    case ProspectStep::prepare:
        return to_type("mentor prep {}", person);
    case ProspectStep::log:
        return to_type("mentor log {}", person);
    case ProspectStep::begin:
        return to_type("mentor agree {}", person);
    case ProspectStep::none:
        break;
    }
    return "";
}

Introducers introducers_of(const Relationship& prospect, const std::vector<Relationship>& people,
                           const std::vector<Introduced>& introduced) {
    std::string named;
    std::set<std::string> near;
    for (const Introduced& each : introduced) {
        if (each.slug == prospect.slug) named = each.by_slug;
        if (each.by_slug == prospect.slug) near.insert(each.slug);
    }
    Introducers found;
    for (const Relationship& person : people) {
        if (!is_in_touch(person.stage)) continue;
        if (person.slug == named) found.named = &person;
        if (person.slug == named || near.contains(person.slug)) found.all.push_back(&person);
    }
    return found;
}

} // namespace mentor
