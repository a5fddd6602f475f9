// SPDX-License-Identifier: MIT
//
// The labels of an address book, whatever it is written as.
#pragma once

#include <string>
#include <vector>

namespace mentor {

// Those that say something of a person, each once, as tags.
std::vector<std::string> tags_of_labels(std::vector<std::string> labels);

} // namespace mentor
