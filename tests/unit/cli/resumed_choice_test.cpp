// SPDX-License-Identifier: MIT
//
// What was ticked in a list before a conversation was left, and other hands came: whoever goes on
// marks that very thing, or is asked again, and never one that is called the same.
#include "cli/run.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace mentor::resumed_choice_test {

namespace {

using Words = std::vector<std::string>;

// A kind of thing that the check-in's list has.
struct Kind {
    std::string table, keys, mark; // `mark`: the key that says that it was ticked
    Words after;                   // answered once it was ticked
};

const std::vector<Kind> kinds{
    {"commitment", "owner = \"me\"\nwhat = \"Send it\"\nmade = 2026-10-22\n", "done", {"Well"}},
    {"gift", "what = \"Send it\"\n", "given", {}},
    {"milestone", "what = \"Send it\"\ngoal = \"g999\"\ndue = 2026-11-20\n", "done", {}},
};

// A thing of the file; its number is what only this test looks at.
struct Thing {
    int number;
    std::string id;
    std::string more = "";
};

std::string text_of(const Kind& kind, const std::vector<Thing>& things) {
    std::string text =
        "name = \"Ada\"\nrole = \"mentor\"\n\n[[goal]]\nid = \"g999\"\ntitle = \"Lead\"\n";
    for (const auto& [number, id, more] : things) {
        text += fmt::format("\n[[{}]]\n{}{}number = {}\n", kind.table, kind.keys, more, number);
        if (!id.empty()) text += fmt::format("id = \"{}\"\n", id);
    }
    return text;
}

// The numbers of those that were ticked today.
std::vector<int> marked(const Kind& kind, const std::string& text) {
    std::vector<int> numbers;
    const std::string day = fmt::format("\n{} = 2026-11-22", kind.mark);
    const std::string key = "\nnumber = ";
    for (std::size_t at = text.find("[["); at != std::string::npos;) {
        const std::size_t next = text.find("[[", at + 2);
        const std::string block = text.substr(at, next - at);
        if (block.find(day) != std::string::npos && block.find(key) != std::string::npos)
            numbers.push_back(std::stoi(block.substr(block.find(key) + key.size())));
        at = next;
    }
    return numbers;
}

struct World {
    MemoryHost host;

    World() {
        host.environment = {{"HOME", "/home"}, {"MENTOR_DIR", "/journal"}};
        host.use_terminal();
    }
    std::string& ada() { return host.files["/journal/ada.toml"]; }
    Exit run(const Words& words, const Words& answers) {
        host.answers = {answers.begin(), answers.end()};
        host.error.clear();
        host.asked.clear();
        return mentor::run(host, words);
    }
    bool asked(std::string_view question) const {
        return std::ranges::any_of(host.asked, [&](const Prompt& prompt) {
            return prompt.question.find(question) != std::string::npos;
        });
    }
};

constexpr std::string_view which = "Which of these are done?";
const Words until_the_list{"", "", "hello", ""};
const Words enough(20, "");

// Leaves right behind the choice of the thing at that place, from 1.
Exit leave_at(World& world, const Kind& kind, std::size_t place) {
    Words answers = until_the_list;
    answers.push_back(std::to_string(place));
    answers.insert(answers.end(), kind.after.begin(), kind.after.end());
    return world.run({"log", "ada"}, answers);
}

// What other hands do meanwhile to the one that was chosen, to one of the others, or around them.
struct Meanwhile {
    std::string what;
    void (*change)(const Kind& kind, std::vector<Thing>& things, std::size_t chosen);
    bool keeps = true; // the thing that was chosen, wherever it stands then
};

const std::vector<Meanwhile> changes{
    {"nothing", [](const Kind&, std::vector<Thing>&, std::size_t) {}},
    {"the chosen one is settled",
     [](const Kind& kind, std::vector<Thing>& things, std::size_t chosen) {
         things[chosen].more = kind.mark + " = 2026-11-21\n";
     },
     false},
    {"another one is settled",
     [](const Kind& kind, std::vector<Thing>& things, std::size_t chosen) {
         if (things.size() > 1)
             things[(chosen + 1) % things.size()].more = kind.mark + " = 2026-11-21\n";
     }},
    {"the chosen one goes",
     [](const Kind&, std::vector<Thing>& things, std::size_t chosen) {
         things.erase(things.begin() + static_cast<std::ptrdiff_t>(chosen));
     },
     false},
    {"another one comes before it",
     [](const Kind&, std::vector<Thing>& things, std::size_t) {
         things.insert(things.begin(), {99, "z999"});
     }},
    {"another one comes in its place",
     [](const Kind&, std::vector<Thing>& things, std::size_t chosen) {
         things[chosen] = {99, things[chosen].id.empty() ? "" : "z999"};
     },
     false},
};

const std::vector<Words> all_ids{{"a111", "b222", "c333"}, {"", "", ""}, {"a111", "a111", "a111"},
                                 {"a111", "", "c333"},     {"a111"},     {""}};

} // namespace

