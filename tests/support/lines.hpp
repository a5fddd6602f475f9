// SPDX-License-Identifier: MIT
//
// Texts of several lines in a test, written as they read: R"( … )"_lines takes away the indentation
// that all lines share and the empty first and last one, and ends each line with a newline.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::testing {

inline std::string operator""_lines(const char* text, std::size_t size) {
    constexpr auto none = std::string_view::npos;
    std::vector<std::string_view> lines;
    for (std::string_view rest(text, size);;) {
        const auto end = rest.find('\n');
        lines.push_back(rest.substr(0, end));
        if (end == none) break;
        rest.remove_prefix(end + 1);
    }
    const auto is_blank = [](std::string_view line) { return line.find_first_not_of(' ') == none; };
    if (is_blank(lines.front())) lines.erase(lines.begin());
    if (!lines.empty() && is_blank(lines.back())) lines.pop_back();
    std::size_t indent = none;
    for (const auto line : lines)
        if (!is_blank(line)) indent = std::min(indent, line.find_first_not_of(' '));
    std::string result;
    for (const auto line : lines)
        result.append(line.substr(std::min(indent, line.size()))) += '\n';
    return result;
}

} // namespace mentor::testing
