// SPDX-License-Identifier: MIT
#include "journal/undo_carried.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace mentor {
namespace {

bool comes(const Change& change) {
    return !change.before && change.after;
}

bool goes(const Change& change) {
    return change.before && !change.after;
}

// Whether more than half of its lines stand in the other text, too.
bool is_much_of(std::string_view text, std::string_view other) {
    const std::vector<std::string> lines = split_lines(text), others = split_lines(other);
    const std::set<std::string> known(others.begin(), others.end());
    const auto shared =
        std::ranges::count_if(lines, [&](const std::string& line) { return known.contains(line); });
    return 2 * static_cast<std::size_t>(shared) > lines.size();
}

} // namespace

const Change* find_old_name(const Change& change, const std::vector<Change>& changes) {
    if (!comes(change) || std::ranges::count_if(changes, comes) != 1 ||
        std::ranges::count_if(changes, goes) != 1)
        return nullptr;
    const Change& old = *std::ranges::find_if(changes, goes);
    return is_much_of(*old.before, *change.after) ? &old : nullptr;
}

void note_carried(const Host& host, std::vector<Change>& changes) {
    for (Change& change : changes)
        if (goes(change)) change.carried = host.find_carried(change.file);
    for (Change& change : changes)
        if (const Change* const old = find_old_name(change, changes)) change.carried = old->carried;
}

} // namespace mentor
