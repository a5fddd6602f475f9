// SPDX-License-Identifier: MIT
#include "report/faces/terminal/grid.hpp"

#include "core/parallel.hpp"
#include "core/width/columns.hpp"
#include "report/faces/styled_text.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>

namespace mentor {
namespace {

constexpr std::size_t narrow_window = 60; // columns, below which a grid that doesn't fit is stacked
constexpr std::size_t widest_in_pipe = 60; // columns, beyond which a longer cell stands out of line
constexpr std::size_t widest_usual = 40;   // a name wider than that is one among many
constexpr std::size_t narrow_column = 16;  // a column of wrapped text below this is hard to read

using Widths = std::vector<std::size_t>;

// The width that each cell would like to have: all grids of one kind on a page, column by column.
struct Wishes {
    Widths widest;
    Widths titles;
    std::vector<Widths> columns;    // of each row
    std::optional<std::size_t> cut; // the column that gives way

    void add(const Grid& grid) {
        const auto cuts = std::ranges::find_if(grid.columns, &Column::cuts);
        if (cuts != grid.columns.end()) cut = static_cast<std::size_t>(cuts - grid.columns.begin());
        const std::size_t count = grid.columns.size();
        titles.resize(count);
        widest.resize(count);
        columns.resize(count);
        const std::size_t before = columns.front().size();
        for (Widths& column : columns)
            column.resize(before + grid.rows.size());
        for_each_part(grid.rows.size(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at)
                for (std::size_t i = 0; i < std::min(grid.rows[at].size(), count); ++i)
                    columns[i][before + at] = cell_width(grid.rows[at][i]);
        });
        for (std::size_t i = 0; i < count; ++i) {
            titles[i] = std::max(titles[i], width(grid.columns[i].title));
            widest[i] = std::max(widest[i], titles[i]);
            for (std::size_t at = before; at < columns[i].size(); ++at)
                widest[i] = std::max(widest[i], columns[i][at]);
        }
    }
};

// The width of a column whose longest cells, where they are few, mustn't push away what follows in
// all other rows.
std::size_t usual_width(const Widths& cells) {
    std::size_t widest = 0, usual = 0, wider = 0;
    for (const std::size_t cell : cells) {
        widest = std::max(widest, cell);
        if (cell <= widest_usual) usual = std::max(usual, cell);
        wider += cell > widest_usual ? 1 : 0;
    }
    return 2 * wider > cells.size() ? widest : usual;
}

// Where to part `room` between two columns, so that most rows fit without folding; 0, so that every
// row folds, where most would have to: a page that changes its mind with each row is restless.
std::size_t best_split(const Widths& left, const Widths& right, std::size_t room) {
    std::size_t best = 0, most = 0;
    for (std::size_t split = narrow_column; split + grid_gap < room; ++split) {
        std::size_t count = 0;
        for (std::size_t row = 0; row < left.size(); ++row)
            count += left[row] <= split && right[row] + grid_gap + split <= room ? 1 : 0;
        if (count > most) {
            most = count;
            best = split;
        }
    }
    return 2 * most < left.size() ? 0 : best;
}

// `usual` are those widths in which a few long cells don't count.
GridLayout layout_of(const Wishes& wishes, const Widths& usual, std::size_t indent, bool folds,
                     const Look& look) {
    const Widths& natural = wishes.widest;
    const std::size_t last = natural.size() - 1;
    const std::size_t around = indent + grid_gap * last;
    const std::size_t total = std::accumulate(natural.begin(), natural.end(), around);
    const bool folds_last = folds && last > 0;
    const std::size_t before_text = folds_last ? last - 1 : wishes.cut.value_or(last);
    if (look.columns == 0) {
        // In a pipe nothing is cut, and what is too long stands out of line.
        Widths widths = natural;
        for (std::size_t i = 0; i < before_text; ++i)
            widths[i] = usual[i];
        if (folds_last) widths[before_text] = std::min(widths[before_text], widest_in_pipe);
        return {widths};
    }
    if (total <= look.columns) return {natural};
    if (look.columns < narrow_window || look.columns <= around) return {natural, 0, true};
    Widths narrowed = natural;
    for (std::size_t i = 0; i < before_text; ++i)
        narrowed[i] = std::max(usual[i], std::min(natural[i], narrow_column));
    if (wishes.cut) {
        const std::size_t needed = std::accumulate(narrowed.begin(), narrowed.end(), around);
        const std::size_t over = needed > look.columns ? needed - look.columns : 0;
        std::size_t& width = narrowed[*wishes.cut];
        if (width < over + narrow_column) return {natural, 0, true};
        width -= over;
        return {narrowed};
    }

    GridLayout layout{fitted(natural, look.columns - around)};
    if (folds_last) {
        const std::size_t before = std::accumulate(narrowed.begin(), narrowed.end() - 2, indent) +
                                   grid_gap * (natural.size() - 2);
        const std::size_t room = look.columns > before ? look.columns - before : 0;
        if (room < narrow_column) return {natural, 0, true};
        layout.widths = narrowed;
        layout.widths.end()[-2] = best_split(wishes.columns.end()[-2], wishes.columns.back(), room);
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
    for (const Block& block : page) {
        const Grid* grid = std::get_if<Grid>(&block);
        if (grid && !grid->columns.empty()) wishes[key_of(*grid)].add(*grid);
    }
    std::map<int, Widths> names; // those at an indent, whatever follows them
    for (const auto& [key, all] : wishes) {
        const auto& [indent, count, named, folds] = key;
        if (named) std::ranges::copy(all.columns.front(), std::back_inserter(names[indent]));
    }
    for (auto& [key, all] : wishes) {
        const auto& [indent, count, named, folds] = key;
        Widths usual = all.widest;
        // In two columns the first is as likely a text.
        for (std::size_t i = 0; i < count && (named || count > 2); ++i)
            usual[i] = std::max(all.titles[i], usual_width(all.columns[i]));
        if (const Widths& cells = names[indent]; named && count > 1 && !cells.empty()) {
            all.widest.front() = std::max(all.titles.front(), std::ranges::max(cells));
            usual.front() = std::max(all.titles.front(), usual_width(cells));
        }
        layouts_[key] = layout_of(all, usual, static_cast<std::size_t>(indent), folds, look);
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
