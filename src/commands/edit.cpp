// SPDX-License-Identifier: MIT

#include "editing.hpp"

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/store/decode.hpp"

#include <fmt/format.h>

namespace mentor {
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

// What is wrong with the edited text; nullopt where nothing is.
std::optional<Diagnostic> fault_of(const std::string& text, const std::string& slug) {
    try {
        decode_relationship(Document::parse(text, slug + ".toml"), slug);
        return std::nullopt;
    } catch (const Error& error) {
        return error.diagnostic();
    }
}

Exit run(Session& session, const Options& options) {
    const std::string slug = session.slug_for(options.who);
    const std::string before = text_of(session, slug);
    std::string after = before;
    EditedFile copy(session, slug + ".toml", before);
    for (;;) {
        after = copy.edit();
        const auto fault = fault_of(after, slug);
        if (!fault) break;
        session.tell(*fault);
        if (!copy.ask_again()) {
            throw Error(Exit::broken, "the edited text can't be used, and nothing was changed",
                        fmt::format("your text is kept in {}", copy.keep().string()));
        }
    }
    if (after == before) {
        copy.discard();
        session.say("Nothing was changed.");
        return Exit::done;
    }
    std::vector<Change> changes;
    try {
        changes = session.journal.replace(slug, before, after);
    } catch (const Error& error) {
        session.tell(error.diagnostic());
        throw Error(error.exit(), "the edited text wasn't saved",
                    fmt::format("your text is kept in {}", copy.keep().string()));
    }
    session.saved(changes, {Paragraph{{{fmt::format("Saved {}.toml.", slug)}}}});
    copy.discard();
    return Exit::done;
}

} // namespace

const Command edit_command{
    "edit",
    Chapter::people,
    "Open someone's file in your editor",
    "The editor works on a copy: what can't be read afterwards is never saved over the file.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
