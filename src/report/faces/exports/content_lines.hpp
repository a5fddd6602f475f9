// SPDX-License-Identifier: MIT
//
// The lines that calendars and address books are made of (RFC 5545 3.1, RFC 2426 2.6): names and
// values, escaped and folded. Knows no calendar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// PRODID of all that mentor writes.
inline constexpr std::string_view product_id = "-//mentor//mentor//EN";

// A value of type TEXT: backslash, semicolon, comma and line ends are escaped; what can't stand in
// one at all, control characters and bytes that are no UTF-8, is left out, and so are the marks
// that turn the order in which a text is read.
std::string escaped(std::string_view text);

// The same for a value of another type, an address, where nothing is escaped.
std::string bare(std::string_view text);

// "NAME:VALUE" with CRLF, folded so that no line has more than 75 octets and none begins within a
// character.
void add_line(std::string& out, std::string_view name, std::string_view value);
// The same for a text; nothing where it is empty.
void add_text(std::string& out, std::string_view name, std::string_view text);
// Texts with commas between, but those in which nothing is to be seen.
void add_list(std::string& out, std::string_view name, const std::vector<std::string>& texts);

} // namespace mentor
