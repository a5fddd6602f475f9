// SPDX-License-Identifier: MIT
//
// In a journal of 200 names a wrong one hits nobody: first names of others, slips of the pen and
// letters in order only suggest, whichever command that writes is given them.
#include "cli/run.hpp"
#include "cli/table.hpp"
#include "core/model/who.hpp"
#include "core/text.hpp"
#include "support/memory_host.hpp"
#include "support/rounds.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace mentor::near_names_test {

namespace {

const std::vector<std::string> first_names{"Ada",       "Amara",  "Beatriz", "Chidi",   "Dmitri",
                                           "Elena",     "Fatima", "Grace",   "Hiroshi", "Ilse",
                                           "Joaquín",   "Katja",  "Lars",    "Mei",     "Nadia",
                                           "Oluwaseun", "Priya",  "Rosa",    "Søren",   "Victoria"};
const std::vector<std::string> last_names{"Byron",   "Castellanos", "van Doorn",     "Eriksson",
                                          "Fujita",  "Hopper",      "Jean-Baptiste", "Mendez",
                                          "O'Neill", "Quist"};
const std::vector<std::string> strangers{"Maria",  "Eva",   "Tim",   "Olaf",  "Zora",  "Henk",
                                         "Gustav", "Wanda", "Yusuf", "Bruno", "Kwame", "Ingrid"};

std::vector<Handle> everyone() {
    std::vector<Handle> handles;
    for (const auto& first : first_names) {
        for (const auto& last : last_names) {
            const std::string name = first + " " + last;
            handles.push_back({slug_of(name), name, {}});
        }
    }
    return handles;
}

std::string letters_of(const std::string& text) {
    std::string letters = slug_of(text);
    std::erase(letters, '-');
    return letters;
}

// Said another way than match_who does: from the beginning of a word on, without blanks and signs,
// the name begins so.
bool is_beginning(const std::string& wrong, const std::vector<Handle>& handles) {
    const std::string letters = letters_of(wrong);
    return std::ranges::any_of(handles, [&](const Handle& handle) {
        for (std::size_t at = 0; at < handle.slug.size(); ++at)
            if ((at == 0 || handle.slug[at - 1] == '-') &&
                letters_of(handle.slug.substr(at)).starts_with(letters))
                return true;
        return false;
    });
}

struct Wrong {
    std::string name;
    bool is_near;
};

template<class Random>
std::string slip_of(std::string name, Random& random) {
    const std::size_t at = 1 + random() % (name.size() - 2);
    switch (random() % 3) {
    case 0:
        std::swap(name[at], name[at + 1]);
        return name;
    case 1:
        return name.erase(at, 1);
    default:
        name[at] = static_cast<char>('a' + random() % 26);
        return name;
    }
}

template<class Random>
Wrong wrong_name(const std::vector<Handle>& handles, Random& random) {
    const Handle& one = handles[random() % handles.size()];
    switch (random() % 3) {
    case 0:
        return {strangers[random() % strangers.size()], false};
    case 1:
        return {slip_of(letters_of(one.slug), random), true};
    default:
        std::string some;
        for (const char c : letters_of(one.slug))
            if (random() % 2 == 0) some += c;
        return {some, some.size() >= 2};
    }
}

std::vector<Wrong> wrong_names(std::size_t count) {
    const auto handles = everyone();
    std::mt19937 random(20261122);
    std::vector<Wrong> wrong;
    while (wrong.size() < count) {
        Wrong one = wrong_name(handles, random);
        if (!one.name.empty() && !is_beginning(one.name, handles)) wrong.push_back(std::move(one));
    }
    return wrong;
}

// The command lines of this command on which `who` is a WHO, the argument's or an option's, with a
// word for every other argument.
std::vector<std::vector<std::string>> typed(const Command& command, const std::string& who) {
    const auto invocation = command.invocation();
    Declaration declaration;
    invocation->declare(declaration);
    const auto line_with = [&](const Parameter& wrong) {
        std::vector<std::string> words = split(std::string(command.name), ' ');
        if (!wrong.is_argument()) words.insert(words.end(), {wrong.names, who});
        for (const Parameter& parameter : declaration.parameters())
            if (parameter.is_argument())
                words.push_back(&parameter == &wrong       ? who
                                : parameter.value == "WHO" ? "ada-byron"
                                                           : "word");
        return words;
    };
    std::vector<std::vector<std::string>> lines;
    for (const Parameter& parameter : declaration.parameters())
        if (parameter.value == "WHO") lines.push_back(line_with(parameter));
    return lines;
}

} // namespace

TEST_CASE("2,000 wrong names name nobody, and whoever is near is suggested") {
    const auto handles = everyone();
    REQUIRE(handles.size() == 200);
    std::size_t count = 0;
    for (const Wrong& wrong : wrong_names(static_cast<std::size_t>(rounds(2'000)))) {
        CAPTURE(wrong.name);
        CHECK(match_who(wrong.name, handles).empty());
        // What is near takes far longer to find.
        if (++count % 10 == 0 && wrong.is_near)
            CHECK_FALSE(nearest_who(wrong.name, handles).empty());
    }
}

TEST_CASE("no command that writes does so under a wrong name") {
    MemoryHost host;
    host.environment = {{"HOME", "/home/ada"}};
    for (const Handle& handle : everyone())
        host.put("/home/ada/.local/share/mentor/" + handle.slug + ".toml",
                 fmt::format("name = \"{}\"\nrole = \"mentor\"\n", handle.name));
    const auto before = host.files;
    const auto names =
        wrong_names(static_cast<std::size_t>(rounds(400))); // whoever is near takes long to find
    std::vector<const Command*> writing;
    for (const Command* command : command_table())
        if (command->effect() == Effect::writes && !typed(*command, "x").empty())
            writing.push_back(command);
    REQUIRE(writing.size() > 20);
    // Each name to one of them in turn: a name is looked up in one place, whoever asks.
    std::size_t next = 0, unknown = 0;
    for (const Wrong& wrong : names) {
        for (auto words : typed(*writing[next++ % writing.size()], wrong.name)) {
            words.insert(words.end(), {"--yes", "--no-input"});
            host.error.clear();
            CAPTURE(join(words, " "));
            CHECK(run(host, words) != Exit::done);
            CHECK(host.files == before);
            // Some find out first that another word can't be.
            if (host.error.find("nobody called '" + wrong.name) == std::string::npos) continue;
            ++unknown;
            if (wrong.is_near) CHECK(host.error.find("did you mean") != std::string::npos);
        }
    }
    CHECK(unknown > names.size() * 3 / 4);
}

} // namespace mentor::near_names_test
