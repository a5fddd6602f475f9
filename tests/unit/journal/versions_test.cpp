// SPDX-License-Identifier: MIT
#include "journal/sync/versions.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

using namespace mentor;

namespace {

std::string refusal_of(const Versions& versions) {
    try {
        merge_texts(versions, "ada.toml", [](const Collision&) { return Taken::mine; });
    } catch (const Error& error) {
        return error.diagnostic().what;
    }
    return "";
}

} // namespace

TEST_CASE("what a newer mentor wrote is merged by a newer mentor alone") {
    const std::string base = "format = 1\nname = \"Ada\"\n", old = base + "met = \"Here\"\n",
                      newer = "format = 2\nname = \"Ada\"\n";
    CHECK(refusal_of({base, old, newer}) ==
          "both machines changed this file, and there it has format 2, of which this mentor knows "
          "1");
    CHECK(refusal_of({base, newer, old}) ==
          "both machines changed this file, and here it has format 2, of which this mentor knows "
          "1");
    CHECK(refusal_of({base, old, base}) == "");
}
