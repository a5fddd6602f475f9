// SPDX-License-Identifier: MIT
#include "journal/sync/repository.hpp"

#include "core/path_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "journal/journal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace mentor {
namespace {

// "pre-receive hook declined: remote's own words", of "remote: …" and "! [remote rejected] … (…)".
std::string reason_of_refusal(const Heard& heard) {
    constexpr std::string_view said = "remote: ", refused = "! [remote rejected]";
    std::string words, reason;
    for (const std::string& line : split_lines(heard.error)) {
        if (words.empty() && line.starts_with(said)) words = trim(line.substr(said.size()));
        const std::size_t begin = line.rfind('('), end = line.rfind(')');
        const bool is_refusal = line.find(refused) != std::string::npos && begin < end;
        if (is_refusal && end != std::string::npos)
            reason = line.substr(begin + 1, end - begin - 1);
    }
    if (reason.empty()) return reason_in(heard);
    return words.empty() ? reason : fmt::format("{}: {}", reason, words);
}

// With NUL behind each.
std::vector<std::string> names_in(const std::string& output) {
    auto names = split(output, '\0');
    std::erase(names, "");
    return names;
}

} // namespace

Repository::Repository(Host& host, Folder folder, bool may_ask)
    : host_(host), git_(host, std::move(folder), may_ask) {}

// --- the repository itself

bool Repository::exists() const {
    const Folder& folder = git_.folder();
    const auto top = git_.find({"rev-parse", "--show-toplevel"});
    if (top && host_.canonical(*top) == host_.canonical(folder)) return true;
    if (host_.exists(folder / ".git"))
        throw Error(Exit::system,
                    fmt::format("git can't use the repository in {}: {}", in_line(folder),
                                reason_in(git_.run({"rev-parse", "--show-toplevel"}))),
                    "nothing is lost; once that is mended: mentor sync");
    if (!top) return false;
    throw Error(Exit::usage,
                fmt::format("the journal lies in the repository {}, which isn't its own", *top),
                to_type("nothing was changed; to give it one of its own: mentor init --git\n"
                        "and to keep it out of the other one, add a line with its folder to {}",
                        *top + "/.git/info/exclude"));
}

bool Repository::make() {
    const Folder& folder = git_.folder();
    const bool is_new = !host_.exists(folder / ".git");
    // What git keeps is as private as the journal, in every folder that it is copied to. The name
    // of the branch is the same wherever a journal begins.
    if (is_new) {
        git_.get({"init", "--quiet", "--shared=0600"});
        git_.get({"symbolic-ref", "HEAD", "refs/heads/main"});
    }
    // What mentor, Emacs and vim have beside a file for a while.
    add_lines(".gitignore", {".mentor-*", ".#*", "\\#*#", "*~", ".*.sw?"});
    return is_new;
}

// Appended where no line says it.
void Repository::add_line(const std::string& file, std::string_view line, std::string_view mark) {
    const FileText before = host_.find_text(git_.folder() / file);
    std::string text = before.value_or("");
    for (const std::string& each : split_lines(text))
        if (each == line || (!each.starts_with('#') && each.find(mark) != std::string::npos))
            return;
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    host_.write({{git_.folder() / file, before, text + std::string(line) + "\n"}});
}

void Repository::add_lines(const std::string& file, const std::vector<std::string>& lines) {
    for (const std::string& line : lines)
        if (!trim(line).empty()) add_line(file, line, line);
}

// git-config(1), "-z": "key\nvalue" with NUL behind each, in the order in which the later one
// holds.
const Repository::Settings& Repository::settings() const {
    if (settings_) return *settings_;
    Settings settings;
    for (const std::string& line : split(git_.get({"config", "--list", "-z"}), '\0')) {
        const std::size_t end = std::min(line.find('\n'), line.size());
        if (end > 0) settings[line.substr(0, end)] = line.substr(std::min(end + 1, line.size()));
    }
    return settings_.emplace(std::move(settings));
}

