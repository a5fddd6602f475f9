// SPDX-License-Identifier: MIT
//
// One value as JSON on one line, for the faces that meet a value of several parts where a word is
// wanted.
#pragma once

#include "report/report.hpp"

#include <string>

namespace mentor {

std::string to_compact_json(const Data& data);

} // namespace mentor
