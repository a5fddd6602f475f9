// SPDX-License-Identifier: MIT
//
// What is private because of where it belongs: what came of a private entry, and the steps to a
// private goal. Where the entry or the goal isn't there, nobody can tell any more, and it is kept
// as well.
#pragma once

#include "core/model/relationship.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace mentor {

// Whether what belongs to an id is private with it; of those that share the id, one is enough.
// Points into the list that it was made of.
class PrivateIds {
public:
    explicit PrivateIds(const std::vector<LogEntry>& log);
    explicit PrivateIds(const std::vector<Goal>& goals);
    bool keep(std::string_view id) const;

private:
    template<class Item>
    void add_all(const std::vector<Item>& items);
    std::unordered_map<std::string_view, bool> is_private_;
};

// Marks what came of private entries as private, as decoding does.
void keep_what_came_of_private(Relationship& relationship);

} // namespace mentor
