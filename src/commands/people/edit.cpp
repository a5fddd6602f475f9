// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "session/editing.hpp"
#include "session/session.hpp"

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

// What is wrong with the edited text, so that it can't be saved.
std::vector<Diagnostic> faults_of(const Session& session, const std::string& text,
                                  const std::string& slug) {
    try {
        auto faults = inspect_relationship(Document::parse(text, slug + ".toml"),
                                           session.config.kinds, session.today());
        std::erase_if(faults,
                      [](const auto& fault) { return fault.severity == Severity::warning; });
        return faults;
    } catch (const Error& error) {
        return {error.diagnostic()};
    }
}

// What a person leaves in the editor; nullopt where that is the text as it was.
std::optional<std::string> edited(Session& session, EditedFile& copy, const std::string& before,
                                  const std::string& slug) {
    for (;;) {
        std::string after = copy.edit();
        if (after == before) return std::nullopt;
        const auto faults = faults_of(session, after, slug);
        if (faults.empty()) return after;
        for (const Diagnostic& fault : faults)
            session.tell(fault);
        if (!copy.ask_again(faults)) {
            throw Error(Exit::broken, "the edited text can't be used, and nothing was changed",
                        fmt::format("your text is kept in {}", copy.keep().string()));
        }
    }
}

// `was` is the file at the moment of writing, and `before` what the editor began with.
std::string saved_sentence(const std::string& slug, const std::optional<std::string>& was,
                           const std::string& before) {
    return was == before
               ? fmt::format("Saved {}.toml.", slug)
               : fmt::format("Saved {}.toml, with what other hands changed meanwhile.", slug);
}

Exit run(Session& session, const Options& options) {
    const std::string slug = session.slug_for(options.who);
    const std::string before = text_of(session, slug);
    EditedFile copy(session, slug + ".toml", before);
    const auto after = edited(session, copy, before, slug);
    if (!after) {
        copy.discard();
        session.say("Nothing was changed.");
        if (copy.came_back_at_once() && session.interactive()) {
            session.say("If your editor is still open, let it wait: mentor config editor 'code "
                        "--wait'");
        }
        return Exit::done;
    }
    std::vector<Change> changes;
    try {
        changes = session.journal.replace(slug, before, *after);
    } catch (const Error& error) {
        session.tell(error.diagnostic());
        throw Error(error.exit(), "the edited text wasn't saved",
                    fmt::format("your text is kept in {}\n"
                                "to take over from it what you want to keep: mentor edit {}",
                                copy.keep().string(), shell_word(slug)));
    }
    const std::string reply = changes.empty()
                                  ? fmt::format("{}.toml says all of it already.", slug)
                                  : saved_sentence(slug, changes.front().before, before);
    session.saved(changes, {sentence(reply)});
    copy.discard();
    return Exit::done;
}

} // namespace

const Command edit_command{
    "edit",
    Chapter::people,
    "Open someone's file in your editor",
    "The editor works on a copy: what can't be read afterwards is never saved over the file, and "
    "what other hands wrote meanwhile is kept.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
