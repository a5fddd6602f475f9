// SPDX-License-Identifier: MIT
//
// `goal done` and `goal drop`: how a goal ends, and what comes after it.

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/fields.hpp"
#include "edits/refs.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    std::string who, ref;
    std::vector<std::string> words;
    std::optional<std::string> on, next;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it");
    declaration.option(options.on, "--on", "DATE", "the day that it happened (default: today)");
}

void declare_done(Declaration& declaration, Options& options) {
    declare(declaration, options);
    declaration.argument(options.words, "OUTCOME", "what came of it");
    declaration.option(options.next, "--next", "TITLE",
                       "a new goal that builds on it; may end with a day: by 1 jun");
}

void declare_drop(Declaration& declaration, Options& options) {
    declare(declaration, options);
    declaration.argument(options.words, "WHY", "why");
}

Item goal_for(Session& session, const Options& options, const Relationship& relationship) {
    const auto goals = items_of(relationship.goals);
    refuse_other_noun(options.ref, goals, "goal", relationship);
    const Item item = item_for(session, options.ref, goals, "goal", relationship.name);
    if (item.open) return item;
    throw Error(Exit::unknown, fmt::format("'{}' is settled already", item.words),
                fmt::format("see: mentor goal list {} --all", relationship.slug));
}

// What is known of the end besides its day.
struct End {
    std::string outcome;
    WithDue next; // its text is "" where nothing comes after
};

End end_of(const Session& session, const Options& options) {
    End end{trim(join(options.words, " ")), {}};
    if (options.next) end.next = parse_with_due(*options.next, session.calendar);
    if (options.next && end.next.text.empty())
        throw Error(Exit::usage, "--next needs the words of the new goal",
                    "write: --next 'Speak at a conference by 1 jun'");
    return end;
}

// Who says nothing is asked.
bool wants_asking(const Session& session, const Options& options) {
    return session.interactive() && options.words.empty() && !options.next;
}

std::string ask_line(Session& session, const char* question, const char* hint) {
    return ask_for(session, {question, "", hint, {}}, [](const std::string& text) { return text; })
        .value_or("");
}

Exit end_goal(Session& session, const std::string& slug, const Item& item, const End& end,
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
    Page page{Paragraph{{{fmt::format("{} on {}: {}.", said, to_words(on), item.words)}}}};
    if (!end.next.text.empty()) {
        const std::string until =
            end.next.due ? fmt::format(", by {}", to_words(*end.next.due)) : "";
        page.push_back(Paragraph{{{fmt::format("And next: {}{}.", end.next.text, until)}}});
    }
    session.saved(changes, page);
    return Exit::done;
}

Exit run_done(Session& session, const Options& options) {
    const Date on = session.happened(options.on);
    End end = end_of(session, options);
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const Item item = goal_for(session, options, seen);
    if (!end.next.text.empty()) id_of(item, "goal", seen);
    if (wants_asking(session, options)) {
        end.outcome = ask_line(session, "What came of it?",
                               "the result, in a sentence: what you will remember it by");
        if (!item.id.empty()) {
            const Prompt prompt{"What does it make possible next?",
                                "",
                                "a new goal that builds on this one, such as: Speak at a "
                                "conference by 1 jun",
                                {}};
            end.next = ask_for(session, prompt, [&](const std::string& text) {
                           return parse_with_due(text, session.calendar);
                       }).value_or(WithDue{});
        }
    }
    return end_goal(session, slug, item, end, "done", on, "Reached");
}

Exit run_drop(Session& session, const Options& options) {
    const Date on = session.happened(options.on);
    End end = end_of(session, options);
    const std::string slug = session.slug_for(options.who);
    const Item item = goal_for(session, options, session.journal.read(slug).relationship);
    if (wants_asking(session, options))
        end.outcome = ask_line(session, "Why?", "a word for when you look back: what changed");
    return end_goal(session, slug, item, end, "dropped", on, "Given up");
}

} // namespace

const Command goal_done_command{
    "goal done",
    Chapter::promises,
    "Note that a goal was reached, what came of it, and what comes next",
    "Without OUTCOME and --next it asks on a terminal.",
    &invocation_of<Options, declare_done, run_done>,
};

const Command goal_drop_command{
    "goal drop",
    Chapter::promises,
    "Give a goal up, and say why",
    "Without WHY it asks on a terminal.",
    &invocation_of<Options, declare_drop, run_drop>,
};

} // namespace mentor
