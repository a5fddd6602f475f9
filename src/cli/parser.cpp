// SPDX-License-Identifier: MIT

#include "cli/parser.hpp"

#include "cli/table.hpp"
#include "core/dates/date_grammar.hpp"
#include "core/near_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

std::string help_hint(const Command& command) {
    return command.name.empty() ? "see: mentor help"
                                : fmt::format("see: mentor help {}", command.name);
}

// Hands over the words as they were typed: what CLI11 makes of "" and of "[x, y]" for a target of
// its own differs from version to version.
bool take(const std::vector<std::string>& values, const Parameter& parameter) {
    if (auto* const* many = std::get_if<std::vector<std::string>*>(&parameter.target))
        **many = values;
    else if (auto* const* one = std::get_if<std::optional<std::string>*>(&parameter.target))
        **one = values.back();
    else
        *std::get<std::string*>(parameter.target) = values.back();
    return true;
}

void add_option(CLI::App& app, const Parameter& parameter) {
    if (parameter.is_flag()) {
        app.add_flag(parameter.names, *std::get<bool*>(parameter.target));
        return;
    }
    const auto taking = [&parameter](const CLI::results_t& values) {
        return take(values, parameter);
    };
    auto* option = app.add_option(parameter.names, CLI::callback_t(taking));
    option->type_size(1)->expected(1)->allow_extra_args(false)->take_all();
}

// As CLI11 tells an option from a word: "-3d" is a date and "- a bullet" is text.
bool looks_like_option(std::string_view word) {
    if (word.size() < 2 || word[0] != '-') return false;
    const std::string_view forbidden = " !\n0123456789";
    const char first = word[1] == '-' ? (word.size() > 2 ? word[2] : ' ') : word[1];
    return forbidden.find(first) == std::string_view::npos;
}

std::vector<std::string> long_names_of(const Declaration& globals, const Declaration& declaration) {
    std::vector<std::string> names;
    for (const auto* part : {&declaration, &globals}) {
        for (const auto& parameter : part->parameters()) {
            if (parameter.is_argument()) continue;
            names.push_back(parameter.names.substr(parameter.names.find("--") + 2));
        }
    }
    return names;
}

bool has_option(const Command& command, const std::string& name) {
    const auto invocation = command.invocation();
    Declaration declaration;
    invocation->declare(declaration);
    return declaration.find_option(name) != nullptr;
}

[[noreturn]] void refuse_option(const std::string& word, const std::vector<std::string>& words,
                                const Command& command, const Declaration& globals,
                                const Declaration& declaration) {
    const std::string name = word.substr(0, word.find('='));
    const auto with = [&](const Command& meant) { // whose option it is, so that its name is plain
        const std::string value =
            name == word ? "" : "=" + shell_word(word.substr(name.size() + 1));
        return fmt::format("write: mentor {} {}{}", meant.name, name, value);
    };
    const Command* later = command.name.empty() ? find_later_command(words) : nullptr;
    if (later && has_option(*later, name))
        throw Error(Exit::usage, fmt::format("{} stands before its command", name), with(*later));
    // Alone it shows what `due` does.
    const Command* due = command.name.empty() && !later ? find_command({"due"}).command : nullptr;
    if (due && has_option(*due, name))
        throw Error(Exit::usage, fmt::format("`mentor` alone has no option {}", name), with(*due));
    // The dashes, which all of them share, would make any two look alike.
    const std::string bare = name.substr(std::min(name.find_first_not_of('-'), name.size()));
    const auto near = nearest(bare, long_names_of(globals, declaration));
    const std::string who =
        command.name.empty() ? "`mentor` alone" : fmt::format("`mentor {}`", command.name);
    throw Error(Exit::usage, fmt::format("{} has no option {}", who, name),
                near.empty() ? fmt::format("{}; a word that begins with a dash goes after --",
                                           help_hint(command))
                             : fmt::format("did you mean --{}?", join(near, " or --")));
}

// "--tried" alone is "--tried ''": CLI11 then knows one way to give a value. A word behind it that
// is an option, or none, leaves it alone.
std::vector<std::string> with_values(std::vector<std::string> words,
                                     const Declaration& declaration) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Parameter* option = declaration.find_option(words[i]);
        if (!option || !option->may_be_bare()) continue;
        const bool is_bare = i + 1 == words.size() || looks_like_option(words[i + 1]);
        if (is_bare) words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, "");
    }
    return words;
}

// The option of this name, be it the command's own or one of all commands.
const Parameter* find_any(std::string_view name, const Declaration& declaration,
                          const Declaration& globals) {
    const Parameter* own = declaration.find_option(name);
    return own ? own : globals.find_option(name);
}

