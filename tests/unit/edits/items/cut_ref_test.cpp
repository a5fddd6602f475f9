// SPDX-License-Identifier: MIT
//
// Every command in which words follow a REF, on random files full of near twins: where the words
// of a thing are typed without quotes, nothing else is written in its place.
#include "cli/run.hpp"
#include "cli/table.hpp"
#include "core/text.hpp"
#include "edits/items/cut_ref.hpp"
#include "support/memory_host.hpp"
#include "support/rounds.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

namespace mentor::cut_ref_test {

namespace {

using Words = std::vector<std::string>;

const std::filesystem::path file = "/home/ada/.local/share/mentor/ada.toml";

// A command line, as far as REF and the words behind it.
struct Way {
    std::string command;
    Words begin;
};

const std::vector<Way> ways{
    {"done", {"done", "ada"}},
    {"drop", {"drop", "ada"}},
    {"amend", {"amend", "ada"}},
    {"amend", {"amend", "ada", "--due", "2w"}},
    {"todo move", {"todo", "move", "ada"}},
    {"goal done", {"goal", "done", "ada"}},
    {"goal drop", {"goal", "drop", "ada"}},
    {"goal step", {"goal", "step", "ada"}},
    {"ask --answer", {"ask", "ada", "--answer"}},
    {"goal add --follows", {"goal", "add", "ada", "New", "--measure", "x", "--follows"}},
    {"advice --worked", {"advice", "ada", "--worked"}},
    {"advice --tried", {"advice", "ada", "--tried"}},
    {"give --given", {"give", "ada", "--given"}},
};

const Words texts{"Send notes",  "Send the notes to Grace",
                  "Send friday", "Friday notes",
                  "Read it",     "Read a book",
                  "Notes",       "Read",
                  "Grace notes", "Book by Grace"};
const Words tables{"commitment", "goal", "milestone", "question", "gift", "advice"};

std::string text_of(const std::string& table, const std::string& id, const std::string& words,
                    bool is_open) {
    std::string text = fmt::format("\n[[{}]]\n", table);
    if (!id.empty()) text += fmt::format("id = \"{}\"\n", id);
    text += fmt::format("{} = \"{}\"\n",
                        table == "goal"       ? "title"
                        : table == "question" ? "ask"
                                              : "what",
                        words);
    if (table == "milestone") text += "goal = \"gaaa\"\n";
    if (!is_open)
        text += fmt::format("{} = 2026-11-01\n", table == "question" ? "asked"
                                                 : table == "gift"   ? "given"
                                                 : table == "advice" ? "thanked"
                                                                     : "done");
    return text;
}

struct Outcome {
    Exit exit = Exit::done;
    std::string after, error;
};

Outcome run_on(const std::string& text, const Words& words) {
    MemoryHost host;
    host.environment["HOME"] = "/home/ada";
    host.make_folder(file.parent_path());
    host.put(file, text);
    Outcome outcome;
    outcome.exit = run(host, words);
    outcome.after = host.files.at(file);
    outcome.error = host.error;
    return outcome;
}

Words split(const std::string& text) {
    Words words{""};
    for (const char byte : text)
        if (byte == ' ')
            words.emplace_back();
        else
            words.back() += byte;
    return words;
}

Words line_of(const Way& way, const Words& typed) {
    Words line = way.begin;
    line.insert(line.end(), typed.begin(), typed.end());
    return line;
}

// The table in which the two texts begin to differ.
std::string changed_table(const std::string& before, const std::string& after) {
    const auto at = std::ranges::mismatch(before, after).in1 - before.begin();
    const auto begin = before.rfind("\n[[", static_cast<std::size_t>(at) - 1);
    return begin == std::string::npos
               ? ""
               : before.substr(begin, before.find("\n[[", begin + 1) - begin);
}

const std::string head = "name = \"Ada\"\nrole = \"mentor\"\n";
const std::string twins = head + text_of("commitment", "c111", "Send notes", false) +
                          text_of("commitment", "c222", "Send the draft to the editor", true);

} // namespace

TEST_CASE("every command in which words follow a REF is tried here") {
    std::set<std::string> tried;
    for (const Way& way : ways)
        tried.insert(way.command);
    for (const Command* command : command_table()) {
        Declaration declaration;
        const auto invocation = command->invocation();
        invocation->declare(declaration);
        bool takes_ref = false;
        for (const Parameter& parameter : declaration.parameters()) {
            if (takes_ref && parameter.is_argument() && parameter.repeats())
                CHECK_MESSAGE(tried.contains(std::string(command->name)), command->name);
            takes_ref = takes_ref || (parameter.is_argument() && parameter.value == "REF");
        }
    }
}

TEST_CASE("the words of a thing without quotes write into nothing") {
    int told = 0;
    for (unsigned seed = 0; seed < static_cast<unsigned>(rounds(150)); ++seed) {
        std::mt19937 dice(seed);
        const auto pick = [&](const Words& from) { return from[dice() % from.size()]; };
        std::string text = head;
        Words held;
        for (std::size_t i = 2 + dice() % 8; i > 0; --i) {
            held.push_back(pick(texts));
            text += text_of(pick(tables), pick({"", "c7k2", "c7k3", "c9"}), held.back(),
                            dice() % 3 != 0);
        }
        for (const Way& way : ways) {
            const std::string whole = pick(held);
            Words typed = split(whole);
            if (typed.size() < 2) continue;
            if (dice() % 2 == 0 && way.command != "todo move") typed.push_back("well");
            const Outcome outcome = run_on(text, line_of(way, typed));
            CAPTURE(seed);
            CAPTURE(join(line_of(way, typed), " "));
            CAPTURE(text);
            CAPTURE(outcome.error);
            if (outcome.exit == Exit::done)
                CHECK(changed_table(text, outcome.after).find('"' + whole + '"') !=
                      std::string::npos);
            else
                CHECK(outcome.after == text);
            if (outcome.error.find("put in quotes what names it") != std::string::npos) ++told;
        }
    }
    CHECK(told > 3 * rounds(150));
}

TEST_CASE("what is said of a thing in words of its own is taken") {
    for (const char* ref : {"draft", "send", "c222", "c22", "^c222", "editor"}) {
        CAPTURE(ref);
        CHECK(run_on(twins, {"done", "ada", ref, "went", "off", "well"}).exit == Exit::done);
        CHECK(run_on(twins, {"amend", "ada", ref, "Mail", "it"}).exit == Exit::done);
        CHECK(run_on(twins, {"done", "ada", ref, "notes came with it"}).exit == Exit::done);
        CHECK(run_on(twins, {"todo", "move", "ada", ref, "2w"}).exit == Exit::done);
    }
    CHECK(run_on(twins, {"done", "ada", "draft", "draft", "is", "out"}).exit == Exit::done);
    CHECK(run_on(twins, {"amend", "ada", "draft", "Send", "the", "final", "draft"}).exit ==
          Exit::done);
    CHECK(run_on(twins, {"done", "ada", "send the draft", "to", "the", "editor"}).exit ==
          Exit::done);
}

TEST_CASE("a word that is an id, too, is one behind its mark, and in the words of another") {
    const std::string text = head + text_of("commitment", "send", "Read a book", true) +
                             text_of("commitment", "c222", "Send notes", true);
    CHECK(run_on(text, {"done", "ada", "send", "well"}).exit == Exit::done);
    CHECK(run_on(text, {"done", "ada", "^send", "notes"}).exit == Exit::done);
    const Outcome refused = run_on(text, {"done", "ada", "send", "notes"});
    CHECK(refused.exit == Exit::usage);
    CHECK(refused.error ==
          "mentor: 'send notes' may be words that name it, and only one word can be the REF\n"
          "  c222  Send notes (promise)\n"
          "  put in quotes what names it, and what is said of it; or give its id\n");
}

TEST_CASE("words that don't follow an option's REF are none of its") {
    const std::string text = head + text_of("goal", "g111", "Big talk", false) +
                             text_of("goal", "g222", "Big course", true);
    for (const Words& words : std::vector<Words>{
             {"log", "ada", "Talk", "of", "it", "--goal", "big"},
             {"log", "ada", "Talk", "of", "it", "--goal=big"},
             {"log", "ada", "--goal", "big", "--kind", "call", "Talk", "of", "it"},
             {"log", "ada", "--goal", "big", "--", "Talk", "of", "it"},
             {"log", "ada", "Talk", "--grow", "big", "--way", "Ask Tim"},
             {"log", "--goal", "big", "ada", "Spoke", "well"},
             {"goal", "add", "ada", "Talk", "--measure", "x", "--follows", "big"},
         }) {
        const Outcome outcome = run_on(text, words);
        CAPTURE(join(words, " "));
        CAPTURE(outcome.error);
        CHECK(outcome.exit == Exit::done);
    }
    for (const Words& words : std::vector<Words>{
             {"log", "ada", "--goal", "big", "talk", "of", "it"},
             {"log", "ada", "--goal=big", "talk", "of", "it"},
             {"log", "ada", "Well", "--kind", "call", "--goal", "big", "talk", "--private"},
             {"log", "ada", "--goal", "course", "--goal", "big", "talk"},
             {"log", "ada", "--goal", "big", "course"},
             {"log", "ada", "--grow", "big", "talk", "--way", "Ask Tim"},
             {"goal", "add", "ada", "New", "--follows", "big", "talk", "--measure", "x"},
         }) {
        const Outcome outcome = run_on(text, words);
        CAPTURE(join(words, " "));
        CHECK(outcome.exit == Exit::usage);
        CHECK(outcome.error.find("put in quotes what names it") != std::string::npos);
        CHECK(outcome.after == text);
    }
}

} // namespace mentor::cut_ref_test
