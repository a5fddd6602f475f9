// SPDX-License-Identifier: MIT
#include "report/faces/terminal/terminal_face.hpp"

#include "core/width/columns.hpp"
#include "report/faces/charts.hpp"
#include "report/faces/styled_text.hpp"
#include "report/faces/terminal/grid.hpp"
#include "report/faces/terminal/grid_rows.hpp"

#include <algorithm>
#include <span>

namespace mentor {
namespace {

constexpr std::size_t narrow_text = 20; // columns beside a label, below which the label goes above

std::string spaces(std::size_t count) {
    return std::string(count, ' ');
}

} // namespace

class Terminal {
public:
    Terminal(const Page& page, const Look& look)
        : look_(look), layouts_(page, look), bar_layouts_(page, look_) {
        for (std::size_t i = 0; i < page.size(); ++i) {
            if (std::holds_alternative<Fact>(page[i]))
                i = show_facts(page, i);
            else
                std::visit([this](const auto& block) { show(block); }, page[i]);
        }
    }

    std::string text() && { return std::move(out_); }
    void reserve(std::size_t bytes) { out_.reserve(bytes); }

    void show(const Heading& heading) {
        gap();
        close_gap();
        const Text text = prepared_cell({{heading.text, heading.style}});
        for (const Text& words : wrap(text, room(0)))
            line(painted_heading(words, look_.codes));
        if (heading.level == 1) gap();
    }

    void show(const Paragraph& paragraph) {
        const auto indent = static_cast<std::size_t>(paragraph.indent);
        hanging(spaces(indent), indent, prepared(paragraph.text), paragraph.measure);
    }

    // A paragraph as it is, where nothing wraps and nothing has to be made visible; else nothing.
    bool show_plain(std::span<const RunView> text, int indent) {
        if (look_.columns != 0 || text.empty() || !is_plain_line(text)) return false;
        close_gap();
        out_.append(static_cast<std::size_t>(indent), ' ');
        for (const RunView& run : text)
            append_in_code(out_, look_.codes[run.style], run.text);
        out_ += '\n';
        return true;
    }

    std::string* plain_lines() {
        if (look_.columns != 0 || !look_.codes.are_empty()) return nullptr;
        close_gap();
        return &out_;
    }

private:
    void line(const std::string& content) {
        out_ += content;
        out_ += '\n';
    }

    // One empty line at the most, and none at the top of the page.
    void gap() { gap_ = !out_.empty(); }
    void close_gap() {
        if (gap_) out_ += '\n';
        gap_ = false;
    }

    // The columns that are left beside `used`; 0: as many as it takes.
    std::size_t room(std::size_t used, std::size_t measure = 0) const {
        std::size_t columns = look_.columns;
        if (measure != 0) columns = columns == 0 ? measure : std::min(columns, measure);
        return columns == 0 ? 0 : std::max(columns, used + 1) - used;
    }

    // `body` beside `first`, which takes `hang` columns; further lines hang below the body.
    void hanging(const std::string& first, std::size_t hang, Text body, std::size_t measure = 0) {
        close_gap();
        std::string before = first;
        for (const Text& words : wrap(std::move(body), room(hang, measure))) {
            out_ += words.empty() ? trim_end(before) : before;
            append_painted(out_, words, look_.codes);
            out_ += '\n';
            before = spaces(hang);
        }
    }

    static std::string trim_end(std::string text) {
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    }

    void show(const Bullet& bullet) {
        const std::string first =
            spaces(static_cast<std::size_t>(bullet.indent)) + bullet.mark + " ";
        hanging(first, width(first), prepared(bullet.text));
    }

    void show(const Bars& bars) {
        const BarLayout layout = bar_layouts_.of(bars);
        const double most = most_of(bars);
        for (const Bar& bar : bars.bars) {
            const Run drawn{drawn_bar(share_of(bar, most), layout.bar, look_.blocks), bars.style};
            if (layout.stacked)
                show_below(prepared_cell(bar.label), drawn, prepared_cell(bar.figure), layout);
            else
                show_beside(prepared_cell(bar.label), drawn, prepared_cell(bar.figure), layout);
        }
    }

    // As wide as the longest bar, and what is between it and the figure.
    std::string padded(const Run& bar, const BarLayout& layout) const {
        return painted({bar}, look_.codes) + spaces(layout.bar - width(bar.text) + grid_gap);
    }

    void show_beside(const Text& label, const Run& bar, const Text& figure,
                     const BarLayout& layout) {
        const Text shown = look_.cuts ? shortened(label, layout.label, look_.ellipsis()) : label;
        const std::size_t rest = layout.label - std::min(layout.label, width(shown));
        hanging(spaces(chart_indent) + painted(shown, look_.codes) + spaces(rest + grid_gap) +
                    padded(bar, layout),
                chart_indent + layout.label + layout.bar + 2 * grid_gap, figure);
    }

    void show_below(const Text& label, const Run& bar, const Text& figure,
                    const BarLayout& layout) {
        constexpr std::size_t indent = chart_indent + 2;
        hanging(spaces(chart_indent), chart_indent, label);
        const std::size_t hang = indent + layout.bar + grid_gap;
        if (room(hang) >= narrow_text)
            return hanging(spaces(indent) + padded(bar, layout), hang, figure);
        if (!bar.text.empty()) line(spaces(indent) + painted({bar}, look_.codes));
        hanging(spaces(indent), indent, figure);
    }

