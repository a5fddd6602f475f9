// SPDX-License-Identifier: MIT

#include "edits/promises/advice_fate.hpp"

#include "format/older_advice.hpp"

#include <algorithm>

namespace mentor {
namespace {

Document with_fate(const Record& record, std::size_t at, const AdviceFate& fate) {
    const OwnTable own = with_own_table(record, at);
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

// The lists of entries follow the tables, in the order of the entries.
OwnTable with_own_table(const Record& record, std::size_t at) {
    const auto& [document, person] = record;
    if (!person.advice[at].in_entry) return {document, at};
    const auto tables =
        static_cast<std::size_t>(std::ranges::count(person.advice, false, &Advice::in_entry));
    std::size_t item = at - tables, entry = 0;
    for (std::size_t size = 0; (size = document.size({"log", entry, "advice"})) <= item; ++entry)
        item -= size;
    return {with_advice_in_tables(document, person, {entry}), tables + item};
}

std::vector<Change> note_fate(Session& session, const Chosen<Advice>& advice,
                              const AdviceFate& fate) {
    return change(session, advice, [&](const Record& record, std::size_t at) {
        return with_fate(record, at, fate);
    });
}

} // namespace mentor