std::string Repository::setting(const std::string& key) const {
    const auto found = settings().find(key);
    return found == settings().end() ? "" : found->second;
}

void Repository::set(const std::string& key, const std::string& value) const {
    if (setting(key) == value) return;
    git_.get({"config", key, value});
    settings_.reset();
}

// Those that have a place: "remote.origin.url".
std::vector<std::string> Repository::remotes() const {
    constexpr std::string_view begin = "remote.", end = ".url";
    std::vector<std::string> names;
    for (const auto& [key, value] : settings())
        if (key.starts_with(begin) && key.ends_with(end) && key.size() > begin.size() + end.size())
            names.push_back(key.substr(begin.size(), key.size() - begin.size() - end.size()));
    return names;
}

// The definition isn't in what git hands on, and a name without it would end every merge.
void Repository::use_driver() {
    set("merge.mentor.driver",
        fmt::format("{} merge-driver -- %O %A %B %P", shell_word(host_.own_file())));
    set("merge.mentor.name", "by statement and id");
    add_line(".gitattributes", "*.toml merge=mentor", "merge=mentor");
}

// git holds a lock for as long as one of its commands takes, and nothing tells whether it still
// does. Whoever has an editor open for a commit meanwhile is refused that commit, and loses
// nothing.
void Repository::remove_old_locks(const Folder& folder) {
    constexpr long old_enough = 10 * 60; // seconds
    for (const std::string& name : host_.list(folder)) {
        if (!name.ends_with(".lock")) continue;
        const auto traits = host_.find_traits(folder / name);
        if (traits && seconds_between(traits->written, host_.now()) > old_enough)
            host_.remove(folder / name);
    }
}

void Repository::clear_leftovers() {
    const Folder& folder = git_.directory();
    for (const char* ending : {"", ".lock"})
        host_.remove(folder / (std::string(Git::aside_name) + ending));
    remove_old_locks(folder);
    std::vector<Folder> folders{folder / "refs"};
    while (!folders.empty()) {
        const Folder next = folders.back();
        folders.pop_back();
        remove_old_locks(next);
        for (const std::string& name : host_.list(next))
            if (host_.find_traits(next / name).value_or(Traits()).is_folder)
                folders.push_back(next / name);
    }
}

void Repository::require_sound() const {
    struct Work {
        std::string_view mark, words, advice;
    };
    constexpr std::array works{
        Work{"rebase-merge", "a rebase", "git rebase --continue, or git rebase --abort"},
        Work{"rebase-apply", "a rebase", "git rebase --continue, or git rebase --abort"},
        Work{"CHERRY_PICK_HEAD", "a cherry-pick", "git cherry-pick --continue, or --abort"},
        Work{"REVERT_HEAD", "a revert", "git revert --continue, or --abort"},
        Work{"BISECT_LOG", "a bisection", "git bisect reset"}};
    const Folder& folder = git_.directory();
    const std::string there = in_line(git_.folder());
    for (const Work& work : works)
        if (host_.exists(folder / work.mark))
            throw Error(Exit::usage,
                        fmt::format("git is in the midst of {} in {}", work.words, there),
                        fmt::format("finish it there first: {}; then: mentor sync", work.advice));
    if (!git_.succeeds({"symbolic-ref", "-q", "HEAD"}))
        throw Error(
            Exit::usage,
            fmt::format("the repository in {} is on no branch (its HEAD is detached)", there),
            way_back_to_a_branch());
    if (!git_.succeeds({"var", "GIT_COMMITTER_IDENT"}))
        throw Error(Exit::usage, "git doesn't know who you are, and a commit needs a name",
                    "tell it: git config --global user.name \"Your Name\"\n"
                    "         git config --global user.email you@example.org\n"
                    "then give this command again");
}

