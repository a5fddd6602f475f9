// SPDX-License-Identifier: MIT
//
// The topics of `mentor guide`. The words of each stand in guide/TOPIC.txt, the only place where
// they are written: mentor-guide(7) is made from them. Each topic stays under a screen of 24 lines,
// and its commands, typed topic after topic into a new journal, work as they stand.
#pragma once

#include "report/pages/looking/guide_report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

std::vector<GuideTopic> guide_topics(); // in the order of a mentorship

// A topic from its text: the title on the first line, then paragraphs with blank lines between.
// A line "- Specific: one thing" is a term, and "$ mentor init  # a journal" is what to type, and
// what for.
GuideTopic parse_guide_topic(std::string name, std::string_view text);

} // namespace mentor
