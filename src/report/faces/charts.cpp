// SPDX-License-Identifier: MIT
#include "report/faces/charts.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/width/columns.hpp"
#include "report/faces/styled_text.hpp"
#include "report/faces/terminal/grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>

namespace mentor {
namespace {

// --- bars

constexpr std::size_t longest_bar = 24, shortest_bar = 8;
constexpr std::size_t longest_figure = 36, shortest_figure = 16; // beyond that it wraps
constexpr std::size_t shortest_label = 24;                       // below that it isn't cut
constexpr std::size_t widest_label = 40; // a longer one, where most are shorter, is one among many
constexpr std::size_t narrow_window = 60;

constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

struct Wishes {
    std::size_t label = 0, longest_label = 0, figure = 0;

    void add(const Bars& bars) {
        for (const Bar& bar : bars.bars) {
            const std::size_t wide = width(prepared_cell(bar.label));
            longest_label = std::max(longest_label, wide);
            if (wide <= widest_label) label = std::max(label, wide);
            figure = std::max(figure, width(prepared_cell(bar.figure)));
        }
    }
};

// Where it is short, the bars give way, then the labels; then figures wrap.
BarLayout layout_of(const Wishes& wishes, const Look& look) {
    constexpr std::size_t around = chart_indent + 2 * grid_gap;
    const std::size_t label =
        std::max(wishes.label, std::min(wishes.longest_label, shortest_label));
    const std::size_t total = around + wishes.longest_label + longest_bar + wishes.figure;
    if (look.columns == 0 || total <= look.columns)
        return {look.columns == 0 ? label : wishes.longest_label, longest_bar};
    if (look.columns < narrow_window)
        return {0, std::clamp(look.columns / 2, shortest_bar, longest_bar), true};
    const std::size_t room = look.columns - around;
    const std::size_t figure = std::clamp(wishes.figure, shortest_figure, longest_figure);
    const std::size_t bar =
        std::clamp(room - std::min(room, label + figure), shortest_bar, longest_bar);
    const std::size_t least = std::min(label, shortest_label);
    return {std::clamp(room - std::min(room, bar + figure), least, label), bar};
}

// --- weeks

constexpr std::size_t weeks_in_line = 53, weeks_in_month = 5;
constexpr std::size_t few_weeks = 13;
constexpr std::size_t many_lines = 60;
constexpr int deepest_shade = 4;
constexpr std::array<std::string_view, deepest_shade + 1> shades{"·", "░", "▒", "▓", "█"};

struct Line {
    std::string label;
    std::vector<const Weeks::Week*> weeks; // by place; null where there is none
    int sum = 0;
    Date day; // one of those that it is about
};

// Where a week stands in its line, from 0 on; -1 for one that lies before the first. `day` is the
// one that it counts by.
using Place = int (*)(const Weeks::Week& week, Date day);

int place_in_year(const Weeks::Week& week, Date day) {
    // A week of the year 1 may begin in the one before, which make_date refuses.
    const Date fourth{std::chrono::year{year_of(day)} / 1 / 4}; // in the first week
    const Date first = first_of_week(fourth, std::chrono::weekday(week.on));
    return static_cast<int>((week.on - first).count() / 7);
}

int place_in_its_month(const Weeks::Week&, Date day) {
    return static_cast<int>(place_in_month(day));
}

// As many places in each, at least `places`.
std::vector<Line> lines_of(const Weeks& weeks, std::size_t places, Place place_of,
                           std::string (*label_of)(Date)) {
    const bool begins_early = std::ranges::any_of(weeks.weeks, [&](const Weeks::Week& week) {
        return place_of(week, day_of(weeks, week)) < 0;
    });
    std::vector<Line> lines;
    for (const Weeks::Week& week : weeks.weeks) {
        const Date day = day_of(weeks, week);
        std::string label = label_of(day);
        if (lines.empty() || lines.back().label != label)
            lines.push_back({std::move(label), {}, 0, day});
        Line& line = lines.back();
        // A part of a week may share the place of a whole one: they stand side by side.
        const int place = place_of(week, day) + (begins_early ? 1 : 0);
        line.weeks.resize(std::max(static_cast<std::size_t>(place), line.weeks.size()));
        line.weeks.push_back(&week);
        line.sum += week.count;
        places = std::max(places, line.weeks.size());
    }
    if (lines.size() > many_lines) std::erase_if(lines, [](const Line& line) { return !line.sum; });
    for (Line& line : lines)
        line.weeks.resize(places);
    return lines;
}

// 0 for none; each count has a shade of its own where there are as many shades.
int shade_of(int count, int most) {
    return most <= deepest_shade ? count : (deepest_shade * count + most - 1) / most;
}

class Cells {
public:
    Cells(int most, bool blocks) : most_(most), blocks_(blocks) {}

