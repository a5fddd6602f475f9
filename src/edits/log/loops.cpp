// SPDX-License-Identifier: MIT

#include "edits/log/loops.hpp"

#include "core/model/who.hpp"
#include "core/rules/due/due.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/promises/new_promises.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mentor {
namespace {

// One line of the list, and what becomes of it where it is ticked.
struct Open {
    enum class What { promise, told, step, gift } what;
    std::size_t position;
    Choice choice;
};

template<class Thing>
Open open_thing(const Seen& seen, Open::What what, std::size_t position, std::string words) {
    return {what, position, choice_of<Thing>(seen, position, std::move(words))};
}

std::string due_words(const std::optional<Date>& due) {
    return due ? fmt::format(" (by {})", to_words(*due)) : "";
}

bool is_kept(const Loops& loops, std::size_t position) {
    return std::ranges::any_of(
        loops.kept, [&](const KeptPromise& kept) { return kept.promise.position() == position; });
}

// The ids of the kept promises that a reminder asks to tell of.
std::set<std::string> find_to_tell(const Session& session, const Relationship& person) {
    std::set<std::string> ids;
    for (const Reminder& reminder :
         reminders_of(person, session.config, session.calendar, session.today()))
        if (reminder.kind == ReminderKind::report) ids.insert(reminder.id);
    return ids;
}

std::vector<Open> open_between(const Session& session, const Seen& seen, Date on,
                               const Loops& loops) {
    const Relationship& person = *seen;
    const std::string name = called(person);
    std::vector<Open> open;
    for (const Side side : {Side::me, Side::them}) {
        for (std::size_t i = 0; i < person.commitments.size(); ++i) {
            const Commitment& promise = person.commitments[i];
            if (promise.owner != side || !promise.open() || is_kept(loops, i)) continue;
            if (promise.made.value_or(on) > on) continue;
            open.push_back(open_thing<Commitment>(
                seen, Open::What::promise, i,
                fmt::format("{}: {}{}", side == Side::me ? "you" : name, first_line(promise.what),
                            due_words(promise.due))));
        }
    }
    const ByGoal by_goal(person);
    for (std::size_t i = 0; i < person.milestones.size(); ++i) {
        const Milestone& step = person.milestones[i];
        if (by_goal.is_to_take(step) && step.due && *step.due <= session.today())
            open.push_back(open_thing<Milestone>(
                seen, Open::What::step, i,
                fmt::format("step: {}{}", first_line(step.what), due_words(step.due))));
    }
    const std::set<std::string> to_tell = find_to_tell(session, person);
    for (std::size_t i = 0; i < person.commitments.size(); ++i) {
        const Commitment& promise = person.commitments[i];
        if (promise.owner == Side::me && promise.done && !promise.told && *promise.done <= on &&
            to_tell.contains(promise.id))
            open.push_back(open_thing<Commitment>(
                seen, Open::What::told, i,
                fmt::format("told {} how it went: {}", name, first_line(promise.what))));
    }
    for (std::size_t i = 0; i < person.gifts.size(); ++i) {
        const Gift& gift = person.gifts[i];
        if (gift.open() && !gift.is_too_late(session.today()) && gift.added.value_or(on) <= on)
            open.push_back(open_thing<Gift>(
                seen, Open::What::gift, i,
                fmt::format("for {}: {}{}", name, first_line(gift.what), due_words(gift.by))));
    }
    return open;
}

void take(Session& session, const Seen& seen, const Open& ticked, Loops& loops) {
    switch (ticked.what) {
    case Open::What::promise: {
        Chosen<Commitment> promise(seen, ticked.position);
        const About about(session, promise.identity());
        const Prompt prompt{fmt::format("{}: how did it go?", first_line(promise->what)),
                            "",
                            "a few words to remember it by; Enter: none",
                            {}};
        std::string outcome =
            trim(promise->outcome).empty() ? ask_text(session, prompt).value_or("") : "";
        loops.kept.push_back({std::move(promise), std::move(outcome)});
        return;
    }
    case Open::What::step:
        loops.steps.emplace_back(seen, ticked.position);
        return;
    case Open::What::told:
        loops.told.emplace_back(seen, ticked.position);
        return;
    case Open::What::gift:
        loops.gifts.emplace_back(seen, ticked.position);
        return;
    }
}

bool is_let_go(const std::string& answer) {
    return fold(answer) == "let go" || fold(answer) == "let it go";
}

void ask_about_late_promise(Session& session, const Seen& seen, std::size_t position,
                            Loops& loops) {
    Chosen<Commitment> promise(seen, position);
    const About about(session, promise.identity());
    const std::string whose =
        promise->owner == Side::me ? "" : fmt::format("{} promised: ", called(*seen));
    const Prompt prompt{fmt::format("{}{} was due on {}. Another day, or let it go?", whose,
                                    first_line(promise->what), to_words(*promise->due)),
                        "",
                        "a day, such as fri or 2w; \"let go\"; Enter leaves it as it is",
                        {"let go"}};
    const auto answer = ask_for(session, prompt, [&](const std::string& text) {
        if (is_let_go(text)) return std::optional<Date>();
        return std::optional(session.future(text));
    });
    if (answer) loops.moved.push_back({std::move(promise), *answer});
}

// A step is its goal's, and not promised to anyone: who doesn't want it any more takes it out.
void ask_about_late_step(Session& session, const Seen& seen, std::size_t position, Loops& loops) {
    Chosen<Milestone> step(seen, position);
    const About about(session, step.identity());
    const Prompt prompt{fmt::format("The step {} was due on {}. Another day?",
                                    first_line(step->what), to_words(*step->due)),
                        "",
                        "a day, such as fri or 2w; Enter leaves it as it is",
                        {}};
    const auto due = ask_for(session, prompt, [&](const std::string& text) {
        if (is_let_go(text))
            throw Error(
                Exit::usage, "a step is its goal's, and isn't let go here",
                to_type("take it out: mentor amend {} {} --remove", *seen, ref_to_type(step->id)));
        return session.future(text);
    });
    if (due) loops.moved_steps.push_back({std::move(step), *due});
}

void ask_about_late(Session& session, const Seen& seen, const Open& left, Loops& loops) {
    const auto is_late = [&](const auto& thing) {
        return thing.due && *thing.due < session.today();
    };
    if (left.what == Open::What::promise && is_late(seen->commitments[left.position]))
        ask_about_late_promise(session, seen, left.position, loops);
    if (left.what == Open::What::step && is_late(seen->milestones[left.position]))
        ask_about_late_step(session, seen, left.position, loops);
}

} // namespace

