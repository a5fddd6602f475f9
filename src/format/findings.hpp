// SPDX-License-Identifier: MIT
//
// Inside src/format only: what a pass over one file found wrong or looks like a slip, and what
// would mend it.
#pragma once

#include "toml/toml.hpp"

#include "mentor/error.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

// A slip with one right answer: `to` in place of `from`, which stands at each of the places.
struct Mend {
    std::vector<toml::source_position> places;
    std::string from, to;
};

// What a pass over one file found, in the order in which it was found.
struct Findings {
    std::string file;
    bool thorough = false; // look for unknown keys too
    std::vector<Diagnostic> all = {};
    std::vector<Mend> mends = {};                                             // of some of them
    std::vector<std::pair<const toml::key*, const toml::node*>> unknown = {}; // and no slip
    // The keys that the format has in each table that was met, by its label; where thorough.
    std::map<std::string, std::vector<std::string>, std::less<>> known = {};

    void fault(const toml::source_position& where, std::string what, std::string advice);
    void warn(const toml::source_position& where, std::string what, std::string advice);
    void sort(); // into the order of the text

    // Each notes a mend where what stands there has one right answer: one of `names` alone that is
    // a single letter away, a value that only its quotes spoil, or a text that can be any other.
    void mend_key(const toml::key& key, const toml::node& value,
                  const std::vector<std::string>& names);
    void mend_word(const toml::node& node, const std::vector<std::string>& names);
    void mend_quoted(const toml::node& node, std::string_view value);
    void mend_text(const toml::node& node, std::string_view text);
};

} // namespace mentor
