// SPDX-License-Identifier: MIT
//
// Random changes on two sides of one file: whatever the merge gives holds all of both, and what
// both changed differently is never decided by it.
#include "core/text.hpp"
#include "support/rounds.hpp"
#include "toml/merge.hpp"
#include "unit/toml/random_document.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

namespace mentor::merge_property_test {

using random_document::Dice;
using random_document::Model;

namespace {

const std::string base = "# my mentor\n"
                         "name = \"Ada\"\n"
                         "role = \"mentor\" # since May\n"
                         "\n"
                         "[agreement]\n"
                         "every = \"4w\"\n"
                         "where = \"the café\"\n"
                         "\n"
                         "# the first time\n"
                         "[[log]]\n"
                         "id = \"l0\"\n"
                         "on = 2026-11-01\n"
                         "note = \"Long.\"\n"
                         "\n"
                         "[[log]]\n"
                         "id = \"l1\"\n"
                         "on = 2026-11-02\n"
                         "\n"
                         "[[commitment]]\n"
                         "id = \"c0\"\n"
                         "what = \"call\"\n"
                         "\n"
                         "[[commitment]]\n"
                         "id = \"c1\"\n"
                         "what = \"write\"\n";

// What a text says, value by value; an element of an array is known by its id.
using Leaves = std::map<std::string, std::string>;

void add_leaves(Leaves& leaves, const std::string& place, const Model& model) {
    if (model.kind == Model::Kind::scalar) leaves[place] = model.scalar;
    for (const auto& [key, value] : model.fields)
        add_leaves(leaves, place + "/" + key, value);
    for (const Model& item : model.items)
        add_leaves(leaves, place + "/" + item.fields.at("id").scalar, item);
}

Leaves leaves_of(const std::string& text) {
    Leaves leaves;
    add_leaves(leaves, "", random_document::model_of(text));
    return leaves;
}

Document with_element(Dice& dice, const Document& document, std::string_view table,
                      const std::string& id) {
    const Path element{std::string(table), dice.below(document.size({std::string(table)}))};
    Path key = element;
    key.emplace_back("note");
    switch (dice.below(4)) {
    case 0:
        return document.without(element);
    case 1:
        return document.with_value(key, fmt::format("note {}", dice.below(3)));
    default:
        return document.with_appended(table, {{"id", id}, {"on", "today"}});
    }
}

Document with_change(Dice& dice, const Document& document, const std::string& id) {
    const std::string table = dice.chance(50) ? "log" : "commitment";
    const std::vector<Path> keys{
        {"role"}, {"stage"}, {"agreement", "every"}, {"agreement", "length"}};
    const std::size_t what = dice.below(5);
    if (what < 3 && document.size({table}) > 0) return with_element(dice, document, table, id);
    if (what == 3) return document.without(dice.pick(keys));
    return document.with_value(dice.pick(keys), fmt::format("value {}", dice.below(3)));
}

// A comment of one's own above a line that says something.
std::string with_comment(Dice& dice, const std::string& text, const std::string& comment) {
    std::vector<std::string> lines;
    for (const auto& line : split_lines(text))
        lines.emplace_back(line);
    const std::size_t at = dice.below(lines.size());
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), "# " + comment);
    return join(lines, "\n") + "\n";
}

struct Side {
    std::string text;
    std::vector<std::string> comments;
};

Side make_side(Dice& dice, const std::string& name) {
    Document document = Document::parse(base, "ada.toml");
    const std::size_t changes = dice.below(4);
    for (std::size_t i = 0; i < changes; ++i)
        document = with_change(dice, document, fmt::format("{}{}", name, i));
    Side side{document.text(), {}};
    if (dice.chance(50)) {
        side.comments.push_back("a word of " + name);
        side.text = with_comment(dice, side.text, side.comments.back());
    }
    return side;
}

using Leaf = std::optional<std::string>;

Leaf leaf_at(const Leaves& leaves, const std::string& place) {
    const auto found = leaves.find(place);
    return found == leaves.end() ? Leaf() : found->second;
}

// What both sides come to; false where they don't.
bool come_together(const Leaves& before, const Leaves& mine, const Leaves& theirs, Leaves& both) {
    Leaves places = before;
    places.insert(mine.begin(), mine.end());
    places.insert(theirs.begin(), theirs.end());
    for (const auto& [place, value] : places) {
        const Leaf old = leaf_at(before, place), my = leaf_at(mine, place),
                   their = leaf_at(theirs, place);
        if (my != their && my != old && their != old) return false;
        if (const Leaf taken = my == old ? their : my) both[place] = *taken;
    }
    return true;
}

} // namespace

TEST_CASE("random changes on two sides are all in the merge, or there is none") {
    const auto many = static_cast<std::uint32_t>(rounds(3000));
    std::uint32_t merges = 0, collisions = 0;
    for (std::uint32_t seed = 0; seed < many; ++seed) {
        Dice dice(seed);
        const Side mine = make_side(dice, "m"), theirs = make_side(dice, "t");
        CAPTURE(seed);
        CAPTURE(mine.text);
        CAPTURE(theirs.text);
        const auto parse = [](const std::string& text) {
            return Document::parse(text, "ada.toml");
        };
        const Merged merged = merge(parse(base), parse(mine.text), parse(theirs.text));
        Leaves expected;
        const bool possible =
            come_together(leaves_of(base), leaves_of(mine.text), leaves_of(theirs.text), expected);
        if (!merged.text) {
            ++collisions;
            continue;
        }
        ++merges;
        CAPTURE(*merged.text);
        REQUIRE(possible);
        REQUIRE(leaves_of(*merged.text) == expected);
        for (const Side* side : {&mine, &theirs}) {
            for (const std::string& comment : side->comments)
                REQUIRE(merged.text->find("# " + comment + "\n") != std::string::npos);
        }
    }
    CHECK(merges > many / 2);
    CHECK(collisions > many / 30);
}

} // namespace mentor::merge_property_test
