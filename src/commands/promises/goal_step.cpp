// SPDX-License-Identifier: MIT
//
// The milestones of a goal: `goal step`.

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/chosen.hpp"
#include "edits/items/offers.hpp"
#include "edits/keys/put.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor::commands::goal_step {
namespace {

struct Options {
    std::string who;
    std::optional<std::string> ref;
    std::vector<std::string> what;
    std::optional<std::string> due, done, on;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it")
        .offers(offer<Goal>);
    declaration.argument(options.what, "WHAT", "the step; may end with a day: by fri");
    declaration.option(options.due, "--due", "WHEN", "by when");
    declaration.option(options.done, "--done", "REF", "this step is done").offers(offer<Milestone>);
    declaration.option(options.on, "--on", "DATE", "the day that it was done (default: today)");
}

// --- a step that is done

// What comes next once `step` is done too.
Paragraph outlook(const Relationship& relationship, const Milestone& step, Date today) {
    const Goal* goal = find_goal(relationship, step.goal);
    if (!goal || !goal->open()) return {};
    const GoalProgress progress = progress_of(*goal, ByGoal(relationship), today);
    if (const Milestone* next = progress.next()) {
        return {
            {{fmt::format("{} of {} steps towards {}; next: {}", progress.steps_done,
                          progress.steps.size(), first_line(goal->title), first_line(next->what)),
              Style::quiet}}};
    }
    return suggestion(fmt::format("That was the last step towards {}. If it is reached:",
                                  first_line(goal->title)),
                      to_type("mentor goal done {} {}", relationship, ref_to_type(goal->id)));
}

Exit note_done(Session& session, const Options& options) {
    if (options.ref || options.due) {
        throw Error(Exit::usage, "--done names the step itself, and nothing else is needed",
                    to_type("write: mentor goal step {} --done {}", options.who, *options.done));
    }
    const Date on = session.happened(options.on);
    const Seen seen(session, options.who);
    const auto refuse = [&](const Milestone& step) {
        throw Error(Exit::unknown, fmt::format("'{}' is done already", step.what),
                    to_type("see: mentor goal list {} --all", *seen));
    };
    const auto chosen =
        choose<Milestone>(session, seen, *options.done, {is_open<Milestone>, refuse});
    const auto changes = change(session, chosen, [&](const Record& record, std::size_t at) {
        return record.document.with_value({"milestone", at, "done"}, on);
    });
    Relationship after = *seen;
    Milestone& step = after.milestones[chosen.position()];
    step.done = on;
    Page page{sentence("Step done on {}: {}.", to_words(on), first_line(step.what))};
    if (Paragraph words = outlook(after, step, session.today()); !words.text.empty())
        page.push_back(std::move(words));
    session.saved(changes, page);
    return Exit::done;
}

// --- new steps

std::vector<WithDue> parse_steps(Session& session, const Options& options) {
    std::optional<Date> due;
    if (options.due) due = session.future(*options.due);
    const WithDue step = parse_with_due(trim(join(options.what, " ")), session.calendar, due);
    if (!step.text.empty()) return {step};
    if (options.what.empty() && !options.due && session.interactive()) {
        const Prompt prompt{
            "What is the first step?", "", "a result, not a wish: first draft reviewed by fri", {}};
        return ask_many(session, prompt, "And the next one?", [&](const std::string& answer) {
            return parse_with_due(answer, session.calendar);
        });
    }
    throw Error(Exit::usage, "`mentor goal step` needs the words of the step",
                to_type("write: mentor goal step {} {} First draft reviewed by fri", options.who,
                        options.ref.value_or("REF")));
}

Exit add_steps(Session& session, const Options& options) {
    if ((!options.ref && !session.interactive()) || options.on) {
        throw Error(Exit::usage,
                    options.on ? "--on is for a step that is done"
                               : "`mentor goal step` needs the goal, or --done",
                    to_type("write: mentor goal step {} REF First draft reviewed by fri\n"
                            "or, for one that is done: mentor goal step {} --done REF",
                            options.who, options.who));
    }
    const Seen seen(session, options.who);
    const auto goal =
        choose<Goal>(session, seen, options.ref.value_or(""), {.behind = options.what});
    const std::string id = id_of(*goal, *seen);
    const auto steps = parse_steps(session, options);
    if (steps.empty()) {
        session.say("Nothing was changed.");
        return Exit::done;
    }
    const auto changes = change(session, goal, [&](const Record& record, std::size_t) {
        std::vector<std::string> taken = ids_of(record.relationship);
        Document document = record.document;
        for (const auto& step : steps) {
            taken.push_back(make_id(session.host, taken));
            Table fields{{"id", taken.back()}, {"goal", id}, {"what", step.text}};
            put(fields, "due", step.due);
            document = document.with_appended("milestone", fields);
        }
        return document;
    });
    Page page{sentence("Towards {}:", first_line(goal->title))};
    for (const auto& step : steps) {
        page.push_back(Bullet{"[ ]", {{step.text + due_words(step)}}, 2});
    }
    session.saved(changes, page);
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    return options.done ? note_done(session, options) : add_steps(session, options);
}

} // namespace

const Command command{
    "goal step",
    Chapter::promises,
    "Add a step towards a goal, or note one as done",
    "By and a day at the end of the words say when: First draft reviewed by fri. Without WHAT it "
    "asks on a terminal, for one step after the other.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::goal_step
