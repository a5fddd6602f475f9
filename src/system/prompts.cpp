// SPDX-License-Identifier: MIT
//
// Questions to a person at a terminal.
#include "core/text.hpp"
#include "system/line_editor.hpp"
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unistd.h>

namespace mentor {

namespace {

// Broken between words where the window is narrow, with room for the cursor behind the last one.
std::string shown(const Prompt& prompt, std::size_t columns) {
    const std::string question = prompt.preset.empty()
                                     ? prompt.question
                                     : fmt::format("{} [{}]", prompt.question, prompt.preset);
    return join(wrap(visible(question), std::max<std::size_t>(columns, 2) - 1), "\n") + " ";
}

std::string hint_of(const Prompt& prompt) {
    if (!prompt.hint.empty()) return prompt.hint;
    return prompt.preset.empty()
               ? "Enter skips this question."
               : "Enter takes what is in brackets; the Right key brings it to the line.";
}

// What the editor may put into the line, which it shows as it is: nothing that steers a terminal.
std::vector<std::string> harmless(std::vector<std::string> candidates) {
    std::erase_if(candidates,
                  [](const auto& candidate) { return visible(candidate) != candidate; });
    return candidates;
}

} // namespace

std::string RealHost::ask(const Prompt& prompt) {
    if (!editor_) editor_ = std::make_unique<LineEditor>();
    for (;;) {
        const LineEditor::Line line =
            editor_->read({shown(prompt, columns()), harmless(prompt.candidates),
                           one_line(visible(prompt.typed)), one_line(visible(prompt.preset))});
        const bool is_end = line.end == LineEditor::End::at_end && prompt.ends;
        if (line.end != LineEditor::End::entered) {
            // What is written next begins on a line of its own, where there still is a terminal.
            posix::write_all(STDOUT_FILENO, "\n");
            if (is_end) return prompt.preset;
            if (line.signal != 0) ended_by_ = line.signal;
            throw Error(Exit::interrupted, "left without saving anything");
        }
        const std::string answer = trim(line.text);
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