void ask_loops(Session& session, const Seen& seen, Date on, Loops& loops) {
    const auto open = open_between(session, seen, on, loops);
    if (open.empty()) return;
    std::vector<Choice> choices;
    for (const Open& each : open)
        choices.push_back(each.choice);
    session.say(Page{sentence("Open between you until now:", Style::quiet)});
    const auto ticked = ask_several(session, "Which of these are done?", choices);
    for (const std::size_t position : ticked)
        take(session, seen, open[position], loops);
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (std::ranges::find(ticked, i) == ticked.end())
            ask_about_late(session, seen, open[i], loops);
    }
}

Document with_loops(const Record& record, Document document, const Loops& loops, Date on,
                    bool is_private) {
    for (const auto& [promise, outcome] : loops.kept) {
        const std::size_t at = promise.position_in(record);
        document = document.with_value({"commitment", at, "done"}, on);
        if (outcome.empty()) continue;
        document = document.with_value({"commitment", at, "outcome"}, outcome);
        if (is_private) document = document.with_value({"commitment", at, "private"}, true);
    }
    for (const auto& [promise, due] : loops.moved) {
        const std::size_t at = promise.position_in(record);
        document = due ? with_new_day(std::move(document), *promise, at, *due)
                       : document.with_value({"commitment", at, "dropped"}, on);
    }
    for (const auto& promise : loops.told)
        document = document.with_value({"commitment", promise.position_in(record), "told"}, on);
    for (const auto& step : loops.steps)
        document = document.with_value({"milestone", step.position_in(record), "done"}, on);
    for (const auto& [step, due] : loops.moved_steps)
        document = document.with_value({"milestone", step.position_in(record), "due"}, due);
    for (const auto& gift : loops.gifts)
        document = document.with_value({"gift", gift.position_in(record), "given"}, on);
    return document;
}

void add_loops(Grid& grid, const Loops& loops, const std::string& name) {
    for (const auto& [promise, outcome] : loops.kept) {
        const std::string what = first_line(promise->what);
        grid.rows.push_back(row(promise->owner == Side::me ? "you kept" : name + " kept",
                                outcome.empty() ? what : what + ": " + outcome));
    }
    for (const auto& [promise, due] : loops.moved) {
        const std::string what = first_line(promise->what);
        grid.rows.push_back(due ? row("moved", fmt::format("{}, to {}", what, to_words(*due)))
                                : row("let go", what));
    }
    for (const auto& promise : loops.told)
        grid.rows.push_back(row("told", first_line(promise->what)));
    for (const auto& step : loops.steps)
        grid.rows.push_back(row("step done", first_line(step->what)));
    for (const auto& [step, due] : loops.moved_steps)
        grid.rows.push_back(
            row("moved", fmt::format("{}, to {}", first_line(step->what), to_words(due))));
    for (const auto& gift : loops.gifts)
        grid.rows.push_back(row("given", first_line(gift->what)));
}

} // namespace mentor
