// SPDX-License-Identifier: MIT

#include "core/rules/prep.hpp"

#include "commands/commands.hpp"
#include "report/pages/prep_report.hpp"
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
    const Prep page = prep(person, session.config, session.today());
    session.show(prep_report(page, session.config, session.today()), options.output);
    return Exit::done;
}

} // namespace

const Command prep_command{
    "prep",
    Chapter::daily,
    "The one page before a meeting",
    "In the order in which a conversation goes: last time, what to ask after, thanks and wins, "
    "what\n"
    "came of the advice, promises of both sides, questions, goals, and what to respect. What has\n"
    "nothing to say is left out.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
