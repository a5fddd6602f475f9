// SPDX-License-Identifier: MIT
//
// Where everyone went whose file changed on two machines: someone who got another name has another
// file, and the old name may be someone else's by now. Pure.
#pragma once

#include "journal/sync/versions.hpp"
#include "machine/host.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace mentor {

using Texts = std::map<std::string, std::string>; // by file

// Those files of a journal that aren't the same in all three.
struct Snapshots {
    Texts base, mine, theirs;
};

// The file that someone has in each of them, "" where they have none.
struct Followed {
    std::string base, mine, theirs;
    std::string file; // in the end; "" for one who is gone
    bool stayed() const { return mine == theirs && (base.empty() || base == mine); }
};

// Everyone, by uid, and without one by what else is the same; where two may equally be meant, by
// neither. Whoever is removed on one side and changed on the other stays. Throws Error(no) where
// two people would get one file.
std::vector<Followed> follow_people(const Snapshots& snapshots);

// What becomes of their files; nullopt for one that goes. `merge` is asked where both sides have
// someone, and at least one changed something.
using MergeFile = std::function<FileText(const std::string& file, const Versions& versions)>;
std::map<std::string, FileText> settle(const std::vector<Followed>& people,
                                       const Snapshots& snapshots, const MergeFile& merge);

} // namespace mentor
