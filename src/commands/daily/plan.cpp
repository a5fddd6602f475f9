// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "edits/day_ahead.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

Exit run(Session& session, const DayAhead& options) {
    const auto when = parse_when(session, options);
    require_ahead(session, when,
                  "give a day from today on; what happened already goes into: mentor log");
    return change_day(session, options, "plan", "next", when,
                      when ? fmt::format("Next meeting with {{}}: {}.", to_words(*when))
                           : "No meeting with {} is planned any more.");
}

} // namespace

const Command plan_command{
    "plan",
    Chapter::daily,
    "Note the next meeting that you agreed",
    "Until then no check-in is due; afterwards `mentor due` asks whether you met.",
    &invocation_of<DayAhead, declare_day_ahead, run>,
};

} // namespace mentor
