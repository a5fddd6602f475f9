// SPDX-License-Identifier: MIT
//
// Inside src/toml only: a text cut into sections and pieces that are known again in other versions
// of it, by their tables, ids and keys; what all merging works with.
#pragma once

#include "toml/document.hpp"
#include "toml/merging/pairing.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mentor {

// A statement, with the blank lines and comments above it.
struct Piece {
    std::string key; // what it is known by in all texts; "" for the header of a section
    std::string label;
    Path path;
    std::string text;
    // What `text` is made of: whole lines, the statement from the beginning of its line, and what
    // stands behind it with the line's end.
    std::string above, statement, behind;
    std::string value;                 // as it is written; "" for a header
    std::vector<std::string> elements; // of an array of plain values
    bool is_list = false;              // the value is such an array
    bool is_day = false;               // the value is a date, or a date-time
};

// The pieces from one header to the next. The first section of a text has no header, and the last
// is what stands behind the last statement.
struct Section {
    std::string key;
    std::string label;
    std::string array = {}; // "log", where it is an element of that array
    std::string name = {};  // that this element is known by
    std::string text = {};
    bool is_nameless = false; // an element without an id
    std::vector<Piece> pieces = {};

    std::string_view day() const; // the first in it, as it is written; "" where there is none
};

inline constexpr std::string_view end_key = "the end of the file";

// The document with a last line that has its end, as every piece has one.
Document whole(const Document& document);

// Of a whole document, in its order; an element that isn't in `names` by its id, or its whole text.
std::vector<Section> sections_of(const Document& document, const Names& names = {});

// The parts of one text by their keys; of twins the first. They must outlive it.
template<class Part>
class Index {
public:
    explicit Index(const std::vector<Part>& parts) : parts_(&parts) {
        by_key_.reserve(parts.size());
        for (const Part& part : parts)
            by_key_.emplace(part.key, &part);
    }

    const Part* find(std::string_view key) const {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? nullptr : found->second;
    }
    auto begin() const { return parts_->begin(); }
    auto end() const { return parts_->end(); }

private:
    const std::vector<Part>* parts_;
    std::unordered_map<std::string_view, const Part*> by_key_;
};

} // namespace mentor
