// SPDX-License-Identifier: MIT
//
// Advice that stands in the list of its entry, as older files have it, and how it gets the tables
// of today: with the day of its entry, pointing to it, and as private as it.
#pragma once

#include "core/model/relationship.hpp"
#include "toml/document.hpp"

#include "mentor/error.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace mentor {

// That there is such a list, and where the first of them stands.
std::optional<Diagnostic> find_older_advice(const Document& document);

// What stands in the lists of these entries gets tables behind all others; the comments in the
// lists stay where they are. The ids aren't chance: two machines that turn the same file over shall
// agree. `relationship` is what the document says.
Document with_advice_in_tables(const Document& document, const Relationship& relationship,
                               const std::vector<std::size_t>& entries);
// Of all entries.
Document with_advice_in_tables(const Document& document, const Relationship& relationship);

} // namespace mentor
