// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/due/due.hpp"
#include "core/shell_words.hpp"
#include "edits/keys/day_ahead.hpp"
#include "edits/people/stages.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

namespace mentor::commands::plan {
namespace {

struct Options {
    DayAhead day;
    bool missed = false;
};

void declare(Declaration& declaration, Options& options) {
    declare_day_ahead(declaration, options.day);
    declaration.flag(options.missed, "--missed", "you didn't meet on the day that was planned");
}

// The meeting that didn't come about: the log remembers it, and the rhythm goes on.
Exit note_missed(Session& session, const DayAhead& options) {
    if (options.clear || !options.when.empty())
        throw Error(Exit::usage, "--missed stands alone", "plan another day in a second command");
    Relationship person;
    Date day;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            person = record.relationship;
            const auto agreed = find_agreed(person, session.config, session.today());
            if (!agreed || agreed->date > session.today())
                throw Error(
                    Exit::unknown,
                    fmt::format("no meeting with {} is waiting for its answer", called(person)),
                    to_type("take back one ahead with: mentor plan {} --clear", person));
            day = agreed->date;
            const Document document = record.document.without({"next"});
            return with_story(session, record, document,
                              fmt::format("Missed: the meeting of {}", to_words(day)), {});
        });
    session.saved(changes,
                  {sentence("You didn't meet {} on {}: noted.", called(person), to_words(day)),
                   suggestion("To plan another day:", to_type("mentor plan {} WHEN", person))});
    return Exit::done;
}

std::string what_happened(const DayAhead& options, Date passed) {
    return to_type("what happened already: mentor log {} --on {}", options.who, to_iso(passed));
}

Exit run(Session& session, const Options& options) {
    if (options.missed) return note_missed(session, options.day);
    const auto when = take_when(session, options.day, "When do you meet next?", what_happened);
    return change_day(session, options.day, "plan", "next", when,
                      when ? fmt::format("Next meeting with {{}}: {}.", to_words(*when))
                           : "No meeting with {} is planned any more.");
}

} // namespace

const Command command{
    "plan",
    Chapter::daily,
    "Note the next meeting that you agreed",
    "Until then no check-in is due; afterwards `mentor due` asks whether you met. Where you "
    "didn't, "
    "--missed notes it in the log, and the rhythm holds again.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::plan
