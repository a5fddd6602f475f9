// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::ids_test {

TEST_CASE("a new id is four characters that no other id has") {
    MemoryHost host;
    CHECK(make_id(host, {}) == "0000");
    CHECK(make_id(host, {"1000", "2000"}) == "3000");
    host.next_random = 0xFFFFFFFF;
    CHECK(make_id(host, {}) == "zzzz");
}

} // namespace mentor::ids_test
