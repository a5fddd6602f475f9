// SPDX-License-Identifier: MIT
//
// Inside src/toml only: where the values of a text that is TOML begin, found out in one pass that
// reads none of them. It knows the statements that nearly every file has and no others: bare keys,
// and [table] and [[array]] headers of one bare name.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mentor {

// A byte of a text, and the line that it stands on, from 1 on.
struct Spot {
    std::size_t at = 0;
    int line = 1;
};

int count_line_ends(std::string_view text);

class ValueSpots {
public:
    // The text must outlive what is made of it. Where one statement isn't such, nothing is found.
    explicit ValueSpots(std::string_view text);

    // Where the value begins of a key of a table ("" for the root), or of one of its elements.
    std::optional<Spot> find(std::string_view table, std::size_t position,
                             std::string_view key) const;
    // Where an element begins of the list that begins there.
    std::optional<Spot> find_element(const Spot& list, std::size_t position) const;

private:
    struct Statement {
        std::string_view key;
        Spot value;
    };
    struct Section {
        std::size_t begin = 0, end = 0; // in `statements_`
    };
    struct Table { // or an array of them
        std::string_view name;
        std::vector<Section> elements;
    };

    bool read(); // whether all statements are such
    bool may_have_lines(const Spot& value) const;
    Spot behind_value(const Spot& value) const;
    Spot behind_filling(Spot spot) const;
    Spot moved(const Spot& spot, std::size_t to) const;
    char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\n'; }
    std::vector<Section>& elements_of(std::string_view table);

    std::string_view text_;
    std::vector<Statement> statements_;
    std::vector<Table> tables_; // and the root
};

} // namespace mentor
