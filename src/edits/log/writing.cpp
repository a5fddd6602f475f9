// SPDX-License-Identifier: MIT

#include "edits/log/writing.hpp"

#include "core/rules/due/due.hpp"
#include "core/rules/rhythm.hpp"
#include "core/text.hpp"
#include "edits/keys/put.hpp"
#include "edits/promises/new_promises.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {

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
    if (draft.said.met && draft.said.met->mark != id) put(fields, "mark", draft.said.met->mark);
    return record.document.with_appended("log", fields);
}

namespace {

void append(Page& page, Page more) {
    std::ranges::move(more, std::back_inserter(page));
}

// Where what a draft says goes to.
struct Landing {
    std::string entry; // its id
    // What is logged in private is private wherever it lands, and what lands in a private entry
    // wherever it was logged.
    bool is_private = false;
    // What points to the entry is as private as that. Where it isn't, or can't be pointed to, each
    // thing has to say so.
    bool has_to_say_so = false;
};

std::string line_of(const Document& document, std::size_t entry) {
    const auto place = document.position({"log", entry});
    return place ? fmt::format("line {}", place->line) : "";
}

Landing landing_of(const Relationship& person, const LogDraft& draft, const ReadAgain& again,
                   const std::string& new_id) {
    if (!again.entry) return {new_id, draft.is_private, false};
    const LogEntry& entry = person.log[*again.entry];
    const bool is_pointed_to =
        !entry.id.empty() && std::ranges::count(person.log, entry.id, &LogEntry::id) == 1;
    const bool is_private =
        draft.is_private || entry.is_private || is_from_private(entry.id, person);
    return {entry.id, is_private, is_private && !(is_pointed_to && entry.is_private)};
}

// Each of those who were there heard it.
Document with_advice(Host& host, Document document, const LogDraft& draft, const Landing& landing,
                     Date today, std::vector<std::string>& taken) {
    for (const auto& what : draft.said.advice) {
        taken.push_back(make_id(host, taken));
        Table fields{{"id", taken.back()}, {"what", what}, {"on", std::min(draft.on.date, today)}};
        put(fields, "log", landing.entry);
        if (landing.has_to_say_so) fields.emplace_back("private", true);
        document = document.with_appended("advice", fields);
    }
    return document;
}

// It fits, and the two of you go on together from that day; or it doesn't, and was worth the talk.
Document with_fit(const Record& record, Document document, bool fits, Date on) {
    document = document.with_value({"stage"}, to_text(fits ? Stage::active : Stage::declined));
    return fits && !record.relationship.started ? document.with_value({"started"}, on) : document;
}

Document with_new_promises(Host& host, const Record& record, Document document,
                           const LogDraft& draft, const Landing& landing, Date on,
                           std::vector<std::string>& taken) {
    const auto& promises = draft.said.commitments;
    document = with_promises(host, std::move(document), promises, on, landing.entry, taken);
    if (!landing.has_to_say_so && !(draft.grow && draft.grow->keeps_promises())) return document;
    return with_private_promises(std::move(document), record.relationship.commitments.size(),
                                 promises.size());
}

// What the first file gets besides the entry: commitments, questions, answers, what was said of a
// goal and the next meeting.
Document with_rest(Host& host, const Record& record, Document document, const LogDraft& draft,
                   const Landing& landing, Date today, std::vector<std::string>& taken) {
    const Date on = std::min(draft.on.date, today);
    if (draft.grow)
        document = with_grow(record, std::move(document),
                             landing.is_private ? in_private(*draft.grow) : *draft.grow);
    for (const auto& answer : draft.answers)
        document = with_answer(record, std::move(document), answer, on, landing.is_private);
    document = with_loops(record, std::move(document), draft.loops, on, landing.is_private);
    document = with_new_promises(host, record, std::move(document), draft, landing, on, taken);
    for (const auto& question : draft.said.questions) {
        taken.push_back(make_id(host, taken));
        Table fields{{"id", taken.back()}, {"ask", question}, {"added", today}};
        if (landing.is_private) fields.emplace_back("private", true);
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
    const auto rush = find_rush(as_logged(before, draft), config, today);
    const auto rush_before = find_rush(before, config, today);
    if (!rush || (rush_before && rush_before->until == rush->until)) return {};

    const std::string name = called(before);
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

// The promises that a recap brought are known by their marks from then on, even once they have been
// taken out.
Document with_marks(Document document, const Relationship& person, const ReadAgain& again) {
    const std::size_t entry = again.entry.value_or(person.log.size());
    std::vector<std::string> marks;
    if (again.entry) marks = person.log[entry].recap;
    const std::size_t before = marks.size();
    for (const MarkedCommitment& promise : again.fresh.commitments)
        if (!promise.mark.empty()) marks.push_back(promise.mark);
    for (const auto& [said, position] : again.known) {
        if (!position || said.mark.empty()) continue;
        const Commitment& known = person.commitments[*position];
        if (!known.mark.empty() || known.answers_to(said.mark)) continue;
        marks.push_back(said.mark);
        document = document.with_value({"commitment", *position, "mark"}, said.mark);
    }
    if (marks.size() == before) return document;
    return document.with_value({"log", entry, "recap"}, Array(marks.begin(), marks.end()));
}

// What the file gets of the draft; the first of several gets all of it.
Document with_draft(Session& session, const Record& record, const LogDraft& draft,
                    const ReadAgain& again, bool first, Written& written,
                    std::vector<std::string>& taken) {
    const Relationship& person = record.relationship;
    LogDraft fresh = draft;
    fresh.said = again.fresh;
    Document document = record.document;
    const Landing landing = landing_of(person, draft, again, written.id);
    if (again.entry) {
        fresh.on = person.log[*again.entry].on;
    } else {
        append(written.pace, rush_note(person, draft, session.config, session.today()));
        document = with_entry(record, fresh, landing.entry, first);
        // Being in touch is what a snooze put off; in a pause it is another matter.
        if (session.config.kinds.is_contact(draft.kind) && person.stage != Stage::paused)
            document = document.without({"snoozed"});
    }
    document =
        with_advice(session.host, std::move(document), fresh, landing, session.today(), taken);
    if (!first) return document;
    document = with_rest(session.host, record, std::move(document), fresh, landing, session.today(),
                         taken);
    return with_marks(std::move(document), person, again);
}

} // namespace

Written write_draft(Session& session, const std::vector<std::string>& slugs,
                    const LogDraft& draft) {
    Written written;
    const std::string mark = draft.said.met ? draft.said.met->mark : "";
    Marked said = draft.said;
    if (said.met) said.met->kind = draft.kind; // whatever word or option named it
    written.changes = session.journal.update(slugs, [&](const std::vector<Record>& records) {
        written = {}; // of an attempt that came to nothing
        std::vector<std::string> taken;
        for (const auto& record : records)
            std::ranges::copy(ids_of(record.relationship), std::back_inserter(taken));
        // One id stands in all files for the entry alone.
        written.id = id_for(session.host, mark, taken);
        taken.push_back(written.id);
        std::vector<ReadAgain> again;
        LogDraft for_all = draft; // what is private at one of them is private at all
        for (const auto& record : records) {
            const Relationship& person = record.relationship;
            again.push_back(
                read_again(said, person, draft.on.date, session.config.kinds, session.today(),
                           [&](std::size_t entry) { return line_of(record.document, entry); }));
            if (landing_of(person, draft, again.back(), written.id).is_private)
                for_all.is_private = true;
        }
        std::vector<Document> documents;
        for (std::size_t i = 0; i < records.size(); ++i) {
            documents.push_back(
                with_draft(session, records[i], for_all, again[i], i == 0, written, taken));
            written.names.push_back(records[i].relationship.name);
        }
        written.before = records.front().relationship;
        written.again = std::move(again.front());
        return documents;
    });
    return written;
}

} // namespace mentor
