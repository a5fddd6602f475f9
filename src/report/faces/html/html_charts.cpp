// SPDX-License-Identifier: MIT
#include "report/faces/html/html_charts.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/text.hpp"
#include "report/faces/charts.hpp"
#include "report/faces/html/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <vector>

namespace mentor {
namespace {

// --- bars

std::string bar_image(double share, Style style) {
    const long percent = share > 0 ? std::max(std::lround(100 * share), 1L) : 0;
    std::string image =
        fmt::format("<svg role=\"img\" aria-label=\"{}% of the full length\" height=\"10\">"
                    "<rect class=\"track\" width=\"100%\" height=\"10\" rx=\"5\"/>",
                    percent);
    if (percent > 0) {
        const std::string_view colour = html_class(style);
        image += fmt::format("<rect class=\"fill{}{}\" width=\"{}%\" height=\"10\" rx=\"5\"/>",
                             colour.empty() ? "" : " ", colour, percent);
    }
    return image + "</svg>";
}

// --- weeks

constexpr std::size_t many_years = 20;

struct Month {
    int month = 0;
    std::vector<const Weeks::Week*> weeks; // by place; null where there is none
    int sum = 0;
};
struct Year {
    int year = 0;
    std::vector<Month> months;
    int sum = 0;
};

std::vector<Year> years_of(const Weeks& weeks) {
    std::vector<Year> years;
    for (const Weeks::Week& week : weeks.weeks) {
        const Date day = day_of(weeks, week);
        if (years.empty() || years.back().year != year_of(day))
            years.push_back({year_of(day), {}, 0});
        Year& year = years.back();
        if (year.months.empty() || year.months.back().month != month_of(day))
            year.months.push_back({month_of(day), {}, 0});
        Month& month = year.months.back();
        // A part of a week may share the place of a whole one: they stand side by side.
        month.weeks.resize(std::max(place_in_month(day), month.weeks.size()));
        month.weeks.push_back(&week);
        month.sum += week.count;
        year.sum += week.count;
    }
    if (years.size() > many_years)
        std::erase_if(years, [](const Year& year) { return year.sum == 0; });
    return years;
}

std::string month_image(const Month& month, const std::string& name, int most) {
    constexpr std::size_t across = 7, wide = 5, weeks_in_month = 5;
    constexpr int tall = 28, line = 1, least = 4;
    std::vector<std::string> counts;
    std::string rects;
    for (std::size_t place = 0; place < month.weeks.size(); ++place) {
        const Weeks::Week* week = month.weeks[place];
        if (!week) continue;
        counts.push_back(std::to_string(week->count));
        const int height =
            week->count == 0
                ? line
                : std::max(least, static_cast<int>(
                                      std::lround(static_cast<double>(tall) * week->count / most)));
        rects += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                             week->count == 0 ? "none" : "fill", across * place, tall - height,
                             wide, height);
    }
    return fmt::format("<svg role=\"img\" aria-label=\"{}, week by week: {}\" "
                       "viewBox=\"0 0 {} {}\">{}</svg>",
                       name, join(counts, ", "),
                       across * std::max(weeks_in_month, month.weeks.size()), tall, rects);
}

std::string html_year(const Year& year, int most) {
    std::string result = fmt::format("<p class=\"year\">{:04}: {}</p>\n<ul class=\"months\">\n",
                                     year.year, year.sum);
    for (const Month& month : year.months) {
        const std::string name(short_name(month_names[static_cast<std::size_t>(month.month - 1)]));
        result += fmt::format("<li class=\"m{}\">{} <span class=\"label\">{}</span> <span "
                              "class=\"figure\">{}</span></li>\n",
                              month.month, month_image(month, name, most), name, month.sum);
    }
    return result + "</ul>\n";
}

// --- trees

// Beyond it there is no room to go further in.
constexpr std::size_t deepest_branch = 12;

} // namespace

std::string html_bars(const Bars& bars) {
    if (bars.bars.empty()) return "";
    const double most = most_of(bars);
    std::string result = "<ul class=\"bars\">\n";
    for (const Bar& bar : bars.bars)
        result += fmt::format(
            "<li><span class=\"label\">{}</span> {} <span class=\"figure\">{}</span></li>\n",
            html_cell(bar.label), bar_image(share_of(bar, most), bars.style),
            html_cell(bar.figure));
    return result + "</ul>\n";
}

std::string html_weeks(const Weeks& weeks) {
    if (weeks.weeks.empty()) return "";
    const int most = most_of(weeks);
    std::string result = "<div class=\"weeks\">\n";
    for (const Year& year : years_of(weeks))
        result += html_year(year, most);
    return result + fmt::format("<p class=\"quiet\">A bar is a week; the highest stands for {}."
                                "</p>\n</div>\n",
                                most);
}

std::string html_tree(const Tree& tree) {
    if (tree.nodes.empty()) return "";
    std::string result = "<ul class=\"tree\">\n";
    std::size_t depth = 0;
    bool is_first = true;
    for (const Tree::Node& node : tree.nodes) {
        const std::size_t wanted = is_first ? 0 : std::min({node.depth, depth + 1, deepest_branch});
        if (wanted > depth)
            result += "\n<ul>\n";
        else if (!is_first)
            result += "</li>\n";
        for (; depth > wanted; --depth)
            result += "</ul>\n</li>\n";
        depth = wanted;
        is_first = false;
        result += "<li>" + html_cell(node.text);
    }
    result += "</li>\n";
    for (; depth > 0; --depth)
        result += "</ul>\n</li>\n";
    return result + "</ul>\n";
}

} // namespace mentor
