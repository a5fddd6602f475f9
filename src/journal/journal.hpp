// SPDX-License-Identifier: MIT
//
// The journal: a folder with one file a relationship. Owns which files those are, the lock that
// spans read, change and write, and that a broken file harms no other. Never prints.
#pragma once

#include "core/model/extent.hpp"
#include "core/model/ids.hpp"
#include "core/model/relationship.hpp"
#include "core/model/who.hpp"
#include "journal/undo_log.hpp"
#include "machine/host.hpp"
#include "toml/document.hpp"

#include "mentor/error.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// A document and what it says.
struct Record {
    Document document;
    Relationship relationship;
};

// What the file says with that document in the place of the record's: to whom others' names leave
// what name, stays as it was read.
Relationship changed(const Record& record, const Document& document);

struct Contents {
    std::vector<Relationship> relationships; // by slug
    std::vector<Diagnostic> broken;          // one for each file that can't be read
};

struct PlainText;

// A text that was read, as long as it is visited, and what it was read from: one of the two, or
// neither where nothing is to be said of the text.
struct ReadText {
    std::string_view text;
    const PlainText* plain = nullptr;
    const Document* document = nullptr;
};

class Journal {
public:
    // What is written goes through the log.
    Journal(Host& host, UndoLog& log, Folder folder);

    const Folder& folder() const { return folder_; }
    bool exists() const;
    std::filesystem::path file_of(std::string_view slug) const;

    // --- reading. Nothing here writes, takes the lock, or changes a file time.
    // By bytes; hidden files and other endings are none, nor are the copies that a file syncer
    // left.
    std::vector<std::string> slugs() const;
    // The slugs of those copies, each with that of the file beside it that it is a copy of.
    std::vector<std::pair<std::string, std::string>> conflict_copies() const;
    // Decodes each of the files and hands it on with its position among `slugs`; gives the faults
    // of those that can't be read, in that order. Works on several threads where there are many
    // files: a visit touches nothing that another one does. One file is in memory at a time and
    // thread.
    using Visit = std::function<void(std::size_t position, Relationship&& relationship)>;
    std::vector<Diagnostic> visit(const std::vector<std::string>& slugs, Extent extent,
                                  const Visit& visit) const;
    // The same of those whose text `is_wanted`, each with that text, and without what the others'
    // names make of theirs (note_names). An outline is read of what is plain, and of the others
    // all.
    using IsWanted = std::function<bool(std::string_view text)>;
    using VisitText = std::function<void(std::size_t position, Relationship&& relationship,
                                         const ReadText& read)>;
    std::vector<Diagnostic> visit_wanted(const std::vector<std::string>& slugs, Extent extent,
                                         const IsWanted& is_wanted, const VisitText& visit) const;
    // All of them at once, by slug; `slugs` empty means everyone.
    Contents load(const std::vector<std::string>& slugs = {}, Extent extent = Extent::whole) const;
    // What everyone can be called by, from the head of each file. A broken file is known by its
    // slug.
    std::vector<Handle> handles() const;
    // The same of one; nullopt where there is no such file.
    std::optional<Handle> find_handle_of(const std::string& slug) const;
    // Throws Error(unknown) where there is no such file, Error(broken) where it can't be read.
    Record read(std::string_view slug) const;
    // Notes in the one what the others' names make of it: what to type, and what they are called.
    // What is read here has it.
    void note_names(Relationship& relationship) const;

    // Who is meant by the slug from now on, however long a person takes to answer; "" where the
    // file has no uid to know them by. Where it is about somebody else by the time of writing,
    // nothing is written: Error(unknown).
    void mean(const std::string& slug, const std::string& uid) { meant_[slug] = uid; }

