// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "support/merging.hpp"
#include "toml/weave.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace mentor::weave_test {

using namespace mentor::testing;

namespace {

struct Result {
    std::string text, collisions;
};

Result weave_texts(const std::string& base, const std::string& mine, const std::string& theirs,
                   Taken taken = Taken::mine) {
    const Woven woven =
        weave(parse(base), parse(mine), parse(theirs),
              {.choose = [&](const Collision&) { return taken; },
               .takes_lesser = [](std::string_view key) { return key == "done"; },
               .stays_true = [](std::string_view key) { return key == "private"; }});
    Result result{woven.text.value_or("no text"), ""};
    for (const auto& [label, my, their] : woven.collisions)
        result.collisions += fmt::format("{}: {} or {}\n", label, my, their);
    return result;
}

std::string woven(const std::string& base, const std::string& mine, const std::string& theirs) {
    const Result result = weave_texts(base, mine, theirs);
    CHECK(result.collisions == "");
    return result.text;
}

const std::string mark = "\xEF\xBB\xBF";

std::string with_crlf(const std::string& text) {
    std::string out;
    for (const std::string& line : split_lines(text))
        out += line + "\r\n";
    return out;
}

} // namespace

TEST_CASE(
    "a byte-order mark stays at the beginning, whoever has it and whatever stands on line 1") {
    const std::string base = "name = \"Ada\"\nrole = \"mentor\"\n";
    for (const bool was_marked : {false, true})
        for (const bool is_mine_marked : {false, true})
            for (const bool is_their_marked : {false, true}) {
                const std::string was = was_marked ? mark : "", my = is_mine_marked ? mark : "",
                                  their = is_their_marked ? mark : "";
                const std::string kept = my == was ? their : my;
                const std::string both =
                    woven(was + base, my + "# mine\n" + base, their + "# theirs\n" + base);
                CHECK(both == kept + "# mine\n# theirs\n" + base);
                CHECK(woven(was + base, my + base, their + "met = \"Here\"\n" + base) ==
                      kept + "met = \"Here\"\n" + base);
            }
}

TEST_CASE("lines that come in end as the lines of the file do") {
    const std::string base = "name = \"Ada\"\n# c0\nrole = \"mentor\"\nnote = \"\"\"\na\nb\"\"\"\n";
    const std::string mine = with(base, "# c0\n", "# c0\n# mine\n") + "met = \"x\"\n# end mine\n",
                      theirs = with(base, "# c0\n", "# theirs\n") + "[a]\nb = 1\n# end theirs\n";
    const std::string both = woven(base, mine, theirs);
    CHECK(both.find("# mine\n") != std::string::npos);
    CHECK(woven(with_crlf(base), with_crlf(mine), with_crlf(theirs)) == with_crlf(both));
    CHECK(woven(base, with_crlf(mine), theirs) == with_crlf(both));
    CHECK(woven(base, mine, with_crlf(theirs)) == with_crlf(both));
    CHECK(woven(with_crlf(base), mine, with_crlf(theirs)) == both);
    CHECK(woven("", with_crlf(base), with_crlf(base)) == with_crlf(base));
}

namespace {

const std::string head = "name = \"Ada\"\n";
const std::string call = "\n[[log]]\non = 2026-11-01\nkind = \"call\"\nnote = \"secret thing\"\n";
const std::string promise = "\n[[commitment]]\nowner = \"me\"\nwhat = \"Send the draft\"\n"
                            "made = 2026-11-01\ndue = 2026-11-20\n";

} // namespace

TEST_CASE("an element without an id is the same one though both changed it") {
    const std::string done = promise + "done = 2026-11-19\n",
                      moved = with(promise, "2026-11-20", "2026-11-27"),
                      both = moved + "done = 2026-11-19\n";
    for (const std::string around : {"", "\n[[commitment]]\nwhat = \"call\"\n"}) {
        const std::string before = head + around;
        CHECK(woven(before + promise, before + done, before + moved) == before + both);
        CHECK(woven(before + promise, before + moved, before + done) == before + both);
        CHECK(woven(before + promise + around, before + done + around, before + moved + around) ==
              before + both + around);
    }
    const std::string added = "\n[[commitment]]\nwhat = \"write\"\n";
    CHECK(woven(head + promise, head + added + done, head + moved) == head + added + both);
    CHECK(woven(head + promise, head + done, head + with(moved, "what", "id = \"c7k2\"\nwhat")) ==
          head + with(both, "what", "id = \"c7k2\"\nwhat"));
}

