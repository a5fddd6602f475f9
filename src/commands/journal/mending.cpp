// SPDX-License-Identifier: MIT

#include "commands/journal/mending.hpp"

#include "commands/journal/surroundings.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/faces/diff.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

using std::filesystem::path;

struct Mends {
    std::vector<Change> texts;
    std::vector<path> open; // to be made private
    std::vector<path> leftovers;
    bool empty() const { return texts.empty() && open.empty() && leftovers.empty(); }
};

template<class Mend>
void add_text(std::vector<Change>& changes, const Session& session, const path& file, Mend mend) {
    try {
        const auto text = session.host.find_text(file);
        if (!text) return;
        const Document result = mend(*text);
        if (result.text() != *text)
            changes.push_back({whole_name(session.host, file), text, result.text()});
    } catch (const Error&) {
        // What is still wrong with it the report says.
    }
}

std::vector<Change> find_texts(Session& session, const CheckScope& scope) {
    std::vector<Change> changes;
    if (scope.everything) {
        add_text(changes, session, session.config_file.path(),
                 [&](const std::string& text) { return mended_config_file(text, session); });
    }
    const auto kinds = find_mended_kinds(session);
    if (!kinds) {
        if (session.knows_journal)
            session.say("The configuration comes first, as it says which kinds there are.");
        return changes;
    }
    for (const std::string& slug : scope.slugs) {
        add_text(changes, session, session.journal.file_of(slug), [&](const std::string& text) {
            return mended_person(text, slug, *kinds, session);
        });
    }
    return changes;
}

void show(Session& session, const Mends& mends) {
    for (const auto& [file, before, after] : mends.texts)
        session.host.write_error(visible(diff(file.filename().string(), before, after)));
}

void show_rest(Session& session, const Mends& mends) {
    for (const path& path : mends.open) {
        const unsigned mode = session.host.find_traits(path).value_or(Traits()).mode;
        session.say(fmt::format("{} becomes private (mode {:04o}, then {:04o}).",
                                label_of(session, path), mode, mode & ~077u));
    }
    for (const path& path : mends.leftovers)
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

void write(Session& session, const Mends& mends) {
    write_texts(session, mends.texts);
    std::vector<std::string> done;
    for (const Change& change : mends.texts)
        done.push_back(change.file.filename().string());
    const std::size_t made_private =
        deal_with(session, mends.open, [&](const path& path) { session.host.make_private(path); });
    if (made_private > 0) {
        done.push_back(counted(static_cast<long>(made_private), "permission"));
    }
    const std::size_t removed = deal_with(session, mends.leftovers, [&](const path& path) {
        // Inside the lock nobody is writing: a temporary file that is there still is nobody's. Who
        // wrote when we looked may have been killed since, with another program's text in it.
        const auto lock = session.host.lock(path.parent_path());
        if (!is_only_copy(session.host, path)) session.host.remove(path);
    });
    if (removed > 0) done.push_back("what was left over");
    if (done.empty()) return session.say("Nothing was mended.");
    Page message{sentence("Mended: {}.", join(done, ", "))};
    if (!mends.texts.empty() && made_private > 0) {
        message.push_back(sentence("Undo takes the texts back; what is private stays so."));
    }
    session.saved(mends.texts, message);
}

} // namespace

void mend(Session& session, const CheckScope& scope) {
    // Whoever has the lock finishes what was interrupted.
    if (session.knows_journal) session.undo_log.lock({session.journal.folder()});
    const Mends mends{find_texts(session, scope), find_open(session, scope),
                      find_leftovers(session, scope)};
    if (mends.empty()) return session.say("There is nothing with one right answer to mend.");
    if (session.globals.dry_run) {
        show_rest(session, mends);
        if (mends.texts.empty()) return session.say("Nothing was changed: this is a dry run.");
        return session.saved(mends.texts, {});
    }
    show(session, mends);
    show_rest(session, mends);
    if (!session.confirm("Mend it so?")) return session.say("Nothing was mended.");
    write(session, mends);
    session.read_config_again();
}

} // namespace mentor
