// SPDX-License-Identifier: MIT
//
// Inside src/toml only: edits between the brackets of an array or inline table. Owns where its
// items begin, whose comma is whose, and which comment stands behind which element.
#pragma once

#include "toml/editing/splice.hpp"
#include "toml/layout.hpp"

#include <string>
#include <vector>

namespace mentor {

// An array or an inline table as it is written: what stands between its commas, in the text's
// order.
struct Brackets {
    TextRange bytes;              // with the brackets themselves
    std::vector<TextRange> items; // elements, or keys with their values
};
Brackets brackets_of(std::string_view text, const Layout& layout, const toml::node& container);

// The last item that `node`, somewhere between the brackets, is or has a part in; 0 where there is
// none.
std::size_t last_item_of(const Brackets& brackets, const Layout& layout, const toml::node& node);

// Puts `item` ("key = value") behind the item `after`, which is ignored where the table is empty.
Splices insert_field(std::string_view text, const Brackets& table, std::size_t after,
                     const std::string& item);

Splices append_element(std::string_view text, const Brackets& array, const std::string& element);

// In front of the element, on a line of its own where that one begins its line.
Splices insert_element(std::string_view text, const Brackets& array, std::size_t in_front_of,
                       const std::string& element);

// With its comma, and its whole lines where it shares them with nothing but a comment.
Splices remove_item(std::string_view text, const Brackets& brackets, std::size_t item);

} // namespace mentor
