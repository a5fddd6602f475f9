// SPDX-License-Identifier: MIT
//
// Whom the answers of a conversation that was left are about: that very person, whatever the name
// has come to mean meanwhile, or somebody else where that is said.
#include "cli/run.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mentor::resumed_person_test {

namespace {

using Words = std::vector<std::string>;

// A command, and the answers after which it is left.
struct Conversation {
    Words words, answers;
};

const std::vector<Conversation> conversations{
    {{"log", "ada"}, {"", "", "Mine", ""}},
    {{"log", "ada", "--kind", "call"}, {"", "Mine", ""}},
    {{"log", "--kind", "call"}, {"ada", "", "Mine", ""}},
    {{"log", "--kind", "call"}, {"Lovelace", "", "Mine", ""}},
    {{"agree", "ada"}, {"3w"}},
    {{"end", "ada"}, {"reached", "Mine"}},
    {{"goal", "add", "ada", "Speak"}, {"Mine"}},
    {{"goal", "grow", "ada", "lead"}, {"", "Mine"}},
    {{"goal", "done", "ada", "lead"}, {"Mine"}},
    {{"goal", "step", "ada", "lead"}, {"Mine"}},
    {{"pulse", "ada"}, {"4"}},
    {{"log", "bob", "--with", "ada", "--kind", "call"}, {"", "Mine", ""}},
};

std::string file_of(const std::string& name, const std::string& uid, const std::string& more = "") {
    std::string text = fmt::format("name = \"{}\"\nrole = \"mentor\"\nstage = \"active\"\n", name);
    if (!uid.empty()) text += fmt::format("uid = \"{}\"\n", uid);
    return text + more + "\n[[goal]]\nid = \"g111\"\ntitle = \"Lead\"\n";
}

constexpr const char* ada = "/journal/ada-lovelace.toml";
constexpr const char* king = "/journal/king.toml";
constexpr const char* byron = "/journal/ada-byron.toml";
constexpr const char* her_uid = "aaaaaaaaaaaaaaaa";
constexpr const char* other_uid = "bbbbbbbbbbbbbbbb";
const std::string called_ada = "aka = [\"ada\"]\n";

using Files = std::map<std::filesystem::path, std::string>;

// What other hands do meanwhile.
struct Meanwhile {
    std::string what;
    void (*change)(Files& files, const std::string& uid);
    // The file that the answers go to, or "" for none: where Enter and where yes is said to what is
    // asked of the person. "?" where the person is asked for anew.
    const char* by_enter;
    const char* by_yes;
    bool needs_uid = false;
};

const std::vector<Meanwhile> changes{
    {"nothing", [](Files&, const std::string&) {}, ada, ada},
    {"somebody else comes whom the name may mean as well",
     [](Files& files, const std::string&) { files[byron] = file_of("Ada Byron", other_uid); }, ada,
     ada},
    {"somebody else gets the name",
     [](Files& files, const std::string&) {
         files[byron] = file_of("Ada Byron", other_uid, "aka = [\"ada\", \"Lovelace\"]\n");
     },
     ada, ada},
    {"somebody else gets a file of that very name",
     [](Files& files, const std::string&) {
         files["/journal/ada.toml"] = file_of("Somebody", other_uid);
         files["/journal/lovelace.toml"] = file_of("Somebody Else", other_uid);
     },
     ada, ada},
    {"they get a uid",
     [](Files& files, const std::string& uid) {
         files[ada] = file_of("Ada Lovelace", uid.empty() ? her_uid : uid);
     },
     ada, ada},
    {"they get another name and file",
     [](Files& files, const std::string& uid) {
         files.erase(ada);
         files[king] = file_of("Ada King", uid);
     },
     king, king, true},
    {"they get another name, and somebody else theirs",
     [](Files& files, const std::string& uid) {
         files[king] = file_of("The Countess", uid);
         files[ada] = file_of("Ada Lovelace", other_uid);
     },
     king, king, true},
    {"they go", [](Files& files, const std::string&) { files.erase(ada); }, "", ""},
    {"they go, and the name means somebody else",
     [](Files& files, const std::string&) {
         files.erase(ada);
         files[byron] = file_of("Ada Byron", other_uid, "aka = [\"Lovelace\"]\n");
     },
     "", byron},
    {"they go, and somebody else gets their name and file",
     [](Files& files, const std::string&) { files[ada] = file_of("Ada Lovelace", other_uid); }, "",
     ada, true},
    {"somebody else stands in their file",
     [](Files& files, const std::string&) { files[ada] = file_of("Ada Somers", ""); }, "", ada},
};

struct World {
    MemoryHost host;

    explicit World(const std::string& uid) {
        host.environment = {{"HOME", "/home"}, {"MENTOR_DIR", "/journal"}};
        host.use_terminal();
        host.put(ada, file_of("Ada Lovelace", uid));
        host.put("/journal/bob.toml", file_of("Bob", "cccccccccccccccc"));
    }
    Exit run(const Words& words, const Words& answers) {
        host.answers = {answers.begin(), answers.end()};
        host.error.clear();
        host.asked.clear();
        return mentor::run(host, words);
    }
    Exit go_on(Words words, const Words& answers) {
        words.emplace_back("--resume");
        return run(words, answers);
    }
    bool asked_of_them() const { return host.error.find("when you left") != std::string::npos; }
    bool keeps_answers() const {
        return std::ranges::any_of(host.files, [](const auto& file) {
            return file.first.string().find("/answers/") != std::string::npos;
        });
    }
};

// Those of the journal that aren't as they were, but for Bob, who knows where he is.
Words changed_since(const Files& before, const Files& after) {
    Words changed;
    for (const auto& [file, text] : after)
        if (file.string().starts_with("/journal/") && file.stem() != "bob" &&
            (!before.contains(file) || before.at(file) != text))
            changed.push_back(file.string());
    return changed;
}

const Words enough(30, "");

} // namespace

