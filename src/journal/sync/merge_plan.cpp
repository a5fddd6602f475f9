// SPDX-License-Identifier: MIT
#include "journal/sync/merge_plan.hpp"

#include "core/text.hpp"
#include "journal/journal.hpp"
#include "journal/sync/following.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mentor {
namespace {

constexpr std::string_view nothing = "000000"; // the mode of a file that isn't there

using Changes = std::map<std::string, TreeChange>; // by file

// "" where the file isn't there.
std::string object_of(const std::string& mode, const std::string& object) {
    return mode == nothing ? "" : object;
}

bool is_plain(const std::string& mode) {
    return mode == nothing || mode.starts_with("100");
}

class Planning {
public:
    Planning(const Git& git, std::string mine, std::string theirs, const ChooseSide& choose)
        : git_(git), mine_(std::move(mine)), theirs_(std::move(theirs)), choose_(choose) {
        base_ = git_.find({"merge-base", mine_, theirs_}).value_or("");
        here_ = changes_of(mine_);
        there_ = changes_of(theirs_);
    }

    MergePlan run();

private:
    struct Stages {
        std::string base, mine, theirs; // objects; "" where it isn't there
    };
    std::map<std::string, Stages> merge_by_git();
    void decide(const std::string& file, const Stages& stages);
    FileText merged(const std::string& file, const Versions& versions);
    Taken choose(const std::string& file, const Collision& collision);
    Changes changes_of(const std::string& side) const;
    void take_back_renamings(std::map<std::string, Stages>& left);
    void look_at_people();
    void follow_people();
    bool is_done_by_git(const std::string& file, const FileText& text) const;
    FileText text_of_object(const std::string& object) const {
        if (object.empty()) return std::nullopt;
        return git_.objects({object}).begin()->second;
    }

    const Git& git_;
    std::string mine_, theirs_, base_;
    const ChooseSide& choose_;
    std::string tree_;
    Changes here_, there_;                  // since the base
    Snapshots people_;                      // of whom one of the sides changed
    std::map<std::string, FileText> files_; // that aren't as git has them
    std::vector<Conflict> conflicts_;
};

// git-merge-tree(1), "OUTPUT": the tree, then "<mode> <object> <stage>\t<name>" for what is left.
// git tells a renaming by how much two files have in common, and two people have much in common;
// not every version of it heeds that it is not to.
std::map<std::string, Planning::Stages> Planning::merge_by_git() {
    const Heard heard = git_.run({"-c", "merge.renames=false", "-c", "merge.directoryRenames=false",
                                  "merge-tree", "--write-tree", "-z", "--no-messages",
                                  "--allow-unrelated-histories", mine_, theirs_});
    if (heard.status > 1)
        throw Error(Exit::system, fmt::format("git can't merge: {}", reason_in(heard)),
                    "`sync` needs git 2.38 or newer; nothing is lost, and the rest of mentor works "
                    "without");
    const auto parts = split(heard.output, '\0');
    tree_ = parts.front();
    std::map<std::string, Stages> left;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t tab = parts[i].find('\t');
        if (tab == std::string::npos) continue;
        const auto words = split(parts[i].substr(0, tab), ' ');
        Stages& stages = left[parts[i].substr(tab + 1)];
        (words[2] == "1" ? stages.base : words[2] == "2" ? stages.mine : stages.theirs) = words[1];
    }
    return left;
}

Taken Planning::choose(const std::string& file, const Collision& collision) {
    conflicts_.push_back({file, collision});
    return choose_(conflicts_.back());
}

FileText Planning::merged(const std::string& file, const Versions& versions) {
    require_known_format(versions, file);
    try {
        Woven woven = merge_texts(
            versions, file, [&](const Collision& collision) { return choose(file, collision); });
        return *std::move(woven.text);
    } catch (const Error&) {
        return choose(file, {"", "", ""}) == Taken::mine ? versions.mine : versions.theirs;
    }
}

// What one side took away, and the other changed, stays.
void Planning::decide(const std::string& file, const Stages& stages) {
    const FileText base = text_of_object(stages.base), mine = text_of_object(stages.mine),
                   theirs = text_of_object(stages.theirs);
    if (!mine || !theirs)
        files_[file] = mine ? mine : theirs;
    else if (file.ends_with(".toml"))
        files_[file] = merged(file, {base.value_or(""), *mine, *theirs});
    else
        files_[file] = choose(file, {"", "", ""}) == Taken::mine ? mine : theirs;
}

Changes Planning::changes_of(const std::string& side) const {
    // Where the two have nothing in common, both added all.
    const std::string base = base_.empty() ? git_.get({"mktree"}) : base_;
    Changes changes;
    for (TreeChange& change : changes_between(git_, base, side))
        changes.emplace(change.file, std::move(change));
    return changes;
}

