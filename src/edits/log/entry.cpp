// SPDX-License-Identifier: MIT

#include "edits/log/entry.hpp"

#include "core/model/who.hpp"
#include "core/shell_words.hpp"
#include "format/decode.hpp"
#include "format/older_advice.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {
namespace {

bool has_own_id(const Relationship& person, const LogEntry& entry) {
    return !entry.id.empty() && std::ranges::count(person.log, entry.id, &LogEntry::id) == 1;
}

// The places of the promises and of the advice that point to an id.
std::vector<Path> what_points_to(const Relationship& person, const std::string& id) {
    std::vector<Path> all;
    if (id.empty()) return all;
    for (std::size_t i = 0; i < person.commitments.size(); ++i)
        if (person.commitments[i].log == id) all.push_back({"commitment", i});
    for (std::size_t i = 0; i < person.advice.size() && !person.advice[i].in_entry; ++i)
        if (person.advice[i].log == id) all.push_back({"advice", i});
    return all;
}

// What came of an entry; nothing where others have its id too, and nobody can tell of which it is.
std::vector<Path> what_came_of(const Relationship& person, const LogEntry& entry) {
    return has_own_id(person, entry) ? what_points_to(person, entry.id) : std::vector<Path>();
}

// Whether that entry alone makes private what points to the id that it shares with others.
bool keeps_what_others_show(const Relationship& person, const LogEntry& entry) {
    return entry.is_private && std::ranges::none_of(person.log, [&](const LogEntry& other) {
               return &other != &entry && other.id == entry.id && other.is_private;
           });
}

Path with_key(Path path, std::string_view key) {
    path.emplace_back(std::string(key));
    return path;
}

} // namespace

Document without_entry(const Record& record, std::size_t at) {
    const bool is_private = record.relationship.log[at].is_private;
    Document document = with_advice_in_tables(record.document, record.relationship, {at});
    const Relationship person = decode_relationship(document, record.relationship.slug);
    const LogEntry& entry = person.log[at];
    if (!has_own_id(person, entry) && keeps_what_others_show(person, entry))
        for (const Path& path : what_points_to(person, entry.id))
            document = document.with_value(with_key(path, "private"), true);
    for (const Path& path : what_came_of(person, entry)) {
        document = document.without(with_key(path, "log"));
        if (is_private) document = document.with_value(with_key(path, "private"), true);
    }
    return document.without({"log", at});
}

Document with_day_of_entry(Document document, const Relationship& person, const LogEntry& entry,
                           Date day) {
    for (const Path& path : what_came_of(person, entry)) {
        const bool is_promise = std::get<std::string>(path[0]) == "commitment";
        const auto at = std::get<std::size_t>(path[1]);
        const auto was = is_promise ? person.commitments[at].made : person.advice[at].on;
        if (was == entry.on.date)
            document = document.with_value(with_key(path, is_promise ? "made" : "on"), day);
    }
    return document;
}

void refuse_if_from_private(const Relationship& person, const std::string& log,
                            const std::string& name) {
    if (!is_from_private(log, person)) return;
    if (std::ranges::find(person.log, log, &LogEntry::id) != person.log.end())
        throw Error(
            Exit::usage, fmt::format("'{}' came of an entry that is private", name),
            to_type("the entry first: mentor amend {} {} --private no", person, ref_to_type(log)));
    throw Error(Exit::usage,
                fmt::format("'{}' came of the entry {}, which isn't there and may have been "
                            "private",
                            name, log),
                to_type("if it wasn't, take its line `log` out: mentor edit {}", person));
}

} // namespace mentor
