// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"

#include "core/model/day_order.hpp"
#include "core/model/ids.hpp"
#include "core/parallel.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "toml/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

namespace mentor {

namespace {

std::string file_name(std::string_view slug) {
    return fmt::format("{}.toml", slug);
}

Record parse_record(std::string text, std::string_view slug) {
    Document document = Document::parse(std::move(text), file_name(slug));
    Relationship relationship = decode_relationship(document, std::string(slug));
    return {std::move(document), std::move(relationship)};
}

// MENTOR_READER: for those who look for a fault in the program.
Readers readers_of(const Host& host) {
    const auto named = host.variable("MENTOR_READER");
    if (named == "both") return Readers::both;
    return named == "toml" ? Readers::toml_alone : Readers::plain_first;
}

void refuse_newer(const Record& record) {
    if (record.relationship.format <= newest_format) return;
    const auto where = record.document.position({"format"}).value_or(Position{});
    throw Error(Exit::broken,
                {.what = fmt::format("this file has format {}, and this mentor writes {}",
                                     record.relationship.format, newest_format),
                 .advice = "nothing was changed; a newer mentor can do it",
                 .file = record.document.name(),
                 .line = where.line,
                 .column = where.column});
}

// Days that can't both be true, and were not there before.
void refuse_disorder(const Relationship& before, const Relationship& after) {
    const auto known = disorders_of(before);
    for (const Disorder& made : disorders_of(after)) {
        const auto is_same = [&](const Disorder& old) {
            return old.first == made.first && old.then == made.then;
        };
        if (std::ranges::any_of(known, is_same)) continue;
        throw Error(Exit::usage, to_words(made), "one of the two days has to be another one");
    }
}

// What other hands wrote meanwhile, with what `after` changed in `before`.
std::string merged(const std::string& file, std::string_view before, const std::string& after,
                   const std::string& theirs) {
    Error refusal(Exit::system, {.what = "the file was changed by other hands meanwhile",
                                 .advice = "nothing was written over it",
                                 .file = file});
    try {
        const auto parse = [&](std::string_view text) {
            return Document::parse(std::string(text), file);
        };
        Merged both = merge(parse(before), parse(after), parse(theirs));
        if (both.text) return *std::move(both.text);
        if (both.collisions.empty()) throw refusal;
        throw Error(Exit::system,
                    {.what = fmt::format("{}, in the same place: {}", refusal.diagnostic().what,
                                         join(both.collisions, ", ")),
                     .advice = refusal.diagnostic().advice,
                     .file = file});
    } catch (const Error& error) {
        // A text that doesn't parse can't be brought together with another.
        if (error.exit() == Exit::broken) throw refusal;
        throw;
    }
}

std::vector<std::string> copies_of(const Journal& journal, std::string_view slug) {
    std::vector<std::string> copies;
    for (auto& [copy, original] : journal.conflict_copies())
        if (original == slug) copies.push_back(copy);
    return copies;
}

// Beside a file of another name a copy would be someone else.
void refuse_copies(const Journal& journal, std::string_view slug) {
    const auto copies = copies_of(journal, slug);
    if (copies.empty()) return;
    throw Error(Exit::usage,
                {.what = fmt::format("this is a copy of {} that a file syncer left, and would be "
                                     "someone else beside another name",
                                     file_name(slug)),
                 .advice = to_type("merge it in first: mentor check {} --fix", std::string(slug)),
                 .file = file_name(copies.front())});
}

// One file is several of which there is one.
Journal::EditAll all_by(const Journal::Edit& edit) {
    return [&edit](const std::vector<Record>& records) {
        return std::vector<Document>{edit(records.front())};
    };
}

// With what other hands wrote meanwhile, who take no lock of ours; not for ever, where they go on
// and on.
template<class Attempt>
std::vector<Change> until_not_overtaken(Attempt attempt) {
    constexpr int most_attempts = 20;
    for (int attempts = 1;; ++attempts) {
        try {
            return attempt();
        } catch (const Overtaken&) {
            if (attempts == most_attempts) throw;
        }
    }
}

} // namespace

Relationship changed(const Record& record, const Document& document) {
    Relationship person = decode_relationship(document, record.relationship.slug);
    person.typed = record.relationship.typed;
    person.shares_first_name = record.relationship.shares_first_name;
    return person;
}

Journal::Journal(Host& host, UndoLog& log, Folder folder)
    : host_(host), log_(log), folder_(std::move(folder)) {}

bool Journal::exists() const {
    return host_.exists(folder_);
}

std::filesystem::path Journal::file_of(std::string_view slug) const {
    return folder_ / file_name(slug);
}

template<class Decode>
std::vector<Diagnostic> Journal::visit_texts(const std::vector<std::string>& slugs,
                                             const Decode& decode) const {
    std::vector<std::optional<Diagnostic>> faults(slugs.size());
    for_each_index(slugs.size(), [&](std::size_t i) {
        try {
            // A file that vanished since it was listed is no fault.
            auto text = host_.find_text(file_of(slugs[i]));
            if (text) decode(i, *std::move(text));
        } catch (const Error& error) {
            faults[i] = error.diagnostic();
            if (faults[i]->file.empty()) faults[i]->file = file_name(slugs[i]);
        }
    });
    std::vector<Diagnostic> broken;
    for (auto& fault : faults) {
        if (fault) broken.push_back(std::move(*fault));
    }
    return broken;
}

std::vector<Diagnostic> Journal::visit(const std::vector<std::string>& slugs, Extent extent,
                                       const Visit& visit) const {
    const Readers readers = readers_of(host_);
    return visit_texts(slugs, [&](std::size_t i, std::string text) {
        Relationship person =
            decode_relationship(std::move(text), file_name(slugs[i]), slugs[i], readers, extent);
        note_names(person);
        visit(i, std::move(person));
    });
}

std::vector<Diagnostic> Journal::visit_wanted(const std::vector<std::string>& slugs, Extent extent,
                                              const IsWanted& is_wanted,
                                              const VisitText& visit) const {
    const Readers readers = readers_of(host_);
    return visit_texts(slugs, [&](std::size_t i, const std::string& text) {
        static thread_local Decoder decoder; // of file after file
        if (!is_wanted(text)) return;
        Relationship person = decoder.decode(text, file_name(slugs[i]), slugs[i], readers, extent);
        visit(i, std::move(person), {text, decoder.plain(), decoder.document()});
    });
}

Contents Journal::load(const std::vector<std::string>& slugs, Extent extent) const {
    auto wanted = slugs.empty() ? this->slugs() : slugs;
    std::ranges::sort(wanted);
    std::vector<std::optional<Relationship>> loaded(wanted.size());
    Contents contents;
    contents.broken = visit(wanted, extent, [&](std::size_t position, Relationship&& relationship) {
        loaded[position] = std::move(relationship);
    });
    contents.relationships.reserve(loaded.size());
    for (auto& relationship : loaded) {
        if (relationship) contents.relationships.push_back(std::move(*relationship));
    }
    return contents;
}

Record Journal::read(std::string_view slug) const {
    Record record = parse_record(text_of(slug), slug);
    note_names(record.relationship);
    return record;
}

std::vector<Change> Journal::update(std::string_view slug, const Edit& edit) {
    return update({std::string(slug)}, all_by(edit));
}

std::vector<Change> Journal::update(const std::vector<std::string>& slugs, const EditAll& edit) {
    const auto locks = begin();
    return until_not_overtaken([&] { return write(changes_of(slugs, edit)); });
}

std::vector<Change> Journal::update_beside(std::string_view slug, const Edit& edit,
                                           const NewFile& fresh) {
    const auto locks = begin();
    return until_not_overtaken([&] {
        std::vector<Change> changes = changes_of({std::string(slug)}, all_by(edit));
        changes.push_back(new_file(fresh.slug, fresh.text));
        return write(std::move(changes));
    });
}

// Of the files as they are now, inside the lock.
std::vector<Change> Journal::changes_of(const std::vector<std::string>& slugs,
                                        const EditAll& edit) const {
    std::vector<Record> records;
    for (auto slug = slugs.begin(); slug != slugs.end(); ++slug) {
        // Someone who was named twice gets one change.
        if (std::find(slugs.begin(), slug, *slug) != slug) continue;
        records.push_back(read(*slug));
        refuse_another(*slug, records.back().document.text());
        refuse_newer(records.back());
    }
    const std::vector<Document> results = edit(records);
    assert(results.size() == records.size());
    std::vector<Change> changes;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const std::string& slug = records[i].relationship.slug;
        refuse_disorder(records[i].relationship, decode_relationship(results[i], slug));
        changes.push_back(change_of(slug, records[i].document.text(), results[i].text()));
    }
    return changes;
}