TEST_CASE("whoever goes on marks what was chosen, or is asked again") {
    for (const Kind& kind : kinds) {
        for (const Words& ids : all_ids) {
            for (const Meanwhile& meanwhile : changes) {
                for (std::size_t chosen = 0; chosen < ids.size(); ++chosen) {
                    CAPTURE(kind.table);
                    CAPTURE(ids);
                    CAPTURE(meanwhile.what);
                    CAPTURE(chosen);
                    std::vector<Thing> things;
                    for (std::size_t i = 0; i < ids.size(); ++i)
                        things.push_back({static_cast<int>(i), ids[i]});
                    World world;
                    world.host.put("/journal/ada.toml", text_of(kind, things));
                    REQUIRE(leave_at(world, kind, chosen + 1) == Exit::interrupted);
                    const bool has_own_id =
                        !ids[chosen].empty() && std::ranges::count(ids, ids[chosen]) == 1;
                    const int number = things[chosen].number;
                    meanwhile.change(kind, things, chosen);
                    world.ada() = text_of(kind, things);

                    REQUIRE(world.run({"log", "ada", "--resume"}, enough) == Exit::done);
                    const auto now = marked(kind, world.ada());
                    const bool is_known =
                        meanwhile.keeps &&
                        (has_own_id ||
                         std::string_view(meanwhile.what).find("before") == std::string_view::npos);
                    CHECK(now == (is_known ? std::vector<int>{number} : std::vector<int>{}));
                    if (now.empty() && !things.empty())
                        CHECK(world.ada().find("Well") == std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("answers that an older mentor kept, by their words alone, choose among twins no more") {
    const Kind& kind = kinds.front();
    for (const Words& ids : {Words{"a111", "b222"}, Words{"", ""}, Words{"a111"}}) {
        CAPTURE(ids);
        std::vector<Thing> things;
        for (std::size_t i = 0; i < ids.size(); ++i)
            things.push_back({static_cast<int>(i), ids[i]});
        World world;
        world.host.put("/journal/ada.toml", text_of(kind, things));
        REQUIRE(leave_at(world, kind, ids.size()) == Exit::interrupted);
        for (auto& [file, text] : world.host.files) {
            if (file.string().find("/answers/") == std::string::npos) continue;
            const std::size_t from = text.find("chosen = ");
            REQUIRE(from != std::string::npos);
            text.erase(from, text.find('\n', from) - from + 1);
            const std::size_t words = text.find("\"you: Send it");
            REQUIRE(words != std::string::npos);
            text.replace(words, text.find('\n', words) - words, "\"you: Send it\"");
        }
        REQUIRE(world.run({"log", "ada", "--resume"}, enough) == Exit::done);
        const bool is_only = ids.size() == 1;
        CHECK(world.asked(which) == !is_only);
        CHECK(marked(kind, world.ada()) == (is_only ? std::vector<int>{0} : std::vector<int>{}));
    }
}

TEST_CASE("the words that several share choose none of them, in one go either") {
    for (const Kind& kind : kinds) {
        for (const Words& ids : all_ids) {
            if (ids.size() == 1) continue;
            CAPTURE(kind.table);
            CAPTURE(ids);
            std::vector<Thing> things;
            for (std::size_t i = 0; i < ids.size(); ++i)
                things.push_back({static_cast<int>(i), ids[i]});
            for (const std::string typed : {"Send it", "send"}) {
                World world;
                world.host.put("/journal/ada.toml", text_of(kind, things));
                Words answers = until_the_list;
                answers.insert(answers.end(), {typed, "2"});
                answers.insert(answers.end(), kind.after.begin(), kind.after.end());
                answers.insert(answers.end(), enough.begin(), enough.end());
                REQUIRE(world.run({"log", "ada"}, answers) == Exit::done);
                CHECK(marked(kind, world.ada()) == std::vector<int>{1});
            }
        }
    }
}

TEST_CASE("of two goals that are called the same the one that was ticked is talked about") {
    const std::string goals = "name = \"Ada\"\nrole = \"mentor\"\n"
                              "[[goal]]\nid = \"g111\"\ntitle = \"Lead\"\n"
                              "[[goal]]\nid = \"g222\"\ntitle = \"Lead\"\n";
    World world;
    world.host.put("/journal/ada.toml", goals);
    Words answers = until_the_list;
    answers.push_back("2");
    REQUIRE(world.run({"log", "ada"}, answers) == Exit::interrupted);
    CHECK(world.host.error.find("Lead (g222)") != std::string::npos);
    REQUIRE(world.run({"log", "ada", "--resume"}, enough) == Exit::done);
    CHECK(world.ada().find("goals = [\"g222\"]") != std::string::npos);
}

TEST_CASE("an answer about one thing is given to no other of which the same is asked") {
    const std::string ada = "name = \"Ada\"\nrole = \"mentor\"\n";
    const std::string first = "[[goal]]\nid = \"g111\"\ntitle = \"Lead\"\n";
    const std::string second = "[[goal]]\nid = \"g222\"\ntitle = \"Lead\"\n";
    const std::string reached = "done = 2026-11-21\n";
    const std::string question = "[[question]]\nask = \"How is it?\"\nnumber = ";
    struct Row {
        Words words, answers;
        std::string before, after;
    };
    const std::vector<Row> rows{
        {{"end", "ada"}, {"reached", "Mine"}, first + second, first + reached + second},
        {{"log", "ada"},
         {"", "", "hello", "", "", "Mine"},
         question + "1\n" + question + "2\n",
         question + "1\nasked = 2026-11-21\nanswer = \"Theirs\"\n" + question + "2\n"},
        {{"goal", "grow", "ada", "lead"}, {"", "Mine"}, first, first + reached + second},
        {{"goal", "done", "ada", "lead"}, {"Mine"}, first, first + reached + second},
    };
    for (const Row& row : rows) {
        for (const bool is_changed : {false, true}) {
            CAPTURE(row.words);
            CAPTURE(is_changed);
            World world;
            world.host.put("/journal/ada.toml", ada + row.before);
            REQUIRE(world.run(row.words, row.answers) == Exit::interrupted);
            if (is_changed) world.ada() = ada + row.after;
            Words again = row.words;
            again.push_back("--resume");
            REQUIRE(world.run(again, enough) == Exit::done);
            CHECK((world.ada().find("Mine") == std::string::npos) == is_changed);
        }
    }
}

TEST_CASE("whom a run was about is that person, and nobody who is called alike") {
    for (const bool is_gone : {false, true}) {
        CAPTURE(is_gone);
        World world;
        world.host.put("/journal/ada.toml", "name = \"Ada\"\nrole = \"mentor\"\n");
        world.host.put("/journal/bob.toml", "name = \"Bob\"\nrole = \"mentor\"\n");
        REQUIRE(world.run({"log"}, {"bob"}) == Exit::interrupted);
        world.host.put("/journal/bob-two.toml", "name = \"Bob Two\"\nrole = \"mentor\"\n");
        if (is_gone) world.host.files.erase("/journal/bob.toml");
        world.run({"log", "--resume"}, {});
        CHECK(world.asked("Who was it with?") == is_gone);
        CHECK(world.asked("When were you in touch with Bob?") != is_gone);
    }
}

} // namespace mentor::resumed_choice_test
