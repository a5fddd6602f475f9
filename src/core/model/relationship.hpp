// SPDX-License-Identifier: MIT
//
// One relationship as plain values: what FORMAT.md says a file holds, under the same names, in file
// order. Positions in the vectors are positions in the file's arrays of tables. State that can be
// derived (open, last meeting) is a function, never a field.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/kinds.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

enum class Role { mentor, mentee, peer }; // what they are to you
enum class Stage { prospect, active, paused, winding_down, alumni, declined };
enum class Side { me, them };
enum class Verdict { worked, not_for_me, disagreed }; // of advice, by whoever was advised

std::string_view to_text(Role role);
std::string_view to_text(Stage stage); // "winding-down"
std::string_view to_text(Side side);
std::string_view to_text(Verdict verdict); // "not-for-me"

std::optional<Role> find_role(std::string_view text);
std::optional<Stage> find_stage(std::string_view text);
std::optional<Side> find_side(std::string_view text);
std::optional<Verdict> find_verdict(std::string_view text);

const std::vector<std::string>& role_names();
const std::vector<std::string>& stage_names();
const std::vector<std::string>& side_names();
const std::vector<std::string>& verdict_names();

struct Contact {
    std::string email, phone, link, prefers, hours, timezone; // "" where absent
    bool operator==(const Contact&) const = default;
};

struct Agreement {
    std::optional<Duration> every, grace, review;
    std::optional<Side> initiates;
    std::string where, length;
    std::optional<bool> confidential, honest;
    std::string expectations, boundaries;
    std::optional<Date> agreed;
    bool operator==(const Agreement&) const = default;
};

// A day of the year that they keep; 29 February falls on the 28th in common years.
struct Occasion {
    std::string what;
    int month = 1;
    std::optional<int> day; // none where only the month is known
    std::optional<int> year;
    bool yearly = true;
    std::optional<Duration> notice; // how long before the day it is named
    bool operator==(const Occasion&) const = default;
};

struct Goal {
    std::string id, title, why, measure;
    std::optional<Date> set, due;
    std::string reality, options, way, follows;
    bool is_private = false; // `private` in the file: of every text but the title
    std::optional<Date> done, dropped;
    std::string outcome;
    bool open() const { return !done && !dropped; }
    bool operator==(const Goal&) const = default;
};

struct Milestone {
    std::string id, goal, what;
    std::optional<Date> due, done;
    bool open() const { return !done; }
    bool operator==(const Milestone&) const = default;
};

struct LogEntry {
    std::string id;
    Moment on;
    std::string kind;
    std::optional<Side> by;
    std::optional<int> minutes;
    std::string where;
    std::vector<std::string> topics;
    std::string note;
    std::vector<std::string> advice; // the words of all that was given in it
    std::vector<std::string> wins;
    std::optional<int> rating; // 1 to 5
    bool is_private = false;   // `private` in the file
    std::vector<std::string> goals;
    std::map<std::string, int> scores;
    std::string mark;               // see known_as
    std::vector<std::string> recap; // marks of the promises that were read in with it
    const std::string& known_as() const { return mark.empty() ? id : mark; }
    bool answers_to(std::string_view other) const { return id == other || mark == other; }
    bool operator==(const LogEntry&) const = default;
};

// What they advised, or you did, to a mentee; and what became of it.
struct Advice {
    std::string id, what;
    std::optional<Date> on;
    std::string log; // the entry in which it was given
    std::optional<Date> tried;
    std::optional<Verdict> verdict;
    std::string outcome;
    std::optional<Date> told, thanked;
    bool in_entry = false;   // stands in its entry's own list, as older files have it
    bool is_private = false; // by itself, or as its entry is
    bool open() const { return !tried && !verdict; } // waits to be tried
    bool operator==(const Advice&) const = default;
};

struct Commitment {
    std::string id;
    Side owner = Side::me;
    std::string what;
    std::optional<Date> made, due;
    std::vector<Date> moved; // the days that it was due before, oldest first
    std::string log;
    std::optional<Date> done, dropped;
    std::string outcome;
    std::optional<Date> told;
    bool is_private = false; // by itself, or as its entry is
    std::string mark;        // see known_as
    // The mark by which both of you know it in a mail: the id that it had with the one who wrote it
    // down first. It is the id here, too, unless that was taken.
    const std::string& known_as() const { return mark.empty() ? id : mark; }
    bool answers_to(std::string_view other) const { return id == other || mark == other; }
    bool open() const { return !done && !dropped; }
    bool operator==(const Commitment&) const = default;
};

struct Question {
    std::string id, ask;
    std::optional<Date> added, asked;
    std::string answer;
    bool is_private = false; // `private` in the file
    bool open() const { return !asked; }
    bool operator==(const Question&) const = default;
};

