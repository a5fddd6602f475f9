// SPDX-License-Identifier: MIT

#include "edits/log/reply.hpp"

#include "core/model/who.hpp"
#include "core/rules/people/prospects.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
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

std::string named(const std::string& kind, const Moment& on) {
    return fmt::format("{} of {}", spoken(kind), to_words(on.date));
}

Paragraph sentence_of(const LogDraft& draft, const Written& written, const Kinds& kinds,
                      bool has_news) {
    if (!written.again.entry)
        return sentence("Logged: {} {} {} on {}", draft.kind, preposition(draft, kinds),
                        join(written.names, " and "), to_words(draft.on));
    const LogEntry& entry = written.before.log[*written.again.entry];
    return sentence("This is logged already: {}.{}", named(entry.kind, entry.on),
                    has_news ? " New in it:" : "");
}

// What to do next with a prospect, before the command that does it; "" where that is plain.
std::string next_words(const Prospect& prospect, Date today) {
    const std::string name = called(*prospect.relationship);
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

// --- what was known already

using Words = std::vector<std::string>;

std::string by_words(const std::optional<Date>& due) {
    return due ? "by " + to_words(*due) : "without a day";
}

// How the promise stands here and what the mail says of it, as far as they differ.
struct HereAndThere {
    Words here, there;
    void add(std::string one, std::string other) {
        here.push_back(std::move(one));
        there.push_back(std::move(other));
    }
};

HereAndThere compared(const Commitment& known, const MarkedCommitment& said) {
    HereAndThere both;
    if (!is_same_promise(known.what, said.what))
        both.add(fmt::format("\"{}\"", first_line(known.what)),
                 fmt::format("\"{}\"", first_line(said.what)));
    if (known.owner != said.owner) {
        const auto whose = [](Side side) { return side == Side::me ? "yours" : "theirs"; };
        both.add(whose(known.owner), whose(said.owner));
    }
    if (known.done)
        both.add("kept on " + to_words(*known.done), "open");
    else if (known.dropped)
        both.add("let go on " + to_words(*known.dropped), "open");
    else if (known.due != said.due)
        both.add(by_words(known.due), by_words(said.due));
    return both;
}

std::string here_and_there(const std::string& here, const std::string& there) {
    return fmt::format("here {}, there {}", here, there);
}

std::string named(const Commitment& promise) {
    const std::string what = first_line(promise.what);
    return promise.id.empty() ? what : fmt::format("{} ({})", what, promise.id);
}

void add_promises(Grid& grid, const Written& written, Words& refs) {
    for (const auto& [said, position] : written.again.known) {
        if (!position) {
            grid.rows.push_back(row(first_line(said.what), "taken out here"));
            continue;
        }
        const Commitment& known = written.before.commitments[*position];
        const auto [here, there] = compared(known, said);
        if (!here.empty()) {
            grid.rows.push_back(
                row(named(known), here_and_there(join(here, ", "), join(there, ", "))));
            refs.push_back(ref_to_type(known.id));
        } else if (!written.again.entry) {
            grid.rows.push_back(row(named(known), "the same"));
        }
    }
}

// A few lines are said, of more how many they are.
std::string lacks_words(const Words& lines) {
    constexpr std::size_t few = 3;
    if (lines.size() <= few) return "lacks: " + join(lines, " / ");
    return fmt::format("lacks {}", counted(static_cast<long>(lines.size()), "line"));
}

void add_entry(Grid& grid, const LogDraft& draft, const Written& written, Words& refs) {
    const ReadAgain& again = written.again;
    if (!again.entry) return;
    const LogEntry& entry = written.before.log[*again.entry];
    const std::string ref = ref_to_type(entry.id);
    const std::string here = named(entry.kind, entry.on), there = named(draft.kind, draft.on);
    if (here != there) {
        grid.rows.push_back(row("the meeting", here_and_there(here, there)));
        refs.push_back(ref);
    }
    if (again.unheld.empty()) return;
    grid.rows.push_back(row("the note", lacks_words(again.unheld)));
    refs.push_back(ref);
}

// --- what was given beside a mail whose entry stays as it is

// What the entry says, as its keys and what the options say instead; and what to type for it.
struct Beside {
    Grid rows = plain_grid();
    std::string options;           // of `mentor amend`
    bool is_for_an_editor = false; // some of it has no option there

    void add(const char* key, const std::string& here, const std::string& given) {
        rows.rows.push_back(
            row(key, fmt::format("here {}, given {}", here.empty() ? std::string("none") : here,
                                 given)));
    }
};

template<class Value>
std::string text_of(const std::optional<Value>& value) {
    return value ? fmt::format("{}", *value) : "";
}

Words lacking_goals(const LogDraft& draft, const LogEntry& entry, const Relationship& person) {
    Words lacking;
    for (const std::string& id : draft.goals) {
        if (std::ranges::find(entry.goals, id) != entry.goals.end()) continue;
        const Goal* goal = find_goal(person, id);
        lacking.push_back(goal ? first_line(goal->title) : id);
    }
    return lacking;
}

Beside given_beside(const LogDraft& draft, const LogEntry& entry, const Relationship& person) {
    Beside beside;
    if (draft.by && draft.by != entry.by) {
        const std::string given(to_text(*draft.by));
        beside.add("by", entry.by ? std::string(to_text(*entry.by)) : "", given);
        beside.options += " --by " + given;
    }
    if (draft.is_private && !entry.is_private) {
        beside.add("private", "no", "yes");
        beside.options += " --private yes";
    }
    const std::size_t settable = beside.rows.rows.size();
    if (draft.minutes && draft.minutes != entry.minutes)
        beside.add("minutes", text_of(entry.minutes), text_of(draft.minutes));
    if (!draft.where.empty() && draft.where != entry.where)
        beside.add("where", entry.where, draft.where);
    if (draft.rating && draft.rating != entry.rating)
        beside.add("rating", text_of(entry.rating), text_of(draft.rating));
    if (const Words goals = lacking_goals(draft, entry, person); !goals.empty())
        beside.rows.rows.push_back(row("goals", lacks_words(goals)));
    beside.is_for_an_editor = beside.rows.rows.size() > settable;
    return beside;
}

void add_known(Page& page, const LogDraft& draft, const Written& written) {
    Grid grid = plain_grid();
    Words refs;
    add_promises(grid, written, refs);
    add_entry(grid, draft, written, refs);
    Beside beside;
    if (const auto entry = written.again.entry)
        beside = given_beside(draft, written.before.log[*entry], written.before);
    std::ranges::copy(beside.rows.rows, std::back_inserter(grid.rows));
    if (const auto& next = written.again.next)
        grid.rows.push_back(
            row("next meeting",
                here_and_there(written.before.next ? to_words(*written.before.next) : "none",
                               to_words(*next))));
    if (grid.rows.empty()) return;
    page.push_back(sentence("Known already, and left as it is here:"));
    page.push_back(std::move(grid));
    const auto amend = [&](const std::string& ref) {
        return to_type("mentor amend {} {}", written.before, ref);
    };
    const bool is_one = std::ranges::all_of(refs, [&](const auto& ref) { return ref == refs[0]; });
    const std::string for_mail = refs.empty() ? "" : amend(is_one ? refs[0] : "REF");
    std::string for_given;
    if (!beside.rows.rows.empty())
        for_given = amend(ref_to_type(written.before.log[*written.again.entry].id)) +
                    (beside.is_for_an_editor ? "" : beside.options);
    if (for_mail == for_given) {
        if (!for_mail.empty()) page.push_back(suggestion("To write any of it there:", for_mail));
        return;
    }
    if (!for_mail.empty()) page.push_back(suggestion("Where the other side is right:", for_mail));
    if (!for_given.empty())
        page.push_back(suggestion("To write what you gave into it:", for_given));
}

} // namespace

