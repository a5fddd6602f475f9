// SPDX-License-Identifier: MIT
//
// Inside src/toml only: which tables and arrays a text and two changes of it write in different
// layouts, so that their lines can't be brought together as they are.
#pragma once

#include "toml/document.hpp"
#include "toml/merging/pairing.hpp"

#include <set>
#include <string>

namespace mentor {

struct ThreeDocuments {
    Document base, mine, theirs;
};

// All but the keys are places as `named` gives them.
struct Unlike {
    std::set<std::string> keys;      // at the root, that have to be spread out
    std::set<std::string> one_value; // a table on one side and a value on the other
    std::set<std::string> filled;    // tables and arrays that hold something in one of the three
};

// The keys that are written in two ways; and those that all write between brackets, and both
// changed.
Unlike find_unlike(const ThreeDocuments& documents, const NamesOfThree& names);

// All keys that hold more than a value.
Unlike all_unlike(const ThreeDocuments& documents, const NamesOfThree& names);

// The same, with each array of tables that lies within something as one value: what is left are
// tables and elements at the root, whose order says nothing about what belongs to what.
Unlike all_as_values(const ThreeDocuments& documents, const NamesOfThree& names);

// The places where tables and arrays of tables of a document are made, and how: "[" or "[[" by
// headers, "{" between brackets, "." by the dotted keys of a section, which comes behind it; "="
// of other values.
std::map<std::string, std::string> forms_of(const Document& document, const Names& names);

} // namespace mentor
