// SPDX-License-Identifier: MIT
#include "core/marks/marks.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mentor::marks_test {

namespace {

// 22 November 2026 is a Sunday.
const Calendar sunday{make_date(2026, 11, 22)};

SideNames names() {
    Relationship ada;
    ada.name = "Ada Lovelace";
    ada.aka = {"The Countess"};
    return side_names(ada, "Tim Berners");
}

// All that a text says, a line each: "note: …", "me: … @ day".
std::string outcome(const std::string& text) {
    Marked marked;
    try {
        marked = parse_marks(text, sunday, names());
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return error.diagnostic().what + " | " + error.diagnostic().advice;
    }
    std::vector<std::string> lines;
    const auto add = [&](const std::string& what, const std::vector<std::string>& texts) {
        for (const auto& each : texts)
            lines.push_back(what + ": " + each);
    };
    if (!marked.note.empty()) add("note", {marked.note});
    for (const auto& commitment : marked.commitments)
        lines.push_back(std::string(to_text(commitment.owner)) + ": " + commitment.what +
                        (commitment.due ? " @ " + to_iso(*commitment.due) : "") +
                        (commitment.mark.empty() ? "" : " ^" + commitment.mark));
    for (const auto& [ref, mark, owner] : marked.kept)
        lines.push_back("kept" + (owner ? " of " + std::string(to_text(*owner)) : "") + ": " + ref +
                        (mark.empty() ? "" : " ^" + mark));
    add("ask", marked.questions);
    add("advice", marked.advice);
    add("win", marked.wins);
    add("topic", marked.topics);
    if (marked.next) lines.push_back("next: " + to_iso(*marked.next));
    return join(lines, "\n");
}

struct Row {
    std::string text;
    std::string expected;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(outcome(row.text) == row.expected);
    }
}

} // namespace

TEST_CASE("spaces, case and the signs of a list before a mark don't matter") {
    check({
        {"[ ] me: Send it by fri", "me: Send it @ 2026-11-27"},
        {"  [ ] Send it", "me: Send it"},
        {"- [ ] Send it", "me: Send it"},
        {"* [ ] Send it", "me: Send it"},
        {"+ [ ] Send it", "me: Send it"},
        {"2. [ ] Send it", "me: Send it"},
        {"\t-  [  ]  Send it", "me: Send it"},
        {"[]Send it", "me: Send it"},
        {"- ? How was it", "ask: How was it"},
        {"> Lead with impact", "advice: Lead with impact"},
        {">Lead with impact", "advice: Lead with impact"},
        {"?How was it", "ask: How was it"},
        {"!Spoke at the meetup", "win: Spoke at the meetup"},
        {"# promotion, writing", "topic: promotion\ntopic: writing"},
        {"#promotion", "topic: promotion"},
        {"# C#, F#", "topic: C#\ntopic: F#"},
        {"#promotion #writing", "topic: promotion\ntopic: writing"},
        {"Next: 4w", "next: 2026-12-20"},
        {"- NEXT:fri", "next: 2026-11-27"},
    });
}

TEST_CASE("what only looks like a mark is text") {
    check({
        {"#1 rule", "note: #1 rule"},
        {"?! he said", "note: ?! he said"},
        {">> quoted", "note: >> quoted"},
        {"- a point", "note: - a point"},
        {"[link](https://example.org)", "note: [link](https://example.org)"},
        {"[?] unsure", "note: [?] unsure"},
        {"What's next: rest", "note: What's next: rest"},
        {"3.5 points", "note: 3.5 points"},
    });
}

TEST_CASE("a promise is of whom it names, by any name of the two") {
    check({
        {"[ ] them: Intro", "them: Intro"},
        {"[ ] THEY: Intro", "them: Intro"},
        {"[ ] Ada: Intro", "them: Intro"},
        {"[ ] ada lovelace : Intro", "them: Intro"},
        {"[ ] the countess: Intro", "them: Intro"},
        {"[ ] Me: Send it", "me: Send it"},
        {"[ ] I: Send it", "me: Send it"},
        {"[ ] Tim: Send it", "me: Send it"},
        {"[ ] Tim Berners: Send it", "me: Send it"},
        {"[ ] Read https://example.org", "me: Read https://example.org"},
        {"[ ] Ask about the offer: is it good", "me: Ask about the offer: is it good"},
        {"[ ] me: Slides: the update", "me: Slides: the update"},
        {"[ ] Grace: Intro", "line 1: 'Grace' is neither of the two of you | write: [ ] me: Grace: "
                             "Intro, or: [ ] them: Grace: Intro"},
        {"Fine.\n[ ] Grace Hopper: Intro",
         "line 2: 'Grace Hopper' is neither of the two of you | write: [ ] me: Grace Hopper: "
         "Intro, or: [ ] them: Grace Hopper: Intro"},
    });
}

