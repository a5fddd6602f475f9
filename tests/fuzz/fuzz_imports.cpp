// SPDX-License-Identifier: MIT
//
// The readers of other programs' files: every text gives people or days, or is refused, with
// a line of it; nobody comes without a name or a word on why, and no entry without a day or one.
#include "core/imports/address_table.hpp"
#include "core/imports/foreign_text.hpp"
#include "core/imports/friends_reader.hpp"
#include "core/imports/journal_copy.hpp"
#include "core/imports/jrnl_reader.hpp"
#include "core/imports/json_reader.hpp"
#include "core/imports/vcard_reader.hpp"
#include "core/text.hpp"
#include "fuzz/fuzz.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <string>

using namespace mentor;

namespace {

const std::string file = "FILE";

template<class Read>
void unless_refused(const std::string& text, Read read) {
    try {
        read();
    } catch (const Error& error) {
        const Diagnostic& said = error.diagnostic();
        FUZZ_CHECK(error.exit() == Exit::broken);
        FUZZ_CHECK(!said.what.empty() && !said.advice.empty() && said.file == file);
        FUZZ_CHECK(said.line <= 1 + std::count(text.begin(), text.end(), '\n') +
                                    std::count(text.begin(), text.end(), '\r'));
    }
}

void check(const FoundPeople& found) {
    FUZZ_CHECK(!found.people.empty());
    for (const FoundPerson& person : found.people) {
        FUZZ_CHECK(!person.name.empty() || !person.unclear.empty());
        FUZZ_CHECK(person.line > 0);
    }
}

void check(const FoundEntries& found) {
    FUZZ_CHECK(!found.people.empty() || !found.entries.empty());
    for (const FoundPerson& person : found.people)
        FUZZ_CHECK((!person.name.empty() || !person.unclear.empty()) && person.line > 0);
    for (const FoundEntry& entry : found.entries) {
        FUZZ_CHECK(entry.line > 0 && !entry.kind.empty());
        FUZZ_CHECK(!entry.unclear.empty() || year_of(entry.on.date) > 0);
        for (const auto* texts : {&entry.names, &entry.topics})
            FUZZ_CHECK(std::ranges::find(*texts, "") == texts->end());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string raw(reinterpret_cast<const char*>(bytes), size);
    unless_refused(raw, [&] { check(parse_vcards(without_mark(raw), file)); });
    unless_refused(raw, [&] {
        const std::string text = parse_foreign_text(raw, file);
        FUZZ_CHECK(!find_invalid_utf8(text));
        unless_refused(text, [&] { check(parse_address_table(text, file)); });
        unless_refused(text, [&] { check(parse_jrnl(text, file, {})); });
        unless_refused(text, [&] { check(parse_friends(text, file)); });
        unless_refused(text, [&] { parse_json(text, file); });
        unless_refused(text, [&] { FUZZ_CHECK(!parse_journal_copy(text, file).empty()); });
    });
    return 0;
}
