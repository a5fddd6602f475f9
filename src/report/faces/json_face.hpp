// SPDX-License-Identifier: MIT
//
// A report as JSON: what a program reads. Control characters are escapes, and what is no UTF-8 is
// U+FFFD.
#pragma once

#include "report/report.hpp"

#include <string>

namespace mentor {

std::string to_json(const Report& report); // one object, indented by two, ending with a newline
std::string to_jsonl(const Report& report, char end = '\n'); // one item a line

// One value by itself, indented and ended alike: what isn't a report, such as a JSON Schema.
std::string to_json(const Data& data);

// One value on one line, where a word is wanted and the value has several parts.
std::string to_compact_json(const Data& data);

} // namespace mentor
