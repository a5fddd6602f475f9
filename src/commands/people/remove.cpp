// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::remove {
namespace {

struct Options {
    std::string who;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
}

Exit run(Session& session, const Options& options) {
    const std::string slug = session.slug_for(options.who);
    const auto text = session.host.find_text(session.journal.file_of(slug));
    if (!session.confirm(fmt::format(
            "Remove {}.toml, {}?", slug,
            counted(static_cast<long>(split_lines(text.value_or("")).size()), "line")))) {
        session.say("Nothing was removed.");
        return Exit::done;
    }
    const auto changes = session.journal.remove(slug);
    const auto copies = static_cast<long>(changes.size()) - 1;
    const std::string also =
        copies > 0 ? fmt::format(", and {} of it", counted(copies, "copy", "copies")) : "";
    session.saved(changes,
                  {sentence("Removed {}.toml{}. To have it back: mentor undo", slug, also)});
    return Exit::done;
}

} // namespace

const Command command{
    "remove",
    Chapter::people,
    "Take someone's file out of the journal",
    "It asks first, and `mentor undo` brings it back.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::remove