// What git made of a file by a renaming that it saw is taken back: what one side alone changed is
// as that side has it, and what one of them added or took away is told anew.
void Planning::take_back_renamings(std::map<std::string, Stages>& left) {
    std::map<std::string, std::string> objects; // by file
    const auto compare = [&](const std::string& side, const Changes& others) {
        for (const TreeChange& change : changes_between(git_, side, tree_))
            if (!others.contains(change.file) && !files_.contains(change.file))
                objects[change.file] = object_of(change.old_mode, change.old_object);
    };
    compare(mine_, there_);
    compare(theirs_, here_);
    for (const auto& [file, object] : objects)
        files_[file] = text_of_object(object);
    std::erase_if(left, [&](const auto& each) {
        return !here_.contains(each.first) || !there_.contains(each.first);
    });
    for (const auto& [file, here] : here_) {
        const auto there = there_.find(file);
        if (there == there_.end()) continue;
        const Stages stages{object_of(here.old_mode, here.old_object),
                            object_of(here.new_mode, here.new_object),
                            object_of(there->second.new_mode, there->second.new_object)};
        const bool is_in_all =
            !stages.base.empty() && !stages.mine.empty() && !stages.theirs.empty();
        if (!is_in_all && stages.mine != stages.theirs) left[file] = stages;
    }
}

void Planning::look_at_people() {
    const auto is_to_follow = [](const TreeChange& change) {
        return is_someones(change.file) && is_plain(change.old_mode) && is_plain(change.new_mode);
    };
    std::vector<std::string> objects;
    for (const Changes* changes : {&here_, &there_})
        for (const auto& [file, change] : *changes)
            for (const std::string& object : {object_of(change.old_mode, change.old_object),
                                              object_of(change.new_mode, change.new_object)})
                if (is_to_follow(change) && !object.empty()) objects.push_back(object);
    const auto texts = git_.objects(objects);
    const auto keep = [&](Texts& snapshot, const std::string& file, const std::string& object) {
        if (!object.empty()) snapshot[file] = texts.at(object);
    };
    const auto look = [&](const Changes& changes, const Changes& others, Texts& side,
                          Texts& other) {
        for (const auto& [file, change] : changes) {
            if (!is_to_follow(change)) continue;
            const std::string before = object_of(change.old_mode, change.old_object);
            keep(people_.base, file, before);
            keep(side, file, object_of(change.new_mode, change.new_object));
            if (!others.contains(file)) keep(other, file, before);
        }
    };
    look(here_, there_, people_.mine, people_.theirs);
    look(there_, here_, people_.theirs, people_.mine);
}

bool Planning::is_done_by_git(const std::string& file, const FileText& text) const {
    const auto is_in = [&](const Texts& side) {
        const auto found = side.find(file);
        return text == (found == side.end() ? FileText() : FileText(found->second));
    };
    const bool is_here = is_in(people_.mine), is_there = is_in(people_.theirs);
    return (is_here && is_there) || (is_here && !there_.contains(file)) ||
           (is_there && !here_.contains(file));
}

// git merges by files; it is right about those who stayed in theirs.
void Planning::follow_people() {
    auto followed = mentor::follow_people(people_);
    std::set<std::string> right;
    std::erase_if(followed, [&](const Followed& person) {
        if (person.stayed()) right.insert(person.file);
        return person.stayed();
    });
    const auto files =
        settle(followed, people_, [&](const std::string& file, const Versions& versions) {
            return merged(file, versions);
        });
    for (const auto& [file, text] : files)
        if (!right.contains(file) && !is_done_by_git(file, text)) files_[file] = text;
}

MergePlan Planning::run() {
    auto left = merge_by_git();
    look_at_people();
    follow_people();
    take_back_renamings(left);
    for (const auto& [file, stages] : left)
        if (!files_.contains(file)) decide(file, stages);
    return {with_files(git_, tree_, files_), std::move(conflicts_)};
}

} // namespace

MergePlan plan_merge(const Git& git, const std::string& mine, const std::string& theirs,
                     const ChooseSide& choose) {
    return Planning(git, mine, theirs, choose).run();
}

std::string with_files(const Git& git, const std::string& tree,
                       const std::map<std::string, FileText>& files) {
    if (files.empty()) return tree;
    // git-update-index(1), "USING --INDEX-INFO": a mode of 0 takes the file away.
    std::string lines;
    const std::string no_object(tree.size(), '0');
    for (const auto& [file, text] : files)
        lines += (text ? fmt::format("100644 {}\t{}", git.keep(*text), file)
                       : fmt::format("0 {}\t{}", no_object, file)) +
                 '\0';
    const Git aside = git.aside();
    aside.get({"read-tree", tree});
    aside.get({"update-index", "-z", "--index-info"}, lines);
    std::string made = aside.get({"write-tree"});
    aside.let_go_of_index();
    return made;
}

// git-diff-tree(1), "RAW OUTPUT FORMAT": ":<mode> <mode> <object> <object> <status>", then the
// name.
std::vector<TreeChange> changes_between(const Git& git, const std::string& from,
                                        const std::string& to) {
    std::vector<TreeChange> changes;
    const auto parts =
        split(git.get({"diff-tree", "-r", "-z", "--no-renames", "--full-index", from, to}), '\0');
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        const auto words = split(parts[i].substr(1), ' ');
        changes.push_back({parts[i + 1], words[0], words[1], words[2], words[3]});
    }
    return changes;
}

} // namespace mentor
