// SPDX-License-Identifier: MIT
//
// The reports that commands show, each from the domain's values: one function a report, in a file
// of its own under src/report. Wording fits who the other person is.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/problem.hpp"
#include "core/rules/draft.hpp"
#include "core/rules/due.hpp"
#include "core/rules/health.hpp"
#include "core/rules/prep.hpp"
#include "core/rules/prospects.hpp"
#include "core/rules/review.hpp"
#include "report/report.hpp"

#include "mentor/error.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

// `mentor draft`: the subject and the paragraphs, with the gaps marked.
struct DraftReport {
    std::string kind;
    const Relationship* to = nullptr;
    const Relationship* other = nullptr; // of an introduction
    Draft draft;
    std::vector<std::string> addresses; // those that are known
    std::string link;                   // mailto:
};
Report draft_report(const DraftReport& message, Date today);

// `mentor due`: grouped by late, today, this week, later. `most` rows at the most on the page (0:
// all), with a line that counts the rest.
Report due_report(const std::vector<Reminder>& reminders, Date today, Date until,
                  std::size_t most = 0);

// `mentor list`: one row a relationship.
Report list_report(const std::vector<Relationship>& relationships, const Config& config,
                   Date today);

// `mentor show WHO`: everything that the file says, in the order of a conversation; the newest
// three entries of the log.
Report show_report(const Relationship& relationship, const Config& config, Date today);

// `mentor history WHO`: the log, newest first, with its notes.
Report history_report(const Relationship& relationship, const std::vector<const LogEntry*>& entries,
                      Date today);

// `mentor todo`: open commitments (or, with `all`, every one) of both sides.
Report todo_report(const std::vector<Relationship>& relationships, bool all, Date today);

// `mentor ask WHO`: questions, those still to ask first.
Report questions_report(const Relationship& relationship, bool all, Date today);

// `mentor goal list`: goals with their milestones.
Report goals_report(const std::vector<Relationship>& relationships, bool all, Date today);

// `mentor prep WHO`: one page, in the order in which a conversation goes; parts with nothing to say
// are left out.
Report prep_report(const Prep& prep, const Config& config, Date today);

// `mentor prospects`: below what you look for, grouped by how far each is, in the order of `lines`.
struct ProspectLine {
    Prospect prospect;
    std::vector<const Relationship*> introducers;
};
Report prospects_report(const std::vector<ProspectLine>& lines, const Me& me, Date today);

// `mentor health`: for each person a page of signals, or, unless `full`, a row for each signal that
// asks for attention.
Report health_report(const std::vector<Health>& people, bool full, Date today);

// What `mentor pulse WHO` answers: the scores of `pulse`, an entry of the relationship, beside
// those before it.
Page pulse_page(const Relationship& relationship, const LogEntry& pulse, const Kinds& kinds);

// A sentence that ends in something to type: "After you meet: mentor log ada".
Paragraph suggestion(const std::string& sentence, const std::string& command);

// `mentor review`.
Report review_report(const Review& review, Date today);

// `mentor check`: every problem, those of one file together; how many files were read, and how many
// problems mend themselves.
Report check_report(const std::vector<Problem>& problems, std::size_t files, Date today);

// `mentor config`: each key with its value and where it comes from ("default", "config.toml",
// "MENTOR_DIR").
struct Setting {
    std::string key, value, from;
};
Report config_report(const std::vector<Setting>& settings, Date today);

// `mentor undo --list`: what can be taken back, the newest first, and what was.
struct UndoFile {
    std::string name, change;    // "made", "changed" or "removed"
    long added = 0, removed = 0; // lines
};
struct UndoLine {
    std::optional<int> number; // from 1, the newest; none for what was taken back
    std::string id;
    Moment at;
    std::string command;
    bool undone = false;
    std::vector<UndoFile> files;
};
Report undo_report(const std::vector<UndoLine>& lines, Date today);

// `mentor guide`: the topics, a line each, or the text of one. The words are the commands'.
struct GuideLine {
    std::string name, words; // a term and what it means, or a command and what it is for
};
struct GuideTopic {
    std::string name, title;
    std::vector<std::string> paragraphs;
    std::vector<GuideLine> terms, commands;
};
Report guide_list_report(const std::vector<GuideTopic>& topics, Date today);
Report guide_report(const GuideTopic& topic, Date today);

// Every schema with its item fields, for the manual's test.
struct Schema {
    std::string name;
    std::vector<std::string> fields;
};
std::vector<Schema> schemas();

} // namespace mentor
