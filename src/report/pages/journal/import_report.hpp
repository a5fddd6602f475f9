// SPDX-License-Identifier: MIT
//
// What `import` found, before anything is taken over.
#pragma once

#include "core/rules/journal/imports.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

Report import_report(const std::vector<ImportRow>& rows, Date today);

} // namespace mentor
