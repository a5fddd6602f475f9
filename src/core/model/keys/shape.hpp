// SPDX-License-Identifier: MIT
//
// What a file of the format may hold: its keys, and what each takes. Found by asking the decoder
// (format/decode.hpp), so that nothing that is said of the format from it can fall behind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Shape {
    enum class Type {
        text,
        flag,
        number,
        date,        // a text of ISO 8601 as well, as everywhere
        moment,      // the same, or with a local time
        duration,    // a text in the grammar of mentor-dates(7)
        paint,       // colours and styles, as parse_paint reads them
        day_of_year, // a date, or the text "12-10" or "12"
        word,        // one of `words`
        list,        // of `element`
        text_or_list,
        table, // of `keys`, and of others that the format doesn't know
    };

    Type type = Type::text;
    std::vector<std::string> words = {};
    int least = 0, most = 0; // of a number, both included
    std::vector<Shape> element = {};
    // In the order in which they are read; "*" stands for every key that a person chooses.
    struct Key;
    std::vector<Key> keys;
    bool required = false; // the key has to be there, and no empty text

    // The shape of a key; null where the table has none of that name.
    const Shape* find(std::string_view key) const;
};

struct Shape::Key {
    std::string name;
    Shape shape;
};

} // namespace mentor
