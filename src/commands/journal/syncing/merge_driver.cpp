// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "journal/sync/versions.hpp"
#include "merging/merge_versions.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::merge_driver {
namespace {

struct Options {
    std::string base, mine, theirs, name;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.base, "BASE", "what both were made from: git's %O");
    declaration.argument(options.mine, "MINE",
                         "the version that the result takes the place of: %A");
    declaration.argument(options.theirs, "THEIRS", "the other version: %B");
    declaration.argument(options.name, "NAME", "the file's name in the repository: %P");
}

// gitattributes(5), "Defining a custom merge driver": 0 is a clean merge, 1 a conflict, and so is
// what is above, where nothing was merged.
Exit run(Session& session, const Options& options) {
    const auto read = [&](const std::string& file) {
        return session.host.find_text(file).value_or("");
    };
    const std::string mine = read(options.mine);
    const Versions versions{read(options.base), mine, read(options.theirs)};
    refuse_two_people(versions, options.name);
    const Woven woven =
        merge_texts(versions, options.name, [](const Collision&) { return Taken::mine; });
    for (const Collision& collision : woven.collisions)
        session.say(
            fmt::format("{}: {}; the first stays for now", options.name, words_of(collision)));
    if (*woven.text != mine) {
        const std::filesystem::path file = options.mine;
        session.host.write(
            {{session.host.canonical(file.parent_path()) / file.filename(), mine, *woven.text}});
    }
    return woven.collisions.empty() ? Exit::done : Exit::no;
}

} // namespace

const Command command{
    .name = "merge-driver",
    .chapter = Chapter::journal,
    .summary = "Bring two versions of a file together, for git",
    .details = "",
    .invocation = &invocation_of<Options, declare, run>,
    .ignores_config = true, // and git goes by the exit code
};

} // namespace mentor::commands::merge_driver