TEST_CASE("what two hands make of an element without an id is a collision of one key") {
    const std::string mine = with(call, "secret thing", "secret things"),
                      theirs = with(call, "secret thing", "a secret thing");
    const Result result = weave_texts(head + call + promise, head + mine + promise,
                                      head + theirs + promise, Taken::theirs);
    CHECK(result.text == head + theirs + promise);
    CHECK(result.collisions == "log #1: note: \"secret things\" or \"a secret thing\"\n");
}

TEST_CASE("two elements that have little in common are two") {
    const std::string other = "\n[[commitment]]\nowner = \"me\"\nwhat = \"Read the book\"\n"
                              "made = 2026-11-08\ndue = 2026-11-30\n";
    const std::string moved = with(promise, "2026-11-20", "2026-11-27");
    const std::string both = woven(head + promise, head + other, head + moved);
    CHECK(both.find("Read the book") != std::string::npos);
    CHECK(both.find("2026-11-27") != std::string::npos);
    CHECK(woven(head, head + promise, head + other).find("Read the book") != std::string::npos);
    CHECK(woven(head, head + promise, head + promise) == head + promise);
}

TEST_CASE("what is private on one side never comes out open") {
    const std::string hidden = call + "private = true\n", shown = call + "private = false\n";
    const auto mended = [](const std::string& entry) { return with(entry, "thing", "things"); };
    for (const std::string id : {"", "id = \"x4t9\"\n"}) {
        const auto file = [&](const std::string& entry) {
            return head + with(entry, "[[log]]\n", "[[log]]\n" + id);
        };
        const std::string private_and_mended = file(mended(hidden));
        CHECK(woven(file(call), file(hidden), file(mended(call))) == private_and_mended);
        CHECK(woven(file(call), file(mended(call)), file(hidden)) == private_and_mended);
        CHECK(woven(file(call), file(hidden), file(shown)) == file(hidden));
        CHECK(woven(file(call), file(shown), file(hidden)) == file(hidden));
        CHECK(woven(file(hidden), file(call), file(mended(hidden))) == private_and_mended);
        CHECK(woven(file(hidden), file(mended(hidden)), file(shown)) == private_and_mended);
        CHECK(woven(file(hidden), file(call), file(hidden)) == file(call));
        CHECK(woven(head, file(call), file(hidden)) == file(hidden));
    }
}

TEST_CASE("values come together key by key in the layout of mine, however the other wrote them") {
    const std::string inline_one = head + "agreement = { every = \"2w\" }\n",
                      dotted_one = head + "agreement.every = \"2w\"\n",
                      header_one = head + "\n[agreement]\nevery = \"2w\"\n",
                      inline_two = head + "agreement = { where = \"cafe\" }\n",
                      dotted_two = head + "\"agreement\".where = \"cafe\"\n",
                      header_two = head + "\n['agreement'] # ours\nwhere = \"cafe\"\n";
    for (const std::string& other : {inline_two, dotted_two, header_two}) {
        for (const std::string& mine : {inline_one, dotted_one, header_one}) {
            CAPTURE(mine);
            CAPTURE(other);
            const std::string both = woven(head, mine, other);
            CHECK(both.find("every = \"2w\"") != std::string::npos);
            CHECK(both.find("where = \"cafe\"") != std::string::npos);
            CHECK((both.find("{") != std::string::npos) == (mine == inline_one));
            CHECK((both.find("agreement.") != std::string::npos) == (mine == dotted_one));
            CHECK((both.find("# ours") != std::string::npos) == (other == header_two));
        }
    }
    const Result result = weave_texts(dotted_one, with(header_one, "2w", "1w"),
                                      with(inline_one, "2w", "3w"), Taken::theirs);
    CHECK(result.collisions == "agreement.every: \"1w\" or \"3w\"\n");
    CHECK(result.text == with(header_one, "2w", "3w"));
}

TEST_CASE("an array between brackets gets the new elements of both, and keeps its comments") {
    const std::string base = head + "log = [\n  # the first\n  { id = \"aaaa\", note = \"n1\" }, "
                                    "# behind\n]\nmet = \"Here\"\n";
    const auto added = [&](const std::string& id) {
        return with(base, "# behind\n", "# behind\n  {id=\"" + id + "\", note=\"new\"},\n");
    };
    CHECK(woven(base, added("bbbb"), added("cccc")) ==
          with(base, "# behind\n",
               "# behind\n  {id=\"bbbb\", note=\"new\"},\n  {id=\"cccc\", note=\"new\"},\n"));
    const std::string changed = with(base, "\"n1\"", "\"n2\"");
    CHECK(woven(base, added("bbbb"), changed) == with(added("bbbb"), "\"n1\"", "\"n2\""));
    CHECK(woven(base, with(base, "note = \"n1\"", "private = true, note = \"n1\""), changed)
              .find("private = true") != std::string::npos);
}

