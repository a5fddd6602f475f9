// SPDX-License-Identifier: MIT
//
// The last changes of the journal and of the configuration, kept in the state folder so that they
// can be taken back and brought back again. Owns the one door through which both are written, which
// stays shut in a dry run, and what may be taken back. Knows a command by its name alone: its words
// may be someone's confidences.
#pragma once

#include "machine/host.hpp"

#include "mentor/error.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The name, in place of a command's, of a change that --force came upon.
inline constexpr std::string_view by_hand = "by hand";

// What one command changed.
struct UndoStep {
    std::string id;              // of the letters that ids in a journal have
    Moment at;                   // when it was done: the clock's time, whatever --today says
    std::string command;         // "log", "goal add", or `by_hand`
    std::vector<Change> changes; // each of a file by its whole name
    std::string kept_in;         // the name of its file in the log's folder
    std::uint64_t turn = 0;      // grows with whatever is made, taken back or brought back
    bool begun = false;          // it isn't known that it came to all of its files
    // What takes steps back is a step itself for as long as that lasts: their ids.
    std::vector<std::string> undoes;
};

std::set<Folder> folders_of(const UndoStep& step);

// In each, the step whose turn it is comes first.
struct UndoHistory {
    std::vector<UndoStep> done;      // can be taken back
    std::vector<UndoStep> undone;    // were taken back, and can be brought back
    std::vector<Diagnostic> damaged; // records that can't be read, and are passed over
};

// The files whose changes are meant: those in a journal's folder, one configuration, and the
// questions beside it.
struct UndoScope {
    Folder journal;
    std::filesystem::path config;
    std::filesystem::path questions = {}; // beside it
};

// How far changes came, as the files stand now.
struct Reach {
    std::vector<Change> made;    // the file holds what was to come
    std::vector<Change> left;    // it holds what was there before
    std::vector<Change> foreign; // it holds something else, or can't be read
};
Reach reach_of(const Host& host, const std::vector<Change>& changes);
// "ada.toml, grace.toml"
std::string names_of(const std::vector<Change>& changes);

// What taking steps back or bringing one back would do, as the files stand now.
struct UndoPlan {
    std::vector<UndoStep> steps;
    std::vector<Change> changes; // empty where there is nothing to do
    std::vector<Change> foreign; // made by other hands since, and in the way
};

// Takes back the first of `done` that has anything to take back, or all of them up to the one with
// the id.
UndoPlan plan_undo(const Host& host, const std::vector<UndoStep>& done, std::string_view id = "");
// Brings back the first of those undone that has anything to bring back. What was done since to one
// of its files is in the way of the others, too: half of a renaming would be a second file.
UndoPlan plan_redo(const Host& host, const UndoHistory& history);

// A file by the one name that it has from wherever it is looked at: its own, in the folder that
// Host::canonical gives.
std::filesystem::path whole_name(const Host& host, const std::filesystem::path& file);

enum class Writing { real, dry };

enum class Standing; // undo_name.hpp

class UndoLog {
public:
    // `command` is what is being done now. A dry run locks nothing and writes nothing. `tell` hears
    // what became of what was interrupted.
    using Tell = std::function<void(const Diagnostic&)>;
    UndoLog(Host& host, Folder folder, std::string command, Writing writing = Writing::real,
            Tell tell = nullptr);

    // What is done from here on, where a command does more than one thing: "sync --abort".
    void call(std::string command) { command_ = std::move(command); }

    const Folder& folder() const { return folder_; }
    bool is_dry() const { return writing_ == Writing::dry; }

    // The locks of those folders that are there, each once and by everyone in the same order, so
    // that no two programs wait for each other. What stopped there between two files, because the
    // machine stopped, is finished first, unless other hands changed those files since.
    std::vector<std::unique_ptr<Lock>> lock(const std::vector<Folder>& folders);

    // Keeps what the changes replace, durably, and then makes them; called inside the locks of
    // their folders. Each names its file by its whole name. Where nothing can be kept the changes
    // are made all the same and `fault` says why, but a file that would be lost for good isn't
    // removed: Error(system). Gives those that change anything.
    std::vector<Change> write(std::vector<Change> changes);
    // Why what was done just now can't be taken back.
    const std::optional<Diagnostic>& fault() const { return fault_; }

    // A step that never came to its files, because the machine stopped, counts as taken back.
    UndoHistory history(const UndoScope& scope) const;

    // Each is called inside the locks of the folders that the plan touches. What came from other
    // hands becomes a step of its own first, so that nothing is lost.
    void undo(const UndoPlan& plan);
    void redo(const UndoPlan& plan);

    // Of all journals. What is begun in any of them is finished first. Error(system) where
    // something is left, which is as little as can be: what isn't finished all the same is.
    std::size_t size() const;
    void forget();

private:
    // nullopt with a note in `damaged` for what can't be read, and without one where it is gone.
    std::optional<UndoStep> find_step(const std::string& name,
                                      std::vector<Diagnostic>& damaged) const;
    std::optional<UndoStep> find_last(const Folder& folder) const; // but for those undone
    std::vector<UndoStep> begun() const;
    std::vector<UndoStep> begun_in(const std::set<Folder>& folders) const;
    void finish_all();
    // What stopped in these folders comes to an end.
    void settle(const std::set<Folder>& locked);
    void finish(UndoStep step, const std::string& name);
    void note_undone(const UndoStep& undoing);
    void tell(std::string what, std::string advice = "") const;

    UndoStep step_of(const std::vector<Change>& changes) const; // done by this command, now
    std::vector<UndoStep> keep(std::vector<UndoStep> steps, Standing standing);
    std::vector<UndoStep> try_keep(std::vector<UndoStep> steps, Standing standing);
    void drop(const std::vector<UndoStep>& kept);
    void drop_oldest();
    // Forgets the steps that were kept for it where nothing was changed.
    void make(const std::vector<Change>& changes, const std::vector<UndoStep>& kept);
    void note_done(std::vector<UndoStep> kept);
    void note_fault(const Error& error);

    Host& host_;
    Folder folder_;
    std::string command_;
    Writing writing_;
    Tell tell_;
    std::optional<Diagnostic> fault_;
};

} // namespace mentor
