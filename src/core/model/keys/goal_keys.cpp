// SPDX-License-Identifier: MIT
#include "core/model/keys/held.hpp"
#include "core/model/keys/keys.hpp"

namespace mentor {
namespace {

constexpr KeyOf<Goal> goal_rows[] = {
    {{.name = "id", .type = KeyType::line}, held<&Goal::id>},
    {{.name = "title",
      .type = KeyType::text,
      .option = {"--title", "TEXT", "the goal, in a few words"},
      .question = {"What exactly is the goal?",
                   "a few words that say what will be different: Lead a project end to end"},
      .required = true},
     held<&Goal::title>},
    {{.name = "why",
      .type = KeyType::text,
      .option = {"--why", "TEXT", "why it matters"},
      .question =
          {"Why does it matter?",
           "what it is good for: nobody works for long on a goal that doesn't matter to them"}},
     held<&Goal::why>},
    {{.name = "measure",
      .type = KeyType::text,
      .option = {"--measure", "TEXT", "how you will know that it is reached"},
      .question = {"How will you know that it is reached?",
                   "what a friend could check: shipped, with two people in my team"}},
     held<&Goal::measure>},
    {{.name = "set", .type = KeyType::date}, held<&Goal::set>},
    {{.name = "due",
      .type = KeyType::date_ahead,
      .option = {"--due", "WHEN", "by when"},
      .question = {"By when?", "a day, such as 6mo, 1 jun or end of june"}},
     held<&Goal::due>},
    {{.name = "reality",
      .type = KeyType::text,
      .option = {"--reality", "TEXT", "where things stand (GROW)"},
      .question = {"Where do things stand?", "what is there already, and what was tried"}},
     held<&Goal::reality>},
    {{.name = "options",
      .type = KeyType::text,
      .option = {"--options", "TEXT", "options and obstacles (GROW)"},
      .question = {"What is in the way, and what are the ways around it?",
                   "obstacles that are written down are half removed"}},
     held<&Goal::options>},
    {{.name = "way",
      .type = KeyType::text,
      .option = {"--way", "TEXT", "the way forward (GROW)"},
      .question =
          {"What is the way forward?",
           "what to do, a line for each step; a day may stand at its end: Ask Grace by fri"}},
     held<&Goal::way>},
    {{.name = "private",
      .type = KeyType::flag,
      .option = {"--private", "YESNO", "keep all but the title to yourself"}},
     held<&Goal::is_private>},
    {{.name = "follows",
      .type = KeyType::goal,
      .option = {"--follows", "REF", "the goal that this one builds on"},
      .question = {"Which goal does it build on?", "words of another goal; Tab completes"}},
     held<&Goal::follows>},
    {{.name = "done", .type = KeyType::date}, held<&Goal::done>},
    {{.name = "dropped", .type = KeyType::date}, held<&Goal::dropped>},
    {{.name = "outcome", .type = KeyType::text}, held<&Goal::outcome>},
};

} // namespace

std::span<const KeyOf<Goal>> goal_keys() {
    return goal_rows;
}

} // namespace mentor
