// SPDX-License-Identifier: MIT
#include "mentor/core/prep.hpp"

#include "core/due_rules.hpp"

#include "mentor/core/goals.hpp"

#include <algorithm>
#include <span>

namespace mentor {
namespace {

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
            if (year < occasion.year.value_or(1) || year > 9999) continue;
            if (!occasion.yearly && occasion.year && year != *occasion.year) continue;
            const Date on = due_rules::falls_on(occasion, year);
            if (on >= today - occasions_behind && on <= today + occasions_ahead)
                near.push_back({&occasion, on});
        }
    }
    std::ranges::stable_sort(near, {}, &NearOccasion::on);
    return near;
}

bool thanked_since(const Timeline& timeline, Date day) {
    return std::ranges::any_of(timeline.entries, [&](const LogEntry* entry) {
        return entry->kind == "thanks" && entry->on.date >= day;
    });
}

std::vector<std::string> if_known(const std::string& id) {
    return id.empty() ? std::vector<std::string>{} : std::vector{id};
}

std::vector<Win> wins_of(const Relationship& relationship, const Timeline& timeline,
                         const LogEntry* last, Date today) {
    std::vector<Win> wins;
    for (const LogEntry* entry : timeline.since_last()) {
        if (entry->kind == "thanks" || entry->kind == "congrats") continue;
        for (const std::string& win : entry->wins)
            wins.push_back({entry->on.date, win, WinOf::entry, entry->id, "", entry->goals});
    }
    // The closing conversation held the goals against what came of them.
    const auto ended = relationship.ending ? relationship.ending->on : std::nullopt;
    const auto is_news = [&](const std::optional<Date>& day) {
        return day && *day <= today && (!last || *day > last->on.date) && (!ended || *day > *ended);
    };
    for (const Goal& goal : relationship.goals)
        if (is_news(goal.done))
            wins.push_back(
                {*goal.done, goal.title, WinOf::goal, goal.id, goal.outcome, if_known(goal.id)});
    for (const Milestone& milestone : relationship.milestones)
        if (is_news(milestone.done))
            wins.push_back({*milestone.done, milestone.what, WinOf::milestone, milestone.id, "",
                            if_known(milestone.goal)});
    std::ranges::stable_sort(wins, {}, &Win::on);
    return wins;
}

// A mentor advises you, and you a mentee; among peers it goes both ways.
bool was_advised(const Relationship& relationship, Side side) {
    switch (relationship.role) {
    case Role::mentor:
        return side == Side::me;
    case Role::mentee:
        return side == Side::them;
    case Role::peer:
        break;
    }
    return true;
}

// A win after the advice may be owed to it, unless the two are about different goals.
bool may_have_led_to(const LogEntry& advice, const Win& win) {
    if (win.on < advice.on.date) return false;
    return advice.goals.empty() || win.goals.empty() ||
           std::ranges::find_first_of(advice.goals, win.goals) != advice.goals.end();
}

bool wants_thanks(const AdviceTaken& advice, const std::vector<Win>& wins,
                  const Relationship& relationship, const Timeline& timeline) {
    if (relationship.role == Role::mentee) return false;
    const auto unthanked = [&](Date day) { return !thanked_since(timeline, day); };
    const bool kept = std::ranges::any_of(advice.led_to, [&](const Commitment* one) {
        return one->owner == Side::me && one->done && unthanked(*one->done);
    });
    return kept || std::ranges::any_of(wins, [&](const Win& win) {
               return may_have_led_to(*advice.entry, win) && unthanked(win.on);
           });
}

std::vector<AdviceTaken> advice_of(const Relationship& relationship, const Timeline& timeline,
                                   const std::vector<Win>& wins) {
    std::vector<AdviceTaken> all;
    for (const LogEntry* entry : timeline.since_previous()) {
        if (entry->advice.empty()) continue;
        AdviceTaken advice{entry, {}, false};
        for (const Commitment& one : relationship.commitments) {
            if (!entry->id.empty() && one.log == entry->id && was_advised(relationship, one.owner))
                advice.led_to.push_back(&one);
        }
        advice.wants_thanks = wants_thanks(advice, wins, relationship, timeline);
        all.push_back(std::move(advice));
    }
    return all;
}

void add_promises(Prep& prep, const Timeline& timeline) {
    for (const Commitment& one : prep.relationship->commitments) {
        const bool mine = one.owner == Side::me;
        if (one.open()) (mine ? prep.yours : prep.theirs).push_back(&one);
        if (!one.done || one.dropped) continue;
        if (mine) {
            if (!one.told) prep.to_report.push_back(&one);
        } else if ((!prep.last || *one.done > prep.last->on.date) &&
                   !thanked_since(timeline, *one.done)) {
            prep.kept_by_them.push_back(&one);
        }
    }
    for (auto* promises : {&prep.yours, &prep.theirs})
        std::ranges::stable_sort(*promises, due_first, &Commitment::due);
}

} // namespace

std::string_view to_text(WinOf of) {
    switch (of) {
    case WinOf::entry:
        return "log";
    case WinOf::goal:
        return "goal";
    case WinOf::milestone:
        break;
    }
    return "milestone";
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
    made.advice = advice_of(relationship, timeline, made.wins);
    add_promises(made, timeline);
    for (const Question& question : relationship.questions)
        if (question.open()) made.questions.push_back(&question);
    for (const Goal& goal : relationship.goals)
        if (goal.open())
            made.goals.push_back({&goal, progress_of(goal, relationship, today).next()});
    std::ranges::stable_sort(made.goals, due_first,
                             [](const GoalAhead& each) { return each.goal->due; });
    return made;
}

} // namespace mentor
