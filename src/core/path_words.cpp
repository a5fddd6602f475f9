// SPDX-License-Identifier: MIT
#include "core/path_words.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

namespace mentor {

std::string in_line(const std::filesystem::path& path) {
    std::string line;
    for (const char c : visible(path.native())) {
        if (c == '\n')
            line += "\\n";
        else if (c == '\t')
            line += "\\t";
        else
            line += c;
    }
    return line;
}

std::optional<std::string> path_to_type(const std::filesystem::path& path) {
    if (in_line(path) != path.native()) return std::nullopt;
    const bool may_be_option = path.native().starts_with('-');
    return shell_word((may_be_option ? "./" : "") + path.native());
}

std::string to_type_or(std::string_view command, const std::filesystem::path& path,
                       std::string_view otherwise) {
    const auto word = path_to_type(path);
    return word ? fmt::format("{} {}", command, *word) : std::string(otherwise);
}

} // namespace mentor
