// SPDX-License-Identifier: MIT
#include "session/setup.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::setup_test {

TEST_CASE("a configuration that is named without its folder has one") {
    MemoryHost host;
    host.environment["MENTOR_CONFIG"] = "c.toml";
    CHECK(Setup(host, Globals(), "config").config_file.path() == "./c.toml");
    host.environment["MENTOR_CONFIG"] = "a/c.toml";
    CHECK(Setup(host, Globals(), "config").config_file.path() == "a/c.toml");
}

} // namespace mentor::setup_test
