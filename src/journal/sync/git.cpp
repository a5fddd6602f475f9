// SPDX-License-Identifier: MIT
#include "journal/sync/git.hpp"

#include "core/path_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <utility>

namespace mentor {
namespace {

std::string without_last_newline(std::string text) {
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

// Where one name a line is read, which may end in CR LF as well.
bool fits_a_line(std::string_view name) {
    return name.find('\n') == std::string_view::npos && !name.ends_with('\r');
}

} // namespace

Git::Git(Host& host, Folder folder, bool may_ask)
    : host_(host), folder_(std::move(folder)), may_ask_(may_ask) {}

Git Git::aside() const {
    Git other = *this;
    other.index_ = directory() / aside_name;
    return other;
}

const Folder& Git::directory() const {
    if (directory_.empty()) directory_ = get({"rev-parse", "--absolute-git-dir"});
    return directory_;
}

void Git::let_go_of_index() const {
    host_.remove(index_);
}

Heard Git::run(const std::vector<std::string>& words, std::string_view input) const {
    // Run by a hook, git has its repository from the environment: it would be another one.
    Variables variables{{"GIT_DIR", std::nullopt},
                        {"GIT_WORK_TREE", std::nullopt},
                        {"GIT_INDEX_FILE", std::nullopt},
                        {"GIT_LITERAL_PATHSPECS", "1"}, // a name is a name, whatever it begins with
                        {"LC_ALL", "C"}};
    if (!index_.empty()) variables["GIT_INDEX_FILE"] = index_;
    if (!may_ask_) variables["GIT_TERMINAL_PROMPT"] = "0";
    std::vector<std::string> all{"git", "-C", folder_.string(), "-c", "core.quotePath=false"};
    all.insert(all.end(), words.begin(), words.end());
    Heard heard = host_.hear(all, input, variables);
    if (heard.start == Ended::Start::not_found)
        throw Error(Exit::system, "git isn't installed", "the journal is ready without it");
    if (heard.seems_not_run()) {
        const std::string why = heard.error.empty() ? "" : ": " + reason_in(heard);
        throw Error(Exit::system, "git is here and can't be run" + why,
                    "look at the first git in PATH; the journal is ready without it");
    }
    // It ends with 128 or 129 by itself. What was ended by a signal said neither yes nor no.
    if (heard.status > 129)
        throw Error(Exit::system,
                    fmt::format("git {} was ended in the midst of its work", words.front()),
                    "nothing is lost; to go on: mentor sync");
    return heard;
}

std::optional<std::string> Git::find(const std::vector<std::string>& words,
                                     std::string_view input) const {
    Heard heard = run(words, input);
    if (!heard.succeeded()) return std::nullopt;
    return without_last_newline(std::move(heard.output));
}

std::string Git::get(const std::vector<std::string>& words, std::string_view input) const {
    return without_last_newline(exactly(words, input));
}

std::string Git::exactly(const std::vector<std::string>& words, std::string_view input) const {
    Heard heard = run(words, input);
    if (!heard.succeeded()) {
        const std::string reason = reason_in(heard);
        throw Error(Exit::system, fmt::format("git {}: {}", words.front(), reason),
                    advice_on(reason));
    }
    return std::move(heard.output);
}

// git-cat-file(1), "BATCH OUTPUT": "<oid> blob <size>\n<contents>\n", or "<name> missing\n".
std::map<std::string, std::string> Git::texts(const std::vector<std::string>& names) const {
    std::map<std::string, std::string> texts;
    if (names.empty()) return texts;
    // By its object where the name would be read as another one, or as two. Its -z is git's since
    // 2.38 only.
    std::vector<std::string> asked, lines;
    for (const std::string& name : names) {
        const auto line =
            fits_a_line(name) ? std::optional(name) : find({"rev-parse", "--verify", "-q", name});
        if (!line) continue;
        asked.push_back(name);
        lines.push_back(*line);
    }
    const std::string output = get({"cat-file", "--batch"}, join(lines, "\n") + "\n");
    std::size_t at = 0;
    for (const std::string& name : asked) {
        const std::size_t end = output.find('\n', at);
        if (end == std::string::npos) break;
        const auto parts = split(output.substr(at, end - at), ' ');
        at = end + 1;
        const auto size = parts.size() == 3 ? find_number(parts[2]) : std::nullopt;
        if (!size) continue;
        texts[name] = output.substr(at, *size);
        at += *size + 1;
    }
    return texts;
}

std::map<std::string, std::string> Git::objects(const std::vector<std::string>& names) const {
    auto found = texts(names);
    for (const std::string& name : names)
        if (!found.contains(name))
            throw Error(Exit::system, fmt::format("the repository is damaged: it has no {}", name),
                        fmt::format("nothing was changed; what is missing says: git -C {} fsck",
                                    path_to_type(folder_).value_or("FOLDER")));
    return found;
}

std::string Git::keep(std::string_view text) const {
    return get({"hash-object", "-w", "--stdin"}, text);
}

std::string reason_in(const Heard& heard) {
    std::string last;
    for (const std::string& line : split_lines(heard.error + "\n" + heard.output))
        if (const std::string words = trim(line); !words.empty()) {
            // The first line that says it, before what git advises.
            if (words.starts_with("fatal: ")) return words.substr(7);
            if (words.starts_with("error: ")) return words.substr(7);
            last = words;
        }
    return last.empty() ? fmt::format("it ended with {}", heard.status) : last;
}

std::string advice_on(const std::string& reason) {
    if (reason.find(".lock") == std::string::npos)
        return "nothing is lost; once that is mended: mentor sync";
    return "nothing is lost; another git is at work there, or was ended in the midst of it: such a "
           "lock is taken away once it is ten minutes old; then: mentor sync";
}

} // namespace mentor
