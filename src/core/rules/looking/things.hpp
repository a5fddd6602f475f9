// SPDX-License-Identifier: MIT
//
// The things of a relationship that a search may find (search.hpp), each with its texts.
#pragma once

#include "core/rules/looking/search.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace mentor {

// A text of a thing, and where it stands in the file.
struct ThingText {
    std::string_view table, key;
    std::optional<std::size_t> element;
    std::string_view text;
    bool is_private;
};

using ThingTexts = std::vector<ThingText>;

// What one thing is, and all its texts, none of them copied: most hold nothing that is looked for.
// The list is that of the thing before it, whose memory is used again.
struct Thing {
    explicit Thing(ThingTexts& list) : texts(list) { texts.clear(); }

    Finding what;
    ThingTexts& texts;

    void add(std::string_view key, std::string_view text) { add_of(what.table, key, text); }
    template<class Text>
    void add(std::string_view key, const std::vector<Text>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            texts.push_back({what.table, key, i, list[i], what.is_private});
    }
    // Of a table beside its own.
    void add_of(std::string_view other, std::string_view key, std::string_view text) {
        if (!text.empty()) texts.push_back({other, key, std::nullopt, text, what.is_private});
    }
};

// Each in the order of the file; a thing is the taker's only for as long as it is taken. `left_out`
// as search() has it.
using TakeThing = std::function<void(const Thing& thing)>;
void for_each_thing(const Relationship& person, const LookUp& left_out, const TakeThing& take);

} // namespace mentor
