// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "merging/merge_versions.hpp"
#include "support/lines.hpp"
#include "support/merging.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace mentor::merge_versions_test {

using namespace mentor::testing;

namespace {

struct Result {
    std::string text, collisions;
};

Result versions(const std::string& base, const std::string& mine, const std::string& theirs,
                Taken taken = Taken::mine) {
    const Woven woven = merge_versions(parse(base), parse(mine), parse(theirs),
                                       [&](const Collision&) { return taken; });
    Result result{woven.text.value_or("no text"), ""};
    for (const auto& [label, my, their] : woven.collisions)
        result.collisions += fmt::format("{}: {} or {}\n", label, my, their);
    return result;
}

// What comes of two changes that have nothing to be asked about.
std::string merged(const std::string& base, const std::string& mine, const std::string& theirs) {
    const Result result = versions(base, mine, theirs);
    CHECK(result.collisions == "");
    return result.text;
}

const std::string base = R"(
    # my mentor
    name = "Ada"
    role = "mentor" # since May
    tags = ["work", "go"]

    [agreement]
    every = "4w"

    # the first time
    [[log]]
    id = "x4t9"
    on = 2026-11-01

    [[commitment]]
    id = "c7k2"
    owner = "me"
    what = "call"
    log = "x4t9"
)"_lines;

std::string entry(const std::string& id, const std::string& day, const std::string& note) {
    return fmt::format("\n[[log]]\nid = \"{}\"\non = {}\nnote = \"{}\"\n", id, day, note);
}

std::string with_entry(const std::string& text, const std::string& entry) {
    return with(text, "\n[[commitment]]", entry + "\n[[commitment]]");
}

std::string with_end(const std::string& text, const std::string& lines) {
    return with(text, "log = \"x4t9\"\n", "log = \"x4t9\"\n" + lines);
}

} // namespace

TEST_CASE("new entries of both sides stand in the order of their days, whoever merges") {
    const std::string third = entry("aaaa", "2026-11-03", "third");
    const std::string second = entry("bbbb", "2026-11-02", "second");
    const std::string fourth = entry("cccc", "2026-11-04", "fourth");
    const std::string mine = with_entry(base, third);
    const std::string theirs = with_entry(base, second + fourth);
    CHECK(merged(base, mine, theirs) == with_entry(base, second + third + fourth));
    CHECK(merged(base, theirs, mine) == with_entry(base, second + third + fourth));
}

TEST_CASE("a promise that both kept is kept once, on the earlier day") {
    const std::string early = with_end(base, "done = 2026-11-05\n");
    const std::string late = with_end(base, "done = 2026-11-06\n");
    CHECK(merged(base, early, early) == early);
    CHECK(merged(base, early, late) == early);
    CHECK(merged(base, late, early) == early);
}

TEST_CASE("a promise that one kept and the other let go was kept") {
    const std::string kept = with_end(base, "done = 2026-11-05\n");
    const std::string dropped = with_end(base, "dropped = 2026-11-04\n");
    CHECK(merged(base, kept, dropped) == kept);
    CHECK(merged(base, dropped, kept) == kept);
}

TEST_CASE("lists hold what either side added, and not what either took away") {
    const std::string mine = with(base, R"(["work", "go"])", R"(["work", "go", "rust"])");
    const std::string theirs = with(base, R"(["work", "go"])", R"(["home", "work"])");
    CHECK(merged(base, mine, theirs) ==
          with(base, R"(["work", "go"])", R"(["home", "work", "rust"])"));
}

TEST_CASE("one id for two things by chance becomes two, with what refers to each") {
    const auto promised = [](const std::string& note, const std::string& promise) {
        return with_entry(base, entry("aaaa", "2026-11-03", note)) +
               fmt::format("\n[[commitment]]\nid = \"{}\"\nwhat = \"{}\"\nlog = \"aaaa\"\n",
                           promise == "write" ? "wwww" : "rrrr", promise);
    };
    const std::string mine = promised("Apples", "write"), theirs = promised("Pears", "read");
    const std::string both = merged(base, mine, theirs);
    const std::string renamed =
        both.substr(both.find("\"\non = 2026-11-03\nnote = \"Pears\"") - 4, 4);
    CHECK(renamed != "aaaa");
    CHECK(both.find("id = \"aaaa\"\non = 2026-11-03\nnote = \"Apples\"") != std::string::npos);
    CHECK(both.find(fmt::format("id = \"{}\"\non = 2026-11-03\nnote = \"Pears\"", renamed)) !=
          std::string::npos);
    CHECK(both.find("what = \"write\"\nlog = \"aaaa\"") != std::string::npos);
    CHECK(both.find(fmt::format("what = \"read\"\nlog = \"{}\"", renamed)) != std::string::npos);
}

