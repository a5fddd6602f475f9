// SPDX-License-Identifier: MIT
#include "report/blocks.hpp"

#include "core/text.hpp"

#include <vector>

namespace mentor {

Paragraph sentence(std::string words, Style style) {
    return {{{std::move(words), style}}};
}

Paragraph sentence_of_one_line(const std::string& words) {
    return sentence(words.find('\n') == std::string::npos ? words : one_line(words));
}

Paragraph suggestion(const std::string& words, const std::string& command) {
    return {{{words + " "}, {command, Style::command}}};
}

Paragraph indented(Paragraph paragraph, int columns) {
    paragraph.indent = columns;
    return paragraph;
}

Grid plain_grid(std::size_t columns) {
    return {.columns = std::vector<Column>(columns), .indent = 2};
}

Row row(std::string label, std::string words, Style of_label) {
    Text text;
    text.push_back({std::move(words)});
    return row(std::move(label), std::move(text), of_label);
}

Row row(std::string label, Text text, Style of_label) {
    // Braces would copy each text: they make a list, and nothing can be moved out of one.
    Row made(2);
    made[0].push_back({std::move(label), of_label});
    made[1] = std::move(text);
    return made;
}

} // namespace mentor
