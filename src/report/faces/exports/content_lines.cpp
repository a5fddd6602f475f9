// SPDX-License-Identifier: MIT
#include "report/faces/exports/content_lines.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <cstddef>

namespace mentor {
namespace {

constexpr std::size_t most_octets = 75; // without the line end

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : without_controls(text)) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    }
    return out;
}

std::string bare(std::string_view text) {
    return one_line(without_controls(text));
}

void add_line(std::string& out, std::string_view name, std::string_view value) {
    std::string line = std::string(name) + ":" + std::string(value);
    std::size_t most = most_octets;
    for (std::string_view rest = line; !rest.empty();) {
        std::size_t end = std::min(most, rest.size());
        while (end < rest.size() && !begins_character(rest[end]))
            --end;
        if (most != most_octets) out += ' ';
        out += rest.substr(0, end);
        out += "\r\n";
        rest.remove_prefix(end);
        most = most_octets - 1; // the blank that begins what goes on
    }
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
    if (const std::string value = escaped(text); !value.empty()) add_line(out, name, value);
}

void add_list(std::string& out, std::string_view name, const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const std::string& text : texts)
        if (std::string part = trim(without_controls(text)); !part.empty())
            parts.push_back(escaped(part));
    if (!parts.empty()) add_line(out, name, join(parts, ","));
}

} // namespace mentor