TEST_CASE("one id is one thing where the uid and the day, or a mail that both read, say so") {
    const auto person = [](const std::string& uid, const std::string& note,
                           const std::string& promise, const std::string& more = "") {
        return fmt::format("{}name = \"Ada\"\n\n[[log]]\nid = \"aaaa\"\non = 2026-11-03\n"
                           "note = \"{}\"\n{}\n[[commitment]]\nid = \"pppp\"\nwhat = \"{}\"\n"
                           "log = \"aaaa\"\n",
                           uid, note, more, promise);
    };
    const std::string uid = "uid = \"7k2m9x4tq8w1c3rd\"\n", recap = "recap = [\"pppp\"]\n";
    const struct {
        const char* by;
        std::string mine, theirs;
        std::string collisions;
    } rows[] = {
        {"uid and day", person(uid, "Talked", "Draft"), person(uid, "Spoke", "Read"),
         "log aaaa: note: \"Talked\" or \"Spoke\"\ncommitment pppp: what: \"Draft\" or \"Read\"\n"},
        {"recap", person("", "Talked", "Draft", recap), person("", "Spoke", "Read", recap),
         "log aaaa: note: \"Talked\" or \"Spoke\"\ncommitment pppp: what: \"Draft\" or \"Read\"\n"},
        {"a promise of both", person("", "Talked", "Draft"), person("", "Spoke", "Draft"),
         "log aaaa: note: \"Talked\" or \"Spoke\"\n"},
        {"nothing", person("", "Talked", "Draft"),
         with(person("", "Spoke", "Read"), "2026-11-03", "2026-11-04"), ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.by);
        const Result result = versions("", row.mine, row.theirs);
        CHECK(result.collisions == row.collisions);
        const bool is_one = !row.collisions.empty();
        CHECK((result.text.find("[[log]]") == result.text.rfind("[[log]]")) == is_one);
        if (is_one) CHECK(result.text == row.mine);
    }
}

TEST_CASE("what was amended and what was kept of one promise come together, from no ancestor") {
    const std::string uid = "uid = \"7k2m9x4tq8w1c3rd\"\n", made = "made = 2026-11-03\n";
    const auto promise = [&](const std::string& what, const std::string& end) {
        return uid + "name = \"Ada\"\n\n[[commitment]]\nid = \"pppp\"\nwhat = \"" + what + "\"\n" +
               made + end;
    };
    const Result both =
        versions("", promise("Draft", "done = 2026-11-05\n"), promise("Second", ""), Taken::theirs);
    CHECK(both.text == promise("Second", "done = 2026-11-05\n"));
    CHECK(both.collisions == "commitment pppp: what: \"Draft\" or \"Second\"\n");
}

TEST_CASE("a file that both made is one, with the lesser uid") {
    CHECK(merged("", "name = \"Ada\"\nuid = \"a\"\n", "name = \"Ada\"\nuid = \"b\"\n") ==
          "name = \"Ada\"\nuid = \"a\"\n");
    CHECK(merged("", "editor = \"vi\"\n", "editor = \"vi\"\n") == "editor = \"vi\"\n");
}

TEST_CASE("a file that both made is one, from no ancestor at all") {
    const std::string mine = with(base, "[\"work\", \"go\"]", "[\"work\"]");
    const std::string theirs = with_entry(base, entry("bbbb", "2026-11-02", "second"));
    CHECK(merged("", mine, theirs) == with(theirs, R"(["work", "go"])", R"(["work", "go"])"));
    CHECK(merged("", base, base) == base);
}

TEST_CASE("what is private on one side never comes out open") {
    const std::string hidden = with(base, "on = 2026-11-01\n", "on = 2026-11-01\nprivate = true\n"),
                      shown = with(hidden, "private = true", "private = false");
    CHECK(merged(base, hidden, shown) == hidden);
    CHECK(merged(base, shown, hidden) == hidden);
}

