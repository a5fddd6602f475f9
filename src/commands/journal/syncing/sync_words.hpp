// SPDX-License-Identifier: MIT
//
// What `sync` says of changes: in its commits, to whoever reads the repository, and on the
// terminal. Names and counts, never what was written.
#pragma once

#include "core/model/config.hpp"
#include "machine/host.hpp"

#include <string>
#include <vector>

namespace mentor {

struct FileChange {
    std::string name; // "ada-lovelace.toml"
    FileText before, after;
};

// "Ada Lovelace: 2 entries", a line for each person; of other files their names.
std::vector<std::string> words_of(const std::vector<FileChange>& changes);

// With a first line of no more than 72 columns. Plain, it has no names: "Sync 3 files".
std::string commit_message(const std::vector<FileChange>& changes, SyncMessage message);

} // namespace mentor
