// SPDX-License-Identifier: MIT

#include "commands/journal/checking/check_fix.hpp"

#include "commands/journal/checking/file_findings.hpp"
#include "core/text.hpp"
#include "journal/sync/versions.hpp"
#include "report/blocks.hpp"
#include "report/faces/terminal/diff.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace mentor {
namespace {

using std::filesystem::path;

void show(Session& session, const Inspection& found) {
    const Codes codes = session.look_of_error().codes;
    for (const Change& change : found.texts) {
        if (!change.after) continue;
        const std::string text = diff(change.file.filename().string(), change.before, change.after);
        session.host.write_error(painted_diff(visible(text), codes));
    }
}

void show_rest(Session& session, const Inspection& found) {
    for (const Change& change : found.texts)
        if (!change.after)
            session.say(fmt::format("{} goes away: what it says is in the file beside it.",
                                    change.file.filename().string()));
    for (const path& path : found.open) {
        const unsigned mode = session.host.find_traits(path).value_or(Traits()).mode;
        session.say(fmt::format("{} becomes private (mode {:04o}, then {:04o}).",
                                label_of(session, path), mode, mode & ~077u));
    }
    for (const path& path : found.leftovers)
        session.say(fmt::format("{} goes away.", label_of(session, path)));
}

// All of it or nothing, and only where each file still is what was shown.
void write_texts(Session& session, const std::vector<Change>& changes) {
    std::vector<Folder> folders;
    for (const Change& change : changes)
        folders.push_back(change.file.parent_path());
    const auto locks = session.undo_log.lock(folders);
    for (const Change& change : changes) {
        if (session.host.find_text(change.file) == change.before) continue;
        throw Error(Exit::system, {.what = "the file was changed by other hands just now",
                                   .advice = "nothing was mended; try again",
                                   .file = change.file.filename().string()});
    }
    session.undo_log.write(changes);
}

// How many of the paths were dealt with; what went wrong with the others is told.
template<class Deal>
std::size_t deal_with(Session& session, const std::vector<path>& paths, Deal deal) {
    std::size_t done = 0;
    for (const path& path : paths) {
        try {
            deal(path);
            ++done;
        } catch (const Error& error) {
            session.tell(error.diagnostic());
        }
    }
    return done;
}

void write(Session& session, const Inspection& found) {
    write_texts(session, found.texts);
    std::vector<std::string> done;
    for (const Change& change : found.texts)
        if (change.after && change.before != change.after)
            done.push_back(change.file.filename().string());
    const auto copies =
        std::ranges::count_if(found.texts, [](const Change& change) { return !change.after; });
    if (copies > 0) done.push_back(counted(copies, "copy", "copies") + " merged in");
    const std::size_t made_private =
        deal_with(session, found.open, [&](const path& path) { session.host.make_private(path); });
    if (made_private > 0) {
        done.push_back(counted(static_cast<long>(made_private), "permission"));
    }
    const std::size_t removed = deal_with(session, found.leftovers, [&](const path& path) {
        // Inside the lock nobody is writing: a temporary file that is there still is nobody's. Who
        // wrote when we looked may have been killed since, with another program's text in it.
        const auto lock = session.host.lock(path.parent_path());
        if (!is_only_copy(session.host, path)) session.host.remove(path);
    });
    if (removed > 0) done.push_back("what was left over");
    if (done.empty()) {
        session.say("Nothing was mended.");
        return;
    }
    Page message{sentence("Mended: {}.", join(done, ", "))};
    if (!found.texts.empty() && made_private > 0) {
        message.push_back(sentence("Undo takes the texts back; what is private stays so."));
    }
    session.saved(found.texts, message);
}

} // namespace

Taken ask_side(Session& session, const std::string& file, const std::string& copy,
               const Collision& collision) {
    const auto answer = ask_choice(
        session,
        {.question = fmt::format("{}: {}. Which one holds?", file, words_of(collision)),
         .preset = "here",
         .hint = fmt::format("here is {}, there is {}; Ctrl-C leaves both as they are", file, copy),
         .candidates = {"here", "there"},
         .decides = true});
    return answer == "there" ? Taken::theirs : Taken::mine;
}

bool mend(Session& session, const Inspection& found) {
    if (!found.knows_kinds)
        session.say("The configuration comes first, as it says which kinds there are.");
    if (found.texts.empty() && found.open.empty() && found.leftovers.empty()) {
        session.say("There is nothing with one right answer to mend.");
        return false;
    }
    if (session.globals.dry_run) {
        show_rest(session, found);
        if (!found.texts.empty())
            session.saved(found.texts, {});
        else
            session.say("Nothing was changed: this is a dry run.");
        return false;
    }
    show(session, found);
    show_rest(session, found);
    if (!session.confirm("Mend it so?")) {
        session.say("Nothing was mended.");
        return false;
    }
    write(session, found);
    session.read_config_again();
    return true;
}

} // namespace mentor
