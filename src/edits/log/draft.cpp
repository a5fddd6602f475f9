// SPDX-License-Identifier: MIT

#include "edits/log/draft.hpp"

#include "core/rules/due/due.hpp"
#include "core/rules/people/prospects.hpp"
#include "core/rules/rhythm.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/keys/put.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// A coffee is with someone, a message to or from them, a note about them.
const char* preposition(const LogDraft& draft, const Kinds& kinds) {
    switch (kinds.class_of(draft.kind)) {
    case KindClass::meeting:
        return "with";
    case KindClass::touch:
    case KindClass::outreach:
        return draft.by == Side::them ? "from" : "to";
    case KindClass::pulse:
    case KindClass::note:
        break;
    }
    return "about";
}

void add_rows(Grid& grid, const char* label, const std::vector<std::string>& texts) {
    for (const auto& text : texts)
        grid.rows.push_back(row(label, text));
}

// What to do next with a prospect, before the command that does it; "" where that is plain.
std::string next_words(const Prospect& prospect, Date today) {
    const std::string name = first_name(*prospect.relationship);
    const bool now = prospect.step_on && *prospect.step_on <= today;
    switch (prospect.step) {
    case ProspectStep::follow_up:
        if (now) return "No answer yet? It is time for one polite follow-up:";
        return fmt::format("No answer by {}? One polite follow-up then:",
                           to_words(*prospect.step_on));
    case ProspectStep::let_go:
        if (now) return fmt::format("No answer yet? Let {} go for now:", name);
        return fmt::format("No answer by {}? Let {} go for now:", to_words(*prospect.step_on),
                           name);
    case ProspectStep::suggest:
        return "Suggest a coffee or a call, and note the day:";
    case ProspectStep::begin:
        return "If it fits you both, go on together:";
    default:
        return "";
    }
}

// What the file will say once the draft is in it, as far as reminders look.
Relationship after(const Relationship& before, const LogDraft& draft) {
    Relationship made = before;
    LogEntry& entry = made.log.emplace_back();
    entry.on = draft.on;
    entry.kind = draft.kind;
    entry.by = draft.by;
    if (draft.said.next) made.next = draft.said.next;
    return made;
}

// Finds the promises that were kept; what was promised only later isn't one.
Understood understand(Session& session, const Seen& seen, Marked said, Date on) {
    Understood made{std::move(said), {}};
    for (const std::string& ref : made.said.kept) {
        auto promise = choose<Commitment>(session, seen, ref);
        if (promise->made && *promise->made > on)
            throw Error(Exit::usage,
                        fmt::format("'{}' was promised on {}, after {}", first_line(promise->what),
                                    to_words(*promise->made), to_words(on)),
                        to_type("note it by itself: mentor done {} {}", *seen,
                                promise->id.empty() ? "REF" : promise->id));
        made.loops.kept.push_back({std::move(promise), ""});
    }
    return made;
}

// What a recap says again: the other side may have sent it twice, or noted it as well.
void drop_known(Marked& said, const Relationship& person, Date on) {
    std::erase_if(said.commitments, [&](const MarkedCommitment& promise) {
        return std::ranges::any_of(person.commitments, [&](const Commitment& known) {
            return known.owner == promise.owner && fold(known.what) == fold(promise.what) &&
                   known.due == promise.due && known.made == on;
        });
    });
    std::erase_if(said.advice, [&](const std::string& what) {
        return std::ranges::any_of(person.advice, [&](const Advice& known) {
            return fold(known.what) == fold(what) && known.on == on;
        });
    });
}

} // namespace

Grid rows_of(const Marked& said, const Loops& loops, const std::string& them) {
    Grid grid = plain_grid();
    add_loops(grid, loops, "they");
    add_promises(grid, said.commitments, them);
    add_rows(grid, "to ask", said.questions);
    add_rows(grid, "advice", said.advice);
    add_rows(grid, "win", said.wins);
    if (!said.topics.empty()) add_rows(grid, "topics", {join(said.topics, ", ")});
    if (said.next) add_rows(grid, "next meeting", {to_words(*said.next)});
    if (said.quoted > 0)
        add_rows(grid, "quoted",
                 {fmt::format("{}, kept in the note", counted(said.quoted, "line"))});
    return grid;
}

