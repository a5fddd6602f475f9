// SPDX-License-Identifier: MIT
//
// fmt's own code, compiled once for the static program. Debian has no static library of it, and as
// headers alone it takes half of the time to compile each file that formats anything. All that the
// other files ask of it is the function behind fmt::format.
#define FMT_HEADER_ONLY
#include <fmt/format.h>

namespace mentor {

// An inline function is compiled where somebody takes its address.
std::string (*formatting)(fmt::string_view, fmt::format_args) = fmt::vformat;

} // namespace mentor
