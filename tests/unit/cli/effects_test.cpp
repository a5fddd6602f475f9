// SPDX-License-Identifier: MIT
//
// What a command receives says whether it can write, and every command keeps to it.
#include "cli/run.hpp"
#include "cli/table.hpp"
#include "commands/commands.hpp"
#include "core/text.hpp"
#include "session/session.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

namespace mentor::effects_test {

namespace {

template<class Received>
concept WritesJournal = requires(Received& received) {
    received.journal;
};
template<class Received>
concept KeepsForUndo = requires(Received& received) {
    received.undo_log;
};
template<class Received>
concept WritesFiles = requires(Received& received) {
    received.host.write({});
};

static_assert(!WritesJournal<View> && !KeepsForUndo<View> && !WritesFiles<View>);
static_assert(WritesJournal<Session> && KeepsForUndo<Session> && WritesFiles<Session>);
static_assert(!std::is_constructible_v<Session, View&>);

constexpr const char* ada = R"(name = "Ada Lovelace"
role = "mentor"

[[log]]
on = 2026-11-01
note = "Told in confidence"
private = true

[[commitment]]
owner = "me"
what = "Send the draft"
made = 2026-11-01
due = 2026-11-02
)";

// A word for what an argument or an option takes.
std::string word_for(const Parameter& parameter) {
    if (parameter.value == "WHO" || parameter.value == "NAME") return "ada";
    if (parameter.value == "DATE" || parameter.value == "LENGTH") return "2w";
    if (parameter.value == "1-5") return "4";
    if (parameter.value == "FILE" || parameter.value == "DIR") return "/tmp/thanks";
    return "thanks";
}

std::vector<std::string> words_of(const Command& command) {
    std::vector<std::string> words;
    for (std::string_view name = command.name; !name.empty();) {
        const auto end = std::min(name.find(' '), name.size());
        words.emplace_back(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

// The command with its arguments, and so again with every option, one at a time.
std::vector<std::vector<std::string>> uses_of(const Command& command) {
    const auto invocation = command.invocation();
    Declaration declaration;
    invocation->declare(declaration);
    std::vector<std::string> bare = words_of(command);
    for (const Parameter& parameter : declaration.parameters())
        if (parameter.is_argument()) bare.push_back(word_for(parameter));
    std::vector<std::vector<std::string>> uses{words_of(command), bare};
    for (const Parameter& parameter : declaration.parameters()) {
        if (parameter.is_argument()) continue;
        uses.push_back(bare);
        uses.back().push_back(parameter.names.substr(parameter.names.find("--")));
        if (!parameter.is_flag()) uses.back().push_back(word_for(parameter));
    }
    return uses;
}

void put_journal(MemoryHost& host) {
    host.environment = {{"HOME", "/home/ada"}};
    host.put("/home/ada/.local/share/mentor/ada-lovelace.toml", ada);
}

// Those that read, `mentor` alone among them.
std::vector<const Command*> reading_commands() {
    std::vector<const Command*> commands{&commands::home::command};
    for (const Command* command : command_table())
        if (command->effect() == Effect::reads) commands.push_back(command);
    return commands;
}

} // namespace

TEST_CASE("a command that reads changes no file but the one that is asked for") {
    for (const Command* command : reading_commands()) {
        for (const auto& words : uses_of(*command)) {
            MemoryHost host;
            put_journal(host);
            run(host, words);
            INFO(join(words, " "));
            const bool is_for_a_file = std::ranges::find(words, "--output") != words.end();
            CHECK(host.changes == (is_for_a_file ? std::vector<std::string>{"write " + words.back()}
                                                 : std::vector<std::string>{}));
            CHECK(host.folders.count("/home/ada/.local/state") == 0);
        }
    }
}

TEST_CASE("what is private is in no Markdown of any command that reads") {
    for (const Command* command : reading_commands()) {
        for (auto words : uses_of(*command)) {
            MemoryHost host;
            put_journal(host);
            words.insert(words.end(), {"--format", "md"});
            if (std::ranges::find(words, "--private") != words.end()) continue;
            run(host, words);
            INFO(join(words, " "));
            CHECK(host.output.find("in confidence") == std::string::npos);
        }
    }
}

TEST_CASE("a command that can write is one that writes, whatever some options do") {
    CHECK(commands::home::command.effect() == Effect::reads);
    CHECK(commands::show::command.effect() == Effect::reads);
    CHECK(commands::log::command.effect() == Effect::writes);
    CHECK(commands::undo::command.effect() == Effect::writes); // also --list
}

} // namespace mentor::effects_test
