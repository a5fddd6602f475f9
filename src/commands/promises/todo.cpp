// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "report/pages/promises/todo_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

namespace mentor::commands::todo {
namespace {

struct Options {
    std::vector<std::string> who;
    bool all = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.all, "--all", "also what is done or let go");
}

// `mentor todo ada Send the draft` was most likely meant to note one.
std::vector<std::string> slugs_of(View& view, const std::vector<std::string>& who) {
    try {
        return view.slugs_for(who);
    } catch (const Error& error) {
        if (error.exit() != Exit::unknown || who.size() < 2) throw;
        Diagnostic diagnostic = error.diagnostic();
        diagnostic.advice += to_type("\nto note a promise: mentor todo add {} TEXT", who[0]);
        throw Error(error.exit(), diagnostic);
    }
}

Exit run(View& view, const Options& options) {
    const auto people = view.load(slugs_of(view, options.who), [](Relationship& person) {
        person.log = std::vector<LogEntry>();
    });
    view.show(todo_report(people, options.all, view.today(), view.needs()));
    return Exit::done;
}

} // namespace

const Command command{
    "todo",
    Chapter::promises,
    "What was promised by either side",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::todo
