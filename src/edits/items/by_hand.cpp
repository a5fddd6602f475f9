// SPDX-License-Identifier: MIT

#include "edits/items/by_hand.hpp"

#include "core/path_words.hpp"
#include "core/shell_words.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "session/editing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

using Refuse = std::function<void(const Relationship&)>;

// What is wrong with the edited text, so that it can't be saved.
std::vector<Diagnostic> faults_of(const Session& session, const std::string& text,
                                  const std::string& slug, const Refuse& refuse) {
    try {
        const Document document = Document::parse(text, slug + ".toml");
        auto faults = inspect_relationship(document, session.config.kinds, session.today());
        std::erase_if(faults,
                      [](const auto& fault) { return fault.severity == Severity::warning; });
        if (faults.empty() && refuse) refuse(decode_relationship(document, slug));
        return faults;
    } catch (const Error& error) {
        return {error.diagnostic()};
    }
}

// The faults as the copy has them, which begins in line `first` of the file.
std::vector<Diagnostic> in_copy(std::vector<Diagnostic> faults, int first) {
    for (Diagnostic& fault : faults)
        if (fault.line >= first) fault.line -= first - 1;
    return faults;
}

// The whole text with what a person leaves in the editor; nullopt where that is as it was.
std::optional<std::string> edited(Session& session, EditedFile& copy, const std::string& before,
                                  const TextRange& part, const std::string& slug,
                                  const Refuse& refuse) {
    const std::string head = before.substr(0, part.begin), tail = before.substr(part.end);
    const int first = static_cast<int>(std::ranges::count(head, '\n')) + 1;
    for (;;) {
        std::string text = copy.edit();
        if (!tail.empty() && !text.empty() && !text.ends_with('\n')) text += '\n';
        std::string after = head + text + tail;
        if (after == before) return std::nullopt;
        const auto faults = faults_of(session, after, slug, refuse);
        if (faults.empty()) return after;
        for (const Diagnostic& fault : faults)
            session.tell(fault);
        if (!copy.ask_again(in_copy(faults, first))) {
            throw Error(Exit::broken, "the edited text can't be used, and nothing was changed",
                        fmt::format("your text is kept in {}", in_line(copy.keep())));
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

} // namespace

Exit edit_by_hand(Session& session, const std::string& slug, const std::string& before,
                  const TextRange& part, const Refuse& refuse) {
    EditedFile copy(session, slug + ".toml", before.substr(part.begin, part.end - part.begin));
    const auto after = edited(session, copy, before, part, slug, refuse);
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
                                in_line(copy.keep()), shell_word(slug)));
    }
    const std::string reply = changes.empty()
                                  ? fmt::format("{}.toml says all of it already.", slug)
                                  : saved_sentence(slug, changes.front().before, before);
    session.saved(changes, {sentence(reply)});
    copy.discard();
    return Exit::done;
}

} // namespace mentor
