// SPDX-License-Identifier: MIT
#include "core/marks/marks.hpp"
#include "core/rules/people/draft.hpp"
#include "core/text.hpp"
#include "unit/core/rules/person.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

namespace mentor::draft_test {

using namespace mentor::testing;

static const std::vector<Placeholder> words{
    {"name", "Ada", "their name", ""},
    {"met", std::nullopt, "how you met", "mentor set ada met=TEXT"},
    {"mentor", "", "", ""},
    {"mentee", std::nullopt, "", ""},
    {"some", std::nullopt, "some", "", {"one", "two"}},
    {"none", std::nullopt, "nothing yet", ""},
};

// The subject, the paragraphs and the gaps, a line each; "|" where a paragraph breaks a line.
static std::string filled(std::string_view text) {
    const Draft draft = fill_draft(text, "thanks.txt", words);
    std::string said = draft.subject.empty() ? "" : "subject: " + draft.subject + "\n";
    for (const std::string& paragraph : draft.paragraphs)
        said += join(split_lines(paragraph), "|") + "\n";
    for (const Gap& gap : draft.gaps)
        said += fmt::format("gap: {} ({})\n", gap.words, gap.source);
    return said;
}

TEST_CASE("lines that follow each other are one paragraph, and a backslash breaks them") {
    CHECK(filled("Dear {name},\n\none\n  two  \r\n\n\nYours,\\\nJo\n") ==
          "Dear Ada,\none two\nYours,|Jo\n");
}

TEST_CASE("what isn't known leaves a gap, named once") {
    CHECK(filled("{met} and {met}, [a day] or [a day]") ==
          "[how you met] and [how you met], [a day] or [a day]\n"
          "gap: how you met (mentor set ada met=TEXT)\ngap: a day ()\n");
}

TEST_CASE("a line with something optional that isn't known goes, with its gaps") {
    CHECK(filled("one\n{met?} and [a day]\ntwo {name?}") == "one two Ada\n");
    CHECK(filled("{met?}\n\nlast") == "last\n");
}

TEST_CASE("a condition stands for nothing, and drops the line where it doesn't hold") {
    CHECK(filled("{mentor}Subject: Hello\n{mentee}Subject: Hi\n\n{mentor} one\n{mentee}two") ==
          "subject: Hello\none\n");
}

TEST_CASE("only a first paragraph is the subject") {
    CHECK(filled("one\n\nSubject: two") == "one\nSubject: two\n");
    CHECK(filled("Subject: about\n{name}\n\none") == "subject: about Ada\none\n");
}

TEST_CASE("the box of a mark is no gap") {
    CHECK(filled("[ ] me: Send [what]\\\n[x] Done\\\n[] none") ==
          "[ ] me: Send [what]|[x] Done|[] none\ngap: what ()\n");
}

TEST_CASE("doubled braces are braces, and a lone bracket is a bracket") {
    CHECK(filled("{{name}} [ {name}] [") == "{name} [ Ada] [\n");
}

TEST_CASE("what has several has a line for each, and a condition asks whether it has any") {
    CHECK(filled("{any some}Some:\\\n- {some}\nafter\n\n{any none}None:\\\n- {none?}\n\nend") ==
          "Some:|- one|- two|after\nend\n");
    CHECK(filled("- {none}") == "- [nothing yet]\ngap: nothing yet ()\n");
    CHECK(filled("{any name}{any met}gone\n{any name}here") == "here\n");
}

// What `mentor log` makes of the promises in a recap, on the other side.
static std::vector<std::string> read_in(const Person& person, const std::string& me,
                                        const std::string& their_own_name) {
    Config config;
    config.me.name = me;
    const auto all = placeholders_of(person, nullptr, config, day("2026-11-22"));
    const auto promises = std::ranges::find(all, "promises", &Placeholder::name);
    Relationship other;
    other.name = me;
    const Marked marked =
        parse_marks(join(promises->lines, "\n"), {day("2026-11-22"), std::chrono::Monday},
                    side_names(other, their_own_name));
    std::vector<std::string> lines;
    for (const MarkedCommitment& one : marked.commitments)
        lines.push_back(fmt::format("{} {} {}", to_text(one.owner), one.what,
                                    one.due ? to_iso(*one.due) : "-"));
    return lines;
}

TEST_CASE("a recap carries each promise to the other side, with its owner and its day") {
    for (const std::string promise_words :
         {"Send the draft", "Send it by mail", "Slides: the first three", "by the way, ask",
          "Ask Grace, by phone", "[x] tick it", "Lines\nof two", "50% of it, by and by"}) {
        Person ada("Ada Byron");
        ada.met_on("2026-11-22");
        for (const char* due : {"", "2026-12-04"})
            for (const Side owner : {Side::me, Side::them}) {
                Commitment promised;
                promised.owner = owner;
                promised.what = promise_words;
                promised.made = day("2026-11-22");
                if (*due) promised.due = day(due);
                ada.promised(promised);
            }
        const std::string what = join(split_lines(promise_words), " ");
        const std::vector<std::string> expected{"them " + what + " -", "me " + what + " -",
                                                "them " + what + " 2026-12-04",
                                                "me " + what + " 2026-12-04"};
        CHECK(read_in(ada, "Jo Park", "Ada Byron") == expected);
        CHECK(read_in(ada, "Ada Park", "Ada Byron") == expected);
    }
}

TEST_CASE("a slip in a template is named with line and column") {
    const auto fault = [](std::string_view text) {
        try {
            fill_draft(text, "thanks.txt", words);
        } catch (const Error& error) {
            return to_text(error.diagnostic());
        }
        return std::string("none");
    };
    CHECK(fault("one\n\xC3\x9C {nam}") ==
          "thanks.txt:2:3: error: there is no placeholder {nam}\n  did you mean {name}?\n"
          "  known are: name, met, mentor, mentee, some, none\n");
    CHECK(fault("{name") == "thanks.txt:1:1: error: this brace is never closed\n"
                            "  write {name}, or {{ for a brace itself\n");
    CHECK(fault("name}") == "thanks.txt:1:5: error: this brace was never opened\n"
                            "  write {name}, or }} for a brace itself\n");
}

TEST_CASE("a link is percent-encoded, with the line ends of mail") {
    const Draft draft{"Tea & cake?", {"Zo\xC3\xAB,\nhi", "100%"}, {}};
    CHECK(mailto({"ada+x@example.org", "a b@example.org"}, draft) ==
          "mailto:ada%2Bx@example.org,a%20b@example.org?subject=Tea%20%26%20cake%3F&body=Zo%C3%AB"
          "%2C%0D%0Ahi%0D%0A%0D%0A100%25");
    CHECK(mailto({}, {"", {"one"}, {}}) == "mailto:?body=one");
}

// --- what stands for the placeholders

static std::string value(const Relationship& person, std::string_view name,
                         std::string_view today = "2026-11-22") {
    for (const Placeholder& each : placeholders_of(person, nullptr, {}, day(today)))
        if (each.name == name) return each.value.value_or("-");
    return "no such placeholder";
}

static LogEntry advice(std::string_view on, std::string id, std::string text) {
    LogEntry entry;
    entry.on.date = day(on);
    entry.id = std::move(id);
    entry.kind = "coffee";
    entry.advice = {std::move(text)};
    return entry;
}

static LogEntry about(LogEntry entry, std::string goal_id) {
    entry.goals = {std::move(goal_id)};
    return entry;
}

static Goal reached(std::string outcome) {
    Goal marathon = goal("g1", "Run a marathon", "2026-12-01");
    marathon.done = day("2026-11-12");
    marathon.outcome = std::move(outcome);
    return marathon;
}

TEST_CASE("advice that thanks are owed for wins over newer advice, and outcome belongs to it") {
    Person ada = Person()
                     .logged(about(advice("2026-10-01", "x1", "Ask him."), "g1"))
                     .logged(advice("2026-11-01", "x2", "Rest"));
    CHECK(value(ada, "advice") == "Rest");
    CHECK(value(ada, "outcome") == "-");
    ada.aims_for(reached("he said yes."));
    CHECK(value(ada, "advice") == "Ask him");
    CHECK(value(ada, "outcome") == "he said yes");
}

TEST_CASE("of advice that thanks were given for, a letter says no more where there is newer") {
    Person ada = Person()
                     .logged(about(advice("2026-10-01", "x1", "Ask him"), "g1"))
                     .aims_for(reached("he said yes"))
                     .met_on("2026-11-12", "thanks")
                     .logged(advice("2026-11-14", "x2", "Rest"));
    CHECK(value(ada, "advice") == "Rest");
    CHECK(value(ada, "outcome") == "-");
    CHECK(value(ada, "advice", "2026-11-11") == "Ask him");
}

TEST_CASE("a win or a goal is what came of advice, a goal in the words of its outcome") {
    LogEntry win = about(advice("2026-11-20", "x3", ""), "g1");
    win.advice.clear();
    win.wins = {"Slept"};
    const LogEntry rest = about(advice("2026-11-01", "x2", "Rest"), "g1");
    CHECK(value(Person().logged(rest).logged(win), "advice") == "Rest");
    CHECK(value(Person().logged(rest).logged(win), "outcome") == "Slept");
    CHECK(value(Person().logged(rest).aims_for(reached("")), "outcome") == "Run a marathon");
    CHECK(value(Person().logged(rest).aims_for(reached("On my feet to the end")), "outcome") ==
          "On my feet to the end");
}

TEST_CASE("nothing of a private entry stands for anything") {
    LogEntry secret = advice("2026-11-01", "x2", "Leave");
    secret.is_private = true;
    secret.wins = {"An offer"};
    Commitment kept;
    kept.log = "x2";
    kept.done = day("2026-11-12");
    kept.outcome = "they know";
    const Person ada = Person().logged(secret).promised(kept);
    for (const Placeholder& each : placeholders_of(ada, nullptr, {}, day("2026-11-22"))) {
        CAPTURE(each.name);
        const bool plain = each.name == "name" || each.name == "first_name" || each.gap.empty();
        CHECK(each.value.has_value() == (plain && each.name != "mentee" && each.name != "peer"));
    }
}

TEST_CASE("days are written as in a letter, and only a meeting ahead is one") {
    Person ada =
        Person().met_on("2026-10-27", "video").agreed_next("2026-12-03", TimeOfDay{15, 30});
    ada.started_on("2026-01-12");
    CHECK(value(ada, "meeting") == "Thursday 3 December at 15:30");
    CHECK(value(ada, "meeting", "2026-12-04") == "-");
    CHECK(value(ada, "last_meeting") == "our video call on Tuesday 27 October");
    CHECK(value(ada, "began") == "January 2026");
    CHECK(value(Person().met_on("2026-11-14", "outreach"), "wrote") == "Saturday 14 November");
}

TEST_CASE("the goal is the open one due first, the reached one the latest") {
    Goal old = goal("g1", "Write", "2026-01-01"), late = goal("g2", "Speak", "2026-02-01");
    old.done = day("2026-01-01");
    late.done = day("2026-02-01");
    const Person ada = Person()
                           .aims_for(goal("g3", "Hire", "2027-02-01"))
                           .aims_for(goal("g4", "Lead", "2027-01-01"))
                           .aims_for(late)
                           .aims_for(old);
    CHECK(value(ada, "goal") == "Lead");
    CHECK(value(ada, "reached") == "Speak");
    CHECK(value(ada, "win") == "Speak");
}

TEST_CASE("a value of several lines is one line, so that it can't make a header of its own") {
    Person ada;
    ada.name = "Ada\nBcc: all@example.org";
    CHECK(value(ada, "name") == "Ada Bcc: all@example.org");
}

} // namespace mentor::draft_test
