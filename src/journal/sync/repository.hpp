// SPDX-License-Identifier: MIT
//
// The git repository that a journal is kept in: whether there is one and it is sound, what in it is
// not committed yet, and the other place that it is brought together with. Never prints, and never
// forces anything.
#pragma once

#include "journal/sync/git.hpp"
#include "machine/host.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The branch elsewhere that a journal is kept in step with.
struct Upstream {
    std::string remote; // "origin"
    std::string branch; // "main"
    std::string ref() const { return "refs/remotes/" + remote + "/" + branch; }
};

// A file as it was committed, and as it stands now; of one that isn't the journal's, "" says that
// it is there.
struct Uncommitted {
    std::string name; // "ada-lovelace.toml"
    FileText before, after;
};

class Repository {
public:
    Repository(Host& host, Folder folder, bool may_ask);

    const Git& git() const { return git_; }

    // Whether the journal has a repository of its own. Throws Error(usage) where it lies in that of
    // something else.
    bool exists() const;
    // Makes it, and in it what keeps the files of mentor and of editors out of it. False where it
    // was there.
    bool make();
    // Sees to it that git uses mentor to merge files: what travels with the repository, and what
    // each clone has to say for itself.
    void use_driver();

    // Adds to a file such as .gitignore the lines that it hasn't.
    void add_lines(const std::string& file, const std::vector<std::string>& lines);

    // Takes away what a git or a `sync` left that was ended in the midst of its work; under the
    // journal's lock.
    void clear_leftovers();
    // Throws Error(usage) with what to do where a person is in the midst of something with git.
    void require_sound() const;
    bool has_commits() const { return git_.succeeds({"rev-parse", "--verify", "-q", "HEAD"}); }
    // What a merge that isn't finished brings in.
    std::optional<std::string> unfinished() const;
    // Has git know that one waits for a person, and know of none any more; neither touches the
    // index or a file.
    void keep_unfinished(const std::string& theirs);
    void forget_unfinished() const { git_.get({"merge", "--quit"}); }

    // The files that a merge by git itself left with its marks in them, or undecided.
    std::vector<std::string> unmerged() const;
    // Those that git's index has otherwise than HEAD.
    std::vector<std::string> staged() const;

    std::vector<Uncommitted> uncommitted() const;
    // All that stands in the folder, where anything differs or a merge is to be finished: false
    // where nothing does. Throws Error(system) with the words of a hook that refuses.
    bool commit(const std::string& message);

    std::optional<Upstream> upstream() const;
    // Where there is none yet, its branch is that of the other place, or ours.
    Upstream set_upstream(const std::string& url);
    // What is there; nullopt where nothing is yet. Where the branch isn't, it becomes the one that
    // is; throws Error(usage) where several are, Error(system) where it can't be reached.
    std::optional<std::string> fetch(Upstream& upstream) const;
    // False where somebody was faster. Throws Error(system) where it is refused.
    bool push(const Upstream& upstream) const;

private:
    void add_line(const std::string& file, std::string_view line, std::string_view mark);
    // git's settings by key, "branch.main.remote", as they hold.
    using Settings = std::map<std::string, std::string>;
    const Settings& settings() const;
    std::string setting(const std::string& key) const; // "" where there is none
    void set(const std::string& key, const std::string& value) const;
    std::vector<std::string> remotes() const;
    std::filesystem::path file_of_unfinished() const;
    void remove_old_locks(const Folder& folder);
    std::string branch() const;
    void keep_upstream(const Upstream& upstream) const;
    std::string branch_there(const Upstream& upstream) const;
    std::string way_back_to_a_branch() const;

    Host& host_;
    Git git_;
    mutable std::optional<Settings> settings_; // as long as nothing is set
};

} // namespace mentor
