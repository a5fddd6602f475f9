// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "support/lines.hpp"
#include "support/merging.hpp"
#include "support/rounds.hpp"
#include "toml/merge.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace mentor::merge_test {

using namespace mentor::testing;

namespace {

// The merged text, or what stands in its way.
std::string merged(const std::string& base, const std::string& mine, const std::string& theirs) {
    const Merged merged = merge(parse(base), parse(mine), parse(theirs));
    return merged.text ? *merged.text : "collide: " + join(merged.collisions, ", ");
}

const std::string base = R"(
    # my mentor
    name = "Ada"
    role = "mentor" # since May

    [agreement]
    every = "4w"

    # the first time
    [[log]]
    id = "x4t9"
    on = 2026-11-01
    note = """
    [[log]]
    Long.
    """

    [[occasion]]
    what = "birthday"
    on = "12-10"

    [[commitment]]
    id = "c7k2"
    what = "call"
    made = 2026-11-01
)"_lines;

const std::string entry = "\n[[log]]\nid = \"aaaa\"\non = 2026-11-02\n";
const std::string other_entry = "\n[[log]]\nid = \"bbbb\"\non = 2026-11-03\n";
const std::string done = "done = 2026-11-05\n";

} // namespace

TEST_CASE("what one side alone changed is taken as it is") {
    const std::string changed = with(base, R"("4w")", R"("2w" # more often)");
    CHECK(merged(base, changed, base) == changed);
    CHECK(merged(base, base, changed) == changed);
    CHECK(merged(base, changed, changed) == changed);
}

TEST_CASE("changes of different keys come together, with their comments") {
    const std::string mine = with(base, R"("4w")", R"("2w" # more often)");
    const std::string theirs = with(base, "# the first time", "# the very first time");
    CHECK(merged(base, mine, theirs) == with(mine, "# the first", "# the very first"));
    CHECK(merged(base, with(base, "role", "met = \"here\"\nrole"),
                 with(base, "\n[agreement]", "aka = [\"al\"]\n\n[agreement]")) ==
          with(with(base, "role", "met = \"here\"\nrole"), "\n[agreement]",
               "aka = [\"al\"]\n\n[agreement]"));
}

TEST_CASE("a new element of mine stands behind theirs, and never within one") {
    CHECK(merged(base, base + entry, base + other_entry) == base + other_entry + entry);
    CHECK(merged(base, base + entry, base + done) == base + done + entry);
    CHECK(merged(base, base + done, base + entry) == base + done + entry);
}

TEST_CASE("an element keeps its id whatever is put before it") {
    const std::string mine = with(base, "Long.", "Long, and good.");
    const std::string theirs =
        with(base, "# the first time", entry.substr(1) + "\n# the first time");
    CHECK(merged(base, mine, theirs) == with(theirs, "Long.", "Long, and good."));
}

TEST_CASE("what one side took away is gone, where the other left it as it was") {
    const std::string gone =
        with(base, "[[occasion]]\nwhat = \"birthday\"\non = \"12-10\"\n\n", "");
    CHECK(merged(base, gone, base + done) == gone + done);
    CHECK(merged(base, base + done, gone) == gone + done);
    const std::string lost = with(base, R"(every = "4w")"_lines, "");
    CHECK(merged(base, lost, base + done) == lost + done);
    CHECK(merged(base, base + done, lost) == lost + done);
}

TEST_CASE("what both changed is named") {
    CHECK(merged(base, with(base, "4w", "2w"), with(base, "4w", "3w")) ==
          "collide: agreement.every");
    CHECK(merged(base, with(base, "Long.", "Short."), with(base, "Long.", "Longer.")) ==
          "collide: log x4t9: note");
    CHECK(merged(base, base + done, base + "done = 2026-11-06\n") ==
          "collide: commitment c7k2: done");
    CHECK(merged(base, base + "\n# mine\n", base + "\n# theirs\n") ==
          "collide: the end of the file");
}

TEST_CASE("what one side took away and the other changed is named") {
    const std::string gone = with(base, R"(every = "4w")"_lines, "");
    const std::string changed = with(base, "4w", "3w");
    CHECK(merged(base, gone, changed) == "collide: agreement.every");
    CHECK(merged(base, changed, gone) == "collide: agreement.every");
    const std::string without = base.substr(0, base.find("\n[[commitment]]"));
    CHECK(merged(base, without, base + done) == "collide: commitment c7k2");
    CHECK(merged(base, base + done, without) == "collide: commitment c7k2");
}

TEST_CASE("an element without an id that both sides changed is named") {
    CHECK(merged(base, with(base, "birthday", "party"), with(base, "12-10", "12-11")) ==
          "collide: occasion");
    const std::string mine = with(base, "birthday", "party");
    CHECK(merged(base, mine, base + done) == mine + done);
    CHECK(merged(base, base + done, mine) == mine + done);
}

TEST_CASE("elements that are alike without an id are as many as they were") {
    const std::string twin = "\n[[occasion]]\nwhat = \"x\"\n";
    const std::string twins = base + twin + twin;
    CHECK(merged(twins, with(twins, "4w", "2w"), twins + entry) == with(twins, "4w", "2w") + entry);
    CHECK(merged(base, with(base, "4w", "2w") + twin, base + twin) ==
          with(base, "4w", "2w") + twin);
}

TEST_CASE("a table within an element never changes its owner") {
    const std::string log = R"(
        name = "Ada"

        [[log]]
        id = "x4t9"
    )"_lines;
    const std::string scores = "\n[log.scores]\ntrust = 4\n";
    CHECK(merged(log, log + entry, log + scores) == log + scores + entry);
    CHECK(merged(log, log + scores, log + entry) == "collide: ");
}

TEST_CASE("another order is taken as a whole or not at all") {
    const std::string moved = with(with(base, R"(name = "Ada")"_lines, ""), "# since May\n", R"(
            # since May
            name = "Ada"
        )"_lines);
    CHECK(merged(base, moved, base + done) == moved + done);
    CHECK(merged(base, moved, with(base, "\n[agreement]", "met = \"here\"\n\n[agreement]")) ==
          "collide: ");
}

TEST_CASE("a last line without its end, CRLF and a byte-order mark survive a merge") {
    const std::string open = base.substr(0, base.size() - 1);
    CHECK(merged(open, open + "\n" + done, with(open, "4w", "2w")) ==
          with(base, "4w", "2w") + done);
    const std::string dos = "\xEF\xBB\xBFname = \"Ada\"\r\nrole = \"mentor\"\r\n";
    CHECK(merged(dos, with(dos, "Ada", "Al"), dos + "met = \"here\"\r\n") ==
          with(dos, "Ada", "Al") + "met = \"here\"\r\n");
}

TEST_CASE("as many keys and items as a file can hold are merged") {
    constexpr int many = slower_by == 1 ? 20'000 : 2'000;
    std::string keys, items;
    for (int i = 0; i < many; ++i) {
        keys += fmt::format("k{} = {}\n", i, i);
        items += fmt::format("\n[[log]]\nnote = \"{}\"\n\n[[goal]]\nid = \"{}\"\n", i, i);
    }
    const auto parse = [](const std::string& text) { return Document::parse(text, "ada.toml"); };
    const auto both =
        merge(parse(keys + items), parse(keys + "mine = 1\n" + items),
              parse("theirs = 1\n" + keys + items + "\n[[log]]\nnote = \"theirs\"\n"));
    CHECK(both.text ==
          "theirs = 1\n" + keys + "mine = 1\n" + items + "\n[[log]]\nnote = \"theirs\"\n");
}

} // namespace mentor::merge_test
