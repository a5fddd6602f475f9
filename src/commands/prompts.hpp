// SPDX-License-Identifier: MIT
//
// Questions on the terminal that are asked again until the answer can be understood. Enter skips;
// what leaves (Ctrl-C, Ctrl-D) is an Error(interrupted) from the host, before anything is written.
#pragma once

#include "mentor/commands/session.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor {

// The answer as `parse` understands it; nullopt for an empty one. A refusal of `parse` is told, and
// the question asked again.
template<class Parse>
auto ask_for(Session& session, const Prompt& prompt, Parse parse)
    -> std::optional<decltype(parse(std::string()))> {
    for (;;) {
        const std::string answer = session.host.ask(prompt);
        if (answer.empty()) return std::nullopt;
        try {
            return parse(answer);
        } catch (const Error& error) {
            if (error.exit() == Exit::interrupted) throw;
            session.tell(error.diagnostic());
        }
    }
}

// A line of text as it was typed; "" for none.
std::string ask_text(Session& session, std::string question, std::string hint);

// One of `choices`; another word is refused with the nearest. "" for none.
std::string ask_choice(Session& session, std::string question, std::string preset, std::string hint,
                       std::vector<std::string> choices);

// The same question until it is skipped: every answer, as `parse` understands it.
template<class Parse>
auto ask_many(Session& session, Prompt prompt, const std::string& again, Parse parse)
    -> std::vector<decltype(parse(std::string()))> {
    std::vector<decltype(parse(std::string()))> answers;
    while (auto answer = ask_for(session, prompt, parse)) {
        answers.push_back(std::move(*answer));
        prompt.question = again;
    }
    return answers;
}

} // namespace mentor
