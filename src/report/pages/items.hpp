// SPDX-License-Identifier: MIT
//
// The domain's values as fields for programs: FORMAT.md's names in FORMAT.md's order, and after
// them what is derived. One builder a thing, so that it has the same fields wherever it appears;
// mentor-json(7) documents each of them.
#pragma once

#include "core/model/relationship.hpp"
#include "core/rules/due.hpp"
#include "core/rules/prep.hpp"
#include "core/rules/review.hpp"
#include "report/pages/reports.hpp"
#include "report/report.hpp"

#include "mentor/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// --- who, and the parts of a relationship
Fields person_fields(const Relationship& relationship);
Fields entry_fields(const LogEntry& entry);
Fields commitment_fields(const Commitment& commitment);
Fields question_fields(const Question& question);
Fields goal_fields(const Goal& goal);
Fields milestone_fields(const Milestone& milestone);

// --- the items of the reports
Fields due_item(const Reminder& reminder);
Fields list_item(const Relationship& relationship, const Config& config, Date today);
Fields show_item(const Relationship& relationship, const Config& config, Date today);
Fields history_item(const Relationship& relationship, const LogEntry& entry);
Fields todo_item(const Relationship& relationship, const Commitment& commitment, Date today);
Fields question_item(const Relationship& relationship, const Question& question);
Fields prep_item(const Prep& prep, const Config& config, Date today);
Fields review_item(const PersonReview& person);
Fields check_item(const Problem& problem);
Fields config_item(const Setting& setting);
Fields guide_item(const GuideTopic& topic);

// An empty report with the fields of `sample`, which is an item made from empty values.
Report report_of(std::string schema, Date today, const Fields& sample);

} // namespace mentor
