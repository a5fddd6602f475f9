// SPDX-License-Identifier: MIT
#include "report/faces/terminal/grid_rows.hpp"

#include "core/parallel.hpp"
#include "report/faces/styled_text.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace mentor {
namespace {

using Cell = std::vector<Text>; // its lines

class Rows {
public:
    Rows(std::string& out, const Grid& grid, const GridLayout& layout, const Look& look)
        : out_(out), grid_(grid), layout_(layout), look_(look) {}

    void add(const Row& row) {
        const Text nothing;
        if (is_one_line(row)) {
            add_line(
                [&](std::size_t i) -> const Text& { return i < row.size() ? row[i] : nothing; });
            return;
        }
        const std::vector<Cell> cells = cells_of(row);
        std::size_t height = 1;
        for (const Cell& cell : cells)
            height = std::max(height, cell.size());
        for (std::size_t at = 0; at < height; ++at)
            add_line([&](std::size_t i) -> const Text& {
                return at < cells[i].size() ? cells[i][at] : nothing;
            });
    }

private:
    // Where nothing wraps, what is plain is shown as it is.
    bool is_one_line(const Row& row) const {
        return look_.columns == 0 && !look_.cuts && std::ranges::all_of(row, [](const Text& text) {
                   return find_plain_width(text).has_value();
               });
    }

    bool fits(const Row& row) const {
        for (std::size_t i = 0; i < row.size(); ++i)
            if (cell_width(row[i]) > layout_.widths[i]) return false;
        return true;
    }

    // In a row that folds, the lines of the last cell stand below those of the one before, and
    // further in where that is the first.
    std::vector<Cell> cells_of(const Row& row) const {
        std::vector<Cell> cells(layout_.widths.size());
        std::vector<std::size_t> widths = layout_.widths;
        const bool folds = layout_.folded > 0 && !fits(row);
        if (folds) {
            widths.end()[-2] = layout_.folded;
            widths.back() = layout_.folded;
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            Text text = prepared_cell(row[i]);
            if (std::ranges::all_of(text, [](const Run& run) { return run.text.empty(); }))
                continue;
            Cell& cell = cells[folds && i + 1 == row.size() ? i - 1 : i];
            if (grid_.columns[i].cuts && look_.cuts) {
                cell.push_back(shortened(text, widths[i], look_.ellipsis()));
                continue;
            }
            const std::size_t further = folds && i == 1 && row.size() == 2 ? grid_gap : 0;
            for (Text& each : wrap(std::move(text), look_.columns == 0 ? 0 : widths[i] - further)) {
                if (further > 0) each.insert(each.begin(), {std::string(further, ' ')});
                cell.push_back(std::move(each));
            }
        }
        return cells;
    }

    template<class TextAt>
    void add_line(const TextAt& text_at) {
        const std::size_t begin = out_.size();
        std::size_t owed = 0; // spaces that nothing follows yet, so that no line ends in one
        out_.append(static_cast<std::size_t>(grid_.indent), ' ');
        for (std::size_t i = 0; i < layout_.widths.size(); ++i) {
            const Text& text = text_at(i);
            const std::size_t wide = width(text);
            const std::size_t rest = layout_.widths[i] > wide ? layout_.widths[i] - wide : 0;
            const bool right = grid_.columns[i].align == Align::right;
            if (wide > 0) {
                out_.append(owed + (right ? rest : 0), ' ');
                append_painted(out_, text, look_.codes);
                owed = 0;
            }
            owed += grid_gap + (wide > 0 ? (right ? 0 : rest) : layout_.widths[i]);
        }
        while (out_.size() > begin && out_.back() == ' ')
            out_.pop_back();
        out_ += '\n';
    }

    std::string& out_;
    const Grid& grid_;
    const GridLayout& layout_;
    const Look& look_;
};

} // namespace

void append_rows(std::string& out, const Grid& grid, const GridLayout& layout, const Look& look) {
    Row titles;
    for (const Column& column : grid.columns)
        titles.push_back({{column.title, Style::quiet}});
    if (std::ranges::any_of(titles, [](const Text& title) { return width(title) > 0; }))
        Rows(out, grid, layout, look).add(titles);

    // A review of everyone has rows by the hundred thousand: the memory of some thousand is used
    // for the next ones.
    constexpr std::size_t at_once = 4096;
    for (std::size_t done = 0; done < grid.rows.size(); done += at_once) {
        std::map<std::size_t, std::string> parts; // by their first row
        std::mutex guard;
        const auto rows =
            std::span(grid.rows).subspan(done).first(std::min(at_once, grid.rows.size() - done));
        for_each_part(rows.size(), [&](std::size_t begin, std::size_t end) {
            std::string part;
            Rows shown(part, grid, layout, look);
            for (std::size_t at = begin; at < end; ++at)
                shown.add(rows[at]);
            const std::lock_guard lock(guard);
            parts.emplace(begin, std::move(part));
        });
        std::size_t size = 0;
        for (const auto& [first, part] : parts)
            size += part.size();
        if (done == 0) out.reserve(out.size() + size * (grid.rows.size() / rows.size() + 1));
        for (const auto& [first, part] : parts)
            out += part;
    }
}

} // namespace mentor
