// SPDX-License-Identifier: MIT

#include "commands/people/draft_texts.hpp"

#include "core/compiled_text.hpp"

#include <fmt/format.h>

namespace mentor {

std::string_view DraftText::text() const {
    return compiled_text(fmt::format("commands/people/drafts/{}.txt", kind));
}

namespace {

bool anyone(Stage) {
    return true;
}
bool not_yet_in_touch(Stage stage) {
    return !is_in_touch(stage);
}
bool prospects(Stage stage) {
    return stage == Stage::prospect;
}
bool not_declined(Stage stage) {
    return stage != Stage::declined;
}
bool going_on(Stage stage) {
    return is_in_touch(stage) && !is_over(stage);
}

} // namespace

std::span<const DraftText> draft_texts() {
    static constexpr DraftText texts[] = {
        {"outreach", "a first word to somebody whom you would like to meet", "outreach",
         not_yet_in_touch},
        {"follow-up", "the one reminder, when a first word had no answer", "outreach", prospects},
        {"agenda", "what you would like to talk about, before a meeting", "message", not_declined},
        {"recap", "who does what by when, after a meeting", "message", not_declined},
        {"thanks", "what helped, and what came of it", "thanks", anyone},
        {"congrats", "something of theirs to celebrate", "congrats", anyone},
        {"news", "what you reached, for somebody who has a part in it", "message", is_in_touch},
        {"intro", "two people who should know each other", "intro", anyone},
        {"referral", "a name to ask for, of somebody who could be your mentor", "message",
         is_in_touch},
        {"reschedule", "another day for a meeting", "message", not_declined},
        {"feedback", "one narrow question about how you are doing", "message", is_in_touch},
        {"closing", "a good ending: what came of it, thanks, and what comes after", "message",
         going_on},
    };
    return texts;
}

} // namespace mentor
