// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/undoing.hpp"
#include "core/rules/looking/private_once.hpp"
#include "core/rules/looking/what_changed.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/faces/terminal/diff.hpp"
#include "report/pages/journal/undo_report.hpp"
#include "session/question_bank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

namespace mentor::commands::undo {
namespace {

// The person of a file; nullopt for another file, and for one that can't be read.
std::optional<Relationship> find_person(const Change& change, const FileText& text) {
    if (!text || change.file.extension() != ".toml") return std::nullopt;
    try {
        return decode_relationship(Document::parse(*text, file_name(change)),
                                   change.file.stem().string());
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Those of the configuration, of which a change writes one.
std::vector<std::string> new_lines(const Change& change) {
    const auto before = split_lines(change.before.value_or(""));
    auto lines = split_lines(change.after.value_or(""));
    std::erase_if(lines, [&](const std::string& line) {
        return trim(line).empty() || std::ranges::find(before, line) != before.end();
    });
    return lines;
}

using PrivateInFiles = std::map<std::filesystem::path, PrivateOnce>;

// Someone who got another name has another file, in which the same is private.
void follow_renaming(const std::vector<Change>& changes, PrivateInFiles& known) {
    const auto is_made = [](const Change& change) { return !change.before; };
    const auto is_gone = [](const Change& change) { return !change.after; };
    const auto made = std::ranges::find_if(changes, is_made);
    const auto gone = std::ranges::find_if(changes, is_gone);
    if (made != changes.end() && gone != changes.end())
        known.try_emplace(gone->file, known[made->file]);
}

// Without what `known` says is private, or either side.
UndoFile undo_file(const Session& session, const Change& change, PrivateOnce& known) {
    const auto [added, removed] = diff_size(change.before, change.after);
    UndoFile file{file_name(change),
                  !change.before  ? "made"
                  : !change.after ? "removed"
                                  : "changed",
                  added,
                  removed,
                  file_name(change),
                  {}};
    const bool is_config =
        change.file == session.config_file.path() || change.file == questions_file(session);
    const auto before = is_config ? std::nullopt : find_person(change, change.before);
    const auto after = is_config ? std::nullopt : find_person(change, change.after);
    if (const auto& person = after ? after : before) file.who = person->name;
    if (before) known.learn(*before);
    if (after) known.learn(*after);
    if (file.change != "changed") return file;
    if (is_config) file.what = new_lines(change);
    if (before && after)
        file.what =
            what_changed(known.without_private_words(*before), known.without_private_words(*after));
    return file;
}

std::vector<UndoLine> lines_of(const Session& session, const std::vector<UndoStep>& steps,
                               bool undone, PrivateInFiles& known) {
    std::vector<UndoLine> lines;
    for (const UndoStep& step : steps) {
        UndoLine line{std::nullopt, step.id, step.at, step.command, undone, {}};
        if (!undone) line.number = static_cast<int>(lines.size()) + 1;
        follow_renaming(step.changes, known);
        for (const Change& change : step.changes)
            line.files.push_back(undo_file(session, change, known[change.file]));
        lines.push_back(std::move(line));
    }
    return lines;
}

struct Options {
    std::optional<std::string> ref;
    bool list = false;
    bool force = false;
    bool forget = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.ref, "REF",
                         "go back to before this change: its number or id from --list");
    declaration.flag(options.list, "--list", "show what can be taken back, the newest first");
    declaration.flag(options.force, "--force", "even where a file was changed since");
    declaration.flag(options.forget, "--forget", "forget all that could be taken back");
    declare_output(declaration, options.output);
}

Exit list(Session& session, const Output& output) {
    const UndoHistory history = history_of(session, scope_of(session));
    // What was taken back came after all else, so that it is looked at first.
    PrivateInFiles known;
    auto undone = lines_of(session, history.undone, true, known);
    auto lines = lines_of(session, history.done, false, known);
    std::ranges::move(undone, std::back_inserter(lines));
    session.view(output).show(undo_report(lines, session.today()));
    return Exit::done;
}

Exit forget(Session& session) {
    const std::string kept =
        counted(static_cast<long>(session.undo_log.size()), "change that", "changes that") +
        " could be taken back";
    if (session.globals.dry_run) {
        session.say(fmt::format("Would forget {}.", kept));
    } else if (!session.confirm(fmt::format("Forget {}, in every journal?", kept))) {
        session.say("Nothing was forgotten.");
    } else {
        session.undo_log.forget();
        session.say(fmt::format("Forgot {}. The files stay as they are.", kept));
    }
    return Exit::done;
}

// The place in the list that a number names, from 1. Ids have four letters: one or two digits are
// never taken for the beginning of one.
std::optional<std::size_t> find_place(const std::string& ref) {
    return ref.size() <= 2 ? find_number(ref) : std::nullopt;
}

std::string id_for(const std::string& ref, const std::vector<UndoStep>& done) {
    if (const auto number = find_place(ref)) {
        if (*number >= 1 && *number <= done.size()) return done[*number - 1].id;
        throw Error(Exit::unknown, fmt::format("there is no change {} to take back", *number),
                    "see: mentor undo --list");
    }
    std::vector<Item> items;
    for (const UndoStep& step : done) {
        std::string words = step.command;
        for (const Change& change : step.changes)
            words += " " + file_name(change);
        items.push_back({step.id, std::move(words), items.size()});
    }
    const auto matches = match_ref(ref, items);
    if (matches.size() == 1) return matches.front().id;
    throw Error(Exit::unknown,
                matches.empty() ? fmt::format("there is no change '{}' to take back", ref)
                                : fmt::format("'{}' may be any of {}", ref,
                                              counted(static_cast<long>(matches.size()), "change")),
                "give the number of one: mentor undo --list");
}

// What goes back to before `ref` takes back; empty where a person was asked about it and said no.
std::vector<UndoStep> steps_back_to(Session& session, const std::string& ref, bool force) {
    const auto done = history_of(session, scope_of(session)).done;
    UndoPlan plan = plan_undo(session.host, done, id_for(ref, done));
    refuse_foreign(plan, force, "taken back", to_type("undo {}", ref));
    if (plan.steps.size() > 1) {
        PrivateInFiles known;
        session.say(undo_report(lines_of(session, plan.steps, false, known), session.today()).page);
        if (!session.confirm(fmt::format("Take back these {}?", plan.steps.size()))) return {};
    }
    return std::move(plan.steps);
}

bool are_same(const std::vector<UndoStep>& some, const std::vector<UndoStep>& others) {
    return std::ranges::equal(some, others, {}, &UndoStep::id, &UndoStep::id);
}

void refuse_nothing(const UndoPlan& plan, const UndoHistory& history) {
    if (!plan.changes.empty()) return;
    throw Error(Exit::unknown, "there is nothing to take back",
                history.undone.empty() ? "whatever mentor writes from now on can be"
                                       : "to have again what was taken back: mentor redo");
}

void tell_undone(Session& session, const UndoPlan& plan, bool several) {
    const std::string last = said(plan.steps.back());
    tell_result(session, plan,
                several ? fmt::format("Took back {} changes, down to {}.", plan.steps.size(), last)
                        : fmt::format("Took back {}.", last),
                "is as it was before",
                several ? "To have them again, one by one: mentor redo"
                        : "To have it again: mentor redo");
}

Exit take_back(Session& session, const Options& options) {
    std::vector<UndoStep> agreed;
    if (options.ref) {
        agreed = steps_back_to(session, *options.ref, options.force);
        if (agreed.empty()) {
            session.say("Nothing was taken back.");
            return Exit::done;
        }
    }
    const UndoScope scope = scope_of(session);
    const auto locks = lock(session, scope);
    // Those of the damaged were told of where it was agreed.
    const UndoHistory history =
        options.ref ? session.undo_log.history(scope) : history_of(session, scope);
    const UndoPlan plan =
        plan_undo(session.host, history.done, options.ref ? agreed.back().id : "");
    if (options.ref && !are_same(plan.steps, agreed)) {
        throw Error(Exit::system, "another mentor was writing just now",
                    "nothing was taken back; look again: mentor undo --list");
    }
    refuse_nothing(plan, history);
    refuse_foreign(plan, options.force, "taken back",
                   options.ref ? to_type("undo {}", *options.ref) : "undo");
    session.undo_log.undo(plan);
    tell_undone(session, plan, options.ref && plan.steps.size() > 1);
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    if (int{options.list} + int{options.forget} + int{options.ref.has_value()} > 1) {
        throw Error(Exit::usage, "--list, --forget and REF exclude each other", "give one");
    }
    if (options.list) return list(session, options.output);
    refuse_output(options.output, "leave it out");
    return options.forget ? forget(session) : take_back(session, options);
}

} // namespace

const Command command{
    "undo",
    Chapter::journal,
    "Take back the last change, and again the one before",
    "Whatever mentor wrote: to someone's file or to the configuration, the last fifty times. It "
    "says so where a file was changed by other hands since, and leaves it alone.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::undo
