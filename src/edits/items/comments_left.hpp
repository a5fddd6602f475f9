// SPDX-License-Identifier: MIT
//
// A thing goes, and what a person wrote above it stays: no command takes a comment away.
#pragma once

#include "report/report.hpp"
#include "toml/document.hpp"

namespace mentor {

// Says which comments stay, where some stand right above what is at `path` and is taken out.
void add_comments_left(Page& page, const Document& before, const Path& path);

} // namespace mentor
