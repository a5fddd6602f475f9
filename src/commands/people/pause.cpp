// SPDX-License-Identifier: MIT
//
// `pause` and `resume`: a mentorship that rests, and goes on.

#include "commands/commands.hpp"
#include "core/rules/due.hpp"
#include "core/text.hpp"
#include "edits/stages.hpp"
#include "report/pages/reports.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

// The entry in the log that tells the story: "Paused until Mon 1 Feb 2027: a new job".
Document with_story(Session& session, const Record& record, const Document& document,
                    const std::string& what, const std::vector<std::string>& words) {
    const std::string why = trim(join(words, " "));
    return document.with_appended(
        "log", {{"id", make_id(session.host, ids_of(record.relationship))},
                {"on", session.today()},
                {"kind", "note"},
                {"note", why.empty() ? what : fmt::format("{}: {}", what, why)}});
}

// --- pause

struct PauseOptions {
    std::string who;
    std::vector<std::string> why;
    std::optional<std::string> until;
};

void declare_pause(Declaration& declaration, PauseOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.why, "WHY", "why, for the log");
    declaration.option(options.until, "--until", "DATE", "when you want to think of it again");
}

std::optional<Date> parse_until(const Session& session, const PauseOptions& options) {
    if (!options.until) return std::nullopt;
    const Date until = session.future(*options.until);
    if (until > session.today()) return until;
    throw Error(Exit::usage,
                fmt::format("a pause until {} is over before it begins", to_words(until)),
                "give a day from tomorrow on, or none");
}

std::string advice_for_pause(const Relationship& it) {
    switch (it.stage) {
    case Stage::prospect:
        return fmt::format("to let it go: mentor set {} stage=declined", it.slug);
    case Stage::alumni:
        return fmt::format("to say hello only later: mentor snooze {} 6mo", it.slug);
    case Stage::declined:
        return fmt::format("what is known of them: mentor show {}", it.slug);
    default:
        return fmt::format("to say until when: mentor pause {0} --until 2mo\n"
                           "to go on: mentor resume {0}",
                           it.slug);
    }
}

void refuse_pause(const Relationship& it, bool gives_day) {
    const bool goes_on = it.stage == Stage::active || it.stage == Stage::winding_down;
    if (goes_on || (it.stage == Stage::paused && gives_day)) return;
    throw Error(Exit::usage, where_it_stands(it), advice_for_pause(it));
}

Exit run_pause(Session& session, const PauseOptions& options) {
    const auto until = parse_until(session, options);
    const std::string what = until ? fmt::format("Paused until {}", to_words(*until)) : "Paused";
    Relationship paused;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            paused = record.relationship;
            refuse_pause(paused, until.has_value());
            Document document = record.document.with_value({"stage"}, to_text(Stage::paused));
            document =
                until ? document.with_value({"snoozed"}, *until) : document.without({"snoozed"});
            return with_story(session, record, document, what, options.why);
        });
    Page page{Paragraph{{{fmt::format("Your mentorship with {} rests{}.", paused.name,
                                      until ? " until " + to_words(*until) : "")}}}};
    if (paused.next && paused.next->date >= session.today()) {
        page.push_back(suggestion(
            fmt::format("You meet on {} all the same; to call it off:", to_words(*paused.next)),
            fmt::format("mentor plan {} --clear", paused.slug)));
    }
    page.push_back(until ? suggestion("To go on:", fmt::format("mentor resume {}", paused.slug))
                         : suggestion("A day to think of it again:",
                                      fmt::format("mentor pause {} --until 2mo", paused.slug)));
    session.saved(changes, page);
    return Exit::done;
}

// --- resume

struct ResumeOptions {
    std::string who;
    std::vector<std::string> words;
};

void declare_resume(Declaration& declaration, ResumeOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.words, "WORDS", "how you go on, for the log");
}

std::string advice_for_resume(const Relationship& it) {
    if (has_ended(it) || it.stage == Stage::alumni)
        return fmt::format("to begin another one: mentor set {} stage=active", it.slug);
    if (it.stage == Stage::prospect || it.stage == Stage::declined)
        return fmt::format("where it begins after all: mentor agree {}", it.slug);
    return fmt::format("the next meeting: mentor plan {} WHEN", it.slug);
}

void refuse_resume(const Relationship& it) {
    if (it.stage == Stage::paused) return;
    throw Error(Exit::usage, where_it_stands(it), advice_for_resume(it));
}

Exit run_resume(Session& session, const ResumeOptions& options) {
    Relationship resumed;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            resumed = record.relationship;
            refuse_resume(resumed);
            resumed.stage = Stage::active;
            resumed.snoozed.reset();
            Document document = record.document.with_value({"stage"}, to_text(Stage::active));
            // Nobody is late on the day that they go on, however long it rested.
            const auto due = next_check_in(resumed, session.config, session.today());
            document = due && *due < session.today()
                           ? document.with_value({"snoozed"}, session.today())
                           : document.without({"snoozed"});
            return with_story(session, record, document, "Resumed", options.words);
        });
    Page page{Paragraph{{{fmt::format("You and {} go on.", resumed.name)}}}};
    if (!resumed.next || resumed.next->date < session.today()) {
        page.push_back(
            suggestion("The next meeting:", fmt::format("mentor plan {} WHEN", resumed.slug)));
    }
    session.saved(changes, page);
    return Exit::done;
}

} // namespace

const Command pause_command{
    "pause",
    Chapter::people,
    "Let a mentorship rest for a while",
    "No check-in is due until you go on. Promises, birthdays and an agreed meeting still show, and "
    "the log keeps why. Given once more, --until changes the day.",
    &invocation_of<PauseOptions, declare_pause, run_pause>,
};

const Command resume_command{
    "resume",
    Chapter::people,
    "Go on after a pause",
    "",
    &invocation_of<ResumeOptions, declare_resume, run_resume>,
};

} // namespace mentor
