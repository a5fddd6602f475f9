// SPDX-License-Identifier: MIT
//
// The copies that file syncers leave beside a file that changed on two machines: what each brings,
// and the one text that file and copies come to. Reads alone.
#pragma once

#include "commands/journal/checking/inspection.hpp"
#include "toml/document.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace mentor {

// The copies by the files that they are of.
using ConflictCopies = std::map<std::filesystem::path, std::vector<std::filesystem::path>>;

// Of everyone's files.
ConflictCopies find_copies_of_people(const Session& session);
// Of the configuration and of the questions beside it.
ConflictCopies find_copies_of_settings(const Session& session);

// What is to be known of a kind of file.
struct FileKind {
    std::function<Document(const Document&)> mended;
    std::function<void(const Document&)> require_sound; // throws for a text that it can't have
};

// Says of each copy of the file what it is. Those that merge become one text with it, and that with
// what else there is to mend in it; they go away then. What both say differently is asked of
// `choose`; without it such a copy stays.
void inspect_copies(const Session& session, const ConflictCopies& copies,
                    const std::filesystem::path& file, const FileKind& kind,
                    const ChooseText& choose, Inspection& found);

} // namespace mentor
