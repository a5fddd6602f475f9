// SPDX-License-Identifier: MIT
#include "commands/journal/imports/taking_over.hpp"

#include "core/rules/journal/entry_imports.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/people/imported.hpp"
#include "report/blocks.hpp"
#include "session/zones.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace mentor {
namespace {

constexpr std::size_t most_strangers = 6;

// What is chosen for one file.
struct FileToWrite {
    std::string slug;
    const ImportedPerson* person = nullptr; // who is new, or different
    std::vector<const ImportedEntry*> entries;
    bool is_new() const { return person && person->row.state == ImportState::fresh; }
};

std::vector<ImportRow> rows_of(const ImportedDiary& diary) {
    std::vector<ImportRow> rows;
    for (const ImportedPerson& person : diary.people)
        rows.push_back(person.row);
    for (const ImportedEntry& entry : diary.entries)
        rows.push_back(entry.row);
    return rows;
}

// In the order in which the diary first has something for each.
std::vector<FileToWrite> files_of(const ImportedDiary& diary,
                                  const std::vector<std::size_t>& chosen) {
    std::vector<FileToWrite> files;
    const auto file_of = [&](const std::string& slug) -> FileToWrite& {
        const auto known = std::ranges::find(files, slug, &FileToWrite::slug);
        return known == files.end() ? files.emplace_back(FileToWrite{slug, nullptr, {}}) : *known;
    };
    for (const std::size_t at : chosen)
        if (at < diary.people.size()) {
            const ImportedPerson& person = diary.people[at];
            file_of(person.row.slug).person = &person;
        } else {
            const ImportedEntry& entry = diary.entries[at - diary.people.size()];
            file_of(entry.row.slug).entries.push_back(&entry);
        }
    return files;
}

// The texts of the files to write. An entry that goes into several has one id in all of them, as
// `log --with` writes it.
class Texts {
public:
    Texts(Session& session, const ImportedDiary& diary) : session_(session), diary_(diary) {
        for (const ImportedEntry& entry : diary.entries)
            if (!entry.id.empty()) {
                ids_.emplace(entry.at, entry.id);
                taken_.push_back(entry.id);
            }
    }

    std::vector<Journal::WholeText> of(const std::vector<FileToWrite>& files) {
        for (const FileToWrite& file : files)
            if (!file.is_new()) {
                records_.emplace(file.slug, session_.journal.read(file.slug));
                const auto ids = ids_of(records_.at(file.slug).relationship);
                std::ranges::copy(ids, std::back_inserter(taken_));
            }
        std::vector<Journal::WholeText> texts;
        for (const FileToWrite& file : files)
            texts.push_back(text_of(file));
        return texts;
    }

private:
    Journal::WholeText text_of(const FileToWrite& file) {
        if (file.is_new()) {
            const Document document = imported_document(session_, file.person->found);
            return {file.slug, std::nullopt, with_entries(document, {}, file.entries).text()};
        }
        const Record& record = records_.at(file.slug);
        const Document document =
            file.person ? with_differences(record, file.person->differences) : record.document;
        return {file.slug, record.document.text(),
                with_entries(document, record.relationship, file.entries).text()};
    }

    Document with_entries(Document document, const Relationship& person,
                          const std::vector<const ImportedEntry*>& entries) {
        std::vector<EntryToAdd> to_add;
        for (const ImportedEntry* entry : entries) {
            const FoundEntry& found = diary_.found[entry->at];
            const auto there = find_entry(person.log, found);
            if (there.same) continue; // by other hands, just now
            if (entry->row.state == ImportState::different && there.other)
                document = with_found_note(document, *there.other, found);
            else
                to_add.push_back({&found, id_for(entry->at, person)});
        }
        return to_add.empty() ? document : with_found_entries(document, std::move(to_add));
    }

    std::string id_for(std::size_t at, const Relationship& person) {
        if (const auto known = ids_.find(at); known != ids_.end()) {
            const auto own = ids_of(person);
            if (std::ranges::find(own, known->second) == own.end()) return known->second;
        }
        taken_.push_back(make_id(session_.host, taken_));
        return ids_[at] = taken_.back();
    }

