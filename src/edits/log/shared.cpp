// SPDX-License-Identifier: MIT

#include "edits/log/shared.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace mentor {
namespace {

// None where several are: it can't be told which of them it is. What one file keeps to itself and
// another shows isn't the same any more: no word of the one goes into the other.
std::optional<std::size_t> find_copy(const Relationship& person, const LogEntry& entry) {
    std::optional<std::size_t> copy;
    if (entry.id.empty()) return copy;
    for (std::size_t i = 0; i < person.log.size(); ++i) {
        const LogEntry& each = person.log[i];
        if (each.id != entry.id || each.on != entry.on || each.kind != entry.kind ||
            each.note != entry.note || each.is_private != entry.is_private)
            continue;
        if (copy) return std::nullopt;
        copy = i;
    }
    return copy;
}

} // namespace

Sharers find_sharers(const Session& session, const Chosen<LogEntry>& entry) {
    Sharers sharers;
    if (entry->id.empty()) return sharers;
    for (const Relationship& person : session.journal.load().relationships) {
        if (person.slug == entry.slug() || !find_copy(person, *entry)) continue;
        sharers.slugs.push_back(person.slug);
        sharers.names.push_back(person.name);
    }
    return sharers;
}

std::vector<Change> change_shared(Session& session, const Chosen<LogEntry>& entry,
                                  const Sharers& sharers, const EditEntry& edit) {
    std::vector<std::string> slugs{entry.slug()};
    slugs.insert(slugs.end(), sharers.slugs.begin(), sharers.slugs.end());
    return session.journal.update(slugs, [&](const std::vector<Record>& records) {
        std::vector<Document> documents{edit(records.front(), entry.position_in(records.front()))};
        for (std::size_t i = 1; i < records.size(); ++i) {
            const auto at = find_copy(records[i].relationship, *entry);
            if (!at)
                throw Error(Exit::unknown,
                            fmt::format("the entry of {} was changed by other hands just now",
                                        records[i].relationship.name),
                            "nothing was written; look again and repeat");
            documents.push_back(edit(records[i], *at));
        }
        return documents;
    });
}

void add_sharers(Page& page, const Sharers& sharers) {
    if (!sharers.names.empty())
        page.push_back(sentence("The same for {}.", join(sharers.names, " and ")));
}

} // namespace mentor
