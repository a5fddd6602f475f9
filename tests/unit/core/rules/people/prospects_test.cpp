// SPDX-License-Identifier: MIT
#include "core/rules/people/prospects.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace mentor::prospects_test {

using namespace mentor::testing;

static Person grace() {
    Person person("Grace Hopper");
    person.slug = "grace-hopper";
    return person.is(Stage::prospect);
}

static LogEntry entry(std::string_view on, std::string kind, std::optional<Side> by = {}) {
    LogEntry made;
    made.on.date = day(on);
    made.kind = std::move(kind);
    made.by = by;
    return made;
}

// "waiting since 2026-11-01, 1 word, follow-up on 2026-11-08"
static std::string standing(const Relationship& person, std::string_view today,
                            const Config& config = {}) {
    const Prospect prospect = prospect_of(person, config, day(today));
    std::string line(to_text(prospect.progress));
    if (prospect.since) line += " since " + to_iso(*prospect.since);
    line += fmt::format(", {}, {}", prospect.outreaches, to_text(prospect.step));
    if (prospect.step_on) line += " on " + to_iso(*prospect.step_on);
    return line;
}

TEST_CASE("somebody of whom only the name is known wants homework first") {
    CHECK(standing(grace().added_on("2026-11-01"), "2026-11-22") ==
          "to-research since 2026-11-01, 0, research on 2026-11-01");
    CHECK(standing(grace(), "2026-11-22") == "to-research, 0, research");
    Person known = grace();
    SUBCASE("about") {
        known.about = "Compilers";
    }
    SUBCASE("values") {
        known.values = {"candour"};
    }
    SUBCASE("met") {
        known.met = "at a lecture";
    }
    SUBCASE("through") {
        known.through = "Ada";
    }
    SUBCASE("link") {
        known.contact.link = "https://example.org";
    }
    CHECK(standing(known, "2026-11-22") == "to-contact, 0, write");
}

TEST_CASE("the first word waits a week for one reminder, and three weeks in all") {
    const Person person = grace().met_on("2026-11-01", "outreach");
    CHECK(standing(person, "2026-11-01") == "waiting since 2026-11-01, 1, follow-up on 2026-11-08");
    CHECK(standing(person, "2026-11-21") == "waiting since 2026-11-01, 1, follow-up on 2026-11-08");
    CHECK(standing(person, "2026-11-22") == "waiting since 2026-11-01, 1, let-go on 2026-11-22");
}

TEST_CASE("two weeks after the reminder it is time to let go") {
    const Person person = grace().met_on("2026-11-01", "outreach").met_on("2026-11-10", "outreach");
    CHECK(standing(person, "2026-11-10") == "waiting since 2026-11-10, 2, let-go on 2026-11-24");
}

TEST_CASE("an answer is a meeting, or anything that they sent") {
    const Person asked = grace().met_on("2026-11-01", "outreach");
    const auto after = [&](const LogEntry& one) {
        return standing(Person(asked).logged(one), "2026-11-22");
    };
    CHECK(after(entry("2026-11-03", "email", Side::them)) ==
          "answered since 2026-11-03, 0, suggest on 2026-11-03");
    CHECK(after(entry("2026-11-03", "outreach", Side::them)) ==
          "answered since 2026-11-03, 0, suggest on 2026-11-03");
    CHECK(after(entry("2026-11-03", "coffee")) ==
          "answered since 2026-11-03, 0, begin on 2026-11-03");
    CHECK(after(entry("2026-11-03", "email")) ==
          "waiting since 2026-11-03, 2, let-go on 2026-11-17");
    CHECK(after(entry("2026-11-03", "note")) ==
          "waiting since 2026-11-01, 1, let-go on 2026-11-22");
}

TEST_CASE("what was before the outreach is no answer to it, and what lies ahead isn't either") {
    CHECK(standing(grace().met_on("2026-11-01", "outreach").met_on("2025-06-01"), "2026-11-05") ==
          "waiting since 2026-11-01, 1, follow-up on 2026-11-08");
    CHECK(standing(grace().met_on("2026-11-01", "outreach").met_on("2026-11-06"), "2026-11-05") ==
          "waiting since 2026-11-01, 1, follow-up on 2026-11-08");
    CHECK(standing(grace().met_on("2026-11-01", "thanks"), "2026-11-05") ==
          "to-research, 0, research");
}

TEST_CASE("a word after an answer starts the waiting anew") {
    const Person person = grace()
                              .met_on("2026-10-01", "outreach")
                              .logged(entry("2026-10-03", "email", Side::them))
                              .met_on("2026-11-01", "outreach");
    CHECK(standing(person, "2026-11-02") == "waiting since 2026-11-01, 1, follow-up on 2026-11-08");
}

TEST_CASE("an agreed meeting is an answer; once it has passed it is to be logged") {
    const Person person = grace().met_on("2026-11-01", "outreach").agreed_next("2026-11-12");
    CHECK(standing(person, "2026-11-12") == "answered since 2026-11-01, 1, prepare on 2026-11-12");
    CHECK(standing(person, "2026-11-13") == "answered since 2026-11-01, 1, log on 2026-11-12");
    CHECK(standing(Person(person).met_on("2026-11-12"), "2026-11-13") ==
          "answered since 2026-11-12, 0, begin on 2026-11-12");
}

TEST_CASE("a kind of one's own counts as the class that it belongs to") {
    Config config;
    config.kinds.set("letter", KindClass::outreach);
    CHECK(standing(grace().met_on("2026-11-01", "letter"), "2026-11-02", config) ==
          "waiting since 2026-11-01, 1, follow-up on 2026-11-08");
}

