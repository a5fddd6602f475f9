// SPDX-License-Identifier: MIT
//
// How a promise ends: what `done`, `drop` and `told` share, and `todo move` with them.
#pragma once

#include "edits/items/offers.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Settling {
    std::string who, ref;
    std::vector<std::string> words; // the outcome, or why
    std::optional<std::string> on;
    bool force = false;
};

// WHO, REF and --on; and for what has words, which mean something else to each command, --force.
void declare_settling(Declaration& declaration, Settling& options,
                      std::string ref = "the promise: its id, or words of it",
                      Offer offer = mentor::offer<Commitment>);
void declare_settling_again(Declaration& declaration, Settling& options);

// Throws Error(unknown) that says how the commitment stands, where `key` ("done", "due", "told")
// can't be set any more, or not yet.
[[noreturn]] void refuse_settled(const Relationship& relationship, const Commitment& commitment,
                                 std::string_view key);

// Sets `key` of the promise that is meant, which must be a wanted one, to the day, and its outcome
// where there are words. In `said`, what is told afterwards, stand {what}, {name} and {on}.
Exit settle(Session& session, const Settling& options, const std::string& key,
            bool (*is_wanted)(const Commitment&), std::string_view said);

} // namespace mentor
