// SPDX-License-Identifier: MIT
#include "core/rules/due/due.hpp"

#include "core/model/who.hpp"
#include "core/names.hpp"
#include "core/rules/due/due_rules.hpp"
#include "core/rules/due/urgency.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace mentor {

namespace {

constexpr double days_in_a_week = 7;

constexpr auto kinds = names_of<ReminderKind>({
    {ReminderKind::check_in, "check-in"},
    {ReminderKind::meeting, "meeting"},
    {ReminderKind::outreach, "outreach"},
    {ReminderKind::commitment, "commitment"},
    {ReminderKind::nudge, "nudge"},
    {ReminderKind::report, "report"},
    {ReminderKind::thanks, "thanks"},
    {ReminderKind::gift, "gift"},
    {ReminderKind::goal, "goal"},
    {ReminderKind::milestone, "milestone"},
    {ReminderKind::occasion, "occasion"},
    {ReminderKind::agreement, "agreement"},
    {ReminderKind::pulse, "pulse"},
    {ReminderKind::pause, "pause"},
    {ReminderKind::ending, "ending"},
});

constexpr auto groups = names_of<DueGroup>({
    {DueGroup::late, "late"},
    {DueGroup::today, "today"},
    {DueGroup::week, "week"},
    {DueGroup::later, "later"},
});

// Lengths have no order of their own; beside one day they do.
Days length_of(Duration duration) {
    const Date anchor = make_date(2001, 1, 1);
    return due_rules::add_within_calendar(anchor, duration) - anchor;
}

Duration default_for(Role role, const Cadence& cadence) {
    switch (role) {
    case Role::mentor:
        return cadence.mentor;
    case Role::mentee:
        return cadence.mentee;
    case Role::peer:
        return cadence.peer;
    }
    return cadence.peer;
}

bool has_tag(const Relationship& relationship, std::string_view tag) {
    const std::string folded = fold(tag);
    return std::ranges::any_of(relationship.tags,
                               [&](const std::string& own) { return fold(own) == folded; });
}

DueGroup group_of(Date on, const Calendar& calendar) {
    if (on < calendar.today) return DueGroup::late;
    if (on == calendar.today) return DueGroup::today;
    if (on <= last_of_week(calendar.today, calendar.week_starts)) return DueGroup::week;
    return DueGroup::later;
}

} // namespace

namespace due_rules {

namespace {

// To be seen to by writing, or by meeting, which begins with it.
bool asks_for_a_message(ReminderKind kind) {
    switch (kind) {
    case ReminderKind::check_in:
    case ReminderKind::outreach:
    case ReminderKind::commitment:
    case ReminderKind::nudge:
    case ReminderKind::report:
    case ReminderKind::thanks:
    case ReminderKind::occasion:
        return true;
    default:
        return false;
    }
}

// As it reads beside the name: "Ada's birthday" is "birthday".
std::string without_name(std::string what, const std::string& name) {
    for (const std::string& words : {name + "'s ", " with " + name, " to " + name}) {
        if (const auto at = what.find(words); at != std::string::npos) {
            what.erase(at, words.size());
            break;
        }
    }
    return what;
}

} // namespace

Reminder reminder(const Subject& subject, ReminderKind kind, Date on, std::string what,
                  std::string why) {
    const Relationship& relationship = subject.relationship;
    Reminder made;
    made.slug = relationship.slug;
    made.name = relationship.name;
    made.called = subject.name;
    made.role = relationship.role;
    made.stage = relationship.stage;
    made.tags = relationship.tags;
    made.kind = kind;
    if (asks_for_a_message(kind)) {
        made.hours = relationship.contact.hours;
        made.timezone = relationship.contact.timezone;
    }
    made.group = group_of(on, subject.calendar);
    made.on = on;
    made.days = static_cast<int>((on - subject.calendar.today).count());
    made.urgency = -made.days / days_in_a_week;
    made.brief = without_name(what, made.called);
    made.what = std::move(what);
    made.why = std::move(why);
    made.command = to_type("mentor show {}", relationship);
    return made;
}

std::vector<Reminder> alone(Reminder reminder) {
    std::vector<Reminder> reminders;
    reminders.push_back(std::move(reminder)); // a list in braces would copy it
    return reminders;
}

Reminder telling(Reminder reminder, std::string command) {
    reminder.command = reminder.told = std::move(command);
    return reminder;
}

Reminder patient(Reminder reminder) {
    if (reminder.group == DueGroup::late) reminder.group = DueGroup::today;
    return reminder;
}

std::string command(const Subject& subject, std::string_view verb, const std::string& id) {
    return fmt::format("mentor {} {}", verb,
                       to_type("{} {}", subject.relationship, ref_to_type(id)));
}

std::string due_in_words(Date due, const Subject& subject) {
    return fmt::format("due {}", relative(due, subject.calendar.today));
}

Date add_within_calendar(Date date, Duration duration) {
    try {
        return add(date, duration);
    } catch (const Error&) {
        return make_date(9999, 12, 31);
    }
}

Date subtract_within_calendar(Date date, Duration duration) {
    try {
        return subtract(date, duration);
    } catch (const Error&) {
        return make_date(1, 1, 1);
    }
}

} // namespace due_rules

