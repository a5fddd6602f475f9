// SPDX-License-Identifier: MIT
//
// Texts that live in files of their own in src, so that whoever writes words needs no C++, and that
// the build puts into the program.
#pragma once

#include <string_view>

namespace mentor {

// The whole text of a file by its path in src, "commands/looking/guide/find.txt", of a page of the
// manual by its own, "man/mentor.1", or "notices.txt" (cmake/texts.cmake). Throws std::out_of_range
// where the build found no such file.
std::string_view compiled_text(std::string_view path);

} // namespace mentor
