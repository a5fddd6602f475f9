// SPDX-License-Identifier: MIT

#include "session/prompts.hpp"

#include "core/near_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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
                near.empty() ? fmt::format("one of: {}", join(choices, ", ")) : did_you_mean(near));
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

void refuse(View& view, Prompt& prompt, const std::string& answer, const Error& error) {
    if (error.exit() == Exit::interrupted) throw error;
    view.tell(error.diagnostic());
    view.take_back();
    prompt.typed = answer;
}

std::optional<std::size_t> find_position(std::string_view answer, std::size_t size) {
    const auto number = find_number(answer);
    return number && *number >= 1 && *number <= size ? std::optional(*number - 1) : std::nullopt;
}

namespace {

// With what tells those apart that are called the same.
std::vector<std::string> lines_of(const std::vector<Choice>& choices) {
    std::map<std::string, int> counts;
    for (const Choice& choice : choices)
        ++counts[fold(choice.words)];
    std::vector<std::string> lines;
    for (const auto& [words, apart, identity] : choices) {
        const bool is_only = counts[fold(words)] == 1 || apart.empty();
        lines.push_back(is_only ? words : fmt::format("{} ({})", words, apart));
    }
    return lines;
}

// A list to choose from, of which a part may be shown.
class Choices {
public:
    Choices(View& view, const std::vector<Choice>& choices)
        : view_(view), choices_(choices), lines_(lines_of(choices)) {
        for (std::size_t i = 0; i < choices.size(); ++i)
            shown_.push_back(i);
    }

    void show() const {
        const std::size_t count = std::min(shown_.size(), most);
        Page page;
        for (std::size_t i = 0; i < count; ++i)
            page.push_back(Bullet{fmt::format("{} ", i + 1), {{lines_[shown_[i]]}}, 2});
        if (const std::size_t rest = shown_.size() - count; rest > 0)
            page.push_back(indented(sentence(
                fmt::format("and {} more: type a word of the one you mean", rest), Style::quiet)));
        view_.say(page);
    }

    // Those that a few letters would narrow down.
    std::vector<std::string> long_list() const {
        std::vector<std::string> list;
        for (std::size_t i = 0; shown_.size() > most && i < shown_.size(); ++i)
            list.push_back(lines_[shown_[i]]);
        return list;
    }

    std::optional<std::size_t> find_number(const std::string& word) const {
        const auto position = find_position(word, shown_.size());
        return position ? std::optional(shown_[*position]) : std::nullopt;
    }

    // The only line that is the same word for word.
    std::optional<std::size_t> find_line(const std::string& line) const {
        return find_only([&](std::size_t at) { return lines_[at] == line; });
    }

    // Each of those that were chosen before; nullopt where one isn't there any more.
    std::optional<std::vector<std::size_t>> find_again(const std::vector<std::string>& chosen) {
        std::vector<std::size_t> positions;
        for (const std::string& identity : chosen) {
            const auto at =
                find_only([&](std::size_t each) { return choices_[each].identity == identity; });
            if (!at) {
                view_.take_back();
                view_.say("What was chosen then isn't there any more as it was.");
                return std::nullopt;
            }
            positions.push_back(*at);
        }
        return positions;
    }

    // The only one with these words; where there are several, these are shown from now on. A number
    // is none of them, even where an id or a day holds it.
    std::optional<std::size_t> find_words(const std::string& words) {
        std::vector<std::size_t> found;
        const bool is_number = mentor::find_number(words).has_value();
        for (std::size_t i = 0; !is_number && i < lines_.size(); ++i)
            if (holds_folded(lines_[i], words)) found.push_back(i);
        if (found.size() == 1) return found.front();
        view_.take_back();
        if (found.empty()) {
            view_.say(
                shown_.size() == 1
                    ? "Type 1, or a word of it."
                    : fmt::format("Type a number from 1 to {}, or a word of one.", shown_.size()));
        } else {
            shown_ = found;
            show();
        }
        return std::nullopt;
    }

    // What these positions mean, for whoever goes on later.
    void restate(const std::vector<std::size_t>& positions) const {
        std::vector<std::string> lines, identities;
        for (const std::size_t position : positions) {
            lines.push_back(lines_[position]);
            if (const auto& identity = choices_[position].identity; !identity.empty())
                identities.push_back(identity);
        }
        view_.restate(join(lines, "\n"), std::move(identities));
    }

private:
    static constexpr std::size_t most = 9; // that are shown at once

