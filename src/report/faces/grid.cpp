// SPDX-License-Identifier: MIT
#include "report/faces/grid.hpp"

#include "core/text.hpp"
#include "report/faces/runs.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace mentor {
namespace {

constexpr std::size_t narrow_window = 60; // columns, below which a grid that doesn't fit is stacked
constexpr std::size_t widest_in_pipe = 60; // columns, beyond which a longer cell stands out of line
constexpr std::size_t narrow_column = 16;  // a column of wrapped text below this is hard to read

using Widths = std::vector<std::size_t>;

// The width that each cell would like to have: all grids of one kind on a page, row by row.
struct Wishes {
    Widths widest;
    std::vector<Widths> rows;
    std::optional<std::size_t> cut; // the column that gives way

    void add(const Grid& grid) {
        const auto cuts = std::ranges::find_if(grid.columns, &Column::cuts);
        if (cuts != grid.columns.end()) cut = static_cast<std::size_t>(cuts - grid.columns.begin());
        Widths titles;
        for (const Column& column : grid.columns)
            titles.push_back(width(column.title));
        add(titles);
        for (const Row& row : grid.rows) {
            Widths cells(titles.size());
            for (std::size_t i = 0; i < std::min(row.size(), cells.size()); ++i) {
                cells[i] = width(prepared_cell(row[i]));
            }
            add(cells);
            rows.push_back(std::move(cells));
        }
    }

private:
    void add(const Widths& cells) {
        widest.resize(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            widest[i] = std::max(widest[i], cells[i]);
    }
};

// Where to part `room` between the last two columns, so that most rows fit without folding; 0, so
// that every row folds, where most would have to: a page that changes its mind with each row is
// restless.
std::size_t best_split(const std::vector<Widths>& rows, std::size_t room) {
    std::size_t best = 0, most = 0;
    for (std::size_t split = narrow_column; split + grid_gap < room; ++split) {
        const auto fits = [&](const Widths& cells) {
            return cells[cells.size() - 2] <= split && cells.back() + grid_gap + split <= room;
        };
        const auto count = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), fits));
        if (count > most) {
            most = count;
            best = split;
        }
    }
    return 2 * most < rows.size() ? 0 : best;
}

GridLayout layout_of(const Wishes& wishes, std::size_t indent, bool folds, const Look& look) {
    const Widths& natural = wishes.widest;
    const std::size_t around = indent + grid_gap * (natural.size() - 1);
    const std::size_t total = std::accumulate(natural.begin(), natural.end(), around);
    if (look.columns == 0 && folds && natural.size() > 1) {
        // In a pipe nothing is cut; but one long row mustn't push away what follows in all others.
        Widths widths = natural;
        widths.end()[-2] = std::min(widths.end()[-2], widest_in_pipe);
        return {widths};
    }
    if (look.columns == 0 || total <= look.columns) return {natural};
    if (look.columns < narrow_window || look.columns <= around) return {natural, 0, true};
    if (wishes.cut) {
        Widths widths = natural;
        std::size_t& width = widths[*wishes.cut];
        const std::size_t over = total - look.columns;
        if (width < over + narrow_column) return {natural, 0, true};
        width -= over;
        return {widths};
    }

    GridLayout layout{fitted(natural, look.columns - around)};
    if (folds && natural.size() > 2) {
        const std::size_t before = std::accumulate(natural.begin(), natural.end() - 2, indent) +
                                   grid_gap * (natural.size() - 2);
        const std::size_t room = look.columns > before ? look.columns - before : 0;
        if (room < narrow_column) return {natural, 0, true};
        layout.widths = natural;
        layout.widths.end()[-2] = best_split(wishes.rows, room);
        layout.widths.back() = room - std::min(room, layout.widths.end()[-2] + grid_gap);
        layout.folded = room;
        return layout;
    }
    for (std::size_t i = 0; i < natural.size(); ++i) {
        if (layout.widths[i] < std::min(natural[i], narrow_column)) layout.stacked = true;
    }
    return layout;
}

} // namespace

GridLayouts::Key GridLayouts::key_of(const Grid& grid) {
    return {grid.indent, grid.columns.size(), grid.names, grid.folds};
}

GridLayouts::GridLayouts(const Page& page, const Look& look) {
    std::map<Key, Wishes> wishes;
    std::map<int, std::size_t> names; // the widest name at an indent, whatever follows it
    for (const Block& block : page) {
        const Grid* grid = std::get_if<Grid>(&block);
        if (!grid || grid->columns.empty()) continue;
        Wishes& all = wishes[key_of(*grid)];
        all.add(*grid);
        std::size_t& widest = names[grid->indent];
        if (grid->names) widest = std::max(widest, all.widest.front());
    }
    for (auto& [key, all] : wishes) {
        const auto& [indent, count, named, folds] = key;
        if (named && count > 1) all.widest.front() = names[indent];
        layouts_[key] = layout_of(all, static_cast<std::size_t>(indent), folds, look);
    }
}

const GridLayout& GridLayouts::of(const Grid& grid) const {
    return layouts_.at(key_of(grid));
}

std::vector<std::size_t> fitted(std::vector<std::size_t> widths, std::size_t available) {
    std::vector<std::size_t> order(widths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::size_t& column = widths[order[i]];
        column = std::min(column, available / (order.size() - i));
        available -= column;
    }
    return widths;
}

} // namespace mentor
