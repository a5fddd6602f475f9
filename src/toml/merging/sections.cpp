// SPDX-License-Identifier: MIT
#include "toml/merging/sections.hpp"

#include "toml/editing/tree.hpp"
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"
#include "toml/toml_access.hpp"

#include <fmt/format.h>

#include <map>

namespace mentor {
namespace {

std::string with_last_newline(std::string text) {
    if (!text.empty() && text.back() != '\n') text += newline_of(text);
    return text;
}

class Cutting {
public:
    Cutting(const Document& document, const Names& names)
        : text_(document.text()), root_(TomlAccess::root(document)), layout_(text_, root_),
          names_(names) {
        collect_texts();
    }

    std::vector<Section> sections();

private:
    Piece piece(const Statement& statement, std::size_t begin);
    void describe_value(Piece& piece, const Path& path) const;
    std::string text_of(const toml::node& node) const;
    void collect_texts();
    std::string name_of(const Path& element) const;
    void tell_twins_apart(std::vector<Section>& sections) const;

    std::string_view text_;
    const toml::table& root_;
    Layout layout_;
    const Names& names_;
    std::map<Path, std::string> texts_; // of each section, from its header to the next
};

// Empty where the element has no id.
std::string id_of(const toml::table& root, Path element) {
    element.emplace_back("id");
    const toml::node* node = find_path(root, element).node;
    const auto* id = node ? node->as_string() : nullptr;
    return id ? id->get() : "";
}

void Cutting::collect_texts() {
    const auto& statements = layout_.statements();
    std::string* text = nullptr;
    for (std::size_t at = 0; at < statements.size(); ++at) {
        const auto& [begin, end] = statements[at].bytes;
        if (statements[at].header == at) text = &texts_[statements[at].path];
        if (text) text->append(text_.substr(begin, end - begin)) += '\n';
    }
}

std::string Cutting::name_of(const Path& element) const {
    if (const auto name = names_.find(element); name != names_.end()) return name->second;
    std::string id = id_of(root_, element);
    if (!id.empty()) return id;
    const auto text = texts_.find(element);
    return text == texts_.end() ? "" : text->second;
}

Piece Cutting::piece(const Statement& statement, std::size_t begin) {
    Piece piece;
    Path known;
    for (const Step& step : statement.path) {
        known.push_back(step);
        if (const auto* key = std::get_if<std::string>(&step)) {
            if (!piece.key.empty()) {
                const bool in_element = piece.key.back() == ']';
                piece.label += in_element ? ": " : ".";
                piece.key += '.';
            }
            piece.key += write_key(*key);
            piece.label += *key;
        } else {
            const std::string id = id_of(root_, known), name = name_of(known);
            if (!id.empty() || names_.contains(known))
                piece.label += " " + (id.empty() ? name : id);
            piece.key += fmt::format("[{}]", name);
        }
    }
    piece.path = statement.path;
    const std::size_t line = line_begin(text_, statement.bytes.begin);
    const std::size_t end = line_end(text_, statement.bytes.end);
    piece.text = text_.substr(begin, end - begin);
    piece.above = text_.substr(begin, line - begin);
    piece.statement = text_.substr(line, statement.bytes.end - line);
    piece.behind = text_.substr(statement.bytes.end, end - statement.bytes.end);
    if (statement.kind == Statement::Kind::key_value) describe_value(piece, statement.path);
    return piece;
}

std::string Cutting::text_of(const toml::node& node) const {
    const auto& [begin, end] = layout_.bytes_of(node);
    return std::string(text_.substr(begin, end - begin));
}

void Cutting::describe_value(Piece& piece, const Path& path) const {
    const toml::node* node = find_path(root_, path).node;
    if (!node) return;
    piece.value = text_of(*node);
    piece.is_day = node->is_date() || node->is_date_time();
    const toml::array* array = node->as_array();
    if (!array) return;
    for (const toml::node& element : *array) {
        if (!element.is_value()) return piece.elements.clear();
        piece.elements.push_back(text_of(element));
    }
    piece.is_list = true;
}

std::vector<Section> Cutting::sections() {
    std::vector<Section> sections{{}};
    std::size_t begin = 0;
    for (const Statement& statement : layout_.statements()) {
        Piece next = piece(statement, begin);
        if (statement.kind == Statement::Kind::header) {
            const bool is_element = std::holds_alternative<std::size_t>(statement.path.back());
            sections.push_back({.key = next.key,
                                .label = next.label,
                                .array = is_element ? write_dotted(statement.path) : "",
                                .name = is_element ? name_of(statement.path) : "",
                                .is_nameless = is_element && id_of(root_, statement.path).empty()});
            next.key = "";
        }
        begin += next.text.size();
        sections.back().text += next.text;
        sections.back().pieces.push_back(std::move(next));
    }
    tell_twins_apart(sections);
    sections.push_back({.key = std::string(end_key),
                        .label = std::string(end_key),
                        .text = std::string(text_.substr(begin))});
    return sections;
}

void Cutting::tell_twins_apart(std::vector<Section>& sections) const {
    std::map<std::string, int> met;
    for (Section& section : sections) {
        const int count = ++met[section.key];
        if (count > 1) section.key += fmt::format("#{}", count);
    }
}

} // namespace

std::string_view Section::day() const {
    for (const Piece& piece : pieces)
        if (piece.is_day) return piece.value;
    return "";
}

Document whole(const Document& document) {
    return Document::parse(with_last_newline(document.text()), document.name());
}

std::vector<Section> sections_of(const Document& document, const Names& names) {
    return Cutting(document, names).sections();
}

} // namespace mentor
