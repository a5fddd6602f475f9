// SPDX-License-Identifier: MIT
#include "report/pages/manual/manual_page.hpp"

#include "core/text.hpp"
#include "report/pages/manual/mdoc.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace mentor {
namespace {

constexpr int step = 4; // columns that the text of an item stands in
constexpr std::size_t readable = 76;

Paragraph paragraph(Text text, int indent) {
    return {std::move(text), indent, readable};
}

// "Sh" of ".Sh NAME"; "" for a line of text.
std::string_view macro_of(std::string_view line) {
    if (!line.starts_with('.')) return "";
    return line.substr(1, line.find(' ') - 1);
}

std::vector<std::string> arguments_of(std::string_view line) {
    const auto blank = line.find(' ');
    return mdoc_words(blank == std::string_view::npos ? "" : line.substr(blank));
}

std::string title_of(std::string_view line) {
    return without_escapes(join(arguments_of(line), " "));
}

std::string name_of(std::string_view mdoc) {
    constexpr std::string_view macro = "\n.Nm ";
    const auto at = mdoc.find(macro) + macro.size();
    return std::string(mdoc.substr(at, mdoc.find('\n', at) - at));
}

class Composer {
public:
    explicit Composer(std::string_view mdoc) : text_(name_of(mdoc)) {
        for (const std::string& line : split_lines(mdoc))
            add(line);
        end_paragraph();
    }
    Page take() { return std::move(page_); }

private:
    struct Listing {
        enum class Type { tag, bullet, column };
        Type type;
        bool compact, begun = false;
        bool at_point = false; // an item begins, whose mark is to come
        Grid grid = {};        // of columns
    };

    void add(const std::string& line) {
        const std::string_view macro = macro_of(line);
        if (line.starts_with(".\\\"")) return;
        if (macro == "Ed") {
            is_literal_ = false;
        } else if (is_literal_) {
            page_.push_back(Paragraph{{{without_escapes(line), Style::command}}, indent() + step});
        } else if (macro.empty()) {
            line.empty() ? end_paragraph() : text_.add_text(line);
        } else if (!add_block(macro, line)) {
            text_.add_words(mdoc_words(std::string_view(line).substr(1)));
        }
    }

    // Whether the macro is one that begins or ends a block.
    bool add_block(std::string_view macro, const std::string& line) {
        if (macro == "Dd" || macro == "Dt" || macro == "Os") return true;
        if (macro == "Sh" || macro == "Ss") {
            end_paragraph();
            page_.push_back(Heading{title_of(line), Style::heading, macro == "Sh" ? 2 : 3});
        } else if (macro == "Nd") {
            text_.add_text("– " + join(arguments_of(line), " "));
        } else if (macro == "Pp" || macro == "Rs") {
            end_paragraph();
            page_.push_back(Blank{});
        } else if (macro == "Dl") {
            end_paragraph();
            text_.add_words(arguments_of(line));
            page_.push_back(Paragraph{text_.take(), indent() + step});
        } else if (macro == "Bd") {
            end_paragraph();
            is_literal_ = true;
        } else if (macro == "Re") {
            text_.add_words({"."});
        } else if (macro.starts_with('%')) { // a part of a reference
            if (!text_.empty()) text_.add_words({","});
            text_.add_text(join(arguments_of(line), " "));
        } else {
            return add_list(macro, line);
        }
        return true;
    }

    bool add_list(std::string_view macro, const std::string& line) {
        if (macro == "Bl") {
            end_paragraph();
            const auto arguments = arguments_of(line);
            const bool compact = std::ranges::find(arguments, "-compact") != arguments.end();
            using Type = Listing::Type;
            lists_.push_back({arguments.front() == "-tag"      ? Type::tag
                              : arguments.front() == "-bullet" ? Type::bullet
                                                               : Type::column,
                              compact});
        } else if (macro == "It") {
            end_paragraph();
            begin_item(arguments_of(line));
        } else if (macro == "El") {
            end_paragraph();
            if (lists_.back().type == Listing::Type::column) {
                page_.push_back(Blank{});
                page_.push_back(std::move(lists_.back().grid));
            }
            lists_.pop_back();
        } else {
            return false;
        }
        return true;
    }

