// SPDX-License-Identifier: MIT
//
// An entry that several files hold, as `log --with` writes it: under one id, in the same words, and
// private in all of them or in none.
#pragma once

#include "edits/items/chosen.hpp"
#include "report/report.hpp"

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

namespace mentor {

// Who has the same entry: their slugs, and their names in that order.
struct Sharers {
    std::vector<std::string> slugs, names;
};
Sharers find_sharers(const Session& session, const Chosen<LogEntry>& entry);

// All of the files with their entry changed, or none. `edit` gets what is read inside the lock, and
// where the entry stands there. Throws as `change` does.
using EditEntry = std::function<Document(const Record&, std::size_t)>;
std::vector<Change> change_shared(Session& session, const Chosen<LogEntry>& entry,
                                  const Sharers& sharers, const EditEntry& edit);

// The same for anything else, which nobody shares.
template<class Thing>
std::vector<Change> change_all(Session& session, const Chosen<Thing>& chosen,
                               const Sharers& sharers, const EditEntry& edit) {
    if constexpr (std::is_same_v<Thing, LogEntry>)
        return change_shared(session, chosen, sharers, edit);
    else
        return change(session, chosen, edit);
}

// Says for whom else it was changed.
void add_sharers(Page& page, const Sharers& sharers);

} // namespace mentor
