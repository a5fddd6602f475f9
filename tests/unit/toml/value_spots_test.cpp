// SPDX-License-Identifier: MIT
#include "support/rounds.hpp"
#include "toml/parsing/parse_tree.hpp"
#include "toml/toml.hpp"
#include "toml/value_spots.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace mentor;

namespace {

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

// Each value stands where the tree has it, and each element of a list.
void check_values(const ValueSpots& spots, std::string_view name, std::size_t position,
                  const toml::table& table) {
    for (const std::string_view key : {"k0", "k-1", "k_2"}) {
        CAPTURE(key);
        const auto spot = spots.find(name, position, key);
        REQUIRE(spot);
        CHECK(spot->line == line_of(*table.get(key)));
        const toml::array* list = table.get(key)->as_array();
        CHECK_FALSE(spots.find_element(*spot, list ? list->size() : 0));
        for (std::size_t i = 0; list && i < list->size(); ++i)
            CHECK(spots.find_element(*spot, i)->line == line_of(*list->get(i)));
    }
}

} // namespace

TEST_CASE("what stands in a value or a comment begins no statement") {
    const std::vector<std::string> values{"1",
                                          "\"a\"",
                                          "''",
                                          "'[b]'",
                                          R"("\"#")",
                                          "\"\"\"\n[c]\nk0 = 1\n\"\"\"",
                                          R"("""e\"""\\""""")",
                                          "'''\n[[f]]\\''''",
                                          "[]",
                                          "[ # ]\n 1, \"]\",\n [2, {g = '''\n}'''}], ]",
                                          "[ 1979-05-27 07:32:00,1.5 , true\n]",
                                          "{ h = \"}\", i = [\n3] }",
                                          "1e3 # \"\"\""};
    const std::vector<std::string> breaks{"\n", "\r\n", " #\n", "\n\n# ''' [x]\n", "\n\t "};
    std::mt19937 chance(5);
    for (int round = 0; round < rounds(2'000); ++round) {
        const auto any_of = [&](const auto& some) { return some[chance() % some.size()]; };
        std::string text;
        for (const std::string_view header : {"", "[one]", "[[many]]", "[[many]]"}) {
            if (!header.empty()) text += std::string(header) + any_of(breaks);
            for (const std::string_view key : {"k0", "k-1", "k_2"})
                text += fmt::format("{} = {}{}", key, any_of(values), any_of(breaks));
        }
        CAPTURE(text);
        const toml::table tree = parse_tree(text, "ada.toml");
        const ValueSpots spots(text);
        check_values(spots, "", 0, tree);
        check_values(spots, "one", 0, *tree["one"].as_table());
        for (const std::size_t i : {0, 1})
            check_values(spots, "many", i, *tree["many"][i].as_table());
        CHECK_FALSE(spots.find("many", 2, "k0"));
        CHECK_FALSE(spots.find("one", 0, "k"));
    }
}

TEST_CASE("a text with a statement of another kind has no spots") {
    for (const std::string_view other : {"a.b = 1", "\"a\" = 1", "[a.b]", "[ a ]", "['a']",
                                         "\xef\xbb\xbf"
                                         "b = 1",
                                         "=", "a"}) {
        CAPTURE(other);
        CHECK_FALSE(ValueSpots("k = 1\n" + std::string(other) + "\n").find("", 0, "k"));
    }
    for (const std::string_view broken : {"k = [", "k = \"\"\"", "k = '", "k =", "[", "[[", "k"})
        ValueSpots(broken).find_element({broken.size(), 1}, 0);
}
