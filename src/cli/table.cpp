// SPDX-License-Identifier: MIT

#include "cli/table.hpp"

#include "cli/help.hpp"
#include "commands/commands.hpp"
#include "core/near_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "session/output.hpp"
#include "session/setup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {

std::span<const Command* const> command_table() {
    static const std::array table{
#define COMMAND(name) &commands::name::command,
#include "commands/all.inc"
#undef COMMAND
    };
    return table;
}

namespace {

const Command* find_named(std::string_view name) {
    for (const Command* hidden : {&commands::complete::command, &commands::merge_driver::command})
        if (name == hidden->name) return hidden;
    auto found = std::ranges::find(command_table(), name, &Command::name);
    return found == command_table().end() ? nullptr : *found;
}

[[noreturn]] void refuse(const std::string& word) {
    std::vector<std::string> names;
    for (const Command* command : command_table())
        names.emplace_back(command->name);
    const auto near = nearest(word, names);
    throw Error(Exit::usage, fmt::format("there is no command '{}'", word),
                near.empty()
                    ? "all of them: mentor help"
                    : fmt::format("did you mean `mentor {}`?", join(near, "` or `mentor ")));
}

// `mentor --private yes amend`: what every command, or every reading one, takes as a flag, with a
// value that only another takes. `at` is the position of that value.
void refuse_value_of_flag(const std::vector<std::string>& words, std::size_t at) {
    if (at == 0 || !words[at - 1].starts_with('-')) return;
    const Command* later = find_later_command(std::span(words).subspan(at + 1));
    if (!later) return;
    const std::string& option = words[at - 1];
    const auto invocation = later->invocation();
    Declaration declaration;
    invocation->declare(declaration);
    const Parameter* own = declaration.find_option(option);
    const bool takes_value = own && !own->is_flag();
    throw Error(Exit::usage,
                fmt::format("{} before its command takes no value, and '{}' is no command", option,
                            words[at]),
                fmt::format("write: mentor {} {}{}", later->name, option,
                            takes_value ? " " + shell_word(words[at]) : ""));
}

// "goal" alone names no command but begins several: say which.
[[noreturn]] void refuse_noun(const std::string& noun, const std::string* verb) {
    std::vector<std::string> verbs;
    for (const Command* command : commands_of(noun))
        verbs.emplace_back(command->name.substr(noun.size() + 1));
    const std::string begin = fmt::format("mentor {} ", noun);
    const std::string one_of = fmt::format("one of: {}{}", begin, join(verbs, ", " + begin));
    if (!verb)
        throw Error(Exit::usage, fmt::format("`mentor {}` wants one more word", noun), one_of);
    const auto near = nearest(*verb, verbs);
    throw Error(Exit::usage, fmt::format("there is no command '{} {}'", noun, *verb),
                near.empty()
                    ? one_of
                    : fmt::format("did you mean `{}{}`?", begin, join(near, "` or `" + begin)));
}

} // namespace

std::vector<std::string> without(const std::vector<std::string>& words,
                                 const std::vector<std::size_t>& positions) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::ranges::find(positions, i) == positions.end()) rest.push_back(words[i]);
    }
    return rest;
}

// What follows an option that only some commands have may be its value.
std::vector<std::size_t> positions_of_names(const std::vector<std::string>& words) {
    Globals globals;
    Output output;
    Declaration declaration;
    declare_globals(declaration, globals);
    declare_output(declaration, output);
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < words.size() && positions.size() < 2; ++i) {
        if (!words[i].starts_with('-')) {
            positions.push_back(i);
            continue;
        }
        const auto* option = declaration.find_option(words[i].substr(0, words[i].find('=')));
        if (!option) break;
        if (!option->is_flag() && words[i].find('=') == std::string::npos) ++i;
    }
    return positions;
}

std::vector<const Command*> commands_of(std::string_view noun) {
    std::vector<const Command*> commands;
    for (const Command* command : command_table()) {
        if (command->name.starts_with(fmt::format("{} ", noun))) commands.push_back(command);
    }
    return commands;
}

bool is_bare_noun(std::string_view word) {
    return !find_named(word) && !commands_of(word).empty();
}

Named find_command(const std::vector<std::string>& words) {
    const auto positions = positions_of_names(words);
    if (positions.empty()) return {&commands::home::command, {}};
    const std::string& first = words[positions[0]];
    if (positions.size() > 1) {
        if (const Command* command = find_named(first + " " + words[positions[1]])) {
            return {command, {positions[0], positions[1]}};
        }
    }
    if (const Command* command = find_named(first)) return {command, {positions[0]}};
    if (is_bare_noun(first)) {
        refuse_noun(first, positions.size() > 1 ? &words[positions[1]] : nullptr);
    }
    refuse_value_of_flag(words, positions[0]);
    refuse(first);
}

const Command* find_later_command(std::span<const std::string> words) {
    for (; !words.empty(); words = words.subspan(1))
        if (find_named(words[0]) || is_bare_noun(words[0]))
            return find_command({words.begin(), words.end()}).command;
    return nullptr;
}

} // namespace mentor
