// SPDX-License-Identifier: MIT
#include "report/faces/terminal/diagnostic_face.hpp"

#include <doctest/doctest.h>

namespace mentor::diagnostic_face_test {

namespace {

const Look piped{};

} // namespace

TEST_CASE("a diagnostic is core's text, with the place in colour") {
    const Diagnostic fault{"a date was expected", "write 2026-11-22", "ada.toml", 14, 8};
    CHECK(to_terminal(fault, piped) == to_text(fault));
    CHECK(to_terminal(fault, {80, Codes(Styles())}) ==
          "\x1b[1;31mada.toml:14:8: error:\x1b[0m a date was expected\n  write 2026-11-22\n");
    CHECK(to_terminal({"no \x1b", "", ""}, piped) == to_text(Diagnostic{"no \\u001b", "", ""}));
}

TEST_CASE("a diagnostic wraps at words on a terminal, and never in a pipe") {
    const Diagnostic fault{"there is no key 'height' to set", "its keys are: one, two, three", "",
                           0, 0};
    CHECK(to_terminal(fault, {24}) == "mentor: there is no\n"
                                      "  key 'height' to set\n"
                                      "  its keys are: one,\n"
                                      "  two, three\n");
    CHECK(to_terminal(fault, {24, Codes(Styles())})
              .starts_with("\x1b[1;31mmentor:\x1b[0m there is no\n  key"));
    CHECK(to_terminal(fault, piped) == to_text(fault));
}

} // namespace mentor::diagnostic_face_test