    void begin_item(const std::vector<std::string>& words) {
        Listing& list = lists_.back();
        if (list.type == Listing::Type::column) {
            begin_row(list.grid, words);
        } else {
            if (!list.compact || !list.begun) page_.push_back(Blank{});
            text_.add_words(words);
            if (!text_.empty()) page_.push_back(Paragraph{text_.take(), indent() - step});
            list.at_point = list.type == Listing::Type::bullet;
        }
        list.begun = true;
    }

    // All but the last cell, which the lines below may go on with.
    void begin_row(Grid& grid, const std::vector<std::string>& words) {
        Row& row = grid.rows.emplace_back();
        auto begin = words.begin();
        for (auto end = begin; (end = std::find(begin, words.end(), "Ta")) != words.end();
             begin = end + 1) {
            text_.add_words({begin, end});
            row.push_back(text_.take());
        }
        text_.add_words({begin, words.end()});
        grid.columns.resize(std::max(grid.columns.size(), row.size() + 1));
        grid.indent = indent() + 2;
    }

    void end_paragraph() {
        if (text_.empty()) return;
        if (lists_.empty()) {
            page_.push_back(paragraph(text_.take(), 0));
        } else if (Listing& list = lists_.back(); list.type == Listing::Type::column) {
            list.grid.rows.back().push_back(text_.take());
        } else if (list.at_point) {
            page_.push_back(Bullet{"•", text_.take(), indent() - 2});
            list.at_point = false;
        } else {
            page_.push_back(paragraph(text_.take(), indent()));
        }
    }

    int indent() const {
        return step * static_cast<int>(std::ranges::count_if(lists_, [](const Listing& list) {
                   return list.type != Listing::Type::column;
               }));
    }

    MdocText text_;
    Page page_;
    std::vector<Listing> lists_;
    bool is_literal_ = false;
};

std::string plain(const Text& text) {
    std::string words;
    for (const Run& run : text)
        words += run.text;
    return words;
}

// "Ic due , done Pq date" names the keys due and done, and "Bq Cm cadence" names cadence.
bool names(std::vector<std::string> words, std::string_view key) {
    if (words.size() > 2 && words[0] == "Bq") words.erase(words.begin());
    if (words.empty() || (words[0] != "Ic" && words[0] != "Cm")) return false;
    const auto end = std::ranges::find_if(
        words, [](const std::string& word) { return word == "Pq" || word == "Li"; });
    return std::find(words.begin() + 1, end, key) != end;
}

// The text from `line` on, to where a paragraph, a list or an item begins or ends.
std::string first_paragraph(const std::vector<std::string>& lines, std::size_t line,
                            const std::string& page) {
    MdocText text(page);
    for (; line < lines.size(); ++line) {
        const std::string_view macro = macro_of(lines[line]);
        if (macro == "It" || macro == "El" || macro == "Bl" || macro == "Pp" || macro == "Bd" ||
            macro == "Dl")
            break;
        if (macro.empty())
            text.add_text(lines[line]);
        else
            text.add_words(mdoc_words(std::string_view(lines[line]).substr(1)));
    }
    return plain(text.take());
}

} // namespace

Page manual_page(std::string_view mdoc) {
    return Composer(mdoc).take();
}

std::string manual_entry(std::string_view mdoc, std::string_view section, std::string_view key) {
    const auto lines = split_lines(mdoc);
    bool is_inside = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view macro = macro_of(lines[i]);
        if (macro == "Sh" || macro == "Ss") is_inside = title_of(lines[i]).starts_with(section);
        if (is_inside && macro == "It" && names(arguments_of(lines[i]), key))
            return first_paragraph(lines, i + 1, name_of(mdoc));
    }
    return "";
}

std::string manual_title(std::string_view mdoc, std::string_view section) {
    constexpr std::string_view dash = " – ";
    for (const std::string& line : split_lines(mdoc)) {
        if (macro_of(line) != "Ss") continue;
        const std::string title = title_of(line);
        if (title.starts_with(section) &&
            std::string_view(title).substr(section.size()).starts_with(dash))
            return title.substr(section.size() + dash.size());
    }
    return "";
}

} // namespace mentor