std::vector<Change> Journal::replace(std::string_view slug, std::string_view before,
                                     const std::string& after) {
    const auto locks = begin();
    const std::string file = file_name(slug);
    refuse_newer(parse_record(after, slug));
    return until_not_overtaken([&] {
        std::string text = text_of(slug);
        refuse_another(std::string(slug), text);
        std::string result = text == before ? after : merged(file, before, after, text);
        if (text == result) return std::vector<Change>();
        refuse_newer(parse_record(result, slug));
        return write({change_of(slug, std::move(text), std::move(result))});
    });
}

std::vector<Change> Journal::put(const std::vector<WholeText>& texts) {
    const auto locks = begin();
    for (const WholeText& text : texts) {
        const Record record = parse_record(text.after, text.slug);
        // A file of a newer format is made again as it was, and never changed.
        if (text.before) refuse_newer(record);
    }
    return until_not_overtaken([&] {
        std::vector<Change> changes;
        for (const auto& [slug, before, after] : texts) {
            if (!before)
                refuse_taken(slug);
            else if (text_of(slug) != *before)
                throw Error(Exit::system, {.what = "the file was changed by other hands meanwhile",
                                           .advice = "nothing was written; try again",
                                           .file = file_name(slug)});
            changes.push_back(change_of(slug, before, after));
        }
        return write(std::move(changes));
    });
}

