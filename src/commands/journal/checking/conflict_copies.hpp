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

// Throws for a text that the file can't have.
using IsSound = std::function<void(const Document&)>;

// Says of each copy of the file what it is. Those that merge become one text with it, and that with
// what else there is to mend in it; they go away then. What both say differently is asked of
// `choose`; without it such a copy stays.
void inspect_copies(const Session& session, const ConflictCopies& copies,
                    const std::filesystem::path& file, const IsSound& is_sound,
                    const ChooseText& choose, Inspection& found);

} // namespace mentor
