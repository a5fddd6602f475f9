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

// Writes those that aren't there in the same words, each into the file that has its UID already,
// whatever that is called. Of what mentor once put there goes away what isn't `held` any more; with
// `keeps_all` nothing does. Says what was done. Throws Error(usage) where a name is taken by a file
// of another program.
void write_vdir(Session& session, const std::filesystem::path& folder, std::string_view ending,
                const std::vector<VdirItem>& items, const std::set<std::string>& held,
                bool keeps_all);

} // namespace mentor
