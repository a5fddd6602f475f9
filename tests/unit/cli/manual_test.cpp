// SPDX-License-Identifier: MIT

#include "cli/table.hpp"
#include "core/model/keys/keys.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/pages/schemas.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace mentor::manual_test {

namespace {

std::string page(const std::string& name) {
    std::ifstream stream(MENTOR_MANUAL "/" + name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// "mentor.config/1 key value from": a line for each schema, its fields those of the list that
// follows its title.
std::string documented_schemas(const std::string& text) {
    std::string found;
    bool in_schema = false;
    for (const std::string& line : split_lines(text)) {
        if (line.starts_with(".Ss ")) in_schema = line.starts_with(".Ss mentor.");
        if (in_schema && line.starts_with(".Ss ")) found += line.substr(4);
        if (in_schema && line.starts_with(".Dl ")) {
            found += " " + line.substr(4) + "\n";
            in_schema = false;
        }
    }
    return found;
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

TEST_CASE("mentor-json(7) lists every schema with its fields, in order, and no other") {
    std::string expected;
    for (const Schema& schema : schemas()) {
        REQUIRE(schema.fields.size() > 0);
        expected += schema.name;
        for (const std::string_view field : schema.fields)
            expected.append(" ").append(field);
        expected += '\n';
    }
    CHECK(documented_schemas(page("mentor-json.7")) == expected);
}

TEST_CASE("mentor-relationship(5) explains every key of the configuration") {
    const std::string text = page("mentor-relationship.5");
    for (const Key& key : config_keys()) {
        // "me.name" stands under its own table as "name"; "kinds.*" as its table.
        const std::string name(key.name.ends_with(".*") ? key.name.substr(0, key.name.size() - 2)
                                                        : key.name.substr(key.name.rfind('.') + 1));
        INFO(key.name);
        CHECK((holds(text, "Ic " + name) || holds(text, " , " + name) ||
               holds(text, "Bq Cm " + name)));
    }
}

} // namespace mentor::manual_test
