// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "report/pages/show_report.hpp"
#include "session/session.hpp"

namespace mentor {
namespace {

struct Options {
    std::string who;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declare_output(declaration, options.output);
}

Exit run(Session& session, const Options& options) {
    const Relationship person = for_output(
        session.journal.read(session.slug_for(options.who)).relationship, options.output);
    session.show(show_report(person, session.config, session.today()), options.output);
    return Exit::done;
}

} // namespace

const Command show_command{
    "show",
    Chapter::looking,
    "All that is known of one person",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
