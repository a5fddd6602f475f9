// SPDX-License-Identifier: MIT
//
// `mentor guide`: the topics, a line each, or the text of one. The words are the commands'.
#pragma once

#include "report/report.hpp"

#include <string>
#include <vector>

namespace mentor {

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

} // namespace mentor
