// SPDX-License-Identifier: MIT
#include "report/faces/charts.hpp"
#include "report/faces/html/html_charts.hpp"
#include "report/faces/markdown_face.hpp"
#include "report/faces/styled_text.hpp"
#include "report/faces/terminal/terminal_face.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace mentor::charts_test {

namespace {

const Look piped{};
const Look window{.columns = 80, .cuts = true, .blocks = true};

Weeks weeks_from(const char* first, const std::vector<int>& counts) {
    Weeks weeks;
    Date on = *find_iso_date(first);
    for (const int count : counts) {
        weeks.weeks.push_back({on, count});
        on += Days{7};
    }
    return weeks;
}

std::string shown(Block block, const Look& look) {
    return to_terminal({std::move(block)}, look);
}

} // namespace

TEST_CASE("a bar is as long as its share, to an eighth of a column") {
    CHECK(drawn_bar(1, 3, true) == "███");
    CHECK(drawn_bar(0.5, 3, true) == "█▌");
    CHECK(drawn_bar(0.5, 3, false) == "##");
    CHECK(drawn_bar(0, 3, true) == "");
    CHECK(drawn_bar(0, 3, false) == "");
    CHECK(drawn_bar(0.0001, 3, true) == "▏"); // what isn't nothing shows
    CHECK(drawn_bar(0.0001, 3, false) == "#");
}

TEST_CASE("bars begin in one place, and their figures too") {
    const Bars bars{{{{{"Ada"}}, 4, {{"4 times"}}}, {{{"Grace"}}, 1, {{"once"}}}}};
    CHECK(shown(bars, piped) == "  Ada    ########################  4 times\n"
                                "  Grace  ######                    once\n");
    CHECK(shown(bars, window) == "  Ada    ████████████████████████  4 times\n"
                                 "  Grace  ██████                    once\n");
    CHECK(shown(Bars{{{{{"Ada"}}, 1, {{"1 of 4"}}}}, 4}, piped) ==
          "  Ada  ######                    1 of 4\n");
    CHECK(to_markdown({bars}) == "- Ada · 4 times\n- Grace · once\n");
}

TEST_CASE("in a narrow window the label stands above its bar") {
    const Bars bars{{{{{"Ada Lovelace"}}, 4, {{"4 times"}}}, {{{"Grace"}}, 0, {{"never yet"}}}}};
    CHECK(shown(bars, {.columns = 20, .blocks = true}) == "  Ada Lovelace\n"
                                                          "    ██████████\n"
                                                          "    4 times\n"
                                                          "  Grace\n"
                                                          "    never yet\n");
}

TEST_CASE("a year of 53 weeks has a place for each, and the next year its own") {
    // 2026 begins on a Thursday: its weeks are those from 29 December 2025 to 3 January 2027.
    std::vector<int> counts(54, 0);
    counts.front() = 1, counts[52] = 2, counts[53] = 3;
    const std::string text = shown(weeks_from("2025-12-29", counts), piped);
    CHECK(text.find("\n  2026  1" + std::string(51, '.') + "2  3\n") != std::string::npos);
    CHECK(text.find("\n  2027  3" + std::string(52, ' ') + "  3\n") != std::string::npos);
}

TEST_CASE("a chart of a year has all of its weeks in that year, wherever they begin and end") {
    for (int year = 2000; year <= 2040; ++year) {
        for (const auto starts :
             {std::chrono::Monday, std::chrono::Saturday, std::chrono::Sunday}) {
            Weeks weeks{
                .weeks = {}, .first = make_date(year, 1, 1), .last = make_date(year, 12, 31)};
            for (Date on = first_of_week(weeks.first, starts); on <= weeks.last; on += Days{7})
                weeks.weeks.push_back({on, 1});
            const std::size_t count = weeks.weeks.size();
            CAPTURE(year);
            CAPTURE(starts.c_encoding());
            const DrawnWeeks as_line = drawn(weeks, piped);
            REQUIRE(as_line.lines.size() == 2);
            CHECK(plain(as_line.lines[0]).find("Jan") == 6); // above the first week
            CHECK(plain(as_line.lines[1])
                      .starts_with(fmt::format("{}  {}", year, std::string(count, '1'))));
            std::size_t in_months = 0, months = 0;
            for (const Text& line : drawn(weeks, {.columns = 40}).lines) {
                const std::string words = plain(line);
                CHECK(words.substr(4, 4) == std::to_string(year));
                const std::string cells = words.substr(10, words.rfind(' ') - 10);
                in_months += static_cast<std::size_t>(std::ranges::count(cells, '1'));
                ++months;
            }
            CHECK(months == 12);
            CHECK(in_months == count);
            const std::string page = html_weeks(weeks);
            CHECK(page.find(fmt::format("<p class=\"year\">{}: {}</p>", year, count)) !=
                  std::string::npos);
            CHECK(page.find("class=\"year\"") == page.rfind("class=\"year\""));
        }
    }
}

