// SPDX-License-Identifier: MIT
//
// Questions to a person at a terminal.
#include "system/line_editor.hpp"
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include "mentor/core/text.hpp"

#include <fmt/format.h>

#include <unistd.h>

namespace mentor {

namespace {

std::string shown(const Prompt& prompt) {
    const std::string question = visible(prompt.question);
    return prompt.preset.empty() ? question + " "
                                 : fmt::format("{} [{}] ", question, visible(prompt.preset));
}

std::string hint_of(const Prompt& prompt) {
    if (!prompt.hint.empty()) return prompt.hint;
    return prompt.preset.empty() ? "Enter skips this question."
                                 : "Enter takes what is in brackets.";
}

} // namespace

std::string RealHost::ask(const Prompt& prompt) {
    if (!editor_) editor_ = std::make_unique<LineEditor>();
    for (;;) {
        const std::optional<std::string> line = editor_->read(shown(prompt), prompt.candidates);
        if (!line) {
            // The shell's prompt begins on a line of its own, where there still is a terminal.
            posix::write_all(STDOUT_FILENO, "\n");
            throw Error(Exit::interrupted, "left without saving anything");
        }
        const std::string answer = trim(*line);
        if (answer.empty()) return prompt.preset;
        if (answer != "?") {
            editor_->remember(answer);
            return answer;
        }
        for (const std::string& hint : wrap(visible(hint_of(prompt)), columns()))
            write_output(hint + "\n");
    }
}

} // namespace mentor
