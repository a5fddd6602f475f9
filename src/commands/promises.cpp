// SPDX-License-Identifier: MIT
//
// Commitments of both sides: `todo`, `todo add`, `done`, `drop`, `told`.

#include "fields.hpp"
#include "refs.hpp"

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/core/text.hpp"
#include "mentor/report/reports.hpp"

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
    const auto people = session.load(slugs_of(session, options.who));
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

// Sets `key` of the promise that `ref` names to the day, and its outcome where there are words.
Exit settle(Session& session, const SettleOptions& options, const std::string& key,
            Wanted is_wanted, std::string_view said) {
    const Date on = session.happened(options.on);
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const auto promises = items_of(seen.commitments, is_wanted);
    refuse_other_noun(options.ref, promises, "promise", seen);
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
