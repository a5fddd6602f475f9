// SPDX-License-Identifier: MIT

#include "cli/table.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/pages/reports.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

using namespace mentor;

namespace {

std::string page(const std::string& name) {
    std::ifstream stream(MENTOR_MANUAL "/" + name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the table of commands is in alphabetical order, each name once") {
    const auto table = command_table();
    REQUIRE(table.size() > 20);
    const auto out_of_order = std::ranges::adjacent_find(
        table, [](const Command* left, const Command* right) { return left->name >= right->name; });
    CHECK(out_of_order == table.end());
}

TEST_CASE("mentor-json(7) lists every schema with its fields, in order") {
    const std::string text = page("mentor-json.7");
    for (const auto& schema : schemas()) {
        INFO(schema.name);
        REQUIRE_FALSE(schema.fields.empty());
        CHECK(holds(text, "\n.Ss " + schema.name + "\n"));
        CHECK(holds(text, "\n.Dl " + join(schema.fields, " ") + "\n"));
    }
}

TEST_CASE("mentor-relationship(5) explains every key that can be set") {
    const std::string text = page("mentor-relationship.5");
    auto keys = relationship_keys();
    std::ranges::copy(config_keys(), std::back_inserter(keys));
    REQUIRE(keys.size() > 40);
    for (const auto& key : keys) {
        // "agreement.every" stands under its own table as "every"; "kinds.*" as its table.
        const std::string name = key.name.ends_with(".*")
                                     ? key.name.substr(0, key.name.size() - 2)
                                     : key.name.substr(key.name.rfind('.') + 1);
        INFO(key.name);
        CHECK((holds(text, "Ic " + name) || holds(text, " , " + name) ||
               holds(text, "Bq Cm " + name)));
    }
}
