// SPDX-License-Identifier: MIT
#include "core/model/left_run.hpp"

#include <doctest/doctest.h>

namespace mentor::left_run_test {

TEST_CASE("the line of a run that was left can be typed") {
    const auto line = [](std::string command, std::vector<std::string> words) {
        return line_of({std::move(command), std::move(words), {}, {}});
    };
    CHECK(line("log", {"ada", "--kind", "coffee"}) == "mentor log ada --kind coffee");
    CHECK(line("goal add", {"Zoë Å", "it's"}) == "mentor goal add 'Zoë Å' 'it'\\''s'");
    CHECK(line("log", {"x;ls", "--kind=a b", ""}) == "mentor log 'x;ls' --'kind=a b' ''");
    CHECK(line("", {}) == "mentor");
}

TEST_CASE("what was typed is counted, and Enter alone is nothing typed") {
    CHECK(typed_in({"log", {}, {}, {{"Who?", "ada"}, {"When?", "today", false}}}) == 1);
}

} // namespace mentor::left_run_test
