// SPDX-License-Identifier: MIT
//
// `mentor config`: each key with its value and where it comes from.
#pragma once

#include "report/report.hpp"

#include <string>
#include <vector>

namespace mentor {

struct Setting {
    std::string key, value;
    std::string from;           // "default", "config.toml", "MENTOR_DIR"
    Style style = Style::plain; // what its value is written in
};
Report config_report(const std::vector<Setting>& settings, Date today);

} // namespace mentor
