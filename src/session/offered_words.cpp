// SPDX-License-Identifier: MIT
#include "session/offered_words.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace mentor {
namespace {

std::vector<std::string> days_and(std::initializer_list<const char*> more) {
    std::vector<std::string> words{"today", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

} // namespace

std::vector<std::string> days_passed() {
    return days_and({"yesterday"});
}

std::vector<std::string> days_to_come() {
    return days_and({"tomorrow", "1w", "2w", "1mo"});
}

std::vector<std::string> sides_and_days_to_come() {
    std::vector<std::string> words = side_names();
    std::ranges::move(days_to_come(), std::back_inserter(words));
    return words;
}

std::vector<std::string> usual_lengths() {
    return {"1w", "2w", "3w", "4w", "6w", "2mo", "3mo", "6mo", "1y"};
}

std::vector<std::string> usual_times() {
    return {"30m", "45m", "1h"};
}

std::vector<std::string> yes_and_no() {
    return {"yes", "no"};
}

std::vector<std::string> words_for(KeyType type) {
    switch (type) {
    case KeyType::date:
        return days_passed();
    case KeyType::date_ahead:
    case KeyType::moment:
        return days_to_come();
    case KeyType::duration:
        return usual_lengths();
    case KeyType::length:
        return usual_times();
    case KeyType::flag:
        return yes_and_no();
    default:
        return known_words(type);
    }
}

} // namespace mentor
