// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "report/pages/looking/show_report.hpp"
#include "session/view.hpp"

namespace mentor::commands::show {
namespace {

struct Options {
    std::string who;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
}

Exit run(View& view, const Options& options) {
    const Relationship person = view.read(view.slug_for(options.who));
    view.show(show_report(person, view.config, view.today(), Lately::shown, view.needs()));
    return Exit::done;
}

} // namespace

const Command command{
    "show",
    Chapter::looking,
    "All that is known of one person",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::show
