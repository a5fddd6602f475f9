// SPDX-License-Identifier: MIT
//
// Words that a shell may offer for a value of which there are few, or of which some are usual.
#pragma once

#include "core/model/keys/keys.hpp"

#include <string>
#include <vector>

namespace mentor {

std::vector<std::string> days_passed();
std::vector<std::string> days_to_come();
std::vector<std::string> sides_and_days_to_come();
std::vector<std::string> usual_lengths(); // of months, weeks
std::vector<std::string> usual_times();   // of meetings
std::vector<std::string> yes_and_no();

// For what a key of this type takes; empty where that is a person's own.
std::vector<std::string> words_for(KeyType type);

} // namespace mentor
