// SPDX-License-Identifier: MIT
//
// Questions on the terminal that are asked again until the answer can be understood. Enter skips
// those that can do without; what leaves (Ctrl-C, Ctrl-D) is an Error(interrupted) from the host,
// before anything is written.
#pragma once

#include "core/text.hpp"
#include "session/view.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor {

// Says on standard error how questions are answered, before the first of several.
void say_how_to_answer(View& view);

// Tells the refusal; the answer stands on the line again. What leaves goes on leaving.
void refuse(View& view, Prompt& prompt, const std::string& answer, const Error& error);

// The answer as `parse` understands it; nullopt for an empty one. A refusal of `parse` is told, and
// the question asked again.
template<class Parse>
auto ask_for(View& view, const Prompt& prompt, Parse parse)
    -> std::optional<decltype(parse(std::string()))> {
    Prompt again = prompt;
    for (;;) {
        const std::string answer = one_line(view.ask(again));
        if (answer.empty()) return std::nullopt;
        try {
            return parse(answer);
        } catch (const Error& error) {
            refuse(view, again, answer, error);
        }
    }
}

// The same for what can't be skipped: an empty answer is told `missing`, and asked again.
template<class Parse>
auto ask_needed(View& view, const Prompt& prompt, const std::string& missing, Parse parse)
    -> decltype(parse(std::string())) {
    for (;;) {
        if (auto answer = ask_for(view, prompt, parse)) return std::move(*answer);
        view.take_back();
        view.say(missing);
    }
}

// A new answer in place of the prompt's preset: nullopt where that stays as it is, "" where "-"
// takes it away. `check` sees every other answer, and "-" too, and refuses by throwing.
template<class Check>
std::optional<std::string> ask_change(View& view, Prompt prompt, Check check) {
    if (!prompt.preset.empty()) prompt.hint += "; Enter keeps what is in brackets, - takes it away";
    for (;;) {
        const std::string answer = view.ask(prompt);
        if (answer == prompt.preset || (answer == "-" && prompt.preset.empty()))
            return std::nullopt;
        try {
            check(one_line(answer));
            return answer == "-" ? "" : one_line(answer);
        } catch (const Error& error) {
            refuse(view, prompt, answer, error);
        }
    }
}

// The choice that is meant, by its name in any case or by what no other begins with. Throws
// Error(usage) with the nearest.
std::string parse_choice(const std::string& answer, const std::vector<std::string>& choices);

// One of the prompt's candidates, which may be shortened to what no other begins with; another word
// is refused with the nearest. nullopt for none.
std::optional<std::string> ask_choice(View& view, const Prompt& prompt);

// The position in a list of that size that a number from 1 on names.
std::optional<std::size_t> find_position(std::string_view answer, std::size_t size);

// One line of a list to choose from.
struct Choice {
    std::string words;
    std::string apart = ""; // shown behind words that another has as well
    std::string identity =
        ""; // by which a run that goes on knows the thing again; "": by the words
};
std::vector<Choice> choices_of(const std::vector<std::string>& words);

// Shows the choices with numbers from 1, nine at most, and asks until one is named, by its number
// or by words that are in no other; words of several show these alone. Gives its position. An empty
// answer leaves. What was chosen in the run that this one goes on with is that thing or none: where
// it isn't there any more, it is asked again.
std::size_t ask_number(View& view, const std::string& question, const std::vector<Choice>& choices);

// The same for any number of them: "1 3", words of one, or nothing. Positions in their order.
std::vector<std::size_t> ask_several(View& view, const std::string& question,
                                     const std::vector<Choice>& choices);

// What was said on the command line, in one line, or else the answer to the prompt, which is asked
// again where `check` refuses it by throwing; nobody there to answer, or nothing said, is the
// error.
std::string said_or_asked(View& view, const std::vector<std::string>& said, const Prompt& prompt,
                          const Error& missing,
                          const std::function<void(const std::string&)>& check);

// The answer as it was typed; nullopt for none.
std::optional<std::string> ask_text(View& view, const Prompt& prompt);

// Yes or no, with Enter for `preset`; asked again until it is one of them.
bool ask_yes(View& view, const std::string& question, bool preset);

// The same question until it is skipped: every answer, as `parse` understands it.
template<class Parse>
auto ask_many(View& view, Prompt prompt, const std::string& again, Parse parse)
    -> std::vector<decltype(parse(std::string()))> {
    std::vector<decltype(parse(std::string()))> answers;
    while (auto answer = ask_for(view, prompt, parse)) {
        answers.push_back(std::move(*answer));
        prompt.question = again;
    }
    return answers;
}

} // namespace mentor
