// SPDX-License-Identifier: MIT
//
// The whole program as a function: from the words of a command line to an exit code. Everything
// that goes wrong is caught here, once, and told on standard error.
#pragma once

#include "machine/host.hpp"

#include "mentor/error.hpp"

#include <string>
#include <vector>

namespace mentor {

// `words` without the program's own name.
Exit run(Host& host, const std::vector<std::string>& words);

} // namespace mentor
