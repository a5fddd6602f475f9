// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "edits/items/by_hand.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::edit {
namespace {

struct Options {
    std::string who;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
}

// The text as it stands, whether it parses or not: `edit` is also how a broken file is mended.
std::string text_of(Session& session, const std::string& slug) {
    const auto text = session.host.find_text(session.journal.file_of(slug));
    if (!text)
        throw Error(Exit::unknown, fmt::format("there is no file {}.toml", slug),
                    "see: mentor list");
    return *text;
}

Exit run(Session& session, const Options& options) {
    const std::string slug = session.slug_for(options.who);
    const std::string text = text_of(session, slug);
    return edit_by_hand(session, slug, text, {0, text.size()});
}

} // namespace

const Command command{
    "edit",
    Chapter::people,
    "Open someone's file in your editor",
    "The editor works on a copy: what can't be read afterwards is never saved over the file, and "
    "what other hands wrote meanwhile is kept.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::edit
