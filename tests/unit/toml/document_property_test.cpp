// SPDX-License-Identifier: MIT
//
// Random edits of random documents. MENTOR_SEED and MENTOR_ROUNDS choose others, and more.
#include "support/rounds.hpp"
#include "toml/document.hpp"
#include "unit/toml/random_document.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>

namespace mentor::document_property_test {

using namespace mentor::random_document;

namespace {

using Kind = Model::Kind;
using Written = Model::Written;

// A part of a model with the way to it: every part from the root to it, itself included.
struct Part {
    Path path;
    std::vector<Model*> way;
    Model& model() const { return *way.back(); }
    bool is_in_brackets() const {
        return std::any_of(way.begin(), way.end(), [](Model* part) { return !part->is_spread(); });
    }
};

void collect(const Part& part, std::vector<Part>& parts) {
    parts.push_back(part);
    const auto descend = [&](Step step, Model& child) {
        Part below = part;
        below.path.push_back(std::move(step));
        below.way.push_back(&child);
        collect(below, parts);
    };
    for (auto& [key, field] : part.model().fields)
        descend(key, field);
    for (std::size_t index = 0; index < part.model().items.size(); ++index)
        descend(index, part.model().items[index]);
}

std::vector<Part> parts_of(Model& root) {
    std::vector<Part> parts;
    collect({{}, {&root}}, parts);
    return parts;
}

// --- what the bytes of an edit may do

std::size_t common_beginning(std::string_view one, std::string_view other) {
    const auto length = static_cast<std::ptrdiff_t>(std::min(one.size(), other.size()));
    return static_cast<std::size_t>(
        std::mismatch(one.begin(), one.begin() + length, other.begin()).first - one.begin());
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// `after` is `before` with one run of bytes put in.
bool is_one_insertion(std::string_view before, std::string_view after) {
    const std::size_t beginning = common_beginning(before, after);
    return after.size() >= before.size() && ends_with(after, before.substr(beginning));
}

// A comma behind the last element and a line below its comment: the one case of two.
bool is_insertion_with_comma(std::string_view before, std::string after) {
    const std::size_t beginning = common_beginning(before, after);
    if (beginning >= after.size() || after[beginning] != ',') return false;
    return is_one_insertion(before, after.erase(beginning, 1));
}

bool is_replacement(const std::string& before, const std::string& after, const std::string& value) {
    for (std::size_t at = 0; (at = before.find(value, at)) != std::string::npos; ++at)
        if (after.compare(0, at, before, 0, at) == 0 &&
            after.size() + value.size() >= before.size() &&
            ends_with(after, std::string_view(before).substr(at + value.size())))
            return true;
    return false;
}

bool is_removal_of_bytes(std::string_view before, std::string_view after) {
    std::size_t found = 0;
    for (const char byte : before)
        if (found < after.size() && after[found] == byte) ++found;
    return found == after.size();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        lines.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return lines;
}

bool is_removal_of_lines(const std::string& before, const std::string& after) {
    const std::vector<std::string> remaining = lines_of(after);
    std::size_t found = 0;
    for (const std::string& line : lines_of(before))
        if (found < remaining.size() && remaining[found] == line) ++found;
    return found == remaining.size();
}

// --- the edits, done to the model

void forget_text(const Part& part) {
    for (Model* model : part.way)
        model->text.clear();
}

void add_to_model(const Part& table, const std::vector<std::string>& keys, const Model& value) {
    const bool in_brackets = table.is_in_brackets();
    const bool dotted = table.model().written == Written::dotted;
    Model* target = &table.model();
    if (keys.size() == 1 && target->written == Written::implied) target->written = Written::header;
    for (std::size_t at = 0; at + 1 < keys.size(); ++at) {
        target = &target->fields[keys[at]];
        target->kind = Kind::table;
        if (in_brackets)
            target->written = Written::whole;
        else if (dotted)
            target->written = Written::dotted;
        else
            target->written = at + 2 == keys.size() ? Written::header : Written::implied;
    }
    target->fields[keys.back()] = value;
}

void erase_step(Model& parent, const Step& step) {
    if (const auto* key = std::get_if<std::string>(&step))
        parent.fields.erase(*key);
    else
        parent.items.erase(parent.items.begin() +
                           static_cast<std::ptrdiff_t>(std::get<std::size_t>(step)));
}

// What dotted keys began and only headers still need is implied by those; what nothing needs is
// gone.
void remove_from_model(const Part& part) {
    for (std::size_t at = part.path.size(); at > 0; --at) {
        Model& parent = *part.way[at - 1];
        erase_step(parent, part.path[at - 1]);
        if (parent.written == Written::dotted &&
            std::none_of(parent.fields.begin(), parent.fields.end(), [](const auto& field) {
                return field.second.written == Written::whole ||
                       field.second.written == Written::dotted;
            }))
            parent.written = Written::implied;
        const bool is_empty = parent.fields.empty() && parent.items.empty();
        if (!is_empty || parent.written != Written::implied) return;
    }
}

// --- one round

std::string words(const Path& path) {
    std::ostringstream out;
    for (const Step& step : path)
        std::visit([&](const auto& of) { out << " <" << of << ">"; }, step);
    return out.str();
}

void check_result(const Document& document, const Model& model) {
    CHECK(model_of(document.text()).says_the_same(model));
}

void replace_something(Dice& dice, Document& document, Model& root) {
    const std::vector<Part> parts = parts_of(root);
    const Part& part = dice.pick(parts);
    if (part.path.empty()) return;
    const RandomValue value = make_value(dice);
    INFO("replacing" << words(part.path) << " in\n" << document.text());
    if (part.model().is_spread()) {
        CHECK_THROWS_AS(document.with_value(part.path, value.value), Error);
        return;
    }
    const Document result = document.with_value(part.path, value.value);
    INFO("gave\n" << result.text());
    const std::string old_value = part.model().text;
    forget_text(part);
    part.model() = value.model;
    check_result(result, root);
    if (!old_value.empty()) CHECK(is_replacement(document.text(), result.text(), old_value));
    document = result;
}

void add_something(Dice& dice, Document& document, Model& root) {
    const std::vector<Part> parts = parts_of(root);
    const Part& part = dice.pick(parts);
    if (part.model().kind != Kind::table) return;
    std::vector<std::string> keys;
    do
        keys.push_back(make_key(dice));
    while (dice.chance(25));
    if (part.model().fields.count(keys.front()) > 0) return;

    Path path = part.path;
    path.insert(path.end(), keys.begin(), keys.end());
    const RandomValue value = make_value(dice);
    INFO("adding" << words(path) << " to\n" << document.text());
    const Document result = document.with_value(path, value.value);
    INFO("gave\n" << result.text());
    forget_text(part);
    add_to_model(part, keys, value.model);
    check_result(result, root);
    CHECK(is_one_insertion(document.text(), result.text()));
    document = result;
}

void remove_something(Dice& dice, Document& document, Model& root) {
    const std::vector<Part> parts = parts_of(root);
    const Part& part = dice.pick(parts);
    if (part.path.empty()) return;
    INFO("removing" << words(part.path) << " from\n" << document.text());
    const Document result = document.without(part.path);
    INFO("gave\n" << result.text());
    Part around = part;
    around.way.pop_back();
    const bool in_brackets = around.is_in_brackets();
    forget_text(part);
    remove_from_model(part);
    check_result(result, root);
    if (in_brackets)
        CHECK(is_removal_of_bytes(document.text(), result.text()));
    else
        CHECK(is_removal_of_lines(document.text(), result.text()));
    document = result;
}

void append_something(Dice& dice, Document& document, Model& root) {
    std::string name = make_key(dice);
    for (auto& [key, field] : root.fields)
        if (field.kind == Kind::array && dice.chance(50)) name = key;
    if (root.fields.count(name) > 0 && root.fields[name].kind != Kind::array) return;
    RandomValue fields = make_value(dice);
    while (fields.model.kind != Kind::table)
        fields = make_value(dice);

    INFO("appending to <" << name << "> in\n" << document.text());
    const Document result = document.with_appended(name, std::get<Table>(fields.value.of));
    INFO("gave\n" << result.text());
    const bool is_new = root.fields.count(name) == 0;
    Model& array = root.fields[name];
    array.kind = Kind::array;
    if (is_new) array.written = Written::implied;
    if (array.is_spread()) fields.model.written = Written::header;
    array.text.clear();
    array.items.push_back(fields.model);
    check_result(result, root);
    const bool is_insertion = is_one_insertion(document.text(), result.text());
    CHECK((is_insertion ||
           (!array.is_spread() && is_insertion_with_comma(document.text(), result.text()))));
    document = result;
}

} // namespace

TEST_CASE("random edits of random documents say what was meant and touch nothing else") {
    const char* given = std::getenv("MENTOR_SEED");
    const auto first = static_cast<std::uint32_t>(given ? std::atoi(given) : 1);
    const auto many = static_cast<std::uint32_t>(rounds(500));
    for (std::uint32_t seed = first; seed < first + many; ++seed) {
        INFO("MENTOR_SEED=" << seed << " MENTOR_ROUNDS=1");
        Dice dice(seed);
        Random random = make_document(dice);
        Document document = Document::parse(random.text, "random.toml");
        INFO("the document\n" << random.text);
        REQUIRE(model_of(random.text).says_the_same(random.model));
        for (std::size_t edits = 4; edits > 0; --edits) {
            switch (dice.below(4)) {
            case 0:
                replace_something(dice, document, random.model);
                break;
            case 1:
                add_something(dice, document, random.model);
                break;
            case 2:
                remove_something(dice, document, random.model);
                break;
            default:
                append_something(dice, document, random.model);
                break;
            }
        }
    }
}

} // namespace mentor::document_property_test