// CLI11 takes the next word for a value, even one that is an option, or that follows "--name=",
// where an empty variable is more likely.
void refuse_missing_values(const std::vector<std::string>& words, const Command& command,
                           const Declaration& globals, const Declaration& declaration) {
    const auto find = [&](const std::string& word) { return find_any(word, declaration, globals); };
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (looks_like_option(*word) && word->starts_with("--") &&
            word->find('=') == word->size() - 1) {
            const std::string name = word->substr(0, word->size() - 1);
            throw Error(Exit::usage, fmt::format("{} has no value", name),
                        fmt::format("{}; an empty value is written apart: {} \"\"",
                                    help_hint(command), name));
        }
        const Parameter* option = find(*word);
        if (option && !option->is_flag() && (word + 1 == words.end() || find(word[1])))
            throw Error(Exit::usage, fmt::format("{} needs a value", *word), help_hint(command));
    }
}

// The words behind each value, where the declaration wants to know them.
void note_followers(const std::vector<std::string>& words, const Declaration& declaration) {
    for (auto word = words.begin(); word != words.end(); ++word) {
        const std::size_t equals = word->find('=');
        const Parameter* option = declaration.find_option(word->substr(0, equals));
        if (!option || !option->followers) continue;
        if (equals == std::string::npos) ++word; // to its value
        const auto end = std::find_if(word + 1, words.end(), looks_like_option);
        option->followers->emplace_back(word + 1, end);
    }
}

// A blank in a word, or nothing, came with quotes: somebody knows of them.
bool was_quoted(std::string_view word) {
    return word.empty() || word.find_first_of(" \t\n") != std::string_view::npos;
}

std::vector<Arguments::Break> find_breaks(const std::vector<std::string>& words,
                                          const Declaration& globals,
                                          const Declaration& declaration) {
    const auto find = [&](const std::string& word) { // "-0" too, which else is a word
        return find_any(word.substr(0, word.find('=')), declaration, globals);
    };
    std::vector<Arguments::Break> breaks;
    std::size_t arguments = 0;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const std::size_t equals = word->find('=');
        const Parameter* option = find(*word);
        if (!option) {
            arguments += !looks_like_option(*word);
            continue;
        }
        auto& made =
            breaks.emplace_back(Arguments::Break{.at = arguments, .name = word->substr(0, equals)});
        if (option->is_flag()) continue;
        if (equals == std::string::npos) ++word; // to its value
        const std::string value = equals == std::string::npos ? *word : word->substr(equals + 1);
        const bool may_go_on =
            word + 1 != words.end() && !looks_like_option(word[1]) && !find(word[1]);
        if (!may_go_on || was_quoted(value) || was_quoted(word[1])) continue;
        made.value = value;
        made.takes = option->value;
    }
    return breaks;
}

// Several words that make one text; people, keys and words to look for are each by themselves.
bool is_one_text(const Parameter& parameter) {
    return parameter.repeats() && parameter.value != "WHO" && parameter.value != "WORDS" &&
           parameter.value != "KEY=VALUE";
}

template<class Read>
bool can_be_read(const Read& read) {
    try {
        read();
        return true;
    } catch (const Error&) {
        return false;
    }
}

// Whether a value may well be of several words.
bool is_open(const Arguments::Break& option) {
    return option.takes == "TEXT" || option.takes == "[TEXT]" || option.takes == "PLACE" ||
           option.takes == "WORD";
}

// Whether it is, most likely: a sentence, or "tue" before "15:30".
bool goes_on(const Arguments::Break& option, const std::string& next) {
    const std::string both = option.value + " " + next;
    if (option.takes == "TEXT" || option.takes == "PLACE") return true;
    if (option.takes == "TIME") return can_be_read([&] { parse_minutes(both); });
    if (option.takes != "DATE" && option.takes != "WHEN") return false;
    return can_be_read([&] { parse_moment(both, Calendar{}, Reading::past); });
}

std::vector<std::string> words_behind(const Arguments& arguments, const Arguments::Break& option) {
    const auto next = std::ranges::find_if(arguments.breaks,
                                           [&](const auto& other) { return other.at > option.at; });
    const std::size_t end = next == arguments.breaks.end() ? arguments.words.size() : next->at;
    const auto begin = arguments.words.begin();
    return {begin + static_cast<std::ptrdiff_t>(option.at),
            begin + static_cast<std::ptrdiff_t>(end)};
}

// A text on both sides of an option, or behind one whose value goes on: `log ada Coffee --todo Send
// the draft` would promise "Send" and note "Coffee the draft".
void refuse_cut_text(const Arguments& arguments, std::size_t begin, const Parameter& text) {
    for (const auto& option : arguments.breaks) {
        const bool is_in_it =
            option.at >= std::max<std::size_t>(begin, 1) && option.at < arguments.words.size();
        if (option.takes.empty() || !is_in_it) continue;
        const bool has_two_sides = option.at > begin && is_open(option);
        if (!has_two_sides && !goes_on(option, arguments.words[option.at])) continue;
        const std::string words = join(words_behind(arguments, option), " ");
        throw Error(Exit::usage,
                    has_two_sides ? fmt::format("'{}' may be more of {}, and {} stands before it",
                                                words, option.name, text.value)
                                  : fmt::format("'{}' may be more of {}, or {}", words, option.name,
                                                text.value),
                    "put in quotes what belongs together");
    }
}