TEST_CASE("a name that both have is nobody's, but where it is the whole name of one") {
    const auto said = [](const std::string& mine, const Relationship& person,
                         const std::string& line) {
        try {
            const Marked marked = parse_marks(line, sunday, side_names(person, mine));
            return std::string(to_text(marked.commitments.front().owner)) + ": " +
                   marked.commitments.front().what;
        } catch (const Error& error) {
            return error.diagnostic().what + " | " + error.diagnostic().advice;
        }
    };
    const auto person = [](const std::string& name, const std::string& aka = "",
                           const std::string& address = "") {
        Relationship one;
        one.name = name;
        if (!aka.empty()) one.aka = {aka};
        one.address = address;
        return one;
    };
    const Relationship others[] = {person("Ada Lovelace"), person("Lovelace, Ada"),
                                   person("Dr. Ada Lovelace"), person("Augusta King", "Ada"),
                                   person("Augusta King", "", "Ada")};
    for (const Relationship& ada : others) {
        CAPTURE(ada.name);
        for (const std::string head : {"Ada", "ada", "ADA"}) {
            CHECK(said("Ada Byron", ada, "Fine.\n[ ] " + head + ": send it by fri") ==
                  "line 2: '" + head +
                      "' may be either of the two of you | write: [ ] me: send it by fri, or: "
                      "[ ] them: send it by fri, or the whole name");
        }
        CHECK(said("Ada Byron", ada, "[ ] Ada Byron: send it") == "me: send it");
        CHECK(said("Ada Byron", ada, "[ ] " + ada.name + ": send it") == "them: send it");
        CHECK(said("Ada Byron", ada, "[ ] me: send it") == "me: send it");
        CHECK(said("Ada Byron", ada, "[ ] them: send it") == "them: send it");
        CHECK(said("Ada Byron", ada, "[ ] send it") == "me: send it");
        CHECK(said("Tim Berners", ada, "[ ] Ada: send it") == "them: send it");
        CHECK(said("", ada, "[ ] Ada: send it") == "them: send it");
        // What was kept is known by its words or its mark, whoever promised it.
        const MarkedKept kept =
            parse_marks("[x] Ada: send it", sunday, side_names(ada, "Ada Byron")).kept.front();
        CHECK(kept.ref == "send it");
        CHECK(!kept.owner);
    }
    CHECK(said("Ada", person("Ada Lovelace"), "[ ] Ada: send it") == "me: send it");
    CHECK(said("Ada Byron", person("Ada"), "[ ] Ada: send it") == "them: send it");
    CHECK(said("Ada Byron", person("Ada Byron"), "[ ] Ada Byron: send it").find("either") !=
          std::string::npos);
}

TEST_CASE("a box that is ticked is a promise that was kept") {
    check({
        {"[x] the draft", "kept: the draft"},
        {"- [X] the draft", "kept: the draft"},
        {"[x] me: Send the draft by fri", "kept of me: Send the draft"},
        {"[x] them: Send it by blursday", "kept of them: Send it by blursday"},
        {"[x] Ada: the draft", "kept of them: the draft"},
        {"[x] THE COUNTESS : the draft ^c7k2", "kept of them: the draft ^c7k2"},
        {"[X] tim: c7k2", "kept of me: c7k2"},
        {"[x] Grace: the draft", "kept: Grace: the draft"},
        {"[x] Slides: the last ones", "kept: Slides: the last ones"},
        {"[x] Send it by blursday", "kept: Send it by blursday"},
        {"[x]", "line 1: a mark for a promise that was kept with nothing after it | "},
    });
}

TEST_CASE("what a mail quotes is no advice, and no line of it is lost") {
    check({
        {"> Lead with impact\n> Ask first", "advice: Lead with impact\nadvice: Ask first"},
        {"What was advised:\n> Lead with impact",
         "note: What was advised:\nadvice: Lead with impact"},
        {"The 3 rules of Ada:\n> Lead with impact",
         "note: The 3 rules of Ada:\nadvice: Lead with impact"},
        {"Thanks!\n\nOn Fri, 20 Nov 2026, Ada wrote:\n> Lead with impact\nI will.\n> And so on",
         "note: Thanks!\n\nOn Fri, 20 Nov 2026, Ada wrote:\n> Lead with impact\nI will.\n> And so "
         "on"},
        {"Am 20.11.2026 um 10:15 schrieb Ada:\n\n> Hallo",
         "note: Am 20.11.2026 um 10:15 schrieb Ada:\n\n> Hallo"},
        {"On Friday Ada\n<ada@example.org>:\n> Hello",
         "note: On Friday Ada\n<ada@example.org>:\n> Hello"},
        {"> Dear Tim,\n>\n> [ ] Ada: Intro\n! A win",
         "note: > Dear Tim,\n>\n> [ ] Ada: Intro\nwin: A win"},
        {">> Shall we?\n> Yes.", "note: >> Shall we?\n> Yes."},
        {"> Mine\n\n> Dear Tim\n> > Older", "note: > Dear Tim\n> > Older\nadvice: Mine"},
        {">", "line 1: a mark for advice with nothing after it | "},
        {"> One\n\n>", "line 3: a mark for advice with nothing after it | "},
    });
}

