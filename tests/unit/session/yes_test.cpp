// SPDX-License-Identifier: MIT
#include "session/prompts.hpp"
#include "session/session.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::yes_test {

namespace {

struct Asked {
    bool yes = false;
    std::size_t times = 0;
};

Asked ask(std::deque<std::string> answers, bool preset) {
    MemoryHost host;
    host.answers = std::move(answers);
    Setup setup(host, Globals(), "test");
    Session session(setup);
    const bool yes = ask_yes(session, "Sure?", preset);
    CHECK(host.answers.empty());
    return {yes, host.asked.size()};
}

} // namespace

TEST_CASE("yes and no are understood however they are shortened or written") {
    for (const char* yes : {"yes", "y", "Ye", "YES"})
        CHECK(ask({yes}, false).yes);
    for (const char* no : {"no", "n", "NO"})
        CHECK_FALSE(ask({no}, true).yes);
}

TEST_CASE("Enter is what stands in brackets") {
    CHECK(ask({""}, true).yes);
    CHECK_FALSE(ask({""}, false).yes);
}

TEST_CASE("any other word is neither yes nor no, and is asked again") {
    for (const char* other : {"maybe", "sure", "yess", "nope", "1", "ja"}) {
        CAPTURE(other);
        for (const bool preset : {true, false}) {
            const Asked asked = ask({other, other, "yes"}, preset);
            CHECK(asked.yes);
            CHECK(asked.times == 3);
            CHECK_FALSE(ask({other, "n"}, preset).yes);
        }
    }
}

} // namespace mentor::yes_test
