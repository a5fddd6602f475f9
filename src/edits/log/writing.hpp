// SPDX-License-Identifier: MIT
//
// A log entry, and what was said beside it, on the way into the files of those whom it was with.
#pragma once

#include "core/rules/promises/recap.hpp"
#include "edits/log/draft.hpp"

#include <string>
#include <vector>

namespace mentor {

// The entry itself; only the first file of several knows the goals.
Document with_entry(const Record& record, const LogDraft& draft, const std::string& id,
                    bool is_first);

struct Written {
    std::vector<Change> changes;
    std::string id;                 // of the entry
    std::vector<std::string> names; // in the order of the slugs
    Page pace;                      // what is to be said of contact that is very frequent
    Relationship before;            // the first one's file, and what it knew of the draft
    ReadAgain again;
};
// One entry for each of `slugs`, under one id, where the file hasn't it yet; what else was said
// goes to the first. What a file knows of a recap stays as it is.
Written write_draft(Session& session, const std::vector<std::string>& slugs, const LogDraft& draft);

} // namespace mentor