TEST_CASE("a promise may carry the mark by which both sides know it") {
    check({
        {"[ ] Ada: Send it, by 2026-12-04 ^C7K2.", "them: Send it @ 2026-12-04 ^c7k2"},
        {"[ ] me: Send it ^c7k2 by fri", "me: Send it @ 2026-11-27 ^c7k2"},
        {"-\u00a0[\u00a0]\u00a0me:\u00a0Send it,\u00a0by\u00a0fri\u00a0^c7k2",
         "me: Send it @ 2026-11-27 ^c7k2"},
        {"[ ] me: Send x^c7k2", "me: Send x^c7k2"},
        {"[ ] ^c7k2", "line 1: a promise without words | write: [ ] me: Send the draft by fri"},
        {"[x] Send it, by fri ^c7k2", "kept: Send it ^c7k2"},
        {"[x] ^c7k2", "kept: ^c7k2 ^c7k2"},
        {"[ ] me: Send\nit ^c7k2\n\nHello", "note: Hello\nme: Send it ^c7k2"},
        {"> on: 2026-11-20\n> [ ] me: Send it ^c7k2", "me: Send it ^c7k2"},
        {"> [ ] me: Send it ^c7k2", "note: > [ ] me: Send it ^c7k2"},
        {"? Why ^c7k2", "ask: Why ^c7k2"},
    });
    CHECK(outcome("Hello\n[ ] me: Send\nit ^c7k2\n[ ] me: by blursday").starts_with("line 4: "));
}

TEST_CASE("a recap says when it was, and only a whole date says so") {
    const auto met = find_met_on("Hello\n- ON: 2026-11-20, Coffee \nBye");
    REQUIRE(met);
    CHECK(to_iso(met->day) == "2026-11-20");
    CHECK(met->kind == "Coffee");
    CHECK(find_met_on("on: 2026-11-20")->kind.empty());
    for (const char* text :
         {"on: the train", "on: friday", "on 2026-11-20", "He is on: 2026-11-20"})
        CHECK(!find_met_on(text));
}

TEST_CASE("an `on:` with the figures of a day that there isn't is no text") {
    for (const std::string day : {"2026-02-31", "0000-01-01", "2026-13-01", "2026-11-00",
                                  "2026-11-19T10:00", "2026-11-190"}) {
        for (const std::string rest : {"", ", coffee", ", coffee ^x4t9"}) {
            for (const std::string before : {"on: ", "- ON:", "  * on:  "}) {
                CAPTURE(before + day + rest);
                CHECK(outcome("Hello\n" + before + day + rest)
                          .starts_with("line 2: '" + day + "' isn't a day | "));
            }
        }
    }
    check({
        {"on: 2026", "note: on: 2026"},
        {"on: the train", "note: on: the train"},
        {"on: friday", "note: on: friday"},
        {"on: 2026-11-19 we met", "note: on: 2026-11-19 we met"},
        {"Jo wrote:\n> on: 2026-02-31, coffee", "note: Jo wrote:\n> on: 2026-02-31, coffee"},
    });
}

TEST_CASE("what a text says twice it says alike") {
    const std::string advice = " | leave one of the two out";
    check({
        {"next: 2w\nnext: 4w", "line 2: 'next:' says otherwise in line 1" + advice},
        {"next: 2w\nHello\n- next: fri", "line 3: 'next:' says otherwise in line 1" + advice},
        {"next: 2w\nNEXT: 2026-12-06", "next: 2026-12-06"},
        {"Hello\non: 2026-11-19, coffee\non: 2026-11-18, call",
         "line 3: 'on:' says otherwise in line 2" + advice},
        {"on: 2026-11-19, coffee\non: 2026-11-19",
         "line 2: 'on:' says otherwise in line 1" + advice},
        {"on: 2026-11-19, coffee ^x4t9\non: 2026-11-19, coffee ^abcd",
         "line 2: 'on:' says otherwise in line 1" + advice},
        {"on: 2026-11-19, coffee\nHello\non: 2026-11-19, coffee", "note: Hello"},
        {"on: 2026-11-19, coffee\n\nJo wrote:\n> on: 2026-11-18, call",
         "note: Jo wrote:\n> on: 2026-11-18, call"},
    });
}

} // namespace mentor::marks_test
