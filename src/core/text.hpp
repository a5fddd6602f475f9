// SPDX-License-Identifier: MIT
//
// UTF-8 text: folding for comparison, slugs, lines, what may be shown.
// Independent of the locale: LC_ALL=C changes nothing here. Invalid UTF-8 is never fatal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The bytes of a text from `begin` up to, and without, `end`.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextRange&) const = default;
};

// Lower case without diacritics (Unicode NFKD, marks stripped, case folded): "Zoë" is "zoe", and
// the letters that don't decompose but that people type plainly: ß ss, ø o, ł l, đ d, æ ae, œ oe, þ
// th, and curly quotes and dashes straight. Marks that are part of the spelling stay (vowel signs,
// viramas, the voicing of kana). Invalid bytes become U+FFFD, so the result is always valid UTF-8.
std::string fold(std::string_view text);
// The one of `known` that is `word` but for case and accents.
std::optional<std::string> find_folded(std::string_view word,
                                       const std::vector<std::string>& known);
// Whether the words stand in the text, whatever the case and accents of both.
bool holds_folded(std::string_view text, std::string_view words);
// Whether the first character is a letter, of any script.
bool begins_with_letter(std::string_view text);

// The file name, without ".toml", for a person's name: FORMAT.md's rule. Empty when the name holds
// no letter or digit. At most 64 bytes, cut between characters.
std::string slug_of(std::string_view name);

// What steers a terminal or hides how a text reads, as the escapes of JSON and TOML: control
// characters (C0, C1, DEL), bidirectional marks, line separators: "\u001b", "\u202e". "\xff" is a
// byte that is no UTF-8. Newline and tab stay, and so do the joiners that some scripts need.
std::string visible(std::string_view text);

// White space of ASCII, as the C locale has it.
constexpr bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}
// Of valid UTF-8: whether the byte is a character's first, and the character that a text begins
// with.
constexpr bool begins_character(char byte) {
    return (byte & 0xC0) != 0x80;
}
std::string_view first_character(std::string_view text);

// Without what `visible` would escape, for the files of other programs, which would obey it: they
// show the text in its own order. A line separator of Unicode becomes a newline.
std::string without_controls(std::string_view text);

std::string trim(std::string_view text);                     // without the is_space at its ends
std::vector<std::string> split_lines(std::string_view text); // LF or CRLF; no ends, no empty last
// The parts between the separators, empty ones too: one more than there are separators.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string one_line(std::string_view text); // its lines with words in them, spaces between

// The first line of a text that isn't blank, trimmed, for places that have one line.
std::string first_line(std::string_view text);

// The lines up to the first empty one, as one: notes are often wrapped by hand, so that their first
// line may end within a sentence.
std::string first_paragraph(std::string_view text);

// The number that the whole text writes in decimal digits; nullopt for any other text.
std::optional<std::size_t> find_number(std::string_view text);

// What a reader counts as characters: a column of an editor, a letter of a word. An invalid byte is
// U+FFFD.
std::u32string to_code_points(std::string_view text);
std::size_t count_code_points(std::string_view text); // of valid UTF-8

// The offset of the first byte that no UTF-8 text can have there (RFC 3629).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// The English plural for a count: counted(2, "day") is "2 days"; counted(1, "entry", "entries").
std::string counted(long count, std::string_view one, std::string_view many = "");

std::string times(long count); // "once", "twice", "3 times"

} // namespace mentor
