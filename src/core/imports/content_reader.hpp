// SPDX-License-Identifier: MIT
//
// The lines of address books: vCard 4 (RFC 6350), 3 (RFC 2426) and 2.1, each with its own way to
// break and to quote a line. Knows no person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

struct ContentLine {
    std::string name; // "EMAIL" of "item1.email;type=home:…"; "" for a line that is none
    std::vector<std::pair<std::string, std::string>> parameters; // names in upper case
    std::string value; // with its escapes, but decoded from quoted-printable
    std::string fault; // what was wrong with it; "" otherwise
    int line = 0;

    // Whether a TYPE, or a word alone as 2.1 has it, is that one, in any case.
    bool is_of(std::string_view type) const;
    std::string parameter(std::string_view name) const; // the first; "" where there is none
};

// Each line of the text, or of bytes that are none yet. Those that are broken over several are
// joined first, and quoted-printable and a character set are decoded after that: a break may split
// a character. What names no character set and isn't UTF-8 is as it was.
std::vector<ContentLine> read_content_lines(std::string_view text);

// A value without its escapes, \n being a line end.
std::string unescaped(std::string_view value);
// The parts between the separators that aren't escaped, each without its escapes and trimmed.
std::vector<std::string> components(std::string_view value, char separator);

} // namespace mentor
