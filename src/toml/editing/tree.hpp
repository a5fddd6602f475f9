// SPDX-License-Identifier: MIT
//
// Inside src/toml only: what an edit means, done to toml++'s tree, and whether two trees say the
// same. Knows nothing of text and positions.
#pragma once

#include "toml/document.hpp"
#include "toml/toml.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

// A node and the key that leads to it. The key is null for the root and for an array's element; the
// node is null where there is none.
struct Found {
    const toml::node* node = nullptr;
    const toml::key* key = nullptr;
};
Found find_path(const toml::table& root, const Path& path);

// Where the first `count` steps of the path lead.
Path first_steps(const Path& path, std::size_t count);

// Sets the value at `path`, making the tables on the way that are missing. False, with the tree in
// an unknown state, where the path leads through something that has no such child and can't get
// one.
bool set_value(toml::table& root, const Path& path, const Value& value);

// Appends to the array `name` at the root, which is made where it is missing. False where it is no
// array.
bool append_table(toml::table& root, std::string_view name, const Table& fields);

// `path` must lead somewhere.
void erase(toml::table& root, const Path& path);

// The same types, keys and values in the same order of arrays. A date is no date-time; NaN is NaN.
bool same(const toml::node& left, const toml::node& right);

// Which elements an array has in common with what it is to be, in order: their positions in both.
// The longest such row, by dynamic programming.
using Kept = std::vector<std::pair<std::size_t, std::size_t>>;
Kept kept_elements(const toml::array& before, const toml::array& after);

} // namespace mentor
