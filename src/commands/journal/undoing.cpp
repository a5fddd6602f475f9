// SPDX-License-Identifier: MIT

#include "commands/journal/undoing.hpp"

#include "report/blocks.hpp"
#include "session/question_bank.hpp"

#include <fmt/format.h>

namespace mentor {

UndoScope scope_of(const Session& session) {
    if (!session.knows_journal) session.require_journal();
    return {session.journal.folder(), session.config_file.path(), questions_file(session)};
}

std::vector<std::unique_ptr<Lock>> lock(Session& session, const UndoScope& scope) {
    return session.undo_log.lock({scope.journal, scope.config.parent_path()});
}

std::string file_name(const Change& change) {
    return change.file.filename().string();
}

UndoHistory history_of(Session& session, const UndoScope& scope) {
    UndoHistory history = session.undo_log.history(scope);
    for (const Diagnostic& damage : history.damaged)
        session.tell(damage);
    return history;
}

UndoHistory whole_history_of(const Session& session, std::string_view sought) {
    UndoHistory history = session.undo_log.history(scope_of(session));
    if (history.damaged.empty()) return history;
    const Diagnostic& damage = history.damaged.front();
    const std::string file = damage.file.empty() ? "" : damage.file + ": ";
    throw Error(Exit::system,
                fmt::format("{} may be in what undo can't read: {}{}", sought, file, damage.what),
                "make that readable again; where it can't be, delete it");
}

std::string said(const UndoStep& step) {
    if (step.command == by_hand)
        return fmt::format("what was done by hand before {}", to_words(step.at));
    return fmt::format("`{}` of {}", step.command, to_words(step.at));
}

void tell_result(Session& session, const UndoPlan& plan, const std::string& done,
                 std::string_view changed, const std::string& next) {
    Grid files = plain_grid();
    for (const Change& change : plan.changes) {
        const std::string_view how = !change.before  ? "is there again"
                                     : !change.after ? "is gone again"
                                                     : changed;
        files.rows.push_back(row(file_name(change), std::string(how), Style::name));
    }
    session.saved(plan.changes, {sentence(done), files, sentence(next)});
}

void refuse_foreign(const UndoPlan& plan, bool force, std::string_view done,
                    std::string_view command) {
    if (plan.foreign.empty() || force) return;
    throw Error(Exit::system,
                {.what = "this file was changed in the meantime",
                 .advice = fmt::format("nothing was {}; to do it all the same: mentor {} --force\n"
                                       "what stands there now is kept, and can be had again",
                                       done, command),
                 .file = file_name(plan.foreign.front())});
}

} // namespace mentor
