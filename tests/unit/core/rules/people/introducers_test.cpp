// SPDX-License-Identifier: MIT
#include "core/rules/people/introducers.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace mentor::introducers_test {

namespace {

Acquaintance acquaintance(std::string name, std::string through = "",
                          std::vector<std::string> aka = {}) {
    std::string slug = name;
    return {std::move(slug), std::move(name), std::move(aka), std::move(through)};
}

// "Ada > Alan > Grace, Noa": what is below stands behind, as far in as it is deep.
std::string drawn(std::vector<Acquaintance> people) {
    std::string text;
    for (const Branch& branch : tree_of(introduced_among(std::move(people))))
        text +=
            std::string(branch.depth, ' ') + branch.name + (branch.slug.empty() ? "?" : "") + "\n";
    return text;
}

} // namespace

TEST_CASE("who introduced whom: by any name, in any case") {
    CHECK(drawn({acquaintance("Ada", "", {"the Countess"}), acquaintance("Alan", "ADA"),
                 acquaintance("Zoë", "zoe’s friend"), acquaintance("Grace", "the countess")}) ==
          "Ada\n Alan\n Grace\nzoe’s friend?\n Zoë\n");
}

TEST_CASE("a stranger is one, however their name is written") {
    CHECK(drawn({acquaintance("Ada", "Outside Person"), acquaintance("Bob", "outside  person"),
                 acquaintance("Kim", "OUTSIDE PERSON")}) == "Outside Person?\n Ada\n Bob\n Kim\n");
}

TEST_CASE("a name goes before another's aka") {
    const auto introduced = introduced_among(
        {acquaintance("Ada", "", {"Alan"}), acquaintance("Alan"), acquaintance("Kim", "alan")});
    CHECK(introduced == std::vector<Introduced>{{"Kim", "Kim", "Alan", "Alan"}});
}

TEST_CASE("whole words of one name alone are enough, and of several they are nobody's") {
    const auto through = [](const std::string& words) {
        return drawn({acquaintance("Ada King Lovelace"), acquaintance("Jean-Luc O’Brien"),
                      acquaintance("Anna Berg", "", {"Bee"}), acquaintance("Anna Holm"),
                      acquaintance("Kim", words)});
    };
    for (const char* words : {"Ada", "lovelace", "Ada Lovelace", "ADA KING", "Áda, Lovelace"})
        CHECK(through(words) == "Ada King Lovelace\n Kim\n");
    for (const char* words : {"jean luc", "Jean", "jeanlucobrien", "o'brien"})
        CHECK(through(words) == "Jean-Luc O’Brien\n Kim\n");
    CHECK(through("Anna Berg") == "Anna Berg\n Kim\n");
    CHECK(through("Bee") == "Anna Berg\n Kim\n");
    for (const char* words : {"Anna", "Ann", "Lovelace Ada", "Ada Byron", "Ada's mother", "?!"})
        CHECK(through(words) == std::string(words) + "?\n Kim\n");
}

TEST_CASE("two of one name stay apart") {
    std::vector<Acquaintance> twins{acquaintance("one"), acquaintance("two"),
                                    acquaintance("Kim", "Ada")};
    twins[0].name = twins[1].name = "Ada";
    CHECK(drawn(twins) == "Ada?\n Kim\n");
    twins[2].through = "two";
    CHECK(drawn(twins) == "Ada\n Kim\n");
}

TEST_CASE("of whom nothing is told a name may be, and then it stays as it is written") {
    std::vector<Acquaintance> people{acquaintance("Ada Byron"), acquaintance("Ada Lovelace"),
                                     acquaintance("Kim", "Ada")};
    people[1].is_told = false;
    CHECK(drawn(people) == "Ada?\n Kim\n");
    people[0].name = "Zoë";
    CHECK(drawn(people) == "Ada?\n Kim\n");
    people[1].is_told = true;
    CHECK(drawn(people) == "Ada Lovelace\n Kim\n");
}

TEST_CASE("a ring begins with the first of it, and whoever came through it stands below") {
    CHECK(drawn({acquaintance("Alan", "Noa"), acquaintance("Lea", "Noa"),
                 acquaintance("Noa", "Lea")}) == "Lea\n Noa\n  Alan\n");
    CHECK(drawn({acquaintance("Kim", "kim")}) == "");
}

TEST_CASE("a chain of introductions is as long as it is") {
    std::vector<Acquaintance> people{acquaintance("p00000")};
    for (int i = 1; i < 20'000; ++i)
        people.push_back(acquaintance(fmt::format("p{:05}", i), fmt::format("p{:05}", i - 1)));
    const auto tree = tree_of(introduced_among(people));
    REQUIRE(tree.size() == 20'000);
    CHECK(tree.back().depth == 19'999);
}

} // namespace mentor::introducers_test