Page reply_to(const LogDraft& draft, const Written& written, const Kinds& kinds) {
    const std::vector<std::string>& names = written.names;
    Grid grid = plain_grid();
    if (draft.grow) {
        grid.rows.push_back(row("goal", first_line(draft.grow->goal->title)));
        add_changes(grid, draft.grow->changes);
    }
    for (const auto& [question, text] : draft.answers)
        grid.rows.push_back(
            row("asked", text.empty() ? question->ask : question->ask + " " + text));
    Marked fresh = written.again.fresh;
    // The note that holds it is there already.
    if (written.again.entry) fresh.no_kind.clear();
    const Grid rest =
        rows_of(fresh, draft.loops,
                names.size() == 1 ? "they promised" : fmt::format("{} promised", names.front()));
    std::ranges::copy(rest.rows, std::back_inserter(grid.rows));
    if (draft.fits)
        grid.rows.push_back(
            row("it fits", *draft.fits ? "yes, you go on together" : "no, and that's all right"));
    Page page{sentence_of(draft, written, kinds, !grid.rows.empty())};
    if (!grid.rows.empty()) page.push_back(std::move(grid));
    add_known(page, draft, written);
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
    const Relationship made = as_logged(before, draft);
    const Prospect prospect = prospect_of(made, config, today);
    const std::string words = next_words(prospect, today);
    if (!words.empty()) page.push_back(indented(suggestion(words, command_for(prospect))));
    const bool touch = config.kinds.class_of(draft.kind) == KindClass::touch;
    if (touch && !draft.by && prospect.progress == Progress::waiting)
        page.push_back(
            indented(sentence(fmt::format("It counts as yours; what came from {} is logged "
                                          "with --by them.",
                                          called(before)),
                              Style::quiet)));
}

} // namespace mentor
