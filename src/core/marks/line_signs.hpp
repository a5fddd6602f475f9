// SPDX-License-Identifier: MIT
//
// What a line of a note begins with: the sign of a list, the sign of a mark. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// With plain spaces for those that HTML and mail programs don't break a line at.
std::string with_plain_blanks(std::string_view line);

// The line without spaces and the sign of a list in Markdown before it: a hyphen, an asterisk, a
// plus, a number with its full stop.
std::string_view without_list_sign(std::string_view line);

// What follows the mark, where the line begins with it and a space, a letter or nothing after it:
// "#1 rule" and "?!" are text.
std::optional<std::string> after_mark(std::string_view line, std::string_view mark);
// The same for "[ ]" and "[x]" with whatever space and case inside.
std::optional<std::string> after_box(std::string_view line, std::string_view content);
// "[ ]" or "[x]".
bool begins_with_box(std::string_view line);

} // namespace mentor
