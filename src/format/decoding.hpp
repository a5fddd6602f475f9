// SPDX-License-Identifier: MIT
//
// Inside src/format only: what decode_x and inspect_x share. Each reads what it can from the root
// of a file and leaves the faults in the reader's findings.
#pragma once

#include "core/model/config.hpp"
#include "core/model/kinds.hpp"
#include "core/model/question_bank.hpp"
#include "core/model/relationship.hpp"
#include "format/reader.hpp"
#include "toml/document.hpp"

#include <string>

namespace mentor {

// `In` is a Reader, a ShapeReader or, for relationships, a PlainReader.
template<class In>
Relationship read_relationship(In& in, std::string slug);
template<class In>
Config read_config(In& in);
template<class In>
QuestionBank read_questions(In& in);

// Slips that only show between values: order of days, days ahead, references,
// doubled ids, unknown kinds.
void inspect_values(const Relationship& relationship, const toml::table& root, const Kinds& kinds,
                    Date today, Findings& findings);

// All that inspect_x says, with the mends.
Findings find_in_relationship(const Document& document, const Kinds& kinds, Date today);
Findings find_in_config(const Document& document);
Findings find_in_questions(const Document& document);

} // namespace mentor