    // --- writing. Each takes the lock, reads again inside it, applies the change, checks that the
    // result decodes, writes durably and releases; all over again, the change too, where a program
    // without a lock was faster. Throws and writes nothing where anything fails.
    // A file whose `format` is newer than the program's is read-only: Error(broken). Days that
    // can't both be true are not written: Error(usage).
    using Edit = std::function<Document(const Record&)>;
    std::vector<Change> update(std::string_view slug, const Edit& edit);
    // Several files, all or none: from every record its document, in the same order.
    using EditAll = std::function<std::vector<Document>(const std::vector<Record>&)>;
    std::vector<Change> update(const std::vector<std::string>& slugs, const EditAll& edit);
    // Someone's file and a new one for somebody else, both or neither. Throws as create() does,
    // too.
    struct NewFile {
        std::string slug, text;
    };
    std::vector<Change> update_beside(std::string_view slug, const Edit& edit,
                                      const NewFile& fresh);
    // The whole text at once, as an editor leaves it; what stood there may be broken. Where it
    // isn't `before` any more, both changes are merged; Error(system) names what they have in
    // common.
    std::vector<Change> replace(std::string_view slug, std::string_view before,
                                const std::string& after);
    // Several files by their whole texts, all or none, as a copy or another program has them: what
    // was true of them before isn't asked. Throws Error(usage) where the slug of a new one is
    // taken, Error(system) where a file isn't what was `before` any more.
    struct WholeText {
        std::string slug;
        FileText before; // nullopt: there is none yet
        std::string after;
    };
    std::vector<Change> put(const std::vector<WholeText>& texts);
    // Throws Error(usage) where the slug is taken.
    std::vector<Change> create(std::string_view slug, const std::string& text);
    // Throws Error(usage) where a copy is there, which would be someone beside another name.
    std::vector<Change> rename(std::string_view from, std::string_view to, const Edit& edit);
    // With its copies.
    std::vector<Change> remove(std::string_view slug);

private:
    // Does `decode` with the position and the text of each file; the faults of those that can't be
    // read, as visit() gives them.
    template<class Decode>
    std::vector<Diagnostic> visit_texts(const std::vector<std::string>& slugs,
                                        const Decode& decode) const;
    std::vector<std::string> all_slugs() const; // copies among them
    std::vector<std::string> read_slugs() const;
    std::vector<Change> changes_of(const std::vector<std::string>& slugs,
                                   const EditAll& edit) const;
    std::vector<Change> write(std::vector<Change> changes);
    Change new_file(std::string_view slug, const std::string& text) const;
    std::vector<std::unique_ptr<Lock>> begin(); // the lock
    std::string text_of(std::string_view slug) const;
    const Calls& calls() const;
    // Everyone's slug once for each word in it, in the order of the words.
    struct SlugsByWord {
        std::vector<std::string> slugs;
        struct Word {
            std::string_view word; // of the slug
            std::size_t slug;      // in `slugs`
        };
        std::vector<Word> words;
    };
    const SlugsByWord& slugs_by_word() const;
    bool is_first_name_shared(const Handle& person) const;
    void refuse_taken(std::string_view slug) const;
    void refuse_another(const std::string& slug, const std::string& text) const;
    Change change_of(std::string_view slug, FileText before, FileText after) const;

    Host& host_;
    UndoLog& log_;
    Folder folder_;
    std::map<std::string, std::string, std::less<>> meant_; // uids, by slug
    // Of everyone, as long as nothing is written.
    mutable std::mutex looking_up_;
    mutable std::optional<std::vector<std::string>> slugs_; // as they were asked for last
    mutable std::optional<Calls> calls_;
    mutable std::optional<SlugsByWord> by_word_;
};

// A name that stays inside the folder, and that `slugs` lists.
bool is_slug(std::string_view slug);
// "ada" of "ada.toml"; nullopt for what is no file of a journal: another ending, a hidden file, one
// in a folder below.
std::optional<std::string> find_slug(std::string_view file);
// Whether the file may be someone's, by its name: the copies that file syncers leave are nobody's.
bool is_someones(std::string_view file);

// A new id that none of `taken` equals: four of `id_letters`.
std::string make_id(Host& host, const std::vector<std::string>& taken);
// A new uid for a file; none of any other journal equals it.
std::string make_uid(Host& host);

} // namespace mentor
