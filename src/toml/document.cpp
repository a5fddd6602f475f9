// SPDX-License-Identifier: MIT
#include "toml/document.hpp"

#include "toml/editing/brackets.hpp"
#include "toml/editing/placement.hpp"
#include "toml/editing/splice.hpp"
#include "toml/editing/tree.hpp"
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"
#include "toml/parsing/parse_fault.hpp"
#include "toml/parsing/parse_tree.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {

struct Document::Parsed {
    std::string text;
    std::string name;
    toml::table root;
};

namespace {

// What every edit of a document works with.
struct Editing {
    explicit Editing(const Document& document)
        : text(document.text()), root(TomlAccess::root(document)), layout(text, root),
          placement(text, layout) {}

    std::string_view text;
    const toml::table& root;
    Layout layout;
    Placement placement;
};

// Far beyond what people write in a lifetime. A tree takes up to thirty times the bytes of its
// text.
constexpr std::size_t most_megabytes = 16;

void refuse_huge(std::string_view text, const std::string& name) {
    if (text.size() <= most_megabytes * 1'000'000) return;
    throw Error(Exit::broken,
                {.what = fmt::format("this file is larger than {} MB", most_megabytes),
                 .advice = "move what is old, or isn't yours, to another folder",
                 .file = name});
}

Path last_steps(const Path& path, std::size_t from) {
    return Path(path.begin() + static_cast<std::ptrdiff_t>(from), path.end());
}

const toml::node* find_node(const toml::table& root, const Path& path) {
    return find_path(root, path).node;
}

// How many steps of `path` lead somewhere.
std::size_t known_steps(const toml::table& root, const Path& path) {
    std::size_t known = path.size();
    while (!find_node(root, first_steps(path, known)))
        --known;
    return known;
}

Error fault(const Document& document, const Path& path, std::string what) {
    const Path known = first_steps(path, known_steps(TomlAccess::root(document), path));
    const Position place = document.position(known).value_or(Position{});
    return Error(Exit::broken,
                 {std::move(what), "nothing was changed; `mentor edit` opens the file",
                  document.name(), place.line, place.column});
}

Error defeated(const Document& document, const Path& path) {
    return fault(
        document, path,
        fmt::format("the layout of this file doesn't let `{}` be changed", write_dotted(path)));
}

// The one way to an edited document: what the new text says must be what was meant.
Document edited(const Document& document, const Path& path, Splices splices,
                const toml::table& meant) {
    std::string text = with_splices(document.text(), std::move(splices));
    refuse_huge(text, document.name());
    try {
        Document result = Document::parse(std::move(text), document.name());
        if (same(TomlAccess::root(result), meant)) return result;
    } catch (const Error&) {
        // A text that doesn't parse is answered like one that says something else.
    }
    throw defeated(document, path);
}

// `value` in tables within tables, one for each of the keys.
Value wrapped(const Value& value, const Path& keys) {
    Value out = value;
    for (auto step = keys.rbegin(); step != keys.rend(); ++step)
        out = Table{{std::get<std::string>(*step), std::move(out)}};
    return out;
}

// The innermost array or inline table with brackets of its own around what `path` leads to.
Path brackets_around(const toml::table& root, Path path) {
    do
        path.pop_back();
    while (is_spread(*find_node(root, path)));
    return path;
}

Splices add_in_brackets(const Editing& editing, const Path& path, std::size_t known,
                        const Value& value) {
    const Path table = first_steps(path, known);
    const toml::node& node = *find_node(editing.root, table);
    const Path around = is_spread(node) ? brackets_around(editing.root, table) : table;
    const Brackets brackets =
        brackets_of(editing.text, editing.layout, *find_node(editing.root, around));

    const Path key(path.begin() + static_cast<std::ptrdiff_t>(around.size()),
                   path.begin() + static_cast<std::ptrdiff_t>(known + 1));
    const LineStyle style{newline_of(editing.text), indent_of(editing.text, brackets.bytes.begin)};
    const std::string field =
        write_dotted(key) + " = " + write_value(wrapped(value, last_steps(path, known + 1)), style);
    return insert_field(editing.text, brackets, last_item_of(brackets, editing.layout, node),
                        field);
}

// The path's first `known` steps lead to a table; all after them is missing.
Splices add(const Editing& editing, const Path& path, std::size_t known, const Value& value) {
    const Placement& placement = editing.placement;
    if (placement.find_holder(path)) return add_in_brackets(editing, path, known, value);

    const Path table = first_steps(path, known);
    const bool lacks_only_key = known + 1 == path.size();
    if (lacks_only_key && table.empty()) return {placement.add_to_root(write_dotted(path), value)};
    if (const Statement* header = placement.find_header(table); header && lacks_only_key)
        return {placement.add_to_section(*header, write_dotted({path.back()}), value)};
    if (const Statement* dotted = placement.find_last_dotted(table); dotted && !table.empty())
        return {placement.add_dotted(*dotted, path, value)};
    return {placement.add_table(first_steps(path, path.size() - 1),
                                {{std::get<std::string>(path.back()), value}})};
}

Splices replace(const Editing& editing, const toml::node& node, const Value& value) {
    const TextRange bytes = editing.layout.bytes_of(node);
    const LineStyle style{newline_of(editing.text), indent_of(editing.text, bytes.begin)};
    return {{bytes, write_value(value, style)}};
}

Splices remove_in_brackets(const Editing& editing, const Path& path) {
    const toml::node& around = *find_node(editing.root, brackets_around(editing.root, path));
    const Brackets brackets = brackets_of(editing.text, editing.layout, around);
    const std::size_t item = last_item_of(brackets, editing.layout, *find_node(editing.root, path));
    return remove_item(editing.text, brackets, item);
}

// Beyond that, comments aren't worth the work, which grows with the square.
constexpr std::size_t most_elements = 100;

// An array on several lines, where comments may stand: what it keeps stays as it is written.
// nullopt where nothing of it is kept, or the layout doesn't let it.
std::optional<Document> with_elements(const Document& document, const Path& path,
                                      const Array& value, const toml::table& meant) {
    const toml::array* before = find_node(TomlAccess::root(document), path)->as_array();
    const TextRange bytes = Editing(document).layout.bytes_of(*before);
    const auto written =
        std::string_view(document.text()).substr(bytes.begin, bytes.end - bytes.begin);
    if (written.find('\n') == std::string_view::npos) return std::nullopt;
    if (before->size() > most_elements || value.size() > most_elements) return std::nullopt;
    const Kept kept = kept_elements(*before, *find_node(meant, path)->as_array());
    if (kept.empty()) return std::nullopt;

    Document result = document;
    for (std::size_t i = before->size(); i-- > 0;) {
        Path element = path;
        element.emplace_back(i);
        if (std::ranges::find(kept, i, &Kept::value_type::first) == kept.end())
            result = result.without(element);
    }
    for (std::size_t j = 0; j < value.size(); ++j) {
        if (std::ranges::find(kept, j, &Kept::value_type::second) != kept.end()) continue;
        const Editing editing(result);
        const Brackets array =
            brackets_of(editing.text, editing.layout, *find_node(editing.root, path));
        const std::string element = write_value(value[j], {newline_of(editing.text), ""});
        Splices splices = j < array.items.size() ? insert_element(editing.text, array, j, element)
                                                 : append_element(editing.text, array, element);
        result = Document::parse(with_splices(editing.text, std::move(splices)), document.name());
    }
    if (!same(TomlAccess::root(result), meant)) return std::nullopt;
    return result;
}

// Tables and arrays that nothing made but what is gone from them are gone as well.
void prune(const Editing& editing, toml::table& meant, Path path) {
    for (path.pop_back(); !path.empty(); path.pop_back()) {
        const toml::node& node = *find_node(meant, path);
        const bool is_empty = node.is_table() ? node.as_table()->empty() : node.as_array()->empty();
        const bool stands_alone =
            !is_spread(*find_node(editing.root, path)) || editing.placement.find_header(path);
        if (!is_empty || stands_alone) return;
        erase(meant, path);
    }
}

} // namespace

