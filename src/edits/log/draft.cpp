// SPDX-License-Identifier: MIT

#include "edits/log/draft.hpp"

#include "core/marks/line_signs.hpp"
#include "core/marks/shared_mark.hpp"
#include "core/model/who.hpp"
#include "core/rules/promises/recap.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

void add_rows(Grid& grid, const char* label, const std::vector<std::string>& texts) {
    for (const auto& text : texts)
        grid.rows.push_back(row(label, text));
}

// Here the mark may be the id of something else; and where a hand gave it to several, the words
// say which of those that are open it is.
std::string ref_of(const MarkedKept& kept, const Relationship& person) {
    std::vector<const Commitment*> marked;
    for (const Commitment& promise : person.commitments)
        if (!kept.mark.empty() && promise.answers_to(kept.mark)) marked.push_back(&promise);
    if (std::ranges::any_of(marked, &Commitment::open))
        std::erase_if(marked, [](const Commitment* promise) { return !promise->open(); });
    return marked.size() == 1 && !marked.front()->id.empty() ? marked.front()->id : kept.ref;
}

template<Side side>
bool is_open_of(const Commitment& promise) {
    return promise.open() && promise.owner == side;
}

// Which promises its words may name: those of whom it names. An id names any.
Wanted<Commitment> wanted_by(const MarkedKept& kept) {
    if (!kept.owner) return {};
    if (*kept.owner == Side::me)
        return {.is_wanted = is_open_of<Side::me>, .state = "open, of yours"};
    return {.is_wanted = is_open_of<Side::them>, .state = "open, of theirs"};
}

// Where only the other side has a promise with these words.
void refuse_other_owner(const MarkedKept& kept, const std::string& ref,
                        const Relationship& person) {
    const auto named = [&](bool (*is_wanted)(const Commitment&)) {
        return match_ref(ref, items_of(person.commitments, is_wanted));
    };
    if (!kept.owner || !named(wanted_by(kept).is_wanted).empty()) return;
    if (named(is_open<Commitment>).empty()) return;
    const bool says_me = *kept.owner == Side::me;
    const std::string name = called(person);
    throw Error(Exit::unknown,
                says_me ? fmt::format("'{}' was promised by {}, not by you", ref, name)
                        : fmt::format("'{}' was promised by you, not by {}", ref, name),
                fmt::format("if that was kept, write: [x] {}: {}", says_me ? "them" : "me", ref));
}

// A kind of the other one's own, or more than a kind, says more about the meeting than nothing.
void keep_unknown_kind(Marked& said, const Kinds& kinds) {
    if (!said.met || said.met->kind.empty() || kinds.find(said.met->kind)) return;
    said.no_kind = std::exchange(said.met->kind, "");
    said.note = said.no_kind + (said.note.empty() ? "" : "\n") + said.note;
}

// "on: fri, coffee" means to be what a recap says; which Friday it was for who wrote it, nobody
// knows.
void refuse_part_of_day(const Marked& said, const Kinds& kinds, Date today) {
    constexpr std::string_view on = "on:";
    for (const std::string& whole : split_lines(said.note)) {
        const std::string plain = with_plain_blanks(whole);
        const std::string_view line = without_list_sign(plain);
        if (fold(line.substr(0, on.size())) != on) continue;
        const std::string rest = take_shared_mark(trim(line.substr(on.size()))).text;
        const std::size_t comma = rest.find(',');
        if (comma == std::string::npos) continue;
        const auto kind = kinds.find(trim(rest.substr(comma + 1)));
        if (!kind || find_iso_date(rest.substr(0, comma))) continue;
        throw Error(Exit::usage,
                    fmt::format("'{}' isn't a day in figures", trim(rest.substr(0, comma))),
                    fmt::format("write it as in: on: {}, {}", to_iso(today), *kind));
    }
}

// Finds the promises that were kept; what was promised only later isn't one.
Understood understand(Session& session, const Seen& seen, Marked said, Date on) {
    refuse_part_of_day(said, session.config.kinds, session.today());
    keep_unknown_kind(said, session.config.kinds);
    Understood made{std::move(said), {}};
    for (const MarkedKept& kept : made.said.kept) {
        if (is_closed_already(kept, *seen, made.said.met.has_value())) continue;
        const std::string ref = ref_of(kept, *seen);
        refuse_other_owner(kept, ref, *seen);
        auto promise = choose<Commitment>(session, seen, ref, wanted_by(kept));
        if (promise->made && *promise->made > on)
            throw Error(
                Exit::usage,
                fmt::format("'{}' was promised on {}, after {}", first_line(promise->what),
                            to_words(*promise->made), to_words(on)),
                to_type("note it by itself: mentor done {} {}", *seen, ref_to_type(promise->id)));
        made.loops.kept.push_back({std::move(promise), ""});
    }
    return made;
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
    if (!said.no_kind.empty())
        add_rows(grid, "kind",
                 {fmt::format("'{}' isn't one here, kept in the note", said.no_kind)});
    if (said.quoted > 0)
        add_rows(grid, "quoted",
                 {fmt::format("{}, kept in the note", counted(said.quoted, "line"))});
    return grid;
}

Understood understand(Session& session, const Seen& seen, std::string_view text, Date on) {
    const SideNames names = side_names(*seen, session.config.me.name);
    return understand(session, seen, parse_marks(text, as_of(on, session.calendar), names), on);
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
    if (said.met) draft.said.met = said.met;
    draft.said.quoted += said.quoted;
    if (!said.no_kind.empty()) draft.said.no_kind = said.no_kind;
}

Relationship as_logged(const Relationship& before, const LogDraft& draft) {
    Relationship made = before;
    LogEntry& entry = made.log.emplace_back();
    entry.on = draft.on;
    entry.kind = draft.kind;
    entry.by = draft.by;
    if (draft.said.next) made.next = draft.said.next;
    return made;
}

void refuse_day_ahead(Date on, Date today, const char* advice) {
    if (on <= today) return;
    throw Error(Exit::usage, fmt::format("{} lies ahead", to_words(on)), advice);
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
        text += promise->id.empty()
                    ? fmt::format("[x] {}: {}\n", to_text(promise->owner), promise->what)
                    : fmt::format("[x] {}\n", promise->id);
    for (const auto& commitment : said.commitments) {
        std::string line = fmt::format("[ ] {}: {}", to_text(commitment.owner), commitment.what);
        if (commitment.due) line += fmt::format(" by {}", to_iso(*commitment.due));
        text += with_shared_mark(std::move(line), commitment.mark) + "\n";
    }
    add_lines("?", said.questions);
    add_lines("!", said.wins);
    if (!said.topics.empty()) add_lines("#", {join(said.topics, ", ")});
    if (said.next) text += fmt::format("next: {}\n", to_iso(*said.next));
    if (said.met) {
        const std::string met = fmt::format("on: {}, {}", to_iso(said.met->day), said.met->kind);
        text += with_shared_mark(met, said.met->mark) + "\n";
    }
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
