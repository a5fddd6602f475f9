// SPDX-License-Identifier: MIT
//
// Exact edits: any file, any place in it, any value. What is edited parses again, says what was
// written, and keeps every byte outside the edit.
#include "fuzz/fuzz.hpp"
#include "toml/document.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <fuzzer/FuzzedDataProvider.h>

using namespace mentor;

namespace {

constexpr const char* keys[] = {"name",  "role",   "log",  "agreement", "contact",
                                "every", "scores", "note", "a b",       "é"};

Path path_from(FuzzedDataProvider& data) {
    Path path;
    for (int steps = data.ConsumeIntegralInRange(1, 4); steps > 0; --steps) {
        if (data.ConsumeBool())
            path.emplace_back(std::string(data.PickValueInArray(keys)));
        else
            path.emplace_back(data.ConsumeIntegralInRange<std::size_t>(0, 3));
    }
    return path;
}

Value value_from(FuzzedDataProvider& data) {
    switch (data.ConsumeIntegralInRange(0, 5)) {
    case 0:
        return data.ConsumeBool();
    case 1:
        return data.ConsumeIntegral<std::int64_t>();
    case 2:
        return make_date(data.ConsumeIntegralInRange(1, 9999), 2, 28);
    case 3:
        return Array{data.ConsumeRandomLengthString(20), 1, true};
    case 4:
        return Table{{"key", data.ConsumeRandomLengthString(20)}, {"other", 2}};
    default:
        return data.ConsumeRandomLengthString(60);
    }
}

// A splice: what is new stands in one place, or in none. An inserted text takes nothing away.
void check_appended(const std::string& before, const std::string& after) {
    const auto [old_end, new_end] = std::ranges::mismatch(before, after);
    const std::string rest(old_end, before.end());
    FUZZ_CHECK(after.size() >= before.size());
    FUZZ_CHECK(after.ends_with(rest));
}

void check_parses(const Document& changed) {
    FUZZ_CHECK(Document::parse(changed.text(), "again.toml").text() == changed.text());
}

void edit(const Document& document, FuzzedDataProvider& data) {
    const Path path = path_from(data);
    switch (data.ConsumeIntegralInRange(0, 2)) {
    case 0: {
        const Document changed = document.with_value(path, value_from(data));
        check_parses(changed);
        FUZZ_CHECK(changed.contains(path));
        break;
    }
    case 1: {
        const Document changed = document.without(path);
        check_parses(changed);
        const bool in_array = std::holds_alternative<std::size_t>(path.back());
        FUZZ_CHECK(in_array || !changed.contains(path));
        break;
    }
    default: {
        const auto* name = data.PickValueInArray(keys);
        const std::size_t size = document.size({std::string(name)});
        const Document changed =
            document.with_appended(name, {{"id", "x4t9"}, {"what", value_from(data)}});
        check_appended(document.text(), changed.text());
        check_parses(changed);
        FUZZ_CHECK(changed.size({std::string(name)}) == size + 1);
    }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    FuzzedDataProvider data(bytes, size);
    try {
        // The provider takes its numbers from the end: an input is a file and some bytes of
        // choices.
        const std::string text = data.ConsumeRandomLengthString(size);
        edit(Document::parse(text, "fuzz.toml"), data);
    } catch (const Error&) {
    }
    return 0;
}
