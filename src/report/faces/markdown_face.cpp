// SPDX-License-Identifier: MIT
#include "report/faces/markdown_face.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"
#include "report/faces/charts.hpp"
#include "report/faces/styled_text.hpp"

#include <algorithm>

namespace mentor {
namespace {

// Terminal pages set what belongs to a heading two columns in; in Markdown that is the margin.
constexpr int margin = 2;

// An underscore within a word is no emphasis, and stays readable in links and names.
bool is_special(std::string_view text, std::size_t at) {
    constexpr std::string_view always = "\\`*[]<|~";
    const char c = text[at];
    const bool letter_before = at > 0 && is_alphanumeric(text[at - 1]);
    const bool letter_after = at + 1 < text.size() && is_alphanumeric(text[at + 1]);
    if (c == '_') return !(letter_before && letter_after);
    if (c == '&') return letter_after || (at + 1 < text.size() && text[at + 1] == '#');
    return always.find(c) != std::string_view::npos;
}

std::string escaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_special(text, i)) result += '\\';
        result += text[i];
    }
    return result;
}

// The marks that mean something only where a line begins: headings, lists, quotes.
std::string with_plain_start(std::string line) {
    if (line.empty()) return line;
    if (std::string_view("#-+>=").find(line.front()) != std::string_view::npos) return "\\" + line;
    const std::size_t digits = line.find_first_not_of("0123456789");
    if (digits != 0 && digits != std::string::npos &&
        (line[digits] == '.' || line[digits] == ')')) {
        line.insert(digits, "\\");
    }
    return line;
}

std::string inline_of(const Text& text) {
    std::string result;
    for (const Run& run : text) {
        const bool bold = run.style == Style::strong || run.style == Style::name ||
                          run.style == Style::command || run.style == Style::found;
        const std::string words = trim(run.text);
        if (!bold || words.empty()) {
            result += escaped(run.text);
            continue;
        }
        // The asterisks must touch the words, or they are asterisks.
        const std::size_t begin = run.text.find(words);
        result += run.text.substr(0, begin) + "**" + escaped(words) + "**" +
                  run.text.substr(begin + words.size());
    }
    return result;
}

std::string cell_of(const Text& text) {
    return trim(inline_of(prepared_cell(text)));
}

// A text of several lines keeps them: a backslash at the end of a line is Markdown's line break.
std::string lines_of(const Text& text, const std::string& indent) {
    std::vector<std::string> lines;
    for (const Text& line : wrap(prepared(text), 0)) {
        lines.push_back(with_plain_start(trim(inline_of(line))));
    }
    std::string result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool breaks = i + 1 < lines.size() && !lines[i].empty() && !lines[i + 1].empty();
        if (i > 0 && !lines[i].empty()) result += indent;
        result += lines[i] + (breaks ? "\\\n" : "\n");
    }
    return result;
}

std::string indentation(int indent) {
    return std::string(static_cast<std::size_t>(std::max(indent - margin, 0)), ' ');
}

std::string table_row(const std::vector<std::string>& cells) {
    std::string result = "|";
    for (const std::string& cell : cells)
        result += " " + cell + " |";
    return result + "\n";
}

class Markdown {
public:
    explicit Markdown(const Page& page) {
        for (const Block& block : page) {
            std::visit([this](const auto& each) { show(each); }, block);
        }
    }

    std::string text() && { return std::move(out_); }

private:
    enum class Kind { none, list, other };

    // Lists hang together; anything else stands between empty lines.
    void begin(Kind kind) {
        if (!out_.empty() && !(kind == Kind::list && before_ == Kind::list)) out_ += '\n';
        before_ = kind;
    }

    void item(int indent, const std::string& words) {
        begin(Kind::list);
        out_ += indentation(indent) + "- " + words;
    }

    void show(const Heading& heading) {
        begin(Kind::other);
        out_ += std::string(static_cast<std::size_t>(heading.level), '#') + " " +
                cell_of({{heading.text, Style::plain}}) + "\n";
    }

    void show(const Paragraph& paragraph) {
        const bool in_list = before_ == Kind::list && paragraph.indent > margin;
        const std::string indent = in_list ? indentation(paragraph.indent) : "";
        begin(Kind::other);
        if (in_list) before_ = Kind::list;
        out_ += indent + lines_of(paragraph.text, indent);
    }

    void show(const Bullet& bullet) {
        const std::string mark = bullet.mark == "-" ? "" : bullet.mark + " ";
        const std::string indent = indentation(bullet.indent) + "  ";
        item(bullet.indent, mark + lines_of(bullet.text, indent));
    }

    void show(const Fact& fact) {
        const Text label{{fact.label + ":", Style::strong}};
        const std::vector<Text> lines = wrap(prepared(fact.text), 0);
        if (fact.lists && lines.size() > 1) {
            item(fact.indent, lines_of(label, ""));
            for (const Text& each : lines)
                item(fact.indent + 2, lines_of(each, ""));
            return;
        }
        Text text = label;
        text.push_back({" "});
        text.insert(text.end(), fact.text.begin(), fact.text.end());
        item(fact.indent, lines_of(text, indentation(fact.indent) + "  "));
    }

    void show(const Blank&) {
        if (before_ == Kind::list) before_ = Kind::other;
    }

    // A grid without titles is no table in Markdown, which wants a head; its rows are a list.
    void show(const Grid& grid) {
        if (grid.rows.empty()) return;
        std::vector<std::string> titles, rules;
        bool titled = false;
        for (const Column& column : grid.columns) {
            titles.push_back(escaped(column.title));
            rules.push_back(column.align == Align::right ? "---:" : "---");
            titled = titled || !column.title.empty();
        }
        if (!titled) {
            for (const auto& row : grid.rows)
                show_as_item(row, grid.indent);
            return;
        }
        begin(Kind::other);
        out_ += table_row(titles) + table_row(rules);
        for (const auto& row : grid.rows) {
            std::vector<std::string> cells(grid.columns.size());
            for (std::size_t i = 0; i < std::min(row.size(), cells.size()); ++i) {
                cells[i] = cell_of(row[i]);
            }
            out_ += table_row(cells);
        }
    }

    void show(const Bars& bars) {
        for (const Bar& bar : bars.bars)
            show_as_item({bar.label, bar.figure}, margin);
    }

    void show(const Weeks& weeks) {
        begin(Kind::other);
        const auto [lines, legend] = drawn(weeks, {});
        out_ += "```\n";
        for (const Text& words : lines)
            out_ += plain(words) + "\n";
        out_ += "```\n\n" + cell_of(legend) + "\n";
    }

    void show(const Tree& tree) {
        for (const Tree::Node& node : tree.nodes)
            item(margin + 2 * static_cast<int>(node.depth),
                 with_plain_start(cell_of(node.text)) + "\n");
    }

    void show_as_item(const std::vector<Text>& row, int indent) {
        std::vector<std::string> cells;
        for (const Text& text : row) {
            if (std::string cell = cell_of(text); !cell.empty()) cells.push_back(std::move(cell));
        }
        item(indent, with_plain_start(join(cells, " · ")) + "\n");
    }

    std::string out_;
    Kind before_ = Kind::none;
};

} // namespace

std::string to_markdown(const Page& page) {
    return Markdown(page).text();
}

} // namespace mentor
