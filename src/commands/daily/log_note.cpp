// SPDX-License-Identifier: MIT

#include "commands/daily/log_note.hpp"

#include "core/path_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/log/check_in.hpp"
#include "edits/log/how.hpp"
#include "session/editing.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

// A recap says when it was, unless an option says otherwise.
void take_met_on(const Session& session, const LogOptions& options, const std::string& text,
                 LogDraft& draft) {
    const auto met = find_met_on(text);
    if (!met) return;
    if (!options.entry.on) {
        refuse_day_ahead(met->day, session.today(), "say when it was: --on DATE");
        draft.on = {met->day, std::nullopt};
    }
    const auto kind = session.config.kinds.find(met->kind);
    if (!options.entry.kind && kind) draft.kind = *kind;
}

// Adds what a text says to what the options said.
void take_text(Session& session, const LogOptions& options, const Seen& seen,
               const std::string& text, LogDraft& draft) {
    if (text.find('\0') != std::string::npos)
        throw Error(Exit::usage, "this isn't text: it holds NUL bytes",
                    "give it the words of a note");
    if (options.plain) {
        draft.said.note = join(split_lines(text), "\n");
        return;
    }
    take_met_on(session, options, text, draft);
    add(draft, understand(session, seen, text, draft.on.date));
}

NoteSource take_edited(Session& session, const LogOptions& options, const Seen& seen,
                       LogDraft& draft) {
    const std::string typed = join(options.text, " ");
    const std::string begun = typed == "-" ? session.host.read_input() : typed;
    EditedFile copy(session, "log.txt", begun + editor_template(seen->name));
    const LogDraft given = draft;
    for (;;) {
        const std::string text = without_help(copy.edit());
        // The options may say when and how; an editor that was left empty says that nothing was.
        if (trim(text).empty() && !options.says_what()) {
            copy.discard();
            return NoteSource::nowhere;
        }
        try {
            draft = given;
            take_text(session, options, seen, text, draft);
            copy.discard();
            return NoteSource::written;
        } catch (const Error& error) {
            session.tell(error.diagnostic());
            if (!copy.ask_again({error.diagnostic()})) {
                throw Error(error.exit(), "nothing was logged",
                            fmt::format("your text is kept in {}", in_line(copy.keep())));
            }
        }
    }
}

// Somebody who piped the note in, beside an option, has to hear that nobody read it.
[[noreturn]] void refuse_nothing(const LogOptions& options, const Seen& seen, bool is_input_left) {
    if (!is_input_left)
        throw Error(
            Exit::usage, "there is nothing to log",
            to_type("write: mentor log {} \"What happened\", or - for standard input", *seen));
    std::string command = to_type("mentor log {} -", *seen);
    if (options.entry.is_private) command += " --private";
    if (options.force) command += " --force";
    for (const std::string& other : options.with)
        command += to_type(" --with {}", other);
    throw Error(Exit::usage,
                "standard input was left unread, as an option is given, and there is nothing else "
                "to log",
                "to have it read, write - for the text: " + command);
}

} // namespace

NoteSource take_note(Session& session, const LogOptions& options, const Seen& seen,
                     LogDraft& draft) {
    const std::string typed = join(options.text, " ");
    if (options.edit) return take_edited(session, options, seen, draft);
    const bool asks_for_input = typed == "-";
    // An empty word is one all the same, as a loop gives it: it asks for nothing else.
    const bool was_given = !options.text.empty() && !asks_for_input;
    if (!trim(typed).empty() && was_given) {
        // A single line is what someone said; marks belong to longer notes.
        if (typed.find('\n') == std::string::npos) {
            draft.said.note = trim(typed);
        } else {
            take_text(session, options, seen, typed, draft);
        }
        return NoteSource::given;
    }
    // Where options say something, standard input may be somebody else's: the list of a loop.
    const bool is_piped = !session.host.input_is_terminal();
    const bool is_read = asks_for_input || (is_piped && !was_given && !options.says_anything());
    if (is_read) {
        take_text(session, options, seen, session.host.read_input(), draft);
    } else if (session.interactive() && !options.says_what() && !was_given) {
        ask_for_draft(session, draft, seen,
                      {.asks_day = !options.entry.on,
                       .asks_kind = !options.entry.kind,
                       .takes_marks = !options.plain});
        return NoteSource::given;
    }
    const Marked& said = draft.said;
    if (said.note.empty() && said.commitments.empty() && said.questions.empty() &&
        said.advice.empty() && said.wins.empty() && draft.loops.empty() && !said.next &&
        !options.says_something())
        refuse_nothing(options, seen, is_piped && !is_read && !was_given);
    return NoteSource::given;
}

void keep_text(Session& session, const LogDraft& draft, const Error& error) {
    session.tell(error.diagnostic());
    const auto file = session.host.make_temporary("log.txt", to_marks(draft));
    throw Error(error.exit(), "nothing was logged",
                fmt::format("your text is kept in {}", in_line(file)));
}

} // namespace mentor
