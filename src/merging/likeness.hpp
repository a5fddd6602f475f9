// SPDX-License-Identifier: MIT
//
// Whom a file is about, as another version of it may tell. A file that got another name is still
// about the same person, and one of the same name may be about someone else.
#pragma once

#include "toml/document.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace mentor {

// What someone is known again by.
struct Identity {
    std::string name;            // "" where the file says none: then it is nobody's
    std::string uid;             // "" where there is none
    std::set<std::string> names; // folded, with those of `aka`
    std::set<std::string> ids;   // of entries, promises and the like
};

Identity identity_of(const Document& document);
bool share_a_name(const Identity& one, const Identity& other);
// How many ids both have. An entry that --with put into several files has one id in all of them.
std::size_t shared_ids(const Identity& one, const Identity& other);

// What speaks for two being one, the weakest first. Where both have a uid, nothing else does.
enum class Likeness { none, name, ids, name_and_ids, uid };
Likeness likeness_of(const Identity& one, const Identity& other);

// The same of whom two machines made a file for each by itself, and each a uid of its own with it:
// then a name is enough.
bool may_be_made_twice(const Identity& one, const Identity& other);

// Whether two files may be about one person: they have the uid, a name or most of the ids in
// common.
bool may_be_same_person(const Document& one, const Document& other);

} // namespace mentor
