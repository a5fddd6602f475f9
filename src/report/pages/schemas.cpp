// SPDX-License-Identifier: MIT
#include "report/pages/schemas.hpp"

#include "core/model/keys/keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <stdexcept>

namespace mentor {

namespace {

using KeyNames = std::vector<std::string_view>;

KeyNames joined(std::initializer_list<KeyNames> parts) {
    KeyNames all;
    for (const KeyNames& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

KeyNames first_lines() {
    KeyNames names;
    for (const Key& key : relationship_keys())
        if (key.table().empty()) names.push_back(key.name);
    return names;
}

KeyNames listed() {
    KeyNames names;
    for (const Key& key : relationship_keys())
        if (key.listed) names.push_back(key.name);
    return names;
}

KeyNames of_goal() {
    KeyNames names;
    for (const Key& key : goal_keys())
        names.push_back(key.name);
    return names;
}

KeyNames of_file() {
    return joined({{"slug"},
                   first_lines(),
                   {"contact", "agreement", "occasion", "goal", "milestone", "log", "commitment",
                    "advice", "question", "gift", "fit", "ending"}});
}

} // namespace

const std::vector<Schema>& schemas() {
    static const KeyNames rhythm{"cadence", "last_meeting", "last_contact", "next_check_in"};
    static const std::vector<Schema> table{
        {"mentor.advice/1",
         {"slug", "name", "id", "what", "on", "log", "tried", "verdict", "outcome", "told",
          "thanked", "private", "open"}},
        {"mentor.check/1", {"file", "line", "column", "severity", "what", "advice", "mendable"}},
        {"mentor.comparison/1",
         {"slug", "name", "role", "about", "values", "shared_values", "tags", "shared_topics",
          "learn", "criteria", "hours", "timezone"}},
        {"mentor.config/1", {"key", "value", "from"}},
        {"mentor.draft/1",
         {"slug", "name", "role", "kind", "other", "to", "subject", "body", "gaps", "link"}},
        {"mentor.due/1",
         {"slug", "name", "role", "stage", "tags", "kind", "group", "on", "days", "urgency",
          "owner", "id", "what", "why", "late", "command"}},
        {"mentor.export/1", joined({of_file(), {"file"}})},
        {"mentor.gifts/1",
         {"slug", "name", "id", "what", "added", "by", "given", "private", "open"}},
        {"mentor.goals/1",
         joined({{"slug", "name"},
                 of_goal(),
                 {"open", "days", "milestone", "steps", "steps_done", "next", "discussed"}})},
        {"mentor.guide/1", {"topic", "title", "text", "terms", "commands"}},
        {"mentor.health/1",
         {"slug", "name", "role", "stage", "signal", "standing", "what", "advice", "command",
          "needs", "figures"}},
        {"mentor.help/1", {"command", "chapter", "summary", "effect", "arguments", "options"}},
        {"mentor.history/1",
         {"slug", "name", "id", "on", "kind", "by", "minutes", "where", "topics", "note", "advice",
          "wins", "rating", "private", "goals", "scores", "mark", "recap"}},
        {"mentor.import/1", {"slug", "name", "state", "what", "line"}},
        {"mentor.introductions/1", {"slug", "name", "other", "words", "why", "command"}},
        {"mentor.list/1", joined({{"slug"}, listed(), rhythm})},
        {"mentor.occasions/1", {"slug", "name", "what", "on", "yearly", "notice", "falls"}},
        {"mentor.prep/1",
         {"slug",         "name",      "role",    "stage",     "next",     "snoozed",
          "ends",         "cadence",   "last",    "since",     "occasion", "about",
          "values",       "learn",     "wins",    "advice",    "tried",    "to_try",
          "kept_by_them", "to_report", "yours",   "theirs",    "question", "suggestions",
          "gift",         "goal",      "contact", "agreement", "ending"}},
        {"mentor.prospects/1",
         {"slug", "name", "role", "progress", "since", "outreaches", "answer", "next", "about",
          "values", "met", "through", "introducers", "link", "step", "step_on", "command"}},
        {"mentor.questions/1",
         {"slug", "name", "id", "ask", "added", "asked", "answer", "private", "open"}},
        {"mentor.review/1",
         {"slug",     "name",          "role",   "learn",  "meetings", "touches",  "notes",
          "minutes",  "wins",          "made",   "kept",   "let_go",   "slipped",  "reached",
          "given_up", "goals_slipped", "passed", "advice", "tried",    "answered", "open_goals"}},
        {"mentor.search/1",
         {"slug", "name", "part", "id", "on", "kind", "key", "text", "private", "found", "file",
          "line"}},
        {"mentor.show/1", joined({of_file(), rhythm})},
        {"mentor.stats/1",
         {"slug", "name", "role", "stage", "contacts", "meetings", "touches", "minutes", "timed",
          "kinds", "weeks", "cadence", "rhythm", "promises", "advice", "goals", "drift"}},
        {"mentor.suggestions/1", {"slug", "name", "number", "ask", "phase", "topics"}},
        {"mentor.todo/1",
         {"slug", "name", "id", "owner", "what", "made", "due", "moved", "log", "done", "dropped",
          "outcome", "told", "private", "mark", "open", "days"}},
        {"mentor.undo/1", {"number", "id", "at", "command", "undone", "files"}},
    };
    return table;
}

Report report_of(std::string_view schema, Date today) {
    const auto found = std::ranges::find(schemas(), schema, &Schema::name);
    if (found == schemas().end())
        throw std::logic_error(fmt::format("there is no schema {}", schema));
    Report report;
    report.schema = found->name;
    report.today = today;
    report.fields.assign(found->fields.begin(), found->fields.end());
    return report;
}

} // namespace mentor
