// SPDX-License-Identifier: MIT
#include "format/decode.hpp"
#include "support/lines.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

namespace mentor::inspect_test {

using namespace mentor::testing;

namespace {

const Date today = make_date(2026, 11, 22);

std::string told(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics)
        text += to_text(diagnostic);
    return text;
}

// What an inspection of a sound file with further lines says; they begin in line 3.
std::string slips(const std::string& lines) {
    Kinds kinds;
    kinds.set("hike", KindClass::meeting);
    const std::string text = R"(
        name = "Ada"
        role = "mentor"
    )"_lines + lines;
    return told(inspect_relationship(Document::parse(text, "ada.toml"), kinds, today));
}

std::string config_slips(const std::string& text) {
    return told(inspect_config(Document::parse(text, "config.toml")));
}

} // namespace

TEST_CASE("a sound file gives nothing to say") {
    CHECK(slips(R"(
        started = 2026-01-12
        ends = 2026-12-31
        shoe_size = 39
        [agreement]
        every = "4w"
        [[goal]]
        id = "a1b2"
        title = "first"
        [[goal]]
        id = "g3kq"
        title = "then"
        follows = "a1b2"
        [[milestone]]
        goal = "g3kq"
        what = "draft"
        [[log]]
        id = "x4t9"
        on = 2026-11-22
        kind = "hike"
        goals = ["g3kq"]
        [[log]]
        on = 2026-11-22
        kind = "pulse"
        scores = { trust = 4 }
        [[commitment]]
        id = "c7k2"
        what = "call"
        made = 2026-11-22
        done = 2026-11-22
        log = "x4t9"
    )"_lines) == "");
}

TEST_CASE("every fault and every slip is told, in the order of the text") {
    CHECK(slips(R"(
        tags = "work"
        [contact]
        emial = "ada@example.org"
        phone = 5
        [[commitment]]
        what = 5
    )"_lines) ==
          R"(
              ada.toml:3:8: error: `tags` is a text, but it takes a list of texts
                write: tags = ["…"]
              ada.toml:5:1: warning: `emial` isn't a key that mentor knows here
                did you mean email?
              ada.toml:6:9: error: `phone` is a whole number, but it takes a text
                write: phone = "5"
              ada.toml:8:8: error: `what` is a whole number, but it takes a text
                write: what = "5"
          )"_lines);
}

TEST_CASE("a name that holds what no one can see is pointed out") {
    const auto of_name = [](const std::string& name) {
        const std::string text = "name = " + name + "\nrole = \"mentor\"\n";
        return told(inspect_relationship(Document::parse(text, "ada.toml"), Kinds(), today));
    };
    const std::string told_of =
        "ada.toml:1:8: warning: `name` holds a character that can't be seen\n"
        "  write the name in one line, without control characters\n";
    CHECK(of_name(R"("Ada\u001b[31m")") == told_of);
    CHECK(of_name(R"("Ada\nLovelace")") == told_of);
    CHECK(of_name(R"("Ada \u202Eevil")") == told_of);
    CHECK(of_name(R"("Zoë Ångström")") == "");
    CHECK(of_name(R"("   ")") == R"(
        ada.toml:1:8: error: `name` is empty
          write: name = "their name"
    )"_lines);
}

TEST_CASE("unknown keys near a known one look like a slip, in every table") {
    CHECK(slips(R"(
        strated = 2026-01-12
        [agrement]
        every = "4w"
        [agreement]
        evrey = "4w"
        [[log]]
        on = 2026-11-22
        kind = "coffee"
        minuts = 45
        weather = "rain"
    )"_lines) == "ada.toml:3:1: warning: `strated` isn't a key that mentor knows here\n"
                 "  did you mean started?\n"
                 "ada.toml:4:2: warning: `agrement` isn't a key that mentor knows here\n"
                 "  did you mean agreement?\n"
                 "ada.toml:7:1: warning: `evrey` isn't a key that mentor knows here\n"
                 "  did you mean every?\n"
                 "ada.toml:11:1: warning: `minuts` isn't a key that mentor knows here\n"
                 "  did you mean minutes?\n");
}

TEST_CASE(
    "what is known in the root and stands in a table, where it means nothing, is pointed out") {
    const std::string log = R"(
        [[log]]
        on = 2026-11-22
        kind = "coffee"
    )"_lines;
    CHECK(slips(log + R"(
        stage = "paused"
        [log.contact]
        [[log.question]]
        ask = "lead"
    )"_lines) == "ada.toml:6:1: warning: `stage` isn't a key that mentor knows here\n"
                 "  it counts for the file only above the first [header]: move it there\n"
                 "ada.toml:7:6: warning: `contact` isn't a key that mentor knows here\n"
                 "  it is a table by itself: write [contact]\n"
                 "ada.toml:8:7: warning: `question` isn't a key that mentor knows here\n"
                 "  it is a table by itself: write [[question]]\n");
    const std::string own = log + R"(
        tags = ["mine"]
        weather = "rain"
    )"_lines;
    CHECK(slips(R"(tags = ["work"])"_lines + own + own).empty());
    CHECK(slips(R"(tags = ["work"])"_lines + own) ==
          "ada.toml:7:1: warning: `tags` isn't a key that mentor knows here\n"
          "  it counts for the file only above the first [header]: change the one that is there\n");
}

