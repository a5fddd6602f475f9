// SPDX-License-Identifier: MIT
#include "core/compiled_text.hpp"
#include "core/rules/promises/suggestions.hpp"
#include "format/decode.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

#include <set>

namespace mentor::suggestions_test {

using namespace mentor::testing;

static const Date today = day("2026-11-22");

static const QuestionBank& bank() {
    static const QuestionBank questions =
        decode_questions(
            Document::parse(std::string(compiled_text("session/questions.toml")), "questions.toml"))
            .bank;
    return questions;
}

static Person met(Person person, int times) {
    for (int i = 0; i < times; ++i)
        person.met_on("2026-11-01");
    return person;
}

TEST_CASE("the bank has more than 120 questions, each once, and some for every phase and role") {
    CHECK(decode_questions(
              Document::parse(std::string(compiled_text("session/questions.toml")), "q.toml"))
              .fault == std::nullopt);
    std::set<std::string> words;
    for (const BankQuestion& question : bank())
        CHECK_MESSAGE(words.insert(fold(question.ask)).second, question.ask);
    CHECK(words.size() >= 120);
    for (const std::string& name : phase_names())
        for (const Role role : {Role::mentor, Role::mentee, Role::peer}) {
            const QuestionFilter filter{find_phase(name), ""};
            CHECK_MESSAGE(suggest_questions(bank(), Person().is(role), {}, today, filter).size() >=
                              3,
                          name << " " << to_text(role));
        }
}

TEST_CASE("which phase ten journals are in, and what may and may not be suggested in each") {
    Person promised = met(Person().every(4, Unit::week), 2);
    promised.commitments.push_back({.what = "Send it",
                                    .made = day("2026-10-01"),
                                    .due = day("2026-12-01"),
                                    .moved = {day("2026-10-10"), day("2026-11-10")}});
    Person late = met(Person().is(Role::mentee).every(2, Unit::week), 3);
    late.goals.push_back(goal("g3kq", "Ship it", "2026-11-01"));
    Person leading = met(Person().every(4, Unit::week), 1);
    leading.tags = {"Leadership"};
    const struct {
        const char* name;
        Person person;
        Phase phase;
        const char *first, *never;
    } rows[] = {
        {"a prospect", Person().is(Stage::prospect), Phase::first_talk,
         "What part of your work do you look forward to on a Sunday evening?",
         "What do you expect from me between two meetings?"},
        {"a mentee before the first talk", Person().is(Role::mentee), Phase::first_talk,
         "What would make these talks worth your time?", "What made you say yes to this talk?"},
        {"nothing agreed after the first talk", met(Person(), 1), Phase::agreement,
         "What would make you say at the end that it was worth it?",
         "What would you do in my place this week?"},
        {"agreed, and met once", met(Person().every(4, Unit::week), 1), Phase::middle,
         "What does somebody who is good at this do that I don't do yet?",
         "How do you give work away without losing sight of it?"},
        {"the same, about leadership", leading, Phase::middle,
         "What do you say when you don't know the answer and all are looking at you?",
         "How do you begin, before there is a first sentence?"},
        {"a promise that was put off twice", promised, Phase::stuck,
         "I keep putting this off. What do you think is behind it?",
         "What happens if you don't do it at all?"},
        {"a mentee whose goal is late", late, Phase::stuck,
         "What is the part that you would rather not look at?",
         "I keep putting this off. What do you think is behind it?"},
        {"the fifth meeting", met(Person().every(4, Unit::week), 5), Phase::feedback,
         "What should I have told you sooner?", "Do I talk too much?"},
        {"it ends in two weeks", met(Person().every(4, Unit::week).ends_on("2026-12-06"), 8),
         Phase::ending, "Which of my habits will trip me up again?",
         "Whom will you ask from now on?"},
        {"alumni", met(Person().is(Stage::alumni), 3), Phase::in_touch,
         "What would you like to be asked about?", "Have you begun to help somebody else?"},
    };
    for (const auto& [row, person, phase, first, never] : rows) {
        const std::string name = row;
        CAPTURE(name);
        CHECK(to_text(phase_of(person, {}, today)) == to_text(phase));
        const auto suggested = suggest_questions(bank(), person, {}, today);
        std::set<std::string> words;
        for (const Suggestion& each : suggested)
            words.insert(each.question->ask);
        REQUIRE(suggested.size() >= 3);
        std::set<std::string> shown;
        for (std::size_t i = 0; i < 3; ++i)
            shown.insert(suggested[i].question->ask);
        CHECK_MESSAGE(shown.contains(first), suggested[0].question->ask
                                                 << " | " << suggested[1].question->ask << " | "
                                                 << suggested[2].question->ask);
        CHECK(!words.contains(never));
    }
}

TEST_CASE("a topic is known in whatever form of the word, and in the words of a question") {
    const BankQuestion manager{
        "How do you say no to your boss?", Phase::middle, {}, {"management"}};
    const BankQuestion pay{"How did you negotiate your last offer?", Phase::stuck, {}, {}};
    const BankQuestion stage{
        "What do you do before it begins?", Phase::middle, {}, {"public speaking"}};
    const QuestionBank few{manager, pay, stage};
    const auto about = [&](std::string topic) {
        std::string asked;
        for (const Suggestion& each : suggest_questions(few, met(Person().every(4, Unit::week), 1),
                                                        {}, today, {{}, std::move(topic)}))
            asked += each.question->ask;
        return asked;
    };
    CHECK(about("managing") == manager.ask);
    CHECK(about("Managers") == manager.ask);
    CHECK(about("negotiation") == pay.ask);
    CHECK(about("negotiating an offer").empty());
    CHECK(about("public speakers") == stage.ask);
    CHECK(about("speaking").empty());
    CHECK(about("fishing").empty());
    CHECK(about("?!").empty());
}

TEST_CASE("nobody who declined is to be asked anything") {
    CHECK(suggest_questions(bank(), Person().is(Stage::declined), {}, today).empty());
}

TEST_CASE("what was parked or asked, in whatever letters, never comes again") {
    Person ada = met(Person().every(4, Unit::week), 1);
    for (std::size_t left = suggest_questions(bank(), ada, {}, today).size(); left > 0; --left) {
        const auto suggested = suggest_questions(bank(), ada, {}, today);
        REQUIRE(suggested.size() == left);
        Question question;
        question.ask = fold(
            suggested.front().question->ask.substr(0, suggested.front().question->ask.size() - 1));
        if (left % 2 == 0) question.asked = today;
        ada.questions.push_back(question);
    }
    CHECK(suggest_questions(bank(), ada, {}, today).empty());
}

TEST_CASE("the next meeting brings other questions, and the same file the same") {
    const Person once = met(Person().every(4, Unit::week), 1);
    const Person twice = met(Person().every(4, Unit::week), 2);
    CHECK(suggest_questions(bank(), once, {}, today).front().question !=
          suggest_questions(bank(), twice, {}, today).front().question);
}

TEST_CASE("a number belongs to its question, whatever is parked meanwhile") {
    Person ada = met(Person().every(4, Unit::week), 1);
    const auto before = suggest_questions(bank(), ada, {}, today);
    Question parked;
    parked.ask = before[1].question->ask;
    ada.questions.push_back(parked);
    const auto after = suggest_questions(bank(), ada, {}, today);
    REQUIRE(after.size() == before.size() - 1);
    CHECK(after[0].number == 1);
    CHECK(after[1].number == 3);
    CHECK(after[1].question == before[2].question);
}

TEST_CASE("one's own questions come first where they fit") {
    QuestionBank all = bank();
    all.push_back({"Who pays?", Phase::middle, {Role::mentor}, {}, true});
    all.push_back({"Only a peer?", Phase::middle, {Role::peer}, {}, true});
    const auto suggested = suggest_questions(all, met(Person().every(4, Unit::week), 3), {}, today);
    CHECK(suggested.front().question->ask == "Who pays?");
    CHECK(suggested[1].question->ask != "Only a peer?");
}

} // namespace mentor::suggestions_test
