// SPDX-License-Identifier: MIT
//
// Commitments of both sides: `todo`, `todo add`, `todo move`, `done`, `drop`, `told`.

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/fields.hpp"
#include "edits/refs.hpp"
#include "report/pages/reports.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// --- todo

struct ListOptions {
    std::vector<std::string> who;
    bool all = false;
    Output output;
};

void declare_list(Declaration& declaration, ListOptions& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.all, "--all", "also what is done or let go");
    declare_output(declaration, options.output);
}

// `mentor todo ada Send the draft` was most likely meant to note one.
std::vector<std::string> slugs_of(Session& session, const std::vector<std::string>& who) {
    try {
        return session.slugs_for(who);
    } catch (const Error& error) {
        if (error.exit() != Exit::unknown || who.size() < 2) throw;
        Diagnostic diagnostic = error.diagnostic();
        diagnostic.advice += fmt::format("\nto note a promise: mentor todo add {} TEXT", who[0]);
        throw Error(error.exit(), diagnostic);
    }
}

Exit run_list(Session& session, const ListOptions& options) {
    const auto people = for_output(session.load(slugs_of(session, options.who)), options.output);
    session.show(todo_report(people, options.all, session.today()), options.output);
    return Exit::done;
}

// --- todo add

struct AddOptions {
    std::string who;
    std::vector<std::string> text;
    std::optional<std::string> due;
    bool they = false;
};

void declare_add(Declaration& declaration, AddOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.text, "TEXT", "what is promised; may end with a day: by fri");
    declaration.option(options.due, "--due", "DATE", "by when");
    declaration.flag(options.they, "--they", "it is their promise, not yours");
}

Exit run_add(Session& session, const AddOptions& options) {
    WithDue promise = parse_with_due(trim(join(options.text, " ")), session.calendar);
    if (options.due && promise.due) {
        throw Error(Exit::usage, "the words and --due both say by when", "give one");
    }
    if (options.due) promise.due = session.future(*options.due);
    if (promise.text.empty()) {
        throw Error(Exit::usage, "`mentor todo add` needs the words of the promise",
                    fmt::format("write: mentor todo add {} Send the draft by fri", options.who));
    }
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            name = first_name(record.relationship);
            Table fields{{"id", make_id(session.host, ids_of(record.relationship))},
                         {"owner", to_text(options.they ? Side::them : Side::me)},
                         {"what", promise.text},
                         {"made", session.today()}};
            put(fields, "due", promise.due);
            return record.document.with_appended("commitment", fields);
        });
    const std::string until = promise.due ? fmt::format(", by {}", to_words(*promise.due)) : "";
    session.saved(changes,
                  {Paragraph{{{fmt::format(
                      "{}: {}{}.", options.they ? name + " promised" : "You promised " + name,
                      promise.text, until)}}}});
    return Exit::done;
}

[[noreturn]] void refuse_settled(const Relationship& relationship, const Commitment& commitment,
                                 std::string_view key) {
    if (key == "told" && commitment.open()) {
        throw Error(Exit::unknown, fmt::format("'{}' is still open", commitment.what),
                    fmt::format("first: mentor done {} {}", relationship.slug,
                                commitment.id.empty() ? "REF" : commitment.id));
    }
    throw Error(Exit::unknown,
                key == "told" ? fmt::format("you told {} about '{}' already",
                                            first_name(relationship), commitment.what)
                              : fmt::format("'{}' is settled already", commitment.what),
                fmt::format("see: mentor todo {} --all", relationship.slug));
}

// --- todo move

struct MoveOptions {
    std::string who, ref;
    std::vector<std::string> when;
};

void declare_move(Declaration& declaration, MoveOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the promise: its id, or words of it");
    declaration.argument(options.when, "WHEN", "its new day, such as fri, 2w or 12 dec");
}

Date parse_new_day(const Session& session, const MoveOptions& options) {
    if (options.when.empty()) {
        throw Error(Exit::usage, "`mentor todo move` needs the new day",
                    fmt::format("write: mentor todo move {} {} fri", options.who, options.ref));
    }
    const Date due = session.future(join(options.when, " "));
    if (due >= session.today()) return due;
    throw Error(Exit::usage, fmt::format("{} has passed", to_words(due)),
                "give a day from today on");
}

Document moved(const Record& record, std::size_t at, Date due) {
    const Commitment& commitment = record.relationship.commitments[at];
    Document document = record.document.with_value({"commitment", at, "due"}, due);
    if (!commitment.due) return document;
    Array days(commitment.moved.begin(), commitment.moved.end());
    days.emplace_back(*commitment.due);
    return document.with_value({"commitment", at, "moved"}, days);
}

Page answer_to_move(const Relationship& relationship, Commitment commitment, Date due) {
    const bool later = commitment.due && due > *commitment.due;
    if (commitment.due) commitment.moved.push_back(*commitment.due);
    commitment.due = due;
    const int times_moved = times_postponed(commitment);
    Page page{Paragraph{{{fmt::format(
        "{} to {}{}: {}.", commitment.moved.empty() ? "Set" : "Moved", to_words(due),
        !later || times_moved < 2 ? "" : fmt::format(", {} by now", times(times_moved)),
        commitment.what)}}}};
    if (later && is_too_big(commitment)) {
        const std::string command = fmt::format("mentor drop {} {}", relationship.slug,
                                                commitment.id.empty() ? "REF" : commitment.id);
        page.push_back(
            Paragraph{{{commitment.owner == Side::me
                            ? "Perhaps it is too big. Make it smaller, or let it go: "
                            : fmt::format("Perhaps a smaller step would help {}; or let it go: ",
                                          first_name(relationship))},
                       {command, Style::command}}});
    }
    return page;
}

