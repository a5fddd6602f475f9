// SPDX-License-Identifier: MIT

#include "edits/log/how.hpp"

#include "core/dates/date_grammar.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/phrases.hpp"
#include "session/prompts.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <string_view>

namespace mentor {
namespace {

// What stands before "/5" or "of 5".
std::optional<std::string> find_rating(const std::string& part) {
    for (const std::string_view end : {"/5", "of 5"})
        if (part.ends_with(end)) return trim(part.substr(0, part.size() - end.size()));
    return std::nullopt;
}

std::optional<Side> find_whose(const std::string& part) {
    return part == "they" ? Side::them : find_side(part);
}

bool begins_with_digit(const std::string& part) {
    return !part.empty() && part.front() >= '0' && part.front() <= '9';
}

void take_part(const std::string& part, const Kinds& kinds, How& how) {
    if (const auto rating = find_rating(part))
        how.rating = parse_rating(*rating);
    else if (const auto by = find_whose(fold(part)))
        how.by = by;
    else if (begins_with_digit(part))
        how.minutes = parse_minutes(part);
    else if (const auto kind = kinds.find(part))
        how.kind = *kind;
    else
        how.kind = parse_choice(part, kinds.names());
}

} // namespace

How parse_how(const std::string& text, const Kinds& kinds) {
    How how;
    for (const std::string& part : split(text, ','))
        if (!trim(part).empty()) take_part(trim(part), kinds, how);
    return how;
}

Grid rows_of(const How& how) {
    Grid grid = plain_grid();
    if (how.minutes) grid.rows.push_back(row("it took", length_words(*how.minutes)));
    if (how.by) grid.rows.push_back(row("initiative", *how.by == Side::me ? "yours" : "theirs"));
    if (how.rating) grid.rows.push_back(row("useful", fmt::format("{} of 5", *how.rating)));
    return grid;
}

int parse_rating(const std::string& text) {
    if (text.size() == 1 && text[0] >= '1' && text[0] <= '5') return text[0] - '0';
    throw Error(Exit::usage, fmt::format("a rating of '{}' isn't possible", text),
                "it is a whole number from 1 (of little use) to 5 (very useful)");
}

} // namespace mentor
