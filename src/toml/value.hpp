// SPDX-License-Identifier: MIT
//
// What stands in a document: its values, and the places of them.
#pragma once

#include "core/dates/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mentor {

// A value to write. A Table is written as an inline table, except where `with_appended` makes it a
// [[table]]. A Moment with a time is a local date-time, without one a local date.
struct Value;
using Array = std::vector<Value>;
using Table = std::vector<std::pair<std::string, Value>>; // in the order to write
struct Value {
    std::variant<bool, std::int64_t, double, std::string, Moment, Array, Table> of;

    // Compiled once, in value.cpp, and not wherever something is written.
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();

    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(double value);
    Value(const char* value);
    Value(std::string_view value);
    Value(std::string value);
    Value(Date value);
    Value(Moment value);
    Value(Array value);
    Value(Table value);
    Value(const std::vector<std::string>& values);
};

// Where something stands in a document: a key of a table, or a position in an array, step by step:
// {"commitment", 2u, "done"}. A std::size_t counts from 0.
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;

// A place in the text. Columns count code points; both start at 1.
struct Position {
    int line = 0;
    int column = 0;
    bool operator==(const Position&) const = default;
};

} // namespace mentor
