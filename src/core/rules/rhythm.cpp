// SPDX-License-Identifier: MIT
#include "core/rules/rhythm.hpp"

#include "core/rules/due/due_rules.hpp"

#include <set>

namespace mentor {
namespace {

constexpr std::size_t many_meetings = 4; // a month of weeks where one meeting was agreed
constexpr std::size_t many_days = 3;     // running
constexpr Days a_week{7};

template<class Wanted>
std::set<Date> days_of(const Relationship& relationship, Date today, Wanted wanted) {
    std::set<Date> days;
    for (const LogEntry& entry : relationship.log)
        if (entry.on.date <= today && wanted(entry)) days.insert(entry.on.date);
    return days;
}

Rush rush_of(RushOf of, const std::set<Date>& days) {
    return {of, static_cast<int>(days.size()), *days.begin(), *days.rbegin()};
}

// The last of the days that follow each other without a gap.
std::set<Date> running(const std::set<Date>& days) {
    std::set<Date> last;
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        if (!last.empty() && *day + Days{1} != *last.begin()) break;
        last.insert(*day);
    }
    return last;
}

// Those that make the rhythm.
std::set<Date> days_in_touch(const Relationship& relationship, const Kinds& kinds, Date until) {
    const auto& ending = relationship.ending;
    const bool alumni = relationship.stage == Stage::alumni;
    const Date from = alumni && ending ? ending->on.value_or(Date::min()) : Date::min();
    return days_of(relationship, until, [&](const LogEntry& entry) {
        const bool counts = alumni ? kinds.is_contact(entry.kind) : kinds.is_meeting(entry.kind);
        return counts && entry.on.date >= from;
    });
}

} // namespace

std::vector<Beat> beats_of(const Relationship& relationship, const Config& config, Date until) {
    std::vector<Beat> beats;
    std::optional<Date> before;
    for (const Date day : days_in_touch(relationship, config.kinds, until)) {
        const bool in_time = before && day <= late_after(*before, relationship, config);
        beats.push_back({day, before, in_time});
        before = day;
    }
    return beats;
}

Date late_after(Date day, const Relationship& relationship, const Config& config) {
    const Duration cadence = cadence_of(relationship, config);
    const Date due = due_rules::add_within_calendar(day, cadence);
    return due + grace_of(relationship, cadence, due);
}

std::optional<Rush> find_rush(const Relationship& relationship, const Config& config, Date today) {
    const Duration cadence = cadence_of(relationship, config);
    const Date one_cadence_ago = due_rules::subtract_within_calendar(today, cadence);
    const auto met = days_of(relationship, today, [&](const LogEntry& entry) {
        return entry.on.date > one_cadence_ago && config.kinds.is_meeting(entry.kind);
    });
    if (met.size() >= many_meetings) return rush_of(RushOf::meetings, met);

    if (today - one_cadence_ago <= a_week) return std::nullopt;
    const auto reached_out_since = [&](Date from) {
        return days_of(relationship, today, [&](const LogEntry& entry) {
            return entry.on.date >= from && entry.by != Side::them &&
                   config.kinds.is_contact(entry.kind);
        });
    };
    if (reached_out_since(today - Days{1}).empty()) return std::nullopt; // as nearly always
    const auto reached_out = running(reached_out_since(Date::min()));
    if (reached_out.size() < many_days) return std::nullopt;
    return rush_of(RushOf::contacts, reached_out);
}

} // namespace mentor
