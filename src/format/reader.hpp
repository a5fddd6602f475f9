// SPDX-License-Identifier: MIT
//
// Inside src/format only: typed reading of a parsed TOML table. Each method looks one key up, gives
// its value or nothing, and notes a fault with its position where the value has another type. Knows
// types; what the keys mean is its callers' business.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/styles.hpp"
#include "format/day_of_year.hpp"
#include "format/findings.hpp"
#include "toml/toml.hpp"

#include "mentor/error.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

// The numbers that a key takes, both ends included, and one for the advice.
struct Range {
    int least, most, example;
};

class Reader {
public:
    // `label` is what the file calls the table: "[[log]]", or "file" for its root.
    Reader(const toml::table& table, std::string_view label, Findings& findings);

    // Absent is "", nullopt or empty, and so is a value of the wrong type, once its fault is noted.
    std::string text(std::string_view key);
    // The same for what is a name or a word, and has no lines: one that was written is a blank.
    std::string line(std::string_view key);
    // The words that start one; a warning where they can't, on any machine.
    std::string program(std::string_view key);
    // Of what an outline leaves out (Extent); toml++'s tree is read whole.
    std::string detail_text(std::string_view key) { return text(key); }
    std::vector<std::string> detail_words(std::string_view key) { return words(key); }
    std::optional<bool> flag(std::string_view key);
    std::optional<int> number(std::string_view key, const Range& range);
    std::optional<Date> date(std::string_view key);
    std::optional<Moment> moment(std::string_view key);
    std::optional<Duration> duration(std::string_view key);
    std::optional<Paint> paint(std::string_view key);
    std::optional<DayOfYear> day_of_year(std::string_view key);
    std::vector<std::string> words(std::string_view key);
    // The same where older files have one text: that is a list of one.
    std::vector<std::string> words_or_text(std::string_view key);
    std::vector<Date> dates(std::string_view key);

    // One of a few words, which `find` turns into a T.
    template<class T>
    std::optional<T> one_of(std::string_view key, std::optional<T> (*find_word)(std::string_view),
                            const std::vector<std::string>& names) {
        const toml::node* node = find(key);
        if (!node) return std::nullopt;
        const auto* text = node->as_string();
        auto found = text ? find_word(text->get()) : std::nullopt;
        if (!found) not_one_of(key, *node, names);
        return found;
    }

    // The same for each element of a list.
    template<class T>
    std::vector<T> each_of(std::string_view key, std::optional<T> (*find_word)(std::string_view),
                           const std::vector<std::string>& names) {
        std::vector<T> all;
        const toml::node* node = find(key);
        if (!node) return all;
        const auto* array = node->as_array();
        if (!array) {
            wrong_type(key, *node, "a list of texts", "[\"" + names.front() + "\"]");
            return all;
        }
        for (const toml::node& element : *array) {
            const auto* text = element.as_string();
            auto found = text ? find_word(text->get()) : std::nullopt;
            if (found)
                all.push_back(*found);
            else
                not_one_of(key, element, names);
        }
        return all;
    }

    // What `read`, a function from Reader& to some T, makes of the table at `key`.
    template<class Read>
    auto table(std::string_view key, Read read) {
        std::optional<decltype(read(*this))> result;
        if (const toml::node* node = find(key)) {
            if (const auto* found = node->as_table()) {
                Reader reader(*found, key, findings_);
                result = read(reader);
                reader.note_unknown_keys();
            } else {
                not_a_table(key, *node);
            }
        }
        return result;
    }

    // The same for every table of the array at `key`. An element that isn't a table is a T as it
    // begins, so that positions are those of the file.
    template<class Read>
    auto tables(std::string_view key, Read read) {
        std::vector<decltype(read(*this))> result;
        const toml::array* found = array_of_tables(key);
        if (!found) return result;
        result.reserve(found->size());
        for (const toml::node& element : *found) {
            const auto* table = element.as_table();
            if (!table) {
                not_in_tables(key, element);
                result.emplace_back();
                continue;
            }
            Reader reader(*table, key, findings_);
            result.push_back(read(reader));
            reader.note_unknown_keys();
        }
        return result;
    }

    // A fault where `key` is absent, or an empty text. `example` is a TOML value.
    void require(std::string_view key, std::string_view example);
    // How many faults were noted until now.
    std::size_t faults() const { return findings_.all.size(); }
    // For a table whose keys a person chooses.
    std::vector<std::string> keys() const;
    // Marks `key` as one that the format has, though nothing reads it.
    void ignore(std::string_view key) { find(key); }
    // For the document's root, once everything was read; `table` and `tables` do it for theirs.
    void note_unknown_keys();
    // For the root, after that: what is unknown in a table and known in the root, where it is not.
    void note_misplaced_keys();

private:
    const toml::node* find(std::string_view key);
    const toml::node* node_at(std::string_view key) const; // find, without asking for the key
    const toml::array* array_of_tables(std::string_view key);
    // What `parse` makes of the text at `key`; what it throws is a fault.
    template<class T>
    std::optional<T> parsed(std::string_view key, std::string_view wanted, std::string_view example,
                            T (*parse)(std::string_view));
    std::optional<Date> date_of(std::string_view key, const toml::node& node);
    void no_such_year(std::string_view key, const toml::node& node);
    void wrong_type(std::string_view key, const toml::node& node, std::string_view wanted,
                    std::string_view example);
    void not_one_of(std::string_view key, const toml::node& node,
                    const std::vector<std::string>& names);
    void not_a_table(std::string_view key, const toml::node& node);
    void not_in_tables(std::string_view key, const toml::node& element);

    const toml::table& table_;
    // The keys of a small table side by side: most keys that are asked for are absent, and looking
    // along a few is faster than going down the tree. Empty for a large one.
    std::vector<std::pair<std::string_view, const toml::node*>> entries_;
    std::string_view label_;
    Findings& findings_;
    std::vector<std::string> asked_; // only where findings_.thorough
};

// Whether `text` reads as the basic string that it is: short, in one line, without escapes.
bool is_plain(std::string_view text);

} // namespace mentor
