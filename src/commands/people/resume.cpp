// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/due/due.hpp"
#include "core/shell_words.hpp"
#include "edits/people/stages.hpp"
#include "report/blocks.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::resume {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> words;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.words, "WORDS", "how you go on, for the log");
}

std::string advice_for_resume(const Relationship& relationship) {
    if (has_ended(relationship) || relationship.stage == Stage::alumni)
        return to_type("to begin another one: mentor set {} stage=active", relationship);
    if (!is_in_touch(relationship.stage))
        return to_type("where it begins after all: mentor agree {}", relationship);
    return to_type("the next meeting: mentor plan {} WHEN", relationship);
}

[[noreturn]] void refuse_resume(const Relationship& relationship) {
    throw Error(Exit::usage, where_it_stands(relationship), advice_for_resume(relationship));
}

Exit run(Session& session, const Options& options) {
    Relationship resumed;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            resumed = record.relationship;
            if (resumed.stage != Stage::paused) {
                session.settle(); // there is nothing to go on with
                refuse_resume(resumed);
            }
            resumed.stage = Stage::active;
            resumed.snoozed.reset();
            Document document = record.document.with_value({"stage"}, to_text(Stage::active));
            // Nobody is late on the day that they go on, however long it rested.
            const auto due = next_check_in(resumed, session.config, session.today());
            document = due && *due < session.today()
                           ? document.with_value({"snoozed"}, session.today())
                           : document.without({"snoozed"});
            return with_story(session, record, document, "Resumed", options.words);
        });
    Page page{sentence("You and {} go on.", resumed.name)};
    if (!resumed.next || resumed.next->date < session.today()) {
        page.push_back(suggestion("The next meeting:", to_type("mentor plan {} WHEN", resumed)));
    }
    session.saved(changes, page);
    return Exit::done;
}

} // namespace

const Command command{
    "resume", Chapter::people, "Go on after a pause", "", &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::resume
