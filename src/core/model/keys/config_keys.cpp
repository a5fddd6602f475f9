// SPDX-License-Identifier: MIT
#include "core/model/keys/keys.hpp"

namespace mentor {

std::span<const Key> config_keys() {
    static constexpr Key keys[] = {
        {"journal", KeyType::line},
        {"editor", KeyType::program},
        {"pager", KeyType::program},
        {"color", KeyType::color},
        {"within", KeyType::duration},
        {"week_starts", KeyType::weekday},
        {"cadence.mentor", KeyType::duration},
        {"cadence.mentee", KeyType::duration},
        {"cadence.peer", KeyType::duration},
        {"cadence.alumni", KeyType::duration},
        {"cadence.tags.*", KeyType::duration},
        {"kinds.*", KeyType::kind_class},
        {"me.name", KeyType::line},
        {"me.goal", KeyType::text},
        {"me.values", KeyType::words},
        {"me.looking_for", KeyType::words},
        {"me.obstacles", KeyType::text},
        {"sync.message", KeyType::sync_message},
        {"colors.heading", KeyType::paint},
        {"colors.strong", KeyType::paint},
        {"colors.name", KeyType::paint},
        {"colors.command", KeyType::paint},
        {"colors.quiet", KeyType::paint},
        {"colors.good", KeyType::paint},
        {"colors.soon", KeyType::paint},
        {"colors.late", KeyType::paint},
        {"colors.found", KeyType::paint},
        {"colors.added", KeyType::paint},
        {"colors.removed", KeyType::paint},
        {"colors.error", KeyType::paint},
        {"colors.warning", KeyType::paint},
    };
    return keys;
}

} // namespace mentor