Document::Document(std::shared_ptr<const Parsed> parsed) : parsed_(std::move(parsed)) {}

const toml::table& TomlAccess::root(const Document& document) {
    return document.parsed_->root;
}

Document Document::parse(std::string text, std::string name) {
    refuse_huge(text, name);
    refuse_deep_keys(text, name);
    try {
        toml::table root = parse_tree(text, name);
        return Document(std::make_shared<const Parsed>(
            Parsed{std::move(text), std::move(name), std::move(root)}));
    } catch (const toml::parse_error& error) {
        throw Error(Exit::broken, explain(error, text, std::move(name)));
    }
}

const std::string& Document::text() const {
    return parsed_->text;
}

const std::string& Document::name() const {
    return parsed_->name;
}

bool Document::contains(const Path& path) const {
    return find_node(parsed_->root, path) != nullptr;
}

std::optional<Position> Document::position(const Path& path) const {
    const Found found = find_path(parsed_->root, path);
    if (!found.node || path.empty()) return std::nullopt;
    const toml::source_position place =
        (found.key ? found.key->source() : found.node->source()).begin;
    return Position{static_cast<int>(place.line), static_cast<int>(place.column)};
}

std::size_t Document::size(const Path& path) const {
    const toml::node* node = find_node(parsed_->root, path);
    return node && node->is_array() ? node->as_array()->size() : 0;
}

