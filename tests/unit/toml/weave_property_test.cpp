// SPDX-License-Identifier: MIT
//
// One file that two hands write in layouts of their own and change: whatever stands in either of
// them and wasn't taken away by the other is in what they come to, or is named as a collision of
// one key, which --mine and --theirs decide alone.
#include "core/text.hpp"
#include "support/rounds.hpp"
#include "toml/weave.hpp"
#include "unit/toml/random_document.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace mentor::weave_property_test {

using random_document::Dice;
using random_document::Model;

namespace {

// --- what a file says

using Fields = std::vector<std::pair<std::string, std::string>>; // keys and values as written
struct Entry {
    std::string id;
    Fields fields, scores;
    std::string remark; // a comment above it, which every hand leaves as it is
};
struct Person {
    std::map<std::string, Fields> tables;
    std::map<std::string, std::vector<Entry>> arrays;
};

void set(Fields& fields, const std::string& key, const std::string& value) {
    for (auto& [known, old] : fields)
        if (known == key) {
            old = value;
            return;
        }
    fields.emplace_back(key, value);
}

void change_fields(Dice& dice, Fields& fields, const std::vector<std::string>& keys,
                   const std::string& who) {
    const std::string key = dice.pick(keys);
    if (dice.chance(25))
        std::erase_if(fields, [&](const auto& field) { return field.first == key; });
    else
        set(fields, key, fmt::format("\"{} {}\"", dice.chance(30) ? "both" : who, dice.below(3)));
}

void change(Dice& dice, Person& person, const std::string& who, std::size_t number) {
    if (dice.chance(40)) {
        change_fields(dice, person.tables[dice.pick<std::string>({"agreement", "contact"})],
                      {"every", "where", "length", "two words"}, who);
        return;
    }
    auto& entries = person.arrays[dice.pick<std::string>({"log", "gift"})];
    const std::size_t what = dice.below(5);
    if (what < 2 || entries.empty()) {
        entries.push_back({fmt::format("{}{}", who, number), {{"note", "\"new\""}}, {}, ""});
    } else if (what == 2) {
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(dice.below(entries.size())));
    } else if (what == 3) {
        change_fields(dice, entries[dice.below(entries.size())].fields, {"note", "kind"}, who);
    } else {
        change_fields(dice, entries[dice.below(entries.size())].scores, {"trust", "care"}, who);
    }
}

Person make_person(Dice& dice) {
    Person person;
    for (const std::string table : {"agreement", "contact"})
        if (dice.chance(70)) person.tables[table] = {{"every", "\"4w\""}, {"where", "\"café\""}};
    for (const std::string array : {"log", "gift"})
        for (std::size_t count = dice.below(4); count > 0; --count)
            person.arrays[array].push_back(
                {fmt::format("b{}", count),
                 {{"note", fmt::format("\"old {}\"", count)}},
                 {{"trust", "\"4\""}},
                 dice.chance(50) ? fmt::format("# old, of {} {}\n", array, count) : ""});
    return person;
}

// --- how a hand writes it

std::string key_of(Dice& dice, const std::string& key) {
    const bool is_quoted = key.find(' ') != std::string::npos || dice.chance(15);
    return is_quoted ? (dice.chance(50) ? "\"" + key + "\"" : "'" + key + "'") : key;
}

std::string inline_table(Dice& dice, const Fields& fields) {
    std::vector<std::string> parts;
    for (const auto& [key, value] : fields)
        parts.push_back(key_of(dice, key) + (dice.chance(80) ? " = " : "=") + value);
    return parts.empty() ? "{}" : "{ " + join(parts, ", ") + " }";
}

class Hand {
public:
    Hand(Dice& dice, std::string who) : dice_(dice), who_(std::move(who)) {}

    std::string write(const Person& person) {
        root_ = "name = \"Ada\"\n" + comment();
        for (const auto& [key, fields] : person.tables)
            if (!fields.empty()) write_table(key, fields);
        for (const auto& [key, entries] : person.arrays)
            if (!entries.empty()) write_array(key, entries);
        if (dice_.chance(50)) std::swap(sections_.front(), sections_.back());
        std::string text = root_;
        for (const std::string& section : sections_)
            text += section;
        return text;
    }
    const std::set<std::string>& comments() const { return comments_; }

private:
    std::string comment() {
        if (!dice_.chance(20)) return "";
        const std::string made = fmt::format("# {} {}", who_, comments_.size());
        comments_.insert(made);
        return made + "\n";
    }
    std::string lines(const std::string& prefix, const Fields& fields) {
        std::string text;
        for (const auto& [key, value] : fields)
            text += comment() + prefix + key_of(dice_, key) + " = " + value + "\n";
        return text;
    }
    void write_table(const std::string& key, const Fields& fields) {
        switch (dice_.below(3)) {
        case 0:
            root_ += comment() + key_of(dice_, key) + " = " + inline_table(dice_, fields) + "\n";
            break;
        case 1:
            root_ += lines(key_of(dice_, key) + ".", fields);
            break;
        default:
            sections_.push_back("\n" + comment() + "[" + key_of(dice_, key) + "]\n" +
                                lines("", fields));
        }
    }
    void write_array(const std::string& key, const std::vector<Entry>& entries) {
        const bool is_inline = dice_.chance(40);
        std::string text;
        for (const Entry& entry : entries)
            text += is_inline ? entry.remark + comment() + "  " + inline_entry(entry) + ",\n"
                              : "\n" + entry.remark + comment() + section(key, entry);
        if (is_inline)
            root_ += key_of(dice_, key) + " = [\n" + text + comment() + "]\n";
        else
            sections_.push_back(text);
    }
    std::string inline_entry(const Entry& entry) {
        Fields fields{{"id", "\"" + entry.id + "\""}};
        fields.insert(fields.end(), entry.fields.begin(), entry.fields.end());
        if (!entry.scores.empty()) fields.emplace_back("scores", inline_table(dice_, entry.scores));
        return inline_table(dice_, fields);
    }
    std::string section(const std::string& key, const Entry& entry) {
        std::string text = "[[" + key + "]]\nid = \"" + entry.id + "\"\n" + lines("", entry.fields);
        if (entry.scores.empty()) return text;
        switch (dice_.below(3)) {
        case 0:
            return text + "scores = " + inline_table(dice_, entry.scores) + "\n";
        case 1:
            return text + lines("scores.", entry.scores);
        default:
            return text + "[" + key + ".scores]\n" + lines("", entry.scores);
        }
    }