    Session& session_;
    const ImportedDiary& diary_;
    std::map<std::string, Record> records_;  // of files that are there, by slug
    std::map<std::size_t, std::string> ids_; // of entries that are in some file, or go there
    std::vector<std::string> taken_;
};

std::string counts_of(const std::vector<FileToWrite>& files, ImportState state) {
    std::vector<std::string> words;
    for (const FileToWrite& file : files) {
        const auto count = std::ranges::count_if(
            file.entries, [&](const ImportedEntry* entry) { return entry->row.state == state; });
        if (count > 0) words.push_back(fmt::format("{} {}", file.entries.front()->row.name, count));
    }
    return join(words, ", ");
}

Page said_of(const std::vector<FileToWrite>& files) {
    Page page;
    std::vector<std::string> fresh, changed;
    for (const FileToWrite& file : files)
        if (file.person) (file.is_new() ? fresh : changed).push_back(file.person->row.name);
    if (!fresh.empty())
        page.push_back(sentence("Imported {} as {}: {}",
                                counted(static_cast<long>(fresh.size()), "person", "people"),
                                fresh.size() == 1 ? "a prospect" : "prospects", join(fresh, ", ")));
    if (!changed.empty()) page.push_back(sentence("Changed: {}", join(changed, ", ")));
    const std::string added = counts_of(files, ImportState::fresh);
    const std::string replaced = counts_of(files, ImportState::different);
    if (!added.empty()) page.push_back(sentence("Imported entries: {}", added));
    if (!replaced.empty()) page.push_back(sentence("Changed entries: {}", replaced));
    if (!fresh.empty())
        page.push_back(suggestion("To compare them with what you look for:", "mentor prospects"));
    else if (!added.empty())
        page.push_back(suggestion("To read them:", to_type("mentor history {}", files[0].slug)));
    return page;
}

void say_columns(Session& session, const FoundPeople& found) {
    if (found.understood.empty()) return;
    std::string words = "Understood: " + join(found.understood, ", ");
    if (!found.ignored.empty()) words += "; not: " + join(found.ignored, ", ");
    session.say(Page{sentence_of_one_line(words + ".")});
}

void say_nameless(Session& session, const ImportedDiary& diary) {
    if (diary.nameless == 0) return;
    std::vector<std::string> tags;
    for (const auto& [tag, count] : diary.strangers)
        if (tags.size() < most_strangers) tags.push_back(fmt::format("{} {}", tag, times(count)));
    std::string words = fmt::format(
        "{} {} nobody who is here, and {} out", counted(diary.nameless, "entry", "entries"),
        diary.nameless == 1 ? "names" : "name", diary.nameless == 1 ? "stays" : "stay");
    if (!tags.empty()) words += "; their tags: " + join(tags, ", ");
    if (diary.strangers.size() > tags.size())
        words += fmt::format(" and {} more", diary.strangers.size() - tags.size());
    session.say(Page{sentence_of_one_line(words + ".")});
}

// Under which names everyone is known: of who was read as it was read, since a second reading may
// fail, and a name that went missing would make a stranger of them.
std::vector<Handle> known_names(const Session& session, const std::vector<Relationship>& people) {
    std::vector<Handle> names = session.handles();
    for (const Relationship& person : people) {
        const auto known = std::ranges::lower_bound(names, person.slug, {}, &Handle::slug);
        Handle handle{person.slug, person.name, person.aka};
        if (known != names.end() && known->slug == person.slug)
            *known = std::move(handle);
        else
            names.insert(known, std::move(handle));
    }
    return names;
}

Exit take_over(Session& session, const ImportOptions& options, std::string_view format,
               const ImportedDiary& diary, YesTakes yes) {
    const auto rows = rows_of(diary);
    const auto chosen = choose_rows(session, options, format, rows, yes);
    if (!chosen) return exit_of(session, options, rows);
    const auto files = files_of(diary, *chosen);
    const auto changes = session.journal.put(Texts(session, diary).of(files));
    session.saved(changes, said_of(files));
    return Exit::done;
}

// As a birthday that can't be one; nobody would ever learn from it what time it is there.
void leave_unknown_zones(const Session& session, FoundPeople& found) {
    for (FoundPerson& person : found.people) {
        const std::string zone = one_line(without_controls(person.timezone));
        if (!find_zone_fault(session.host, trim(zone))) continue;
        person.remarks.push_back(fmt::format("without the time zone '{}'", trim(zone)));
        person.timezone.clear();
    }
}

} // namespace

Exit import_people(Session& session, const ImportOptions& options, std::string_view format,
                   ReadPeople read, KnownAsText known) {
    session.require_journal();
    FoundPeople found =
        read(text_to_import(session, options.file, known), name_of_import(options.file));
    say_columns(session, found);
    leave_unknown_zones(session, found);
    ImportedDiary people;
    const auto everyone = session.load();
    people.people = compare(std::move(found.people), everyone, known_names(session, everyone));
    return take_over(session, options, format, people, YesTakes::nobody);
}

Exit import_diary(Session& session, const ImportOptions& options, std::string_view format,
                  FoundEntries found, YesTakes yes, const char* advice) {
    const auto everyone = session.load();
    const ImportedDiary diary =
        compare(std::move(found), everyone, known_names(session, everyone), session.today());
    if (diary.people.empty() && diary.entries.empty())
        throw Error(Exit::unknown,
                    fmt::format("nobody who is here is named in {}: {} left out",
                                name_of_import(options.file),
                                counted(diary.nameless, "entry is", "entries are")),
                    advice);
    say_nameless(session, diary);
    return take_over(session, options, format, diary, yes);
}

} // namespace mentor
