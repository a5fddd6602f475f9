// SPDX-License-Identifier: MIT
//
// One text out of two that were made from a third on different
// machines. Unlike merge(), which a person waits for, it has to come to an end: what can't be
// decided is asked of `choose`, and where one side took away what the other changed, it stays.
// Knows nothing of mentoring.
#pragma once

#include "toml/document.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

enum class Taken { mine, theirs };

// One key that both gave another value.
struct Collision {
    std::string label;        // "agreement.every", "log x4t9: note"
    std::string mine, theirs; // the two values, as they are written
};

struct Weaving {
    std::function<Taken(const Collision&)> choose;
    // Of two values of this key the lesser is the answer: of two days the earlier.
    std::function<bool(std::string_view key)> takes_lesser;
    // Whether an element stays that one side took away: "goal[g3kq]".
    std::function<bool(std::string_view element)> stays = [](std::string_view) { return false; };
    // Whether a key that is true on one side stays so whatever the other made of it, while the
    // first changed what it stands beside.
    std::function<bool(std::string_view key)> stays_true = [](std::string_view) { return false; };
};

struct Woven {
    // nullopt where the two are so different in their layout that no text says both.
    std::optional<std::string> text;
    std::vector<Collision> collisions;
};

// Comments, blank lines and the order are theirs, with what mine brought. New elements of both
// stand in the order of the first day in each, lists have what either added and neither took away,
// and no comment is lost or doubled. An empty base is one from which both added all.
Woven weave(const Document& base, const Document& mine, const Document& theirs,
            const Weaving& weaving);

} // namespace mentor
