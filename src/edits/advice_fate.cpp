// SPDX-License-Identifier: MIT

#include "edits/advice_fate.hpp"

#include "edits/fields.hpp"

#include <algorithm>

namespace mentor {
namespace {

Document with_table(Host& host, const Record& record, const Advice& advice) {
    const Relationship& person = record.relationship;
    Table fields{{"id", make_id(host, ids_of(person))}, {"what", advice.what}, {"on", *advice.on}};
    // Without an entry of its own to point to, it has to say itself that it is private.
    const bool has_entry =
        !advice.log.empty() && std::ranges::count(person.log, advice.log, &LogEntry::id) == 1;
    if (has_entry) put(fields, "log", advice.log);
    if (!has_entry && advice.is_private) fields.emplace_back("private", true);
    return without_listed(record, advice).with_appended("advice", fields);
}

std::size_t tables_in(const Relationship& person) {
    return person.advice.size() -
           static_cast<std::size_t>(std::ranges::count_if(person.advice, &Advice::in_entry));
}

Document with_fate(Session& session, const Record& record, std::size_t at, const AdviceFate& fate) {
    const OwnTable own = with_own_table(session.host, record, at);
    Document document = own.document;
    const auto set = [&](const char* key, const auto& value) {
        if (value) document = document.with_value({"advice", own.at, key}, *value);
    };
    set("tried", fate.tried);
    if (fate.verdict)
        document = document.with_value({"advice", own.at, "verdict"}, to_text(*fate.verdict));
    if (!fate.outcome.empty())
        document = document.with_value({"advice", own.at, "outcome"}, fate.outcome);
    set("told", fate.told);
    set("thanked", fate.thanked);
    return document;
}

} // namespace

Document without_listed(const Record& record, const Advice& advice) {
    const Relationship& person = record.relationship;
    const Document& document = record.document;
    for (std::size_t at = 0; at < person.log.size(); ++at) {
        const LogEntry& entry = person.log[at];
        if (entry.id != advice.log || entry.on.date != advice.on) continue;
        const auto place = std::ranges::find(entry.advice, advice.what);
        if (place == entry.advice.end()) continue;
        Array rest;
        const std::size_t own = document.size({"log", at, "advice"});
        for (std::size_t i = 0; i < own; ++i)
            if (entry.advice.begin() + static_cast<std::ptrdiff_t>(i) != place)
                rest.emplace_back(entry.advice[i]);
        const Path list{"log", at, "advice"};
        return rest.empty() ? document.without(list) : document.with_value(list, rest);
    }
    return document;
}

OwnTable with_own_table(Host& host, const Record& record, std::size_t at) {
    const Relationship& person = record.relationship;
    if (!person.advice[at].in_entry) return {record.document, at};
    return {with_table(host, record, person.advice[at]), tables_in(person)};
}

std::vector<Change> note_fate(Session& session, const Chosen<Advice>& advice,
                              const AdviceFate& fate) {
    return change(session, advice, [&](const Record& record, std::size_t at) {
        return with_fate(session, record, at, fate);
    });
}

} // namespace mentor