// What was committed on none stays only where a branch leads to it.
std::string Repository::way_back_to_a_branch() const {
    const auto names = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"for-each-ref", "--format=%(refname:short)"});
        words.emplace_back("refs/heads");
        return split_lines(git_.get(words));
    };
    const std::string git = "git -C " + path_to_type(git_.folder()).value_or("FOLDER");
    const auto holding = names({"--contains", "HEAD"});
    if (!holding.empty())
        return fmt::format("go back to one: {} switch {}; then: mentor sync", git, holding.front());
    const auto all = names({});
    const std::string branch = all.empty() ? "main" : all.front();
    return fmt::format("what was committed there is on no branch yet; to take it along: {0} branch "
                       "kept && {0} switch {1} && {0} merge kept; then: mentor sync",
                       git, branch);
}

// A file, wherever git keeps its references, and none that `git update-ref` sets: newer versions of
// git refuse it.
std::filesystem::path Repository::file_of_unfinished() const {
    return git_.directory() / "MERGE_HEAD";
}

std::optional<std::string> Repository::unfinished() const {
    constexpr std::size_t shortest = 40; // of an object's name
    const std::string text = host_.find_text(file_of_unfinished()).value_or("");
    std::string theirs = text.substr(0, text.find('\n'));
    const bool is_name = theirs.size() >= shortest &&
                         theirs.find_first_not_of("0123456789abcdef") == std::string::npos;
    return is_name ? std::optional(std::move(theirs)) : std::nullopt;
}

void Repository::keep_unfinished(const std::string& theirs) {
    const std::filesystem::path file = file_of_unfinished();
    host_.write({{file, host_.find_text(file), theirs + "\n"}});
}

// --- what isn't committed yet

std::vector<std::string> Repository::unmerged() const {
    return names_in(git_.get({"diff", "--name-only", "--diff-filter=U", "-z"}));
}

std::vector<std::string> Repository::staged() const {
    return names_in(git_.get({"diff", "--name-only", "--cached", "-z", "HEAD"}));
}

std::vector<Uncommitted> Repository::uncommitted() const {
    std::vector<Uncommitted> all;
    // git-status(1), "Porcelain Format Version 1": "XY name" with NUL behind it.
    std::vector<std::string> names, objects;
    for (const std::string& line :
         split(git_.get({"status", "--porcelain", "-z", "-uall", "--no-renames"}), '\0')) {
        if (line.size() <= 3) continue;
        names.push_back(line.substr(3));
        objects.push_back("HEAD:" + names.back());
    }
    const auto before = git_.texts(objects);
    for (const std::string& name : names) {
        const auto old = before.find("HEAD:" + name);
        const std::filesystem::path file = git_.folder() / name;
        const FileText now = find_slug(name)      ? host_.find_text(file)
                             : host_.exists(file) ? FileText("")
                                                  : std::nullopt;
        all.push_back({name, old == before.end() ? std::nullopt : FileText(old->second), now});
    }
    return all;
}

bool Repository::commit(const std::string& message) {
    git_.get({"add", "-A"});
    // A `sync` that was stopped may leave an index behind that says otherwise.
    const bool is_same = git_.succeeds({"diff-index", "--cached", "--quiet", "HEAD"});
    if (is_same && !unfinished()) return false;
    std::vector<std::string> words{"commit", "--quiet", "--cleanup=whitespace", "-F", "-"};
    // Where there is another place git tidies up with what it fetches.
    if (!remotes().empty()) words.insert(words.begin(), {"-c", "maintenance.auto=false"});
    const Heard heard = git_.run(words, message + "\n");
    if (heard.status == 0) return true;
    const std::string reason = reason_in(heard);
    throw Error(Exit::system, fmt::format("git didn't commit: {}", reason), advice_on(reason));
}

// --- the other place

std::string Repository::branch() const {
    return git_.get({"symbolic-ref", "--short", "HEAD"});
}

