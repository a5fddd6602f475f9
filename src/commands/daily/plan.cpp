// SPDX-License-Identifier: MIT
//
// `plan` and `snooze`: one day in the file that says when to think of this person again.

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> when;
    bool clear = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.when, "WHEN", "a day, such as thu, 3w or 12 dec");
    declaration.flag(options.clear, "--clear", "take it back");
}

// Sets or clears `key` and says so.
Exit change_day(Session& session, const Options& options, std::string_view command,
                const std::string& key, const std::optional<Moment>& when,
                const std::string& message) {
    if (!options.clear && !when) {
        throw Error(Exit::usage, fmt::format("`mentor {}` needs a day", command),
                    fmt::format("write: mentor {} {} 2w", command, options.who));
    }
    if (options.clear && when) {
        throw Error(Exit::usage, "a day and --clear exclude each other", "give one");
    }
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            name = record.relationship.name;
            return options.clear ? record.document.without({key})
                                 : record.document.with_value({key}, *when);
        });
    session.saved(changes, {Paragraph{{{fmt::format(fmt::runtime(message), name)}}}});
    return Exit::done;
}

std::optional<Moment> parse_when(const Session& session, const Options& options) {
    if (options.when.empty()) return std::nullopt;
    return parse_moment(join(options.when, " "), session.calendar, Reading::future);
}

void require_ahead(const Session& session, const std::optional<Moment>& when, const char* advice) {
    if (!when || when->date >= session.today()) return;
    throw Error(Exit::usage, fmt::format("{} has passed", to_words(when->date)), advice);
}

Exit run_plan(Session& session, const Options& options) {
    const auto when = parse_when(session, options);
    require_ahead(session, when,
                  "give a day from today on; what happened already goes into: mentor log");
    return change_day(session, options, "plan", "next", when,
                      when ? fmt::format("Next meeting with {{}}: {}.", to_words(*when))
                           : "No meeting with {} is planned any more.");
}

Exit run_snooze(Session& session, const Options& options) {
    auto when = parse_when(session, options);
    require_ahead(session, when, "give a day from today on, or --clear");
    if (when) when->time.reset();
    return change_day(session, options, "snooze", "snoozed", when,
                      when ? fmt::format("No reminder to meet {{}} before {}.", to_words(*when))
                           : "Reminders to meet {} are back.");
}

} // namespace

const Command plan_command{
    "plan",
    Chapter::daily,
    "Note the next meeting that you agreed",
    "Until then no check-in is due; afterwards `mentor due` asks whether you met.",
    &invocation_of<Options, declare, run_plan>,
};

const Command snooze_command{
    "snooze",
    Chapter::daily,
    "Be reminded to meet someone only from a later day on",
    "Promises, birthdays and the rest still show.",
    &invocation_of<Options, declare, run_snooze>,
};

} // namespace mentor
