// SPDX-License-Identifier: MIT
#include "core/imports/diary_text.hpp"
#include "core/imports/friends_reader.hpp"
#include "core/imports/jrnl_reader.hpp"
#include "core/rules/journal/entry_imports.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace mentor::diaries_test {

namespace {

using Words = std::vector<std::string>;

std::vector<FoundEntry> jrnl(const std::string& text, const JrnlShape& shape = {}) {
    return parse_jrnl(text, "diary.txt", shape).entries;
}

FoundEntry activity(const std::string& line) {
    return parse_friends("### Activities:\n" + line + "\n", "friends.md").entries.at(0);
}

FoundPerson a_friend(const std::string& line) {
    return parse_friends("### Friends:\n" + line + "\n", "friends.md").people.at(0);
}

template<class Read>
std::string refusal(Read read) {
    try {
        read();
    } catch (const Error& error) {
        return to_text(error.diagnostic());
    }
    return "";
}

Handle person(const std::string& slug, const std::string& name, const Words& aka = {}) {
    return {slug, name, aka};
}

// "ada, grace", the slugs into whose files the text comes; "?" for what is unclear.
std::string whose(const std::string& text, const std::vector<Handle>& handles) {
    std::vector<Relationship> people;
    for (const Handle& handle : handles) {
        people.emplace_back();
        people.back().slug = handle.slug;
        people.back().name = handle.name;
    }
    std::string slugs;
    for (const auto& entry : compare(parse_jrnl("[2024-01-02] " + text, "f", {}), people, handles,
                                     make_date(2026, 1, 1))
                                 .entries)
        slugs += (slugs.empty() ? "" : ", ") + (entry.row.slug.empty() ? "?" : entry.row.slug);
    return slugs;
}

} // namespace

TEST_SUITE_BEGIN("imports");

TEST_CASE("days as programs write them, and none that may be two") {
    const std::pair<const char*, const char*> table[] = {
        {"2024-01-02", "2024-01-02"},
        {"2024-01-02 10:05", "2024-01-02T10:05:00"},
        {"2024-01-02 10:05:30", "2024-01-02T10:05:30"},
        {"2024-01-02T10:05", "2024-01-02T10:05:00"},
        {"2024-01-02 10:05 PM", "2024-01-02T22:05:00"},
        {"2024-01-02 12:05:30 AM", "2024-01-02T00:05:30"},
        {"2024/01/02 10:05", "2024-01-02T10:05:00"},
        {"02.01.2024 10:05", "2024-01-02T10:05:00"},
        {"2 Jan 2024", "2024-01-02"},
        {"Tue, 02 January 2024 10:05", "2024-01-02T10:05:00"},
        {"Jan 2, 2024 10:05 am", "2024-01-02T10:05:00"},
    };
    for (const auto& line : table) {
        CAPTURE(line.first);
        const auto on = find_moment(line.first, plain_timeformats());
        REQUIRE(on);
        CHECK(to_iso(*on) == line.second);
    }
    for (const char* text : {"", "03/04/2024", "2024-02-30", "2024-01", "10:05", "2 Jan", "today",
                             "2024-01-02 25:00", "2024-01-02 10:05 x", "0000-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(find_moment(text, plain_timeformats()));
    }
    CHECK(to_iso(*find_moment("03/04/2024", {"%d/%m/%Y"})) == "2024-04-03");
    CHECK_FALSE(find_moment("03/04", {"%d/%m"}));
}

TEST_CASE("tags: words with a sign before them, and no addresses") {
    CHECK(tags_in("@ada, (#b) c@d.org @@ @ @ada @Zoë! x@y", "#@", "") == Words{"ada", "b", "Zoë"});
    CHECK(tags_in("for @OS/2 and @C++, not @C#).", "@", "-+*#/") == Words{"OS/2", "C++", "C#"});
}

TEST_CASE("a diary of jrnl: titles, texts, stars and tags") {
    const auto entries = jrnl("\n[2024-01-02 10:00] A title. And more. *\n\nText with @tag,\n"
                              "[1] a footnote\n\n[2024-01-03 11:00] *Second\n[2024-01-04]\n");
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].note == "A title. And more.\nText with @tag,\n[1] a footnote");
    CHECK(entries[0].topics == Words{"tag", "starred"});
    CHECK(to_iso(entries[0].on) == "2024-01-02T10:00:00");
    CHECK(entries[0].line == 2);
    CHECK(entries[1].note == "*Second");
    CHECK(entries[1].topics.empty());
    CHECK(entries[2].note.empty());
    CHECK(jrnl("[2024-01-02] a %b @c", {"", "%"})[0].topics == Words{"b"});
    CHECK(jrnl("[2024-01-02 10:00] a\r\nb\r\n")[0].note == "a\nb");
}

TEST_CASE("a diary of jrnl: days that can't be read, and words that are no days") {
    const auto entries =
        jrnl("before\n[2024-01-02] a\n[2024-01 10:00] b\n[someone said] c\n[x] d\n[2024-01-03]e\n");
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].unclear == "no day stands before it");
    CHECK(entries[1].note == "a");
    CHECK(entries[2].unclear ==
          "'2024-01 10:00' can't be read as a day; --timeformat says how jrnl writes them");
    CHECK(entries[2].note == "b\n[someone said] c\n[x] d\n[2024-01-03]e");
    CHECK(jrnl("[03/04/2024] a", {"%d/%m/%Y", "@"})[0].unclear.empty());
}

