// SPDX-License-Identifier: MIT

#include "session/prompts.hpp"

#include "core/near_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mentor {

std::string parse_choice(const std::string& answer, const std::vector<std::string>& choices) {
    std::vector<std::string> begun;
    for (const auto& choice : choices) {
        if (fold(choice) == fold(answer)) return choice;
        if (fold(choice).starts_with(fold(answer))) begun.push_back(choice);
    }
    if (begun.size() == 1) return begun.front();
    const auto near = begun.empty() ? nearest(answer, choices) : begun;
    throw Error(Exit::usage, fmt::format("'{}' isn't one of the answers", answer),
                near.empty() ? fmt::format("one of: {}", join(choices, ", "))
                             : fmt::format("did you mean {}?", join(near, " or ")));
}

void say_how_to_answer(View& view) {
    view.say(
        Page{sentence("Enter skips a question, ? explains it, Ctrl-C leaves with nothing written.",
                      Style::quiet)});
}

std::optional<std::string> ask_choice(View& view, const Prompt& prompt) {
    return ask_for(view, prompt, [&](const std::string& answer) {
        return parse_choice(answer, prompt.candidates);
    });
}

std::size_t ask_number(View& view, const std::string& question,
                       const std::vector<std::string>& choices) {
    for (std::size_t i = 0; i < choices.size(); ++i)
        view.say(fmt::format("{:>4}  {}", i + 1, choices[i]));
    for (;;) {
        const std::string answer =
            view.ask({.question = question,
                      .preset = "",
                      .hint = "type the number of one of them, or nothing to leave",
                      .candidates = {}});
        if (answer.empty()) throw Error(Exit::interrupted, "nobody was chosen");
        const auto number = find_number(answer);
        if (number && *number >= 1 && *number <= choices.size()) return *number - 1;
        view.say(fmt::format("Type a number from 1 to {}.", choices.size()));
    }
}

std::optional<std::string> ask_text(View& view, const Prompt& prompt) {
    return ask_for(view, prompt, [](const std::string& answer) { return answer; });
}

bool ask_yes(View& view, const std::string& question, bool preset) {
    const Prompt prompt{.question = question + " (yes/no)",
                        .preset = preset ? "yes" : "no",
                        .hint = "",
                        .candidates = {"yes", "no"}};
    return ask_choice(view, prompt).value_or(prompt.preset) == "yes";
}

} // namespace mentor
