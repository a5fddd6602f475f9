// SPDX-License-Identifier: MIT
//
// The keys of a table that no reader asked for: nobody knows them, they are near to one that
// somebody does, or they stand in the wrong table.
#include "core/near_words.hpp"
#include "format/reader.hpp"
#include "toml/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace mentor {

void Reader::note_unknown_keys() {
    if (!findings_.thorough) return;
    findings_.known.try_emplace(std::string(label_), asked_);
    const std::set<std::string_view> asked(asked_.begin(), asked_.end());
    for (const auto& [key, value] : table_) {
        if (asked.contains(key.str())) continue;
        const auto near = nearest(key.str(), asked_, 1);
        if (near.empty()) {
            findings_.unknown.emplace_back(&key, &value);
            continue;
        }
        findings_.warn(key.source().begin,
                       fmt::format("`{}` isn't a key that mentor knows here", key.str()),
                       did_you_mean(near));
        findings_.mend_key(key, value, asked_);
    }
}

// TOML gives what is written at the end of a file to its last table, which is seldom meant. What
// the root has too and several tables have is a person's own.
void Reader::note_misplaced_keys() {
    std::map<std::string_view, std::size_t> times;
    for (const auto& [key, value] : findings_.unknown)
        ++times[key->str()];
    for (const auto& [key, value] : findings_.unknown) {
        const bool is_known = std::ranges::find(asked_, key->str()) != asked_.end();
        const bool is_in_root = node_at(key->str()) != nullptr;
        if (!is_known || (is_in_root && times[key->str()] > 1)) continue;
        const std::string header =
            value->is_array() ? fmt::format("[[{}]]", key->str()) : fmt::format("[{}]", key->str());
        findings_.warn(
            key->source().begin, fmt::format("`{}` isn't a key that mentor knows here", key->str()),
            is_spread(*value)
                ? "it is a table by itself: write " + header
                : fmt::format("it counts for the file only above the "
                              "first [header]: {}",
                              is_in_root ? "change the one that is there" : "move it there"));
    }
}

} // namespace mentor
