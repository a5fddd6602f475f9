// SPDX-License-Identifier: MIT
#include "core/rules/prep.hpp"

#include "core/names.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/rules/promises/thanks.hpp"

#include <algorithm>
#include <span>

namespace mentor {
namespace {

constexpr auto tables = names_of<WinOf>(
    {{WinOf::entry, "log"}, {WinOf::goal, "goal"}, {WinOf::milestone, "milestone"}});

constexpr Days occasions_ahead{35};
constexpr Days occasions_behind{14};

using Entries = std::span<const LogEntry* const>;

// The log up to today, cut where the last two meetings stand.
struct Timeline {
    std::vector<const LogEntry*> entries; // oldest first
    std::size_t after_last = 0;           // where what followed the last meeting begins
    std::size_t after_previous = 0;       // the same for the meeting before it
    Entries since_last() const { return Entries(entries).subspan(after_last); }
    Entries since_previous() const { return Entries(entries).subspan(after_previous); }
};

Timeline timeline_of(const Relationship& relationship, const LogEntry* last, const Kinds& kinds,
                     Date today) {
    Timeline timeline;
    for (const std::size_t position : by_day(relationship)) {
        const LogEntry& entry = relationship.log[position];
        if (entry.on.date > today) continue;
        const bool before_last = last && timeline.after_last == 0;
        timeline.entries.push_back(&entry);
        if (&entry == last)
            timeline.after_last = timeline.entries.size();
        else if (before_last && kinds.is_meeting(entry.kind))
            timeline.after_previous = timeline.entries.size();
    }
    return timeline;
}

bool due_first(const std::optional<Date>& left, const std::optional<Date>& right) {
    return left.value_or(Date::max()) < right.value_or(Date::max());
}

std::vector<NearOccasion> occasions_of(const Relationship& relationship, Date today) {
    std::vector<NearOccasion> near;
    for (const Occasion& occasion : relationship.occasions) {
        // A day in January is near in December, and the other way round.
        for (int year = year_of(today) - 1; year <= year_of(today) + 1; ++year) {
            const auto first = day_in(year, occasion), last = last_day_in(year, occasion);
            if (first && *last >= today - occasions_behind && *first <= today + occasions_ahead)
                near.push_back({&occasion, std::clamp(today, *first, *last)});
        }
    }
    std::ranges::stable_sort(near, {}, &NearOccasion::on);
    return near;
}

std::vector<Win> wins_of(const Relationship& relationship, const Timeline& timeline,
                         const LogEntry* last, Date today) {
    std::vector<Win> wins;
    for (const LogEntry* entry : timeline.since_last()) {
        if (!tells_wins(*entry)) continue;
        for (const std::string& win : entry->wins)
            wins.push_back({entry->on.date, win, WinOf::entry, entry->id, ""});
    }
    // The closing conversation held the goals against what came of them.
    const auto ended = relationship.ending ? relationship.ending->on : std::nullopt;
    const auto is_news = [&](const std::optional<Date>& day) {
        return day && *day <= today && (!last || *day > last->on.date) && (!ended || *day > *ended);
    };
    for (const Goal& goal : relationship.goals)
        if (is_news(goal.done))
            wins.push_back({*goal.done, goal.title, WinOf::goal, goal.id, goal.outcome});
    for (const Milestone& milestone : relationship.milestones)
        if (is_news(milestone.done))
            wins.push_back({*milestone.done, milestone.what, WinOf::milestone, milestone.id, ""});
    std::ranges::stable_sort(wins, {}, &Win::on);
    return wins;
}

bool stands_in(const Advice& advice, const LogEntry& entry) {
    return advice.on == entry.on.date && advice.log == entry.id &&
           std::ranges::find(entry.advice, advice.what) != entry.advice.end();
}

std::vector<AdviceTaken> advice_of(const Relationship& relationship, const Timeline& timeline,
                                   Date today) {
    const std::vector<OwedThanks> owed = owed_thanks(relationship, today);
    std::vector<AdviceTaken> all;
    for (const LogEntry* entry : timeline.since_previous()) {
        if (entry->advice.empty()) continue;
        AdviceTaken advice{entry, {}, false};
        for (const Commitment& one : relationship.commitments) {
            if (!entry->id.empty() && one.log == entry->id && was_advised(relationship, one.owner))
                advice.led_to.push_back(&one);
        }
        advice.wants_thanks = std::ranges::find(owed, entry, &OwedThanks::advice) != owed.end();
        advice.is_tried = std::ranges::any_of(relationship.advice, [&](const Advice& one) {
            return !one.open() && stands_in(one, *entry);
        });
        all.push_back(std::move(advice));
    }
    return all;
}

// A promise that was made of it and kept is a trial of it.
bool led_to_something(const Relationship& relationship, const Advice& advice) {
    return std::ranges::any_of(relationship.commitments, [&](const Commitment& one) {
        return !advice.log.empty() && one.log == advice.log && one.done &&
               was_advised(relationship, one.owner);
    });
}

// What was tried, for the one who was advised to report; and the newest of what still waits, where
// it isn't on the page already.
void add_advice(Prep& prep, Date today) {
    constexpr std::size_t most_to_try = 3;
    const Relationship& relationship = *prep.relationship;
    for (const Advice& one : relationship.advice) {
        if (one.on.value_or(today) > today) continue;
        const bool stands = std::ranges::any_of(
            prep.advice, [&](const AdviceTaken& taken) { return stands_in(one, *taken.entry); });
        // Nobody kept book of what became of that in older files.
        const bool waits = one.open() && !one.in_entry && !led_to_something(relationship, one);
        if (waits && !stands) prep.to_try.push_back(&one);
        if (!one.open() && !one.told && !one.thanked && relationship.role != Role::mentee)
            prep.tried.push_back(&one);
    }
    std::ranges::stable_sort(prep.to_try, std::ranges::greater(), &Advice::on);
    if (prep.to_try.size() > most_to_try) prep.to_try.resize(most_to_try);
}

void add_promises(Prep& prep, Date today) {
    const auto thanked = last_thanks(*prep.relationship, today);
    for (const Commitment& one : prep.relationship->commitments) {
        const bool mine = one.owner == Side::me;
        if (one.open()) (mine ? prep.yours : prep.theirs).push_back(&one);
        if (!one.done || one.dropped) continue;
        if (mine) {
            if (!one.told) prep.to_report.push_back(&one);
        } else if ((!prep.last || *one.done > prep.last->on.date) &&
                   (!thanked || *thanked < *one.done)) {
            prep.kept_by_them.push_back(&one);
        }
    }
    for (auto* promises : {&prep.yours, &prep.theirs})
        std::ranges::stable_sort(*promises, due_first, &Commitment::due);
}

} // namespace

std::string_view to_text(WinOf of) {
    return tables.text(of);
}

Prep prep(const Relationship& relationship, const Config& config, Date today) {
    Prep made;
    made.relationship = &relationship;
    made.last = last_meeting(relationship, config.kinds, today);
    const Timeline timeline = timeline_of(relationship, made.last, config.kinds, today);

    for (const LogEntry* entry : timeline.since_last())
        if (config.kinds.is_contact(entry->kind)) made.since.push_back(entry);
    made.occasions = occasions_of(relationship, today);
    made.wins = wins_of(relationship, timeline, made.last, today);
    made.advice = advice_of(relationship, timeline, today);
    add_advice(made, today);
    add_promises(made, today);
    for (const Question& question : relationship.questions)
        if (question.open()) made.questions.push_back(&question);
    for (const Gift& gift : relationship.gifts)
        if (gift.open() && !gift.is_too_late(today)) made.gifts.push_back(&gift);
    const ByGoal by_goal(relationship);
    for (const Goal& goal : relationship.goals)
        if (goal.open()) made.goals.push_back({&goal, progress_of(goal, by_goal, today).next()});
    std::ranges::stable_sort(made.goals, due_first,
                             [](const GoalAhead& each) { return each.goal->due; });
    return made;
}

} // namespace mentor