std::vector<Change> Journal::create(std::string_view slug, const std::string& text) {
    const auto locks = begin();
    return until_not_overtaken([&] { return write({new_file(slug, text)}); });
}

std::vector<Change> Journal::write(std::vector<Change> changes) {
    auto written = log_.write(std::move(changes));
    slugs_.reset();
    calls_.reset();
    by_word_.reset();
    return written;
}

Change Journal::new_file(std::string_view slug, const std::string& text) const {
    refuse_taken(slug);
    refuse_disorder({}, parse_record(text, slug).relationship);
    return change_of(slug, std::nullopt, text);
}

std::vector<Change> Journal::rename(std::string_view from, std::string_view to, const Edit& edit) {
    if (from == to) {
        refuse_copies(*this, from);
        return update(from, edit);
    }
    const auto locks = begin();
    return until_not_overtaken([&] {
        const Record record = read(from);
        refuse_another(std::string(from), record.document.text());
        refuse_newer(record);
        refuse_copies(*this, from);
        refuse_taken(to);
        const Document result = edit(record);
        decode_relationship(result, std::string(to));
        return write({change_of(to, std::nullopt, result.text()),
                      change_of(from, record.document.text(), std::nullopt)});
    });
}

std::vector<Change> Journal::remove(std::string_view slug) {
    const auto locks = begin();
    return until_not_overtaken([&] {
        const Record record = read(slug);
        refuse_another(std::string(slug), record.document.text());
        refuse_newer(record);
        std::vector<Change> changes{change_of(slug, record.document.text(), std::nullopt)};
        for (const std::string& copy : copies_of(*this, slug))
            changes.push_back(change_of(copy, text_of(copy), std::nullopt));
        return write(std::move(changes));
    });
}

std::vector<std::unique_ptr<Lock>> Journal::begin() {
    if (!exists()) throw Error(Exit::usage, "there is no journal yet", "begin with: mentor init");
    auto locks = log_.lock({folder_});
    calls_.reset(); // others may have written until now
    return locks;
}

std::string Journal::text_of(std::string_view slug) const {
    auto text = is_slug(slug) ? host_.find_text(file_of(slug)) : std::nullopt;
    if (text) return std::move(*text);
    throw Error(Exit::unknown, fmt::format("no relationship called '{}'", slug),
                "to see everyone: mentor list");
}

void Journal::refuse_taken(std::string_view slug) const {
    if (!is_slug(slug)) {
        throw Error(Exit::usage, fmt::format("'{}' can't be the name of a file", slug),
                    "a name needs a letter or a digit");
    }
    if (!host_.exists(file_of(slug))) return;
    throw Error(Exit::usage, fmt::format("there is a relationship called '{}' already", slug),
                to_type("look at it with: mentor show {}", slug));
}

Change Journal::change_of(std::string_view slug, FileText before, FileText after) const {
    return {whole_name(host_, file_of(slug)), std::move(before), std::move(after)};
}

std::string make_id(Host& host, const std::vector<std::string>& taken) {
    for (;;) {
        std::string id = id_from(host.random());
        if (std::ranges::find(taken, id) == taken.end()) return id;
    }
}

std::string make_uid(Host& host) {
    std::string uid;
    while (uid.size() < uid_length)
        uid += id_from(host.random());
    return uid;
}

} // namespace mentor
