// SPDX-License-Identifier: MIT
//
// An edit that met another: what comes of the two parses, and holds every line that either of them
// added; otherwise there is no merged text, and both are kept.
#include "core/text.hpp"
#include "fuzz/fuzz.hpp"
#include "toml/merge.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <fuzzer/FuzzedDataProvider.h>
#include <set>

using namespace mentor;

namespace {

constexpr const char* lines[] = {"name = \"Ada\"",
                                 "met = 'there'",
                                 "[agreement]",
                                 "every = \"4w\"",
                                 "[[log]]",
                                 "[[commitment]]",
                                 "id = \"x4t9\"",
                                 "id = \"c7k2\"",
                                 "on = 2026-11-20",
                                 "note = \"\"\"",
                                 "\"\"\"",
                                 "# a remark",
                                 "log.first = 1",
                                 "[log.scores]",
                                 "respect = 4",
                                 "tags = [",
                                 "]",
                                 "me = { a = 1 }",
                                 "",
                                 "[contact.\"a b\"]"};

// As hands would: lines come, go, and are changed.
std::string edited(const std::string& text, FuzzedDataProvider& data) {
    auto result = split_lines(text);
    for (int edits = data.ConsumeIntegralInRange(0, 6); edits > 0; --edits) {
        const auto at = data.ConsumeIntegralInRange<std::ptrdiff_t>(
            0, static_cast<std::ptrdiff_t>(result.size()));
        const auto place = result.begin() + at;
        const int kind = data.ConsumeIntegralInRange(0, 3);
        if (kind == 0 && place != result.end())
            result.erase(place);
        else if (kind == 1 && place != result.end())
            *place += data.ConsumeRandomLengthString(8);
        else
            result.insert(place, data.PickValueInArray(lines));
    }
    return join(result, "\n") + "\n";
}

std::set<std::string> lines_of(const std::string& text) {
    const auto found = split_lines(text);
    return {found.begin(), found.end()};
}

void check_holds_what_is_new(const std::string& merged, const std::string& changed,
                             const std::string& base, const std::string& other) {
    const auto held = lines_of(merged), old = lines_of(base), others = lines_of(other);
    for (const std::string& line : lines_of(changed))
        FUZZ_CHECK(old.contains(line) || others.contains(line) || held.contains(line));
}

void check(const Document& base, const Document& mine, const Document& theirs) {
    const Merged untouched = merge(base, base, theirs);
    FUZZ_CHECK(untouched.text == theirs.text());
    const Merged alone = merge(base, mine, base);
    FUZZ_CHECK(!alone.text || *alone.text == mine.text());
    const Merged both = merge(base, mine, theirs);
    if (!both.text) return;
    FUZZ_CHECK(Document::parse(*both.text, "merged.toml").text() == *both.text);
    check_holds_what_is_new(*both.text, mine.text(), base.text(), theirs.text());
    check_holds_what_is_new(*both.text, theirs.text(), base.text(), mine.text());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    FuzzedDataProvider data(bytes, size);
    try {
        const std::string text =
            join(split_lines(data.ConsumeRandomLengthString(size)), "\n") + "\n";
        const std::string mine = edited(text, data), theirs = edited(text, data);
        check(Document::parse(text, "base.toml"), Document::parse(mine, "mine.toml"),
              Document::parse(theirs, "theirs.toml"));
    } catch (const Error&) {
    }
    return 0;
}
