// SPDX-License-Identifier: MIT

#include "commands/journal/surroundings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace mentor {
namespace {

using std::filesystem::path;

// Of what can't be looked at, whoever wants to read it says why.
std::optional<Traits> traits_of(const Session& session, const path& path) {
    try {
        return session.host.find_traits(path);
    } catch (const Error&) {
        return std::nullopt;
    }
}

// A path as a shell takes it.
std::string quoted(const path& path) {
    const std::string text = path.string();
    constexpr std::string_view special = " \t\n\"'\\$`!*?[]{}()<>|&;#~";
    if (text.find_first_of(special) == std::string::npos) return text;
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

// Where a link leads out of the folder that holds it, other rules may hold. The journal's own
// folder and that of undo are ours wherever they lie.
bool leads_away(const Session& session, const path& path) {
    if (path == session.journal.folder() || path == session.undo_log.folder()) return false;
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

Problem open_to_others(const Session& session, const path& path, const Traits& traits) {
    const bool is_elsewhere = leads_away(session, path);
    const std::string command =
        fmt::format("chmod {:o} {}", traits.mode & ~077u,
                    quoted(is_elsewhere ? session.host.canonical(path) : path));
    return {{.what = said(traits) +
                     (is_shut_off(session, path) ? ", and only a folder above keeps them out" : ""),
             .advice = fmt::format("{}: {}",
                                   !traits.can_be_changed ? "it belongs to someone else, who can"
                                   : is_elsewhere ? "a link leads to it; to keep it to yourself"
                                                  : "to keep it to yourself",
                                   command),
             .file = label_of(session, path),
             .severity = Severity::warning},
            traits.can_be_changed && !is_elsewhere};
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

// What is mentor's beside the files that are read: the folders, and what else is in them.
std::vector<path> paths_around(const Session& session, const CheckScope& scope) {
    const Folder& journal = session.journal.folder();
    const Folder& undo = session.undo_log.folder();
    std::vector<path> paths{journal};
    std::set<path> read{session.config_file.path()};
    for (const std::string& slug : scope.slugs)
        read.insert(session.journal.file_of(slug));
    for (const path& file : files_below(session, journal)) {
        if (!read.contains(file)) paths.push_back(file);
    }
    paths.push_back(undo);
    std::ranges::copy(files_below(session, undo), std::back_inserter(paths));
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
std::vector<path> find_temporaries(const Session& session, const CheckScope& scope) {
    if (!scope.everything) return {};
    std::vector<Folder> folders{session.config_file.folder(), session.undo_log.folder()};
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

Problem left_over(const Session& session, const path& file) {
    Diagnostic said{.what = "a write was interrupted, and left this file",
                    .advice = "to take it away: mentor check --fix",
                    .file = label_of(session, file),
                    .severity = Severity::warning};
    if (!is_only_copy(session.host, file)) return {std::move(said), true};
    said.what = "a write was interrupted, and left what may stand in no other file";
    said.advice = fmt::format("take over from it what you want to keep, then: rm {}", quoted(file));
    return {std::move(said)};
}

// Of a step that stopped between two of its files.
std::optional<Problem> inspect_begun(const Session& session, const UndoStep& step) {
    if (!step.begun) return std::nullopt;
    const auto [made, left, foreign] = reach_of(session.host, step.changes);
    if (made.empty() || made.size() == step.changes.size()) return std::nullopt;
    Diagnostic said{
        .what = fmt::format("`{}` of {} was interrupted: done in {}", step.command,
                            to_words(step.at), names_of(made)),
        .advice = "the next command that writes finishes it; to do it now: mentor check --fix",
        .file = names_of({(left.empty() ? foreign : left).front()}),
        .severity = Severity::warning};
    if (!left.empty()) said.what += ", not in " + names_of(left);
    if (foreign.empty()) return Problem{std::move(said), true};
    said.what += ", changed by other hands since in " + names_of(foreign);
    said.advice = "look at these files: nothing finishes it by itself";
    return Problem{std::move(said)};
}

// What an editor worked on while mentor was killed, or a message said that it is kept.
std::vector<Problem> inspect_copies(const Session& session) {
    const Folder folder = temporary_folder(session.host);
    std::vector<Problem> problems;
    for (const std::string& name : names_in(session, folder)) {
        const auto copier = find_copier(name);
        if (!copier || !is_abandoned(session, folder / name, copier)) continue;
        const auto traits = traits_of(session, folder / name);
        if (!traits || traits->is_folder || !traits->can_be_changed) continue;
        problems.push_back({{.what = "an editor worked on this copy, and it was left",
                             .advice = fmt::format("take over from it what you want to keep, "
                                                   "then: rm {}",
                                                   quoted(folder / name)),
                             .file = (folder / name).string(),
                             .severity = Severity::warning}});
    }
    return problems;
}

std::vector<Problem> inspect_undo(const Session& session) {
    const UndoHistory history =
        session.undo_log.history({session.journal.folder(), session.config_file.path()});
    std::vector<Problem> problems;
    for (Diagnostic damage : history.damaged) {
        damage.advice += "\nto hear no more of it, delete it";
        problems.push_back({std::move(damage)});
    }
    for (const UndoStep& step : history.done)
        if (auto half = inspect_begun(session, step)) problems.push_back(std::move(*half));
    for (const auto& steps : {history.done, history.undone}) {
        for (const UndoStep& step : steps) {
            if (!lies_ahead(session, step.at)) continue;
            problems.push_back(
                {{.what =
                      fmt::format("`{}` was done on {}, which lies ahead: now it is {}",
                                  step.command, to_words(step.at), to_words(session.host.now())),
                  .advice = "see whether the clock is right; undo goes by the order of changes "
                            "all the same\nto keep none of them: mentor undo --forget",
                  .file = session.undo_log.folder().string(),
                  .severity = Severity::warning}});
            return problems;
        }
    }
    return problems;
}

} // namespace

std::string label_of(const Session& session, const path& path) {
    const bool is_known =
        path == session.config_file.path() || path == session.journal.folder() / path.filename();
    return is_known && path.has_filename() ? path.filename().string() : path.string();
}

std::vector<Problem> inspect_openness(const Session& session, const path& path) {
    const auto traits = traits_of(session, path);
    if (!traits || !traits->is_open()) return {};
    return {open_to_others(session, path, *traits)};
}

std::vector<Problem> inspect_time(const Session& session, const path& file) {
    const auto traits = traits_of(session, file);
    if (!traits || !lies_ahead(session, traits->written)) return {};
    return {
        {{.what = fmt::format("it was written on {}, which lies ahead: now it is {}",
                              to_words(traits->written), to_words(session.host.now())),
          .advice = fmt::format("see whether the clock is right; if so: touch {}", quoted(file)),
          .file = label_of(session, file),
          .severity = Severity::warning}}};
}

std::vector<Problem> inspect_around(const Session& session, const CheckScope& scope) {
    std::vector<Problem> problems;
    try {
        for (const path& path : paths_around(session, scope))
            std::ranges::move(inspect_openness(session, path), std::back_inserter(problems));
        std::ranges::move(inspect_undo(session), std::back_inserter(problems));
        for (const path& file : find_temporaries(session, scope))
            problems.push_back(left_over(session, file));
        if (scope.everything)
            std::ranges::move(inspect_copies(session), std::back_inserter(problems));
    } catch (const Error& error) {
        problems.push_back({error.diagnostic()});
    }
    return problems;
}

std::vector<path> find_open(const Session& session, const CheckScope& scope) {
    std::vector<path> paths;
    if (scope.everything) paths.push_back(session.config_file.path());
    for (const std::string& slug : scope.slugs)
        paths.push_back(session.journal.file_of(slug));
    try {
        if (scope.everything && session.knows_journal)
            std::ranges::copy(paths_around(session, scope), std::back_inserter(paths));
    } catch (const Error&) {
        // What can't be listed the report says.
    }
    std::erase_if(paths, [&](const path& path) {
        const auto traits = traits_of(session, path);
        return !traits || !traits->is_open() || !traits->can_be_changed ||
               leads_away(session, path);
    });
    return paths;
}

std::vector<path> find_leftovers(const Session& session, const CheckScope& scope) {
    std::vector<path> leftovers = find_temporaries(session, scope);
    std::erase_if(leftovers, [&](const path& file) { return is_only_copy(session.host, file); });
    return leftovers;
}

} // namespace mentor