    Run of(const Weeks::Week* week) const {
        if (!week) return {" "};
        if (week->count == 0) return {blocks_ ? std::string(shades[0]) : ".", Style::quiet};
        if (blocks_)
            return {std::string(shades[static_cast<std::size_t>(shade_of(week->count, most_))]),
                    Style::good};
        return {week->count > 9 ? "+" : std::to_string(week->count), Style::good};
    }

    Text legend() const {
        if (!blocks_)
            return {{most_ > 9 ? ". none, otherwise how many, + more than 9"
                               : ". none, otherwise how many",
                     Style::quiet}};
        std::string words = std::string(shades[0]) + " none";
        const int deepest = std::min(most_, deepest_shade);
        for (int shade = 1; shade <= deepest; ++shade) {
            const int from = most_ * (shade - 1) / deepest + 1, to = most_ * shade / deepest;
            words += fmt::format("  {} {}", shades[static_cast<std::size_t>(shade)], from);
            if (to > from) words += fmt::format("-{}", to);
        }
        return {{words, Style::quiet}};
    }

private:
    int most_;
    bool blocks_;
};

// The names of months above the weeks of a year.
std::string months_above(const Line& line) {
    const auto known = std::ranges::find_if(line.weeks, [](const auto* week) { return week; });
    const Weeks year{.weeks = {},
                     .first = Date{std::chrono::year{year_of(line.day)} / 1 / 1},
                     .last = last_of_year(line.day)};
    Date on = (*known)->on - Days{7 * std::distance(line.weeks.begin(), known)};
    std::string names;
    int month = 0;
    for (std::size_t place = 0; place < line.weeks.size(); ++place, on += Days{7}) {
        const Date day = day_of(year, {on, 0});
        if (month_of(day) <= month) continue;
        month = month_of(day);
        names = pad(names, place);
        names += short_name(month_names[static_cast<std::size_t>(month - 1)]);
    }
    return names;
}

std::string year_label(Date day) {
    return fmt::format("{:04}", year_of(day));
}

std::string month_label(Date day) {
    const auto month = static_cast<std::size_t>(month_of(day) - 1);
    return fmt::format("{} {:04}", short_name(month_names[month]), year_of(day));
}

Text drawn_line(const Line& line, const Cells& cells) {
    Text text{{line.label + "  ", Style::quiet}};
    for (const auto* week : line.weeks) {
        Run cell = cells.of(week);
        if (cell.style == text.back().style)
            text.back().text += cell.text;
        else
            text.push_back(std::move(cell));
    }
    text.push_back({fmt::format("  {}", line.sum)});
    return text;
}

// --- trees

constexpr std::size_t branch_width = 3;
constexpr std::size_t room_for_name = 12;
constexpr std::size_t deepest_branch = 20;

// Whether another node with the same parent follows.
std::vector<bool> followed(const Tree& tree) {
    std::vector<bool> follows(tree.nodes.size()), open;
    for (std::size_t i = tree.nodes.size(); i-- > 0;) {
        const std::size_t depth = tree.nodes[i].depth;
        follows[i] = depth < open.size() && open[depth];
        open.resize(depth + 1);
        open[depth] = true;
    }
    return follows;
}

} // namespace

BarLayouts::BarLayouts(const Page& page, const Look& look) : look_(look) {
    Wishes wishes;
    for (const Block& block : page)
        if (const auto* bars = std::get_if<Bars>(&block); bars && !bars->apart) wishes.add(*bars);
    together_ = layout_of(wishes, look);
}

BarLayout BarLayouts::of(const Bars& bars) const {
    if (!bars.apart) return together_;
    Wishes wishes;
    wishes.add(bars);
    return layout_of(wishes, look_);
}

double most_of(const Bars& bars) {
    if (bars.most > 0) return bars.most;
    double most = 0;
    for (const Bar& bar : bars.bars)
        most = std::max(most, bar.value);
    return most;
}

double share_of(const Bar& bar, double most) {
    return most > 0 ? std::clamp(bar.value / most, 0.0, 1.0) : 0;
}

std::string drawn_bar(double share, std::size_t columns, bool blocks) {
    const double length = share * static_cast<double>(columns);
    if (!blocks) {
        const auto signs = static_cast<std::size_t>(std::lround(length));
        return std::string(share > 0 ? std::max(signs, std::size_t{1}) : 0, '#');
    }
    auto parts = static_cast<std::size_t>(std::lround(8 * length));
    if (share > 0) parts = std::max(parts, std::size_t{1});
    std::string bar;
    for (; parts >= 8; parts -= 8)
        bar += "█";
    return bar.append(eighths[parts]);
}

Date day_of(const Weeks& weeks, const Weeks::Week& week) {
    return std::clamp(week.on + Days{3}, weeks.first, weeks.last);
}

std::size_t place_in_month(Date day) {
    return static_cast<std::size_t>((day_of_month(day) - 1) / 7);
}

int most_of(const Weeks& weeks) {
    int most = 0;
    for (const Weeks::Week& week : weeks.weeks)
        most = std::max(most, week.count);
    return most;
}

DrawnWeeks drawn(const Weeks& weeks, const Look& look) {
    const Cells cells(most_of(weeks), look.blocks);
    auto years = lines_of(weeks, weeks_in_line, place_in_year, year_label);
    std::size_t needed = 0;
    for (const Line& line : years)
        needed = std::max(needed, chart_indent + width(drawn_line(line, cells)));
    const bool fits = look.columns == 0 || needed <= look.columns;
    DrawnWeeks drawn{{}, cells.legend()};
    if (fits && weeks.weeks.size() > few_weeks) {
        drawn.lines.push_back({{pad("", 6) + months_above(years.back()), Style::quiet}});
        for (const Line& line : years)
            drawn.lines.push_back(drawn_line(line, cells));
        return drawn;
    }
    for (const Line& line : lines_of(weeks, weeks_in_month, place_in_its_month, month_label))
        drawn.lines.push_back(drawn_line(line, cells));
    return drawn;
}

std::vector<DrawnBranch> branches_of(const Tree& tree, const Look& look) {
    const std::string_view passes = look.blocks ? "│  " : "|  ", nothing = "   ";
    const std::string_view turns = look.blocks ? "├─ " : "|- ", ends = look.blocks ? "└─ " : "`- ";
    std::size_t deepest = deepest_branch;
    if (look.columns != 0) {
        const std::size_t used = chart_indent + room_for_name;
        const std::size_t room = look.columns > used ? (look.columns - used) / branch_width : 0;
        deepest = std::clamp(room, std::size_t{1}, deepest_branch);
    }
    const std::vector<bool> follows = followed(tree);
    std::vector<bool> path; // of the node and those above it: whether another follows
    std::vector<DrawnBranch> branches;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const std::size_t depth = tree.nodes[i].depth;
        path.resize(depth + 1);
        path[depth] = follows[i];
        std::string before;
        for (std::size_t at = depth > deepest ? depth - deepest + 1 : 1; at < depth; ++at)
            before += path[at] ? passes : nothing;
        DrawnBranch& branch = branches.emplace_back(DrawnBranch{before, before});
        if (depth == 0) continue;
        branch.first += follows[i] ? turns : ends;
        branch.rest += follows[i] ? passes : nothing;
    }
    return branches;
}

} // namespace mentor
