// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "edits/people/stages.hpp"
#include "report/blocks.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::pause {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> why;
    std::optional<std::string> until;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.why, "WHY", "why, for the log");
    declaration.option(options.until, "--until", "WHEN", "when you want to think of it again");
}

std::optional<Date> parse_until(const Session& session, const Options& options) {
    if (!options.until) return std::nullopt;
    const Date until = session.future(*options.until);
    if (until > session.today()) return until;
    throw Error(Exit::usage,
                fmt::format("a pause until {} is over before it begins", to_words(until)),
                "give a day from tomorrow on, or none");
}

std::string advice_for_pause(const Relationship& relationship) {
    switch (relationship.stage) {
    case Stage::prospect:
        return to_type("to let it go: mentor set {} stage=declined", relationship);
    case Stage::alumni:
        return to_type("to say hello only later: mentor snooze {} 6mo", relationship);
    case Stage::declined:
        return to_type("what is known of them: mentor show {}", relationship);
    default:
        return to_type("to say until when: mentor pause {0} --until 2mo\n"
                       "to go on: mentor resume {0}",
                       relationship);
    }
}

void refuse_pause(const Relationship& relationship, bool gives_day) {
    if (is_under_way(relationship.stage) || (relationship.stage == Stage::paused && gives_day))
        return;
    throw Error(Exit::usage, where_it_stands(relationship), advice_for_pause(relationship));
}

Exit run(Session& session, const Options& options) {
    const auto until = parse_until(session, options);
    const std::string what = until ? fmt::format("Paused until {}", to_words(*until)) : "Paused";
    Relationship paused;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            paused = record.relationship;
            refuse_pause(paused, until.has_value());
            Document document = record.document.with_value({"stage"}, to_text(Stage::paused));
            document =
                until ? document.with_value({"snoozed"}, *until) : document.without({"snoozed"});
            return with_story(session, record, document, what, options.why);
        });
    Page page{sentence("Your mentorship with {} rests{}.", paused.name,
                       until ? " until " + to_words(*until) : "")};
    if (has_meeting_ahead(paused, session.today())) {
        page.push_back(suggestion(
            fmt::format("You meet on {} all the same; to call it off:", to_words(*paused.next)),
            to_type("mentor plan {} --clear", paused)));
    }
    page.push_back(until ? suggestion("To go on:", to_type("mentor resume {}", paused))
                         : suggestion("A day to think of it again:",
                                      to_type("mentor pause {} --until 2mo", paused)));
    session.saved(changes, page);
    return Exit::done;
}

} // namespace

const Command command{
    "pause",
    Chapter::people,
    "Let a mentorship rest for a while",
    "No check-in is due until you go on. Promises, birthdays and an agreed meeting still show, and "
    "the log keeps why. Given once more, --until changes the day.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::pause
