// SPDX-License-Identifier: MIT

#include "edits/promises/advice_fate.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/standing_text.hpp"
#include "format/older_advice.hpp"

#include <fmt/format.h>

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

void refuse_other_fate(const Relationship& person, const Advice& advice, const AdviceFate& fate) {
    const std::string name = fmt::format("'{}'", first_line(advice.what));
    const auto refuse = [&](const std::string& standing, const std::string& given,
                            const char* stands, const std::string& option) {
        refuse_other_text(standing, given, name + stands,
                          to_type("mentor advice {} {} ", person, ref_to_type(advice.id)) + option);
    };
    const auto refuse_day = [&](const std::optional<Date>& standing,
                                const std::optional<Date>& given, const char* stands,
                                const char* option) {
        if (standing && given) refuse(to_words(*standing), to_words(*given), stands, option);
    };
    refuse_day(advice.tried, fate.tried, " was tried", "--tried DAY");
    refuse_day(advice.told, fate.told, " was told", "--told DAY");
    refuse_day(advice.thanked, fate.thanked, " was thanked for", "--thanked DAY");
    if (!fate.verdict) return;
    const std::string given(to_text(*fate.verdict)), option = fmt::format("--{} TEXT", given);
    if (advice.verdict)
        refuse(std::string(to_text(*advice.verdict)), given, " has a verdict", option);
    if (!fate.outcome.empty()) refuse(advice.outcome, fate.outcome, " has an outcome", option);
}

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
