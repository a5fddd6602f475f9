// SPDX-License-Identifier: MIT
//
// What two commits of a journal come to: git merges them by the driver, without touching a file,
// and this decides what git can't: renamings by who somebody is, and what both changed by choice.
#pragma once

#include "journal/sync/git.hpp"
#include "machine/host.hpp"
#include "toml/weave.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor {

// One thing that both commits say differently.
struct Conflict {
    std::string file;
    Collision collision; // of the label "" where no text can say both
};

struct MergePlan {
    std::string tree;                // git's name of what comes of it
    std::vector<Conflict> conflicts; // decided as `choose` had it
};

using ChooseSide = std::function<Taken(const Conflict&)>;

// `mine` and `theirs` name commits. Writes objects, and no file; under the journal's lock. Throws
// Error(system) where git is older than 2.38 or fails, Error(broken) where a file that both changed
// has a newer format, and Error(no) where two people would get one file.
MergePlan plan_merge(const Git& git, const std::string& mine, const std::string& theirs,
                     const ChooseSide& choose);

// The tree with other texts of some files, nullopt for one that goes.
std::string with_files(const Git& git, const std::string& tree,
                       const std::map<std::string, FileText>& files);

// A file that two trees have differently.
struct TreeChange {
    std::string file;
    std::string old_mode, new_mode; // "100644"; "000000" where it isn't there
    std::string old_object, new_object;
};
std::vector<TreeChange> changes_between(const Git& git, const std::string& from,
                                        const std::string& to);

} // namespace mentor
