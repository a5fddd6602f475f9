// SPDX-License-Identifier: MIT
//
// Goals: `goal add`, `goal list`, `goal done`, `goal drop`.

#include "fields.hpp"
#include "refs.hpp"

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/core/text.hpp"
#include "mentor/report/reports.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

// --- goal add

struct AddOptions {
    std::string who;
    std::vector<std::string> title;
    std::optional<std::string> why, measure, due, reality, options, way, follows;
};

void declare_add(Declaration& declaration, AddOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.title, "TITLE", "the goal, in a few words");
    declaration.option(options.measure, "--measure", "TEXT",
                       "how you will know that it is reached");
    declaration.option(options.why, "--why", "TEXT", "why it matters");
    declaration.option(options.due, "--due", "DATE", "by when");
    declaration.option(options.reality, "--reality", "TEXT", "where things stand (GROW)");
    declaration.option(options.options, "--options", "TEXT", "options and obstacles (GROW)");
    declaration.option(options.way, "--way", "TEXT", "the way forward (GROW)");
    declaration.option(options.follows, "--follows", "REF", "the goal that this one builds on");
}

Exit run_add(Session& session, const AddOptions& options) {
    const std::string title = trim(join(options.title, " "));
    if (title.empty()) {
        throw Error(Exit::usage, "`mentor goal add` needs the goal's title",
                    fmt::format("write: mentor goal add {} Lead a project end to end --due 6mo",
                                options.who));
    }
    const auto due = options.due ? std::optional(session.future(*options.due)) : std::nullopt;
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    std::string follows;
    if (options.follows)
        follows = item_for(session, *options.follows, items_of(seen.goals), "goal", seen.name).id;
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        Table fields{{"id", make_id(session.host, ids_of(record.relationship))}, {"title", title}};
        put(fields, "why", options.why.value_or(""));
        put(fields, "measure", options.measure.value_or(""));
        fields.emplace_back("set", session.today());
        put(fields, "due", due);
        put(fields, "reality", options.reality.value_or(""));
        put(fields, "options", options.options.value_or(""));
        put(fields, "way", options.way.value_or(""));
        put(fields, "follows", follows);
        return record.document.with_appended("goal", fields);
    });
    const std::string until = due ? fmt::format(", by {}", to_words(*due)) : "";
    session.saved(changes,
                  {Paragraph{{{fmt::format("New goal with {}: {}{}.", seen.name, title, until)}}}});
    if (!options.measure) {
        session.say(
            "How will you know that it is reached? Say so with --measure, or in mentor edit.");
    }
    return Exit::done;
}

// --- goal list

struct ListOptions {
    std::vector<std::string> who;
    bool all = false;
    Output output;
};

void declare_list(Declaration& declaration, ListOptions& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.all, "--all", "also those reached or given up");
    declare_output(declaration, options.output);
}

Exit run_list(Session& session, const ListOptions& options) {
    const auto people = session.load(session.slugs_for(options.who));
    session.show(goals_report(people, options.all, session.today()), options.output);
    return Exit::done;
}

// --- goal done, goal drop

struct EndOptions {
    std::string who, ref;
    std::vector<std::string> outcome;
    std::optional<std::string> on;
};

void declare_end(Declaration& declaration, EndOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it");
    declaration.argument(options.outcome, "OUTCOME", "what came of it");
    declaration.option(options.on, "--on", "DATE", "the day that it happened (default: today)");
}

Exit end_goal(Session& session, const EndOptions& options, const std::string& key,
              std::string_view said) {
    const Date on = session.happened(options.on);
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const Item item = item_for(session, options.ref, items_of(seen.goals), "goal", seen.name);
    if (!item.open) {
        throw Error(Exit::unknown, fmt::format("'{}' is settled already", item.words),
                    fmt::format("see: mentor goal list {} --all", slug));
    }
    const std::string outcome = trim(join(options.outcome, " "));
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        const auto at = position_of(item, items_of(record.relationship.goals));
        Document document = record.document.with_value({"goal", at, key}, on);
        if (outcome.empty()) return document;
        return document.with_value({"goal", at, "outcome"}, outcome);
    });
    session.saved(changes,
                  {Paragraph{{{fmt::format("{} on {}: {}.", said, to_words(on), item.words)}}}});
    return Exit::done;
}

Exit run_done(Session& session, const EndOptions& options) {
    return end_goal(session, options, "done", "Reached");
}

Exit run_drop(Session& session, const EndOptions& options) {
    return end_goal(session, options, "dropped", "Given up");
}

} // namespace

const Command goal_add_command{
    "goal add",
    Chapter::promises,
    "Set a goal with someone",
    "A good goal is specific, measurable, achievable, relevant and time-bound (SMART).",
    &invocation_of<AddOptions, declare_add, run_add>,
};

const Command goal_list_command{
    "goal list",
    Chapter::promises,
    "The goals, with their milestones",
    "",
    &invocation_of<ListOptions, declare_list, run_list>,
};

const Command goal_done_command{
    "goal done",
    Chapter::promises,
    "Note that a goal was reached, and what came of it",
    "",
    &invocation_of<EndOptions, declare_end, run_done>,
};

const Command goal_drop_command{
    "goal drop",
    Chapter::promises,
    "Give a goal up, and say why",
    "",
    &invocation_of<EndOptions, declare_end, run_drop>,
};

} // namespace mentor
