// SPDX-License-Identifier: MIT
//
// The items of a report through a template of the reader's own: "{slug}\t{days}".
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace mentor {

// Fields in braces, dotted for nested ones ("{agreement.every}"), "{{" and "}}" for braces,
// backslash escapes n, t, r, 0, e and \\. Lists are joined with ", ", null is empty. Values are as
// they are, for programs; a `visible` one is harmless on a terminal. Throws Error(usage) for an
// unknown field, listing the known ones.
enum class Values { exact, visible };
std::string to_template(const Report& report, std::string_view format, char end = '\n',
                        Values values = Values::exact);

} // namespace mentor
