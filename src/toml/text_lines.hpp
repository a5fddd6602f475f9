// SPDX-License-Identifier: MIT
//
// Which line of a text as it is written each byte of what it says stands on, for those who ask for
// many.
#pragma once

#include "toml/document.hpp"
#include "toml/plain/plain.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
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

// Whether offsets count in a text as it is, or in what one_line makes of it.
enum class Offsets { in_lines, in_one_line };

class TextLines {
public:
    // Of a text that was read without a tree, or with one. Both must outlive the lines.
    TextLines(std::string_view text, const PlainText& plain);
    explicit TextLines(const Document& document);

    // The line on which the byte `offset` of the text at that place stands; of another value, the
    // line that it begins on; nullopt where there is none.
    std::optional<int> find(const ValuePlace& place, std::size_t offset,
                            Offsets offsets = Offsets::in_lines);
    std::optional<int> find_key(const ValuePlace& place);

private:
    struct Tables { // of one name: an array of them, a table, or the root
        std::string_view name;
        std::vector<const PlainSection*> sections;
    };

    std::optional<int> find_plain(const ValuePlace& place, std::size_t offset, Offsets offsets);
    std::optional<PlainStatement> find_plain_statement(const ValuePlace& place) const;
    int line_of(std::string_view part);

    std::string_view text_;
    const PlainText* plain_ = nullptr;
    std::vector<Tables> tables_;
    std::size_t at_ = 0; // the place that was last asked for
    int line_ = 1;       // of it

    const Document* document_ = nullptr; // or this one
    std::vector<std::size_t> begins_;    // of its lines
};

} // namespace mentor
