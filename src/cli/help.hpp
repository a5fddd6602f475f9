// SPDX-License-Identifier: MIT
//
// The help: pages made from the table and the declarations, so that they can't fall behind them.
#pragma once

#include "report/report.hpp"
#include "session/command.hpp"

#include <string>
#include <vector>

namespace mentor {

// What it explains beside commands, by name.
std::vector<std::string> help_topics();

// What `mentor help` answers to these words. Throws Error(usage) where they name nothing.
Report help_report(const std::vector<std::string>& topic, Date today);

Page overview_page();
// A noun that begins several commands: "goal".
Page noun_page(std::string_view noun);
Page command_page(const Command& command);

} // namespace mentor
