// SPDX-License-Identifier: MIT

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/core/text.hpp"
#include "mentor/report/faces.hpp"
#include "mentor/report/reports.hpp"
#include "mentor/store/decode.hpp"
#include "mentor/store/mends.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
    bool fix = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.fix, "--fix", "mend what has one right answer; shows it, and asks");
    declare_output(declaration, options.output);
}

std::vector<Diagnostic> inspect_file(Session& session, const std::filesystem::path& file) {
    try {
        const auto text = session.host.find_text(file);
        if (!text) return {};
        const Document document = Document::parse(*text, file.filename().string());
        return file == session.config_file ? inspect_config(document)
                                           : inspect_relationship(document, session.config.kinds);
    } catch (const Error& error) {
        Diagnostic diagnostic = error.diagnostic();
        if (diagnostic.file.empty()) diagnostic.file = file.filename().string();
        return {diagnostic};
    }
}

// What writes that were interrupted left in the journal: temporary files that never took the place
// of their own.
std::vector<std::string> find_leftovers(const Session& session) {
    auto names = session.host.list(session.journal.folder());
    std::erase_if(names, [](const std::string& name) {
        return !name.starts_with(".mentor-") || !name.ends_with(".tmp");
    });
    return names;
}

std::vector<Diagnostic> inspect_leftovers(const Session& session) {
    std::vector<Diagnostic> diagnostics;
    for (const std::string& name : find_leftovers(session)) {
        diagnostics.push_back({.what = "a write was interrupted, and left this file",
                               .advice = "to take it away: mentor check --fix",
                               .file = name,
                               .severity = Severity::warning});
    }
    return diagnostics;
}

// Two files that one name leads to.
std::vector<Diagnostic> inspect_names(const Session& session) {
    std::vector<Diagnostic> diagnostics;
    std::map<std::string, std::string> slugs;
    for (const Handle& handle : session.journal.handles()) {
        const auto [first, is_new] = slugs.emplace(fold(handle.name), handle.slug);
        if (is_new) continue;
        diagnostics.push_back(
            {.what = fmt::format("{} is the name in {}.toml too", handle.name, first->second),
             .advice = "keep one file where they are one person; else tell the names apart",
             .file = handle.slug + ".toml",
             .severity = Severity::warning});
    }
    return diagnostics;
}

// Of the files that are sound once what has one right answer is mended.
std::vector<Change> find_mends(const Session& session, const std::vector<std::string>& slugs) {
    std::vector<Change> changes;
    for (const std::string& slug : slugs) {
        try {
            const std::string file = slug + ".toml";
            const auto text = session.host.find_text(session.journal.file_of(slug));
            if (!text) continue;
            const Document result = mended(Document::parse(*text, file), session.config.kinds);
            decode_relationship(result, slug);
            if (result.text() != *text) changes.push_back({file, *text, result.text()});
        } catch (const Error&) {
            // What is still wrong with it the report says.
        }
    }
    return changes;
}

// All of it or nothing, and only where each file still is what was shown.
void write(Session& session, const std::vector<Change>& changes,
           const std::vector<std::string>& leftovers) {
    const Folder& folder = session.journal.folder();
    const auto lock = session.host.lock(folder);
    for (const Change& change : changes) {
        if (session.host.find_text(folder / change.file) == change.before) continue;
        throw Error(Exit::system, {.what = "the file was changed by other hands just now",
                                   .advice = "nothing was mended; try again",
                                   .file = change.file});
    }
    if (!changes.empty()) session.undo_log.write(folder, changes);
    // Inside the lock nobody is writing: a temporary file that is there still is nobody's.
    for (const std::string& name : leftovers)
        session.host.remove(folder / name);
}

void show_diff(Session& session, const std::vector<Change>& changes) {
    for (const auto& [file, before, after] : changes)
        session.host.write_error(visible(diff(file, before, after)));
}

void show_leftovers(Session& session, const std::vector<std::string>& leftovers) {
    for (const std::string& name : leftovers)
        session.say(fmt::format("{} goes away.", name));
}

void mend(Session& session, const std::vector<std::string>& slugs,
          const std::vector<std::string>& leftovers) {
    const auto changes = find_mends(session, slugs);
    if (changes.empty() && leftovers.empty())
        return session.say("There is nothing with one right answer to mend.");
    if (session.globals.dry_run) {
        show_leftovers(session, leftovers);
        if (changes.empty()) return session.say("Nothing was removed: this is a dry run.");
        return session.saved(changes, {});
    }
    show_diff(session, changes);
    show_leftovers(session, leftovers);
    if (!session.confirm("Mend it so?")) return session.say("Nothing was mended.");
    write(session, changes, leftovers);
    std::vector<std::string> done;
    for (const Change& change : changes)
        done.push_back(change.file);
    if (!leftovers.empty()) done.push_back("what was left over");
    session.saved(changes, {Paragraph{{{fmt::format("Mended: {}.", join(done, ", "))}}}});
}

Exit run(Session& session, const Options& options) {
    session.require_journal();
    const auto slugs =
        options.who.empty() ? session.journal.slugs() : session.slugs_for(options.who);
    if (options.fix) {
        mend(session, slugs,
             options.who.empty() ? find_leftovers(session) : std::vector<std::string>());
    }
    std::vector<std::filesystem::path> files;
    if (options.who.empty() && session.host.exists(session.config_file)) {
        files.push_back(session.config_file);
    }
    for (const auto& slug : slugs)
        files.push_back(session.journal.file_of(slug));
    std::vector<Diagnostic> diagnostics;
    const auto add = [&](std::vector<Diagnostic> found) {
        std::ranges::move(found, std::back_inserter(diagnostics));
    };
    for (const auto& file : files)
        add(inspect_file(session, file));
    if (options.who.empty()) {
        add(inspect_names(session));
        add(inspect_leftovers(session));
    }
    session.show(check_report(diagnostics, files.size(), session.today()), options.output);
    return diagnostics.empty() ? Exit::done : Exit::broken;
}

} // namespace

const Command check_command{
    "check",
    Chapter::journal,
    "Read every file and name every fault, and what looks like a slip",
    "Exits with 3 when something is wrong. --fix mends a key or a word that is one letter off, a "
    "value that only its quotes spoil, and what an interrupted write left behind.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
