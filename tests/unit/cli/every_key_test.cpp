// SPDX-License-Identifier: MIT
//
// What the rows of the keys promise, for every one of them: it is set, read, shown, offered and
// explained, and the decoder knows no other.
#include "cli/table.hpp"
#include "core/text.hpp"
#include "edits/keys/keys.hpp"
#include "format/decode.hpp"
#include "format/decoding.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/looking/list_report.hpp"
#include "report/pages/looking/show_report.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace mentor::every_key_test {

namespace {

const Date today = *find_iso_date("2026-11-22");
const Calendar calendar{today};

// A text that a key of the type takes, and that comes back from the file in the same words.
const char* example_of(KeyType type) {
    switch (type) {
    case KeyType::words:
        return "work, life";
    case KeyType::address:
        return "ada@example.org";
    case KeyType::zone:
        return "Europe/London";
    case KeyType::date:
        return "2026-01-12";
    case KeyType::date_ahead:
        return "2027-01-12";
    case KeyType::moment:
        return "2026-12-03T15:30:00";
    case KeyType::duration:
        return "3w";
    case KeyType::length:
        return "45m";
    case KeyType::flag:
        return "yes";
    case KeyType::role:
        return "peer";
    case KeyType::stage:
        return "paused";
    case KeyType::side:
        return "them";
    default:
        return "Some words";
    }
}

Document sample() {
    return Document::parse("format = 1\nname = \"Ada\"\nrole = \"mentor\"\nadded = 2026-01-10\n"
                           "[contact]\n[agreement]\n[ending]\n"
                           "[[occasion]]\nwhat = \"birthday\"\non = \"12-10\"\n"
                           "[[goal]]\ntitle = \"Lead a project\"\n",
                           "ada.toml");
}

// The document with the key as `set` would write it.
Document with_example(const Key& key, const Path& table) {
    return with_changes(
        sample(), table,
        {change_to(key, parse_value(key, example_of(key.type), calendar, MemoryHost()))});
}

// A field of an item, or of an object in it, in the words that its option takes.
std::string shown(const Fields& fields, std::string_view table, std::string_view name) {
    const auto& wanted = table.empty() ? name : table;
    const auto found = std::ranges::find(fields, wanted, &Fields::value_type::first);
    REQUIRE(found != fields.end());
    const auto& of = found->second.of;
    if (!table.empty()) return shown(std::get<Fields>(of), "", name);
    if (const auto* flag = std::get_if<bool>(&of)) return *flag ? "yes" : "no";
    if (const auto* number = std::get_if<std::int64_t>(&of)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&of)) return *text;
    std::string words;
    if (const auto* list = std::get_if<List>(&of))
        for (const Data& each : *list)
            words += (words.empty() ? "" : ", ") + std::get<std::string>(each.of);
    return words;
}

Fields item_of_show(const Relationship& relationship) {
    return show_report(relationship, {}, today).items.front();
}

Fields item_of_list(const Relationship& relationship) {
    return list_line(relationship, {}, today).item;
}

bool offers(const std::vector<std::string>& command, const KeyOption& option) {
    const auto invocation = find_command(command).command->invocation();
    Declaration declaration;
    invocation->declare(declaration);
    return std::ranges::any_of(declaration.parameters(), [&](const Parameter& parameter) {
        return parameter.names == option.name && parameter.value == option.value &&
               parameter.help == option.help;
    });
}

// The part of mentor-relationship(5) about a table: "[contact]", "[[goal]]".
std::string explained(const std::string& table) {
    std::ifstream stream(MENTOR_MANUAL "/mentor-relationship.5");
    const std::string page{std::istreambuf_iterator<char>(stream), {}};
    const auto begin = page.find(".Ss " + table);
    REQUIRE(begin != std::string::npos);
    return page.substr(begin, page.find("\n.Ss ", begin + 1) - begin);
}

bool names(const std::string& part, std::string_view key) {
    const std::string name(key);
    return part.find("Ic " + name) != std::string::npos ||
           part.find(" , " + name) != std::string::npos;
}

// As one text, which a failure shows.
std::string listed(const std::set<std::string_view>& names) {
    return join({names.begin(), names.end()}, " ");
}

std::string read_in(const Findings& findings, std::string_view label) {
    const auto found = findings.known.find(label);
    REQUIRE(found != findings.known.end());
    return listed({found->second.begin(), found->second.end()});
}

} // namespace