TEST_CASE("a diary of jrnl's first version: days without brackets, all in one form") {
    const auto entries = jrnl("2024-01-02 15:00 One @a. *\n\n[2024-01-03 10:00] in it\n"
                              "2024-01-04 as well\n2024-01-05 16:00 Two\n");
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].note == "One @a.\n[2024-01-03 10:00] in it\n2024-01-04 as well");
    CHECK(entries[0].topics == Words{"a", "starred"});
    CHECK(entries[1].note == "Two");
    CHECK(to_iso(jrnl("02.01.2024 15:00 One")[0].on) == "2024-01-02T15:00:00");
}

TEST_CASE("what jrnl exports as JSON is what its text says") {
    const std::string entry = "{\"title\": \"One.\", \"body\": \"Two @a\\n\", \"date\": "
                              "\"2024-01-02\", \"time\": \"10:00\", \"tags\": [\"@a\"], "
                              "\"starred\": true}";
    const FoundEntry from_text = jrnl("[2024-01-02 10:00] One. *\n\nTwo @a\n")[0];
    for (const auto& json : {"{\"tags\": {}, \"entries\": [" + entry + "]}", entry}) {
        const FoundEntry from_json = jrnl(json)[0];
        CHECK(from_json.note == from_text.note);
        CHECK(from_json.on == from_text.on);
        CHECK(from_json.topics == from_text.topics);
    }
}

TEST_CASE("what is no diary of jrnl is refused") {
    const auto said = [](const std::string& text) { return refusal([&] { jrnl(text); }); };
    CHECK(said("gAAAAABfb4gQ").starts_with("diary.txt: error: jrnl has encrypted it\n"));
    CHECK(
        said(std::string("JRNLv3\0x", 8)).starts_with("diary.txt: error: jrnl has encrypted it\n"));
    CHECK(said("words").starts_with("diary.txt:1: error: no day stands before it\n"));
    CHECK(said("[1.2.3.4.5] x").starts_with("diary.txt:1: error: '1.2.3.4.5' can't be read as a"));
    CHECK(said("{\"entries\": []}").starts_with("diary.txt: error: there is no entry in it\n"));
    CHECK(said("{\"entry\": 1}").starts_with("diary.txt:1: error: this is no export of jrnl\n"));
}

TEST_CASE("a tag means somebody by a name or its first word, a text by a whole name") {
    const std::vector<Handle> handles = {
        person("ada-lovelace", "Ada Lovelace", {"Countess"}), person("adam", "Adam Byron"),
        person("grace", "Grace Hopper", {"Amazing Grace"}), person("grace-kelly", "Grace Kelly")};
    CHECK(whose("@ada", handles) == "ada-lovelace");
    CHECK(whose("@countess and #adam", handles) == "ada-lovelace, adam");
    CHECK(whose("@adalovelace @ADA @ada-lovelace", handles) == "ada-lovelace");
    CHECK(whose("@grace", handles) == "grace"); // who has that file
    CHECK(whose("@kelly @ad @byron", handles).empty());
    CHECK(whose("Amazing  grace\nand GRACE KELLY's", handles) == "grace, grace-kelly");
    CHECK(whose("Adam Byrons, Countess, Ada", handles).empty());
    CHECK(whose("@sam", {person("a", "Sam A"), person("b", "Sam B")}) == "?");
}

TEST_CASE("friends: a line of what you did") {
    const FoundEntry entry =
        activity("- 2024-01-02: @a:b-c: **Ada L** and **Ada L** at _King's Lynn_'s, _Ely_; a_b_c");
    CHECK(entry.note == "@a:b-c: Ada L and Ada L at King's Lynn's, Ely; a_b_c");
    CHECK(entry.names == Words{"Ada L"});
    CHECK(entry.where == "King's Lynn, Ely");
    CHECK(entry.topics == Words{"a:b-c"});
    CHECK(entry.kind == "meeting");
    CHECK(activity("2024-01-02: No hyphen").note == "No hyphen");
    CHECK(activity("- Jan 2, 2024: By hand").note == "By hand");
    CHECK(activity("- 2024-01-02: a **b").note == "a **b");
    CHECK(activity("- no day: x").unclear == "it doesn't begin with a day, such as '2018-01-04: '");
}

TEST_CASE("friends: a line of somebody") {
    const FoundPerson grace =
        a_friend("- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @a:b");
    CHECK(grace.name == "Grace Hopper");
    CHECK(grace.aka == Words{"The Admiral", "Amazing Grace"});
    CHECK(grace.about == "Paris");
    CHECK(grace.tags == Words{"navy", "a:b"});
    CHECK(a_friend("- Marie Curie [Atlantis]").name == "Marie Curie");
    CHECK(a_friend("- Marie @science").name == "Marie");
    CHECK(a_friend("Marie").line == 2);
    CHECK(a_friend("- @science").unclear == "the line has no name");
}

TEST_SUITE_END();

} // namespace mentor::diaries_test
