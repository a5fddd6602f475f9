// SPDX-License-Identifier: MIT
#include "toml/editing/placement.hpp"

#include <algorithm>

namespace mentor {
namespace {

Path without_prefix(const Path& path, std::size_t length) {
    return Path(path.begin() + static_cast<std::ptrdiff_t>(length), path.end());
}

// The innermost array element in which `path` lies, {} where it lies in none.
Path element_around(Path path) {
    while (!path.empty() && !std::holds_alternative<std::size_t>(path.back()))
        path.pop_back();
    return path;
}

bool is_whole_blank(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

Placement::Placement(std::string_view text, const Layout& layout)
    : text_(text), statements_(layout.statements()), newline_(newline_of(text)) {}

const Statement* Placement::find(Statement::Kind kind, const Path& path) const {
    for (const Statement& statement : statements_)
        if (statement.kind == kind && statement.path == path) return &statement;
    return nullptr;
}

const Statement* Placement::find_header(const Path& path) const {
    return find(Statement::Kind::header, path);
}

const Statement* Placement::find_key(const Path& path) const {
    return find(Statement::Kind::key_value, path);
}

const Statement* Placement::find_last_dotted(const Path& table) const {
    const Statement* last = nullptr;
    for (const Statement& statement : statements_) {
        if (statement.kind != Statement::Kind::key_value) continue;
        if (statement.path.size() <= table.size() || !is_prefix(table, statement.path)) continue;
        const std::size_t section =
            statement.header == no_header ? 0 : statements_[statement.header].path.size();
        if (section < table.size()) last = &statement;
    }
    return last;
}

const Statement* Placement::find_holder(const Path& path) const {
    for (const Statement& statement : statements_)
        if (statement.kind == Statement::Kind::key_value && statement.path.size() < path.size() &&
            is_prefix(statement.path, path))
            return &statement;
    return nullptr;
}

const Statement* Placement::find_last_within(const Path& path) const {
    const auto last =
        std::find_if(statements_.rbegin(), statements_.rend(),
                     [&](const Statement& statement) { return is_prefix(path, statement.path); });
    return last == statements_.rend() ? nullptr : &*last;
}

const Statement* Placement::find_last_key(std::size_t header) const {
    const auto last =
        std::find_if(statements_.rbegin(), statements_.rend(), [&](const Statement& statement) {
            return statement.kind == Statement::Kind::key_value && statement.header == header;
        });
    return last == statements_.rend() ? nullptr : &*last;
}

std::string Placement::line(const std::string& key, const Value& value,
                            const std::string& indent) const {
    return indent + key + " = " + write_value(value, {newline_, indent}) + newline_;
}

std::string Placement::block(const std::string& header, const Table& fields,
                             const std::string& indent, const std::string& field_indent) const {
    std::string out = indent + header + newline_;
    for (const auto& [key, value] : fields)
        out += line(write_key(key), value, field_indent);
    return out;
}

Splice Placement::insert_line_behind(const Statement& statement, const std::string& line) const {
    const std::size_t at = line_end(text_, statement.bytes.end);
    const bool has_newline = text_[at - 1] == '\n';
    return {{at, at}, (has_newline ? "" : newline_) + line};
}

Splice Placement::insert_block_behind(const Statement& statement, const std::string& block) const {
    return insert_line_behind(statement, newline_ + block);
}

Splice Placement::append_line(const std::string& line) const {
    const std::size_t end = text_.size();
    const bool begins_line = line_begin(text_, end) == end;
    return {{end, end}, (begins_line ? "" : newline_) + line};
}

Splice Placement::append_block(const std::string& block) const {
    const std::size_t end = text_.size();
    const std::size_t begin = line_begin(text_, 0);
    std::size_t last_line = line_begin(text_, end);
    if (last_line == end && end > begin) last_line = line_begin(text_, end - 1);
    const bool needs_blank_line = !is_whole_blank(text_, last_line, end);
    return append_line((needs_blank_line ? newline_ : "") + block);
}

// Above the first header, and above the comment that speaks of it.
Splice Placement::add_to_root(const std::string& key, const Value& value) const {
    if (const Statement* last = find_last_key(no_header))
        return insert_line_behind(*last, line(key, value, indent_of(text_, last->bytes.begin)));
    if (statements_.empty()) return append_line(line(key, value, ""));

    const std::size_t at =
        comments_begin(text_, line_begin(text_, statements_.front().bytes.begin));
    return {{at, at}, line(key, value, "") + newline_};
}

Splice Placement::add_to_section(const Statement& header, const std::string& key,
                                 const Value& value) const {
    const auto index = static_cast<std::size_t>(&header - statements_.data());
    const Statement* last = find_last_key(index);
    if (!last) last = &header;
    return insert_line_behind(*last, line(key, value, indent_of(text_, last->bytes.begin)));
}

Splice Placement::add_dotted(const Statement& last, const Path& path, const Value& value) const {
    const std::size_t section = last.header == no_header ? 0 : statements_[last.header].path.size();
    const std::string key = write_dotted(without_prefix(path, section));
    return insert_line_behind(last, line(key, value, indent_of(text_, last.bytes.begin)));
}

Splice Placement::add_table(const Path& table, const Table& fields) const {
    const std::string header = "[" + write_dotted(table) + "]";
    const Path element = element_around(table);
    const Statement* last = element.empty() ? nullptr : find_last_within(element);
    if (!last) return append_block(block(header, fields, "", ""));
    return insert_block_behind(*last, block(header, fields, "", ""));
}

Splice Placement::add_element(const Path& last_element, const Table& fields) const {
    const Statement& header = *find_header(last_element);
    const auto index = static_cast<std::size_t>(&header - statements_.data());
    const Statement* key = find_last_key(index);
    const std::string indent = indent_of(text_, header.bytes.begin);
    const std::string field_indent = key ? indent_of(text_, key->bytes.begin) : indent;
    return insert_block_behind(
        *find_last_within(last_element),
        block("[[" + write_dotted(last_element) + "]]", fields, indent, field_indent));
}

Splice Placement::add_first_element(std::string_view name, const Table& fields) const {
    return append_block(block("[[" + write_key(name) + "]]", fields, "", ""));
}

// The blank lines above go with a block where one stays below it or nothing does.
Splice Placement::remove_block(TextRange lines) const {
    const bool ends_blank = lines.end == text_.size() || is_blank_from(text_, lines.end);
    while (ends_blank && lines.begin > line_begin(text_, 0)) {
        const std::size_t above = line_begin(text_, lines.begin - 1);
        if (!is_blank_from(text_, above)) break;
        lines.begin = above;
    }
    return {lines, ""};
}

Splices Placement::remove(const Path& path) const {
    Splices splices;
    std::vector<TextRange> blocks;
    for (const Statement& statement : statements_) {
        if (!is_prefix(path, statement.path)) continue;
        const TextRange lines{line_begin(text_, statement.bytes.begin),
                              line_end(text_, statement.bytes.end)};
        const bool is_header = statement.kind == Statement::Kind::header;
        const bool is_in_section =
            statement.header != no_header && is_prefix(path, statements_[statement.header].path);
        if (!is_header && !is_in_section)
            splices.push_back({lines, ""});
        else if (!blocks.empty() &&
                 (!is_header || is_whole_blank(text_, blocks.back().end, lines.begin)))
            blocks.back().end = lines.end;
        else
            blocks.push_back(lines);
    }
    for (const TextRange block : blocks)
        splices.push_back(remove_block(block));
    return splices;
}

} // namespace mentor