Understood understand(Session& session, const Seen& seen, std::string_view text, Date on) {
    const SideNames names = side_names(*seen, session.config.me.name);
    Marked said = parse_marks(text, as_of(on, session.calendar), names);
    if (said.is_recap) drop_known(said, *seen, on);
    return understand(session, seen, std::move(said), on);
}

Understood understand_line(Session& session, const Seen& seen, std::string_view line, Date on) {
    const SideNames names = side_names(*seen, session.config.me.name);
    return understand(session, seen, parse_marked_line(line, as_of(on, session.calendar), names),
                      on);
}

void add(LogDraft& draft, Understood understood) {
    const auto append = [](auto& to, auto& from) {
        std::ranges::move(from, std::back_inserter(to));
    };
    Marked& said = understood.said;
    if (!draft.said.note.empty() && !said.note.empty()) draft.said.note += "\n";
    draft.said.note += said.note;
    append(draft.loops.kept, understood.loops.kept);
    append(draft.said.commitments, said.commitments);
    append(draft.said.questions, said.questions);
    append(draft.said.advice, said.advice);
    append(draft.said.wins, said.wins);
    append(draft.said.topics, said.topics);
    if (said.next) draft.said.next = said.next;
    draft.said.is_recap = draft.said.is_recap || said.is_recap;
    draft.said.quoted += said.quoted;
}

Document with_entry(const Record& record, const LogDraft& draft, const std::string& id,
                    bool is_first) {
    Table fields{{"id", id}, {"on", draft.on}, {"kind", draft.kind}};
    put(fields, "by", draft.by);
    put(fields, "minutes", draft.minutes);
    put(fields, "where", draft.where);
    put(fields, "topics", draft.said.topics);
    put(fields, "note", block_text(draft.said.note));
    put(fields, "wins", draft.said.wins);
    put(fields, "rating", draft.rating);
    if (draft.is_private) fields.emplace_back("private", true);
    if (is_first) put(fields, "goals", draft.goals);
    if (!draft.scores.empty())
        fields.emplace_back("scores", Table(draft.scores.begin(), draft.scores.end()));
    return record.document.with_appended("log", fields);
}

void refuse_day_ahead(Date on, Date today, const char* advice) {
    if (on <= today) return;
    throw Error(Exit::usage, fmt::format("{} lies ahead", to_words(on)), advice);
}

Page reply_to(const LogDraft& draft, const Kinds& kinds, const std::vector<std::string>& names) {
    Page page{sentence("Logged: {} {} {} on {}", draft.kind, preposition(draft, kinds),
                       join(names, " and "), to_words(draft.on))};
    Grid grid = plain_grid();
    if (draft.grow) {
        add_rows(grid, "goal", {first_line(draft.grow->goal->title)});
        add_changes(grid, draft.grow->changes);
    }
    for (const auto& [question, text] : draft.answers)
        add_rows(grid, "asked", {text.empty() ? question->ask : question->ask + " " + text});
    const Grid rest =
        rows_of(draft.said, draft.loops,
                names.size() == 1 ? "they promised" : fmt::format("{} promised", names.front()));
    std::ranges::copy(rest.rows, std::back_inserter(grid.rows));
    if (draft.fits)
        grid.rows.push_back(
            row("it fits", *draft.fits ? "yes, you go on together" : "no, and that's all right"));
    if (!grid.rows.empty()) page.push_back(std::move(grid));
    return page;
}

