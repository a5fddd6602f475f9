// SPDX-License-Identifier: MIT
#include "format/decode.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

using namespace mentor;

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
    const std::string text = "name = \"Ada\"\nrole = \"mentor\"\n" + lines;
    return told(inspect_relationship(Document::parse(text, "ada.toml"), kinds, today));
}

std::string config_slips(const std::string& text) {
    return told(inspect_config(Document::parse(text, "config.toml")));
}

} // namespace

TEST_CASE("a sound file gives nothing to say") {
    CHECK(slips("started = 2026-01-12\n"
                "ends = 2026-12-31\n"
                "shoe_size = 39\n"
                "[agreement]\n"
                "every = \"4w\"\n"
                "[[goal]]\n"
                "id = \"a1b2\"\n"
                "title = \"first\"\n"
                "[[goal]]\n"
                "id = \"g3kq\"\n"
                "title = \"then\"\n"
                "follows = \"a1b2\"\n"
                "[[milestone]]\n"
                "goal = \"g3kq\"\n"
                "what = \"draft\"\n"
                "[[log]]\n"
                "id = \"x4t9\"\n"
                "on = 2026-11-22\n"
                "kind = \"hike\"\n"
                "goals = [\"g3kq\"]\n"
                "[[log]]\n"
                "on = 2026-11-22\n"
                "kind = \"pulse\"\n"
                "scores = { trust = 4 }\n"
                "[[commitment]]\n"
                "id = \"c7k2\"\n"
                "what = \"call\"\n"
                "made = 2026-11-22\n"
                "done = 2026-11-22\n"
                "log = \"x4t9\"\n") == "");
}

TEST_CASE("every fault and every slip is told, in the order of the text") {
    CHECK(slips("tags = \"work\"\n"
                "[contact]\n"
                "emial = \"ada@example.org\"\n"
                "phone = 5\n"
                "[[commitment]]\n"
                "what = 5\n") ==
          "ada.toml:3:8: error: `tags` is a text, but it takes a list of texts\n"
          "  write: tags = [\"work\"]\n"
          "ada.toml:5:1: warning: `emial` isn't a key that mentor knows here\n"
          "  did you mean email?\n"
          "ada.toml:6:9: error: `phone` is a whole number, but it takes a text\n"
          "  write: phone = \"5\"\n"
          "ada.toml:8:8: error: `what` is a whole number, but it takes a text\n"
          "  write: what = \"5\"\n");
}

TEST_CASE("a name that holds what no one can see is pointed out") {
    const auto of_name = [](const std::string& name) {
        const std::string text = "name = " + name + "\nrole = \"mentor\"\n";
        return told(inspect_relationship(Document::parse(text, "ada.toml"), Kinds(), today));
    };
    const std::string told_of =
        "ada.toml:1:8: warning: `name` holds a character that can't be seen\n"
        "  write the name in one line, without control characters\n";
    CHECK(of_name("\"Ada\\u001b[31m\"") == told_of);
    CHECK(of_name("\"Ada\\nLovelace\"") == told_of);
    CHECK(of_name("\"Ada \\u202Eevil\"") == told_of);
    CHECK(of_name("\"Zoë Ångström\"") == "");
    CHECK(of_name("\"   \"") == "ada.toml:1:8: error: `name` is empty\n"
                                "  write: name = \"their name\"\n");
}

