// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/due/due.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/offers.hpp"
#include "edits/items/standing_text.hpp"
#include "edits/people/closing.hpp"
#include "edits/people/newcomer.hpp"
#include "edits/people/stages.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::end {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> goal_done, goal_drop, done, drop;
    std::optional<std::string> outcome, thanks, owed, keep, referral, on;
    bool force = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration
        .option(options.goal_done, "--goal-done", "REF=OUTCOME",
                "a goal that was reached, and what came of it; may be repeated")
        .offers(offer<Goal>);
    declaration
        .option(options.goal_drop, "--goal-drop", "REF=WHY",
                "a goal that is given up, and why; may be repeated")
        .offers(offer<Goal>);
    declaration
        .option(options.done, "--done", "REF=OUTCOME",
                "a promise that was kept, and how it went; may be repeated")
        .offers(offer<Commitment>);
    declaration
        .option(options.drop, "--drop", "REF=WHY", "a promise to let go, and why; may be repeated")
        .offers(offer<Commitment>);
    declaration.option(options.outcome, "--outcome", "TEXT", "what the mentorship brought");
    declaration.option(options.thanks, "--thanks", "TEXT", "what you thanked them for");
    declaration.option(options.owed, "--owe-thanks", "TEXT",
                       "what you still want to thank them for: it becomes a promise");
    declaration.option(options.keep, "--keep", "LENGTH",
                       "how often to be in touch, such as 3mo, or never");
    declaration.option(options.referral, "--referral", "NAME",
                       "whom they named, who could be next: a prospect of yours");
    declaration.option(options.on, "--on", "DATE", "the day that it ended (default: today)");
    declaration.flag(
        options.force, "--force",
        "put a text in the place of an outcome, or thanks that are owed of those said");
}

void refuse_end(const Relationship& relationship) {
    if (is_in_touch(relationship.stage) && !has_ended(relationship)) return;
    const auto [purpose, command] =
        has_ended(relationship) ? std::pair("to stay in touch in another rhythm",
                                            to_type("mentor set {} ending.keep=6mo", relationship))
        : relationship.stage == Stage::prospect
            ? std::pair("to let it go", to_type("mentor set {} stage=declined", relationship))
            : std::pair("what is known of them", to_type("mentor show {}", relationship));
    throw Error(Exit::usage, where_it_stands(relationship),
                fmt::format("{}: {}", purpose, command));
}

template<class Thing>
std::vector<Settled<Thing>> open_ones(const Seen& seen) {
    std::vector<Settled<Thing>> open;
    const std::vector<Thing>& all = (*seen).*kept<Thing>.all;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].open()) open.push_back({Chosen<Thing>(seen, i), Fate::open, ""});
    return open;
}

// How an option settles things: "--goal-done", "goal_done" its values.
struct Way {
    std::string_view option;
    const std::vector<std::string>& given;
    Fate fate;
};

// Settles what each value of the option says of one of `settled`.
template<class Thing>
void take(Session& session, const Seen& seen, std::vector<Settled<Thing>>& settled, const Way& way,
          bool force) {
    std::vector<Chosen<Thing>> things;
    for (const auto& each : settled)
        things.push_back(each.thing);
    for (const std::string& text : way.given) {
        const RefText said = parse_ref_text(text, way.option);
        auto& [thing, fate, outcome] = settled[choose_among(session, seen, said.ref, things)];
        if (fate != Fate::open) {
            throw Error(Exit::usage, fmt::format("'{}' is settled twice", thing.words()),
                        "say it once");
        }
        if (!said.text.empty() && !force) {
            refuse_other_text(
                thing->outcome, said.text, fmt::format("'{}' has an outcome", thing.words()),
                to_type("mentor end {} {} {}=TEXT", *seen, way.option, ref_before_text(thing->id)));
        }
        fate = way.fate;
        outcome = said.text;
    }
}

// A text that holds something; an empty option is none.
std::optional<std::string> if_any(const std::optional<std::string>& text) {
    std::string trimmed = trim(text.value_or(""));
    return trimmed.empty() ? std::nullopt : std::optional(std::move(trimmed));
}

std::string outcome_of(const Relationship& relationship) {
    return relationship.ending ? relationship.ending->outcome : "";
}