    std::optional<std::size_t> find_only(auto is_one) const {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < choices_.size(); ++i) {
            if (!is_one(i)) continue;
            if (found) return std::nullopt;
            found = i;
        }
        return found;
    }

    View& view_;
    const std::vector<Choice>& choices_;
    std::vector<std::string> lines_; // of each choice
    std::vector<std::size_t> shown_; // positions
};

// What an answer ticks: lines word for word, numbers, or words of one; nullopt where it has to be
// asked again.
std::optional<std::vector<std::size_t>> positions_of(const std::string& answer, Choices& list) {
    std::vector<std::size_t> positions;
    const auto take_all = [&](const std::vector<std::string>& parts, auto find) {
        positions.clear();
        return std::ranges::all_of(parts, [&](const std::string& part) {
            const auto position = trim(part).empty() ? std::nullopt : find(part);
            if (position) positions.push_back(*position);
            return position || trim(part).empty();
        });
    };
    if (take_all(split(answer, '\n'), [&](const auto& part) { return list.find_line(part); }))
        return positions;
    std::string numbers = answer;
    std::ranges::replace(numbers, ',', ' ');
    if (take_all(split(numbers, ' '), [&](const auto& part) { return list.find_number(part); }))
        return positions;
    const auto position = list.find_words(answer);
    return position ? std::optional(std::vector{*position}) : std::nullopt;
}

// The same of an answer that names one.
std::optional<std::vector<std::size_t>> position_of(const std::string& answer, Choices& list) {
    auto position = list.find_line(answer);
    if (!position) position = list.find_number(answer);
    if (!position) position = list.find_words(answer);
    return position ? std::optional(std::vector{*position}) : std::nullopt;
}

} // namespace

std::vector<Choice> choices_of(const std::vector<std::string>& words) {
    std::vector<Choice> choices;
    for (const std::string& each : words)
        choices.push_back({each});
    return choices;
}

std::size_t ask_number(View& view, const std::string& question,
                       const std::vector<Choice>& choices) {
    Choices list(view, choices);
    list.show();
    for (;;) {
        const std::string answer = view.ask({.question = question,
                                             .preset = choices.size() == 1 ? "1" : "",
                                             .hint = "its number, or a word of it; nothing leaves",
                                             .candidates = {},
                                             .narrowed = list.long_list()});
        if (answer.empty()) throw Error(Exit::interrupted, "nothing was chosen");
        const auto chosen = view.chosen();
        const auto positions = chosen.empty() ? position_of(answer, list) : list.find_again(chosen);
        if (!positions) continue;
        list.restate(*positions);
        return positions->front();
    }
}

std::vector<std::size_t> ask_several(View& view, const std::string& question,
                                     const std::vector<Choice>& choices) {
    Choices list(view, choices);
    list.show();
    for (;;) {
        const std::string answer = view.ask({.question = question,
                                             .preset = "",
                                             .hint = "their numbers, such as 1 3, or a word of "
                                                     "one; Enter for none",
                                             .candidates = {},
                                             .narrowed = list.long_list()});
        const auto chosen = view.chosen();
        auto positions = chosen.empty() ? positions_of(answer, list) : list.find_again(chosen);
        if (!positions) continue;
        std::ranges::sort(*positions);
        positions->erase(std::unique(positions->begin(), positions->end()), positions->end());
        list.restate(*positions);
        return *positions;
    }
}

std::string said_or_asked(View& view, const std::vector<std::string>& said, const Prompt& prompt,
                          const Error& missing,
                          const std::function<void(const std::string&)>& check) {
    std::string words = trim(join(said, " "));
    // An empty variable of a script says nothing; whoever types "" is asked as well.
    if (words.empty() && view.interactive()) {
        const auto answer = ask_for(view, prompt, [&](const std::string& text) {
            check(text);
            return text;
        });
        words = answer.value_or("");
    }
    if (words.empty()) throw missing;
    return words;
}

std::optional<std::string> ask_text(View& view, const Prompt& prompt) {
    return ask_for(view, prompt, [](const std::string& answer) { return answer; });
}

bool ask_yes(View& view, const std::string& question, bool preset) {
    const Prompt prompt{.question = question + " (yes/no)",
                        .preset = preset ? "yes" : "no",
                        .hint = "",
                        .candidates = {"yes", "no"},
                        .decides = true};
    return ask_choice(view, prompt).value_or(prompt.preset) == "yes";
}

} // namespace mentor
