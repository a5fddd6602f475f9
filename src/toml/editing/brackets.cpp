// SPDX-License-Identifier: MIT
#include "toml/editing/brackets.hpp"

#include <algorithm>

namespace mentor {
namespace {

// Past white space, line ends and comments, which is all that can stand between an item and its
// comma.
std::size_t skip_filling(std::string_view text, std::size_t at) {
    for (;;) {
        at = text.find_first_not_of(" \t\r\n", at);
        if (text[at] != '#') return at;
        at = line_end(text, at);
    }
}

// The comma behind the item, or `none`.
constexpr std::size_t none = std::string_view::npos;
std::size_t comma_behind(std::string_view text, TextRange item) {
    const std::size_t at = skip_filling(text, item.end);
    return text[at] == ',' ? at : none;
}

bool begins_its_line(std::string_view text, std::size_t at) {
    return skip_blanks(text, line_begin(text, at)) == at;
}

bool ends_its_line(std::string_view text, std::size_t at) {
    return is_blank_from(text, at) || is_comment_from(text, at);
}

// `end` is behind the item and, where it has one on the same line, its comma.
bool has_own_lines(std::string_view text, TextRange item, std::size_t end) {
    return begins_its_line(text, item.begin) && ends_its_line(text, end);
}

bool overlap(TextRange left, TextRange right) {
    return left.begin < right.end && right.begin < left.end;
}

// The values that `node` is or, where dotted keys make it, consists of.
void collect_values(const Layout& layout, const toml::node& node, std::vector<TextRange>& values) {
    if (!is_spread(node))
        values.push_back(layout.bytes_of(node));
    else
        for (const auto& [key, field] : *node.as_table())
            collect_values(layout, field, values);
}

void collect_children(const Layout& layout, const toml::node& container,
                      std::vector<TextRange>& values) {
    if (const toml::array* array = container.as_array())
        for (const toml::node& element : *array)
            collect_values(layout, element, values);
    else
        for (const auto& [key, field] : *container.as_table())
            collect_values(layout, field, values);
}

Splice remove_with_comma(std::string_view text, TextRange item, std::size_t comma) {
    const std::size_t next = skip_blanks(text, comma + 1);
    const bool is_last_on_line = text[next] == ']' || ends_its_line(text, next);
    if (is_last_on_line) return {{skip_blanks_back(text, item.begin), comma + 1}, ""};
    return {{item.begin, next}, ""};
}

Splice remove_last(std::string_view text, const Brackets& brackets, std::size_t index) {
    const TextRange item = brackets.items[index];
    if (index == 0) return {{item.begin, skip_blanks(text, item.end)}, ""};
    const std::size_t before = brackets.items[index - 1].end;
    const bool is_simple =
        text.substr(before, item.begin - before).find_first_not_of(" \t,") == none;
    return {{is_simple ? before : skip_blanks_back(text, item.begin), item.end}, ""};
}

} // namespace

Brackets brackets_of(std::string_view text, const Layout& layout, const toml::node& container) {
    Brackets brackets{layout.bytes_of(container), {}};
    collect_children(layout, container, brackets.items);
    std::sort(brackets.items.begin(), brackets.items.end(),
              [](TextRange left, TextRange right) { return left.begin < right.begin; });
    if (container.is_table()) {
        std::size_t behind = brackets.bytes.begin + 1;
        for (TextRange& item : brackets.items) {
            item.begin = skip_blanks(text, behind);
            behind = skip_blanks(text, item.end) + 1;
        }
    }
    return brackets;
}

std::size_t last_item_of(const Brackets& brackets, const Layout& layout, const toml::node& node) {
    std::vector<TextRange> values;
    collect_values(layout, node, values);
    std::size_t last = 0;
    for (std::size_t index = 0; index < brackets.items.size(); ++index)
        for (const TextRange value : values)
            if (overlap(value, brackets.items[index])) last = index;
    return last;
}

Splices insert_field(std::string_view text, const Brackets& table, std::size_t after,
                     const std::string& item) {
    if (!table.items.empty()) {
        const std::size_t at = table.items[after].end;
        return {{{at, at}, ", " + item}};
    }
    const std::size_t inside = table.bytes.begin + 1;
    if (text[inside] == ' ') return {{{inside + 1, inside + 1}, item + " "}};
    return {{{inside, inside}, " " + item + " "}};
}

// A comment behind the last element speaks of that element, so a new line goes below it.
Splices append_element(std::string_view text, const Brackets& array, const std::string& element) {
    if (array.items.empty()) {
        const std::size_t inside = array.bytes.begin + 1;
        if (text[inside] == ' ') return {{{inside + 1, inside + 1}, element + " "}};
        return {{{inside, inside}, element}};
    }
    const TextRange last = array.items.back();
    const std::size_t comma = comma_behind(text, last);
    const bool has_comma_on_line = comma != none && comma < line_end(text, last.end);
    if (!has_own_lines(text, last, has_comma_on_line ? comma + 1 : last.end))
        return {{{last.end, last.end}, ", " + element}};

    const std::size_t below = line_end(text, last.end);
    const std::string line = indent_of(text, last.begin) + element;
    const std::string newline = newline_of(text);
    if (has_comma_on_line) return {{{below, below}, line + "," + newline}};
    if (comma == none) return {{{last.end, last.end}, ","}, {{below, below}, line + newline}};
    return {{{last.end, last.end}, ", " + element}};
}

Splices insert_element(std::string_view text, const Brackets& array, std::size_t in_front_of,
                       const std::string& element) {
    const std::size_t at = array.items[in_front_of].begin;
    if (!begins_its_line(text, at)) return {{{at, at}, element + ", "}};
    return {{{at, at}, element + "," + newline_of(text) + indent_of(text, at)}};
}

Splices remove_item(std::string_view text, const Brackets& brackets, std::size_t index) {
    const TextRange item = brackets.items[index];
    const std::size_t comma = comma_behind(text, item);
    const bool has_comma_on_line = comma != none && comma < line_end(text, item.end);
    const bool is_free_of_comma = comma == none || has_comma_on_line;
    if (is_free_of_comma && has_own_lines(text, item, has_comma_on_line ? comma + 1 : item.end))
        return {{{line_begin(text, item.begin), line_end(text, item.end)}, ""}};
    if (comma == none) return {remove_last(text, brackets, index)};
    if (has_comma_on_line) return {remove_with_comma(text, item, comma)};
    return {{item, ""}, {{comma, comma + 1}, ""}};
}

} // namespace mentor
