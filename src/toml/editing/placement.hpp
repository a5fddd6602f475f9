// SPDX-License-Identifier: MIT
//
// Inside src/toml only: where new text goes and which lines go away, among the statements of a
// document. Owns blank lines and indentation; knows nothing of what stands between brackets.
#pragma once

#include "toml/document.hpp"
#include "toml/editing/splice.hpp"
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

class Placement {
public:
    // Both must outlive the placement.
    Placement(std::string_view text, const Layout& layout);

    // The header that defines exactly this table or element.
    const Statement* find_header(const Path& path) const;
    // The key that stands on lines of its own.
    const Statement* find_key(const Path& path) const;
    // The last dotted key that makes `table`, in a section that isn't the table's own.
    const Statement* find_last_dotted(const Path& table) const;
    // The key whose value stands between brackets and holds what `path` leads to, somewhere inside.
    const Statement* find_holder(const Path& path) const;

    // A line with `key` relative to the root or to the section's header.
    Splice add_to_root(const std::string& key, const Value& value) const;
    Splice add_to_section(const Statement& header, const std::string& key,
                          const Value& value) const;
    Splice add_dotted(const Statement& last, const Path& path, const Value& value) const;

    // A header with its fields: behind all that belongs to the array element in which `table` lies,
    // or at the end of the text.
    Splice add_table(const Path& table, const Table& fields) const;
    Splice add_element(const Path& last_element, const Table& fields) const;
    Splice add_first_element(std::string_view name, const Table& fields) const;

    // Everything that `path` leads to or through, whole lines.
    Splices remove(const Path& path) const;

private:
    const Statement* find(Statement::Kind kind, const Path& path) const;
    const Statement* find_last_within(const Path& path) const;
    const Statement* find_last_key(std::size_t header) const;
    std::string line(const std::string& key, const Value& value, const std::string& indent) const;
    std::string block(const std::string& header, const Table& fields, const std::string& indent,
                      const std::string& field_indent) const;
    Splice insert_line_behind(const Statement& statement, const std::string& line) const;
    Splice insert_block_behind(const Statement& statement, const std::string& block) const;
    Splice append_block(const std::string& block) const;
    Splice append_line(const std::string& line) const;
    Splice remove_block(TextRange lines) const;

    std::string_view text_;
    const std::vector<Statement>& statements_;
    std::string newline_;
};

} // namespace mentor
