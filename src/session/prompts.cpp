// SPDX-License-Identifier: MIT

#include "session/prompts.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mentor {
namespace {

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

} // namespace

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
        std::size_t number = 0;
        const auto [end, fault] =
            std::from_chars(answer.data(), answer.data() + answer.size(), number);
        if (fault == std::errc() && end == answer.data() + answer.size() && number >= 1 &&
            number <= choices.size()) {
            return number - 1;
        }
        view.say(fmt::format("Type a number from 1 to {}.", choices.size()));
    }
}

bool ask_yes(View& view, const std::string& question, bool preset) {
    const std::string answer = fold(view.ask({.question = question + " (yes/no)",
                                              .preset = preset ? "yes" : "no",
                                              .hint = "",
                                              .candidates = {"yes", "no"}}));
    return answer == "y" || answer == "yes";
}

} // namespace mentor