Exit run_move(Session& session, const MoveOptions& options) {
    const Date due = parse_new_day(session, options);
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const Item item =
        item_for(session, options.ref, items_of(seen.commitments), "promise", seen.name);
    const Commitment& commitment = seen.commitments[item.position];
    if (!item.open) refuse_settled(seen, commitment, "due");
    if (commitment.due == due) {
        throw Error(Exit::usage,
                    fmt::format("'{}' is due on {} already", commitment.what, to_words(due)),
                    "give another day");
    }
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        const auto& now = record.relationship.commitments;
        return moved(record, position_of(item, items_of(now)), due);
    });
    session.saved(changes, answer_to_move(seen, commitment, due));
    return Exit::done;
}

// --- done, drop, told

struct SettleOptions {
    std::string who, ref;
    std::vector<std::string> words;
    std::optional<std::string> on;
};

void declare_settle(Declaration& declaration, SettleOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the promise: its id, or words of it");
    declaration.option(options.on, "--on", "DATE", "the day that it happened (default: today)");
}

void declare_done(Declaration& declaration, SettleOptions& options) {
    declare_settle(declaration, options);
    declaration.argument(options.words, "OUTCOME", "how it went: what you will report back");
}

void declare_drop(Declaration& declaration, SettleOptions& options) {
    declare_settle(declaration, options);
    declaration.argument(options.words, "WHY", "why");
}

using Wanted = bool (*)(const Commitment&);

std::vector<Item> items_of(const std::vector<Commitment>& commitments, Wanted is_wanted) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < commitments.size(); ++i) {
        items.push_back({commitments[i].id, commitments[i].what, i, is_wanted(commitments[i])});
    }
    return items;
}

// Words name one that stands otherwise, too, where they name no other: the answer says how it
// stands.
void refuse_otherwise(std::string_view ref, std::vector<Item> promises,
                      const Relationship& relationship, std::string_view key) {
    if (!match_ref(ref, promises).empty()) return;
    for (Item& item : promises)
        item.open = !item.open;
    if (const auto others = match_ref(ref, promises); others.size() == 1)
        refuse_settled(relationship, relationship.commitments[others.front().position], key);
}

// Sets `key` of the promise that `ref` names to the day, and its outcome where there are words.
Exit settle(Session& session, const SettleOptions& options, const std::string& key,
            Wanted is_wanted, std::string_view said) {
    const Date on = session.happened(options.on);
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const auto promises = items_of(seen.commitments, is_wanted);
    refuse_other_noun(options.ref, promises, "promise", seen);
    refuse_otherwise(options.ref, promises, seen, key);
    const Item item = item_for(session, options.ref, promises, "promise", seen.name);
    if (!item.open) refuse_settled(seen, seen.commitments[item.position], key);
    const std::string outcome = trim(join(options.words, " "));
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        const auto at = position_of(item, items_of(record.relationship.commitments, is_wanted));
        Document document = record.document.with_value({"commitment", at, key}, on);
        if (outcome.empty()) return document;
        return document.with_value({"commitment", at, "outcome"}, outcome);
    });
    session.saved(changes,
                  {Paragraph{{{fmt::format(fmt::runtime(said), fmt::arg("what", item.words),
                                           fmt::arg("name", first_name(seen)),
                                           fmt::arg("on", to_words(on)))}}}});
    return Exit::done;
}

bool is_open(const Commitment& commitment) {
    return commitment.open();
}
bool is_untold(const Commitment& commitment) {
    return !commitment.open() && !commitment.told;
}

Exit run_done(Session& session, const SettleOptions& options) {
    return settle(session, options, "done", is_open, "Done on {on}: {what}.");
}

Exit run_drop(Session& session, const SettleOptions& options) {
    return settle(session, options, "dropped", is_open, "Let go on {on}: {what}.");
}

Exit run_told(Session& session, const SettleOptions& options) {
    return settle(session, options, "told", is_untold, "You told {name} on {on}: {what}.");
}

} // namespace

const Command todo_command{
    "todo",
    Chapter::promises,
    "What was promised by either side",
    "",
    &invocation_of<ListOptions, declare_list, run_list>,
};

const Command todo_add_command{
    "todo add",
    Chapter::promises,
    "Note a promise, yours or theirs",
    "A day at the end of the words is by when: Send the draft by fri.",
    &invocation_of<AddOptions, declare_add, run_add>,
};

const Command todo_move_command{
    "todo move",
    Chapter::promises,
    "Give a promise another day",
    "The day that it had is kept. What moved twice is named, since it may be too big.",
    &invocation_of<MoveOptions, declare_move, run_move>,
};

const Command done_command{
    "done",
    Chapter::promises,
    "Note that a promise was kept, and how it went",
    "One of yours comes back in `mentor due` until you told them how it went: mentor told.",
    &invocation_of<SettleOptions, declare_done, run_done>,
};

const Command drop_command{
    "drop",
    Chapter::promises,
    "Let a promise go, and say why",
    "",
    &invocation_of<SettleOptions, declare_drop, run_drop>,
};

const Command told_command{
    "told",
    Chapter::promises,
    "Note that you reported back on a promise",
    "",
    &invocation_of<SettleOptions, declare_settle, run_told>,
};

} // namespace mentor
