// SPDX-License-Identifier: MIT
//
// The grammar of dates and durations: every text is understood or refused, and what was understood
// can be written and read again.
#include "core/dates/by_day.hpp"
#include "fuzz/fuzz.hpp"

#include "mentor/error.hpp"

#include <string>

using namespace mentor;

namespace {

template<class Check>
void unless_refused(Check check) {
    try {
        check();
    } catch (const Error& error) {
        FUZZ_CHECK(!error.diagnostic().what.empty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const Calendar calendar{make_date(2026, 11, 22), std::chrono::Monday};
    for (const Reading reading : {Reading::past, Reading::future}) {
        unless_refused([&] {
            const Date date = parse_date(text, calendar, reading);
            FUZZ_CHECK(parse_date(to_iso(date), calendar, reading) == date);
        });
        unless_refused([&] {
            const Moment moment = parse_moment(text, calendar, reading);
            FUZZ_CHECK(parse_moment(to_iso(moment), calendar, reading) == moment);
        });
    }
    unless_refused([&] {
        const Duration duration = parse_duration(text);
        FUZZ_CHECK(parse_duration(to_text(duration)) == duration);
    });
    unless_refused([&] {
        const int minutes = parse_minutes(text);
        FUZZ_CHECK(minutes >= 1 && minutes <= 24 * 60);
    });
    unless_refused([&] {
        const WithDue split = parse_with_due(text, calendar);
        FUZZ_CHECK(split.text.size() <= text.size());
    });
    return 0;
}
