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

// The byte of a text in the plain dialect, as it is written, that the byte `offset` of what it says
// comes from.
std::size_t written_offset(const PlainValue& text, std::size_t offset) {
    if (!text.has_escapes) return std::min(offset, text.bytes.size());
    std::size_t at = 0;
    for (; offset > 0 && at < text.bytes.size(); --offset)
        at += text.bytes[at] == '\\' ? 2 : 1;
    return at;
}

std::string_view name_at(const Path& path, std::size_t step) {
    const auto* name = step < path.size() ? std::get_if<std::string>(&path[step]) : nullptr;
    return name ? std::string_view(*name) : std::string_view();
}

std::optional<std::size_t> position_at(const Path& path, std::size_t step) {
    const auto* position = step < path.size() ? std::get_if<std::size_t>(&path[step]) : nullptr;
    return position ? std::optional(*position) : std::nullopt;
}

std::optional<PlainValue> find_element(const PlainValue& list,
                                       const std::optional<std::size_t>& position) {
    if (!position || list.kind != PlainValue::Kind::list) return std::nullopt;
    const auto elements = elements_of(list);
    return *position < elements.size() ? std::optional(elements[*position]) : std::nullopt;
}

} // namespace

TextLines::TextLines(std::string text, std::string name)
    : text_(std::move(text)), name_(std::move(name)), begins_(find_line_begins(text_)) {
    if (!read_plain(text_, plain_)) plain_ = {};
    for (const PlainSection& section : plain_.sections)
        if (!section.name.empty()) sections_[section.name].push_back(&section);
}

std::optional<int> TextLines::find(const Path& path, std::size_t offset) {
    if (const auto value = find_plain(path)) {
        const bool is_text = value->kind == PlainValue::Kind::text;
        const auto begin = static_cast<std::size_t>(value->bytes.data() - text_.data());
        return line_at(begin + (is_text ? written_offset(*value, offset) : 0));
    }
    const toml::node* node = find_path(TomlAccess::root(document()), path).node;
    if (!node) return std::nullopt;
    const toml::source_position place = node->source().begin;
    const std::size_t begin = skip_code_points(text_, begins_[place.line - 1], place.column - 1);
    const std::string_view written = std::string_view(text_).substr(begin);
    return static_cast<int>(place.line + line_breaks_before(written, offset));
}

std::optional<int> TextLines::find_key(const Path& path) {
    const auto place = document().position(path);
    return place ? std::optional(place->line) : std::nullopt;
}

// The table that the first steps name, the key in it, and the element in a list there.
std::optional<PlainValue> TextLines::find_plain(const Path& path) const {
    const PlainSection* section = nullptr;
    std::size_t at = 0; // the step of the key
    if (const auto named = sections_.find(name_at(path, 0)); named != sections_.end()) {
        const auto position = position_at(path, 1);
        const std::size_t element = position.value_or(0);
        if (element < named->second.size()) section = named->second[element];
        at = position ? 2 : 1;
    } else if (!plain_.sections.empty()) {
        section = &plain_.sections.front();
    }
    for (std::size_t i = section ? section->begin : 0; section && i < section->end; ++i) {
        const PlainStatement& statement = plain_.statements[i];
        if (statement.key != name_at(path, at)) continue;
        if (at + 1 == path.size()) return statement.value;
        return find_element(statement.value, position_at(path, at + 1));
    }
    return std::nullopt;
}

int TextLines::line_at(std::size_t byte) const {
    return static_cast<int>(std::ranges::upper_bound(begins_, byte) - begins_.begin());
}

const Document& TextLines::document() {
    if (!document_) document_ = Document::parse(text_, name_);
    return *document_;
}

} // namespace mentor
