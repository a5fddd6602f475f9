// SPDX-License-Identifier: MIT
//
// Time zones by their names in the IANA database, as this machine knows them. Of one that has none
// at all nothing is said.
#pragma once

#include "machine/host.hpp"

#include "mentor/error.hpp"

#include <optional>
#include <string>

namespace mentor {

// Why that is no zone, with those that may be meant; nullopt where it is one, or nobody can tell.
std::optional<Diagnostic> find_zone_fault(const Host& host, const std::string& zone);

} // namespace mentor
