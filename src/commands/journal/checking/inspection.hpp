// SPDX-License-Identifier: MIT
//
// What `check` finds wrong, file by file, and what there is to do about it. Reads alone; doing it
// is check_fix.hpp's.
#pragma once

#include "core/problem.hpp"
#include "session/session.hpp"
#include "toml/weave.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace mentor {

// Which of the two holds where a file and a copy of it, called so, say one thing differently.
using ChooseText = std::function<Taken(const std::string& file, const std::string& copy,
                                       const Collision& collision)>;

struct CheckScope {
    std::vector<std::string> slugs; // whose files
    bool everything = true;         // and the configuration, the folders and what else is in them
    bool is_passed_on = false;      // what is found, so that it tells no words out of the files
};

struct Inspection {
    bool is_passed_on = false;     // as of its scope
    std::vector<Problem> problems; // those of one file together
    // What makes the mendable ones good: each is found with its problem, so that what is said to be
    // mendable is what is mended. A copy that is merged into its file comes after that, and goes.
    std::vector<Change> texts;
    std::vector<std::filesystem::path> open;      // that others may read, to be made private
    std::vector<std::filesystem::path> leftovers; // of interrupted writes, to be removed
    // Whether the configuration says, or would say once it is mended, which kinds there are. What
    // looks like a slip in a person's file may be a kind of the user's own otherwise.
    bool knows_kinds = true;
};

// How many files are read.
std::size_t files_in(const Session& session, const CheckScope& scope);
// Without `choose` there is nobody to ask.
Inspection inspect(const Session& session, const CheckScope& scope,
                   const ChooseText& choose = nullptr);

} // namespace mentor
