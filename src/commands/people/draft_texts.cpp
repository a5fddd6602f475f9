// SPDX-License-Identifier: MIT

#include "commands/people/draft_texts.hpp"

#include "core/compiled_text.hpp"

#include <fmt/format.h>

namespace mentor {

std::string_view DraftText::text() const {
    return compiled_text(fmt::format("commands/people/drafts/{}.txt", kind));
}

std::span<const DraftText> draft_texts() {
    static constexpr DraftText texts[] = {
        {"outreach", "a first word to somebody whom you would like to meet", "outreach"},
        {"follow-up", "the one reminder, when a first word had no answer", "outreach"},
        {"thanks", "what helped, and what came of it", "thanks"},
        {"congrats", "something of theirs to celebrate", "congrats"},
        {"intro", "two people who should know each other", "intro"},
        {"reschedule", "another day for a meeting", "message"},
        {"feedback", "one narrow question about how you are doing", "message"},
        {"closing", "a good ending: what came of it, thanks, and what comes after", "message"},
    };
    return texts;
}

} // namespace mentor
