// SPDX-License-Identifier: MIT
#include "commands/journal/syncing/sync_undone.hpp"

#include "commands/journal/undoing.hpp"
#include "journal/sync/following.hpp"

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

class Again {
public:
    explicit Again(const Session& session) : session_(session) {}

    // As `sync` brings two machines together: the step says what both began from, and what it came
    // to there.
    void take(const UndoStep& step) {
        Snapshots snapshots;
        for (const Change& change : step.changes)
            if (!is_someones(change.file))
                take(change);
            else
                look_at(change, snapshots);
        if (snapshots.base.empty() && snapshots.theirs.empty()) return;
        look_at_others(snapshots);
        const auto files = settle(follow_people(snapshots), snapshots, merged);
        for (const auto& [file, text] : files)
            now(whole_name_of(file)) = text;
    }

    std::vector<Change> changes() const {
        std::vector<Change> changes;
        for (const auto& [file, texts] : texts_)
            if (texts.was != texts.now) changes.push_back({file, texts.was, texts.now});
        return changes;
    }

private:
    struct Held {
        FileText was, now;
    };

    FileText& now(const path& file) {
        const auto found = texts_.find(file);
        if (found != texts_.end()) return found->second.now;
        const FileText text = session_.host.find_text(file);
        return texts_.emplace(file, Held{text, text}).first->second.now;
    }

    path whole_name_of(const std::string& file) const {
        return whole_name(session_.host, session_.journal.folder() / file);
    }

    bool is_someones(const path& file) const {
        const std::string name = file.filename().string();
        return mentor::is_someones(name) && file == whole_name_of(name);
    }

    void look_at(const Change& change, Snapshots& snapshots) {
        const std::string file = change.file.filename().string();
        if (change.before) snapshots.base[file] = *change.before;
        if (change.after) snapshots.theirs[file] = *change.after;
        if (const FileText& text = now(change.file)) snapshots.mine[file] = *text;
    }

    // Someone may have another name here by now.
    void look_at_others(Snapshots& snapshots) {
        for (const std::string& slug : session_.journal.slugs()) {
            const path file = whole_name(session_.host, session_.journal.file_of(slug));
            if (const FileText& text = now(file))
                snapshots.mine.emplace(file.filename().string(), *text);
        }
    }

    void take(const Change& change) {
        FileText& text = now(change.file);
        if (text == change.before)
            text = change.after;
        else if (!text)
            text = change.after;
        else if (change.after)
            text = merged(change.file.filename().string(),
                          {change.before.value_or(""), *text, *change.after});
    }

    // What can't be read here stays as it is, until it is mended.
    static FileText merged(const std::string& file, const Versions& versions) {
        try {
            return *merge_texts(versions, file, [](const Collision&) { return Taken::mine; }).text;
        } catch (const Error&) {
            return versions.mine;
        }
    }

    const Session& session_;
    std::map<path, Held> texts_;
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