TEST_CASE("one key with two values is a collision that is asked about") {
    const std::string mine = with(base, "\"4w\"", "\"2w\" # more often");
    const std::string theirs = with(base, "\"4w\"", "\"8w\"");
    const Result kept = versions(base, mine, theirs);
    CHECK(kept.text == mine);
    CHECK(kept.collisions == "agreement.every: \"2w\" or \"8w\"\n");
    CHECK(versions(base, mine, theirs, Taken::theirs).text ==
          with(base, "\"4w\"", "\"8w\" # more often"));
}

TEST_CASE("what one side changed stays, though the other took it away") {
    const std::string gone = with(base, "every = \"4w\"\n", "");
    const std::string changed = with(base, "\"4w\"", "\"2w\"");
    CHECK(merged(base, gone, changed) == changed);
    CHECK(merged(base, changed, gone).find("every = \"2w\"") != std::string::npos);
    CHECK(merged(base, gone, base) == gone);
}

TEST_CASE("what is taken away on one side is mentioned no more on the other") {
    const std::string entry_gone =
        with(with(base, "# the first time\n[[log]]\nid = \"x4t9\"\non = 2026-11-01\n\n", ""),
             "log = \"x4t9\"\n", "");
    const std::string promised =
        base + "\n[[commitment]]\nid = \"dddd\"\nwhat = \"write\"\nlog = \"x4t9\"\n";
    CHECK(merged(base, entry_gone, promised) ==
          entry_gone + "\n[[commitment]]\nid = \"dddd\"\nwhat = \"write\"\n");
}

TEST_CASE("a goal stays that one side took away while the other made a step towards it") {
    const std::string name = "name = \"Ada\"\n",
                      goal = "\n[[goal]]\nid = \"g3kq\"\ntitle = \"Lead\"\n",
                      step = "\n[[milestone]]\nid = \"m7dd\"\ngoal = \"g3kq\"\nwhat = \"Draft\"\n",
                      done = step + "done = 2026-11-22\n";
    CHECK(merged(name + goal, name, name + goal + step) == name + goal + step);
    CHECK(merged(name + goal, name + goal + step, name) == name + goal + step);
    CHECK(merged(name + goal + step, name, name + goal + done) == name + goal + done);
    CHECK(merged(name + goal + step, name, name + goal + step + "\n# more\n") ==
          name + "\n# more\n");
}

TEST_CASE("no comment is lost, and none is doubled") {
    const std::string ended = base + "# the end\n";
    const std::string mine = ended + "\n[[question]]\nid = \"qqqq\"\nask = \"why\"\n";
    const std::string theirs = ended + "\n[[gift]]\nid = \"gggg\"\nwhat = \"a book\"\n";
    const std::string both = merged(ended, mine, theirs);
    CHECK(both.find("# the end") == both.rfind("# the end"));
    CHECK(both.find("qqqq") != std::string::npos);
    CHECK(both.find("gggg") != std::string::npos);

    const std::string remarked = with(base, "# my mentor\n", "# my mentor\n# at last\n");
    const std::string reworded = with(base, "# my mentor\n", "# my good mentor\n");
    const std::string remarks = merged(base, remarked, reworded);
    CHECK(remarks.find("# at last\n") != std::string::npos);
    CHECK(remarks.find("# my good mentor\n") != std::string::npos);
    CHECK(remarks.find("# my mentor\n") == std::string::npos);
}

TEST_CASE("two people are told apart, and one who got another name isn't two") {
    CHECK(may_be_same_person(parse(base), parse(with(base, "\"Ada\"", "\"Countess\""))));
    CHECK(may_be_same_person(parse("name = \"Ada\""), parse("name = \"ada\"")));
    CHECK_FALSE(may_be_same_person(parse(base), parse("name = \"Grace\"")));
    CHECK_FALSE(may_be_same_person(parse("uid = \"a\"\nname = \"Ada\""),
                                   parse("uid = \"b\"\nname = \"Ada\"")));
    const auto met = [](const std::string& name, const std::string& ids) {
        std::string text = "name = \"" + name + "\"\n";
        for (const std::string& id : split(ids, ' '))
            text += entry(id, "2026-11-03", "Lunch");
        return parse(text);
    };
    CHECK_FALSE(may_be_same_person(met("Ada", "aaaa bbbb"), met("Grace", "aaaa cccc")));
    CHECK(may_be_same_person(met("Ada", "aaaa bbbb cccc"), met("Ada King", "aaaa bbbb")));
}

} // namespace mentor::merge_versions_test
