// SPDX-License-Identifier: MIT
//
// From what a person typed to who or what was meant. Pure: no prompt and no file; choosing among
// several is the caller's.
#pragma once

#include "core/model/relationship.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// What a person can be called by.
struct Handle {
    std::string slug, name;
    std::vector<std::string> aka;
};

// The handles that `who` names, by the first rule that any satisfies: the slug; the name or an aka;
// a prefix of any word of them; letters in order, from two on. Folded throughout. Empty when none
// does.
std::vector<Handle> match_who(std::string_view who, const std::vector<Handle>& handles);

// Names that `who` may be a slip of, nearest first, at most three; the slug where people share a
// name.
std::vector<std::string> nearest_who(std::string_view who, const std::vector<Handle>& handles);

// Something with an id and words that can be referred to.
struct Item {
    std::string id, words;
    std::size_t position = 0; // in the file's array of tables
    bool open = true;
};

// The items that `ref` names, by the first rule that any satisfies: an id; of the open ones, the
// beginning of an id, the whole text, or words or beginnings of words that it holds in any order;
// the beginning of the id of one that isn't open. Folded throughout. Where an id is there twice,
// the open ones go before the others. Empty when none does.
std::vector<Item> match_ref(std::string_view ref, const std::vector<Item>& items);

} // namespace mentor
