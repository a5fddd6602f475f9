// SPDX-License-Identifier: MIT
#include "commands/looking/guide_topics.hpp"

#include <doctest/doctest.h>

namespace mentor::guide_topics_test {

TEST_CASE("a topic's text gives its title, paragraphs, terms and commands") {
    const GuideTopic topic = parse_guide_topic("smart", R"(Goals that are SMART

A wish becomes a goal
when there is a day.

Two are plenty.

- Specific: one thing: not two
- Time-bound: there is a day

$ mentor goal add ada 'Hire #2'  # what
$ mentor goal list ada
)");
    CHECK(topic.name == "smart");
    CHECK(topic.title == "Goals that are SMART");
    CHECK(topic.paragraphs == std::vector<std::string>{"A wish becomes a goal when there is a day.",
                                                       "Two are plenty."});
    REQUIRE(topic.terms.size() == 2);
    CHECK(topic.terms[0].name == "Specific");
    CHECK(topic.terms[0].words == "one thing: not two");
    REQUIRE(topic.commands.size() == 2);
    CHECK(topic.commands[0].name == "mentor goal add ada 'Hire #2'");
    CHECK(topic.commands[0].words == "what");
    CHECK(topic.commands[1].name == "mentor goal list ada");
    CHECK(topic.commands[1].words == "");
}

} // namespace mentor::guide_topics_test
