// SPDX-License-Identifier: MIT
//
// Of a command that shows and writes, an option for what is shown is never swallowed where it
// writes: what is private might stand there for all to read.
#include "cli/run.hpp"
#include "cli/table.hpp"
#include "core/text.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace mentor::outputs_test {

namespace {

using Words = std::vector<std::string>;

constexpr const char* journal = "/home/ada/.local/share/mentor";
constexpr const char* ada = R"(name = "Ada Lovelace"
role = "mentor"

[[question]]
id = "q111"
ask = "What would you read?"
added = 2026-11-01

[[advice]]
id = "a111"
what = "Lead"
on = 2026-11-01

[[gift]]
id = "g111"
what = "The essay"
added = 2026-11-01

[[occasion]]
what = "birthday"
on = "12-10"
)";
// A letter is missing, which `check --fix` mends.
constexpr const char* grace = "name = \"Grace\"\nrole = \"peer\"\nstag = \"active\"\n";

const std::map<std::string, std::string> foreign{
    {"/tmp/csv", "Name\nBob\n"},
    {"/tmp/vcard", "BEGIN:VCARD\nVERSION:3.0\nFN:Bob\nEND:VCARD\n"},
    {"/tmp/jrnl", "[2024-01-02 10:00] Coffee with @ada.\n"},
    {"/tmp/json", R"({"schema": "mentor.export/1", "items": [
 {"slug": "bob", "name": "Bob", "file": "name = \"Bob\"\nrole = \"peer\"\n"}]})"},
    {"/tmp/friends", "### Activities:\n- 2024-02-06: Lunch with **Bob**.\n\n### Friends:\n- Bob\n"},
};

// What each of them writes, in all the ways that it has.
const std::map<std::string, std::vector<Words>> writing{
    {"advice",
     {{"ada", "Rest"},
      {"ada", "Rest", "--on", "2026-11-02"},
      {"ada", "a111", "--tried"},
      {"ada", "a111", "--worked", "Yes"},
      {"ada", "a111", "--not-for-me", "No"},
      {"ada", "a111", "--disagreed", "No"},
      {"ada", "a111", "--told"},
      {"ada", "a111", "--thanked"}}},
    {"ask",
     {{"ada", "Why?"},
      {"ada", "--answer", "q111=Gibbon"},
      {"ada", "--answer", "q111="},
      {"ada", "--take", "1"},
      {"ada", "--suggest", "--take", "1,2"},
      {"ada", "--phase", "middle", "--take", "1"}}},
    {"check", {{"--fix", "--yes"}}},
    {"config", {{"within", "3w"}, {"within", ""}}},
    {"give", {{"ada", "A seat"}, {"ada", "A seat", "--by", "fri"}, {"ada", "g111", "--given"}}},
    {"import csv", {{"/tmp/csv", "--only", "bob"}}},
    {"import friends", {{"/tmp/friends", "--only", "bob"}}},
    {"import jrnl", {{"/tmp/jrnl", "--only", "ada"}, {"/tmp/jrnl", "--yes"}}},
    {"import json", {{"/tmp/json", "--only", "bob"}, {"/tmp/json", "--yes"}}},
    {"import vcard", {{"/tmp/vcard", "--only", "bob"}}},
    {"occasion",
     {{"ada", "divorce", "12-12"},
      {"ada", "birthday", "11", "dec"},
      {"ada", "birthday", "--notice", "2w"},
      {"ada", "talk", "2027-01-02", "--once"},
      {"ada", "birthday", "--remove"}}},
    {"undo", {{}, {"1"}, {"--forget", "--yes"}}},
};

const std::vector<Words> output_options{{"--json"},         {"--jsonl"},
                                        {"--format", "md"}, {"--format", "text"},
                                        {"--format", "{x"}, {"--format", "{slug}"},
                                        {"--count"},        {"-0"},
                                        {"--null"},         {"--private"}};

Words words_of(const std::string& command, const Words& words) {
    Words all = split(command, ' ');
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

struct Ran {
    Exit exit;
    bool wrote;
    std::string output, error, journal;
};

Ran run_alone(const Words& words) {
    MemoryHost host;
    host.environment = {{"HOME", "/home/ada"}};
    const std::string file = std::string(journal) + "/ada.toml";
    host.put(file, ada);
    host.put(std::string(journal) + "/grace.toml", grace);
    host.put(std::string(journal) + "/bad.toml", "name = \"Bad\"\n"); // which nothing mends
    for (const auto& [name, text] : foreign)
        host.put(name, text);
    run(host, {"log", "grace", "Lunch"});
    run(host, {"config", "within", "2w"});
    const auto before = host.files;
    host.output.clear();
    host.error.clear();
    const Exit exit = run(host, words);
    return {exit, host.files != before, host.output, host.error, host.files[file]};
}

std::size_t count_private(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("private = true", at)) != std::string::npos; ++at)
        ++count;
    return count;
}

} // namespace

TEST_CASE(
    "an option for what is shown is refused where a command writes, or it does what it says") {
    for (const Command* command : command_table()) {
        const auto invocation = command->invocation();
        Declaration declaration;
        invocation->declare(declaration);
        if (command->effect() != Effect::writes || !declaration.find_option("--json")) continue;
        CAPTURE(command->name);
        const std::string name(command->name);
        REQUIRE(writing.contains(name));
        for (const Words& words : writing.at(name)) {
            CAPTURE(join(words, " "));
            const Ran bare = run_alone(words_of(name, words));
            REQUIRE(bare.wrote);
            for (const Words& option : output_options) {
                Words given = words_of(name, words);
                given.insert(given.end(), option.begin(), option.end());
                CAPTURE(option.front());
                const Ran ran = run_alone(given);
                if (ran.exit == Exit::usage) {
                    CHECK_FALSE(ran.wrote);
                    continue;
                }
                // Shown, or private.
                if (option.front() == "--private" && name != "check")
                    CHECK(count_private(ran.journal) > count_private(bare.journal));
                else
                    CHECK(ran.output != "");
            }
        }
    }
}

TEST_CASE("what is asked, given and advised with --private is private, and named in no Markdown") {
    for (const Words& words : std::vector<Words>{{"ask", "ada", "SECRET?"},
                                                 {"ask", "ada", "--answer", "q111=SECRET"},
                                                 {"give", "ada", "SECRET by fri"},
                                                 {"advice", "ada", "SECRET"}}) {
        CAPTURE(join(words, " "));
        MemoryHost host;
        host.environment = {{"HOME", "/home/ada"}};
        const std::string file = std::string(journal) + "/ada.toml";
        host.put(file, ada);
        Words given = words;
        given.emplace_back("--private");
        CHECK(run(host, given) == Exit::done);
        CHECK(host.files[file].find("SECRET") != std::string::npos);
        CHECK(count_private(host.files[file]) == 1);
        host.output.clear();
        for (const char* shown : {"ask", "give", "advice", "show", "prep"})
            CHECK(run(host, {shown, "ada", "--format", "md"}) == Exit::done);
        CHECK(host.output.find("SECRET") == std::string::npos);
    }
}

} // namespace mentor::outputs_test
