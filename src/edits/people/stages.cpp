// SPDX-License-Identifier: MIT

#include "edits/people/stages.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

namespace mentor {

std::string where_it_stands(const Relationship& relationship) {
    const std::string& name = relationship.name;
    if (has_ended(relationship)) {
        return fmt::format("your mentorship with {} ended on {}", name,
                           to_words(*relationship.ending->on));
    }
    switch (relationship.stage) {
    case Stage::prospect:
        return fmt::format("you haven't begun with {} yet", name);
    case Stage::active:
    case Stage::winding_down:
        return fmt::format("your mentorship with {} goes on already", name);
    case Stage::paused:
        return fmt::format("your mentorship with {} is paused already", name);
    case Stage::alumni:
        return fmt::format("your mentorship with {} has ended", name);
    case Stage::declined:
        break;
    }
    return fmt::format("with {} it wasn't to be", name);
}

Document with_story(Session& session, const Record& record, const Document& document,
                    const std::string& what, const std::vector<std::string>& words) {
    const std::string why = trim(join(words, " "));
    return document.with_appended(
        "log", {{"id", make_id(session.host, ids_of(record.relationship))},
                {"on", session.today()},
                {"kind", "note"},
                {"note", why.empty() ? what : fmt::format("{}: {}", what, why)}});
}

} // namespace mentor