    void show(const Weeks& weeks) {
        close_gap();
        const auto [lines, legend] = drawn(weeks, look_);
        for (const Text& words : lines)
            hanging(spaces(chart_indent), chart_indent, words);
        hanging(spaces(chart_indent), chart_indent, legend);
    }

    void show(const Tree& tree) {
        close_gap();
        const auto branches = branches_of(tree, look_);
        for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
            const auto& [first, rest] = branches[i];
            const std::size_t hang = chart_indent + width(first);
            std::string before = first;
            for (const Text& words : wrap(prepared_cell(tree.nodes[i].text), room(hang))) {
                line(spaces(chart_indent) + before + painted(words, look_.codes));
                before = rest;
            }
        }
    }

    void show(const Blank&) { gap(); }
    void show(const Fact&) {} // show_facts

    Text label_of(const Fact& fact) const { return prepared_cell({{fact.label, Style::quiet}}); }

    // Neighbours with the same indent are shown together; gives the position of the last of them.
    std::size_t show_facts(const Page& page, std::size_t begin) {
        const int indent = std::get<Fact>(page[begin]).indent;
        std::size_t label_width = 0;
        std::size_t end = begin;
        for (; end < page.size(); ++end) {
            const Fact* fact = std::get_if<Fact>(&page[end]);
            if (!fact || fact->indent != indent) break;
            label_width = std::max(label_width, width(label_of(*fact)));
        }
        for (std::size_t i = begin; i < end; ++i) {
            show_fact(std::get<Fact>(page[i]), label_width);
        }
        return end - 1;
    }

    void show_fact(const Fact& fact, std::size_t label_width) {
        const auto indent = static_cast<std::size_t>(fact.indent);
        const std::size_t hang = indent + label_width + grid_gap;
        const Text label = label_of(fact);
        const Text text = prepared(fact.text);
        const auto show_text = [&](const std::string& first, std::size_t columns) {
            if (fact.lists)
                show_items(first, columns, text);
            else
                hanging(first, columns, text);
        };
        if (look_.columns != 0 && room(hang) < narrow_text) {
            hanging(spaces(indent), indent, label);
            show_text(spaces(indent + 2), indent + 2);
        } else {
            show_text(spaces(indent) + painted(label, look_.codes) +
                          spaces(hang - indent - width(label)),
                      hang);
        }
    }

    // Each line of `text` beside `first`, which takes `hang` columns; what wraps stands two further
    // in, so that one sees where an item begins.
    void show_items(const std::string& first, std::size_t hang, const Text& text) {
        constexpr std::size_t step = 2;
        std::string before = first;
        for (const Text& item : wrap(text, 0)) {
            const bool fits = width(item) <= room(hang);
            for (const Text& words : wrap(item, fits ? 0 : room(hang + step))) {
                close_gap();
                line(before + painted(words, look_.codes));
                before = spaces(hang + step);
            }
            before = spaces(hang);
        }
    }

    void show(const Grid& grid) {
        if (grid.columns.empty() || grid.rows.empty()) return;
        close_gap();
        const GridLayout& layout = layouts_.of(grid);
        if (layout.stacked) {
            for (const auto& row : grid.rows)
                show_stacked(grid, row);
            return;
        }
        append_rows(out_, grid, layout, look_);
    }

    void show_stacked(const Grid& grid, const std::vector<Text>& row) {
        auto indent = static_cast<std::size_t>(grid.indent);
        for (std::size_t i = 0; i < std::min(row.size(), grid.columns.size()); ++i) {
            Text cell = prepared_cell(row[i]);
            // What has no name of its own belongs to the one above.
            const std::size_t here = std::exchange(indent, i == 0 ? indent + 2 : indent);
            if (plain(cell).empty()) continue;
            // Blanks that align a name with its neighbours have none to align with here.
            std::string& begin = cell.front().text;
            begin.erase(0, begin.find_first_not_of(' '));
            const std::string& title = grid.columns[i].title;
            if (i > 0 && !title.empty()) cell.insert(cell.begin(), {title + ": ", Style::quiet});
            hanging(spaces(here), here, cell);
        }
    }

    Look look_;
    GridLayouts layouts_;
    BarLayouts bar_layouts_;
    std::string out_;
    bool gap_ = false;
};

std::string to_terminal(const Page& page, const Look& look) {
    return Terminal(page, look).text();
}

TerminalSink::TerminalSink(const Look& look) : terminal_(std::make_unique<Terminal>(Page(), look)) {
    constexpr std::size_t usual_size = 16 << 10; // of a page that comes block by block
    terminal_->reserve(usual_size);
}
TerminalSink::~TerminalSink() = default;

void TerminalSink::take(const Heading& heading) {
    terminal_->show(heading);
}
void TerminalSink::take(std::span<const RunView> text, int indent) {
    if (!terminal_->show_plain(text, indent)) terminal_->show(paragraph_of(text, indent));
}

std::string* TerminalSink::plain_lines() {
    return terminal_->plain_lines();
}

std::string TerminalSink::text() && {
    return std::move(*terminal_).text();
}

} // namespace mentor
