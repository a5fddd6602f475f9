// SPDX-License-Identifier: MIT
//
// `mentor show WHO`: everything that the file says, in the order of a conversation; the newest
// three entries of the log, unless all of them follow.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "report/report.hpp"

namespace mentor {

enum class Lately { shown, left_out };

Report show_report(const Relationship& relationship, const Config& config, Date today,
                   Lately lately = Lately::shown, Needs needs = {});

} // namespace mentor
