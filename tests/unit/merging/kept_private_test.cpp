// SPDX-License-Identifier: MIT
#include "merging/merge_versions.hpp"
#include "support/merging.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::kept_private_test {

using namespace mentor::testing;

namespace {

const std::string name = "name = \"Ada\"\n";
const std::string entry = "\n[[log]]\nid = \"x4t9\"\non = 2026-11-10\n";
const std::string hidden = entry + "private = true\n", shown = entry + "private = false\n";
const std::string hides = "private = true\n";
const std::string of_entry = "log = \"x4t9\"\n", done = "done = 2026-11-20\n";

// Something that came of the entry, or says so no more.
std::string thing(const std::string& array, const std::string& lines) {
    return "\n[[" + array + "]]\nid = \"c7k2\"\nwhat = \"SECRET\"\n" + lines;
}

std::string merged(const std::string& base, const std::string& mine, const std::string& theirs) {
    const Woven woven = merge_versions(parse(base), parse(mine), parse(theirs),
                                       [](const Collision&) { return Taken::mine; });
    CHECK(woven.collisions.empty());
    return woven.text.value_or("no text");
}

// Whoever merges.
void check_both(const std::string& base, const std::string& mine, const std::string& theirs,
                const std::string& expected) {
    CHECK(merged(base, mine, theirs) == expected);
    CHECK(merged(base, theirs, mine) == expected);
}

} // namespace

TEST_CASE("what came of a private entry is private, whatever the other side did to the entry") {
    for (const std::string array : {"commitment", "advice"}) {
        CAPTURE(array);
        const std::string made = thing(array, of_entry);
        const struct {
            const char* what;
            std::string base, mine, theirs, merged;
        } rows[] = {
            {"made while it was taken out", name + hidden, name, name + hidden + made,
             name + thing(array, hides)},
            {"made while it was opened", name + hidden, name + shown, name + hidden + made,
             name + shown + thing(array, of_entry + hides)},
            {"made while another of its id stayed", name + entry + hidden, name + entry,
             name + entry + hidden + made, name + entry + thing(array, of_entry + hides)},
            {"changed while it was taken out", name + hidden + made, name + thing(array, hides),
             name + hidden + with(made, "SECRET", "SECRET too"),
             name + with(thing(array, hides), "SECRET", "SECRET too")},
            {"done while it was opened", name + hidden + made, name + shown + made,
             name + hidden + thing(array, of_entry + done),
             name + shown + thing(array, of_entry + done + hides)},
            {"there while the entry alone was taken out", name + hidden + made, name + made,
             name + hidden + made, name + thing(array, hides)},
            {"hidden while it was taken out", name + entry + made, name + thing(array, ""),
             name + hidden + made, name + hidden + thing(array, hides)},
        };
        for (const auto& row : rows) {
            CAPTURE(row.what);
            check_both(row.base, row.mine, row.theirs, row.merged);
        }
    }
}

TEST_CASE("what came of an entry is open where nobody kept it, or it was opened and left so") {
    for (const std::string array : {"commitment", "advice"}) {
        CAPTURE(array);
        const std::string made = thing(array, of_entry);
        check_both(name + entry, name, name + entry + made, name + thing(array, ""));
        check_both(name + hidden + made, name + shown + made, name + hidden + made,
                   name + shown + made);
    }
}

TEST_CASE("a goal stays private to which one side made a step while the other opened it") {
    const std::string goal = name + "\n[[goal]]\nid = \"g3kq\"\ntitle = \"Lead\"\n",
                      step = "\n[[milestone]]\nid = \"m7dd\"\ngoal = \"g3kq\"\n"
                             "what = \"SECRET\"\n";
    const std::string kept = goal + "private = true\n", opened = goal + "private = false\n";
    check_both(kept, opened, kept + step, kept + step);
    check_both(kept + step, opened + step, kept + step + done, kept + step + done);
    check_both(kept + step, opened + step, kept + step, opened + step);
}

TEST_CASE(
    "what was opened on one side stands open, unless the other kept or changed it meanwhile") {
    const auto all = [](const std::string& lines) {
        return name + "\n[[gift]]\nid = \"gggg\"\nwhat = \"a book\"\n" + lines;
    };
    const std::string opened = all("private = false\n"), kept = all(hides),
                      question = "\n[[question]]\nid = \"qqqq\"\nask = \"why\"\n";
    check_both(kept, opened, kept + question, opened + question);
    check_both(kept, all(""), kept + question, all("") + question);
    check_both(kept, opened, all(hides + "given = 2026-11-20\n"),
               all(hides + "given = 2026-11-20\n"));
    check_both(all(""), opened, kept, kept);
}

} // namespace mentor::kept_private_test
