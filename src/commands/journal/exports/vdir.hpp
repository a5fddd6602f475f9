// SPDX-License-Identifier: MIT
//
// A folder with a file an item, as vdirsyncer, khal and khard share it (the vdir format): what
// mentor put there is kept up to date, and nothing else is touched.
#pragma once

#include "session/session.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// A file of the folder: "x4t9-7k2m9x4tq8w1c3rd" is its name without the ending, and its UID without
// "@mentor".
struct VdirItem {
    std::string name, text;
};

struct VdirContent {
    std::string_view ending;     // of the files: ".ics"
    std::vector<VdirItem> items; // that were asked for
    std::set<std::string> held;  // the names of all that the journal has
    std::set<std::string> uids;  // of all its files, as names end with them
};

// Writes those that aren't there in the same words, each into the file that has its UID already,
// whatever that is called. A file is mentor's where it holds one item of mentor's making and
// nothing else; every other stays as it is. An item that another program has rewritten, as one does
// in which it was changed, is named, and isn't written beside it: no two files have one UID. Of
// mentor's goes away what isn't `held` any more and has one of `uids` or is of somebody who was
// removed, as far as undo knows, and what is there twice; that of others, of another journal or
// removed long ago, stays and is named. With `keeps_all` nothing goes. Says what was done. Throws
// Error(usage) where a name is taken by a file of another program, or a UID by one with other
// items.
void write_vdir(Session& session, const std::filesystem::path& folder, const VdirContent& content,
                bool keeps_all);

} // namespace mentor
