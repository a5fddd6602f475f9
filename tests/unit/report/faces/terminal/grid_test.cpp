// SPDX-License-Identifier: MIT
#include "report/faces/terminal/grid.hpp"
#include "report/faces/terminal/terminal_face.hpp"

#include <doctest/doctest.h>

namespace mentor::grid_test {

namespace {

constexpr const char* long_name = "Maximiliane Wilhelmina Theresia von Hohenstaufen-Bernstein";

Grid people(std::size_t columns) {
    Grid grid;
    grid.columns.resize(columns);
    for (const char* name : {"Ada", "Kim Castro", long_name}) {
        Row row{{{name}}, {{"The essay on writing"}}, {{"by Fri"}}};
        row.resize(columns);
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

} // namespace

TEST_CASE("one long name doesn't push away what follows all others") {
    const std::string piped = "Ada         The essay on writing  by Fri\n"
                              "Kim Castro  The essay on writing  by Fri\n" +
                              std::string(long_name) + "  The essay on writing  by Fri\n";
    const std::string narrowed = "Ada               The essay on writing  by Fri\n"
                                 "Kim Castro        The essay on writing  by Fri\n"
                                 "Maximiliane       The essay on writing  by Fri\n"
                                 "Wilhelmina\n"
                                 "Theresia von\n"
                                 "Hohenstaufen-\n"
                                 "Bernstein\n";
    const std::string folded = "Ada               The essay on writing  by Fri\n"
                               "Kim Castro        The essay on writing  by Fri\n"
                               "Maximiliane       The essay on writing\n"
                               "Wilhelmina        by Fri\n"
                               "Theresia von\n"
                               "Hohenstaufen-\n"
                               "Bernstein\n";
    Grid folding = people(3), cutting = people(3);
    folding.folds = true;
    cutting.columns[1].cuts = true;
    CHECK(to_terminal({people(3)}, {}) == piped);
    CHECK(to_terminal({folding}, {}) == piped);
    CHECK(to_terminal({folding}, {70}) == folded);
    CHECK(to_terminal({cutting}, {70}) == narrowed);
}

TEST_CASE("where there is room, or most names are long, all stand in line") {
    const std::string room(std::string(long_name).size() - 10, ' ');
    CHECK(to_terminal({people(3)}, {100}).find("Kim Castro" + room + "  The essay") !=
          std::string::npos);
    Grid grid = people(3);
    grid.rows.erase(grid.rows.begin());
    grid.rows.push_back(grid.rows.back());
    CHECK(to_terminal({grid}, {}).find("Kim Castro" + room + "  The essay") != std::string::npos);
    CHECK(to_terminal({people(2)}, {}).find("Kim Castro" + room + "  The essay") !=
          std::string::npos);
    Grid named = people(2);
    named.names = true;
    CHECK(to_terminal({named}, {}).find("Kim Castro  The essay") != std::string::npos);
}

} // namespace mentor::grid_test
