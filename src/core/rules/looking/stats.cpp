// SPDX-License-Identifier: MIT
#include "core/rules/looking/stats.hpp"

#include "core/by_name.hpp"
#include "core/rules/due/due.hpp"
#include "core/rules/looking/health.hpp"
#include "core/rules/promises/thanks.hpp"
#include "core/rules/rhythm.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <type_traits>
#include <utility>

namespace mentor {
namespace {

void add_contact(Tally& tally, const Encounter& contact, const Calendar& calendar) {
    ++(contact.is_meeting ? tally.meetings : tally.touches);
    ++tally.kinds[contact.kind];
    ++tally.weeks[first_of_week(contact.on.date, calendar.week_starts)];
    if (!contact.is_meeting || !contact.minutes) return;
    tally.minutes += *contact.minutes;
    ++tally.timed;
}

KeptRhythm kept_rhythm(const Relationship& person, const Config& config, const Span& span) {
    KeptRhythm rhythm;
    if (!has_rhythm(person.stage)) return rhythm;
    for (const Beat& beat : beats_of(person, config, span.until)) {
        if (!beat.from || beat.on < span.since) continue;
        ++rhythm.of;
        if (beat.is_in_time) ++rhythm.kept;
    }
    return rhythm;
}

// The day on which it was given: its own, else that of its entry.
std::optional<Date> given_on(const Advice& advice, const Relationship& person) {
    if (advice.on || advice.log.empty()) return advice.on;
    const auto entry = std::ranges::find(person.log, advice.log, &LogEntry::id);
    return entry == person.log.end() ? std::nullopt : std::optional(entry->on.date);
}

void count(AdviceFates& fates, const Advice& advice, Date until) {
    ++fates.all;
    if (advice.open() || (advice.tried && *advice.tried > until))
        ++fates.open;
    else if (!advice.verdict)
        ++fates.tried;
    else if (advice.verdict == Verdict::worked)
        ++fates.worked;
    else if (advice.verdict == Verdict::not_for_me)
        ++fates.not_for_me;
    else
        ++fates.disagreed;
}

// Among peers a file doesn't say who advised whom; as in `health`, they you.
void count_advice(Tally& tally, const Relationship& person, const Span& span) {
    AdviceFates& fates = was_advised(person, Side::me) ? tally.received : tally.given;
    for (const Advice& advice : person.advice)
        if (span.contains(given_on(advice, person))) count(fates, advice, span.until);
}

std::vector<GoalFigures> goals_of(const Relationship& person, const Span& span) {
    std::vector<GoalFigures> goals;
    const ByGoal by_goal(person);
    for (Goal goal : person.goals) {
        if (goal.set && *goal.set > span.until) continue;
        for (auto* closed : {&goal.done, &goal.dropped})
            if (*closed && **closed > span.until) closed->reset();
        const auto& closed = goal.done ? goal.done : goal.dropped;
        if (closed && *closed < span.since) continue;
        const GoalStory story = story_of(goal, by_goal, closed.value_or(span.until));
        goals.push_back({std::move(goal), story});
    }
    return goals;
}

bool is_quiet(const Relationship& person, const Config& config, Date today) {
    const Health judged = health(person, config, today);
    return std::ranges::any_of(judged.signals, [](const Signal& signal) {
        return signal.kind() == SignalKind::contact && signal.standing == Standing::attention;
    });
}

std::optional<int> days_late(const Relationship& person, const Config& config,
                             const Calendar& calendar) {
    for (const Reminder& reminder : reminders_of(person, config, calendar, calendar.today))
        if (reminder.kind == ReminderKind::check_in && reminder.group == DueGroup::late)
            return -reminder.days;
    return std::nullopt;
}

std::optional<Drift> find_drift(const Relationship& person, const Config& config,
                                const Calendar& calendar) {
    const bool quiet = is_quiet(person, config, calendar.today);
    const auto late = days_late(person, config, calendar);
    if (!quiet && !late) return std::nullopt;
    const LogEntry* last = last_contact(person, config.kinds, calendar.today);
    return Drift{last ? std::optional(last->on.date) : std::nullopt, quiet, late};
}

void forget_what_happened(Relationship& person) {
    const auto forget = [](auto&... all) { // and give back the memory, which clear() keeps
        ((all = std::remove_reference_t<decltype(all)>()), ...);
    };
    forget(person.goals, person.milestones, person.log, person.advice, person.commitments,
           person.questions, person.gifts, person.about);
}

KeptRhythm sum(const KeptRhythm& one, const KeptRhythm& other) {
    return {one.kept + other.kept, one.of + other.of};
}

AdviceFates sum(const AdviceFates& one, const AdviceFates& other) {
    return {one.all + other.all,
            one.worked + other.worked,
            one.not_for_me + other.not_for_me,
            one.disagreed + other.disagreed,
            one.tried + other.tried,
            one.open + other.open};
}

Tally tally_of_all(const std::vector<PersonStats>& people, const Calendar& calendar) {
    Tally all;
    std::set<std::pair<std::string, Moment>> shared;
    for (const PersonStats& person : people) {
        for (const Encounter& contact : person.contacts)
            if (contact.id.empty() || shared.emplace(contact.id, contact.on).second)
                add_contact(all, contact, calendar);
        const Tally& tally = person.tally;
        all.rhythm = sum(all.rhythm, tally.rhythm);
        all.received = sum(all.received, tally.received);
        all.given = sum(all.given, tally.given);
        all.promises += tally.promises;
    }
    return all;
}

std::vector<Week> weeks_of(const Tally& all, std::optional<Date> first, const Span& span,
                           const Calendar& calendar) {
    std::vector<Week> weeks;
    if (!first) return weeks;
    Date on = first_of_week(std::max(*first, span.since), calendar.week_starts);
    for (; on <= span.until; on += Days{7}) {
        const auto found = all.weeks.find(on);
        weeks.push_back({on, found == all.weeks.end() ? 0 : found->second});
    }
    return weeks;
}

} // namespace

bool Counted::takes(const std::string& kind, const Kinds& known) const {
    return known.is_contact(kind) && (kinds.empty() || std::ranges::any_of(kinds, [&](auto& word) {
                                          return known.covers(word, kind);
                                      }));
}

PersonStats stats_of(Relationship person, const Config& config, const Calendar& calendar,
                     const Counted& counted) {
    PersonStats stats;
    const Span& span = counted.span;
    for (const LogEntry& entry : person.log) {
        if (entry.on.date > span.until || !counted.takes(entry.kind, config.kinds)) continue;
        stats.first = std::min(stats.first.value_or(entry.on.date), entry.on.date);
        if (entry.on.date < span.since) continue;
        stats.contacts.push_back(
            {entry.id, entry.on, entry.kind, config.kinds.is_meeting(entry.kind), entry.minutes});
        add_contact(stats.tally, stats.contacts.back(), calendar);
    }
    if (has_rhythm(person.stage)) stats.every = cadence_of(person, config);
    stats.tally.rhythm = kept_rhythm(person, config, span);
    stats.tally.promises = kept_promises(person, span);
    count_advice(stats.tally, person, span);
    stats.goals = goals_of(person, span);
    stats.drift = find_drift(person, config, calendar);
    forget_what_happened(person);
    stats.person = std::move(person);
    return stats;
}

Stats sum_up(std::vector<PersonStats> people, const std::vector<Introduced>& introduced,
             const Span& span, const Calendar& calendar) {
    sort_by_name(people, [](const auto& one) { return std::string_view(one.person.name); });
    Stats stats{span, {}, tally_of_all(people, calendar), {}, {}};
    std::optional<Date> first;
    std::set<std::string> slugs;
    for (const PersonStats& one : people) {
        slugs.insert(one.person.slug);
        if (one.first) first = std::min(first.value_or(*one.first), *one.first);
    }
    if (span.since == Date::min()) stats.span.since = first.value_or(span.until);
    stats.weeks = weeks_of(stats.all, first, span, calendar);
    std::ranges::copy_if(introduced, std::back_inserter(stats.introduced), [&](const auto& one) {
        return slugs.contains(one.slug) || slugs.contains(one.by_slug);
    });
    stats.people = std::move(people);
    return stats;
}

} // namespace mentor
