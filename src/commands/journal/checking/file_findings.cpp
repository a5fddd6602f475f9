// SPDX-License-Identifier: MIT

#include "commands/journal/checking/file_findings.hpp"

#include "commands/journal/undoing.hpp"
#include "core/path_words.hpp"
#include "core/text.hpp"
#include "journal/undo_finish.hpp"
#include "session/question_bank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace mentor {
namespace {

using std::filesystem::path;

// Paths that can't be looked at count as absent here; reading them reports the error.
std::optional<Traits> traits_of(const Session& session, const path& path) {
    try {
        return session.host.find_traits(path);
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Of the runs that were left, beside that of undo.
Folder answers_folder(const Session& session) {
    return session.undo_log.folder().parent_path() / "answers";
}

// Where a link leads out of the folder that holds it, other rules may hold. The journal's own
// folder and those of undo and of kept answers are ours wherever they lie.
bool leads_away(const Session& session, const path& path) {
    for (const Folder& own :
         {session.journal.folder(), session.undo_log.folder(), answers_folder(session)})
        if (path == own) return false;
    const Folder folder = session.host.canonical(path.parent_path());
    const auto inside = session.host.canonical(path).lexically_relative(folder);
    return inside.empty() || *inside.begin() == "..";
}

// A folder above lets nobody through, whatever stands below.
bool is_shut_off(const Session& session, const path& path) {
    Folder folder = session.host.canonical(path);
    while (folder.has_relative_path()) {
        folder = folder.parent_path();
        const auto traits = traits_of(session, folder);
        if (traits && (traits->mode & 011) == 0) return true;
    }
    return false;
}

// "its mode 0644 lets everyone on this machine read it"
std::string said(const Traits& traits) {
    const bool is_everyone = (traits.mode & 07) != 0;
    const unsigned bits = is_everyone ? traits.mode : traits.mode >> 3;
    const bool reads = (bits & 04) != 0, writes = (bits & 02) != 0;
    return fmt::format("its mode {:04o} lets {} {} it", traits.mode,
                       is_everyone ? "everyone on this machine" : "its group",
                       reads && writes    ? "read and change"
                       : reads            ? "read"
                       : writes           ? "change"
                       : traits.is_folder ? "enter"
                                          : "run");
}

std::string_view who_closes(const Traits& traits, bool is_elsewhere) {
    if (!traits.can_be_changed) return "it belongs to someone else, who can";
    if (traits.is_linked) return "it has another name as well, with the same mode; if that is fine";
    return is_elsewhere ? "a link leads to it; to keep it to yourself" : "to keep it to yourself";
}

// The warning that others may read or change a path, and how to keep it to oneself.
Diagnostic openness_of(const Session& session, const path& path, const Traits& traits,
                       bool is_elsewhere) {
    const std::string mode = fmt::format("{:o}", traits.mode & ~077u);
    const std::string command =
        to_type_or("chmod " + mode, is_elsewhere ? session.host.canonical(path) : path,
                   fmt::format("give it the mode {}", mode));
    return {.what = said(traits) +
                    (is_shut_off(session, path) ? ", and only a folder above keeps them out" : ""),
            .advice = fmt::format("{}: {}", who_closes(traits, is_elsewhere), command),
            .file = label_of(session, path),
            .severity = Severity::warning};
}

// Moments are local: of a file or a record that another time zone left, or a machine whose clock is
// a little off, less than a day says nothing.
bool lies_ahead(const Session& session, const Moment& moment) {
    const Moment now = session.host.now();
    return moment > Moment{now.date + Days{1}, now.time};
}

std::vector<path> files_below(const Session& session, const Folder& folder) {
    std::vector<path> files;
    for (const std::string& name : session.host.list(folder)) {
        const auto traits = traits_of(session, folder / name);
        if (traits && !traits->is_folder && !is_temporary(name)) files.push_back(folder / name);
    }
    return files;
}

// The folders of the journal, of undo and of kept answers, and all files in them that hold nobody
// and no configuration.
std::vector<path> paths_around(const Session& session, const std::vector<std::string>& slugs) {
    const Folder& journal = session.journal.folder();
    std::vector<path> paths{journal};
    std::set<path> read{session.config_file.path(), questions_file(session)};
    for (const std::string& slug : slugs)
        read.insert(session.journal.file_of(slug));
    for (const path& file : files_below(session, journal)) {
        if (!read.contains(file)) paths.push_back(file);
    }
    for (const Folder& folder : {session.undo_log.folder(), answers_folder(session)}) {
        paths.push_back(folder);
        std::ranges::copy(files_below(session, folder), std::back_inserter(paths));
    }
    return paths;
}

// Of the folders that matter the report says why they can't be listed.
std::vector<std::string> names_in(const Session& session, const Folder& folder) {
    try {
        return session.host.list(folder);
    } catch (const Error&) {
        return {};
    }
}

// Of a file that a process has there as long as it works on it: whether that has ended without it.
bool is_abandoned(const Session& session, const path& file, std::optional<int> process) {
    return (!process || !session.host.is_running(*process)) && session.host.exists(file);
}

// What writes left that were interrupted.
std::vector<path> find_temporaries(const Session& session) {
    std::vector<Folder> folders{session.config_file.folder(), session.undo_log.folder(),
                                answers_folder(session)};
    if (session.knows_journal) folders.insert(folders.begin(), session.journal.folder());
    std::vector<path> files;
    std::set<Folder> seen;
    for (const Folder& folder : folders) {
        if (!seen.insert(session.host.canonical(folder)).second) continue;
        for (const std::string& name : names_in(session, folder)) {
            if (is_temporary(name) && is_abandoned(session, folder / name, find_writer(name)))
                files.push_back(folder / name);
        }
    }
    return files;
}

void inspect_leftover(const Session& session, const path& file, Inspection& found) {
    Diagnostic said{.what = "a write was interrupted, and left this file",
                    .advice = "to take it away: mentor check --fix",
                    .file = label_of(session, file),
                    .severity = Severity::warning};
    const bool is_needed = is_only_copy(session.host, file);
    if (is_needed) {
        said.what = "a write was interrupted, and left what may stand in no other file";
        said.advice =
            "take over from it what you want to keep, then: " + to_type_or("rm", file, "delete it");
    } else {
        found.leftovers.push_back(file);
    }
    found.problems.push_back({std::move(said), !is_needed});
}

// Of a step that stopped between two of its files.
std::optional<Problem> inspect_begun(const Session& session, const UndoStep& step) {
    if (!step.begun) return std::nullopt;
    const Finishing finishing = plan_finishing(session.host, step.changes);
    const auto [made, left, foreign] = reach_of(session.host, step.changes);
    if (!finishing.begun || made.size() == step.changes.size()) return std::nullopt;
    std::vector<std::string> states;
    if (!made.empty()) states.push_back("done in " + names_of(made));
    if (!left.empty()) states.push_back("not in " + names_of(left));
    if (!foreign.empty()) states.push_back("changed by other hands since in " + names_of(foreign));
    Diagnostic said{
        .what = fmt::format("`{}` of {} was interrupted: {}", step.command, to_words(step.at),
                            join(states, ", ")),
        .advice = "the next command that writes finishes it; to do it now: mentor check --fix",
        .file = names_of({(left.empty() ? foreign : left).front()}),
        .severity = Severity::warning};
    if (finishing.stuck.empty()) return Problem{std::move(said), true};
    said.advice = fmt::format("look at {}: it stays as it is; the next command that writes "
                              "finishes the others",
                              names_of(finishing.stuck));
    if (finishing.lacking.empty())
        said.advice = "look at these files: nothing finishes it by itself";
    return Problem{std::move(said)};
}

// A program that was told to open the file, or one that a mentor with this number started: neither
// a process nor a group of that number begins anew as long as one of the group runs.
bool works_on(const Session& session, const path& process, const path& file, int copier) {
    const auto words = session.host.find_text(process / "cmdline");
    if (words && words->find(file.filename().string()) != std::string::npos) return true;
    const auto state = session.host.find_text(process / "stat").value_or("");
    // "12 (name) S PARENT GROUP …", as proc(5) has it
    const auto after_name = std::min(state.rfind(')'), state.size());
    const auto fields = split(std::string_view(state).substr(after_name), ' ');
    return fields.size() > 3 && fields[1] != "Z" && fields[3] == std::to_string(copier);
}

// An editor outlives a mentor that was killed. nullopt where the system doesn't tell what runs.
std::optional<bool> is_worked_on(const Session& session, const path& file, int copier) {
    const path processes = "/proc";
    bool tells = false;
    for (const std::string& process : names_in(session, processes)) {
        if (!find_number(process)) continue;
        tells = true;
        try {
            if (works_on(session, processes / process, file, copier)) return true;
        } catch (const Error&) {
            // It has ended, or isn't ours to look at.
        }
    }
    return tells ? std::optional(false) : std::nullopt;
}

Diagnostic copy_left(const Session& session, const path& file, int copier) {
    Diagnostic said{.what = "an editor worked on this copy, and it was left",
                    .advice = "take over from it what you want to keep, then: " +
                              to_type_or("rm", file, "delete it"),
                    .file = file.string(),
                    .severity = Severity::warning};
    const auto is_open = is_worked_on(session, file, copier);
    if (!is_open) said.advice = "once no editor has it open, " + said.advice;
    if (is_open.value_or(false)) {
        said.what = "an editor still works on this copy, and what it writes goes nowhere else";
        said.advice = "save there, close the editor, and check again";
    }
    return said;
}

// What an editor worked on while mentor was killed, or a message said that it is kept.
void inspect_copies(const Session& session, Inspection& found) {
    const Folder folder = temporary_folder(session.host);
    for (const std::string& name : names_in(session, folder)) {
        const auto copier = find_copier(name);
        if (!copier || !is_abandoned(session, folder / name, copier)) continue;
        const auto traits = traits_of(session, folder / name);
        if (!traits || traits->is_folder || !traits->can_be_changed) continue;
        found.problems.push_back({copy_left(session, folder / name, *copier)});
    }
}

// A step of undo that the clock hasn't reached.
std::optional<Problem> inspect_clock(const Session& session, const UndoHistory& history) {
    for (const auto& steps : {history.done, history.undone}) {
        for (const UndoStep& step : steps) {
            if (!lies_ahead(session, step.at)) continue;
            return Problem{
                {.what = fmt::format("`{}` was done on {}, which lies ahead: now it is {}",
                                     step.command, to_words(step.at), to_words(session.host.now())),
                 .advice = "see whether the clock is right; undo goes by the order of changes "
                           "all the same\nto keep none of them: mentor undo --forget",
                 .file = session.undo_log.folder().string(),
                 .severity = Severity::warning}};
        }
    }
    return std::nullopt;
}

void inspect_undo(const Session& session, Inspection& found) {
    const UndoHistory history = session.undo_log.history(scope_of(session));
    for (Diagnostic damage : history.damaged) {
        damage.advice += "\nto hear no more of it, delete it";
        found.problems.push_back({std::move(damage)});
    }
    for (const UndoStep& step : history.done)
        if (auto half = inspect_begun(session, step)) found.problems.push_back(std::move(*half));
    if (auto ahead = inspect_clock(session, history)) found.problems.push_back(std::move(*ahead));
}

} // namespace

std::string label_of(const Session& session, const path& path) {
    const bool is_known =
        path == session.config_file.path() || path == session.journal.folder() / path.filename();
    return is_known && path.has_filename() ? path.filename().string() : path.string();
}

void inspect_openness(const Session& session, const path& path, Inspection& found) {
    const auto traits = traits_of(session, path);
    if (!traits || !traits->is_open()) return;
    const bool is_elsewhere = leads_away(session, path);
    const bool is_mendable = traits->can_be_changed && !traits->is_linked && !is_elsewhere;
    found.problems.push_back({openness_of(session, path, *traits, is_elsewhere), is_mendable});
    if (is_mendable) found.open.push_back(path);
}

void inspect_links(const Session& session, const path& file, Inspection& found) {
    const auto traits = traits_of(session, file);
    if (!traits || !traits->is_linked) return;
    found.problems.push_back(
        {{.what =
              "it has another name as well (a hard link), which keeps the old text whenever this "
              "file is written",
          .advice = "have a symbolic link in its place there, or a copy",
          .file = label_of(session, file),
          .severity = Severity::warning}});
}

void inspect_time(const Session& session, const path& file, Inspection& found) {
    const auto traits = traits_of(session, file);
    if (!traits || !lies_ahead(session, traits->written)) return;
    found.problems.push_back(
        {{.what = fmt::format("it was written on {}, which lies ahead: now it is {}",
                              to_words(traits->written), to_words(session.host.now())),
          .advice = "see whether the clock is right; if so: " +
                    to_type_or("touch", file, "store it once more"),
          .file = label_of(session, file),
          .severity = Severity::warning}});
}

void inspect_around(const Session& session, const std::vector<std::string>& slugs,
                    Inspection& found) {
    try {
        if (session.knows_journal) {
            for (const path& path : paths_around(session, slugs))
                inspect_openness(session, path, found);
            inspect_undo(session, found);
        }
    } catch (const Error& error) {
        found.problems.push_back({error.diagnostic()});
    }
    for (const path& file : find_temporaries(session))
        inspect_leftover(session, file, found);
    inspect_copies(session, found);
}

} // namespace mentor
