// SPDX-License-Identifier: MIT

#include "commands/journal/checking/conflict_copies.hpp"

#include "commands/journal/checking/file_findings.hpp"
#include "commands/journal/undoing.hpp"
#include "core/model/conflict_copy.hpp"
#include "core/path_words.hpp"
#include "core/text.hpp"
#include "journal/sync/versions.hpp"
#include "merging/ancestor.hpp"
#include "merging/merge_versions.hpp"
#include "session/question_bank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace mentor {
namespace {

using std::filesystem::path;

// What undo knows that the file held, the oldest first; what was taken back comes last. Throws
// Error(system) where not all of it can be read: what the two sides come from might be missing.
std::vector<std::string> texts_of(const Session& session, const path& file) {
    UndoHistory history = whole_history_of(session, "what the two were made from");
    std::ranges::reverse(history.done);
    std::vector<std::string> texts;
    for (const auto& steps : {history.done, history.undone})
        for (const UndoStep& step : steps)
            for (const Change& change : step.changes)
                for (const FileText& text : {change.before, change.after})
                    if (change.file == file && text) texts.push_back(*text);
    return texts;
}

// Of one file with its copies, one after the other.
class Merging {
public:
    Merging(const Session& session, path file, const FileKind& kind, const ChooseText& choose,
            Inspection& found)
        : session_(session), file_(std::move(file)), kind_(kind), choose_(choose), found_(found) {}

    void run(const std::vector<path>& copies);

private:
    Problem inspect(const path& copy);
    Problem inspect_other(const path& copy, const Document& theirs, const std::string& text);
    std::string merged(const path& copy, const Document& mine, const Document& theirs);
    Problem problem_of(const path& copy, std::string_view more, std::string advice) const;
    Problem left_alone(const path& copy, std::string_view why) const;
    void keep();

