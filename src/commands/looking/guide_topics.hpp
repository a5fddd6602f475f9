// SPDX-License-Identifier: MIT
//
// The words of `mentor guide`, and the only place they are written: mentor-guide(7) is made from
// them. Each topic stays under a screen of 24 lines, and its commands, typed topic after topic into
// a new journal, work as they stand.
#pragma once

#include "report/pages/reports.hpp"

#include <vector>

namespace mentor {

const std::vector<GuideTopic>& guide_topics(); // in the order of a mentorship

} // namespace mentor
