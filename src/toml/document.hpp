// SPDX-License-Identifier: MIT
//
// The text of one TOML file and the positions of its parts, with exact edits: every edit changes
// the bytes that it means to change and no others, parses the result and compares it with what was
// meant. Knows TOML, and nothing of mentoring, files or locks.
#pragma once

#include "core/text.hpp"
#include "toml/value.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

class Document {
public:
    // Throws Error(broken) with `name`, line and column where the text isn't TOML 1.0 in UTF-8, and
    // with `name` alone where it is larger than 16 MB.
    static Document parse(std::string text, std::string name);

    const std::string& text() const;
    const std::string& name() const; // for messages: "ada-lovelace.toml"

    bool contains(const Path& path) const;
    // Of the key, or of the array element (its header, for a [[table]]).
    std::optional<Position> position(const Path& path) const;
    // The bytes of the whole lines, from a header to the last key behind it, of a table or an
    // element of an array that has such lines of its own, one behind the other; nullopt otherwise.
    std::optional<TextRange> lines_of(const Path& path) const;
    // The comments right above a table or an element of an array that has lines of its own, from
    // their # on: what speaks of it.
    std::vector<std::string> comments_above(const Path& path) const;
    // How many elements the array at `path` has; 0 where there is none.
    std::size_t size(const Path& path) const;

    // Each of these gives a changed copy or throws Error(broken) and leaves everything as it was. A
    // string to write that isn't UTF-8 is an Error(usage).

    // Sets the value at `path`. An existing value is replaced where it stands, with the white space
    // and comments around it kept; a missing key is added after the last key of its table, a
    // missing table at the end, in the way (dotted, inline, headers) in which the file writes that
    // table.
    Document with_value(const Path& path, const Value& value) const;

    // Without the key, table, or array element at `path`: its whole lines where it has lines of its
    // own, with a comment behind it on the same line, and those of a table from its header to its
    // last key. Other comments stay. No change where it isn't there.
    Document without(const Path& path) const;
    // The same for keys whose values move elsewhere: the comments on the lines of each stay there,
    // each on a line of its own, unless the key stands between brackets.
    Document without_but_comments(const std::vector<Path>& paths) const;

    // Appends an element to the array of tables `name` at the root: after its last element, or at
    // the end of the text where it has none. An array that is written inline gets an inline table.
    Document with_appended(std::string_view name, const Table& fields) const;
    // The same for several, in their order.
    Document with_all_appended(std::string_view name, const std::vector<Table>& elements) const;

private:
    friend struct TomlAccess; // toml/toml_access.hpp: the parsed tree, for the decoder
    struct Parsed;
    Document without_each_key(const Path& table) const;
    explicit Document(std::shared_ptr<const Parsed> parsed);
    std::shared_ptr<const Parsed> parsed_;
};

} // namespace mentor
