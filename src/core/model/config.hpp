// SPDX-License-Identifier: MIT
//
// The configuration as plain values, with the defaults that hold when the file says nothing.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/kinds.hpp"
#include "core/model/relationship.hpp"
#include "core/model/styles.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Cadence {
    Duration mentor{4, Unit::week};
    Duration mentee{2, Unit::week};
    Duration peer{6, Unit::week};
    Duration alumni{3, Unit::month};
    std::map<std::string, Duration> tags;
};

// Who you are: shown where it helps you to choose and to look back.
struct Me {
    std::string name, goal, obstacles;
    std::vector<std::string> values, looking_for; // the criteria of whom to ask
};

// When the output is coloured.
enum class Color {
    when_seen, // "auto": where a terminal shows it
    always,
    never
};
std::string_view to_text(Color color);
std::optional<Color> find_color(std::string_view word);
const std::vector<std::string>& color_names();

// On which day a week may begin, as `week_starts` says it: "monday".
std::optional<std::chrono::weekday> find_week_start(std::string_view word);
const std::vector<std::string>& week_start_names();

// What the commits of `sync` say to whoever reads the repository.
enum class SyncMessage {
    people, // who, and how much of what
    plain   // no names
};
std::string_view to_text(SyncMessage message);
std::optional<SyncMessage> find_sync_message(std::string_view word);
const std::vector<std::string>& sync_message_names();

struct Config {
    std::string journal, editor, pager; // "" where the file says nothing
    Color color = Color::when_seen;
    Styles styles;
    Duration within{7, Unit::day}; // how far `due` looks ahead
    Cadence cadence;
    Kinds kinds;
    std::chrono::weekday week_starts = std::chrono::Monday;
    Me me;
    SyncMessage sync_message = SyncMessage::people;
};

} // namespace mentor
