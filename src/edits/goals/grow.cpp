// SPDX-License-Identifier: MIT

#include "edits/goals/grow.hpp"

#include "core/dates/by_day.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {
namespace {

// What stands in the file by hand may end in a day that can't be understood.
WithDue parse_line(const std::string& line, const Calendar& calendar) {
    try {
        return parse_with_due(line, calendar);
    } catch (const Error&) {
        return {trim(line), std::nullopt, ""};
    }
}

// The lines of the way forward that nobody has promised yet. The days of long ago are none any
// more.
std::vector<WithDue> unpromised(const std::string& way, const Relationship& relationship,
                                const Calendar& calendar) {
    std::vector<WithDue> lines;
    for (const auto& text : split_lines(way)) {
        WithDue line = parse_line(text, as_of(make_date(1, 1, 1), calendar));
        if (line.due && *line.due < calendar.today) line.due.reset();
        const auto same = [&](const Commitment& one) { return fold(one.what) == fold(line.text); };
        if (!line.text.empty() && std::ranges::none_of(relationship.commitments, same))
            lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<MarkedCommitment> ask_promise(Session& session, WithDue line,
                                            const std::string& name) {
    const auto owner = ask_choice(
        session, {fmt::format("{}: me or them?", line.text),
                  "",
                  fmt::format("me: you promise it. them: {} does. Enter: nobody, for now", name),
                  {"me", "them"}});
    if (!owner) return std::nullopt;
    if (!line.due) {
        line.due = ask_for(session, {"By when?", "", "a day, such as fri or 2w", {}},
                           [&](const std::string& text) { return session.future(text); });
    }
    return MarkedCommitment{find_side(*owner).value(), std::move(line.text), line.due, ""};
}

void ask_grow(Session& session, Grow& grow, const Seen& seen) {
    const Goal& goal = *grow.goal;
    say_how_to_answer(session);
    constexpr std::array<std::string_view, 4> grow_keys{"title", "reality", "options", "way"};
    const std::span<const std::string_view> keys(grow_keys);
    ask_for_goal(session, grow.given, grow.is_private ? keys.subspan(1) : keys, goal, seen);
    const auto lines = unpromised(grow.given["way"].value_or(goal.way), *seen, session.calendar);
    if (lines.empty()) return;
    session.say(Page{sentence("Whose promise is each of these? Enter leaves it a line of the way.",
                              Style::quiet)});
    for (const WithDue& line : lines)
        if (auto promise = ask_promise(session, line, called(*seen)))
            grow.promises.push_back(std::move(*promise));
}

void refuse_title(const Given& given, std::string_view keeper) {
    const auto title = given.find("title");
    if (title == given.end() || !title->second) return;
    throw Error(Exit::usage,
                fmt::format("a goal's title is shown everywhere, so {} can't keep it", keeper),
                "leave --title out; to sharpen the goal: mentor goal edit");
}

} // namespace

Grow grow_of(Session& session, const Seen& seen, Chosen<Goal> goal, Given given, bool asks,
             bool is_private) {
    if (is_private) refuse_title(given, "--private");
    Grow grow{std::move(goal), std::move(given), {}, {}, is_private};
    const About about(session, grow.goal.identity());
    if (asks) ask_grow(session, grow, seen);
    grow.changes = goal_changes(session, grow.given, *grow.goal, seen);
    return grow;
}

Grow in_private(Grow grow) {
    if (!grow.is_private) refuse_title(grow.given, "a private entry");
    grow.is_private = true;
    return grow;
}

Document with_private_promises(Document document, std::size_t first, std::size_t count) {
    for (std::size_t at = first; at < first + count; ++at)
        document = document.with_value({"commitment", at, "private"}, true);
    return document;
}

Document with_grow(const Record& record, Document document, const Grow& grow) {
    const Path goal{"goal", grow.goal.position_in(record)};
    document = with_changes(std::move(document), goal, grow.changes);
    if (!grow.is_private || grow.changes.empty()) return document;
    return document.with_value({"goal", grow.goal.position_in(record), "private"}, true);
}

} // namespace mentor