Document Document::with_value(const Path& path, const Value& value) const {
    const toml::node* node = find_node(parsed_->root, path);
    if (node && is_spread(*node))
        throw fault(*this, path,
                    fmt::format("`{}` has keys of its own here, so it can't be given a value",
                                write_dotted(path)));
    toml::table meant = parsed_->root;
    if (!set_value(meant, path, value)) throw defeated(*this, path);

    if (const auto* array = std::get_if<Array>(&value.of); array && node && node->is_array())
        if (auto changed = with_elements(*this, path, *array, meant)) return *std::move(changed);
    const Editing editing(*this);
    const std::size_t known = known_steps(parsed_->root, path);
    return edited(*this, path,
                  node ? replace(editing, *node, value) : add(editing, path, known, value), meant);
}

std::optional<TextRange> Document::lines_of(const Path& path) const {
    const Editing editing(*this);
    const Statement* header = editing.placement.find_header(path);
    if (!header) return std::nullopt;
    TextRange lines{line_begin(editing.text, header->bytes.begin),
                    line_end(editing.text, header->bytes.end)};
    bool has_ended = false;
    for (const Statement& statement : editing.layout.statements()) {
        if (statement.bytes.begin <= header->bytes.begin) continue;
        if (!is_prefix(path, statement.path))
            has_ended = true;
        else if (has_ended)
            return std::nullopt; // a table of it stands elsewhere
        else
            lines.end = line_end(editing.text, statement.bytes.end);
    }
    return lines;
}

std::vector<std::string> Document::comments_above(const Path& path) const {
    const auto lines = lines_of(path);
    if (!lines) return {};
    const std::string_view text = parsed_->text;
    return comments_in(text, {comments_begin(text, lines->begin), lines->begin});
}

Document Document::without(const Path& path) const {
    const toml::node* node = find_node(parsed_->root, path);
    if (!node || path.empty()) return *this;
    const Editing editing(*this);
    const bool is_in_brackets = editing.placement.find_holder(path) != nullptr;
    if (is_in_brackets && is_spread(*node)) return without_each_key(path);

    toml::table meant = parsed_->root;
    erase(meant, path);
    prune(editing, meant, path);
    return edited(
        *this, path,
        is_in_brackets ? remove_in_brackets(editing, path) : editing.placement.remove(path), meant);
}

Document Document::without_but_comments(const std::vector<Path>& paths) const {
    const Editing editing(*this);
    toml::table meant = parsed_->root;
    Splices splices;
    std::vector<Path> others;
    for (const Path& path : paths) {
        const Statement* key = editing.placement.find_key(path);
        if (!key) {
            others.push_back(path);
            continue;
        }
        const TextRange lines{line_begin(editing.text, key->bytes.begin),
                              line_end(editing.text, key->bytes.end)};
        std::string kept;
        for (const std::string& comment : comments_in(editing.text, lines))
            kept += indent_of(editing.text, lines.begin) + comment + newline_of(editing.text);
        splices.push_back({lines, std::move(kept)});
        erase(meant, path);
        prune(editing, meant, path);
    }
    Document result = splices.empty() ? *this : edited(*this, paths.front(), splices, meant);
    for (const Path& path : others)
        result = result.without(path);
    return result;
}

// Inside an inline table the dotted keys of one table may stand among others.
Document Document::without_each_key(const Path& table) const {
    Document result = *this;
    for (const auto& [key, node] : *find_node(parsed_->root, table)->as_table()) {
        Path path = table;
        path.emplace_back(std::string(key.str()));
        result = result.without(path);
    }
    return result;
}

Document Document::with_appended(std::string_view name, const Table& fields) const {
    const Path path{std::string(name)};
    toml::table meant = parsed_->root;
    if (!append_table(meant, name, fields)) throw defeated(*this, path);

    const Editing editing(*this);
    const toml::node* array = find_node(parsed_->root, path);
    if (!array)
        return edited(*this, path, {editing.placement.add_first_element(name, fields)}, meant);
    if (is_spread(*array)) {
        const Path last{std::string(name), array->as_array()->size() - 1};
        return edited(*this, path, {editing.placement.add_element(last, fields)}, meant);
    }
    const Brackets brackets = brackets_of(editing.text, editing.layout, *array);
    const LineStyle style{newline_of(editing.text), indent_of(editing.text, brackets.bytes.begin)};
    return edited(*this, path, append_element(editing.text, brackets, write_value(fields, style)),
                  meant);
}

Document Document::with_all_appended(std::string_view name,
                                     const std::vector<Table>& elements) const {
    if (elements.empty()) return *this;
    Document result = with_appended(name, elements.front());
    const toml::array& array = *result.parsed_->root.get_as<toml::array>(name);
    if (!is_spread(array)) {
        for (std::size_t i = 1; i < elements.size(); ++i)
            result = result.with_appended(name, elements[i]);
        return result;
    }
    const Editing editing(result);
    const Path last{std::string(name), array.size() - 1};
    toml::table meant = result.parsed_->root;
    Splices splices;
    for (std::size_t i = 1; i < elements.size(); ++i) {
        append_table(meant, name, elements[i]);
        splices.push_back(editing.placement.add_element(last, elements[i]));
    }
    return edited(result, last, std::move(splices), meant);
}

} // namespace mentor
