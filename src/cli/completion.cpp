// SPDX-License-Identifier: MIT
// The scripts for the shells know nothing themselves: they ask `complete`, for each word that is
// typed.
#include "cli/help.hpp"
#include "cli/pieces.hpp"
#include "cli/table.hpp"
#include "commands/commands.hpp"
#include "core/compiled_text.hpp"
#include "core/model/question_bank.hpp"
#include "core/model/who.hpp"
#include "core/text.hpp"
#include "session/invocation.hpp"
#include "session/offered_words.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <set>

namespace mentor {
namespace {

using Candidates = std::vector<Candidate>;

// --- the words of commands

// The first words of commands, or their second ones behind a first.
Candidates command_words(std::string_view noun) {
    Candidates candidates;
    for (const Command* command : command_table()) {
        std::string_view name = command->name;
        if (!noun.empty()) {
            if (!name.starts_with(fmt::format("{} ", noun))) continue;
            name.remove_prefix(noun.size() + 1);
        }
        const std::string word(name.substr(0, name.find(' ')));
        if (!candidates.empty() && candidates.back().value == word) continue;
        const bool is_noun = word.size() < name.size();
        candidates.push_back(
            {word, is_noun ? fmt::format("{} …", word) : std::string(command->summary)});
    }
    return candidates;
}

Candidates commands_and_topics(View&, const std::string& noun) {
    if (!noun.empty()) return command_words(noun);
    Candidates candidates = command_words("");
    std::ranges::move(candidates_of(help_topics()), std::back_inserter(candidates));
    return candidates;
}

// --- what a parameter takes, by the word that stands for its value

Candidates people(View& view, const std::string&) {
    Candidates candidates;
    for (const Handle& handle : view.handles())
        candidates.push_back({handle.slug, handle.name});
    return candidates;
}

Candidates kinds(View& view, const std::string&) {
    return candidates_of(view.config.kinds.names());
}

Candidates tags(View& view, const std::string&) {
    std::set<std::string> found;
    std::mutex alone; // several files are read at once
    view.visit_sound([&](std::size_t, const Relationship& person) {
        const std::lock_guard guard(alone);
        found.insert(person.tags.begin(), person.tags.end());
    });
    return candidates_of({found.begin(), found.end()});
}

// Of a word that stands for one of a few, which are the same for everyone.
template<auto words>
Candidates known(View&, const std::string&) {
    return candidates_of(words());
}

// The shell knows better than we what files there are and how it quotes them.
constexpr std::string_view files = "files", folders = "folders";

Candidates only_the_shell_knows(std::string_view what) {
    return {{"", std::string(what)}};
}

struct ByValue {
    std::string_view value;
    Offer offer;
};
constexpr ByValue by_value[] = {
    {"WHO", people},
    {"KIND", kinds},
    {"TAG", tags},
    {"DATE", known<days_passed>},
    {"DAY", known<days_passed>},
    {"WHEN", known<days_to_come>},
    {"SIDE|WHEN", known<sides_and_days_to_come>},
    {"LENGTH", known<usual_lengths>},
    {"TIME", known<usual_times>},
    {"ROLE", known<role_names>},
    {"STAGE", known<stage_names>},
    {"PHASE", known<phase_names>},
    {"SIDE", known<side_names>},
    {"YESNO", known<yes_and_no>},
    {"FILE", [](View&, const std::string&) { return only_the_shell_knows(files); }},
    {"DIR", [](View&, const std::string&) { return only_the_shell_knows(folders); }},
    {"COMMAND", commands_and_topics},
};

Candidates offered(View& view, const Parameter& parameter, const std::string& named) {
    if (parameter.offer) {
        Candidates candidates = parameter.offer(view, named);
        if (parameter.value.starts_with("REF="))
            for (Candidate& candidate : candidates)
                candidate.value += '=';
        return candidates;
    }
    std::string_view value = parameter.value;
    if (parameter.may_be_bare()) value = value.substr(1, value.size() - 2); // "[DAY]"
    const auto found = std::ranges::find(by_value, value, &ByValue::value);
    return found == std::end(by_value) ? Candidates() : found->offer(view, named);
}

// --- what was typed until now

bool is_option(std::string_view word) {
    return word.size() > 1 && word.starts_with('-');
}

std::string name_in(const std::string& option) {
    return option.substr(0, option.find('='));
}

// The command, and the words behind its name, of which the last isn't finished.
struct Line {
    Line(const Command& command, const std::vector<std::string>& finished)
        : invocation(command.invocation()), begins(&command == &commands::home::command) {
        invocation->declare(own);
        declare_globals(all_commands, globals);
        declare_output(before_command, output);
        for (const std::string& word : finished)
            take(word);
    }
    Line(const Line&) = delete; // the declarations point into it
    Line& operator=(const Line&) = delete;

