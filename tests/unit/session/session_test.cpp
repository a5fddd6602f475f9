// SPDX-License-Identifier: MIT
#include "session/session.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

using namespace mentor;

TEST_CASE("mentor's own variable goes before the configuration's pager, PAGER after it") {
    MemoryHost host;
    host.environment = {{"HOME", "/home/ada"}};
    const auto pager = [&] {
        const Session::Chosen chosen = Session(host, Globals(), "due").pager();
        return chosen.words.front() + " from " + chosen.from;
    };
    CHECK(pager() == "less from default");
    host.environment["PAGER"] = "more";
    CHECK(pager() == "more from PAGER");
    host.put("/home/ada/.config/mentor/config.toml", "pager = \"most\"\n");
    CHECK(pager() == "most from config.toml");
    host.environment["MENTOR_PAGER"] = "bat -p";
    CHECK(pager() == "bat from MENTOR_PAGER");
}

TEST_CASE("a configuration that is named without its folder has one") {
    MemoryHost host;
    host.environment["MENTOR_CONFIG"] = "c.toml";
    CHECK(Session(host, Globals(), "config").config_file == "./c.toml");
    host.environment["MENTOR_CONFIG"] = "a/c.toml";
    CHECK(Session(host, Globals(), "config").config_file == "a/c.toml");
}