std::optional<Upstream> Repository::upstream() const {
    const std::string here = branch(), key = "branch." + here;
    const auto remotes = this->remotes();
    std::string remote = setting(key + ".remote");
    if (std::ranges::find(remotes, remote) == remotes.end()) {
        const bool has_origin = std::ranges::find(remotes, "origin") != remotes.end();
        remote = has_origin ? "origin" : remotes.size() == 1 ? remotes.front() : "";
    }
    if (remote.empty()) return std::nullopt;
    std::string merge = setting(key + ".merge");
    constexpr std::string_view heads = "refs/heads/";
    if (merge.starts_with(heads)) merge.erase(0, heads.size());
    return Upstream{remote, merge.empty() ? here : merge};
}

Upstream Repository::set_upstream(const std::string& url) {
    const bool is_known = git_.succeeds({"remote", "get-url", "origin"});
    git_.get({"remote", is_known ? "set-url" : "add", "--", "origin", url});
    settings_.reset();
    // "ref: refs/heads/main\tHEAD", where anything is there.
    const std::string answer = git_.find({"ls-remote", "--symref", "origin", "HEAD"}).value_or("");
    constexpr std::string_view begin = "ref: refs/heads/";
    std::string there = branch();
    if (answer.starts_with(begin))
        there = answer.substr(begin.size(), answer.find('\t') - begin.size());
    const Upstream upstream{"origin", there};
    keep_upstream(upstream);
    return upstream;
}

void Repository::keep_upstream(const Upstream& upstream) const {
    const std::string key = "branch." + branch();
    set(key + ".remote", upstream.remote);
    set(key + ".merge", "refs/heads/" + upstream.branch);
}

// The only one that is there; "" where none is.
std::string Repository::branch_there(const Upstream& upstream) const {
    const std::string refs = "refs/remotes/" + upstream.remote + "/";
    auto branches = split_lines(git_.get({"for-each-ref", "--format=%(refname)", refs}));
    for (std::string& each : branches)
        each.erase(0, refs.size());
    std::erase(branches, "HEAD");
    if (branches.size() <= 1) return join(branches, "");
    throw Error(Exit::usage,
                fmt::format("{} has no branch {}, and others: {}", upstream.remote, upstream.branch,
                            join(branches, ", ")),
                fmt::format("say which of them holds the journal: git -C {} branch "
                            "--set-upstream-to={}/{}\nthen: mentor sync",
                            path_to_type(git_.folder()).value_or("FOLDER"), upstream.remote,
                            branches.front()));
}

std::optional<std::string> Repository::fetch(Upstream& upstream) const {
    const Heard heard = git_.run({"fetch", "--quiet", "--prune", upstream.remote});
    if (heard.status != 0)
        throw Error(
            Exit::system,
            fmt::format("{} can't be reached: {}",
                        git_.find({"remote", "get-url", upstream.remote}).value_or(upstream.remote),
                        reason_in(heard)),
            "what changed here is committed, and goes there with the next: mentor sync");
    if (const auto there = git_.find({"rev-parse", "--verify", "-q", upstream.ref()})) return there;
    const std::string other = branch_there(upstream);
    if (other.empty()) return std::nullopt;
    upstream.branch = other;
    keep_upstream(upstream);
    return git_.get({"rev-parse", "--verify", upstream.ref()});
}

bool Repository::push(const Upstream& upstream) const {
    const auto ends = split_lines(git_.find({"rev-parse", "HEAD", upstream.ref()}).value_or(""));
    if (ends.size() == 2 && ends[0] == ends[1]) return true;
    const Heard heard =
        git_.run({"push", "--quiet", upstream.remote, "HEAD:refs/heads/" + upstream.branch});
    if (heard.status == 0) return true;
    Upstream again = upstream;
    const auto there = fetch(again);
    // What another one of us had begun to send has come there meanwhile.
    if (there == git_.get({"rev-parse", "HEAD"})) return true;
    if (there && !git_.succeeds({"merge-base", "--is-ancestor", *there, "HEAD"})) return false;
    const std::string reason = reason_of_refusal(heard);
    throw Error(Exit::system, fmt::format("{} didn't take the commit: {}", upstream.remote, reason),
                advice_on(reason));
}

} // namespace mentor
