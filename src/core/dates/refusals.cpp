// SPDX-License-Identifier: MIT
#include "core/dates/refusals.hpp"

#include <fmt/format.h>

namespace mentor::grammar {
namespace {

// A bound that keeps every sum with a day of this age within the years that there are.
bool is_too_long(Duration length) {
    constexpr long long most_days = 365'000;
    const auto days = [](Unit unit) {
        switch (unit) {
        case Unit::day:
            return 1;
        case Unit::week:
            return 7;
        case Unit::month:
            return 30;
        case Unit::quarter:
            return 91;
        case Unit::year:
            break;
        }
        return 365;
    };
    return static_cast<long long>(length.count) * days(length.unit) > most_days;
}

} // namespace

Error not_understood(std::string_view typed, std::string_view thing,
                     const std::optional<std::string>& likely, std::string_view examples) {
    std::string advice = likely ? fmt::format("did you mean '{}'?\n", *likely) : "";
    advice += examples;
    if (typed.empty()) return {Exit::usage, fmt::format("no {} given", thing), advice};
    return {Exit::usage, fmt::format("can't read '{}' as a {}", typed, thing), advice};
}

Error out_of_reach(std::string_view typed) {
    return {Exit::usage, fmt::format("'{}' is out of reach", typed), "years run from 1 to 9999"};
}

void refuse_too_long(Duration length, std::string_view typed) {
    if (is_too_long(length))
        throw Error(Exit::usage, fmt::format("'{}' is too long", typed),
                    "the longest is 1000 years");
}

void refuse_unclear_length(Phrase phrase, std::string_view typed) {
    if (const auto count = minutes_or_months(phrase))
        throw Error(Exit::usage, fmt::format("'{}' could mean minutes or months", typed),
                    fmt::format("write '{}mo' for months", *count));
    if (mixes_units(phrase))
        throw Error(Exit::usage, fmt::format("'{}' mixes units", typed),
                    "count in one of them, as in '10d' or '18mo'");
}

} // namespace mentor::grammar
