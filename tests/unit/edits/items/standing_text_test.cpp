// SPDX-License-Identifier: MIT
//
// Every command that writes an outcome or an answer, where another one stands already.
#include "cli/run.hpp"
#include "cli/table.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

namespace mentor::standing_text_test {

namespace {

using Words = std::vector<std::string>;

const std::filesystem::path file = "/home/ada/.local/share/mentor/ada.toml";

constexpr const char* standing = R"(name = "Ada"
role = "mentor"
[[goal]]
id = "g3kq"
title = "Lead a project"
outcome = "It stands"
[[commitment]]
id = "c7k2"
what = "Send the draft"
outcome = "It stands"
[[question]]
id = "q1w8"
ask = "What do you read?"
asked = 2026-11-01
answer = "It stands"
[ending]
outcome = "It stands"
)";

// One way to write such a text; without one of its own, --force of the command that is named.
struct Way {
    std::string parameter;
    Words words;
    std::string forced_by = "";
};

const std::vector<Way> ways{
    {"done OUTCOME", {"done", "ada", "c7k2", "Another"}},
    {"drop WHY", {"drop", "ada", "c7k2", "Another"}},
    {"goal done OUTCOME", {"goal", "done", "ada", "g3kq", "Another"}},
    {"goal drop WHY", {"goal", "drop", "ada", "g3kq", "Another"}},
    {"ask --answer", {"ask", "ada", "--answer", "q1w8=Another"}},
    {"log --answer", {"log", "ada", "Tea", "--answer", "q1w8=Another"}, "mentor ask ada"},
    {"end --goal-done", {"end", "ada", "--goal-done", "g3kq=Another"}},
    {"end --goal-drop", {"end", "ada", "--goal-drop", "g3kq=Another"}},
    {"end --done", {"end", "ada", "--done", "c7k2=Another"}},
    {"end --drop", {"end", "ada", "--drop", "c7k2=Another"}},
    {"end --outcome", {"end", "ada", "--outcome", "Another"}},
    {"set KEY=VALUE", {"set", "ada", "ending.outcome=Another"}},
    {"set KEY=VALUE", {"set", "ada", "ending.outcome="}},
};

struct Outcome {
    Exit exit;
    std::string text, error;
};

Outcome run_with(const std::string& text, const Words& words) {
    MemoryHost host;
    host.environment["HOME"] = "/home/ada";
    host.put(file, text);
    const Exit exit = run(host, words);
    return {exit, host.files.at(file), host.error};
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

std::set<std::string> declared() {
    const std::set<std::string> values{"OUTCOME", "WHY",      "REF=OUTCOME",
                                       "REF=WHY", "REF=TEXT", "KEY=VALUE"};
    std::set<std::string> found;
    for (const Command* command : command_table()) {
        Declaration declaration;
        const auto invocation = command->invocation();
        invocation->declare(declaration);
        for (const Parameter& parameter : declaration.parameters())
            if (values.contains(parameter.value) || parameter.names == "--outcome")
                found.insert(
                    fmt::format("{} {}", command->name,
                                parameter.is_argument() ? parameter.value : parameter.names));
    }
    found.erase("pause WHY"); // an entry of its own, beside those that stand
    return found;
}

} // namespace

TEST_CASE("every parameter that writes an outcome or an answer is tried here") {
    std::set<std::string> tried;
    for (const Way& way : ways)
        tried.insert(way.parameter);
    CHECK(declared() == tried);
}

TEST_CASE("a text that settles something stays, unless another is forced in its place") {
    for (const Way& way : ways) {
        CAPTURE(way.parameter);
        const Outcome refused = run_with(standing, way.words);
        CAPTURE(refused.error);
        CHECK(refused.exit == Exit::unknown);
        CHECK(refused.text == standing);
        CHECK(refused.error.find("already: It stands") != std::string::npos);
        CHECK(refused.error.find("--force") != std::string::npos);
        CHECK(refused.error.find(way.forced_by) != std::string::npos);
        if (!way.forced_by.empty()) continue;
        Words forced = way.words;
        forced.emplace_back("--force");
        const Outcome replaced = run_with(standing, forced);
        CAPTURE(replaced.error);
        CHECK(replaced.exit == Exit::done);
        CHECK(count(replaced.text, "It stands") == 3);
        CHECK(count(replaced.text, "Another") == (way.words.back().ends_with('=') ? 0 : 1));
    }
}

TEST_CASE("the text that stands there may be said again, and where nothing is said it stays") {
    for (Way way : ways) {
        CAPTURE(way.parameter);
        std::string& last = way.words.back();
        if (last.ends_with('=')) continue;
        last.replace(last.rfind("Another"), 7, "It stands");
        const Outcome same = run_with(standing, way.words);
        CHECK(same.exit == Exit::done);
        CHECK(count(same.text, "It stands") == 4);
    }
    for (const Words& words : {Words{"done", "ada", "c7k2"}, Words{"goal", "drop", "ada", "g3kq"},
                               Words{"end", "ada", "--done", "c7k2", "--goal-done", "g3kq"}}) {
        const Outcome silent = run_with(standing, words);
        CHECK(silent.exit == Exit::done);
        CHECK(count(silent.text, "It stands") == 4);
    }
}

} // namespace mentor::standing_text_test
