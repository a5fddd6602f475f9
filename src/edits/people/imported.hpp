// SPDX-License-Identifier: MIT
//
// The file of somebody whom another program knows.
#pragma once

#include "core/imports/found.hpp"
#include "core/rules/journal/imports.hpp"
#include "journal/journal.hpp"
#include "session/session.hpp"
#include "toml/document.hpp"

#include <vector>

namespace mentor {

// A new one, a prospect: eight hundred connections are no mentors. What was found is one line where
// a key has one.
Document imported_document(Session& session, const FoundPerson& found);

// One that is there, with what the other program says in the place of what it has.
Document with_differences(const Record& record, const std::vector<Difference>& differences);

} // namespace mentor
