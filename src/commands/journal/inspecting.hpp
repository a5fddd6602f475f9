// SPDX-License-Identifier: MIT
//
// What `check` finds wrong, file by file, and the texts as `check --fix` would leave them. Reads
// alone; what is done about it is mending.hpp's.
#pragma once

#include "core/problem.hpp"
#include "session/session.hpp"
#include "toml/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct CheckScope {
    std::vector<std::string> slugs; // whose files
    bool everything = true;         // and the configuration, the folders and what else is in them
};

// How many files are read, and what is wrong, that of one file together.
std::size_t files_in(const Session& session, const CheckScope& scope);
std::vector<Problem> inspect(const Session& session, const CheckScope& scope);

// Each of these throws Error(broken) where the text isn't TOML.
Document mended_config_file(const std::string& text, const Session& session);
// `kinds` are those of a sound configuration.
Document mended_person(const std::string& text, const std::string& slug, const Kinds& kinds,
                       const Session& session);
// Those that the configuration names once it is mended; nullopt where it would still be broken, so
// that what looks like a slip may be a kind of the user's own.
std::optional<Kinds> find_mended_kinds(const Session& session);

} // namespace mentor
