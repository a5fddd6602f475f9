// SPDX-License-Identifier: MIT
//
// `mentor prep WHO`: one page, in the order in which a conversation goes; parts with nothing to say
// are left out.
#pragma once

#include "core/model/config.hpp"
#include "core/rules/prep.hpp"
#include "report/report.hpp"

namespace mentor {

Report prep_report(const Prep& prep, const Config& config, Date today, Needs needs = {});

} // namespace mentor
