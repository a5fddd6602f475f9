// SPDX-License-Identifier: MIT
#include "journal/sync/following.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace mentor::following_test {

namespace {

// "Alex#u1: x4t9 c7k2": a name, a uid or none, and the ids of the entries.
std::string person(const std::string& words) {
    const std::size_t colon = words.find(": "), hash = words.find('#');
    const std::string name = words.substr(0, std::min(colon, hash));
    std::string text = fmt::format("name = \"{}\"\n", name);
    if (hash != std::string::npos)
        text += fmt::format("uid = \"{}\"\n", words.substr(hash + 1, colon - hash - 1));
    if (colon == std::string::npos) return text;
    for (const std::string& id : split(words.substr(colon + 2), ' '))
        text += fmt::format("\n[[log]]\nid = \"{}\"\non = 2026-11-01\n", id);
    return text;
}

using People = std::map<std::string, std::string>;

Texts texts(const People& people) {
    Texts texts;
    for (const auto& [file, words] : people)
        texts[file + ".toml"] = person(words);
    return texts;
}

std::string stem(const std::string& file) {
    return file.empty() ? "-" : file.substr(0, file.find('.'));
}

// One line for each person: where they are in the base, here, there, and in the end.
std::string followed(const People& base, const People& mine, const People& theirs) {
    std::string lines;
    for (const Followed& each : follow_people({texts(base), texts(mine), texts(theirs)}))
        lines += fmt::format("{} {} {}: {}\n", stem(each.base), stem(each.mine), stem(each.theirs),
                             stem(each.file));
    return lines;
}

} // namespace

TEST_CASE("a name that was used again leads nobody into the file of someone else") {
    const People base{{"alex", "Alex#a: 1111"}}, changed{{"alex", "Alex#a: 1111 2222"}};
    const People reused{{"alex", "Alex#b: 3333"}, {"alex-moe", "Alex Moe#a: 1111"}};
    CHECK(followed(base, changed, reused) == "alex alex alex-moe: alex-moe\n- - alex: alex\n");
    CHECK(followed(base, reused, changed) == "alex alex-moe alex: alex-moe\n- alex -: alex\n");
    // The same without uids.
    CHECK(followed({{"alex", "Alex: 1111"}}, {{"alex", "Alex: 1111 2222"}},
                   {{"alex", "Alex: 3333"}, {"alex-moe", "Alex Moe: 1111"}}) ==
          "alex alex alex-moe: alex-moe\n- - alex: alex\n");
}

TEST_CASE("two who took each other's names are followed crosswise") {
    for (const auto& uids : {std::pair("#b", "#d"), std::pair("", "")}) {
        const std::string one = uids.first, two = uids.second;
        CAPTURE(one);
        const auto called = [](const std::string& name, const std::string& uid,
                               const std::string& ids) { return name + uid + ": " + ids; };
        CHECK(
            followed({{"bea", called("Bea", one, "1111")}, {"dan", called("Dan", two, "2222")}},
                     {{"bea", called("Bea", one, "1111 3333")},
                      {"dan", called("Dan", two, "2222 4444")}},
                     {{"bea", called("Bea", two, "2222")}, {"dan", called("Dan", one, "1111")}}) ==
            "bea bea dan: dan\ndan dan bea: bea\n");
    }
}

TEST_CASE("one entry that two have in common makes them no one person") {
    const People base{{"bea", "Bea Cole: 1111"}, {"dan", "Dan Moe: 1111"}};
    const People changed{{"bea", "Bea Cole: 1111 2222"}, {"dan", "Dan Moe: 1111"}};
    CHECK(followed(base, changed, {{"daniel", "Daniel Moe: 1111"}}) ==
          "bea bea -: bea\ndan dan daniel: daniel\n");
    // Where nothing tells who of the two it is, nothing is written to anyone.
    CHECK(followed(base, changed, {{"zoe", "Zoe: 1111"}}) ==
          "bea bea -: bea\ndan dan -: -\n- - zoe: zoe\n");
    CHECK(followed({{"bea", "Bea: 1111 2222 3333"}}, {{"bea", "Bea: 1111 2222 3333 4444"}},
                   {{"zoe", "Zoe: 1111 5555 6666"}}) == "bea bea -: bea\n- - zoe: zoe\n");
}

