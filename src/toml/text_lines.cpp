// SPDX-License-Identifier: MIT
#include "toml/text_lines.hpp"

#include "toml/layout.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace mentor {
namespace {

constexpr std::string_view basic = "\"\"\"", literal = "'''";
constexpr std::string_view short_escapes = "btnfr\"\\e";

// How long the escape is that begins the text, and how many bytes it stands for.
struct Escape {
    std::size_t length, bytes;
};

std::size_t size_in_utf8(unsigned long code) {
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

Escape escape_at(std::string_view text) {
    const char kind = text.size() > 1 ? text[1] : ' ';
    if (short_escapes.find(kind) != std::string_view::npos) return {2, 1};
    const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0) {
        const std::string number(text.substr(2, digits));
        return {2 + digits, size_in_utf8(std::strtoul(number.c_str(), nullptr, 16))};
    }
    // A line that goes on: all the white space there.
    return {std::min(text.find_first_not_of(" \t\r\n", 1), text.size()), 0};
}

// How many line breaks stand before the byte `offset` of what the text says that `written` begins
// with: none but between three quotes.
std::size_t line_breaks_before(std::string_view written, std::size_t offset) {
    const bool is_basic = written.starts_with(basic);
    if (!is_basic && !written.starts_with(literal)) return 0;
    std::size_t at = basic.size();
    if (written.substr(at).starts_with("\r\n")) ++at;
    if (written.substr(at).starts_with("\n")) ++at;
    for (std::size_t bytes = 0; at < written.size();) {
        const bool is_escape = is_basic && written[at] == '\\';
        // A line break is one byte, however it is written.
        const Escape next = is_escape             ? escape_at(written.substr(at))
                            : written[at] == '\r' ? Escape{1, 0}
                                                  : Escape{1, 1};
        if (next.bytes > 0 && bytes + next.bytes > offset) break;
        bytes += next.bytes;
        at += next.length;
    }
    return static_cast<std::size_t>(std::ranges::count(written.substr(0, at), '\n'));
}

} // namespace

int line_in(std::string_view text, const toml::node& value, std::size_t offset) {
    const toml::source_position place = value.source().begin;
    const std::string_view written = text.substr(offset_of(text, place));
    return static_cast<int>(place.line + line_breaks_before(written, offset));
}

} // namespace mentor
