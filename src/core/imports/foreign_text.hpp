// SPDX-License-Identifier: MIT
//
// The text of a file that another program wrote: UTF-8, UTF-16 by its mark, and Windows-1252 where
// a format names it. Lines keep their ends, unless each is a carriage return alone.
#pragma once

#include "mentor/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace mentor {

// As UTF-8 without a mark. Throws Error(broken) with the line where the bytes are neither UTF-8 nor
// UTF-16 with a mark.
std::string parse_foreign_text(std::string bytes, const std::string& file);

// The same of a format whose lines have to be understood before they are known to be text. UTF-16
// is UTF-8 afterwards, and other bytes are as they were.
std::string without_mark(std::string bytes);
Error not_in_utf8(const std::string& file, int line);

// Bytes of Windows-1252, which holds ISO 8859-1, as UTF-8; control characters of the upper half,
// which it doesn't have, are kept as ISO 8859-1 has them.
std::string from_windows_1252(std::string_view bytes);

// The same of ISO 8859-15, which has the euro and seven letters in the place of other signs.
std::string from_iso_8859_15(std::string_view bytes);

// Adds the character of that number, of which there is one (RFC 3629).
void append_utf8(std::string& out, std::uint32_t point);

// What a reader throws at a line that it can't understand.
Error unreadable(const std::string& file, int line, std::string what, std::string advice);

} // namespace mentor