std::string_view to_text(ReminderKind kind) {
    return kinds.text(kind);
}

const std::vector<std::string>& reminder_kind_names() {
    static const std::vector<std::string> names = kinds.list();
    return names;
}

std::string_view to_text(DueGroup group) {
    return groups.text(group);
}

const std::pair<const std::string, Duration>* find_cadence_of_tag(const Relationship& relationship,
                                                                  const Config& config) {
    const std::pair<const std::string, Duration>* shortest = nullptr;
    const Duration of_role = default_for(relationship.role, config.cadence);
    for (const auto& each : config.cadence.tags)
        if (has_tag(relationship, each.first) &&
            length_of(each.second) < length_of(shortest ? shortest->second : of_role))
            shortest = &each;
    return shortest;
}

Duration cadence_of(const Relationship& relationship, const Config& config) {
    if (relationship.stage == Stage::alumni) {
        const bool kept = relationship.ending && relationship.ending->keep;
        return kept ? *relationship.ending->keep : config.cadence.alumni;
    }
    if (relationship.agreement.every) return *relationship.agreement.every;
    const auto* of_tag = find_cadence_of_tag(relationship, config);
    return of_tag ? of_tag->second : default_for(relationship.role, config.cadence);
}

Days grace_of(const Relationship& relationship, Duration cadence, Date due) {
    // What was agreed for the meetings ended with the mentorship.
    if (relationship.agreement.grace && relationship.stage != Stage::alumni)
        return due_rules::add_within_calendar(due, *relationship.agreement.grace) - due;
    return (due_rules::add_within_calendar(due, cadence) - due) / 2;
}

namespace {

std::vector<Reminder> all_reminders(const due_rules::Subject& subject) {
    std::vector<Reminder> reminders;
    for (const auto rules : {due_rules::of_meetings, due_rules::of_outreach,
                             due_rules::of_commitments, due_rules::of_advice, due_rules::of_thanks,
                             due_rules::of_gifts, due_rules::of_goals, due_rules::of_days}) {
        std::vector<Reminder> found = rules(subject);
        std::ranges::move(found, std::back_inserter(reminders));
    }
    // Who looks further ahead than usual wants to see all.
    const Date today = subject.calendar.today, until = subject.until;
    const bool looks_far = until > due_rules::add_within_calendar(today, subject.config.within);
    std::erase_if(reminders, [&](const Reminder& reminder) {
        const bool is_far = reminder.on > until;
        return reminder.from ? *reminder.from > today && (is_far || !looks_far) : is_far;
    });
    return reminders;
}

// Whether the two say the same.
bool are_alike(const Reminder& one, const Reminder& other) {
    return one.kind == other.kind && one.id == other.id && one.on == other.on &&
           one.what == other.what && one.why == other.why;
}

} // namespace

std::vector<Reminder> reminders_of(const Relationship& relationship, const Config& config,
                                   const Calendar& calendar, Date until) {
    if (relationship.stage == Stage::declined) return {};
    return all_reminders({relationship, config, calendar, until});
}

// No rule has to know what is private: that is whatever isn't said without those words.
void mark_private(std::vector<Reminder>& reminders, const Relationship& relationship,
                  const Config& config, const Calendar& calendar, Date until) {
    std::vector<Reminder> of_open;
    const bool has_private = has_private_words(relationship);
    if (has_private)
        of_open = reminders_of(without_private_words(relationship), config, calendar, until);
    for (Reminder& reminder : reminders)
        reminder.is_private =
            has_private && std::ranges::none_of(of_open, [&](const Reminder& other) {
                return are_alike(reminder, other);
            });
}

namespace {

int rank_of(const Reminder& reminder) {
    if (reminder.time) return 0;
    if (reminder.kind == ReminderKind::meeting) return 1;
    return reminder.kind == ReminderKind::commitment ? 2 : 3;
}

} // namespace

Urgency urgency_of(const Reminder& reminder) {
    const bool is_late = reminder.group == DueGroup::late;
    const Date day = is_late ? reminder.on : reminder.on - Days{std::min(reminder.days, 0)};
    return {is_late, day, rank_of(reminder), reminder.urgency, reminder.name};
}

const Reminder* find_next_step(const std::vector<Reminder>& reminders) {
    const auto find = [&](auto fits) {
        const auto found = std::ranges::find_if(reminders, fits);
        return found == reminders.end() ? nullptr : &*found;
    };
    const auto* meeting = find([](const Reminder& reminder) {
        return reminder.kind == ReminderKind::meeting && reminder.days == 0;
    });
    if (meeting) return meeting;
    const auto* met = find([](const Reminder& reminder) {
        return reminder.kind == ReminderKind::meeting && reminder.days < 0;
    });
    if (met) return met;
    return find([](const Reminder& reminder) {
        return reminder.days <= 0 || reminder.kind != ReminderKind::outreach;
    });
}

} // namespace mentor
