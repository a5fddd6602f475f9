// SPDX-License-Identifier: MIT
#include "core/rules/people/introductions.hpp"
#include "core/text.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mentor::introductions_test {

using namespace mentor::testing;

static const Date today = day("2026-11-22");

static Person somebody(std::string name, std::vector<std::string> tags, std::string about = "") {
    Person made(name);
    made.slug = fold(name);
    made.tags = std::move(tags);
    made.about = std::move(about);
    return made;
}

static Person mentee(std::string name, std::string goal_title, std::string_view started) {
    Person made = somebody(std::move(name), {});
    made.is(Role::mentee).started_on(started);
    made.aims_for(goal("g3kq", std::move(goal_title), "2027-01-01"));
    return made;
}

static Person at(Person person, std::string id) {
    LogEntry entry;
    entry.id = std::move(id);
    entry.on.date = today;
    entry.kind = "meal";
    return person.logged(entry);
}

static Person through(Person person, std::string who) {
    person.through = std::move(who);
    return person;
}

// "Ada+Kim (running)", a line each.
static std::string suggested(const std::vector<Person>& persons, std::string_view who = "") {
    const std::vector<Relationship> people(persons.begin(), persons.end());
    std::string lines;
    for (const Introduction& each : suggest_introductions(people, who, today))
        lines += fmt::format("{}{}{} ({})\n", each.one->name, each.is_for_new_mentee ? "<-" : "+",
                             each.other->name, join(each.words, " "));
    return lines;
}

TEST_CASE("who may and may not be introduced to each other, in ten journals") {
    const struct {
        std::vector<Person> people;
        const char* expected;
    } rows[] = {
        {{somebody("Ada", {"running"}), somebody("Kim", {"Running"})}, "Ada+Kim (running)\n"},
        {{somebody("Ada", {"running"}), somebody("Kim", {"sailing"})}, ""},
        // Numbers and days bring nobody together.
        {{somebody("Ada", {}, "Three children, twelve years, forty people, the second city"),
          somebody("Kim", {}, "The second of three; forty in twelve years")},
         ""},
        // One word in what was told is chance, and so are words that say little.
        {{somebody("Ada", {}, "Grew up in Malmö. Always good with people."),
          somebody("Kim", {}, "Lives in Malmö, and is always good company.")},
         ""},
        {{mentee("Kim", "Speak about compilers at a conference", "2026-01-01"),
          somebody("Ada", {}, "Organizes a conference, and writes compilers.")},
         "Kim+Ada (compilers conference)\n"},
        // Somebody new, and somebody who has been there.
        {{mentee("Kim", "Lead an incident", "2026-11-01"),
          somebody("Otto", {"incidents"}).is(Stage::alumni)},
         "Kim<-Otto (incident)\n"},
        {{mentee("Kim", "Lead an incident", "2025-11-01"),
          somebody("Otto", {"incidents"}).is(Stage::alumni)},
         ""},
        // They know each other.
        {{through(somebody("Ada", {"running"}), "kim"), somebody("Kim", {"running"})}, ""},
        {{through(somebody("Ada", {"running"}), "Kim"), somebody("Kim Castro", {"running"})}, ""},
        {{at(somebody("Ada", {"running"}), "x4t9"), at(somebody("Kim", {"running"}), "x4t9")}, ""},
        // Nobody is introduced whom one doesn't know.
        {{somebody("Ada", {"running"}).is(Stage::prospect), somebody("Kim", {"running"}),
          somebody("Lee", {"running"}).is(Stage::declined)},
         ""},
        // What everyone has is the journal's subject.
        {{somebody("Ada", {"work", "sailing"}), somebody("Kim", {"work", "sailing"}),
          somebody("Lee", {"work"}), somebody("Otto", {"work"})},
         "Ada+Kim (sailing)\n"},
    };
    for (const auto& [people, expected] : rows)
        CHECK(suggested(people) == expected);
}

TEST_CASE("whoever is named comes first, and five are enough") {
    std::vector<Person> people;
    for (const char* name : {"Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo", "Ki",
                             "Lu", "Mo", "Na", "Oz", "Pi"})
        people.push_back(somebody(name, {people.size() < 7 ? "running" : "alone"}));
    CHECK(suggested(people, "bo").starts_with("Bo+Ada (running)\nBo+Cy (running)\n"));
    CHECK(split_lines(suggested(people, "bo")).size() == 5);
    CHECK(suggested(people, "zz").empty());
}

} // namespace mentor::introductions_test