TEST_CASE("unknown keys near a known one look like a slip, in every table") {
    CHECK(slips("strated = 2026-01-12\n"
                "[agrement]\n"
                "every = \"4w\"\n"
                "[agreement]\n"
                "evrey = \"4w\"\n"
                "[[log]]\n"
                "on = 2026-11-22\n"
                "kind = \"coffee\"\n"
                "minuts = 45\n"
                "weather = \"rain\"\n") ==
          "ada.toml:3:1: warning: `strated` isn't a key that mentor knows here\n"
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
    const std::string log = "[[log]]\non = 2026-11-22\nkind = \"coffee\"\n";
    CHECK(slips(log + "stage = \"paused\"\n[log.contact]\n[[log.question]]\nask = \"lead\"\n") ==
          "ada.toml:6:1: warning: `stage` isn't a key that mentor knows here\n"
          "  it counts for the file only above the first [header]: move it there\n"
          "ada.toml:7:6: warning: `contact` isn't a key that mentor knows here\n"
          "  it is a table by itself: write [contact]\n"
          "ada.toml:8:7: warning: `question` isn't a key that mentor knows here\n"
          "  it is a table by itself: write [[question]]\n");
    const std::string own = log + "tags = [\"mine\"]\nweather = \"rain\"\n";
    CHECK(slips("tags = [\"work\"]\n" + own + own).empty());
    CHECK(slips("tags = [\"work\"]\n" + own) ==
          "ada.toml:7:1: warning: `tags` isn't a key that mentor knows here\n"
          "  it counts for the file only above the first [header]: change the one that is there\n");
}

TEST_CASE("a score that is almost named like one of the seven is a slip, one's own is none") {
    CHECK(slips("[[log]]\non = 2026-11-22\nkind = \"pulse\"\n"
                "scores = { respct = 4, values = 4, fun = 5 }\n") ==
          "ada.toml:6:12: warning: `respct` isn't one of the seven scores\n"
          "  did you mean respect?\n");
}

TEST_CASE("days that run backwards are pointed out where the later one should stand") {
    CHECK(slips("started = 2026-01-12\nends = 2025-12-31\n") ==
          "ada.toml:4:8: warning: `ends` (2025-12-31) is before `started` (2026-01-12)\n"
          "  change one of the two days\n");
    CHECK(slips("started = 2026-01-12\n[ending]\non = 2025-12-31\n") ==
          "ada.toml:5:6: warning: `on` (2025-12-31) is before `started` (2026-01-12)\n"
          "  change one of the two days\n");
    CHECK(slips("[[commitment]]\n"
                "what = \"call\"\n"
                "made = 2026-11-22\n"
                "due = 2026-11-20\n"
                "done = 2026-11-21\n"
                "told = 2026-11-19\n") ==
          "ada.toml:6:7: warning: `due` (2026-11-20) is before `made` (2026-11-22)\n"
          "  change one of the two days\n"
          "ada.toml:7:8: warning: `done` (2026-11-21) is before `made` (2026-11-22)\n"
          "  change one of the two days\n"
          "ada.toml:8:8: warning: `told` (2026-11-19) is before `done` (2026-11-21)\n"
          "  change one of the two days\n");
    CHECK(slips("[[goal]]\n"
                "title = \"lead\"\n"
                "set = 2026-11-22\n"
                "dropped = 2026-11-21\n") ==
          "ada.toml:6:11: warning: `dropped` (2026-11-21) is before `set` (2026-11-22)\n"
          "  change one of the two days\n");
    CHECK(slips("[[question]]\n"
                "ask = \"how?\"\n"
                "added = 2026-11-22\n"
                "asked = 2026-11-21\n") ==
          "ada.toml:6:9: warning: `asked` (2026-11-21) is before `added` (2026-11-22)\n"
          "  change one of the two days\n");
}

TEST_CASE("nothing is both done and dropped") {
    CHECK(slips("[[commitment]]\n"
                "what = \"call\"\n"
                "done = 2026-11-22\n"
                "dropped = 2026-11-22\n") ==
          "ada.toml:6:11: warning: `done` and `dropped` are both here\n"
          "  keep the one that holds\n");
}

TEST_CASE("references lead to something in the same file") {
    CHECK(slips("[[goal]]\n"
                "id = \"g3kq\"\n"
                "title = \"lead\"\n"
                "follows = \"zzzz\"\n"
                "[[milestone]]\n"
                "goal = \"yyyy\"\n"
                "what = \"draft\"\n"
                "[[log]]\n"
                "on = 2026-11-22\n"
                "kind = \"coffee\"\n"
                "goals = [\"g3kq\", \"xxxx\"]\n"
                "[[commitment]]\n"
                "what = \"call\"\n"
                "log = \"wwww\"\n") ==
          "ada.toml:6:11: warning: no [[goal]] in this file has the id \"zzzz\"\n"
          "  write the id of one that is here, or take this line out\n"
          "ada.toml:8:8: warning: no [[goal]] in this file has the id \"yyyy\"\n"
          "  write the id of one that is here, or take the milestone out\n"
          "ada.toml:13:18: warning: no [[goal]] in this file has the id \"xxxx\"\n"
          "  write the id of one that is here, or take this one out\n"
          "ada.toml:16:7: warning: no [[log]] in this file has the id \"wwww\"\n"
          "  write the id of one that is here, or take this line out\n");
}

TEST_CASE("a goal never builds on itself, not even through another") {
    CHECK(slips("[[goal]]\n"
                "id = \"g3kq\"\n"
                "title = \"lead\"\n"
                "follows = \"a1b2\"\n"
                "[[goal]]\n"
                "id = \"a1b2\"\n"
                "title = \"follow\"\n"
                "follows = \"g3kq\"\n"
                "[[goal]]\n"
                "id = \"c3d4\"\n"
                "title = \"later\"\n"
                "follows = \"a1b2\"\n") ==
          "ada.toml:6:11: warning: the goal \"g3kq\" builds on itself\n"
          "  take one `follows` out\n"
          "ada.toml:10:11: warning: the goal \"a1b2\" builds on itself\n"
          "  take one `follows` out\n");
}

TEST_CASE("ids are four of their letters, and each is used once in a file") {
    CHECK(slips("[[commitment]]\n"
                "id = \"x4t9\"\n"
                "what = \"call\"\n"
                "[[log]]\n"
                "id = \"x4t9\"\n"
                "on = 2026-11-22\n"
                "kind = \"coffee\"\n"
                "[[question]]\n"
                "id = \"1234l\"\n"
                "ask = \"how?\"\n") ==
          "ada.toml:7:6: warning: the id \"x4t9\" is in line 4 too\n"
          "  give one of them an id of its own\n"
          "ada.toml:11:6: warning: \"1234l\" isn't an id\n"
          "  an id is four characters from 0123456789abcdefghjkmnpqrstvwxyz\n");
}

TEST_CASE("an unknown kind counts as a note, which is rarely what was meant") {
    CHECK(slips("[[log]]\n"
                "on = 2026-11-22\n"
                "kind = \"cofee\"\n"
                "[[log]]\n"
                "on = 2026-11-22\n"
                "kind = \"zzzzz\"\n"
                "[[log]]\n"
                "on = 2026-11-22\n"
                "kind = \"coffee\"\n"
                "scores = { trust = 4 }\n") ==
          "ada.toml:5:8: warning: \"cofee\" isn't a known kind, so it counts as a note\n"
          "  did you mean coffee?\n"
          "ada.toml:8:8: warning: \"zzzzz\" isn't a known kind, so it counts as a note\n"
          "  say in the configuration what it is, under [kinds]\n"
          "ada.toml:12:10: warning: `scores` are for a pulse, but the kind is \"coffee\"\n"
          "  write: kind = \"pulse\"\n");
}

TEST_CASE("a fault in a table doesn't hide the slips in others") {
    CHECK(slips("log = [5, { on = 2026-11-22, kind = \"cofee\", goals = [5, \"zzzz\"] }]\n") ==
          "ada.toml:3:8: error: `log` holds a whole number, but it takes tables\n"
          "  write: [[log]]\n"
          "ada.toml:3:37: warning: \"cofee\" isn't a known kind, so it counts as a note\n"
          "  did you mean coffee?\n"
          "ada.toml:3:55: error: `goals` holds a whole number, but it takes texts\n"
          "  write: \"5\"\n");
}

TEST_CASE("of a newer format only that is said") {
    CHECK(
        slips("format = 2\nmet = 5\n") ==
        "ada.toml:3:1: warning: this file has format 2, and this mentor knows 1: it is only read\n"
        "  a newer mentor can change it\n");
}

TEST_CASE("the configuration is inspected the same way") {
    CHECK(config_slips("journal = \"~/journal\"\n"
                       "[hooks]\n"
                       "after_log = \"git commit\"\n"
                       "[kinds]\n"
                       "hike = \"meeting\"\n"
                       "[cadence.tags]\n"
                       "work = \"3w\"\n") == "");
    CHECK(config_slips("jurnal = \"~/journal\"\n"
                       "color = 5\n"
                       "[cadence]\n"
                       "mentr = \"4w\"\n") ==
          "config.toml:1:1: warning: `jurnal` isn't a key that mentor knows here\n"
          "  did you mean journal?\n"
          "config.toml:2:9: error: `color` is a whole number, but it takes auto, always or never\n"
          "  write: color = \"auto\"\n"
          "config.toml:4:1: warning: `mentr` isn't a key that mentor knows here\n"
          "  did you mean mentor?\n");
}

TEST_CASE("what has happened doesn't lie ahead; what is agreed may") {
    CHECK(slips("next = 2026-12-03\n"
                "snoozed = 2026-11-30\n"
                "started = 2027-01-01\n"
                "ends = 2027-12-31\n"
                "[[log]]\n"
                "on = 2026-11-22\n"
                "kind = \"coffee\"\n"
                "[[commitment]]\n"
                "what = \"call\"\n"
                "due = 2026-11-27\n"
                "[[milestone]]\n"
                "goal = \"g3kq\"\n"
                "what = \"draft\"\n"
                "due = 2026-12-01\n"
                "[[goal]]\n"
                "id = \"g3kq\"\n"
                "title = \"lead\"\n"
                "due = 2026-12-01\n") == "");
    const std::string advice =
        "  it says what has happened: correct it, unless the clock is wrong\n";
    const auto ahead = [&](const std::string& place, const std::string& key) {
        return "ada.toml:" + place + ": warning: `" + key +
               "` is 2026-11-23, which lies ahead: today is 2026-11-22\n" + advice;
    };
    CHECK(slips("added = 2026-11-23\n") == ahead("3:9", "added"));
    CHECK(slips("[agreement]\nagreed = 2026-11-23\n") == ahead("4:10", "agreed"));
    CHECK(slips("[ending]\non = 2026-11-23\n") == ahead("4:6", "on"));
    CHECK(slips("[[goal]]\ntitle = \"lead\"\nset = 2026-11-23\ndone = 2026-11-23\n") ==
          ahead("5:7", "set") + ahead("6:8", "done"));
    CHECK(slips("[[goal]]\ntitle = \"lead\"\ndropped = 2026-11-23\n") == ahead("5:11", "dropped"));
    CHECK(slips("[[goal]]\nid = \"g3kq\"\ntitle = \"lead\"\n"
                "[[milestone]]\ngoal = \"g3kq\"\nwhat = \"draft\"\ndone = 2026-11-23\n") ==
          ahead("9:8", "done"));
    CHECK(slips("[[log]]\non = 2026-11-23T09:00:00\nkind = \"coffee\"\n") == ahead("4:6", "on"));
    CHECK(slips("[[commitment]]\nwhat = \"call\"\nmade = 2026-11-23\ndone = 2026-11-23\n"
                "told = 2026-11-23\n") ==
          ahead("5:8", "made") + ahead("6:8", "done") + ahead("7:8", "told"));
    CHECK(slips("[[commitment]]\nwhat = \"call\"\ndropped = 2026-11-23\n") ==
          ahead("5:11", "dropped"));
    CHECK(slips("[[question]]\nask = \"how?\"\nadded = 2026-11-23\nasked = 2026-11-23\n") ==
          ahead("5:9", "added") + ahead("6:9", "asked"));
}

TEST_CASE("a doubled id to which something refers stays as it is, and says what is found") {
    CHECK(slips("[[log]]\n"
                "id = \"x4t9\"\n"
                "on = 2026-11-01\n"
                "kind = \"coffee\"\n"
                "[[log]]\n"
                "id = \"x4t9\"\n"
                "on = 2026-11-02\n"
                "kind = \"call\"\n"
                "[[commitment]]\n"
                "what = \"call\"\n"
                "log = \"x4t9\"\n") ==
          "ada.toml:8:6: warning: the id \"x4t9\" is in line 4 too\n"
          "  line 13 refers to it, and finds the first; give the other one an id of its own\n");
}

TEST_CASE("a day that doesn't exist is answered with the last of its month") {
    CHECK(slips("ends = \"2026-02-30\"\n") ==
          "ada.toml:3:8: error: `ends` is \"2026-02-30\", but there is no such day\n"
          "  write: ends = 2026-02-28\n");
    CHECK(slips("ends = \"2026-13-01\"\n") ==
          "ada.toml:3:8: error: `ends` is \"2026-13-01\", but there is no such day\n"
          "  write: ends = 2026-01-13\n");
    CHECK(slips("[[occasion]]\nwhat = \"birthday\"\non = \"04-31\"\n") ==
          "ada.toml:5:6: error: `on` is \"04-31\", but there is no such day\n"
          "  write: on = \"04-30\"\n");
}
