// SPDX-License-Identifier: MIT
#include "core/rules/promises/recap.hpp"
#include "unit/core/rules/person.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

namespace mentor::recap_test {

using mentor::testing::day;
using mentor::testing::Person;

namespace {

const Date today = day("2026-11-30");

Commitment promise(std::string id, std::string what, const char* made = "2026-11-22") {
    Commitment made_it;
    made_it.id = std::move(id);
    made_it.what = std::move(what);
    made_it.owner = Side::them;
    made_it.made = day(made);
    return made_it;
}

Person jo() {
    Person person("Jo Park");
    LogEntry entry;
    entry.id = "x4t9";
    entry.on.date = day("2026-11-22");
    entry.kind = "coffee";
    entry.note = "Dear Ada,\nit was good.";
    return person.logged(entry);
}

ReadAgain read(const Person& person, const std::string& text, const char* on = "2026-11-22") {
    const Calendar then{day(on), std::chrono::Monday};
    const Marked said = parse_marks(text, then, side_names(person, "Ada Byron"));
    return read_again(said, person, day(on), Kinds(), today);
}

// What it knows, a line each: "2 words" with the position, "- words" of what was taken out; then
// what is new.
std::string outcome(const ReadAgain& again) {
    std::vector<std::string> lines;
    for (const auto& [said, position] : again.known)
        lines.push_back((position ? std::to_string(*position) : "-") + " " + said.what);
    for (const MarkedCommitment& fresh : again.fresh.commitments)
        lines.push_back("new " + fresh.what + (fresh.mark.empty() ? "" : " ^" + fresh.mark));
    return join(lines, "\n");
}

const std::string met = "on: 2026-11-22, coffee ^x4t9\n";

} // namespace

TEST_CASE("a promise is known by its mark, whatever became of it") {
    Person person = jo();
    Commitment moved = promise("c7k2", "Send chapter one", "2026-11-23");
    moved.owner = Side::me;
    moved.due = day("2026-12-09");
    moved.done = day("2026-11-29");
    person.promised(promise("aaaa", "Other")).promised(moved);
    CHECK(outcome(read(person, met + "[ ] Jo: Send the draft, by 2026-12-04 ^c7k2")) ==
          "1 Send the draft");
    CHECK(outcome(read(person, "[ ] Jo: Send the draft, by 2026-12-04 ^C7K2")) ==
          "1 Send the draft");
    // At the next meeting, too.
    CHECK(outcome(read(person, "on: 2026-11-29 ^bbbb\n[ ] Jo: Send it ^c7k2", "2026-11-29")) ==
          "1 Send it");
}

TEST_CASE("a promise whose id was taken is known by its key, and by its own id all the same") {
    Person person = jo();
    Commitment other = promise("d9f4", "Send the draft");
    other.mark = "c7k2";
    Goal goal;
    goal.id = "c7k2";
    person.aims_for(goal).promised(other);
    CHECK(outcome(read(person, met + "[ ] Jo: Send it ^c7k2")) == "0 Send it");
    CHECK(outcome(read(person, met + "[ ] Jo: Send it ^d9f4")) == "0 Send it");
}

TEST_CASE("the mark of something else is no promise's") {
    Person person = jo();
    Goal goal;
    goal.id = "g3kq";
    person.aims_for(goal);
    CHECK(outcome(read(person, "[ ] Jo: Send it ^g3kq\n[ ] Jo: Read it ^x4t9")) ==
          "new Send it ^g3kq\nnew Read it ^x4t9");
}

TEST_CASE("of several with one mark the words say which, in the file and in the mail") {
    Person person = jo();
    person.promised(promise("c7k2", "Send the draft")).promised(promise("c7k2", "Read it"));
    CHECK(outcome(read(person, met + "[ ] Jo: Read it ^c7k2")) == "1 Read it");
    CHECK(outcome(read(person, met + "[ ] Jo: Whatever ^c7k2")) == "0 Whatever");
    CHECK(outcome(read(jo(), met + "[ ] Jo: One ^c7k2\n[ ] Jo: Two ^c7k2\n[ ] Jo: One ^c7k2")) ==
          "new One ^c7k2\nnew Two");
}

TEST_CASE("what was read in once and has been taken out since is known") {
    Person person = jo();
    person.log.front().recap = {"c7k2"};
    CHECK(outcome(read(person, met + "[ ] Jo: Send it ^c7k2\n[ ] Jo: Read it ^d9f4")) ==
          "- Send it\nnew Read it ^d9f4");
}

TEST_CASE("words tell in a recap, of the same day, what has no mark or another") {
    Person person = jo();
    person.promised(promise("aaaa", "Send the draft"));
    CHECK(outcome(read(person, met + "[ ] Jo: send the draft.")).starts_with("0 send the draft"));
    CHECK(outcome(read(person, met + "[ ] Jo: Send the draft ^c7k2")) == "0 Send the draft");
    CHECK(outcome(read(person, met + "[ ] me: Send the draft")) == "new Send the draft");
    // A note says it anew, and so does the recap of another meeting.
    CHECK(outcome(read(person, "[ ] Jo: Send the draft")) == "new Send the draft");
    CHECK(outcome(read(person, "on: 2026-11-29\n[ ] Jo: Send the draft", "2026-11-29")) ==
          "new Send the draft");
}

TEST_CASE("a meeting is known by its mark, else by its day and its words") {
    CHECK(read(jo(), "Other words\non: 2026-11-23, call ^x4t9", "2026-11-23").entry == 0);
    CHECK(read(jo(), "Dear Ada,\n\nit was\ngood.\non: 2026-11-22").entry == 0);
    CHECK_FALSE(read(jo(), "Dear Ada,\nit was good.\non: 2026-11-23", "2026-11-23").entry);
    CHECK_FALSE(read(jo(), "Other words\non: 2026-11-22 ^bbbb").entry);
    CHECK_FALSE(read(jo(), "Dear Ada,\nit was good.").entry);
    const ReadAgain again =
        read(jo(), "Dear Ada,\nit was\ngood.\n\nPS: One thing\n! A win\n" + met);
    CHECK(again.unheld == std::vector<std::string>{"PS: One thing", "A win"});
    CHECK(again.fresh.note.empty());
    CHECK(again.fresh.wins.empty());
}

TEST_CASE("a recap without words is of an entry of its day that has none and is of its kind") {
    for (const std::string kind : {"coffee", "message", "call"}) {
        for (const bool has_note : {false, true}) {
            for (const bool is_private : {false, true}) {
                CAPTURE(kind);
                CAPTURE(has_note);
                CAPTURE(is_private);
                LogEntry entry;
                entry.id = "x4t9";
                entry.on.date = day("2026-11-22");
                entry.kind = kind;
                entry.note = has_note ? "Words" : "";
                entry.is_private = is_private;
                const Person person = Person("Jo Park").logged(entry);
                const auto is_known = [&](const std::string& mail, const char* on = "2026-11-22") {
                    return read(person, mail + "\n[ ] me: Send it\n> Ask early", on).entry == 0;
                };
                CHECK(is_known("on: 2026-11-22, coffee") == (kind == "coffee" && !has_note));
                CHECK(is_known("\n \non: 2026-11-22, call") == (kind == "call" && !has_note));
                CHECK_FALSE(is_known("on: 2026-11-22, meal"));
                CHECK_FALSE(is_known("on: 2026-11-21, coffee", "2026-11-21"));
                // Its mark names another meeting, or this one.
                CHECK_FALSE(is_known("on: 2026-11-22, coffee ^zz11"));
                CHECK(is_known("on: 2026-11-22, coffee ^x4t9"));
                // Words tell by themselves.
                CHECK(is_known("Words\non: 2026-11-22, meal ^zz11") == has_note);
            }
        }
    }
}

TEST_CASE("of several entries with one mark the mail says which, or it can't be told") {
    const auto entry = [](std::string id, const char* on, std::string kind, std::string note) {
        LogEntry made;
        made.id = std::move(id);
        made.on.date = day(on);
        made.kind = std::move(kind);
        made.note = std::move(note);
        return made;
    };
    const auto with = [](const std::vector<LogEntry>& entries) {
        Person person("Jo Park");
        for (const LogEntry& each : entries)
            person.logged(each);
        return person;
    };
    const LogEntry first = entry("x4t9", "2026-11-20", "coffee", "One");
    const LogEntry other_day = entry("x4t9", "2026-11-22", "coffee", "Two");
    const LogEntry other_words = entry("x4t9", "2026-11-22", "coffee", "Three");
    const LogEntry other_kind = entry("x4t9", "2026-11-22", "call", "Two");
    CHECK(read(with({first, other_day}), "Words\n" + met).entry == 1);
    CHECK(read(with({other_day, first}), "Words\n" + met).entry == 0);
    CHECK(read(with({first, other_words, other_day}), "Two\n" + met).entry == 2);
    CHECK(read(with({other_kind, first, other_day}), "Two\n" + met).entry == 2);
    CHECK(read(with({other_day, other_day}), "Words\n" + met).entry == 0); // equal in all
    const auto why = [&](const std::vector<LogEntry>& entries, const std::string& mail) {
        try {
            read(with(entries), mail);
        } catch (const Error& error) {
            return to_text(error.diagnostic());
        }
        return std::string();
    };
    CHECK(why({first, other_day, other_words}, "Words\n" + met) ==
          "mentor: the mail may be about any of 2 entries with Jo Park\n"
          "  x4t9  coffee of Sun 22 Nov 2026: Two\n"
          "  x4t9  coffee of Sun 22 Nov 2026: Three\n"
          "  give each an id of its own, or take one out: mentor edit jo-park\n");
}

TEST_CASE("a recap moves no agreed meeting") {
    const auto agreed = [](const Person& person, const std::string& mail, const char* on) {
        const ReadAgain again = read(person, mail, on);
        return (again.fresh.next ? "new " + to_iso(*again.fresh.next) : "") +
               (again.next ? "differs " + to_iso(*again.next) : "");
    };
    const std::string later = "on: 2026-11-29 ^bbbb\nnext: 2026-12-18";
    CHECK(agreed(jo(), later, "2026-11-29") == "new 2026-12-18");
    CHECK(agreed(jo().agreed_next("2026-11-29"), later, "2026-11-29") == "new 2026-12-18");
    CHECK(agreed(jo().agreed_next("2026-12-20"), later, "2026-11-29") == "differs 2026-12-18");
    CHECK(agreed(jo().agreed_next("2026-12-18"), later, "2026-11-29").empty());
    // One of an older meeting, and one that was read before.
    CHECK(agreed(jo(), "on: 2026-11-01 ^bbbb\nnext: 2026-11-20", "2026-11-01").empty());
    CHECK(agreed(jo(), met + "next: 2026-12-18", "2026-11-22") == "differs 2026-12-18");
    // A note says what holds now.
    CHECK(agreed(jo().agreed_next("2026-12-20"), "next: 2026-12-18", "2026-11-29") ==
          "new 2026-12-18");
}

TEST_CASE("advice and questions of a recap aren't doubled") {
    Person person = jo();
    Advice advice;
    advice.what = "Lead with impact";
    advice.log = "x4t9";
    Question question;
    question.ask = "Why me?";
    person.advice.push_back(advice);
    person.questions.push_back(question);
    const ReadAgain again =
        read(person, "> Lead with impact.\n> Begin\n? Why me?\n? Why now?\n" + met);
    CHECK(again.fresh.advice == std::vector<std::string>{"Begin"});
    CHECK(again.fresh.questions == std::vector<std::string>{"Why now?"});
}

TEST_CASE("a promise that a mail says was kept may be closed already") {
    Person person = jo();
    Commitment kept = promise("c7k2", "Send the draft");
    kept.done = day("2026-11-29");
    person.promised(kept).promised(promise("d9f4", "Read it"));
    CHECK(is_closed_already({"whatever", "c7k2"}, person, false));
    CHECK(is_closed_already({"Send the draft", ""}, person, true));
    CHECK_FALSE(is_closed_already({"Send the draft", ""}, person, false));
    CHECK_FALSE(is_closed_already({"Read it", "d9f4"}, person, true));
    CHECK_FALSE(is_closed_already({"Nothing of the kind", "aaaa"}, person, true));
}

TEST_CASE("of a promise that both made, a recap says whose was kept") {
    const auto both = [](bool mine_is_done, bool theirs_is_done) {
        Person person = jo();
        for (const auto& [side, is_done] :
             {std::pair(Side::me, mine_is_done), std::pair(Side::them, theirs_is_done)}) {
            Commitment one = promise(side == Side::me ? "c1aa" : "c2aa", "Read the book");
            one.owner = side;
            if (is_done) one.done = day("2026-11-29");
            person.promised(one);
        }
        return person;
    };
    for (const bool mine : {false, true}) {
        for (const bool theirs : {false, true}) {
            CAPTURE(mine);
            CAPTURE(theirs);
            const Person person = both(mine, theirs);
            const auto is_closed = [&](const char* mark, std::optional<Side> owner) {
                return is_closed_already({"read the book.", mark, owner}, person, true);
            };
            for (const char* mark : {"", "zzzz"}) {
                CHECK(is_closed(mark, Side::me) == mine);
                CHECK(is_closed(mark, Side::them) == theirs);
                CHECK(is_closed(mark, std::nullopt) == (mine && theirs));
            }
            // A mark names it, whoever is said to have made it.
            const auto by_mark = [&](const char* mark, Side owner) {
                return is_closed_already({"whatever", mark, owner}, person, true);
            };
            for (const Side owner : {Side::me, Side::them}) {
                CHECK(by_mark("c1aa", owner) == mine);
                CHECK(by_mark("c2aa", owner) == theirs);
            }
        }
    }
}

} // namespace mentor::recap_test