TEST_CASE("a score that is almost named like one of the seven is a slip, one's own is none") {
    CHECK(slips(R"(
        [[log]]
        on = 2026-11-22
        kind = "pulse"
        scores = { respct = 4, values = 4, fun = 5 }
    )"_lines) == "ada.toml:6:12: warning: `respct` isn't one of the seven scores\n"
                 "  did you mean respect?\n");
}

TEST_CASE("days that run backwards are pointed out where the later one should stand") {
    CHECK(slips("started = 2026-01-12\nends = 2025-12-31\n") ==
          "ada.toml:4:8: warning: `ends` (2025-12-31) is before `started` (2026-01-12)\n"
          "  change one of the two days\n");
    CHECK(slips("started = 2026-01-12\n[ending]\non = 2025-12-31\n") ==
          "ada.toml:5:6: warning: `on` (2025-12-31) is before `started` (2026-01-12)\n"
          "  change one of the two days\n");
    CHECK(slips(R"(
        [[commitment]]
        what = "call"
        made = 2026-11-22
        due = 2026-11-20
        done = 2026-11-21
        told = 2026-11-19
    )"_lines) == "ada.toml:6:7: warning: `due` (2026-11-20) is before `made` (2026-11-22)\n"
                 "  change one of the two days\n"
                 "ada.toml:7:8: warning: `done` (2026-11-21) is before `made` (2026-11-22)\n"
                 "  change one of the two days\n"
                 "ada.toml:8:8: warning: `told` (2026-11-19) is before `done` (2026-11-21)\n"
                 "  change one of the two days\n");
    CHECK(slips(R"(
        [[goal]]
        title = "lead"
        set = 2026-11-22
        dropped = 2026-11-21
    )"_lines) == "ada.toml:6:11: warning: `dropped` (2026-11-21) is before `set` (2026-11-22)\n"
                 "  change one of the two days\n");
    // Who writes down Friday's talk on Sunday may park and answer a question in one go.
    CHECK(slips(R"(
        [[question]]
        ask = "how?"
        added = 2026-11-22
        asked = 2026-11-21
    )"_lines)
              .empty());
}

TEST_CASE("nothing is both done and dropped") {
    CHECK(slips(R"(
        [[commitment]]
        what = "call"
        done = 2026-11-22
        dropped = 2026-11-22
    )"_lines) == "ada.toml:6:11: warning: `done` and `dropped` are both here\n"
                 "  keep the one that holds\n");
}

TEST_CASE("references lead to something in the same file") {
    CHECK(slips(R"(
        [[goal]]
        id = "g3kq"
        title = "lead"
        follows = "zzzz"
        [[milestone]]
        goal = "yyyy"
        what = "draft"
        [[log]]
        on = 2026-11-22
        kind = "coffee"
        goals = ["g3kq", "xxxx"]
        [[commitment]]
        what = "call"
        log = "wwww"
    )"_lines) ==
          R"(
              ada.toml:6:11: warning: no [[goal]] in this file has the id "zzzz"
                write the id of one that is here, or take this line out
              ada.toml:8:8: warning: no [[goal]] in this file has the id "yyyy"
                write the id of one that is here, or take the milestone out
              ada.toml:13:18: warning: no [[goal]] in this file has the id "xxxx"
                write the id of one that is here, or take this one out
              ada.toml:16:7: warning: no [[log]] in this file has the id "wwww"
                write the id of one that is here, or in this line's place: private = true
          )"_lines);
}

