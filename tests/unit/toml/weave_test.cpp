// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "support/merging.hpp"
#include "toml/weave.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace mentor;
using namespace mentor::testing;

namespace {

struct Result {
    std::string text, collisions;
};

Result weave_texts(const std::string& base, const std::string& mine, const std::string& theirs,
                   Taken taken = Taken::mine) {
    const Woven woven = weave(parse(base), parse(mine), parse(theirs),
                              {.choose = [&](const Collision&) { return taken; },
                               .takes_lesser = [](std::string_view key) { return key == "done"; }});
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
