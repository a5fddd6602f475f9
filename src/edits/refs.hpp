// SPDX-License-Identifier: MIT
//
// The things of a relationship that a person can refer to by REF, and options that say something of
// one of them: `--answer REF=TEXT`.
#pragma once

#include "core/model/relationship.hpp"
#include "core/model/who.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// In file order; open where the thing itself is open.
std::vector<Item> items_of(const std::vector<Goal>& goals);
std::vector<Item> items_of(const std::vector<Milestone>& milestones);
std::vector<Item> items_of(const std::vector<Commitment>& commitments);
std::vector<Item> items_of(const std::vector<Question>& questions);

// Throws Error(unknown), with the command for it, where `ref` names none of `items` but a step or a
// goal. `noun` is what they are: "promise".
void refuse_other_noun(std::string_view ref, const std::vector<Item>& items, std::string_view noun,
                       const Relationship& relationship);

// The id of the item, to point to it from elsewhere in the file. Throws Error(unknown) where it has
// none; `noun` as for item_for.
std::string id_of(const Item& item, std::string_view noun, const Relationship& relationship);

struct RefText {
    std::string ref, text; // the text may be ""
};

// "c7k2=She liked it" in its two parts, trimmed; without "=", all of it is the ref. Throws
// Error(usage) naming `option` where there is no ref.
RefText parse_ref_text(std::string_view given, std::string_view option);

} // namespace mentor
