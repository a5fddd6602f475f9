// SPDX-License-Identifier: MIT
//
// What a change did to someone's file, in a few words each: "coffee: Talked about her salary",
// "kept: Send the draft", "stage: paused". Pure.
#pragma once

#include "core/model/relationship.hpp"

#include <string>
#include <vector>

namespace mentor {

// In the order of the file. Of a table with an id it is known again by that, of one without by its
// place.
std::vector<std::string> what_changed(const Relationship& before, const Relationship& after);

} // namespace mentor
