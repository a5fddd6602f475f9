// SPDX-License-Identifier: MIT
#include "toml/parsing/parse_phrases.hpp"

#include <array>

namespace mentor {
namespace {

constexpr std::array phrases{
    Phrase{"expected '='", "a key needs = and a value behind it",
           "write key = \"value\"; a key with anything but a to z, 0 to 9, - and _ needs quotes"},
    Phrase{"expected value, saw",
           "there is no value behind the =", "write one, or delete the line"},
    Phrase{"closing ']', saw comma", "there is a comma too many in this list", "delete one"},
    Phrase{"expected comma or closing ']'", "this list lacks a comma or its closing ]",
           "put a comma between elements and ] at the end"},
    Phrase{"dangling comma", "an inline table can't end in a comma", "delete the last comma"},
    Phrase{"closing '}', saw comma", "there is a comma too many in this table", "delete one"},
    Phrase{"expected comma or closing '}'", "this table lacks a comma or its closing }",
           "put a comma between fields and } at the end, all on one line"},
    Phrase{"expected key or closing '}'", "this table lacks its closing } on the same line",
           "an inline table has to stay on one line, as TOML 1.0 has it"},
    Phrase{"expected ']'", "this header lacks its closing bracket",
           "write [name], or [[name]] for one of several"},
    Phrase{"brackets must be contiguous", "the two brackets of this header stand apart",
           "write [[name]] without spaces between the brackets"},
    Phrase{"blank bare keys", "this header has no name", "write one, or delete the line"},
    Phrase{"expected bare key starting", "a part of this key is missing", "write it beside the ."},
    Phrase{"multi-line strings are prohibited", "a key has to stay on one line",
           "use a single pair of quotes"},
    Phrase{"into existing inline table", "the table that this belongs to is written in { }",
           "add it there"},
    Phrase{"expected keys, tables", "this is neither a key, a [header] nor a # comment",
           "a key is a word or a quoted text, with = behind it"},
    Phrase{"expected a comment or whitespace", "there is more on this line than one value",
           "put quotes around text, or # before a comment"},
    Phrase{"unknown escape sequence", "this text holds a \\ that means nothing",
           "write \\\\ for a backslash, or put the text in 'single quotes'"},
    Phrase{"is not supported in TOML 1.0.0",
           "\\e and \\x are TOML 1.1, and files here are TOML 1.0",
           "write \\u001b for \\e, \\u00e9 for \\xe9, or \\\\ for a backslash"},
    Phrase{"expected hex digit", "\\u needs four hexadecimal digits, \\U eight",
           "write \\\\ for a backslash, or put the text in 'single quotes'"},
    Phrase{"surrogates", "\\u can't name half a character (U+D800 to U+DFFF)",
           "write the character itself"},
    Phrase{"greater than U+10FFFF", "\\U can't name a character above U+10FFFF",
           "write the character itself"},
    Phrase{"line-ending backslashes", "this \\ means nothing here",
           "write \\\\ for a backslash; a single one may only end a line"},
    Phrase{"expected '\\n' after '\\r'", "there is half a line end here (a lone carriage return)",
           "save the file with LF or CRLF line ends"},
    Phrase{"vertical tabs", "there is a form feed or vertical tab here", "delete it"},
    Phrase{"expected space or tab", "there is an odd kind of space here, which TOML doesn't allow",
           "replace it with an ordinary space"},
    Phrase{"not representable in 64 bits", "this number is too large",
           "shorten it, or put quotes around text"},
    Phrase{"leading zeroes", "a number can't begin with 0",
           "delete the zero, or put quotes around text"},
    Phrase{"maximum nested value depth", "the values here nest too deep",
           "take some of the brackets away"},
};

} // namespace

std::span<const Phrase> toml_phrases() {
    return phrases;
}

} // namespace mentor
