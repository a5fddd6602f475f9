// SPDX-License-Identifier: MIT
//
// What there is to say of a file without its text: who may read it, when it was written, and what
// lies around it. Reads alone.
#pragma once

#include "commands/journal/checking/inspection.hpp"

#include <filesystem>

namespace mentor {

// What a path is called: by its name in the journal, and so is the configuration.
std::string label_of(const Session& session, const std::filesystem::path& path);

// Each adds what it finds.
void inspect_openness(const Session& session, const std::filesystem::path& path, Inspection& found);
void inspect_links(const Session& session, const std::filesystem::path& file, Inspection& found);
void inspect_time(const Session& session, const std::filesystem::path& file, Inspection& found);
// The folders, what else than the files of `slugs` lies in them, and what undo keeps.
void inspect_around(const Session& session, const std::vector<std::string>& slugs,
                    Inspection& found);

} // namespace mentor
