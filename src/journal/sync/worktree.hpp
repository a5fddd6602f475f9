// SPDX-License-Identifier: MIT
//
// Files as they stand in the folder: git may keep them in another form than it gives them there
// (line ends, filters: gitattributes(5)).
#pragma once

#include "journal/sync/git.hpp"
#include "machine/host.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// What the files of a tree are to be in the folder, or of git's index, which is the tree ""; those
// that it hasn't are left out.
std::map<std::string, std::string> checked_out(const Git& git, const std::string& tree,
                                               const std::vector<std::string>& files);

// Has git give them their texts of the tree.
void restore(const Git& git, const std::string& tree, const std::vector<std::string>& files);

// What stands in the folder of a file that git holds to be `object`, whose text is `kept`; `kept`
// itself where it is something else, so that whoever writes there finds that it changed.
FileText standing(const Host& host, const Git& git, const std::string& file,
                  const std::string& object, const std::string& kept);

// Whether git left both sides in a file, one below the other: gitattributes(5),
// "conflict-marker-size".
bool has_marks(std::string_view text);

} // namespace mentor