void add_next_step(Page& page, const Relationship& before, const LogDraft& draft,
                   const Config& config, Date today) {
    if (before.stage != Stage::prospect || !config.kinds.is_contact(draft.kind)) return;
    if (draft.fits) {
        page.push_back(indented(
            *draft.fits
                ? suggestion("What the two of you agree on:", to_type("mentor agree {}", before))
                : suggestion("A word of thanks all the same:",
                             to_type("mentor draft {} --kind thanks", before))));
        return;
    }
    const Relationship made = after(before, draft);
    const Prospect prospect = prospect_of(made, config, today);
    const std::string words = next_words(prospect, today);
    if (!words.empty()) page.push_back(indented(suggestion(words, command_for(prospect))));
    const bool touch = config.kinds.class_of(draft.kind) == KindClass::touch;
    if (touch && !draft.by && prospect.progress == Progress::waiting)
        page.push_back(
            indented(sentence(fmt::format("It counts as yours; what came from {} is logged "
                                          "with --by them.",
                                          first_name(before)),
                              Style::quiet)));
}

namespace {

// Each of those who were there heard it.
Document with_advice(Host& host, Document document, const LogDraft& draft,
                     const std::string& entry_id, Date today, std::vector<std::string>& taken) {
    for (const auto& what : draft.said.advice) {
        taken.push_back(make_id(host, taken));
        document = document.with_appended("advice", {{"id", taken.back()},
                                                     {"what", what},
                                                     {"on", std::min(draft.on.date, today)},
                                                     {"log", entry_id}});
    }
    return document;
}

// It fits, and the two of you go on together from that day; or it doesn't, and was worth the talk.
Document with_fit(const Record& record, Document document, bool fits, Date on) {
    document = document.with_value({"stage"}, to_text(fits ? Stage::active : Stage::declined));
    return fits && !record.relationship.started ? document.with_value({"started"}, on) : document;
}

// What the first file gets besides the entry: commitments, questions, answers, what was said of a
// goal and the next meeting.
Document with_rest(Host& host, const Record& record, Document document, const LogDraft& draft,
                   const std::string& entry_id, Date today, std::vector<std::string>& taken) {
    const Date on = std::min(draft.on.date, today);
    if (draft.grow) document = with_grow(record, std::move(document), *draft.grow);
    for (const auto& answer : draft.answers)
        document = with_answer(record, std::move(document), answer, on, draft.is_private);
    document = with_loops(record, std::move(document), draft.loops, on);
    document =
        with_promises(host, std::move(document), draft.said.commitments, on, entry_id, taken);
    for (const auto& question : draft.said.questions) {
        taken.push_back(make_id(host, taken));
        Table fields{{"id", taken.back()}, {"ask", question}, {"added", today}};
        if (draft.is_private) fields.emplace_back("private", true);
        document = document.with_appended("question", fields);
    }
    if (draft.fits && record.relationship.stage == Stage::prospect)
        document = with_fit(record, std::move(document), *draft.fits, on);
    return draft.said.next ? document.with_value({"next"}, *draft.said.next) : document;
}

// A gentle word where this entry makes contact much more frequent than agreed; empty otherwise, and
// for the second entry of a day.
Page rush_note(const Relationship& before, const LogDraft& draft, const Config& config,
               Date today) {
    const auto rush = find_rush(after(before, draft), config, today);
    const auto rush_before = find_rush(before, config, today);
    if (!rush || (rush_before && rush_before->until == rush->until)) return {};

    const std::string name = first_name(before);
    const std::string boundaries = first_line(before.agreement.boundaries);
    std::string word =
        rush->of == RushOf::contacts
            ? fmt::format("You were in touch with {} on {} days running; a little room keeps it "
                          "welcome.",
                          name, rush->days)
            : fmt::format("That makes {} meetings with {} since {}, where {} one {}. Fine if "
                          "you both want it so.",
                          rush->days, name, to_words(rush->since),
                          before.agreement.every ? "you agreed on" : "the usual pace is",
                          rhythm_words(cadence_of(before, config)));
    if (!boundaries.empty()) word += fmt::format(" Agreed limits: {}", boundaries);
    return {sentence(std::move(word), Style::quiet)};
}

} // namespace

