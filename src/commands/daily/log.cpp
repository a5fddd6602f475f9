// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/log_note.hpp"
#include "core/path_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/cut_ref.hpp"
#include "edits/items/offers.hpp"
#include "edits/keys/keys.hpp"
#include "edits/log/check_in.hpp"
#include "edits/log/draft.hpp"
#include "edits/log/how.hpp"
#include "edits/log/reply.hpp"
#include "edits/log/unsaid.hpp"
#include "report/blocks.hpp"
#include "session/ask_who.hpp"
#include "session/editing.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::log {
namespace {

void declare(Declaration& declaration, LogOptions& options) {
    EntryOptions& entry = options.entry;
    SaidOptions& said = options.said;
    GrowOptions& grow = options.grow;
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.text, "TEXT", "what happened; - is standard input").takes_input =
        true;
    declaration.option(entry.on, "--on", "DATE",
                       "when (default: today), such as yesterday or tue 15:30");
    declaration.option(entry.kind, "--kind", "KIND",
                       "meeting (the default), coffee, call, message, thanks …");
    declaration.option(entry.by, "--by", "SIDE", "who took the initiative: me or them");
    declaration.option(entry.minutes, "--minutes", "TIME", "how long it took, such as 45 or 1h");
    declaration.option(entry.where, "--where", "PLACE", "where it was");
    declaration.option(entry.topics, "--topic", "WORD", "what it was about; may be repeated");
    declaration.option(said.advice, "--advice", "TEXT", "advice that was given; may be repeated");
    declaration.option(said.wins, "--win", "TEXT", "something to celebrate; may be repeated");
    declaration.option(entry.rating, "--rating", "1-5", "how useful it was to you");
    declaration.option(entry.goals, "--goal", "REF", "a goal that was discussed; may be repeated")
        .offers(offer<Goal>);
    declaration.note_followers("--goal", entry.behind_goals);
    declaration.option(said.todo, "--todo", "TEXT",
                       "what you promised, such as 'Send the draft by fri'");
    declaration.option(said.they, "--they", "TEXT", "what they promised");
    declaration.option(said.questions, "--ask", "TEXT", "a question for next time");
    declaration
        .option(said.answers, "--answer", "REF=TEXT",
                "what they said to a parked question; may be repeated")
        .offers(offer<Question>);
    declaration
        .option(grow.goal, "--grow", "REF",
                "a goal that you talked through: asks after reality, options, way")
        .offers(offer<Goal>);
    declaration.note_followers("--grow", grow.behind_goal);
    declaration.option(grow.title, "--title", "TEXT", "with --grow: the goal, put more sharply");
    declaration.option(grow.reality, "--reality", "TEXT", "with --grow: where things stand");
    declaration.option(grow.options, "--options", "TEXT", "with --grow: options and obstacles");
    declaration.option(grow.way, "--way", "TEXT",
                       "with --grow: a line of the way forward; may be repeated");
    declaration.option(entry.fits, "--fits", "YESNO",
                       "after a talk with a prospect: whether you go on together");
    declaration.option(entry.next, "--next", "WHEN", "when you meet next");
    declaration.option(options.with, "--with", "WHO", "the same entry for someone else too");
    declaration.flag(entry.is_private, "--private", "keep it out of Markdown, drafts and notices");
    declaration.flag(options.edit, "-e,--edit", "write it in your editor");
    declaration.flag(options.plain, "--plain", "take the text as it is, without marks");
    declaration.flag(options.force, "--force", "allow a day in the future");
}

Side parse_side(const std::string& text) {
    if (const auto side = find_side(fold(text))) return *side;
    throw Error(Exit::usage, fmt::format("--by can't be '{}'", text), "it is me or them");
}

Moment parse_day(const Session& session, const LogOptions& options) {
    if (!options.entry.on) return {session.today(), std::nullopt};
    const Moment on = parse_moment(*options.entry.on, session.calendar, Reading::past);
    if (!options.force)
        refuse_day_ahead(on.date, session.today(),
                         "note a meeting to come with: mentor plan; or add --force");
    return on;
}

// An empty variable of a script is nothing to write down.
const std::vector<std::string>& with_words(std::string_view option,
                                           const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
        if (trim(text).empty())
            throw Error(Exit::usage, fmt::format("{} has no words", option),
                        "write a few, or leave it out");
    return texts;
}

template<class T>
void append(std::vector<T>& to, std::vector<T> from) {
    std::ranges::move(from, std::back_inserter(to));
}

// Everything that the options say by themselves; what they say of things in a file comes later.
LogDraft draft_of(const Session& session, const LogOptions& options) {
    const EntryOptions& entry = options.entry;
    const SaidOptions& said = options.said;
    LogDraft draft;
    draft.on = parse_day(session, options);
    if (entry.kind) draft.kind = session.config.kinds.parse(*entry.kind);
    if (entry.by) draft.by = parse_side(*entry.by);
    if (entry.minutes) draft.minutes = parse_minutes(*entry.minutes);
    draft.where = trim(entry.where.value_or(""));
    if (entry.rating) draft.rating = parse_rating(*entry.rating);
    draft.is_private = entry.is_private;
    draft.said.topics = with_words("--topic", entry.topics);
    draft.said.advice = with_words("--advice", said.advice);
    draft.said.wins = with_words("--win", said.wins);
    draft.said.questions = with_words("--ask", said.questions);
    const Calendar then = as_of(draft.on.date, session.calendar);
    draft.said.commitments = parse_promises(said.todo, Side::me, then);
    append(draft.said.commitments, parse_promises(said.they, Side::them, then));
    if (entry.fits) draft.fits = parse_flag(*entry.fits);
    if (entry.next) draft.said.next = parse_moment_ahead(*entry.next, then);
    return draft;
}

