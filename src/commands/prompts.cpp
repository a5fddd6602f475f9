// SPDX-License-Identifier: MIT

#include "prompts.hpp"

#include "mentor/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {

std::string ask_text(Session& session, std::string question, std::string hint) {
    return session.host.ask(
        {.question = std::move(question), .preset = "", .hint = std::move(hint), .candidates = {}});
}

std::string ask_choice(Session& session, std::string question, std::string preset, std::string hint,
                       std::vector<std::string> choices) {
    const Prompt prompt{std::move(question), std::move(preset), std::move(hint), choices};
    const auto chosen = ask_for(session, prompt, [&](const std::string& answer) {
        for (const auto& choice : choices) {
            if (fold(choice) == fold(answer)) return choice;
        }
        const auto near = nearest(answer, choices);
        throw Error(Exit::usage, fmt::format("'{}' isn't one of the answers", answer),
                    near.empty() ? fmt::format("one of: {}", join(choices, ", "))
                                 : fmt::format("did you mean {}?", join(near, " or ")));
    });
    return chosen.value_or("");
}

} // namespace mentor
