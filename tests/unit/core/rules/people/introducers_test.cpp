// SPDX-License-Identifier: MIT
#include "core/rules/people/introducers.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace mentor;

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

TEST_CASE("a name goes before another's aka") {
    const auto introduced = introduced_among(
        {acquaintance("Ada", "", {"Alan"}), acquaintance("Alan"), acquaintance("Kim", "alan")});
    CHECK(introduced == std::vector<Introduced>{{"Kim", "Kim", "Alan", "Alan"}});
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
