// SPDX-License-Identifier: MIT

#include "session/editing.hpp"

#include "core/path_words.hpp"
#include "core/text.hpp"
#include "session/programs.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

constexpr std::string_view mark = "#> ";

std::vector<std::string> notes_on(const std::vector<Diagnostic>& faults) {
    std::vector<std::string> notes{"This can't be used yet. These comments go by themselves, and "
                                   "lines count from below them."};
    for (const Diagnostic& fault : faults) {
        for (const std::string& line : split_lines(to_text(fault)))
            notes.push_back(visible(line));
    }
    for (std::string& note : notes)
        note.insert(0, mark);
    return notes;
}

// Without as many marked lines at the top, whatever became of their words, and the same lines
// elsewhere: any other comment may be a person's own.
std::string without(const std::vector<std::string>& notes, std::string_view text) {
    std::string kept;
    std::size_t taken = 0;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const std::size_t size = std::min(line.size() + 1, text.size());
        const bool at_top = kept.empty() && taken < notes.size() && line.starts_with(mark);
        if (at_top || std::ranges::find(notes, line) != notes.end())
            ++taken;
        else
            kept += text.substr(0, size);
        text.remove_prefix(size);
    }
    return kept;
}

} // namespace

EditedFile::EditedFile(Session& session, std::string ending, std::string text)
    : session_(session), editor_(words_of(find_editor(session.host, session.config), session.host)),
      is_default_(find_editor(session.host, session.config).from == "default"),
      text_(std::move(text)), file_(session.host.make_temporary(ending, text_)) {}

// Where nobody named an editor, the first that is here. Without a terminal some would wait for one.
Ended EditedFile::run_editor() {
    const auto run = [&](std::vector<std::string> words) {
        words.push_back(file_.string());
        return session_.host.run(words, std::nullopt);
    };
    Ended ended = run(editor_);
    if (!is_default_ || !session_.interactive()) return ended;
    for (const char* other : {"sensible-editor", "editor", "vi"}) {
        if (!ended.seems_not_run()) break;
        const Ended next = run({other});
        if (next.was_started()) ended = next, editor_ = {other};
    }
    return ended;
}

std::string EditedFile::edit() {
    const Moment began = session_.host.now();
    Ended ended;
    try {
        ended = run_editor();
    } catch (const Error& error) {
        throw Error(error.exit(), error.what(), leave_unchanged(take_text()));
    }
    const std::string text = take_text();
    at_once_ = text == text_ && seconds_between(began, session_.host.now()) <= 1;
    if (ended.succeeded()) return text;
    const std::string left = leave_unchanged(text);
    if (!ended.was_started()) {
        throw Error(
            Exit::system, fmt::format("the editor {} {}", editor_.front(), why_not_started(ended)),
            left + "; name one that is here, such as: mentor config editor vi; or set EDITOR");
    }
    throw Error(Exit::system,
                fmt::format("the editor {} ended with {}", editor_.front(), ended.status), left);
}

// Says what is left of the editing that failed.
std::string EditedFile::leave_unchanged(const std::string& text) {
    constexpr std::string_view nothing = "nothing was changed";
    if (text != text_) return fmt::format("{}; your text is kept in {}", nothing, in_line(file_));
    discard();
    return std::string(nothing);
}

// What the editor saved, which is all that is left in the copy.
std::string EditedFile::take_text() {
    const FileText saved = session_.host.find_text(file_);
    std::string text = without(notes_, saved.value_or(text_));
    notes_.clear();
    if (text != saved) session_.host.write({{file_, saved, text}});
    return text;
}

bool EditedFile::ask_again(const std::vector<Diagnostic>& faults) {
    // Not a confirmation: --yes would open the same text for ever.
    if (!session_.interactive()) return false;
    try {
        if (!ask_yes(session_, "Open it again?", true)) return false;
    } catch (const Error&) {
        session_.say(fmt::format("Your text is kept in {}", in_line(file_)));
        throw;
    }
    notes_ = notes_on(faults);
    const FileText text = session_.host.find_text(file_);
    session_.host.write({{file_, text, join(notes_, "\n") + "\n" + text.value_or(text_)}});
    return true;
}

void EditedFile::discard() {
    session_.host.remove(file_);
}

} // namespace mentor