TEST_CASE("a goal never builds on itself, not even through another") {
    CHECK(slips(R"(
        [[goal]]
        id = "g3kq"
        title = "lead"
        follows = "a1b2"
        [[goal]]
        id = "a1b2"
        title = "follow"
        follows = "g3kq"
        [[goal]]
        id = "c3d4"
        title = "later"
        follows = "a1b2"
    )"_lines) ==
          R"(
              ada.toml:6:11: warning: the goal "g3kq" builds on itself
                take one `follows` out
              ada.toml:10:11: warning: the goal "a1b2" builds on itself
                take one `follows` out
          )"_lines);
}

TEST_CASE("ids are four of their letters, and each is used once in a file") {
    CHECK(slips(R"(
        [[commitment]]
        id = "x4t9"
        what = "call"
        [[log]]
        id = "x4t9"
        on = 2026-11-22
        kind = "coffee"
        [[question]]
        id = "1234l"
        ask = "how?"
    )"_lines) ==
          R"(
              ada.toml:7:6: warning: the id "x4t9" is in line 4 too
                give one of them an id of its own
              ada.toml:11:6: warning: "1234l" isn't an id
                an id is four characters from 0123456789abcdefghjkmnpqrstvwxyz
          )"_lines);
}

TEST_CASE("an unknown kind counts as a note, which is rarely what was meant") {
    CHECK(slips(R"(
        [[log]]
        on = 2026-11-22
        kind = "cofee"
        [[log]]
        on = 2026-11-22
        kind = "zzzzz"
        [[log]]
        on = 2026-11-22
        kind = "coffee"
        scores = { trust = 4 }
    )"_lines) ==
          R"(
              ada.toml:5:8: warning: "cofee" isn't a known kind, so it counts as a note
                did you mean coffee?
              ada.toml:8:8: warning: "zzzzz" isn't a known kind, so it counts as a note
                say in the configuration what it is, under [kinds]
              ada.toml:12:10: warning: `scores` are for a pulse, but the kind is "coffee"
                write: kind = "pulse"
          )"_lines);
}

TEST_CASE("a fault in a table doesn't hide the slips in others") {
    CHECK(slips(R"(log = [5, { on = 2026-11-22, kind = "cofee", goals = [5, "zzzz"] }])"_lines) ==
          R"(
              ada.toml:3:8: error: `log` holds a whole number, but it takes tables
                write: [[log]]
              ada.toml:3:37: warning: "cofee" isn't a known kind, so it counts as a note
                did you mean coffee?
              ada.toml:3:55: error: `goals` holds a whole number, but it takes texts
                write: "5"
          )"_lines);
}

TEST_CASE("of a newer format only that is said") {
    CHECK(
        slips("format = 2\nmet = 5\n") ==
        "ada.toml:3:1: warning: this file has format 2, and this mentor knows 1: it is only read\n"
        "  a newer mentor can change it\n");
}

