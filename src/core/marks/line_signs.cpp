// SPDX-License-Identifier: MIT
#include "core/marks/line_signs.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <cstddef>

namespace mentor {

std::string with_plain_blanks(std::string_view line) {
    constexpr std::string_view no_break = "\u00a0";
    std::string plain(line);
    for (std::size_t at = 0; (at = plain.find(no_break, at)) != std::string::npos;)
        plain.replace(at, no_break.size(), " ");
    return plain;
}

std::string_view without_list_sign(std::string_view line) {
    const auto without_blanks = [](std::string_view text) {
        return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
    };
    line = without_blanks(line);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    std::size_t sign = 0;
    if (line.starts_with('-') || line.starts_with('*') || line.starts_with('+')) sign = 1;
    if (digits > 0 && line.substr(digits).starts_with('.')) sign = digits + 1;
    const bool is_list =
        sign > 0 && sign < line.size() && (line[sign] == ' ' || line[sign] == '\t');
    return is_list ? without_blanks(line.substr(sign)) : line;
}

std::optional<std::string> after_mark(std::string_view line, std::string_view mark) {
    if (!line.starts_with(mark)) return std::nullopt;
    line.remove_prefix(mark.size());
    const bool ends = line.empty() || line.front() == ' ' || line.front() == '\t';
    return ends || begins_with_letter(line) ? std::optional(trim(line)) : std::nullopt;
}

std::optional<std::string> after_box(std::string_view line, std::string_view content) {
    const auto end = line.find(']');
    if (!line.starts_with('[') || end == std::string_view::npos) return std::nullopt;
    if (fold(trim(line.substr(1, end - 1))) != content) return std::nullopt;
    return after_mark(line, line.substr(0, end + 1));
}

bool begins_with_box(std::string_view line) {
    return after_box(line, "") || after_box(line, "x");
}

} // namespace mentor
