// SPDX-License-Identifier: MIT
//
// The blocks that pages and replies are mostly made of, so that whoever says something counts no
// braces. Knows neither the domain nor a face.
#pragma once

#include "report/report.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>

namespace mentor {

Paragraph sentence(std::string words, Style style = Style::plain);
Paragraph sentence_of_one_line(const std::string& words);

// The same with values in it, whose lines don't begin one here: sentence("Asked: {}", question).
template<class... Values>
requires(sizeof...(Values) > 0) Paragraph
    sentence(fmt::format_string<Values...> words, Values&&... values) {
    return sentence_of_one_line(fmt::format(words, std::forward<Values>(values)...));
}

// A sentence that ends in something to type: "After you meet: mentor log ada".
Paragraph suggestion(const std::string& words, const std::string& command);

Paragraph indented(Paragraph paragraph, int columns = 2);

// Two columns in, below a sentence or a heading; its columns have no titles.
Grid plain_grid(std::size_t columns = 2);

// "they promised   the slides": a row of such a grid.
Row row(std::string label, std::string words, Style of_label = Style::quiet);
Row row(std::string label, Text text, Style of_label = Style::quiet);

} // namespace mentor
