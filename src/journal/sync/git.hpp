// SPDX-License-Identifier: MIT
//
// The program git, in one folder: the one place that runs it, and knows what its answers look like.
// What it says is read where its manual promises a form; its other words are only handed on.
#pragma once

#include "machine/host.hpp"

#include "mentor/error.hpp"

#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

class Git {
public:
    // Nobody is asked for a password where nobody is there to answer.
    Git(Host& host, Folder folder, bool may_ask);

    const Folder& folder() const { return folder_; }
    // Where git keeps what it knows of this folder: its ".git", or where that leads.
    const Folder& directory() const;
    // The same with an index of its own, for what git is to make of trees while its own index stays
    // what it is. There is one, for whoever holds the journal's lock.
    Git aside() const;
    void let_go_of_index() const;                                  // of such a one
    static constexpr std::string_view aside_name = "mentor-index"; // in git's folder

    // Throws Error(system) where git isn't installed or can't be run, and where a signal ended it.
    Heard run(const std::vector<std::string>& words, std::string_view input = {}) const;
    // What it prints, without the last line's end; nullopt where it fails.
    std::optional<std::string> find(const std::vector<std::string>& words,
                                    std::string_view input = {}) const;
    // The same; Error(system) with its own words where it fails.
    std::string get(const std::vector<std::string>& words, std::string_view input = {}) const;
    // The same with that line's end: a text.
    std::string exactly(const std::vector<std::string>& words, std::string_view input = {}) const;
    bool succeeds(const std::vector<std::string>& words) const { return run(words).succeeded(); }

    // The texts of objects, named as gitrevisions(7) says: "HEAD:ada.toml". Those that aren't there
    // are left out.
    std::map<std::string, std::string> texts(const std::vector<std::string>& names) const;
    // Of those that a tree names; throws Error(system) where one is missing.
    std::map<std::string, std::string> objects(const std::vector<std::string>& names) const;
    // Keeps a text as an object, and gives its name.
    std::string keep(std::string_view text) const;

private:
    Host& host_;
    Folder folder_;
    bool may_ask_;
    std::string index_;        // "": git's own
    mutable Folder directory_; // "": not asked yet
};

// The last line of what git said that has words in it, without "fatal:".
std::string reason_in(const Heard& heard);

// What to do where git gave that reason.
std::string advice_on(const std::string& reason);

} // namespace mentor
