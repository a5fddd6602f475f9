// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/keys/put.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::todo_add {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> text;
    std::optional<std::string> due;
    bool they = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.text, "TEXT", "what is promised; may end with a day: by fri");
    declaration.option(options.due, "--due", "WHEN", "by when");
    declaration.flag(options.they, "--they", "it is their promise, not yours");
}

Exit run(Session& session, const Options& options) {
    std::optional<Date> due;
    if (options.due) due = session.future(*options.due);
    const Error missing(Exit::usage, "`mentor todo add` needs the words of the promise",
                        to_type("write: mentor todo add {} Send the draft by fri", options.who));
    const Prompt prompt{"What is promised?", "", "such as: Send the draft by fri", {}};
    const auto parse = [&](const std::string& text) {
        return parse_with_due(text, session.calendar, due);
    };
    const WithDue promise = parse(said_or_asked(session, options.text, prompt, missing, parse));
    if (promise.text.empty()) throw missing;
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            name = called(record.relationship);
            Table fields{{"id", make_id(session.host, ids_of(record.relationship))},
                         {"owner", to_text(options.they ? Side::them : Side::me)},
                         {"what", promise.text},
                         {"made", session.today()}};
            put(fields, "due", promise.due);
            return record.document.with_appended("commitment", fields);
        });
    session.saved(changes,
                  {sentence("{}: {}{}.", options.they ? name + " promised" : "You promised " + name,
                            promise.text, due_words(promise))});
    return Exit::done;
}

} // namespace

const Command command{
    "todo add",
    Chapter::promises,
    "Note a promise, yours or theirs",
    "By and a day at the end of the words say when: Send the draft by fri.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::todo_add
