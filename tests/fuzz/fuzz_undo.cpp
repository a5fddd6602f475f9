// SPDX-License-Identifier: MIT
//
// A file of the undo log: what is read from it is what was written, to the byte, and anything else
// in its place is no step at all. A wrong one would be written over someone's file.
#include "fuzz/fuzz.hpp"
#include "journal/undo_record.hpp"

using namespace mentor;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto step = find_record(text);
    if (!step) return 0;
    FUZZ_CHECK(!step->changes.empty());
    const std::string record = to_record(*step);
    const bool is_first_version = text.starts_with("mentor undo 1");
    FUZZ_CHECK(is_first_version || record == text);
    const auto again = find_record(record);
    FUZZ_CHECK(again && to_record(*again) == record);
    return 0;
}
