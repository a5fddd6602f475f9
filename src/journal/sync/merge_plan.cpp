// SPDX-License-Identifier: MIT
#include "journal/sync/merge_plan.hpp"

#include "core/text.hpp"
#include "journal/sync/versions.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mentor {
namespace {

bool is_ours(const std::string& file) {
    return file.ends_with(".toml");
}

class Planning {
public:
    Planning(const Git& git, std::string mine, std::string theirs, const ChooseSide& choose)
        : git_(git), mine_(std::move(mine)), theirs_(std::move(theirs)), choose_(choose) {
        base_ = git_.find({"merge-base", mine_, theirs_}).value_or("");
    }

    MergePlan run();

private:
    struct Stages {
        std::string base, mine, theirs; // objects; "" where it isn't there
    };
    std::map<std::string, Stages> merge_by_git();
    void decide(const std::string& file, const Stages& stages);
    void merge_file(const std::string& file, const Versions& versions);
    Taken choose(const std::string& file, const Collision& collision);
    void follow_renamings();
    std::vector<std::string> files_of(const std::string& commit, std::string_view status) const;
    std::optional<std::string> namesake(const std::string& text,
                                        const std::vector<std::string>& files,
                                        const std::string& commit) const;
    std::string text_of(const std::string& commit, const std::string& file) const {
        const std::string name = commit + ":" + file;
        const auto texts = git_.texts({name});
        return texts.empty() ? "" : texts.begin()->second;
    }
    FileText text_of_object(const std::string& object) const {
        if (object.empty()) return std::nullopt;
        return git_.objects({object}).begin()->second;
    }

    const Git& git_;
    std::string mine_, theirs_, base_;
    const ChooseSide& choose_;
    std::string tree_;
    std::map<std::string, FileText> files_; // that aren't as git has them
    std::vector<Conflict> conflicts_;
};

// git-merge-tree(1), "OUTPUT": the tree, then "<mode> <object> <stage>\t<name>" for what is left.
// git tells a renaming by how much two files have in common, and two people have much in common.
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

// Those that a side has and the base hasn't ("A"), or the other way round ("D").
std::vector<std::string> Planning::files_of(const std::string& commit,
                                            std::string_view status) const {
    std::vector<std::string> files;
    if (base_.empty()) return files;
    for (const TreeChange& change : changes_between(git_, base_, commit)) {
        const bool is_wanted =
            (status == "A" ? change.old_mode : change.new_mode).starts_with("000000");
        if (is_wanted && is_ours(change.file)) files.push_back(change.file);
    }
    return files;
}

std::optional<std::string> Planning::namesake(const std::string& text,
                                              const std::vector<std::string>& files,
                                              const std::string& commit) const {
    for (const std::string& file : files) {
        try {
            if (may_be_same_person(Document::parse(text, file),
                                   Document::parse(text_of(commit, file), file)))
                return file;
        } catch (const Error&) {
            // Who that is can't be read.
        }
    }
    return std::nullopt;
}

Taken Planning::choose(const std::string& file, const Collision& collision) {
    conflicts_.push_back({file, collision});
    return choose_(conflicts_.back());
}

void Planning::merge_file(const std::string& file, const Versions& versions) {
    require_known_format(versions, file);
    try {
        Woven woven = merge_texts(
            versions, file, [&](const Collision& collision) { return choose(file, collision); });
        files_[file] = *std::move(woven.text);
    } catch (const Error&) {
        const bool is_mine = choose(file, {"", "", ""}) == Taken::mine;
        files_[file] = is_mine ? versions.mine : versions.theirs;
    }
}

void Planning::decide(const std::string& file, const Stages& stages) {
    const FileText base = text_of_object(stages.base), mine = text_of_object(stages.mine),
                   theirs = text_of_object(stages.theirs);
    if (mine && theirs) {
        if (is_ours(file)) return merge_file(file, {base.value_or(""), *mine, *theirs});
        files_[file] = choose(file, {"", "", ""}) == Taken::mine ? mine : theirs;
        return;
    }
    // One took it away, or gave it another name, and the other changed it.
    const std::string& taker = mine ? theirs_ : mine_;
    const FileText& changed = mine ? mine : theirs;
    const auto renamed =
        base && changed ? namesake(*base, files_of(taker, "A"), taker) : std::nullopt;
    if (!renamed) {
        files_[file] = changed;
        return;
    }
    const std::string other = text_of(taker, *renamed);
    files_[file] = std::nullopt;
    merge_file(*renamed,
               mine ? Versions{*base, *changed, other} : Versions{*base, other, *changed});
}

// Both gave one person another name, so that there are two files.
void Planning::follow_renamings() {
    const auto my_gone = files_of(mine_, "D"), their_gone = files_of(theirs_, "D");
    const auto my_new = files_of(mine_, "A"), their_new = files_of(theirs_, "A");
    for (const std::string& file : my_gone) {
        if (std::ranges::find(their_gone, file) == their_gone.end()) continue;
        const std::string base = text_of(base_, file);
        const auto here = namesake(base, my_new, mine_), there = namesake(base, their_new, theirs_);
        if (!here || !there || *here == *there) continue;
        merge_file(*here, {base, text_of(mine_, *here), text_of(theirs_, *there)});
        files_[*there] = std::nullopt;
    }
}

MergePlan Planning::run() {
    const auto left = merge_by_git();
    for (const auto& [file, stages] : left)
        decide(file, stages);
    follow_renamings();
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
    const std::string nothing(tree.size(), '0');
    for (const auto& [file, text] : files)
        lines += (text ? fmt::format("100644 {}\t{}", git.keep(*text), file)
                       : fmt::format("0 {}\t{}", nothing, file)) +
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
