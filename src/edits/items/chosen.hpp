// SPDX-License-Identifier: MIT
//
// One thing of a file that a person named by REF. What was found is what is changed: the thing
// itself, at its place in the file that was read, and never one that is called the same. Choosing
// wants what was read before the lock, and a change gets what was read inside it, so that nobody is
// asked a question while others wait.
#pragma once

#include "edits/items/refs.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Someone's file as it stood before anything is changed.
class Seen {
public:
    // Throws as `slug_for` and `Journal::read` do.
    Seen(Session& session, std::string_view who)
        : record_(std::make_shared<const Record>(session.journal.read(session.slug_for(who)))) {}

    const Relationship* operator->() const { return &record_->relationship; }
    const Relationship& operator*() const { return record_->relationship; }
    const Document& document() const { return record_->document; }

private:
    template<class Thing>
    friend class Chosen;

    std::shared_ptr<const Record> record_;
};

// Keeps what was seen for as long as it is there itself.
template<class Thing>
class Chosen {
public:
    Chosen(const Seen& seen, std::size_t position) : seen_(seen.record_), position_(position) {}

    const Thing* operator->() const { return &**this; }
    const Thing& operator*() const { return all()[position_]; }
    const std::string& slug() const { return seen_->relationship.slug; }
    const std::string& words() const { return (**this).*kept<Thing>.words; }
    std::size_t position() const { return position_; } // in the file that was read
    // By what a later run knows it again: an id of its own, or else its place and all of its text.
    std::string identity() const;

    // Where it stands now. What other hands changed elsewhere in the file does no harm; throws
    // Error(unknown) where they changed the thing itself, or its equals are more or fewer, so that
    // it can't be told which one it was.
    std::size_t position_in(const Record& now) const;

private:
    const std::vector<Thing>& all() const { return seen_->relationship.*kept<Thing>.all; }

    std::shared_ptr<const Record> seen_;
    std::size_t position_;
};

// What tells a thing from another that looks alike: its days and how it stands, and the line in the
// file, which does in any case.
template<class Thing>
std::string marks_in(const Seen& seen, std::size_t position);

// One line of a list of things, which are told apart by their ids, or else by their days and lines.
template<class Thing>
Choice choice_of(const Seen& seen, std::size_t position, std::string words);

// Which things can be meant, and the error for another one that is named all the same.
template<class Thing>
struct Wanted {
    bool (*is_wanted)(const Thing&) = is_open<Thing>;
    std::function<void(const Thing&)> refuse; // throws; where it is empty an id names any thing
    std::string_view state = "open";          // what those are that can be meant
    std::vector<std::string> behind = {};     // the words that follow REF, and may be more of it
};

// The one that `ref` names; what is wanted goes before the rest. On a terminal a person chooses
// among several. Throws Error(unknown), with a list that tells them apart.
template<class Thing>
Chosen<Thing> choose(Session& session, const Seen& seen, std::string_view ref,
                     const Wanted<Thing>& wanted = {});

// The same among some that were chosen before.
template<class Thing>
std::size_t choose_among(Session& session, const Seen& seen, std::string_view ref,
                         const std::vector<Chosen<Thing>>& some);

// The document with the thing changed: `edit` gets what is read inside the lock, and where it
// stands there.
template<class Thing, class Edit>
std::vector<Change> change(Session& session, const Chosen<Thing>& chosen, Edit edit) {
    return session.journal.update(chosen.slug(), [&](const Record& record) {
        return edit(record, chosen.position_in(record));
    });
}

} // namespace mentor
