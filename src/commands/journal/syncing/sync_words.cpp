// SPDX-License-Identifier: MIT
#include "commands/journal/syncing/sync_words.hpp"

#include "core/rules/looking/change_counts.hpp"
#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "format/decode.hpp"
#include "journal/journal.hpp"
#include "journal/sync/repository.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace mentor {
namespace {

// The copy of a file syncer is nobody.
std::optional<Relationship> find_person(const FileText& text, const std::string& file) {
    if (!text || !is_someones(file)) return std::nullopt;
    try {
        return decode_relationship(Document::parse(*text, file), file);
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Someone who got another name has another file: to a reader it is one change.
std::vector<FileChange> with_renamings(std::vector<FileChange> changes) {
    const auto uid_in = [](const FileText& text, const std::string& file) {
        const auto person = find_person(text, file);
        return person ? person->uid : "";
    };
    for (FileChange& made : changes) {
        const std::string uid = made.before ? "" : uid_in(made.after, made.name);
        const auto gone = std::ranges::find_if(changes, [&](const FileChange& each) {
            return !each.after && !uid.empty() && uid_in(each.before, each.name) == uid;
        });
        if (gone != changes.end()) made.before = std::exchange(gone->before, std::nullopt);
    }
    std::erase_if(changes,
                  [](const FileChange& change) { return !change.before && !change.after; });
    return changes;
}

struct Told {
    std::string who, what;
};

Told told(const FileChange& change) {
    const auto before = find_person(change.before, change.name);
    const auto after = find_person(change.after, change.name);
    const std::string who = one_line(after ? after->name : before ? before->name : change.name);
    if (!change.after && change.before) return {who, "removed"};
    if (!change.before) return {who, "added"};
    return {who, before && after ? change_counts(*before, *after) : "changed"};
}

// What tells git how to keep the journal is worth a word only where nothing else is there.
std::vector<FileChange> worth_words(std::vector<FileChange> changes) {
    auto others = changes;
    std::erase_if(others, [](const FileChange& change) { return change.name.starts_with('.'); });
    return others.empty() ? changes : others;
}

} // namespace

std::vector<std::string> words_of(const std::vector<FileChange>& changes) {
    std::vector<std::string> words;
    for (const FileChange& change : with_renamings(worth_words(changes))) {
        const auto [who, what] = told(change);
        words.push_back(fmt::format("{}: {}", who, what));
    }
    return words;
}

std::string commit_message(const std::vector<FileChange>& changes, SyncMessage message) {
    constexpr std::size_t most = 72;
    const auto count = static_cast<long>(changes.size());
    if (message == SyncMessage::plain) return "Sync " + counted(count, "file");
    const auto words = words_of(changes);
    if (words.size() == 1 && width(words.front()) <= most) return words.front();
    std::vector<std::string> names;
    for (const FileChange& change : with_renamings(worth_words(changes)))
        names.push_back(told(change).who);
    std::string first = join(names, ", ");
    if (width(first) > most) first = "Sync " + counted(count, "file");
    return first + "\n\n" + join(words, "\n");
}

} // namespace mentor
