// SPDX-License-Identifier: MIT
//
// Files that say one uid, as a copy does: a calendar would take what is in both for the same.
#pragma once

#include "core/problem.hpp"
#include "session/session.hpp"
#include "toml/document.hpp"

#include <map>
#include <string>
#include <vector>

namespace mentor {

// By the slug of each file that should have another uid, the slug of the one that keeps it: that
// which is called as its person is, else the one that began first, else the first by name.
std::map<std::string, std::string> find_twin_uids(const Session& session);

// The document with a uid of its own, and what was wrong with it; `slug` is its file's, `twin` that
// of the file that keeps the uid. Not by chance: two machines that mend the same file shall agree.
Document with_own_uid(const Document& document, const std::string& slug, const std::string& twin,
                      std::vector<Problem>& problems);

} // namespace mentor
