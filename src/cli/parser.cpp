// SPDX-License-Identifier: MIT

#include "cli/parser.hpp"

#include "cli/table.hpp"
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
    for (const std::string& value : values)
        refuse_dash(value, parameter);
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
    const auto find = [&](const std::string& name) {
        return find_any(name, declaration, of_globals);
    };
    Arguments arguments{app.remaining(), find_breaks(options, find)};
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
    refuse_cut_names(arguments.words, arguments.breaks, name_length);
    std::span words(arguments.words);
    const auto begin = [&] { return arguments.words.size() - words.size(); };
    const auto take = [&](const Parameter& parameter) {
        const bool is_name = pieces_of(parameter) == Pieces::name;
        const std::size_t count =
            is_name ? name_length(up_to_break(arguments.words, arguments.breaks, begin())) : 1;
        const auto taken = words.first(count);
        words = words.subspan(count);
        return join({taken.begin(), taken.end()}, " ");
    };
    for (const auto& parameter : declaration.parameters()) {
        if (!parameter.is_argument()) continue;
        if (auto* const* many = std::get_if<std::vector<std::string>*>(&parameter.target)) {
            refuse_cut_text(arguments.words, arguments.breaks, begin(), parameter);
            if (words.size() == 1) refuse_dash(words.front(), parameter);
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