// `--with grace hopper` would be somebody else's Grace, or nobody's Hopper.
void refuse_cut_names(const Arguments& arguments, const NameLength& name_length) {
    for (const auto& option : arguments.breaks) {
        if (option.takes != "WHO") continue;
        std::vector<std::string> words = words_behind(arguments, option);
        words.insert(words.begin(), option.value);
        const std::size_t count = name_length(words);
        if (count == 1) continue;
        words.resize(count);
        throw Error(Exit::usage,
                    fmt::format("'{}' is a name, and only one word can be the WHO of {}",
                                join(words, " "), option.name),
                    "put the name in quotes");
    }
}

} // namespace

Arguments parse_options(const std::vector<std::string>& words, const Command& command,
                        Globals& globals, const Declaration& declaration) {
    Declaration of_globals;
    declare_globals(of_globals, globals);
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const auto* part : {&declaration, &std::as_const(of_globals)}) {
        for (const auto& parameter : part->parameters()) {
            if (!parameter.is_argument()) add_option(app, parameter);
        }
    }
    const auto end = std::ranges::find(words, "--");
    const auto options = with_values({words.begin(), end}, declaration);
    refuse_missing_values(options, command, of_globals, declaration);
    try {
        std::vector<std::string> reversed(options.rbegin(), options.rend());
        app.parse(reversed);
    } catch (const CLI::ParseError& fault) {
        throw Error(Exit::usage, fault.what(), help_hint(command));
    }
    note_followers(options, declaration);
    Arguments arguments{app.remaining(), find_breaks(options, of_globals, declaration)};
    for (auto& option : arguments.breaks) // of what CLI11 and find_breaks() see differently
        option.at = std::min(option.at, arguments.words.size());
    for (const auto& word : arguments.words) {
        if (looks_like_option(word)) refuse_option(word, words, command, of_globals, declaration);
    }
    if (end != words.end()) {
        arguments.breaks.push_back({.at = arguments.words.size(), .name = "--"});
        arguments.words.insert(arguments.words.end(), end + 1, words.end());
    }
    return arguments;
}

void fill_arguments(const Arguments& arguments, const Command& command,
                    const Declaration& declaration, const NameLength& name_length,
                    const AskMissing& ask_missing) {
    refuse_cut_names(arguments, name_length);
    std::span words(arguments.words);
    const auto words_to_option = [&] {
        const std::size_t begin = arguments.words.size() - words.size();
        const auto next = std::ranges::find_if(
            arguments.breaks, [&](const auto& option) { return option.at > begin; });
        return next == arguments.breaks.end() ? words : words.first(next->at - begin);
    };
    const auto take = [&](const Parameter& parameter) {
        const std::size_t count = parameter.value == "WHO" ? name_length(words_to_option()) : 1;
        const auto taken = words.first(count);
        words = words.subspan(count);
        return join({taken.begin(), taken.end()}, " ");
    };
    for (const auto& parameter : declaration.parameters()) {
        if (!parameter.is_argument()) continue;
        if (auto* const* many = std::get_if<std::vector<std::string>*>(&parameter.target)) {
            if (is_one_text(parameter))
                refuse_cut_text(arguments, arguments.words.size() - words.size(), parameter);
            while (!words.empty())
                (*many)->push_back(take(parameter));
        } else if (auto* const* one = std::get_if<std::optional<std::string>*>(&parameter.target)) {
            if (!words.empty()) **one = take(parameter);
        } else if (!words.empty()) {
            *std::get<std::string*>(parameter.target) = take(parameter);
        } else if (auto answer = ask_missing(parameter)) {
            *std::get<std::string*>(parameter.target) = *std::move(answer);
        } else {
            throw Error(Exit::usage,
                        fmt::format("`mentor {}` needs {}", command.name, parameter.value),
                        fmt::format("write: {}", synopsis_of(command, declaration)));
        }
    }
    if (!words.empty()) {
        throw Error(Exit::usage, fmt::format("'{}' is one word too many", words.front()),
                    fmt::format("write: {}", synopsis_of(command, declaration)));
    }
}

std::string synopsis_of(const Command& command, const Declaration& declaration) {
    std::string synopsis = "mentor";
    if (!command.name.empty()) synopsis += fmt::format(" {}", command.name);
    bool options = false;
    for (const auto& parameter : declaration.parameters()) {
        if (!parameter.is_argument()) {
            options = true;
        } else if (std::holds_alternative<std::string*>(parameter.target)) {
            synopsis += " " + parameter.value;
        } else {
            const bool many = parameter.repeats();
            synopsis += fmt::format(" [{}{}]", parameter.value, many ? "…" : "");
        }
    }
    return synopsis + (options ? " [OPTIONS]" : "");
}

} // namespace mentor
