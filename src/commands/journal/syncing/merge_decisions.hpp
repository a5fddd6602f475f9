// SPDX-License-Identifier: MIT
//
// What both machines changed differently, and whose side holds: as a person at the terminal says,
// or one of the options for all of it.
#pragma once

#include "journal/sync/merge_plan.hpp"
#include "session/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor {

// Who decides where both changed one thing.
enum class Merging { ask, mine, theirs };

using Decisions = std::map<std::pair<std::string, std::string>, Taken>; // by file and label

// "ada-lovelace.toml: agreement.every is "8w" here and "2w" there"
std::string said(const Conflict& conflict);

// nullopt where nobody is there to answer.
std::optional<Decisions> decide(Session& session, const std::vector<Conflict>& conflicts,
                                Merging merging);

// What an option decided, once it is written; who was asked knows.
void say_decided(Session& session, const std::vector<Conflict>& conflicts, Merging merging);

// What HEAD and the commit `theirs` come to; of what isn't decided this machine's side.
MergePlan planned(const Git& git, const std::string& theirs, const Decisions& decisions);

} // namespace mentor
