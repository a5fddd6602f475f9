// SPDX-License-Identifier: MIT
//
// Inside src/toml only: where the parts of a document stand, in bytes. toml++ gives lines and code
// points of keys, values and headers by tree; an edit needs bytes, whole lines and the order of the
// text.
#pragma once

#include "core/text.hpp"
#include "toml/toml.hpp"
#include "toml/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// What TOML calls an expression: a [table] or [[array]] header, or a key with its value. Each
// begins a line and shares it with nothing but white space and a comment.
struct Statement {
    enum class Kind { header, key_value };
    Kind kind = Kind::key_value;
    Path path;          // of what it defines; for an [[array]] header with the element's position
    std::size_t header; // the statement whose section this is in, or `no_header`
    TextRange bytes;    // from its first character to the last of its value or header
};
inline constexpr std::size_t no_header = static_cast<std::size_t>(-1);

class Layout {
public:
    // Both must outlive the layout, and the tree must be what the text was parsed to.
    Layout(std::string_view text, const toml::table& root);

    const std::vector<Statement>& statements() const { return statements_; } // in the text's order

    // Of a value that isn't spread; of a spread table, its header or its first key.
    TextRange bytes_of(const toml::node& value) const;

private:
    void collect(const toml::table& table, Path& path);
    void collect_key_value(const toml::key& key, const toml::node& value, const Path& path);
    void collect_spread_table(const toml::table& table, Path& path);
    void sort_statements();
    std::size_t offset_of(toml::source_position position) const;

    std::string_view text_;
    std::vector<std::size_t> line_begins_;
    std::vector<Statement> statements_;
};

// Made by headers or dotted keys, so that it has no one place in the text; anything else is written
// out between its first and its last character.
bool is_spread(const toml::node& node);

// Not empty, and nothing but tables, however they are written.
bool is_array_of_tables(const toml::node& node);

bool is_prefix(const Path& prefix, const Path& path);

// --- lines of a text. A line ends with its LF; a CR before that belongs to the ending.

// From place to place, only forwards: many places cost one look at the text, however long its
// lines.
class Walk {
public:
    explicit Walk(std::string_view text);
    // In bytes; a place behind the end is the end.
    std::size_t to(toml::source_position place);

private:
    std::string_view text_;
    std::size_t at_;
    toml::source_position place_{1, 1};
};

// Where each line begins, the first one behind a byte order mark.
std::vector<std::size_t> find_line_begins(std::string_view text);
// The byte so many characters after `at`, or the end.
std::size_t skip_code_points(std::string_view text, std::size_t at, std::size_t count);

// Between bytes and toml++'s lines and columns; a place behind the end is the end.
std::size_t offset_of(std::string_view text, toml::source_position place);
Position position_of(std::string_view text, std::size_t at);

// The beginning of the line that holds the byte at `at`; after the byte-order mark on the first.
std::size_t line_begin(std::string_view text, std::size_t at);
// Behind the line's LF, or the end of the text.
std::size_t line_end(std::string_view text, std::size_t at);
// The first byte at or after `at` that is neither space nor tab.
std::size_t skip_blanks(std::string_view text, std::size_t at);
// Behind the string that begins at `at`. One that isn't closed ends where toml++ would give up: at
// the end of its line or, with three quotes, of the text.
std::size_t skip_string(std::string_view text, std::size_t at);
// Where the lines begin that hold nothing but a comment, one above the other, down to the line that
// begins at `at`.
std::size_t comments_begin(std::string_view text, std::size_t at);
// The comments on some whole lines, from their # on.
std::vector<std::string> comments_in(std::string_view text, TextRange lines);
// Where the spaces and tabs before `at` begin.
std::size_t skip_blanks_back(std::string_view text, std::size_t at);
// Nothing but white space, or a comment, from `at` to the end of its line.
bool is_blank_from(std::string_view text, std::size_t at);
bool is_comment_from(std::string_view text, std::size_t at);
// The white space that the line of `at` begins with.
std::string indent_of(std::string_view text, std::size_t at);
// "\r\n" where the first line ends so, else "\n".
std::string newline_of(std::string_view text);

} // namespace mentor
