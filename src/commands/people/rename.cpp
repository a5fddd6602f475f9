// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::rename {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> name;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.name, "NAME", "their new name");
}

Exit run(Session& session, const Options& options) {
    const std::string write = to_type("write: mentor rename {} NAME", options.who);
    const auto require_slug = [&](const std::string& name) {
        if (slug_of(name).empty())
            throw Error(Exit::usage,
                        fmt::format("'{}' has no letter or digit to name a file", name), write);
    };
    const std::string name = one_line(said_or_asked(
        session, options.name, {"What is the new name?", "", "as you would write it", {}},
        Error(Exit::usage, "`mentor rename` needs the new name", write), require_slug));
    require_slug(name);
    const std::string slug = slug_of(name);
    const std::string from = session.slug_for(options.who);
    const auto changes = session.journal.rename(from, slug, [&](const Record& record) {
        return record.document.with_value({"name"}, name);
    });
    const std::string file = slug == from ? "" : fmt::format("; the file is {}.toml", slug);
    session.saved(changes, {sentence("Now called {}{}.", name, file)});
    return Exit::done;
}

} // namespace

const Command command{
    "rename",
    Chapter::people,
    "Change someone's name, and the name of the file with it",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::rename
