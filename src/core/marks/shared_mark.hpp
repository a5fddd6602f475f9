// SPDX-License-Identifier: MIT
//
// The short mark by which the two of you know the same thing in a mail, whatever its words became
// on either side: "^c7k2", the id that it has with the one who wrote it down first. It is a word of
// its own, has no blanks and none of the signs that mail programs, HTML and Markdown change.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

// "Send the draft ^c7k2"; the text alone where the mark is none that could be read again.
std::string with_shared_mark(std::string text, std::string_view mark);

struct SharedMark {
    std::string text; // without the mark
    std::string mark; // in small letters; "" where there is none
};
// The last one of the text. It stands behind a blank or a comma or full stop, and blanks, such
// signs or nothing stand behind it: "x^2026" is text.
SharedMark take_shared_mark(std::string_view text);

// Whether a mark is the last word.
bool ends_with_shared_mark(std::string_view text);

} // namespace mentor