TEST_CASE("the answers that were kept go to whom they are about, or to nobody unasked") {
    for (const Conversation& talk : conversations) {
        for (const std::string uid : {"", her_uid}) {
            for (const Meanwhile& meanwhile : changes) {
                if (meanwhile.needs_uid && uid.empty()) continue;
                for (const bool says_yes : {false, true}) {
                    if (says_yes && talk.words[1] == "--kind") continue; // nothing is asked
                    CAPTURE(talk.words);
                    CAPTURE(talk.answers);
                    CAPTURE(uid);
                    CAPTURE(meanwhile.what);
                    CAPTURE(says_yes);
                    World world(uid);
                    REQUIRE(world.run(talk.words, talk.answers) == Exit::interrupted);
                    meanwhile.change(world.host.files, uid);
                    const Files before = world.host.files;
                    // What is asked of the person comes first.
                    Words answers = enough;
                    if (says_yes && world.go_on(talk.words, {}) != Exit::done &&
                        world.asked_of_them())
                        answers.front() = "yes";
                    const Exit exit = world.go_on(talk.words, answers);
                    CAPTURE(world.host.error);
                    const std::string file = says_yes ? meanwhile.by_yes : meanwhile.by_enter;
                    // Whoever wasn't named on the command line is chosen anew.
                    if (talk.words[1] == "--kind" && *meanwhile.by_enter == '\0') {
                        CHECK(world.host.error.find("choose again") != std::string::npos);
                        CHECK(changed_since(before, world.host.files).empty());
                        continue;
                    }
                    CHECK(changed_since(before, world.host.files) ==
                          (file.empty() ? Words{} : Words{file}));
                    CHECK(exit == (file.empty() ? Exit::unknown : Exit::done));
                    CHECK(world.keeps_answers() == file.empty());
                    if (file.empty())
                        CHECK(world.host.error.find("Ada Lovelace (ada-lovelace)") !=
                              std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("as many words belong to a name as did when the conversation was left") {
    World world(her_uid);
    REQUIRE(world.run({"agree", "ada", "lovelace"}, {"3w"}) == Exit::interrupted);
    world.host.put(king, file_of("Ada King", her_uid));
    world.host.files.erase(ada);
    world.host.put(byron, file_of("Ada", other_uid));
    REQUIRE(world.go_on({"agree", "ada", "lovelace"}, enough) == Exit::done);
    CHECK(world.host.files[king].find("3w") != std::string::npos);
    CHECK(world.host.files[byron] == file_of("Ada", other_uid));
}

TEST_CASE("answers that an older mentor kept go to whom the name means") {
    World world(her_uid);
    REQUIRE(world.run({"agree", "ada"}, {"3w"}) == Exit::interrupted);
    for (auto& [file, text] : world.host.files)
        if (file.string().find("/answers/") != std::string::npos)
            text.erase(text.find("[[person]]"));
    REQUIRE(world.go_on({"agree", "ada"}, enough) == Exit::done);
    CHECK(world.host.files[ada].find("3w") != std::string::npos);
}

TEST_CASE("while a person answers, nobody gets into the place of whom they speak of") {
    const std::vector<Conversation> whole{
        {{"log", "ada", "Talked"}, {}},
        {{"log", "ada"}, {"", "", "Mine", ""}},
        {{"agree", "ada"}, {"3w"}},
        {{"set", "ada"}, {"met", "Here"}},
        {{"set", "ada", "met=Here"}, {}},
        {{"goal", "done", "ada", "lead"}, {"Mine"}},
        {{"goal", "done", "ada", "lead", "--tell", "bob"}, {"Mine"}},
        {{"rename", "ada", "Ada King"}, {}},
        {{"rename", "ada", "Ada L."}, {}},
        {{"remove", "ada"}, {"yes"}},
        {{"remove", "ada", "--yes"}, {}},
        {{"log", "bob", "Talked", "--with", "ada"}, {}},
        {{"plan", "ada", "fri"}, {}},
        {{"edit", "ada"}, {}},
    };
    for (const Conversation& talk : whole) {
        CAPTURE(talk.words);
        World world(her_uid);
        world.host.environment["EDITOR"] = "editor";
        world.host.program = [&](const Words& words, std::optional<std::string_view>) {
            world.host.files[words.back()] += "[[question]]\nask = \"Why?\"\n";
            return 0;
        };
        const std::string theirs = file_of("Ada Lovelace", other_uid);
        world.host.before_lock = [&] {
            if (world.host.files.contains(ada)) world.host.files[ada] = theirs;
        };
        Words answers = talk.answers;
        answers.insert(answers.end(), enough.begin(), enough.end());
        const Exit exit = world.run(talk.words, answers);
        CAPTURE(world.host.error);
        CHECK(exit == Exit::unknown);
        CHECK(world.host.files[ada] == theirs);
        CHECK(world.host.files["/journal/bob.toml"] == file_of("Bob", "cccccccccccccccc"));
    }
}

} // namespace mentor::resumed_person_test
