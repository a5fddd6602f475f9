// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "report/pages/todo_report.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
    bool all = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.all, "--all", "also what is done or let go");
    declare_output(declaration, options.output);
}

// `mentor todo ada Send the draft` was most likely meant to note one.
std::vector<std::string> slugs_of(Session& session, const std::vector<std::string>& who) {
    try {
        return session.slugs_for(who);
    } catch (const Error& error) {
        if (error.exit() != Exit::unknown || who.size() < 2) throw;
        Diagnostic diagnostic = error.diagnostic();
        diagnostic.advice += fmt::format("\nto note a promise: mentor todo add {} TEXT", who[0]);
        throw Error(error.exit(), diagnostic);
    }
}

Exit run(Session& session, const Options& options) {
    const auto people = for_output(session.load(slugs_of(session, options.who)), options.output);
    session.show(todo_report(people, options.all, session.today()), options.output);
    return Exit::done;
}

} // namespace

const Command todo_command{
    "todo",
    Chapter::promises,
    "What was promised by either side",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