void add_once(std::vector<std::string>& ids, std::string id) {
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
}

// What the options say of the goals and questions that are there already.
void take_refs(Session& session, const LogOptions& options, const Seen& seen, LogDraft& draft) {
    if (!options.grow.goal && !options.grow.empty()) {
        throw Error(Exit::usage, "--title, --reality, --options and --way are about a goal",
                    "name it with --grow");
    }
    const auto refuse_cut_goal = [&](const std::string& ref,
                                     const std::vector<std::string>& words) {
        refuse_cut_ref(ref, words, match_ref(ref, items_of(seen->goals)), *seen);
    };
    const EntryOptions& entry = options.entry;
    for (std::size_t i = 0; i < entry.goals.size(); ++i)
        refuse_cut_goal(entry.goals[i], entry.behind_goals[i]);
    if (options.grow.goal) refuse_cut_goal(*options.grow.goal, options.grow.behind_goal.back());
    for (const auto& ref : entry.goals)
        add_once(draft.goals, id_of(*choose<Goal>(session, seen, ref), *seen));
    draft.answers = parse_answers(session, seen, options.said.answers);
    if (!options.grow.goal) return;
    if (options.grow.empty() && !session.interactive()) {
        throw Error(
            Exit::usage, "--grow needs what was said",
            "give --title, --reality, --options or --way; --goal notes that you spoke of it");
    }
    const auto goal = choose<Goal>(session, seen, *options.grow.goal);
    const std::string id = id_of(*goal, *seen);
    const Given given{{"title", options.grow.title},
                      {"reality", options.grow.reality},
                      {"options", options.grow.options},
                      {"way", way_of(options.grow.way, session.calendar)}};
    draft.grow =
        grow_of(session, seen, goal, given, options.grow.empty(), options.entry.is_private);
    add_once(draft.goals, id);
    append(draft.said.commitments, std::move(draft.grow->promises));
}

// Where the words speak of another kind or day than what was written, how to say so.
void add_unsaid(Page& answer, Session& session, const LogOptions& options,
                const Relationship& person, const LogDraft& draft, const std::string& id) {
    const std::string& note = draft.said.note;
    if (options.text.empty() || note.find('\n') != std::string::npos) return;
    Unsaid unsaid = unsaid_in(note, session.config.kinds, session.calendar);
    if (options.entry.kind || unsaid.kind == draft.kind) unsaid.kind.reset();
    if (options.entry.on) unsaid.on.reset();
    if (!unsaid.kind && !unsaid.on) return;
    std::vector<std::string> words;
    std::string command = to_type("mentor amend {} {}", person, id);
    if (unsaid.kind) {
        words.push_back(fmt::format("the kind was {}", *unsaid.kind));
        command += to_type(" --kind {}", *unsaid.kind);
    }
    if (unsaid.on) {
        words.push_back(fmt::format("the day was {}", to_words(*unsaid.on)));
        command += fmt::format(" --on {}", to_iso(*unsaid.on));
    }
    answer.push_back(suggestion(fmt::format("If {}:", join(words, " and ")), command));
}

Exit run(Session& session, const LogOptions& options) {
    session.require_journal();
    if (!options.who && !session.interactive()) {
        throw Error(Exit::usage, "`mentor log` needs WHO",
                    "write: mentor log WHO \"What happened\"");
    }
    LogDraft draft = draft_of(session, options);
    std::vector<std::string> slugs{
        options.who ? session.slug_for(*options.who)
                    : ask_who(session, "Who was it with?", likeliest_who(session))};
    for (const auto& slug : session.slugs_for(options.with)) {
        if (slug != slugs.front()) slugs.push_back(slug);
    }
    const Seen seen(session, slugs.front());
    if (draft.fits && seen->stage != Stage::prospect)
        throw Error(
            Exit::usage,
            fmt::format("--fits is for a prospect, and {} is {}", seen->name, to_text(seen->stage)),
            to_type("how it goes on: mentor show {}", *seen));
    take_refs(session, options, seen, draft);
    const NoteSource source = take_note(session, options, seen, draft);
    if (source == NoteSource::nowhere) {
        session.say("Nothing was logged.");
        return Exit::done;
    }
    Written written;
    try {
        written = write_draft(session, slugs, draft);
    } catch (const Error& error) {
        if (source == NoteSource::written) keep_text(session, draft, error);
        throw;
    }
    Page answer = reply_to(draft, written, session.config.kinds);
    if (!written.again.entry) add_next_step(answer, *seen, draft, session.config, session.today());
    add_unsaid(answer, session, options, *seen, draft, written.id);
    append(answer, std::move(written.pace));
    if (session.config.kinds.class_of(draft.kind) == KindClass::pulse)
        answer.push_back(Paragraph{
            {{"To give the seven scores: "}, {to_type("mentor pulse {}", *seen), Style::strong}}});
    session.saved(written.changes, answer);
    return Exit::done;
}

} // namespace

const Command command{
    "log",
    Chapter::daily,
    "Note what happened: a coffee, a call, a message, a thank-you",
    "Words need no quotes. Without TEXT it asks on a terminal, unless options say what happened. "
    "Elsewhere it reads standard input where no option says anything of the meeting; - as TEXT "
    "reads it in any case.\n"
    "\n"
    "A text of several lines, from standard input or the editor, may carry marks at the start of a "
    "line:\n"
    "[ ] me: … by fri, [ ] them: … for promises, [x] for one that was kept, ? for a question, > "
    "for advice, ! for a win, # "
    "for "
    "topics, next: 4w for the next meeting.",
    &invocation_of<LogOptions, declare, run>,
};

} // namespace mentor::commands::log
