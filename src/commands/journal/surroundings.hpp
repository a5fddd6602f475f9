// SPDX-License-Identifier: MIT
//
// What there is to say of a file without its text: who may read it, when it was written, and what
// lies around it. Reads alone.
#pragma once

#include "commands/journal/inspecting.hpp"

#include <filesystem>

namespace mentor {

// What a path is called: by its name in the journal, and so is the configuration.
std::string label_of(const Session& session, const std::filesystem::path& path);

std::vector<Problem> inspect_openness(const Session& session, const std::filesystem::path& path);
std::vector<Problem> inspect_time(const Session& session, const std::filesystem::path& file);
// The folders, what else lies in them, and what undo keeps.
std::vector<Problem> inspect_around(const Session& session, const CheckScope& scope);

// Where someone besides the owner may read or change something, although that can be helped.
std::vector<std::filesystem::path> find_open(const Session& session, const CheckScope& scope);
// What writes that were interrupted left, and nobody needs.
std::vector<std::filesystem::path> find_leftovers(const Session& session, const CheckScope& scope);

} // namespace mentor