TEST_CASE("whoever declined has no next step") {
    const Person person = grace().is(Stage::declined).met_on("2026-11-01", "outreach");
    CHECK(standing(person, "2026-11-22") == "declined since 2026-11-01, 1, ");
    CHECK(command_for(prospect_of(person, {}, day("2026-11-22"))) == "");
}

TEST_CASE("every step says what to type") {
    Prospect prospect;
    const Person person = grace();
    prospect.relationship = &person;
    const std::vector<std::pair<ProspectStep, std::string>> commands{
        {ProspectStep::research, "mentor set grace-hopper about=TEXT"},
        {ProspectStep::write, "mentor draft grace-hopper --kind outreach"},
        {ProspectStep::follow_up, "mentor draft grace-hopper --kind follow-up"},
        {ProspectStep::let_go, "mentor set grace-hopper stage=declined"},
        {ProspectStep::suggest, "mentor plan grace-hopper WHEN"},
        {ProspectStep::prepare, "mentor prep grace-hopper"},
        {ProspectStep::log, "mentor log grace-hopper"},
        {ProspectStep::begin, "mentor agree grace-hopper"},
    };
    for (const auto& [step, command] : commands) {
        prospect.step = step;
        CHECK(command_for(prospect) == command);
    }
}

TEST_CASE("whom through names can introduce you, and so can whom they introduced to you") {
    Person wanted = grace();
    wanted.through = "ada lovelace";
    Person ada, emmy("Emmy Noether"), lise("Lise Meitner"), mary("Mary Somerville");
    emmy.aka = {"Em"};
    lise.through = "Grace Hopper";
    mary.is(Stage::declined).through = "Grace Hopper";
    const auto names = [&] {
        const std::vector<Relationship> people{ada, emmy, lise, mary, wanted};
        const auto found =
            introducers_of(wanted, people, introduced_among(acquaintances_of(people)));
        std::string list;
        for (const Relationship* person : found.all)
            list += person->name + (person == found.named ? " as named; " : "; ");
        return list;
    };
    CHECK(names() == "Ada Lovelace as named; Lise Meitner; ");
    wanted.through = "em";
    CHECK(names() == "Emmy Noether as named; Lise Meitner; ");
    wanted.through = "Ada";
    CHECK(names() == "Ada Lovelace as named; Lise Meitner; ");
    wanted.through = "";
    CHECK(names() == "Lise Meitner; ");
}

// --- what `due` says of it

TEST_CASE("silence is named a week after the first word, and again when it is time to let go") {
    const Person person = grace().met_on("2026-11-01", "outreach");
    const auto on = [&](std::string_view today) { return due(person, today, 0); };
    CHECK(on("2026-11-07") == "");
    CHECK(on("2026-11-08") == "2026-11-08 today outreach: Write to Grace once more (you wrote 7 "
                              "days ago, no answer yet; one polite follow-up)");
    CHECK(on("2026-11-21") == "2026-11-08 today outreach: Write to Grace once more (you wrote 20 "
                              "days ago, no answer yet; one polite follow-up)");
    CHECK(on("2026-11-22") ==
          "2026-11-22 today outreach: Let Grace go for now (you wrote 21 days ago, no answer)");
}

TEST_CASE("each row of an outreach names what to type") {
    const Person person = grace().met_on("2026-11-01", "outreach");
    const auto command = [](const Person& prospect, std::string_view today) {
        return reminders(prospect, today).at(0).command;
    };
    CHECK(command(person, "2026-11-08") == "mentor draft grace-hopper --kind follow-up");
    CHECK(command(person, "2026-11-22") == "mentor set grace-hopper stage=declined");
    CHECK(command(Person(person).met_on("2026-11-04"), "2026-11-05") ==
          "mentor agree grace-hopper");
}

TEST_CASE("a follow-up is never asked for twice") {
    const Person person = grace().met_on("2026-11-01", "outreach").met_on("2026-11-08", "email");
    CHECK(due(person, "2026-11-21", 0) == "");
    CHECK(due(person, "2026-11-22", 0) ==
          "2026-11-22 today outreach: Let Grace go for now (you wrote again 14 days ago, no "
          "answer)");
}

TEST_CASE("an answer is followed up by a coffee, and a coffee by the question how to go on") {
    const Person answered =
        grace().met_on("2026-11-01", "outreach").logged(entry("2026-11-03", "email", Side::them));
    CHECK(due(answered, "2026-11-05") == "2026-11-03 today outreach: Suggest a coffee to Grace "
                                         "(you heard from Grace 2 days ago, nothing planned yet)");
    CHECK(due(Person(answered).met_on("2026-11-04"), "2026-11-05") ==
          "2026-11-04 today outreach: Go on with Grace? (you met yesterday; if it fits you both)");
    CHECK(due(Person(answered).agreed_next("2026-11-06"), "2026-11-05") ==
          "2026-11-06 week meeting: Meeting with Grace (as agreed, your first meeting)");
}

TEST_CASE("outreach is of prospects alone, and rests while they are snoozed") {
    const Person person = grace().met_on("2026-11-01", "outreach");
    CHECK(due(Person(person).snoozed_until("2026-11-20"), "2026-11-19") == "");
    CHECK(due(Person(person).snoozed_until("2026-11-20"), "2026-11-20").starts_with("2026-11-20"));
    CHECK(due(Person(person).is(Stage::declined), "2026-11-20") == "");
    CHECK(due(Person(person).is(Stage::paused), "2026-11-20") == "");
}

} // namespace mentor::prospects_test
