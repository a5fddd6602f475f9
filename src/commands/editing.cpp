// SPDX-License-Identifier: MIT

#include "editing.hpp"

#include "prompts.hpp"

#include <fmt/format.h>

namespace mentor {

EditedFile::EditedFile(Session& session, std::string ending, std::string text)
    : session_(session), text_(std::move(text)), file_(session.host.make_temporary(ending, text_)) {
}

std::string EditedFile::edit() {
    auto words = session_.editor().words;
    const std::string program = words.front();
    words.push_back(file_.string());
    const int status = session_.host.run(words, std::nullopt);
    const std::string text = session_.host.find_text(file_).value_or(text_);
    if (status == 0) return text;
    if (text == text_) discard();
    const std::string kept =
        text == text_ ? "" : fmt::format("; your text is kept in {}", file_.string());
    if (status == 127) {
        throw Error(Exit::system, fmt::format("the editor {} can't be found", program),
                    "name one that is here, such as: mentor config editor vi; or set EDITOR");
    }
    throw Error(Exit::system, fmt::format("the editor {} ended with {}", program, status),
                "nothing was changed" + kept);
}

bool EditedFile::ask_again() {
    // Not a confirmation: --yes would open the same text for ever.
    if (!session_.interactive()) return false;
    try {
        return ask_yes(session_, "Open it again?", true);
    } catch (const Error&) {
        session_.say(fmt::format("Your text is kept in {}", file_.string()));
        throw;
    }
}

void EditedFile::discard() {
    session_.host.remove(file_);
}

} // namespace mentor