Closing closing_of(Session& session, const Options& options, const Seen& seen) {
    if (options.thanks && options.owed) {
        throw Error(Exit::usage, "--thanks says that you thanked them, --owe-thanks that you will",
                    "give one");
    }
    Closing closing{.on = session.happened(options.on),
                    .goals = open_ones<Goal>(seen),
                    .promises = open_ones<Commitment>(seen),
                    .outcome = if_any(options.outcome),
                    .thanks = if_any(options.thanks),
                    .owed = if_any(options.owed),
                    .keep = std::nullopt};
    if (options.keep) closing.keep = parse_keep(*options.keep);
    closing.referral = trim(one_line(options.referral.value_or("")));
    // Before anything is asked.
    if (!closing.referral.empty()) new_slug(session, closing.referral);
    if (closing.outcome && !options.force) {
        refuse_other_text(outcome_of(*seen), *closing.outcome,
                          fmt::format("your mentorship with {} has an outcome", seen->name),
                          to_type("mentor end {} --outcome TEXT", *seen));
    }
    // Thanks that were said once stay said.
    if (closing.owed && !options.force && seen->ending && seen->ending->thanked.value_or(false))
        throw Error(Exit::unknown, fmt::format("you thanked {} already", seen->name),
                    to_type("where thanks are owed all the same: mentor end {} --owe-thanks TEXT "
                            "--force",
                            *seen));
    closing.unthanks = options.force && options.owed;
    closing.replaces_outcome = options.force;
    const auto take_goals = [&](const Way& way) {
        take(session, seen, closing.goals, way, options.force);
    };
    const auto take_promises = [&](const Way& way) {
        take(session, seen, closing.promises, way, options.force);
    };
    take_goals({"--goal-done", options.goal_done, Fate::done});
    take_goals({"--goal-drop", options.goal_drop, Fate::dropped});
    take_promises({"--done", options.done, Fate::done});
    take_promises({"--drop", options.drop, Fate::dropped});
    return closing;
}

// Under the lock: what a person saw at the question is what their answer replaces.
void refuse_unseen_outcome(const Closing& closing, const Relationship& now,
                           const Relationship& seen) {
    if (!closing.outcome || outcome_of(now) == outcome_of(seen)) return;
    throw Error(Exit::unknown,
                fmt::format("what your mentorship with {} brought was changed by other hands just "
                            "now",
                            now.name),
                "nothing was written; look again and repeat");
}

bool agreed_to(Session& session, const Closing& closing, const Relationship& relationship) {
    session.say("");
    session.say(Page{
        sentence("Your mentorship with {} ends on {}:", relationship.name, to_words(closing.on)),
        summary_of(closing)});
    return session.confirm("Shall this be written?", true);
}

// What was shown before it was written isn't said again.
Page reply_to(const Session& session, const Closing& closing, const Relationship& ended,
              bool was_shown) {
    Page page{sentence("Your mentorship with {} ended on {}.", ended.name, to_words(closing.on))};
    Grid grid = plain_grid();
    if (!was_shown) grid = summary_of(closing);
    if (const auto day = next_check_in(ended, session.config, session.today())) {
        const bool is_agreed = ended.next && ended.next->date == *day;
        grid.rows.push_back(row(is_agreed ? "you meet" : "first hello", to_words(*day)));
    }
    if (!grid.rows.empty()) page.push_back(std::move(grid));
    page.push_back(
        suggestion("A few words to close with:", to_type("mentor draft {} --kind closing", ended)));
    if (closing.referral.empty() && ended.role != Role::mentee)
        page.push_back(suggestion("A name of somebody who could be next:",
                                  to_type("mentor draft {} --kind referral", ended)));
    return page;
}

// Whom they named: a prospect, through them.
struct Referred {
    Journal::NewFile file;
    Page reply;
};
Referred referred_by(Session& session, const std::string& through, const std::string& name) {
    const Newcomer newcomer{name,
                            {{"role", "mentor"}, {"stage", "prospect"}, {"through", through}}};
    const std::string slug = new_slug(session, name);
    const Document document = document_of(session, newcomer);
    Relationship added = decode_relationship(document, slug);
    session.journal.note_names(added);
    Page reply = reply_to_added(session, added);
    const Page near = word_on_near(session, name);
    reply.insert(reply.end(), near.begin(), near.end());
    return {{slug, document.text()}, reply};
}

Exit run(Session& session, const Options& options) {
    const Seen seen(session, options.who);
    refuse_end(*seen);
    Closing closing = closing_of(session, options, seen);
    const bool asks = session.interactive();
    if (asks) {
        ask_for_closing(session, closing, *seen);
        if (!agreed_to(session, closing, *seen)) {
            session.say("Nothing was written.");
            return Exit::done;
        }
    }
    std::optional<Referred> referred;
    if (!closing.referral.empty()) referred = referred_by(session, seen->name, closing.referral);
    Relationship ended;
    const auto edit = [&](const Record& record) {
        refuse_end(record.relationship);
        refuse_unseen_outcome(closing, record.relationship, *seen);
        Document document = with_closing(session, record, closing);
        ended = changed(record, document);
        return document;
    };
    const auto changes = referred ? session.journal.update_beside(seen->slug, edit, referred->file)
                                  : session.journal.update(seen->slug, edit);
    Page page = reply_to(session, closing, ended, asks);
    if (referred) page.insert(page.end(), referred->reply.begin(), referred->reply.end());
    session.saved(changes, page);
    return Exit::done;
}

} // namespace

const Command command{
    "end",
    Chapter::people,
    "Bring a mentorship to a good end",
    "On a terminal it walks through the closing conversation: what became of the goals and "
    "promises, what it brought, the thanks, and how you stay in touch. Nothing is written before "
    "you have seen all of it. What no option settles stays open, and the answer names it.\n"
    "\n"
    "Afterwards they are alumni, and `mentor due` reminds you to say hello. With --keep never "
    "nothing reminds you of them any more.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::end
