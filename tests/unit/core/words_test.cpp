// SPDX-License-Identifier: MIT
#include "core/words.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace mentor::words_test {

TEST_CASE("words of one family have one stem, and words of two don't") {
    const std::vector<std::vector<std::string>> families{
        {"mentor", "Mentors", "mentoring", "mentorship"},
        {"negotiate", "negotiation", "negotiations", "negotiating", "negotiated"},
        {"manage", "manager", "managers", "management", "managing"},
        {"lead", "leads", "leading"},
        {"leader", "leadership"},
        {"write", "writing", "writes"},
        {"present", "presentation", "presenting"},
        {"promote", "promotion", "promoted"},
        {"found", "founder", "founding"},
        {"design", "designer", "designs"},
        {"code", "coding"},
        {"hire", "hiring"},
        {"family", "families"},
        {"parent", "parents", "parenting"},
        {"career", "careers"},
        {"business"},
        {"talk", "talks", "talking"},
        {"team", "teams"},
        {"on-call"},
        {"running"},
        {"sailing"},
        {"health"},
        {"moment"},
        {"offer"},
        {"water"},
    };
    std::set<std::string> stems;
    for (const auto& family : families) {
        const std::string stem = stem_of(family.front());
        for (const std::string& word : family)
            CHECK_MESSAGE(stem_of(word) == stem, word);
        CHECK_MESSAGE(stems.insert(stem).second, family.front());
    }
}

} // namespace mentor::words_test
