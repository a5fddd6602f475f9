// SPDX-License-Identifier: MIT
//
// What someone is called in an answer.
#pragma once

#include "session/view.hpp"

#include <string>

namespace mentor {

// The first name, or how they like to be addressed; the whole name where another of the journal is
// called the same: an answer leaves no doubt whose file it was.
std::string called(const View& view, const Relationship& person);

} // namespace mentor