TEST_CASE("a list on several lines has what both added, with its comments") {
    const std::string base = "tags = [\n  \"work\", # a comment\n  \"home\",\n]\n";
    const auto added = [&](const std::string& tag) {
        return with(base, "\"home\",\n", "\"home\",\n  \"" + tag + "\",\n");
    };
    CHECK(woven(base, added("one"), added("two")) ==
          with(added("two"), "\"two\",\n", "\"two\",\n  \"one\",\n"));
}

TEST_CASE("a value on one side and a table on the other are two values of one key") {
    const std::string mine = head + "agreement = \"4w\"\nmet = \"Here\"\n",
                      theirs = head + "\n[agreement]\nevery = \"2w\"\n\n[contact]\nphone = \"1\"\n";
    const Result result = weave_texts(head, mine, theirs, Taken::mine);
    CHECK(result.collisions == "agreement: \"4w\" or { every = \"2w\" }\n");
    CHECK(result.text.find("agreement = \"4w\"") != std::string::npos);
    CHECK(result.text.find("phone = \"1\"") != std::string::npos);
    CHECK(result.text.find("met = \"Here\"") != std::string::npos);
    const Result other = weave_texts(head, mine, theirs, Taken::theirs);
    CHECK(other.text.find("every = \"2w\"") != std::string::npos);
    CHECK(other.text.find("met = \"Here\"") != std::string::npos);
}

TEST_CASE("a comment that nobody touched stays, whatever both did in the same way beside it") {
    const std::string top = "name = \"Ada\"\n", key = "every = \"4w\"\n",
                      comment = "# For the thesis\n",
                      one = "\n[[log]]\nid = \"aaaa\"\nnote = \"n1\"\n",
                      two = "\n[[log]]\nid = \"bbbb\"\nnote = \"n2\"\n",
                      done = "done = 2026-03-01\n";
    const std::pair<std::string, std::string> changes[] = {
        {top + comment + one + two, top + key + comment + one + two},      // a key above it
        {top + key + comment + one + two, top + comment + one + two},      // gone
        {top + one + comment + two, top + one + done + comment + two},     // the same in a table
        {top + one + "\n" + comment + two, top + "\n" + comment + two},    // the table gone
        {top + one + comment + two + comment, top + one + two + comment}}; // one of two gone
    for (const auto& [before, after] : changes)
        for (const std::string& side : {with(after, "n2", "n3"), with(after, "Ada", "Bob")}) {
            CAPTURE(side);
            CHECK(woven(before, after, side).find(comment) != std::string::npos);
            CHECK(woven(before, side, after).find(comment) != std::string::npos);
        }
    const Result result = weave_texts(top + comment + one, top + key + comment + one,
                                      top + "every = \"2w\"\n" + comment + one);
    CHECK(result.text.find(comment) != std::string::npos);
}

TEST_CASE("a comment that both have new behind one statement is one, whichever moved its table") {
    const std::string top = "name = \"Ada\"\n", one = "\n[[log]]\nid = \"aaaa\"\n",
                      two = "\n[[goal]]\nid = \"bbbb\"\n", three = "\n[[gift]]\nid = \"cccc\"\n",
                      comment = "# Later\n";
    const auto times = [](std::string_view text) {
        std::size_t count = 0;
        for (std::size_t at = 0; (at = text.find("# Later", at)) != text.npos; ++at)
            ++count;
        return count;
    };
    const std::string base = top + one + two + three;
    const std::string behind_one = top + one + comment + two + three,
                      behind_two = top + one + two + comment + three,
                      behind_three = top + one + two + three + comment;
    // What one of them moved since, the other may have as it was.
    CHECK(times(woven(base, top + three + comment + two + one, behind_three)) == 1);
    CHECK(times(woven(base, behind_three, top + three + comment + two + one)) == 1);
    CHECK(times(woven(base, top + two + one + comment + three, behind_one)) == 1);
    CHECK(times(woven(base, top + two + comment + one + three, behind_two)) == 1);
    // Behind two statements they are two, and one of them may be there already.
    CHECK(times(woven(base, behind_one, behind_two)) == 2);
    CHECK(times(woven(behind_one, behind_one + comment,
                      top + two + one + comment + three + comment)) == 2);
}

} // namespace mentor::weave_test
