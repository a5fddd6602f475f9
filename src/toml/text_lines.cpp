// SPDX-License-Identifier: MIT
#include "toml/text_lines.hpp"

#include "toml/editing/tree.hpp"
#include "toml/layout.hpp"
#include "toml/toml_access.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

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

// Each of its bytes, for one byte.
bool stands_for_itself(std::string_view written) {
    return written.find('\\') == std::string_view::npos &&
           written.find('\r') == std::string_view::npos;
}

// How many line breaks stand before the byte `offset` of what the text says that `written` begins
// with: none but between three quotes.
int line_breaks_before(std::string_view written, std::size_t offset) {
    const bool is_basic = written.starts_with(basic);
    if (!is_basic && !written.starts_with(literal)) return 0;
    std::size_t at = basic.size();
    if (written.substr(at).starts_with("\r\n")) ++at;
    if (written.substr(at).starts_with("\n")) ++at;
    if (stands_for_itself(written.substr(at, offset + 1)))
        return count_line_ends(written.substr(0, at + offset));
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
    return count_line_ends(written.substr(0, at));
}

Path path_of(const ValuePlace& place) {
    Path path;
    if (!place.table.empty()) path.emplace_back(std::string(place.table));
    if (place.position) path.emplace_back(*place.position);
    path.emplace_back(std::string(place.key));
    if (place.element) path.emplace_back(*place.element);
    return path;
}

} // namespace

std::optional<int> TextLines::find(const ValuePlace& place, std::size_t offset) {
    const auto spot = find_spot(place);
    if (!spot) return std::nullopt;
    return spot->line + line_breaks_before(text_.substr(spot->at), offset);
}

std::optional<int> TextLines::find_key(const ValuePlace& place) {
    const auto position = document().position(path_of(place));
    return position ? std::optional(position->line) : std::nullopt;
}

std::optional<Spot> TextLines::find_spot(const ValuePlace& place) {
    if (const auto spot = find_plain_spot(place)) return spot;
    const toml::node* node = find_path(TomlAccess::root(document()), path_of(place)).node;
    if (!node) return std::nullopt;
    const toml::source_position begin = node->source().begin;
    return Spot{skip_code_points(text_, begins_[begin.line - 1], begin.column - 1),
                static_cast<int>(begin.line)};
}

std::optional<Spot> TextLines::find_plain_spot(const ValuePlace& place) {
    if (!spots_) spots_.emplace(text_);
    const auto value = spots_->find(place.table, place.position.value_or(0), place.key);
    return value && place.element ? spots_->find_element(*value, *place.element) : value;
}

const Document& TextLines::document() {
    if (!document_) {
        document_ = Document::parse(std::string(text_), name_);
        begins_ = find_line_begins(text_);
    }
    return *document_;
}

} // namespace mentor
