// SPDX-License-Identifier: MIT
//
// How often a property is tried, and how much slower that is here. The sanitizers slow everything
// down, and what they are to find shows in fewer rounds; the optimized program has all of them.
#pragma once

#include <cstdlib>

namespace mentor {

#if defined(__SANITIZE_ADDRESS__)
constexpr int slower_by = 10;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr int slower_by = 10;
#else
constexpr int slower_by = 1;
#endif
#else
constexpr int slower_by = 1;
#endif

// `many`, a tenth of it where the sanitizers watch, or what MENTOR_ROUNDS says.
inline int rounds(int many) {
    const char* given = std::getenv("MENTOR_ROUNDS");
    return given ? std::atoi(given) : many / slower_by;
}

} // namespace mentor
