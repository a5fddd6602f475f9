// SPDX-License-Identifier: MIT
//
// Which line of a text as it is written each byte of what it says stands on, for those who ask for
// many: the text is gone through once, and needs no tree where its statements are the usual ones.
#pragma once

#include "toml/document.hpp"
#include "toml/value_spots.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

// Where a value stands in a file: under a key of the root or a table, of one element where that is
// an array of them, and in a list where that is the value.
struct ValuePlace {
    std::string_view table; // "" for the root
    std::optional<std::size_t> position;
    std::string_view key;
    std::optional<std::size_t> element;
};

class TextLines {
public:
    // The text is TOML, and must outlive its lines.
    TextLines(std::string_view text, std::string name) : text_(text), name_(std::move(name)) {}

    // The line on which the byte `offset` of the text at that place stands; of another value, the
    // line that it begins on; nullopt where there is none.
    std::optional<int> find(const ValuePlace& place, std::size_t offset);
    std::optional<int> find_key(const ValuePlace& place);

private:
    std::optional<Spot> find_spot(const ValuePlace& place);
    std::optional<Spot> find_plain_spot(const ValuePlace& place);
    const Document& document();

    std::string_view text_;
    std::string name_;
    std::optional<ValueSpots> spots_;
    std::optional<Document> document_; // once no spot is known
    std::vector<std::size_t> begins_;  // of each line, with the document
};

} // namespace mentor
