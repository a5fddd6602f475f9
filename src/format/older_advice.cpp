// SPDX-License-Identifier: MIT
#include "format/older_advice.hpp"

#include "core/model/ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace mentor {
namespace {

Path list_of(std::size_t entry) {
    return {"log", entry, "advice"};
}

std::vector<std::size_t> entries_with_lists(const Document& document) {
    std::vector<std::size_t> entries;
    for (std::size_t at = 0; at < document.size({"log"}); ++at)
        if (document.size(list_of(at)) > 0) entries.push_back(at);
    return entries;
}

// Without an entry of its own to point to, it has to say itself that it is private.
Table table_of(const std::string& id, const std::string& what, const LogEntry& entry,
               bool has_own_id) {
    Table fields{{"id", id}, {"what", what}, {"on", entry.on.date}};
    if (has_own_id) fields.emplace_back("log", entry.id);
    if (!has_own_id && entry.is_private) fields.emplace_back("private", true);
    return fields;
}

} // namespace

std::optional<Diagnostic> find_older_advice(const Document& document) {
    const auto entries = entries_with_lists(document);
    if (entries.empty()) return std::nullopt;
    const Position place = document.position(list_of(entries.front())).value_or(Position{});
    return Diagnostic{
        .what = entries.size() == 1
                    ? "an entry holds its `advice` in a list, as in older files"
                    : fmt::format("{} entries hold their `advice` in a list, as in older files",
                                  entries.size()),
        .advice = "an [[advice]] of its own can say what became of it",
        .file = document.name(),
        .line = place.line,
        .column = place.column,
        .severity = Severity::warning};
}

Document with_advice_in_tables(const Document& document, const Relationship& relationship,
                               const std::vector<std::size_t>& entries) {
    const std::vector<std::string> ids = ids_of(relationship);
    std::set<std::string> taken(ids.begin(), ids.end());
    std::vector<Path> lists;
    std::vector<Table> tables;
    for (const std::size_t at : entries) {
        const LogEntry& entry = relationship.log[at];
        const bool has_own_id =
            !entry.id.empty() && std::ranges::count(relationship.log, entry.id, &LogEntry::id) == 1;
        std::string id = is_id(entry.id) ? entry.id : id_from(0);
        for (std::size_t i = 0; i < document.size(list_of(at)); ++i) {
            while (!taken.insert(id).second)
                id = id_after(id);
            tables.push_back(table_of(id, entry.advice[i], entry, has_own_id));
        }
        lists.push_back(list_of(at));
    }
    return document.without_but_comments(lists).with_all_appended("advice", tables);
}

Document with_advice_in_tables(const Document& document, const Relationship& relationship) {
    return with_advice_in_tables(document, relationship, entries_with_lists(document));
}

} // namespace mentor