TEST_CASE("the configuration is inspected the same way") {
    CHECK(config_slips(R"(
        journal = "~/journal"
        [hooks]
        after_log = "git commit"
        [kinds]
        hike = "meeting"
        [cadence.tags]
        work = "3w"
    )"_lines) == "");
    CHECK(config_slips(R"(
        jurnal = "~/journal"
        color = 5
        [cadence]
        mentr = "4w"
    )"_lines) ==
          R"(
              config.toml:1:1: warning: `jurnal` isn't a key that mentor knows here
                did you mean journal?
              config.toml:2:9: error: `color` is a whole number, but it takes auto, always or never
                write: color = "auto"
              config.toml:4:1: warning: `mentr` isn't a key that mentor knows here
                did you mean mentor?
          )"_lines);
}

TEST_CASE("what has happened doesn't lie ahead; what is agreed may") {
    CHECK(slips(R"(
        next = 2026-12-03
        snoozed = 2026-11-30
        started = 2027-01-01
        ends = 2027-12-31
        [[log]]
        on = 2026-11-22
        kind = "coffee"
        [[commitment]]
        what = "call"
        due = 2026-11-27
        [[milestone]]
        goal = "g3kq"
        what = "draft"
        due = 2026-12-01
        [[goal]]
        id = "g3kq"
        title = "lead"
        due = 2026-12-01
    )"_lines) == "");
    const std::string advice =
        "  it says what has happened: correct it, unless the clock is wrong\n";
    const auto ahead = [&](const std::string& place, const std::string& key) {
        return "ada.toml:" + place + ": warning: `" + key +
               "` is 2026-11-24, which lies ahead: today is 2026-11-22\n" + advice;
    };
    CHECK(slips("added = 2026-11-23\n") == ""); // it is, in another time zone
    CHECK(slips("added = 2026-11-24\n") == ahead("3:9", "added"));
    CHECK(slips("[agreement]\nagreed = 2026-11-24\n") == ahead("4:10", "agreed"));
    CHECK(slips("[ending]\non = 2026-11-24\n") == ahead("4:6", "on"));
    CHECK(slips(R"(
        [[goal]]
        title = "lead"
        set = 2026-11-24
        done = 2026-11-24
    )"_lines) == ahead("5:7", "set") + ahead("6:8", "done"));
    CHECK(slips(R"(
        [[goal]]
        title = "lead"
        dropped = 2026-11-24
    )"_lines) == ahead("5:11", "dropped"));
    CHECK(slips(R"(
        [[goal]]
        id = "g3kq"
        title = "lead"
        [[milestone]]
        goal = "g3kq"
        what = "draft"
        done = 2026-11-24
    )"_lines) == ahead("9:8", "done"));
    CHECK(slips(R"(
        [[log]]
        on = 2026-11-24T09:00:00
        kind = "coffee"
    )"_lines) == ahead("4:6", "on"));
    CHECK(slips(R"(
        [[commitment]]
        what = "call"
        made = 2026-11-24
        done = 2026-11-24
        told = 2026-11-24
    )"_lines) == ahead("5:8", "made") + ahead("6:8", "done") + ahead("7:8", "told"));
    CHECK(slips(R"(
        [[commitment]]
        what = "call"
        dropped = 2026-11-24
    )"_lines) == ahead("5:11", "dropped"));
    CHECK(slips(R"(
        [[question]]
        ask = "how?"
        added = 2026-11-24
        asked = 2026-11-24
    )"_lines) == ahead("5:9", "added") + ahead("6:9", "asked"));
}

TEST_CASE("a doubled id to which something refers stays as it is, and says what is found") {
    CHECK(slips(R"(
        [[log]]
        id = "x4t9"
        on = 2026-11-01
        kind = "coffee"
        [[log]]
        id = "x4t9"
        on = 2026-11-02
        kind = "call"
        [[commitment]]
        what = "call"
        log = "x4t9"
    )"_lines) ==
          R"(
              ada.toml:8:6: warning: the id "x4t9" is in line 4 too
                line 13 refers to it, and finds the first; give the other one an id of its own
          )"_lines);
}

TEST_CASE("a day that doesn't exist is answered with the last of its month") {
    CHECK(slips(R"(ends = "2026-02-30")"_lines) ==
          R"(
              ada.toml:3:8: error: `ends` is "2026-02-30", but there is no such day
                write: ends = 2026-02-28
          )"_lines);
    CHECK(slips(R"(ends = "2026-13-01")"_lines) ==
          R"(
              ada.toml:3:8: error: `ends` is "2026-13-01", but there is no such day
                write: ends = 2026-01-13
          )"_lines);
    CHECK(slips(R"(
        [[occasion]]
        what = "birthday"
        on = "04-31"
    )"_lines) ==
          R"(
              ada.toml:5:6: error: `on` is "04-31", but there is no such day
                write: on = "04-30"
          )"_lines);
}

} // namespace mentor::inspect_test