    const Parameter* find(const std::string& option) const {
        const std::string name = name_in(option);
        const Parameter* found = own.find_option(name);
        if (!found) found = all_commands.find_option(name);
        return found || !begins ? found : before_command.find_option(name);
    }
    std::vector<const Parameter*> options() const {
        std::vector<const Parameter*> options;
        for (const Declaration* declaration : {&own, &all_commands})
            for (const Parameter& parameter : declaration->parameters())
                if (!parameter.is_argument()) options.push_back(&parameter);
        return options;
    }

    std::unique_ptr<Invocation> invocation;
    bool begins; // no command was named yet, and options of reading ones may stand before it
    Declaration own, all_commands, before_command;
    Globals globals;
    Output output;
    std::vector<std::string> arguments; // the finished ones
    std::vector<Break> breaks;          // the options between them
    std::vector<std::string> given;     // names of options
    const Parameter* waits = nullptr;   // the option whose value comes next
    bool only_arguments = false;        // "--" was typed

private:
    void take(const std::string& word) {
        if (waits && word == "=") return; // bash alone parts "--kind=cof"
        if (waits) {
            const bool is_value = !waits->may_be_bare() || !is_option(word);
            waits = nullptr;
            if (is_value) return;
        }
        if (only_arguments || !is_option(word)) {
            arguments.push_back(word);
        } else if (word == "--") {
            only_arguments = true;
            breaks.push_back({.at = arguments.size(), .name = word});
        } else if (const Parameter* option = find(word)) {
            given.push_back(option->names);
            breaks.push_back({.at = arguments.size(), .name = name_in(word)});
            if (!option->is_flag() && word.find('=') == std::string::npos) waits = option;
        }
    }
};

// The argument whose turn it is, and what was named before it.
struct Turn {
    const Parameter* argument = nullptr; // null where there is none left
    std::string named;                   // as an Offer is told it
};

std::string slug_of_who(View& view, const std::string& who) {
    const auto matches = match_who(who, view.handles());
    return matches.size() == 1 ? matches.front().slug : "";
}

Turn turn_of(View& view, const Line& line) {
    Turn turn;
    std::span<const std::string> left(line.arguments);
    for (const Parameter& parameter : line.own.parameters()) {
        if (!parameter.is_argument()) continue;
        if (left.empty() || parameter.repeats()) {
            turn.argument = &parameter;
            if (parameter.value == "COMMAND") turn.named = join({left.begin(), left.end()}, " ");
            return turn;
        }
        const bool is_who = parameter.value == "WHO";
        const std::size_t begin = line.arguments.size() - left.size();
        const std::size_t length =
            is_who ? view.name_length(up_to_break(line.arguments, line.breaks, begin)) : 1;
        const std::string words =
            join({left.begin(), left.begin() + static_cast<std::ptrdiff_t>(length)}, " ");
        if (is_who) turn.named = slug_of_who(view, words);
        if (parameter.value == "KEY") turn.named = words;
        left = left.subspan(length);
    }
    return turn;
}

Candidates options_of(const Line& line) {
    Candidates candidates;
    for (const Parameter* option : line.options()) {
        const bool was_given = std::ranges::find(line.given, option->names) != line.given.end();
        if (was_given && !option->repeats()) continue;
        candidates.push_back({option->names.substr(option->names.find("--")), option->help});
    }
    return candidates;
}

// What an option takes; of several with commas between, the last is to be completed.
Candidates offered_behind(std::string_view typed, Candidates candidates, const Parameter& option) {
    const auto comma = typed.rfind(',');
    if (option.value == "PART" && comma != std::string_view::npos)
        for (Candidate& candidate : candidates)
            candidate.value.insert(0, typed.substr(0, comma + 1));
    return candidates;
}

Candidates values_of(View& view, const Line& line, const std::string& current) {
    const Turn turn = turn_of(view, line);
    if (line.waits)
        return offered_behind(current, offered(view, *line.waits, turn.named), *line.waits);
    if (line.only_arguments || !current.starts_with('-'))
        return turn.argument ? offered(view, *turn.argument, turn.named) : Candidates();
    const auto equals = current.find('=');
    if (equals == std::string::npos) return options_of(line);
    const Parameter* option = line.find(current);
    if (!option || option->is_flag()) return {};
    Candidates candidates =
        offered_behind(current.substr(equals + 1), offered(view, *option, turn.named), *option);
    for (Candidate& candidate : candidates)
        if (!candidate.value.empty())
            candidate.value = current.substr(0, equals + 1) + candidate.value;
    return candidates;
}

Candidates candidates_for(View& view, const std::vector<std::string>& finished,
                          const std::string& current) {
    const auto positions = positions_of_names(finished);
    Candidates candidates;
    const std::string noun = positions.empty() ? "" : finished[positions[0]];
    if (positions.size() == 1 && positions[0] + 1 == finished.size())
        candidates = command_words(noun);
    if (is_bare_noun(noun) && positions.size() == 1) return candidates;
    const Named named = find_command(finished);
    const Line line(*named.command, without(finished, named.positions));
    // Before a command stand options of all of them, and what the last of these waits for.
    if (line.begins && !line.waits && !current.starts_with('-')) return command_words("");
    std::ranges::move(values_of(view, line, current), std::back_inserter(candidates));
    return candidates;
}

// --- what fits

// `beginning` is folded.
bool has_word(const std::string& text, std::string_view beginning) {
    return std::ranges::any_of(split(fold(text), ' '), [&](const std::string& word) {
        return word.starts_with(beginning);
    });
}

// What begins with what was typed; else the only one of whose description a word does.
Candidates fitting(const Candidates& candidates, const std::string& current) {
    const std::string beginning = fold(current);
    Candidates fitting, described;
    for (const Candidate& candidate : candidates) {
        if (candidate.value.empty() || fold(candidate.value).starts_with(beginning))
            fitting.push_back(candidate);
        else if (has_word(candidate.about, beginning))
            described.push_back(candidate);
    }
    return fitting.empty() && described.size() == 1 ? described : fitting;
}

std::string offered_line(const Candidate& candidate) {
    std::string about = visible(one_line(candidate.about));
    std::ranges::replace(about, '\t', ' ');
    return fmt::format("{}\t{}\n", candidate.value, about);
}

bool is_one_word(const Candidate& candidate) {
    return candidate.value.find_first_of("\t\n") == std::string::npos;
}

} // namespace

namespace commands::complete {
namespace {

struct Options {
    std::vector<std::string> words;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.words, "WORDS", "the command line, the word to complete last");
}

// A shell asks between two keys: whatever is wrong, nothing is said.
Exit run(View& view, const Options& options) {
    std::vector<std::string> finished = options.words;
    std::string current;
    if (!finished.empty()) {
        current = std::move(finished.back());
        finished.pop_back();
    }
    try {
        for (const Candidate& candidate : fitting(candidates_for(view, finished, current), current))
            if (is_one_word(candidate)) view.print(offered_line(candidate));
    } catch (const Error&) {
    }
    return Exit::done;
}

} // namespace

const Command command{
    .name = "complete",
    .chapter = Chapter::journal,
    .summary = "What may come next on a command line, for the shells' scripts",
    .details = "",
    .invocation = &invocation_of<Options, declare, run, Faces::page>,
    .names_faults = true,
};

} // namespace commands::complete

namespace commands::completion {
namespace {

struct Options {
    std::optional<std::string> name;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.name, "SHELL", "bash, zsh or fish")
        .offers([](View&, const std::string&) {
            return candidates_of({"bash", "zsh", "fish"});
        });
}

Exit run(View& view, const Options& options) {
    const std::vector<std::string> known{"bash", "zsh", "fish"};
    if (!options.name)
        throw Error(Exit::usage, "`mentor completion` needs SHELL", "one of: bash, zsh, fish");
    require_word(fold(*options.name), known, "SHELL");
    view.print(compiled_text(fmt::format("cli/completion/{}.txt", fold(*options.name))));
    return Exit::done;
}

} // namespace

const Command command{
    "completion",
    Chapter::journal,
    "Print what makes Tab complete in bash, zsh or fish",
    "It offers commands, options, people, what they and you have open, kinds, days and files. An "
    "installed mentor has it where the shells look. Otherwise:\n"
    "\n"
    "bash: mentor completion bash > ~/.local/share/bash-completion/completions/mentor\n"
    "zsh: mentor completion zsh > DIR/_mentor, for a DIR of your fpath\n"
    "fish: mentor completion fish > ~/.config/fish/completions/mentor.fish",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace commands::completion

} // namespace mentor
