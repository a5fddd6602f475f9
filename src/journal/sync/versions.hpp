// SPDX-License-Identifier: MIT
//
// Versions of a file from several machines, and how what they collide in is told: for git's driver
// and for `sync`.
#pragma once

#include "merging/merge_versions.hpp"

#include <functional>
#include <string>

namespace mentor {

struct Versions {
    std::string base; // "" where both made the file
    std::string mine, theirs;
};

// Throws Error(broken) where they are of two people: made under one name, or taken for one by git,
// which tells a renaming by how much two files have in common, and those of two people have much.
void refuse_two_people(const Versions& versions, const std::string& name);

// Throws Error(broken) where one of them was written by a newer mentor: what its keys come to
// together, this one can't know.
void require_known_format(const Versions& versions, const std::string& name);

// `name` is the file's. Throws Error(broken) where one of them can't be read or has a newer format,
// and where no text says both.
Woven merge_texts(const Versions& versions, const std::string& name,
                  const std::function<Taken(const Collision&)>& choose);

// "agreement.every is "4w" here and "2w" there". Of long values, what differs with the words
// around.
std::string words_of(const Collision& collision);

} // namespace mentor
