// SPDX-License-Identifier: MIT
//
// The locks of several folders at once.
#pragma once

#include "session/session.hpp"

#include <memory>
#include <vector>

namespace mentor {

// Of those that are there, each once and by everyone in the same order, so that no two programs
// wait for each other. None under --dry-run.
std::vector<std::unique_ptr<Lock>> lock_all(Session& session, const std::vector<Folder>& folders);

} // namespace mentor
