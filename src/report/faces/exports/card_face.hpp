// SPDX-License-Identifier: MIT
//
// A person as vCard 3.0 (RFC 2426), which every address book reads: how to reach them, and their
// birthday. What you know of them stays in the journal.
#pragma once

#include "core/model/relationship.hpp"

#include <string>

namespace mentor {

// UID of the card of a file with that uid.
std::string card_uid(const std::string& uid);

// `uid` is the file's, in plain letters.
std::string to_card(const Relationship& relationship, const std::string& uid);

} // namespace mentor
