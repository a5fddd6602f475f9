// SPDX-License-Identifier: MIT
//
// Which line of a text as it is written each byte of what it says stands on, for those who ask for
// many: the text is gone through once. One in the plain dialect needs no tree.
#pragma once

#include "toml/document.hpp"
#include "toml/plain/plain.hpp"
#include "toml/value.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

class TextLines {
public:
    TextLines(std::string text, std::string name);
    TextLines(const TextLines&) = delete; // what was read points into the text
    TextLines& operator=(const TextLines&) = delete;

    // The line on which the byte `offset` of the text at `path` stands; of another value, the line
    // that it begins on; nullopt where there is none. Throws as Document::parse.
    std::optional<int> find(const Path& path, std::size_t offset);
    std::optional<int> find_key(const Path& path);

private:
    std::optional<PlainValue> find_plain(const Path& path) const;
    int line_at(std::size_t byte) const;
    const Document& document();

    std::string text_, name_;
    std::vector<std::size_t> begins_; // of each line
    PlainText plain_;                 // empty where it isn't plain
    std::map<std::string_view, std::vector<const PlainSection*>> sections_;
    std::optional<Document> document_;
};

} // namespace mentor
