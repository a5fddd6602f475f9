// SPDX-License-Identifier: MIT
//
// JSON (RFC 8259) of other programs, as far as texts in it are looked for. By hand, since the table
// of an import and its refusals name the line of each value: nlohmann-json, which writes JSON here,
// tells it from version 3.12 on, which Debian 12 and 13 don't have, and its words for a fault are
// for programmers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mentor {

struct JsonValue;
using JsonList = std::vector<JsonValue>;
using JsonFields = std::vector<std::pair<std::string, JsonValue>>; // in the order of the text
struct JsonValue {
    // A number is as it is written, since nobody reckons with it here.
    struct Number {
        std::string text;
    };
    std::variant<std::nullptr_t, bool, Number, std::string, JsonList, JsonFields> of = nullptr;
    int line = 1; // that it begins on

    // The last field of that name; null where there is none, or this isn't an object.
    const JsonValue* find(std::string_view name) const;
    const std::string* find_text() const; // null for anything but a text
    const JsonList* find_list() const;
    std::string text_of(std::string_view name) const; // "" where there is no such text
};

// Throws Error(broken) with the line and column.
JsonValue parse_json(std::string_view text, const std::string& file);

} // namespace mentor