    const Session& session_;
    const path file_;
    const FileKind& kind_;
    const ChooseText& choose_;
    Inspection& found_;
    std::optional<std::vector<std::string>> texts_; // that the file held
    std::string text_;                              // that it comes to
    std::vector<Collision> undecided_;              // of one copy
    std::vector<Change> gone_;
};

Problem Merging::problem_of(const path& copy, std::string_view more, std::string advice) const {
    return {{.what = fmt::format("this is a copy of {}, as file syncers leave them, which no "
                                 "command reads{}",
                                 label_of(session_, file_), more),
             .advice = std::move(advice),
             .file = label_of(session_, copy),
             .severity = Severity::warning}};
}

Problem Merging::left_alone(const path& copy, std::string_view why) const {
    const auto word = path_to_type(copy), original = path_to_type(file_);
    if (!word || !original)
        return problem_of(copy, why, "take over what is only in it, and then delete the copy");
    return problem_of(copy, why,
                      fmt::format("take over what is only in it: diff {} {}\nthen: rm {}",
                                  *original, *word, *word));
}

// Throws Error(broken) where no sound text says both.
std::string Merging::merged(const path& copy, const Document& mine, const Document& theirs) {
    const Document base = ancestor_of(*texts_, mine, theirs);
    undecided_.clear();
    const Woven woven = merge_versions(base, mine, theirs, [&](const Collision& collision) {
        if (choose_) return choose_(mine.name(), label_of(session_, copy), collision);
        undecided_.push_back(collision);
        return Taken::mine;
    });
    if (!woven.text) throw Error(Exit::broken, "they are laid out too differently");
    kind_.require_sound(Document::parse(*woven.text, mine.name()));
    return *woven.text;
}

// Of a copy whose text is another one.
Problem Merging::inspect_other(const path& copy, const Document& theirs, const std::string& text) {
    const Document mine = Document::parse(text_, label_of(session_, file_));
    if (!may_be_same_person(mine, theirs))
        return problem_of(copy, ", but it is about someone else",
                          "give it a name that no copy has, so that they count");
    if (!texts_) texts_ = texts_of(session_, whole_name(session_.host, file_));
    std::string both;
    try {
        both = merged(copy, mine, theirs);
    } catch (const Error& error) {
        if (error.exit() == Exit::interrupted) throw;
        return left_alone(copy,
                          fmt::format("; the two can't be brought together: {}", error.what()));
    }
    if (!undecided_.empty()) {
        std::vector<std::string> words;
        for (const Collision& collision : undecided_)
            words.push_back(found_.is_passed_on
                                ? fmt::format("{} differs here and there", collision.label)
                                : words_of(collision));
        return problem_of(copy, fmt::format("; {}", join(words, ", ")),
                          "to choose, and merge it in: mentor check --fix, on a terminal\n"
                          "or write into both what holds, and then: mentor check --fix");
    }
    const bool brings_nothing = both == text_;
    text_ = std::move(both);
    gone_.push_back({whole_name(session_.host, copy), text, std::nullopt});
    Problem problem = problem_of(copy, brings_nothing ? ", and brings nothing new" : "",
                                 "to merge it in: mentor check --fix");
    problem.mendable = true;
    return problem;
}

Problem Merging::inspect(const path& copy) {
    const path target = session_.host.canonical(copy);
    if (target != whole_name(session_.host, copy))
        return problem_of(copy, fmt::format("; it is a link to {}", in_line(target)),
                          "no syncer makes it so; to be rid of it: " +
                              to_type_or("rm", copy, "delete the link"));
    const std::string text = session_.host.find_text(copy).value_or("");
    return inspect_other(copy, kind_.mended(Document::parse(text, label_of(session_, copy))), text);
}

// One text with what else is mended in it; the copies come after it.
void Merging::keep() {
    if (gone_.empty()) return;
    const path file = whole_name(session_.host, file_);
    const auto known = std::ranges::find(found_.texts, file, &Change::file);
    if (known != found_.texts.end())
        known->after = text_;
    else
        found_.texts.push_back({file, session_.host.find_text(file_), text_});
    std::ranges::move(gone_, std::back_inserter(found_.texts));
}

void Merging::run(const std::vector<path>& copies) {
    const auto known =
        std::ranges::find(found_.texts, whole_name(session_.host, file_), &Change::file);
    bool can_be_read = true;
    try {
        text_ = known != found_.texts.end() ? *known->after
                                            : session_.host.find_text(file_).value_or("");
        Document::parse(text_, "");
    } catch (const Error&) {
        can_be_read = false; // which is said of the file
    }
    for (const path& copy : copies) {
        try {
            found_.problems.push_back(
                can_be_read
                    ? inspect(copy)
                    : problem_of(copy, "", "once that file can be read: mentor check --fix"));
        } catch (const Error& error) {
            if (error.exit() == Exit::interrupted) throw;
            Diagnostic said = error.diagnostic();
            said.file = label_of(session_, copy);
            said.advice += "\nonce that is mended, merge it in: mentor check --fix";
            found_.problems.push_back({std::move(said)});
        }
    }
    keep();
}

} // namespace

ConflictCopies find_copies_of_people(const Session& session) {
    ConflictCopies copies;
    for (const auto& [copy, original] : session.journal.conflict_copies())
        copies[session.journal.file_of(original)].push_back(session.journal.file_of(copy));
    return copies;
}

ConflictCopies find_copies_of_settings(const Session& session) {
    ConflictCopies copies;
    for (const path& file : {session.config_file.path(), questions_file(session)}) {
        const Folder folder = file.parent_path();
        if (!session.host.exists(file) || folder == session.journal.folder()) continue;
        for (const std::string& name : session.host.list(folder))
            if (name.ends_with(".toml") &&
                find_original(path(name).stem().string(), {file.stem().string()}))
                copies[file].push_back(folder / name);
    }
    return copies;
}

void inspect_copies(const Session& session, const ConflictCopies& copies, const path& file,
                    const FileKind& kind, const ChooseText& choose, Inspection& found) {
    const auto copied = copies.find(file);
    if (copied != copies.end()) Merging(session, file, kind, choose, found).run(copied->second);
}

} // namespace mentor