TEST_CASE("six weeks of a month stand side by side") {
    // March 2026 begins on a Sunday and ends on a Tuesday.
    Weeks weeks = weeks_from("2026-02-23", {1, 2, 3, 4, 5, 6});
    weeks.first = make_date(2026, 3, 1), weeks.last = make_date(2026, 3, 31);
    CHECK(shown(weeks, piped) == "  Mar 2026  123456  21\n"
                                 "  . none, otherwise how many\n");
}

TEST_CASE("the first week of all lies in the year before") {
    CHECK(shown(Weeks{{{make_date(1, 1, 1) - Days{6}, 1}}}, piped) ==
          "  Dec 0000      1  1\n"
          "  . none, otherwise how many\n");
}

TEST_CASE("shades are as many as there are counts, and a few for many") {
    CHECK(shown(weeks_from("2026-11-02", {0, 1, 4}), window) == "  Nov 2026  ·░█    5\n"
                                                                "  · none  ░ 1  ▒ 2  ▓ 3  █ 4\n");
    CHECK(shown(weeks_from("2026-11-02", {0, 3, 10}), window) ==
          "  Nov 2026  ·▒█    13\n"
          "  · none  ░ 1-2  ▒ 3-5  ▓ 6-7  █ 8-10\n");
    CHECK(shown(weeks_from("2026-11-02", {0, 3, 10}), piped) ==
          "  Nov 2026  .3+    13\n"
          "  . none, otherwise how many, + more than 9\n");
}

TEST_CASE("each count has the shade that the legend gives it") {
    for (int most = 5; most < 60; ++most) {
        for (int count = 1; count <= most; ++count) {
            const Weeks weeks = weeks_from("2026-11-02", {count, most});
            const std::string text = shown(weeks, window);
            const std::string shade = text.substr(text.find("2026  ") + 6, 3);
            const std::size_t at = text.find(shade + " ", text.find("none"));
            const std::string range =
                text.substr(at + 4, text.find_first_of(" \n", at + 4) - at - 4);
            const int from = std::stoi(range);
            const auto dash = range.find('-');
            const int to = dash == std::string::npos ? from : std::stoi(range.substr(dash + 1));
            INFO(most, " ", count, " ", text);
            CHECK((from <= count && count <= to));
        }
    }
}

TEST_CASE("of very many lines those without a figure are left out") {
    std::vector<int> counts(100 * 52, 0);
    counts.front() = counts.back() = 1;
    const DrawnWeeks weeks = drawn(weeks_from("1926-11-01", counts), piped);
    CHECK(weeks.lines.size() == 3); // the months, and two years
}

TEST_CASE("a tree branches, and its lines stay together where a name wraps") {
    const Tree tree{
        {{{{"Ada"}}, 0}, {{{"Alan Mathison Turing"}}, 1}, {{{"Kim"}}, 2}, {{{"Zoë"}}, 1}}};
    CHECK(shown(tree, {.columns = 20, .blocks = true}) == "  Ada\n"
                                                          "  ├─ Alan Mathison\n"
                                                          "  │  Turing\n"
                                                          "  │  └─ Kim\n"
                                                          "  └─ Zoë\n");
    CHECK(shown(tree, piped) == "  Ada\n"
                                "  |- Alan Mathison Turing\n"
                                "  |  `- Kim\n"
                                "  `- Zoë\n");
    CHECK(to_markdown({tree}) == "- Ada\n  - Alan Mathison Turing\n    - Kim\n  - Zoë\n");
}

} // namespace mentor::charts_test