TEST_CASE("every key that set takes is read back, and shown under its name") {
    const Relationship before = decode_relationship(sample(), "ada");
    for (const auto& key : relationship_keys()) {
        INFO(key.name);
        if (key.fixed) {
            const Fields item = item_of_show(before);
            CHECK(shown(item, key.table(), key.field()) == text_of(key.held(before)));
            CHECK_THROWS_AS(find_key(key.name, settable_keys()), Error);
            continue;
        }
        CHECK(find_key(key.name, settable_keys()).name == key.name);
        const std::string example = example_of(key.type);
        const Relationship after = decode_relationship(with_example(key, {}), "ada");
        CHECK(text_of(key.held(before)) != example);
        CHECK(text_of(key.held(after)) == example);
        CHECK(shown(item_of_show(after), key.table(), key.field()) == example);
        if (key.listed) CHECK(shown(item_of_list(after), "", key.name) == example);
    }
}

TEST_CASE("every key of a goal is read back, and shown under its name") {
    const Goal before = decode_relationship(sample(), "ada").goals.front();
    for (const auto& key : goal_keys()) {
        INFO(key.name);
        const std::string example = example_of(key.type);
        const Document document = with_example(key, {"goal", std::size_t{0}});
        const Goal after = decode_relationship(document, "ada").goals.front();
        CHECK(text_of(key.held(before)) != example);
        CHECK(text_of(key.held(after)) == example);
        CHECK(shown(goal_fields(after), "", key.name) == example);
    }
}

TEST_CASE("the decoder reads the keys of the rows and no others") {
    const Findings findings = find_in_relationship(sample(), Kinds(), today);
    std::set<std::string_view> file{"contact",  "agreement", "ending", "occasion",
                                    "goal",     "milestone", "log",    "commitment",
                                    "question", "advice",    "gift",   "fit"};
    std::set<std::string_view> contact, agreement, ending, goal;
    for (const Key& key : relationship_keys()) {
        auto& keys = key.table().empty()          ? file
                     : key.table() == "contact"   ? contact
                     : key.table() == "agreement" ? agreement
                                                  : ending;
        CHECK(keys.insert(key.field()).second);
    }
    for (const Key& key : goal_keys())
        CHECK(goal.insert(key.name).second);
    CHECK(read_in(findings, "file") == listed(file));
    CHECK(read_in(findings, "contact") == listed(contact));
    CHECK(read_in(findings, "agreement") == listed(agreement));
    CHECK(read_in(findings, "ending") == listed(ending));
    CHECK(read_in(findings, "goal") == listed(goal));
}

TEST_CASE("a file without a key that has to be there is refused, without any other it isn't") {
    const auto reads = [](const Path& key) {
        try {
            decode_relationship(sample().without(key), "ada");
            return true;
        } catch (const Error&) {
            return false;
        }
    };
    for (const Key& key : relationship_keys()) {
        INFO(key.name);
        CHECK(reads(path_of(key.name)) == !key.required);
    }
    for (const Key& key : goal_keys()) {
        INFO(key.name);
        CHECK(reads({"goal", std::size_t{0}, std::string(key.name)}) == !key.required);
    }
}

TEST_CASE("every key is offered as the option that its row names, and asked with a question") {
    std::set<std::string_view> options;
    for (const Key& key : relationship_keys()) {
        INFO(key.name);
        CHECK((key.question.words.empty() || !key.option.name.empty()));
        CHECK((key.talk == 0 || !key.question.words.empty()));
        if (key.option.name.empty()) continue;
        CHECK(options.insert(key.option.name).second);
        CHECK(offers({"add"}, key.option));
        if (key.talk > 0) CHECK(offers({"agree"}, key.option));
    }
    for (const Key& key : goal_keys()) {
        INFO(key.name);
        CHECK((key.question.words.empty() || !key.option.name.empty()));
        if (!key.option.name.empty()) CHECK(offers({"goal", "edit"}, key.option));
    }
}

TEST_CASE("mentor-relationship(5) explains every key where its table stands") {
    for (const Key& key : relationship_keys()) {
        INFO(key.name);
        const std::string table(key.table());
        CHECK(names(explained(table.empty() ? "The first lines" : "[" + table + "]"), key.field()));
    }
    for (const Key& key : goal_keys()) {
        INFO(key.name);
        CHECK(names(explained("[[goal]]"), key.name));
    }
}

} // namespace mentor::every_key_test
