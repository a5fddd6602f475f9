// SPDX-License-Identifier: MIT
#include "toml/layout.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace mentor {
namespace {

std::size_t text_begin(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    return text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
}

} // namespace

std::vector<std::size_t> find_line_begins(std::string_view text) {
    std::vector<std::size_t> begins{text_begin(text)};
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;)
        begins.push_back(++at);
    return begins;
}

std::size_t skip_code_points(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at < text.size(); --count) {
        ++at;
        while (at < text.size() && !begins_character(text[at]))
            ++at;
    }
    return at;
}

Layout::Layout(std::string_view text, const toml::table& root)
    : text_(text), line_begins_(find_line_begins(text)) {
    Path path;
    collect(root, path);
    sort_statements();
}

void Layout::collect(const toml::table& table, Path& path) {
    for (const auto& [key, node] : table) {
        path.emplace_back(std::string(key.str()));
        if (!is_spread(node)) {
            collect_key_value(key, node, path);
        } else if (const toml::array* array = node.as_array()) {
            for (std::size_t index = 0; index < array->size(); ++index) {
                path.emplace_back(index);
                collect_spread_table(*array->get(index)->as_table(), path);
                path.pop_back();
            }
        } else {
            collect_spread_table(*node.as_table(), path);
        }
        path.pop_back();
    }
}

void Layout::collect_key_value(const toml::key& key, const toml::node& value, const Path& path) {
    const std::size_t line = line_begin(text_, offset_of(key.source().begin));
    statements_.push_back({Statement::Kind::key_value,
                           path,
                           no_header,
                           {skip_blanks(text_, line), bytes_of(value).end}});
}

// A table that dotted keys make has the place of its first key, and no header.
void Layout::collect_spread_table(const toml::table& table, Path& path) {
    const TextRange bytes = bytes_of(table);
    if (text_[bytes.begin] == '[')
        statements_.push_back({Statement::Kind::header, path, no_header, bytes});
    collect(table, path);
}

// The header [a.b.c] gives its place to a and to a.b as well, where those have none of their own:
// what it defines is the deepest of them.
void Layout::sort_statements() {
    std::sort(statements_.begin(), statements_.end(), [](const auto& left, const auto& right) {
        if (left.bytes.begin != right.bytes.begin) return left.bytes.begin < right.bytes.begin;
        return left.path.size() > right.path.size();
    });
    const auto same_place = [](const auto& left, const auto& right) {
        return left.bytes.begin == right.bytes.begin;
    };
    statements_.erase(std::unique(statements_.begin(), statements_.end(), same_place),
                      statements_.end());
    std::size_t header = no_header;
    for (std::size_t at = 0; at < statements_.size(); ++at) {
        if (statements_[at].kind == Statement::Kind::header) header = at;
        statements_[at].header = header;
    }
}

std::size_t Layout::offset_of(toml::source_position place) const {
    return skip_code_points(text_, line_begins_[place.line - 1], place.column - 1);
}

TextRange Layout::bytes_of(const toml::node& value) const {
    return {offset_of(value.source().begin), offset_of(value.source().end)};
}

bool is_spread(const toml::node& node) {
    if (const toml::table* table = node.as_table()) return !table->is_inline();
    const toml::array* array = node.as_array();
    return array && !array->empty() && array->get(0)->is_table() && is_spread(*array->get(0));
}

bool is_array_of_tables(const toml::node& node) {
    const toml::array* array = node.as_array();
    return array && !array->empty() &&
           std::all_of(array->begin(), array->end(),
                       [](const toml::node& element) { return element.is_table(); });
}

bool is_prefix(const Path& prefix, const Path& path) {
    return prefix.size() <= path.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

Walk::Walk(std::string_view text) : text_(text), at_(text_begin(text)) {}

std::size_t Walk::to(toml::source_position place) {
    for (; place_.line < place.line; ++place_.line, place_.column = 1)
        at_ = line_end(text_, at_);
    at_ = skip_code_points(text_, at_, place.column - place_.column);
    place_.column = place.column;
    return at_;
}

std::size_t offset_of(std::string_view text, toml::source_position place) {
    return Walk(text).to(place);
}

Position position_of(std::string_view text, std::size_t at) {
    const std::size_t begin = line_begin(text, at);
    const auto above = std::count(text.begin(), text.begin() + begin, '\n');
    return {static_cast<int>(above) + 1,
            static_cast<int>(count_code_points(text.substr(begin, at - begin))) + 1};
}

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return newline == std::string_view::npos ? text_begin(text) : newline + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t newline = text.find('\n', at);
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t", at), text.size());
}

std::size_t skip_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const bool is_basic = quote == '"';
    const std::string_view delimiter = is_basic ? R"(""")" : "'''";
    const bool is_multi_line = text.substr(at, 3) == delimiter;
    const auto behind_quotes = [&](std::size_t end) {
        return std::min(text.find_first_not_of(quote, end), text.size());
    };
    at += is_multi_line ? 3 : 1;
    if (is_multi_line) { // most are notes without an escape, which to go through byte by byte costs
        const std::size_t end = std::min(text.find(delimiter, at), text.size());
        const bool has_escapes = is_basic && text.substr(at, end - at).find('\\') < end;
        if (!has_escapes) return behind_quotes(end);
    }
    for (; at < text.size(); ++at) {
        const char character = text[at];
        if (is_basic && character == '\\')
            ++at;
        else if (!is_multi_line && (character == quote || character == '\n'))
            return at + 1;
        else if (is_multi_line && character == quote && text.substr(at, 3) == delimiter)
            return behind_quotes(at);
    }
    return text.size();
}

std::size_t comments_begin(std::string_view text, std::size_t at) {
    while (at > line_begin(text, 0)) {
        const std::size_t above = line_begin(text, at - 1);
        if (!is_comment_from(text, above)) break;
        at = above;
    }
    return at;
}

std::vector<std::string> comments_in(std::string_view text, TextRange lines) {
    std::vector<std::string> comments;
    for (std::size_t at = lines.begin; at < lines.end;) {
        if (text[at] == '"' || text[at] == '\'') {
            at = skip_string(text, at);
        } else if (text[at] == '#') {
            const std::size_t end = std::min(text.find_first_of("\r\n", at), lines.end);
            comments.emplace_back(text.substr(at, end - at));
            at = end;
        } else {
            ++at;
        }
    }
    return comments;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        --at;
    return at;
}

bool is_blank_from(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    return at == text.size() || text[at] == '\n' || text[at] == '\r';
}

bool is_comment_from(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    return at < text.size() && text[at] == '#';
}

std::string indent_of(std::string_view text, std::size_t at) {
    const std::size_t begin = line_begin(text, at);
    return std::string(text.substr(begin, skip_blanks(text, begin) - begin));
}

std::string newline_of(std::string_view text) {
    const std::size_t newline = text.find('\n');
    const bool is_crlf =
        newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r';
    return is_crlf ? "\r\n" : "\n";
}

} // namespace mentor
