// SPDX-License-Identifier: MIT
//
// Who came to you through whom, as `through` in the files says it. Pure.
#pragma once

#include "core/model/relationship.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mentor {

// What is needed of everybody to say so.
struct Acquaintance {
    std::string slug, name;
    std::vector<std::string> aka;
    std::string through; // "" where nobody introduced them
    bool is_told = true; // false: is there only so that their name is nobody else's
};
Acquaintance acquaintance_of(const Relationship& person);
std::vector<Acquaintance> acquaintances_of(const std::vector<Relationship>& people);

struct Introduced {
    std::string slug, name;
    std::string by_slug; // who introduced them; "" where that is nobody of the journal
    std::string by;      // by their name; of nobody in the journal, as it is written
    bool operator==(const Introduced&) const = default;
};

// Everyone whom somebody else introduced, by name. Whom `through` means: who has that slug, else
// that name, else that `aka`, else of whose name alone these are whole words, in order ("Ada", "Ada
// King"), without accents, case and signs. Where two are meant by the same rule it isn't said
// which, and it stays as it is written, and so does what only begins a word: "Ann" needn't be Anna.
std::vector<Introduced> introduced_among(std::vector<Acquaintance> people);

// Somebody in the tree of introductions, below whoever introduced them.
struct Branch {
    std::string slug, name;
    std::size_t depth = 0;
    bool operator==(const Branch&) const = default;
};

// Each introducer with all who came through them, by name. Where some introduced each other in a
// ring, it begins with the first of them.
std::vector<Branch> tree_of(const std::vector<Introduced>& introduced);

} // namespace mentor