Written write_draft(Session& session, const std::vector<std::string>& slugs,
                    const LogDraft& draft) {
    Written written;
    written.changes = session.journal.update(slugs, [&](const std::vector<Record>& records) {
        written = {}; // of an attempt that came to nothing
        std::vector<std::string> taken;
        for (const auto& record : records)
            std::ranges::copy(ids_of(record.relationship), std::back_inserter(taken));
        const std::string id = make_id(session.host, taken);
        written.id = id;
        taken.push_back(id);
        std::vector<Document> documents;
        for (const auto& record : records) {
            written.names.push_back(record.relationship.name);
            std::ranges::move(
                rush_note(record.relationship, draft, session.config, session.today()),
                std::back_inserter(written.pace));
            const bool first = documents.empty();
            Document document = with_entry(record, draft, id, first);
            // Being in touch is what a snooze put off; in a pause it is another matter.
            if (session.config.kinds.is_contact(draft.kind) &&
                record.relationship.stage != Stage::paused)
                document = document.without({"snoozed"});
            // One id stands in all files for the entry alone.
            document =
                with_advice(session.host, std::move(document), draft, id, session.today(), taken);
            documents.push_back(
                first ? with_rest(session.host, record, document, draft, id, session.today(), taken)
                      : document);
        }
        return documents;
    });
    return written;
}

std::string to_marks(const LogDraft& draft) {
    const Marked& said = draft.said;
    std::string text;
    const auto add_lines = [&](const char* mark, const std::vector<std::string>& lines) {
        for (const auto& line : lines)
            text += fmt::format("{} {}\n", mark, line);
    };
    // Behind what a mail quotes, advice would be a quote as well.
    add_lines(">", said.advice);
    if (!said.advice.empty()) text += "\n";
    if (!said.note.empty()) text += said.note + "\n";
    for (const auto& [question, answer] : draft.answers)
        text += fmt::format("{} {}\n", question->ask, answer);
    if (draft.grow) {
        for (const auto& [key, value, words] : draft.grow->changes)
            text += fmt::format("{}: {}\n", key.name, words);
    }
    for (const auto& [promise, outcome] : draft.loops.kept)
        text += fmt::format("[x] {}\n", promise->id.empty() ? promise->what : promise->id);
    for (const auto& commitment : said.commitments) {
        text += fmt::format("[ ] {}: {}", to_text(commitment.owner), commitment.what);
        text += commitment.due ? fmt::format(" by {}\n", to_iso(*commitment.due)) : "\n";
    }
    add_lines("?", said.questions);
    add_lines("!", said.wins);
    if (!said.topics.empty()) add_lines("#", {join(said.topics, ", ")});
    if (said.next) text += fmt::format("next: {}\n", to_iso(*said.next));
    return text;
}

// Below this line everything is help, as in a git commit.
constexpr const char* help_line =
    "# ------ lines that begin with # are help from here on, and are not kept ------";

std::string editor_template(const std::string& name) {
    return fmt::format("\n{}\n"
                       "# What happened with {}. At the start of a line:\n"
                       "#   [ ] me: Send the draft by fri       a promise of yours\n"
                       "#   [ ] them: Intro to a friend by 2w   a promise of theirs\n"
                       "#   [x] the slides                      a promise that was kept\n"
                       "#   ? How did you handle it             a question for next time\n"
                       "#   > Lead with impact                  advice\n"
                       "#   ! Spoke at the meetup               a win\n"
                       "#   # promotion, writing                topics\n"
                       "#   next: 4w                            the next meeting\n"
                       "# An empty text leaves everything as it is.\n",
                       help_line, name);
}

std::string without_help(const std::string& text) {
    const std::size_t at = text.find(help_line);
    if (at == std::string::npos) return text;
    std::string kept = text.substr(0, at);
    // What somebody wrote among the help or below it was meant all the same.
    for (const std::string& line : split_lines(text.substr(at)))
        if (!line.starts_with('#')) kept += line + "\n";
    return kept;
}

} // namespace mentor
