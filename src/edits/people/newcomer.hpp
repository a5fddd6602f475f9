// SPDX-License-Identifier: MIT
//
// Somebody before there is a file of them: what `add` begins, and `end --referral` for whom it
// names.
#pragma once

#include "edits/keys/given.hpp"
#include "session/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Newcomer {
    std::string name; // of one line
    Given given = {};
    std::map<std::string_view, std::vector<std::string>> lists = {}; // by their key: tags, aka …
    std::optional<std::string> birthday = {};
};

// The slug of a new file. Throws Error(usage) for a name that can't have one of its own.
std::string new_slug(const Session& session, const std::string& name);

// The file as it begins. Throws Error(usage) for a text that its key doesn't take.
Document document_of(Session& session, const Newcomer& newcomer);

// What is said of it once it is there: where they are now, and what comes next.
Page reply_to_added(const Session& session, const Relationship& added);
// Those whom the name may mean as well: Sam Okafor, where Sam is added.
Page word_on_near(const Session& session, const std::string& name);

} // namespace mentor