TEST_CASE("who is removed on one side goes, or stays where the other changed something") {
    const People base{{"ada", "Ada#a: 1111"}}, changed{{"ada", "Ada#a: 1111 2222"}};
    CHECK(followed(base, base, {}) == "ada ada -: -\n");
    CHECK(followed(base, {}, base) == "ada - ada: -\n");
    CHECK(followed(base, {}, {}) == "ada - -: -\n");
    CHECK(followed(base, changed, {}) == "ada ada -: ada\n");
    CHECK(followed(base, {}, {{"ada-king", "Ada King#a: 1111"}}) == "ada - ada-king: ada-king\n");
}

TEST_CASE("whom both added is one by a uid or the name, and two by another name") {
    CHECK(followed({}, {{"ada", "Ada#a: 1111"}}, {{"ada", "Ada#b: 2222"}}) == "- ada ada: ada\n");
    CHECK(followed({}, {{"ada", "Ada#a: 1111"}}, {{"king", "King#a: 1111"}}) ==
          "- ada king: ada\n");
    CHECK(followed({}, {{"ada", "Ada"}}, {{"ada-2", "Ada"}}) == "- ada -: ada\n- - ada-2: ada-2\n");
}

TEST_CASE("with another uid alone, or another name alone, one is still in one's file") {
    CHECK(followed({{"ada", "Ada#a: 1111"}}, {{"ada", "Ada#b: 1111"}},
                   {{"ada", "Ada#a: 1111 2222"}}) == "ada ada ada: ada\n");
    CHECK(followed({{"ada", "A"}}, {{"ada", "Ada: 1111"}}, {{"ada", "A: 2222"}}) ==
          "ada ada ada: ada\n");
    CHECK(followed({{"ada", "Ada"}}, {{"ada", "Ada: 1111"}}, {{"ada", "Ada#c: 2222"}}) ==
          "ada ada ada: ada\n");
}

TEST_CASE("two people in one file wait for a person, who is told how to part them") {
    const auto refusal = [](const People& base, const People& mine, const People& theirs) {
        try {
            return followed(base, mine, theirs);
        } catch (const Error& error) {
            CHECK(error.exit() == Exit::no);
            CHECK(error.diagnostic().file.starts_with("alex"));
            return error.diagnostic().what + "\n" + error.diagnostic().advice;
        }
    };
    const std::string advice = "nothing was merged; to give the one here another name: mentor "
                               "rename alex NAME\nthen: mentor sync";
    const People base{{"alex", "Alex#a: 1111"}}, changed{{"alex", "Alex#a: 1111 2222"}};
    CHECK(refusal(base, changed, {{"alex", "Alex#b: 3333"}}) ==
          "it is about two people who are called Alex, one here and one there\n" + advice);
    CHECK(refusal({}, {{"alex", "Alex A#a"}}, {{"alex", "Alex B#b"}}) ==
          "it is about two people: Alex A here, and Alex B there\n" + advice);
    CHECK(refusal({{"al", "Al#a: 1111"}}, {{"alex", "Alex#a: 1111"}},
                  {{"al", "Al#a: 1111"}, {"alex", "Alex#c: 2222"}}) ==
          "it is about two people who are called Alex, one here and one there\n" + advice);
    // Once they are parted:
    CHECK(followed(base, {{"alex-moe", "Alex Moe#a: 1111 2222"}}, {{"alex", "Alex#b: 3333"}}) ==
          "alex alex-moe -: alex-moe\n- - alex: alex\n");
    // Who is unchanged here was removed there.
    CHECK(followed(base, base, {{"alex", "Alex#b: 3333"}}) == "alex alex -: -\n- - alex: alex\n");
}

TEST_CASE("what becomes of the files of those who went elsewhere") {
    const Snapshots snapshots{texts({{"alex", "Alex#a: 1111"}, {"ada", "Ada#d: 4444"}}),
                              texts({{"alex", "Alex#a: 1111 2222"}, {"ada", "Ada#d: 4444"}}),
                              texts({{"alex-moe", "Alex Moe#a: 1111"}})};
    std::string asked;
    const auto files = settle(follow_people(snapshots), snapshots,
                              [&](const std::string& file, const Versions& versions) {
                                  asked += file;
                                  CHECK(versions.base == person("Alex#a: 1111"));
                                  CHECK(versions.mine == person("Alex#a: 1111 2222"));
                                  return FileText("merged");
                              });
    CHECK(asked == "alex-moe.toml");
    CHECK(files == std::map<std::string, FileText>{{"ada.toml", std::nullopt},
                                                   {"alex.toml", std::nullopt},
                                                   {"alex-moe.toml", "merged"}});
}

} // namespace mentor::following_test
