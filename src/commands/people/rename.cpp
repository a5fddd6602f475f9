// SPDX-License-Identifier: MIT
//
// `rename` and `remove`: the commands after which a file has another name, or none.

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

// --- rename

struct RenameOptions {
    std::string who;
    std::vector<std::string> name;
};

void declare_rename(Declaration& declaration, RenameOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.name, "NAME", "their new name");
}

Exit run_rename(Session& session, const RenameOptions& options) {
    const std::string name = trim(one_line(join(options.name, " ")));
    const std::string slug = slug_of(name);
    if (slug.empty()) {
        throw Error(Exit::usage,
                    name.empty() ? "`mentor rename` needs the new name"
                                 : fmt::format("'{}' has no letter or digit to name a file", name),
                    fmt::format("write: mentor rename {} NAME", options.who));
    }
    const std::string from = session.slug_for(options.who);
    const auto changes = session.journal.rename(from, slug, [&](const Record& record) {
        return record.document.with_value({"name"}, name);
    });
    const std::string file = slug == from ? "" : fmt::format("; the file is {}.toml", slug);
    session.saved(changes, {Paragraph{{{fmt::format("Now called {}{}.", name, file)}}}});
    return Exit::done;
}

// --- remove

struct RemoveOptions {
    std::string who;
};

void declare_remove(Declaration& declaration, RemoveOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
}

Exit run_remove(Session& session, const RemoveOptions& options) {
    const std::string slug = session.slug_for(options.who);
    const auto text = session.host.find_text(session.journal.file_of(slug));
    if (!session.confirm(fmt::format(
            "Remove {}.toml, {}?", slug,
            counted(static_cast<long>(split_lines(text.value_or("")).size()), "line")))) {
        session.say("Nothing was removed.");
        return Exit::done;
    }
    const auto changes = session.journal.remove(slug);
    session.saved(
        changes,
        {Paragraph{{{fmt::format("Removed {}.toml. To have it back: mentor undo", slug)}}}});
    return Exit::done;
}

} // namespace

const Command rename_command{
    "rename",
    Chapter::people,
    "Change someone's name, and the name of the file with it",
    "",
    &invocation_of<RenameOptions, declare_rename, run_rename>,
};

const Command remove_command{
    "remove",
    Chapter::people,
    "Take someone's file out of the journal",
    "It asks first, and `mentor undo` brings it back.",
    &invocation_of<RemoveOptions, declare_remove, run_remove>,
};

} // namespace mentor
