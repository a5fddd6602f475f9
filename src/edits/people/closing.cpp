// SPDX-License-Identifier: MIT

#include "edits/people/closing.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

template<class Thing>
Document with_settled(const Record& record, Document document,
                      const std::vector<Settled<Thing>>& settled, Date on) {
    for (const auto& [thing, fate, outcome] : settled) {
        if (fate == Fate::open) continue;
        const std::string table(kept<Thing>.table);
        const auto at = thing.position_in(record);
        document = document.with_value({table, at, fate == Fate::done ? "done" : "dropped"}, on);
        if (!outcome.empty()) document = document.with_value({table, at, "outcome"}, outcome);
    }
    return document;
}

// What you kept is told in the conversation that settles it.
Document with_told(const Record& record, Document document, const Closing& closing) {
    for (const auto& [promise, fate, outcome] : closing.promises)
        if (fate == Fate::done && promise->owner == Side::me)
            document = document.with_value({"commitment", promise.position_in(record), "told"},
                                           closing.on);
    return document;
}

Document with_thanks(Session& session, const Record& record, Document document,
                     const Closing& closing) {
    const std::string id = make_id(session.host, ids_of(record.relationship));
    if (closing.thanks) {
        document = document.with_appended("log", {{"id", id},
                                                  {"on", closing.on},
                                                  {"kind", "thanks"},
                                                  {"by", to_text(Side::me)},
                                                  {"note", *closing.thanks}});
    } else if (closing.owed) {
        document = document.with_appended(
            "commitment",
            {{"id", id},
             {"owner", to_text(Side::me)},
             {"what", fmt::format("Thank {} for: {}", called(record.relationship), *closing.owed)},
             {"made", closing.on},
             {"due", session.today() + thanks_within}});
    } else {
        return document;
    }
    const auto& ending = record.relationship.ending;
    const bool stays = ending && ending->thanked.value_or(false) && !closing.unthanks;
    return document.with_value({"ending", "thanked"}, stays || closing.thanks.has_value());
}

template<class Thing>
Text named(const Settled<Thing>& settled) {
    const auto& [thing, fate, outcome] = settled;
    Text text{{thing.words()}};
    if (fate == Fate::open && !thing->id.empty())
        text.push_back({fmt::format(" ({})", thing->id), Style::quiet});
    if (!outcome.empty()) text.push_back({": " + outcome});
    return text;
}

const char* word_for_goal(Fate fate) {
    return fate == Fate::open ? "still open" : fate == Fate::done ? "reached" : "given up";
}
const char* word_for_promise(Fate fate) {
    return fate == Fate::open ? "still open" : fate == Fate::done ? "kept" : "let go";
}

} // namespace

Keep parse_keep(const std::string& text) {
    return fold(text) == "never" ? Keep{} : Keep{parse_duration(text)};
}

Document with_closing(Session& session, const Record& record, const Closing& closing) {
    const Relationship& relationship = record.relationship;
    Document document = with_settled(record, record.document, closing.goals, closing.on);
    document = with_settled(record, std::move(document), closing.promises, closing.on);
    document = with_told(record, std::move(document), closing);
    document =
        document.with_value({"stage"}, to_text(closing.parts() ? Stage::declined : Stage::alumni));
    // The rhythm of the meetings ends here; a meeting ahead is the first of another kind.
    document = document.without({"snoozed"});
    if (relationship.next && relationship.next->date <= closing.on)
        document = document.without({"next"});
    document = document.with_value({"ending", "on"}, closing.on);
    const Path outcome{"ending", "outcome"};
    if (closing.outcome)
        document = closing.outcome->empty() ? document.without(outcome)
                                            : document.with_value(outcome, *closing.outcome);
    document = with_thanks(session, record, std::move(document), closing);
    if (!closing.keep) return document;
    const Path keep{"ending", "keep"};
    return closing.parts() ? document.without(keep)
                           : document.with_value(keep, to_text(*closing.keep->every));
}

Grid summary_of(const Closing& closing) {
    Grid grid = plain_grid();
    const auto add = [&](const char* label, Text text) {
        grid.rows.push_back(row(label, std::move(text)));
    };
    for (const auto& goal : closing.goals)
        add(word_for_goal(goal.fate), named(goal));
    for (const auto& promise : closing.promises)
        add(word_for_promise(promise.fate), named(promise));
    if (closing.outcome && !closing.outcome->empty()) add("it brought", {{*closing.outcome}});
    if (closing.thanks) add("thanked for", {{*closing.thanks}});
    if (closing.owed) add("thanks owed", {{*closing.owed}});
    if (closing.parts())
        add("in touch", {{"no more: it ends for good"}});
    else if (closing.keep)
        add("in touch", {{rhythm_words(*closing.keep->every)}});
    return grid;
}

} // namespace mentor
