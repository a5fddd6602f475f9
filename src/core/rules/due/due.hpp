// SPDX-License-Identifier: MIT
//
// The due rules: from one relationship, today and the configuration to the reminders that it gives.
// Pure. A reminder says why it is there; how it looks is the report's business.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/config.hpp"
#include "core/model/relationship.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

enum class ReminderKind {
    check_in,   // the cadence says that it is time to meet, or the mentorship begins
    meeting,    // an agreed next meeting: ahead, or past and waiting for its log entry
    outreach,   // a first word without an answer: follow up once, then let go
    commitment, // a promise of yours
    nudge,      // a promise of theirs
    report,     // a promise of yours that was kept and never reported back
    thanks,     // something came of their advice, and nobody thanked them for it
    gift,       // something for them that is of no use later
    goal,       // its due day, or that nothing moved for a while
    milestone,
    occasion,
    agreement, // time to look at the agreement again
    pulse,     // time to take the pulse of the relationship
    pause,     // the day until which you paused
    ending,    // the agreed end of the mentorship
};

std::string_view to_text(ReminderKind kind); // "check-in", …
const std::vector<std::string>& reminder_kind_names();

// In the order in which `due` lists them. `week` ends where the calendar's week does.
enum class DueGroup { late, today, week, later };
std::string_view to_text(DueGroup group);

struct Reminder {
    std::string slug, name;
    std::string called; // as called() says it
    Role role = Role::mentor;
    Stage stage = Stage::active;
    std::vector<std::string> tags;
    ReminderKind kind = ReminderKind::check_in;
    DueGroup group = DueGroup::later;
    Date on;                       // the day that it is due
    std::string around;            // "in December", where only the month of `on` is known
    std::optional<Date> from;      // named from this day on, however far `due` looks
    std::optional<TimeOfDay> time; // of an agreed meeting
    int days = 0;                  // from today to `on`; negative once it has passed
    double urgency = 0; // days past `on` divided by the cadence (a week, where there is none)
    std::optional<Side> owner;   // of a commitment; who is expected to reach out, for a check-in
    bool is_private = true;      // says what others may not read, until mark_private() knows
    std::string id;              // of the commitment, goal or milestone; "" otherwise
    std::string what;            // what to do: "Time to catch up with Ada", "Send the draft"
    std::string brief;           // the same beside the name: "catch up", "Send the draft"
    std::string why;             // "last coffee 34 days ago, every 4 weeks"
    std::string command;         // what to type next: "mentor plan ada-lovelace WHEN"
    std::string when;            // when to, where that isn't now: "before you meet"
    std::string then;            // what to type after it: "mentor log ada-lovelace"
    std::string otherwise;       // what to type where the question is to be denied
    std::string hours, timezone; // when a message reaches them; "" where the reminder is for none
    std::string told;            // a command that a row of `due` tells, where it isn't plain
};

// The cadence that holds: the agreement's, else the shortest that applies of the role's and the
// tags' defaults; for alumni `ending.keep`, else the default for alumni.
Duration cadence_of(const Relationship& relationship, const Config& config);

// The tag whose default is shorter than the role's and any other tag's, with it; null where there
// is none.
const std::pair<const std::string, Duration>* find_cadence_of_tag(const Relationship& relationship,
                                                                  const Config& config);

// The days after a check-in is due in which it isn't late yet.
Days grace_of(const Relationship& relationship, Duration cadence, Date due);

// Every reminder of one relationship due on or before `until`, in no particular order.
std::vector<Reminder> reminders_of(const Relationship& relationship, const Config& config,
                                   const Calendar& calendar, Date until);

// Notes in each of those reminders whether it says what others may not read. It costs as much as
// the reminders once more, where anything is private.
void mark_private(std::vector<Reminder>& reminders, const Relationship& relationship,
                  const Config& config, const Calendar& calendar, Date until);

// The one to see to next, of sorted ones: the meeting of today before all else, then one that
// waits for its answer, then the first, but for a follow-up whose day is ahead. Null where there is
// none.
const Reminder* find_next_step(const std::vector<Reminder>& reminders);

// The agreed meeting, ahead or past, unless one was logged on that day or since.
std::optional<Moment> find_agreed(const Relationship& relationship, const Config& config,
                                  Date today);

// Whether it is time to ask whether that meeting was: it has passed, and neither pause nor snooze
// holds.
bool asks_whether_met(const Relationship& relationship, const Config& config, Date today);

// When the next check-in would be due, for `list` and `show`: the day of an agreed meeting ahead,
// else the cadence's, not before the end of a snooze; nullopt where the stage has none.
std::optional<Date> next_check_in(const Relationship& relationship, const Config& config,
                                  Date today);

} // namespace mentor
