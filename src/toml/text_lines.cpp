// SPDX-License-Identifier: MIT
#include "toml/text_lines.hpp"

#include "core/text.hpp"
#include "toml/editing/tree.hpp"
#include "toml/layout.hpp"
#include "toml/toml_access.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

namespace mentor {
namespace {

constexpr std::string_view basic = "\"\"\"", literal = "'''";
constexpr std::string_view short_escapes = "btnfr\"\\e";

// The loop over a block has a fixed length and no branch, which compilers need to look at many
// bytes at once.
int count_line_ends(std::string_view text) {
    constexpr std::size_t block = 128;
    const auto count_in = [](const char* bytes) {
        unsigned char count = 0;
        for (std::size_t i = 0; i < block; ++i)
            count = static_cast<unsigned char>(count + (bytes[i] == '\n'));
        return int{count};
    };
    int count = 0;
    for (; text.size() >= block; text.remove_prefix(block))
        count += count_in(text.data());
    std::array<char, block> rest{};
    std::ranges::copy(text, rest.begin());
    return count + count_in(rest.data());
}

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

// Where the byte `offset` of one_line(text) stands in the text: lines that are blank aren't in it.
std::size_t offset_in_lines(std::string_view text, std::size_t offset) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        if (end < text.size() && line.ends_with('\r')) line.remove_suffix(1);
        if (!std::ranges::all_of(line, is_space)) {
            if (offset <= line.size()) return begin + offset;
            offset -= line.size() + 1; // and the blank that joins it to the next
        }
        begin = end + 1;
    }
    return text.size();
}

Path path_of(const ValuePlace& place) {
    Path path;
    if (!place.table.empty()) path.emplace_back(std::string(place.table));
    if (place.position) path.emplace_back(*place.position);
    path.emplace_back(std::string(place.key));
    if (place.element) path.emplace_back(*place.element);
    return path;
}

// Behind how many bytes of a plain text that byte of what it says is written.
std::size_t bytes_before(const PlainValue& text, std::size_t offset) {
    if (!text.has_escapes) return offset;
    std::size_t at = 0;
    for (; offset > 0; --offset)
        at += text.bytes[at] == '\\' ? 2 : 1;
    return at;
}

std::optional<PlainStatement> find_statement(std::span<const PlainStatement> statements,
                                             std::string_view key) {
    const auto found = std::ranges::find(statements, key, &PlainStatement::key);
    return found == statements.end() ? std::nullopt : std::optional(*found);
}

std::optional<PlainValue> find_element(const PlainValue& list, std::size_t position) {
    if (list.kind != PlainValue::Kind::list) return std::nullopt;
    const auto elements = elements_of(list);
    return position < elements.size() ? std::optional(elements[position]) : std::nullopt;
}

} // namespace

TextLines::TextLines(std::string_view text, const PlainText& plain) : text_(text), plain_(&plain) {
    for (const PlainSection& section : plain.sections) {
        auto table = std::ranges::find(tables_, section.name, &Tables::name);
        if (table == tables_.end()) table = tables_.insert(table, {section.name, {}});
        table->sections.push_back(&section);
    }
}

TextLines::TextLines(const Document& document)
    : text_(document.text()), document_(&document), begins_(find_line_begins(text_)) {}

std::optional<int> TextLines::find(const ValuePlace& place, std::size_t offset, Offsets offsets) {
    if (plain_) return find_plain(place, offset, offsets);
    const toml::node* node = find_path(TomlAccess::root(*document_), path_of(place)).node;
    if (!node) return std::nullopt;
    const auto* text = node->as_string();
    if (text && offsets == Offsets::in_one_line) offset = offset_in_lines(text->get(), offset);
    const toml::source_position begin = node->source().begin;
    const auto at = skip_code_points(text_, begins_[begin.line - 1], begin.column - 1);
    return static_cast<int>(begin.line) + line_breaks_before(text_.substr(at), offset);
}

std::optional<int> TextLines::find_key(const ValuePlace& place) {
    if (plain_) {
        const auto statement = find_plain_statement(place);
        return statement ? std::optional(line_of(statement->key)) : std::nullopt;
    }
    const auto position = document_->position(path_of(place));
    return position ? std::optional(position->line) : std::nullopt;
}

std::optional<int> TextLines::find_plain(const ValuePlace& place, std::size_t offset,
                                         Offsets offsets) {
    const auto statement = find_plain_statement(place);
    if (!statement) return std::nullopt;
    const auto value =
        place.element ? find_element(statement->value, *place.element) : statement->value;
    if (!value) return std::nullopt;
    const bool is_text = value->kind == PlainValue::Kind::text;
    if (is_text && offsets == Offsets::in_one_line && value->may_have_lines)
        offset = offset_in_lines(to_text(*value), offset);
    return line_of(value->bytes.substr(is_text ? bytes_before(*value, offset) : 0));
}

std::optional<PlainStatement> TextLines::find_plain_statement(const ValuePlace& place) const {
    const std::size_t position = place.position.value_or(0);
    const auto table = std::ranges::find(tables_, place.table, &Tables::name);
    if (table != tables_.end()) {
        if (position >= table->sections.size()) return std::nullopt;
        const PlainSection& section = *table->sections[position];
        return find_statement(
            std::span(plain_->statements).subspan(section.begin, section.end - section.begin),
            place.key);
    }
    // One that stands between braces.
    const auto inline_table = find_plain_statement({.key = place.table});
    if (!inline_table || inline_table->value.kind != PlainValue::Kind::table) return std::nullopt;
    return find_statement(entries_of(inline_table->value), place.key);
}

// Of the place where the part of the text begins. From one to the next, wherever that is, only what
// stands between them is looked at.
int TextLines::line_of(std::string_view part) {
    const auto at = static_cast<std::size_t>(part.data() - text_.data());
    const auto [from, to] = std::minmax(at, at_);
    const int lines = count_line_ends(text_.substr(from, to - from));
    line_ += at < at_ ? -lines : lines;
    at_ = at;
    return line_;
}

} // namespace mentor