// Something for them: an article, an introduction, an invitation.
struct Gift {
    std::string id, what;
    std::optional<Date> added;
    std::optional<Date> by; // no use after this day
    std::optional<Date> given;
    bool is_private = false; // `private` in the file
    bool open() const { return !given; }
    bool is_too_late(Date today) const { return open() && by && *by < today; }
    bool operator==(const Gift&) const = default;
};

// How a criterion of what you look for is met, in your words.
struct Fit {
    std::string criterion, words;
    bool operator==(const Fit&) const = default;
};

struct Ending {
    std::optional<Date> on;
    std::string outcome;
    std::optional<bool> thanked;
    std::optional<Duration> keep;
    bool operator==(const Ending&) const = default;
};

struct Relationship {
    std::string slug; // from the file's name
    // An aka that means them alone and is plain to type, where the slug isn't; else "".
    std::string typed;
    bool shares_first_name = false; // with another of the journal; see called()
    int format = 1;                 // this and everything below is in the file
    // What calendars and address books know the file by, whatever the name; "" in one that was
    // never exported.
    std::string uid;
    std::string name;
    Role role = Role::mentor;
    std::string type;
    Stage stage = Stage::active;
    std::vector<std::string> aka;
    std::optional<Date> added, started, ends;
    std::string met, through;
    std::vector<std::string> tags;
    std::optional<Moment> next;
    std::optional<Date> snoozed;
    std::string about;
    std::string address; // how to greet them, where the first word of the name isn't it
    std::vector<std::string> values;
    std::vector<std::string> learn; // what you want to learn from them; a mentee, from you
    Contact contact;
    Agreement agreement;
    std::vector<Occasion> occasions;
    std::vector<Goal> goals;
    std::vector<Milestone> milestones;
    std::vector<LogEntry> log;
    std::vector<Advice> advice; // the file's tables, then what older entries hold themselves
    std::vector<Commitment> commitments;
    std::vector<Question> questions;
    std::vector<Gift> gifts;
    std::vector<Fit> fit; // of a prospect
    std::optional<Ending> ending;
    bool operator==(const Relationship&) const = default;
};

// WHO in what a person may type, as one word for any shell.
std::string shell_word(const Relationship& relationship);

// The stages that have something in common.
bool is_under_way(Stage stage); // you meet in a rhythm: active or winding down
bool has_rhythm(Stage stage);   // meetings, or for alumni any contact, are to come round
bool is_in_touch(Stage stage);  // neither a prospect nor declined
bool is_over(Stage stage);      // alumni or declined

// It came to an end, whether or not the two stay in touch.
bool has_ended(const Relationship& relationship);
// A meeting is agreed for today or later.
bool has_meeting_ahead(const Relationship& relationship, Date today);
bool is_snoozed(const Relationship& relationship, Date today);

// How often its day was moved to a later one.
int times_postponed(const Commitment& commitment);
// Moved twice or more: a promise to make smaller, or to let go.
bool is_too_big(const Commitment& commitment);

// Every id in it.
std::vector<std::string> ids_of(const Relationship& relationship);

// What others may read: of private entries no more than the day, the kind and who began, and
// nothing of what came of them; no private promise, advice, question or gift; of a private goal its
// title and days, and none of its steps. What is private is decided here alone: see privacy.hpp.
Relationship without_private_words(Relationship relationship);
// Whether the entry with that id is private or isn't there; of those that share it, one is enough.
bool is_from_private(const std::string& log, const Relationship& relationship);
bool has_private_words(const Relationship& relationship);

// The entry with the latest day of the wanted class, not after `today`; among equals the later one
// in the file. Null when there is none; points into `relationship`, so that, as everywhere in core,
// no temporary is taken for one.
const LogEntry* last_meeting(const Relationship& relationship, const Kinds& kinds, Date today);
const LogEntry* last_meeting(const Relationship&&, const Kinds&, Date) = delete;
const LogEntry* last_contact(const Relationship& relationship, const Kinds& kinds, Date today);
const LogEntry* last_contact(const Relationship&&, const Kinds&, Date) = delete;

// Positions in `relationship.log`, oldest entry first; equal moments keep file order.
std::vector<std::size_t> by_day(const Relationship& relationship);

// What they are called in whatever is said of them: the first name, or the whole one where another
// of the journal may be called the same, so that there is no doubt who is meant.
std::string called(const Relationship& relationship);

// The name they are called by when they are spoken to: `address`, else the first word of the
// name without titles; the whole name where that wouldn't be right: "Dr. Berg", "J. R. Tolkien",
// and of a script in which the family name may come first.
std::string first_name(const Relationship& relationship);
// The same of a name alone: "Nils" of "Prof. Nils Holm".
std::string first_name(const std::string& name);

} // namespace mentor
