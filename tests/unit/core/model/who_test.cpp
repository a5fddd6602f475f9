// SPDX-License-Identifier: MIT
#include "core/model/who.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <doctest/doctest.h>

namespace mentor::who_test {

using Names = std::vector<std::string>;

static const std::vector<Handle> people{
    {"ada-lovelace", "Ada Lovelace", {"countess"}}, {"adam-smith", "Adam Smith", {}},
    {"grace", "Grace Hopper", {"Amazing Grace"}},   {"grace-kelly", "Grace Kelly", {}},
    {"jean-o-brien", "Jean O’Brien", {"ada"}},      {"zoe-angstrom", "Zoë Ångström", {}},
};

// The slugs that `who` names, with a space between.
static std::string named(std::string_view who) {
    Names slugs;
    for (const Handle& handle : match_who(who, people))
        slugs.push_back(handle.slug);
    return join(slugs, " ");
}

// The slugs of those who may be meant.
static Names near(std::string_view who) {
    Names slugs;
    for (const Handle& handle : nearest_who(who, people))
        slugs.push_back(handle.slug);
    return slugs;
}

TEST_CASE("the slug comes first, even where it begins another one") {
    CHECK(named("grace") == "grace");
    CHECK(named("ada-lovelace") == "ada-lovelace");
    CHECK(named("GRACE-KELLY") == "grace-kelly");
}

TEST_CASE("a part of a name is a first name or all that follows one") {
    const std::vector<Handle> everyone{{"jean-luc-2", "Jean-Luc O’Brien", {"Captain Pic Ard"}},
                                       {"ilse", "Ilse van Doorn", {}},
                                       {"ada", "Ada May Brown", {}}};
    for (const char* words :
         {"jean luc", "JEANLUC", "o brien", "van doorn", "pic ard", "may brown"}) {
        CAPTURE(words);
        CHECK(are_part_of_a_name(words, everyone));
        CHECK(match_who(words, everyone).size() == 1);
    }
    for (const char* words :
         {"", "-", "jean", "jean luc 2", "2", "ada may", "ada brown", "van", "van doo", "luc o"})
        CHECK_FALSE(are_part_of_a_name(words, everyone));
}

TEST_CASE("files that differ in case or accents alone can each be named") {
    const std::vector<Handle> alike{{"Ada", "Ada", {}}, {"ÄDA", "Äda", {}}};
    REQUIRE(match_who("ÄDA", alike).size() == 1);
    CHECK(match_who("ÄDA", alike).front().slug == "ÄDA");
    CHECK(match_who("Ada", alike).front().slug == "Ada");
    CHECK(match_who("ada", alike).size() == 2);
}

TEST_CASE("a file syncer's copy beside a file takes no name from it, and has its own") {
    const std::vector<Handle> copied{
        {"ada-lovelace", "Ada Lovelace", {}},
        {"ada-lovelace (conflicted copy)", "Ada Lovelace", {}},
        {"ada-lovelace.sync-conflict-20261122", "ada-lovelace.sync-conflict-20261122", {}},
        {"ada (1)", "Ada Lovelace", {}},
        {"ada (2)", "Ada Byron", {}}};
    REQUIRE(match_who("ada lovelace", copied).size() == 1);
    CHECK(match_who("ada lovelace", copied).front().slug == "ada-lovelace");
    CHECK(match_who("lovelace", copied).size() == 1);
    CHECK(match_who("ada", copied).size() == 2);
    CHECK(match_who("ada (1)", copied).front().slug == "ada (1)");
}

TEST_CASE("the whole name or an aka comes before anything that begins so") {
    CHECK(named("ada") == "jean-o-brien");
    CHECK(named("adam smith") == "adam-smith");
    CHECK(named(" Amazing Grace ") == "grace");
    CHECK(named("Countess") == "ada-lovelace");
}

TEST_CASE("the beginning of any word will do") {
    CHECK(named("lov") == "ada-lovelace");
    CHECK(named("ad") == "ada-lovelace adam-smith jean-o-brien");
    CHECK(named("hop") == "grace");
    CHECK(named("brien") == "jean-o-brien");
    CHECK(named("o'b") == "jean-o-brien");
    CHECK(named("grace k") == "grace-kelly");
    CHECK(named("z") == "zoe-angstrom");
}

TEST_CASE("accents and case don't matter") {
    CHECK(named("zoë") == "zoe-angstrom");
    CHECK(named("ZOE") == "zoe-angstrom");
    CHECK(named("angstrom") == "zoe-angstrom");
    CHECK(named("Ång") == "zoe-angstrom");
}

TEST_CASE("signs, blanks and accents of a name don't matter") {
    const std::vector<Handle> odd{{"jean-luc-picard", "Jean-Luc Picard", {}},
                                  {"sinead-o-connor", "Sinéad O'Connor", {"S.O.C."}},
                                  {"ilse-van-doorn", "Ilse van Doorn", {}},
                                  {" x;touch y", "-odd-", {}}};
    const auto slug_of_one = [&](const char* who) {
        const auto found = match_who(who, odd);
        return found.size() == 1 ? found.front().slug : std::to_string(found.size());
    };
    for (const char* who :
         {"jean luc", "jeanluc", "Jean-Luc Picard", "jean picard", "jeanlucp", "picard"})
        CHECK(slug_of_one(who) == "jean-luc-picard");
    for (const char* who : {"oconnor", "o’connor", "o connor", "soc", "sinead con"})
        CHECK(slug_of_one(who) == "sinead-o-connor");
    for (const char* who : {"van doo", "ilse doorn", "ilsevan"})
        CHECK(slug_of_one(who) == "ilse-van-doorn");
    CHECK(slug_of_one("doorn ilse") == "0");
    CHECK(slug_of_one("x;touch y") == " x;touch y");
    CHECK(slug_of_one("' -odd-'") == " x;touch y");
}

TEST_CASE("letters in order name nobody, and are only near") {
    for (const char* who : {"lvlc", "zngs", "gh", "v"}) {
        CAPTURE(who);
        CHECK(named(who) == "");
    }
    CHECK(near("lvlc") == Names{"ada-lovelace"});
    CHECK(near("zngs") == Names{"zoe-angstrom"});
    CHECK(near("v") == Names{});
}

TEST_CASE("nothing names no one") {
    CHECK(named("") == "");
    CHECK(named("  ") == "");
    CHECK(named("xyz") == "");
}

TEST_CASE("a slip names nobody, and gets the nearest") {
    CHECK(near("lovelase") == Names{"ada-lovelace"});
    CHECK(near("zeo") == Names{"zoe-angstrom"});
    CHECK(near("garce") == Names{"grace", "grace-kelly"});
    CHECK(near("xyzzy") == Names{});
}

static const std::vector<Item> items{
    {"c7k2", "Send the draft", 0, true},  {"c7m9", "Send the draft to Grace", 1, true},
    {"q1w8", "Read c7 reports", 2, true}, {"read", "Book a room", 3, true},
    {"d0ne", "Fix the roof", 4, false},   {"", "Call Zoë back", 5, true},
};

static std::vector<std::size_t> positions(std::string_view ref) {
    std::vector<std::size_t> found;
    for (const Item& item : match_ref(ref, items))
        found.push_back(item.position);
    return found;
}

using At = std::vector<std::size_t>;

TEST_CASE("an id names one item, open or not, before any words do") {
    CHECK(positions("c7k2") == At{0});
    CHECK(positions("C7K2") == At{0});
    CHECK(positions("d0ne") == At{4});
    CHECK(positions("read") == At{3});
}

TEST_CASE("the beginning of an id names what holds it as a word, too, and a whole id doesn't") {
    CHECK(positions("c7k") == At{0});
    CHECK(positions("c7") == At{0, 1, 2});
    CHECK(positions("rea") == At{2, 3});
    CHECK(positions("read") == At{3});
    CHECK(positions("^rea") == At{3});
    CHECK(positions("c7 reports") == At{2});
    CHECK(positions("q") == At{2});
}

TEST_CASE("filler alone is no word of anything") {
    CHECK(positions("the") == At{});
    CHECK(positions("to") == At{});
    CHECK(positions("a") == At{});
    CHECK(positions("the draft") == At{0, 1});
    CHECK(positions("to grace") == At{1});
}

TEST_CASE("what is open goes before what isn't") {
    CHECK(positions("d0") == At{4});
    CHECK(positions("d") == At{4}); // one letter is no word of open ones
    const std::vector<Item> doubled{{"c7k2", "Send notes", 0, false},
                                    {"c7k2", "Send notes", 1, true},
                                    {"c7k3", "Book a room", 2, false}};
    for (const char* ref : {"c7k2", "c7", "send notes", "send"}) {
        CAPTURE(ref);
        const auto found = match_ref(ref, doubled);
        REQUIRE(found.size() == 1);
        CHECK(found.front().position == 1);
    }
    CHECK(match_ref("c7k3", doubled).front().position == 2);
}

TEST_CASE("words name the open items that hold them, in any order") {
    CHECK(positions("grace") == At{1});
    CHECK(positions("draft send") == At{0, 1});
    CHECK(positions("zoe") == At{5});
    CHECK(positions("roof") == At{});
    CHECK(positions("raft") == At{});
    CHECK(positions("send roof") == At{});
}

TEST_CASE("behind the sign of a mail a mark comes before ids, and no words do") {
    const std::vector<Item> marked{
        {"c7k2", "Why so", 0, true},
        {"c1aa", "Read the book", 1, true, "", "c7k2"},
        {"d1aa", "Book a room", 2, true, "", "d9d9"},
        {"d9d9", "Call back", 3, false, "", "d9d9"},
        {"e1aa", "Settled", 4, false, "", "e9e9"},
        {"f1aa", "Twin", 5, true, "", "f9f9"},
        {"f2aa", "Twin", 6, true, "", "F9f9"},
        {"g1aa", "Unmarked", 7, true},
    };
    const auto found_by = [&](std::string_view ref, auto match) {
        At at;
        for (const Item& item : match(ref, marked))
            at.push_back(item.position);
        return at;
    };
    struct Case {
        std::string_view ref;
        At named, whole;
    };
    const std::vector<Case> cases{
        {"^c7k2", {1}, {1}},        {"c7k2", {0}, {0}},  {" ^C7K2 ", {1}, {1}}, {"^c1aa", {1}, {1}},
        {"^d9d9", {2}, {2, 3}},     {"d9d9", {3}, {3}},  {"^e9e9", {4}, {4}},   {"e9e9", {}, {}},
        {"^f9f9", {5, 6}, {5, 6}},  {"^g1aa", {7}, {7}}, {"^g1", {7}, {}},      {"^book", {}, {}},
        {"^read the book", {}, {}}, {"^", {}, {}},       {"^^c7k2", {}, {}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.ref);
        CHECK(found_by(each.ref, match_ref) == each.named);
        CHECK(found_by(each.ref, match_id) == each.whole);
    }
}

TEST_CASE("the whole text names its item even where another one holds it too") {
    CHECK(positions("send the draft") == At{0});
}

TEST_CASE("an empty reference names nothing") {
    CHECK(positions("") == At{});
    CHECK(positions(" - ") == At{});
}

TEST_CASE("a first name is shared with whoever may be called by it") {
    const Handle max{"max", "Max", {}}, planck{"max-planck", "Prof. MAX Planck", {}};
    const Handle kim{"kim", "Kim Max", {}}, known{"kim", "Kim", {"max"}};
    Handle addressed{"kim", "Kim", {}, " Max "}, otherwise = planck;
    otherwise.address = "Plancky";
    const auto is_shared = [](const Handle& one, const Handle& other) {
        return may_be_called(other, first_name_of(one));
    };
    for (const Handle& other : {planck, known, addressed, otherwise}) {
        CAPTURE(other.name);
        CHECK(is_shared(max, other));
        CHECK_FALSE(is_shared(max, kim));
    }
    CHECK(is_shared(addressed, max));
    // Who wants to be called by another name is told apart by it.
    CHECK_FALSE(is_shared(otherwise, max));
    CHECK_FALSE(is_shared(known, max));
}

TEST_CASE("an aka stands for a slug that is hard to type, where it is plain and nobody else's") {
    const Handle taro{"日本-太郎", "日本 太郎", {"Tarō", "grace", "countess", "Hopper K", "taro"}};
    const auto word_for = [&](const Handle& person) {
        std::vector<Handle> everyone = people;
        if (person.slug != people.front().slug) everyone.push_back(person);
        return Calls(everyone).to_be_typed(person);
    };
    CHECK(word_for(taro) == "taro");
    CHECK(word_for({"o'b", "O'B", {"ob"}}) == "ob");
    CHECK(word_for({"日本", "日本", {"Jean-O-Brien"}}).empty());
    CHECK(word_for({"日本", "日本", {"Tarō"}}).empty());
    CHECK(word_for(people.front()).empty()); // the slug is plain
    CHECK(may_go_by_another_word(taro));
    CHECK_FALSE(may_go_by_another_word(people.front()));
    CHECK_FALSE(may_go_by_another_word({"日本", "日本", {"Tarō"}}));
}

TEST_CASE("who shares the letters of a slug that can't be typed is named in no place of theirs") {
    const auto word_for = [](std::string slug, std::string other, std::string name = "Taro") {
        const Handle person{std::move(slug), std::move(name), {"Bō"}};
        return Calls({person, {std::move(other), "Bob", {}}}).to_be_typed(person);
    };
    CHECK(word_for("a\nb", "c").empty());   // which its letters alone name
    CHECK(word_for(" ada", "ada").empty()); // exactly this
    CHECK(word_for("a\nb", "a b") == "Taro");
    CHECK(word_for("a\nb", "ab") == "Taro");
    CHECK(word_for("-dash", " -dash") == "Taro");
    CHECK(word_for("a\nb", "a b", "Bob") == "Bō");
    CHECK(word_for("a\nb", "bo", "A B") == "");
    const std::vector<Handle> twins{{"a\nb", "Bob", {}}, {"a b", "Bob", {}}};
    CHECK(Calls(twins).to_be_typed(twins[0]) == nobodys_word);
    CHECK(match_name(" ada", {{" ada", "A", {}}, {"ada", "B", {}}}).front().name == "A");
    CHECK(match_name("ada", {{" ada", "A", {}}, {"ada", "B", {}}}).front().name == "B");
}

TEST_CASE("a hint names a thing by an id that a shell hands on and that finds it, or by none") {
    const Names ids{"c7k2",     "C7K2",     "a b",  " ab", "ab ",     "-ab",   "^ab",
                    "!!",       "a\tb",     "a\nb", "a'b", "a\\b",    "$(ls)", "x;ls",
                    "a\x1b[1m", "\u202eab", "日本", "é",   "a\u00a0", "%self", "~",
                    "#x",       "",         "\x7f", "Ω"};
    int named = 0;
    for (const std::string& id : ids) {
        CAPTURE(id);
        const std::string ref = ref_to_type(id);
        if (ref == "REF") continue;
        ++named;
        CHECK(ref == id);
        const auto typed = find_shell_words(shell_word(ref), "/home");
        REQUIRE(typed);
        REQUIRE(typed->size() == 1);
        CHECK(visible(typed->front()) == typed->front());
        const auto found = match_ref(typed->front(), {{"zzzz", "Other"}, {id, "This"}});
        REQUIRE(found.size() == 1);
        CHECK(found.front().words == "This");
    }
    CHECK(named > 10);
    for (const char* hidden : {"", "a\tb", "a\nb", "a\x1b[1m", " ab", "^ab", "!!"})
        CHECK(ref_to_type(hidden) == "REF");
}

} // namespace mentor::who_test
