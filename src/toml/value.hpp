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

    Value(bool value) : of(value) {}
    Value(int value) : of(std::int64_t{value}) {}
    Value(std::int64_t value) : of(value) {}
    Value(double value) : of(value) {}
    Value(const char* value) : of(std::string(value)) {}
    Value(std::string_view value) : of(std::string(value)) {}
    Value(std::string value) : of(std::move(value)) {}
    Value(Date value) : of(Moment{value, std::nullopt}) {}
    Value(Moment value) : of(std::move(value)) {}
    Value(Array value) : of(std::move(value)) {}
    Value(Table value) : of(std::move(value)) {}
    Value(const std::vector<std::string>& values) : of(Array(values.begin(), values.end())) {}
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
