// SPDX-License-Identifier: MIT

#include "edits/goal_ending.hpp"

#include "core/text.hpp"
#include "edits/fields.hpp"
#include "edits/refs.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor {

void declare_goal_ending(Declaration& declaration, GoalEnding& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it");
    declaration.option(options.on, "--on", "DATE", "the day that it happened (default: today)");
}

Item goal_for(Session& session, const GoalEnding& options, const Relationship& relationship) {
    const auto goals = items_of(relationship.goals);
    refuse_other_noun(options.ref, goals, "goal", relationship);
    const Item item = item_for(session, options.ref, goals, "goal", relationship.name);
    if (item.open) return item;
    throw Error(Exit::unknown, fmt::format("'{}' is settled already", item.words),
                fmt::format("see: mentor goal list {} --all", relationship.slug));
}

GoalEnd end_of(const Session& session, const GoalEnding& options) {
    GoalEnd end{trim(join(options.words, " ")), {}};
    if (options.next) end.next = parse_with_due(*options.next, session.calendar);
    if (options.next && end.next.text.empty())
        throw Error(Exit::usage, "--next needs the words of the new goal",
                    "write: --next 'Speak at a conference by 1 jun'");
    return end;
}

bool wants_asking(const Session& session, const GoalEnding& options) {
    return session.interactive() && options.words.empty() && !options.next;
}

std::string ask_line(Session& session, const char* question, const char* hint) {
    return ask_for(session, {question, "", hint, {}}, [](const std::string& text) { return text; })
        .value_or("");
}

Exit end_goal(Session& session, const std::string& slug, const Item& item, const GoalEnd& end,
              const std::string& key, Date on, std::string_view said) {
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        const auto at = position_of(item, items_of(record.relationship.goals));
        Document document = record.document.with_value({"goal", at, key}, on);
        if (!end.outcome.empty())
            document = document.with_value({"goal", at, "outcome"}, end.outcome);
        if (end.next.text.empty()) return document;
        Table fields{{"id", make_id(session.host, ids_of(record.relationship))},
                     {"title", end.next.text},
                     {"set", session.today()}};
        put(fields, "due", end.next.due);
        put(fields, "follows", item.id);
        return document.with_appended("goal", fields);
    });
    Page page{sentence("{} on {}: {}.", said, to_words(on), item.words)};
    if (!end.next.text.empty()) {
        const std::string until =
            end.next.due ? fmt::format(", by {}", to_words(*end.next.due)) : "";
        page.push_back(sentence("And next: {}{}.", end.next.text, until));
    }
    session.saved(changes, page);
    return Exit::done;
}

} // namespace mentor
