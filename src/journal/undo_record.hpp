// SPDX-License-Identifier: MIT
//
// Inside src/journal only: one step of the undo log as the text of a file. Every part stands behind
// its length in bytes, so that a text comes back as it was, whatever is in it; a checksum of all of
// them comes last. Records of the first version had none, those before what a file carries was kept
// tell nothing of it, and both are read still.
#pragma once

#include "journal/undo_log.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

std::string to_record(const UndoStep& step);

// nullopt for anything that `to_record` didn't write, or whose bytes have changed since.
std::optional<UndoStep> find_record(std::string_view text);

} // namespace mentor
