// SPDX-License-Identifier: MIT
//
// What reports promise to programs: every schema with the fields of its items. Each report begins
// with its schema, so that none can be left out here; mentor-json(7) explains them.
#pragma once

#include "report/report.hpp"

#include <string_view>
#include <vector>

namespace mentor {

struct Schema {
    std::string_view name;                // "mentor.due/1"
    std::vector<std::string_view> fields; // of every item, in order
};

// By name.
const std::vector<Schema>& schemas();

// A report without items. Throws std::logic_error where there is no such schema.
Report report_of(std::string_view schema, Date today);

} // namespace mentor
