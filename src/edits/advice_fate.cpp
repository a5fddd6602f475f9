// SPDX-License-Identifier: MIT

#include "edits/advice_fate.hpp"

#include "edits/fields.hpp"

#include <algorithm>

namespace mentor {
namespace {

// Older entries hold advice without a fate: it gets a table of its own, with the fields that the
// entry knows.
Document with_table(Session& session, const Record& record, const Advice& advice) {
    const Relationship& person = record.relationship;
    Document document = record.document;
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
        document = rest.empty() ? document.without(list) : document.with_value(list, rest);
        break;
    }
    Table fields{
        {"id", make_id(session.host, ids_of(person))}, {"what", advice.what}, {"on", *advice.on}};
    put(fields, "log", advice.log);
    return document.with_appended("advice", fields);
}

std::size_t tables_in(const Relationship& person) {
    return person.advice.size() -
           static_cast<std::size_t>(std::ranges::count_if(person.advice, &Advice::in_entry));
}

Document with_fate(Session& session, const Record& record, std::size_t at, const AdviceFate& fate) {
    const Relationship& person = record.relationship;
    Document document = record.document;
    if (person.advice[at].in_entry) {
        document = with_table(session, record, person.advice[at]);
        at = tables_in(person);
    }
    const auto set = [&](const char* key, const auto& value) {
        if (value) document = document.with_value({"advice", at, key}, *value);
    };
    set("tried", fate.tried);
    if (fate.verdict)
        document = document.with_value({"advice", at, "verdict"}, to_text(*fate.verdict));
    if (!fate.outcome.empty())
        document = document.with_value({"advice", at, "outcome"}, fate.outcome);
    set("told", fate.told);
    set("thanked", fate.thanked);
    return document;
}

} // namespace

std::vector<Change> note_fate(Session& session, const Chosen<Advice>& advice,
                              const AdviceFate& fate) {
    return change(session, advice, [&](const Record& record, std::size_t at) {
        return with_fate(session, record, at, fate);
    });
}

} // namespace mentor
