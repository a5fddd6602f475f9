// SPDX-License-Identifier: MIT
//
// Files that the same words lead to, so that a command can't know who is meant.
#pragma once

#include "core/problem.hpp"
#include "session/session.hpp"

#include <map>
#include <string>
#include <vector>

namespace mentor {

// By the slug of the file that should change: of two files the later, of a name and a file so
// called the name.
std::map<std::string, std::vector<Problem>> find_namesakes(const Session& session);

} // namespace mentor