    Dice& dice_;
    std::string who_, root_;
    std::vector<std::string> sections_{""};
    std::set<std::string> comments_;
};

// --- what is to be held

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

std::string at(const Leaves& leaves, const std::string& place) {
    const auto found = leaves.find(place);
    return found == leaves.end() ? "" : found->second;
}

// What stands above the entries that both have.
std::vector<std::string> common_remarks(const Person& mine, const Person& theirs) {
    std::vector<std::string> remarks;
    for (const auto& [key, entries] : mine.arrays)
        for (const Entry& entry : entries) {
            const auto found = theirs.arrays.find(key);
            if (!entry.remark.empty() && found != theirs.arrays.end() &&
                std::ranges::count(found->second, entry.remark, &Entry::remark) == 1)
                remarks.push_back(entry.remark);
        }
    return remarks;
}

std::size_t times_in(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++times;
    return times;
}

// Key by key. Where one changed what the other took away, there may be more of it than is told.
void check_holds(const Leaves& base, const Leaves& mine, const Leaves& theirs, const Leaves& both,
                 Taken taken, std::size_t& collisions) {
    Leaves places = base;
    places.insert(mine.begin(), mine.end());
    places.insert(theirs.begin(), theirs.end());
    for (const auto& entry : places) {
        const std::string& place = entry.first;
        const std::string old = at(base, place), my = at(mine, place), their = at(theirs, place),
                          is = at(both, place);
        CAPTURE(place);
        if (my == their) {
            REQUIRE(is == my);
        } else if (my.empty() || their.empty()) {
            const std::string& only = my.empty() ? their : my;
            REQUIRE((is == only || (is.empty() && only == old)));
        } else if (my == old || their == old) {
            REQUIRE(is == (my == old ? their : my));
        } else {
            ++collisions;
            REQUIRE(is == (taken == Taken::mine ? my : their));
        }
    }
    for (const auto& [place, value] : both)
        REQUIRE(places.contains(place));
}

} // namespace

TEST_CASE("two hands that write in layouts of their own lose nothing of each other") {
    const auto many = static_cast<std::uint32_t>(rounds(600));
    for (std::uint32_t seed = 0; seed < many; ++seed) {
        Dice dice(seed);
        const Person person = make_person(dice);
        Person my = person, their = person;
        for (std::size_t i = 0; i < 1 + dice.below(4); ++i)
            change(dice, my, "m", i);
        for (std::size_t i = 0; i < 1 + dice.below(4); ++i)
            change(dice, their, "t", i);
        Hand old_hand(dice, "b"), my_hand(dice, "m"), their_hand(dice, "t");
        const bool is_no_base = dice.chance(10);
        const std::string base = is_no_base ? "" : old_hand.write(person), mine = my_hand.write(my),
                          theirs = their_hand.write(their);
        const auto parse = [](const std::string& text) {
            return Document::parse(text, "ada.toml");
        };
        for (const Taken taken : {Taken::mine, Taken::theirs}) {
            CAPTURE(seed);
            CAPTURE(base);
            CAPTURE(mine);
            CAPTURE(theirs);
            const Woven woven = weave(parse(base), parse(mine), parse(theirs),
                                      {.choose = [&](const Collision&) { return taken; },
                                       .takes_lesser = [](std::string_view) { return false; }});
            REQUIRE(woven.text);
            CAPTURE(*woven.text);
            std::size_t collisions = 0;
            check_holds(leaves_of(base), leaves_of(mine), leaves_of(theirs), leaves_of(*woven.text),
                        taken, collisions);
            REQUIRE(woven.collisions.size() == collisions);
            for (const auto* comments : {&my_hand.comments(), &their_hand.comments()})
                for (const std::string& comment : *comments)
                    REQUIRE(woven.text->find(comment + "\n") != std::string::npos);
            for (const std::string& remark : common_remarks(my, their)) {
                CAPTURE(remark);
                REQUIRE(times_in(*woven.text, remark) == 1);
            }
        }
    }
}

TEST_CASE("any two files come together, in whatever layouts they are") {
    const auto many = static_cast<std::uint32_t>(rounds(600));
    for (std::uint32_t seed = 0; seed < many; ++seed) {
        Dice dice(seed);
        const std::string base = dice.chance(30) ? "" : random_document::make_document(dice).text,
                          mine = random_document::make_document(dice).text,
                          theirs = random_document::make_document(dice).text;
        CAPTURE(seed);
        CAPTURE(base);
        CAPTURE(mine);
        CAPTURE(theirs);
        const auto parse = [](const std::string& text) {
            return Document::parse(text, "ada.toml");
        };
        const Woven woven = weave(parse(base), parse(mine), parse(theirs),
                                  {.choose = [](const Collision&) { return Taken::mine; },
                                   .takes_lesser = [](std::string_view) { return false; }});
        REQUIRE(woven.text);
        parse(*woven.text);
    }
}

} // namespace mentor::weave_property_test
