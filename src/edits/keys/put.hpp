// SPDX-License-Identifier: MIT
//
// Building the fields of a table to write: what is absent isn't written.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/relationship.hpp"
#include "toml/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

// A text of one line is written on one; a longer one ends with a newline, so that its closing
// quotes stand alone.
inline std::string block_text(const std::string& text) {
    return text.find('\n') == std::string::npos ? text : text + "\n";
}

inline void put(Table& table, std::string key, const std::string& text) {
    if (!text.empty()) table.emplace_back(std::move(key), text);
}
inline void put(Table& table, std::string key, const std::vector<std::string>& texts) {
    if (!texts.empty()) table.emplace_back(std::move(key), texts);
}
inline void put(Table& table, std::string key, const std::optional<Date>& date) {
    if (date) table.emplace_back(std::move(key), *date);
}
inline void put(Table& table, std::string key, const std::optional<Duration>& duration) {
    if (duration) table.emplace_back(std::move(key), to_text(*duration));
}
inline void put(Table& table, std::string key, const std::optional<Side>& side) {
    if (side) table.emplace_back(std::move(key), to_text(*side));
}
inline void put(Table& table, std::string key, const std::optional<int>& number) {
    if (number) table.emplace_back(std::move(key), *number);
}

} // namespace mentor
