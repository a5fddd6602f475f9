// SPDX-License-Identifier: MIT
#include "journal/sync/worktree.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace mentor {
namespace {

bool converts_line_ends(const Git& git) {
    const std::string how = git.find({"config", "core.autocrlf"}).value_or("false");
    return how != "false";
}

// git-check-attr(1), with -z: the name, the attribute and its value, each with NUL behind it.
std::set<std::string> files_with_attributes(const Git& git, const std::vector<std::string>& files) {
    const std::string output = git.get({"check-attr", "-z", "--stdin", "text", "eol", "crlf",
                                        "filter", "ident", "working-tree-encoding"},
                                       join(files, std::string(1, '\0')));
    const auto parts = split(output, '\0');
    std::set<std::string> with;
    for (std::size_t i = 0; i + 2 < parts.size(); i += 3)
        if (parts[i + 2] != "unspecified") with.insert(parts[i]);
    return with;
}

} // namespace

std::map<std::string, std::string> checked_out(const Git& git, const std::string& tree,
                                               const std::vector<std::string>& files) {
    std::vector<std::string> names;
    for (const std::string& file : files)
        names.push_back(tree + ":" + file);
    const auto kept = git.texts(names);
    std::map<std::string, std::string> texts;
    for (const std::string& file : files)
        if (const auto found = kept.find(tree + ":" + file); found != kept.end())
            texts[file] = found->second;
    if (texts.empty()) return texts;
    const auto with = files_with_attributes(git, files);
    const bool all = converts_line_ends(git);
    for (auto& [file, text] : texts)
        if (all || with.contains(file))
            text = git.exactly({"cat-file", "--filters", tree + ":" + file});
    return texts;
}

void restore(const Git& git, const std::string& tree, const std::vector<std::string>& files) {
    if (!files.empty())
        git.get({"restore", "--source=" + tree, "--worktree", "--pathspec-from-file=-",
                 "--pathspec-file-nul"},
                join(files, std::string(1, '\0')));
}

FileText standing(const Host& host, const Git& git, const std::string& file,
                  const std::string& object, const std::string& kept) {
    const FileText now = host.find_text(git.folder() / file);
    if (!now || *now == kept) return kept;
    const auto is_kept_as = git.find({"hash-object", "--path=" + file, "--stdin"}, *now);
    return is_kept_as == object ? *now : kept;
}

bool has_marks(std::string_view text) {
    const auto has_line = [&](std::string_view begin) {
        return text.starts_with(begin) ||
               text.find("\n" + std::string(begin)) != std::string_view::npos;
    };
    return has_line("<<<<<<< ") && has_line(">>>>>>> ");
}

} // namespace mentor
