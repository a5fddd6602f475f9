// SPDX-License-Identifier: MIT
//
// A relationship built in a sentence, and what `due` says about it in one line a reminder, for the
// tests of the domain.
#pragma once

#include "core/rules/due/urgency.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor::testing {

inline Date day(std::string_view iso) {
    return find_iso_date(iso).value();
}

// Starts as Ada, an active mentor about whom nothing else is known.
struct Person : Relationship {
    explicit Person(std::string full_name = "Ada Lovelace") {
        name = std::move(full_name);
        slug = slug_of(name);
    }

    Person& is(Role its_role, Stage its_stage = Stage::active) {
        role = its_role;
        stage = its_stage;
        return *this;
    }
    Person& is(Stage its_stage) { return is(role, its_stage); }
    Person& added_on(std::string_view on) {
        added = day(on);
        return *this;
    }
    Person& started_on(std::string_view on) {
        started = day(on);
        return *this;
    }
    Person& ends_on(std::string_view on) {
        ends = day(on);
        return *this;
    }
    Person& every(int count, Unit unit) {
        agreement.every = Duration{count, unit};
        return *this;
    }
    Person& grace(int count, Unit unit) {
        agreement.grace = Duration{count, unit};
        return *this;
    }
    Person& initiated_by(Side side) {
        agreement.initiates = side;
        return *this;
    }
    Person& met_on(std::string_view on, std::string kind = "coffee") {
        LogEntry entry;
        entry.on.date = day(on);
        entry.kind = std::move(kind);
        return logged(std::move(entry));
    }
    Person& logged(LogEntry entry) {
        log.push_back(std::move(entry));
        return *this;
    }
    Person& agreed_next(std::string_view on, std::optional<TimeOfDay> time = {}) {
        next = Moment{day(on), time};
        return *this;
    }
    Person& snoozed_until(std::string_view on) {
        snoozed = day(on);
        return *this;
    }
    Person& ended_on(std::string_view on, std::optional<Duration> keep = {}) {
        stage = Stage::alumni;
        ending.emplace();
        ending->on = day(on);
        ending->keep = keep;
        return *this;
    }
    Person& promised(Commitment commitment) {
        commitments.push_back(std::move(commitment));
        return *this;
    }
    Person& aims_for(Goal goal) {
        goals.push_back(std::move(goal));
        return *this;
    }
    Person& with_step(Milestone milestone) {
        milestones.push_back(std::move(milestone));
        return *this;
    }
    Person& keeps(std::string what, int month, std::optional<int> on, std::optional<int> year = {},
                  bool yearly = true) {
        Occasion& occasion = occasions.emplace_back();
        occasion.what = std::move(what);
        occasion.month = month;
        occasion.day = on;
        occasion.year = year;
        occasion.yearly = yearly;
        return *this;
    }
};

inline Commitment promise(Side owner, std::string what, std::string_view due) {
    Commitment promised;
    promised.owner = owner;
    promised.what = std::move(what);
    promised.due = day(due);
    return promised;
}

inline Goal goal(std::string id, std::string title, std::string_view due) {
    Goal aim;
    aim.id = std::move(id);
    aim.title = std::move(title);
    aim.due = day(due);
    return aim;
}

inline std::string said(const Reminder& reminder) {
    return fmt::format("{} {} {}: {} ({})", to_iso(reminder.on), to_text(reminder.group),
                       to_text(reminder.kind), reminder.what, reminder.why);
}

// The pulse comes round with everyone; only its own tests ask for it.
enum class Pulses { hidden, shown };

inline std::vector<Reminder> reminders(const Relationship& relationship, std::string_view today,
                                       int within = 7, const Config& config = {},
                                       Pulses pulses = Pulses::hidden) {
    const Calendar calendar{day(today), config.week_starts};
    std::vector<Reminder> found =
        reminders_of(relationship, config, calendar, day(today) + Days{within});
    if (pulses == Pulses::hidden)
        std::erase_if(found, [](const auto& one) { return one.kind == ReminderKind::pulse; });
    sort_by_urgency(found);
    return found;
}

// The reminders within so many days, most urgent first, a line each; "" when nothing is due.
inline std::string due(const Relationship& relationship, std::string_view today, int within = 7,
                       const Config& config = {}) {
    std::vector<std::string> lines;
    for (const Reminder& reminder : reminders(relationship, today, within, config))
        lines.push_back(said(reminder));
    return join(lines, "\n");
}

} // namespace mentor::testing
