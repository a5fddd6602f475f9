// SPDX-License-Identifier: MIT
#include "commands/journal/syncing/sync_undone.hpp"

#include "commands/journal/undoing.hpp"
#include "journal/sync/versions.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace mentor {
namespace {

using std::filesystem::path;

bool is_sync(const UndoStep& step) {
    return step.command == "sync";
}

// Those taken back since the last `sync` wrote anything, the oldest first: with that one, whatever
// was taken back before came in again.
std::vector<UndoStep> undone_syncs(const Session& session) {
    const UndoHistory history = whole_history_of(session, "a sync that was taken back");
    std::uint64_t last = 0;
    for (const UndoStep& step : history.done)
        if (is_sync(step)) last = std::max(last, step.turn);
    std::vector<UndoStep> undone;
    std::ranges::copy_if(history.undone, std::back_inserter(undone),
                         [&](const UndoStep& step) { return is_sync(step) && step.turn > last; });
    return undone;
}

bool are_same_person(const std::string& one, const std::string& other, const path& file) {
    try {
        const std::string name = file.filename().string();
        return may_be_same_person(Document::parse(one, name), Document::parse(other, name));
    } catch (const Error&) {
        return false;
    }
}

class Again {
public:
    explicit Again(const Session& session) : session_(session) {}

    void take(const UndoStep& step) {
        for (const Change& change : step.changes)
            take(change, step);
    }

    std::vector<Change> changes() const {
        std::vector<Change> changes;
        for (const auto& [file, texts] : texts_)
            if (texts.was != texts.now) changes.push_back({file, texts.was, texts.now});
        return changes;
    }

private:
    struct Texts {
        FileText was, now;
    };

    FileText& now(const path& file) {
        const auto found = texts_.find(file);
        if (found != texts_.end()) return found->second.now;
        const FileText text = session_.host.find_text(file);
        return texts_.emplace(file, Texts{text, text}).first->second.now;
    }

    void take(const Change& change, const UndoStep& step) {
        FileText& text = now(change.file);
        if (text == change.before)
            text = change.after;
        else if (text == change.after)
            return;
        else if (text && change.after)
            text = merged(change.file, change.before.value_or(""), *text, *change.after);
        else if (change.before)
            follow_renaming(change, step);
    }

    // One side took the file away while the other changed it: it stays, or it has a new name.
    void follow_renaming(const Change& change, const UndoStep& step) {
        FileText& text = now(change.file);
        const auto renamed = text ? find_new_name_there(change, step) : find_new_name_here(change);
        if (!renamed) {
            if (!text) text = change.after;
            return;
        }
        const std::string mine = text ? *text : now(*renamed).value_or("");
        const std::string theirs = text ? now(*renamed).value_or("") : *change.after;
        now(*renamed) = merged(*renamed, *change.before, mine, theirs);
        now(change.file) = std::nullopt;
    }

    std::optional<path> find_new_name_there(const Change& change, const UndoStep& step) {
        for (const Change& other : step.changes) {
            if (other.before || !other.after) continue;
            if (!are_same_person(*change.before, *other.after, other.file)) continue;
            if (!now(other.file)) now(other.file) = other.after;
            return other.file;
        }
        return std::nullopt;
    }

    std::optional<path> find_new_name_here(const Change& change) {
        for (const std::string& slug : session_.journal.slugs()) {
            const path file = whole_name(session_.host, session_.journal.file_of(slug));
            const FileText& text = now(file);
            if (text && are_same_person(*change.before, *text, file)) return file;
        }
        return std::nullopt;
    }

    // What can't be read here stays as it is, until it is mended.
    static std::string merged(const path& file, const std::string& base, const std::string& mine,
                              const std::string& theirs) {
        try {
            return *merge_texts({base, mine, theirs}, file.filename().string(),
                                [](const Collision&) { return Taken::mine; })
                        .text;
        } catch (const Error&) {
            return mine;
        }
    }

    const Session& session_;
    std::map<path, Texts> texts_;
};

} // namespace

std::vector<FileChange> bring_in_again(Session& session) {
    Again again(session);
    for (const UndoStep& step : undone_syncs(session))
        again.take(step);
    std::vector<FileChange> came_in;
    for (const Change& change : session.undo_log.write(again.changes()))
        came_in.push_back({change.file.filename().string(), change.before, change.after});
    return came_in;
}

} // namespace mentor
