// SPDX-License-Identifier: MIT
#include "toml/merging/comment_count.hpp"

#include "core/text.hpp"
#include "toml/layout.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace mentor {
namespace {

using Counts = std::map<std::string, int>; // by the comment, from its # on

void count(Counts& counts, std::string_view text) {
    for (const std::string& comment : comments_in(text, {0, text.size()}))
        ++counts[trim(comment)];
}

Counts count_in(const Document& document) {
    Counts counts;
    count(counts, document.text());
    return counts;
}

int times_in(const Counts& counts, const std::string& comment) {
    const auto found = counts.find(comment);
    return found == counts.end() ? 0 : found->second;
}

// Each comment with the statement that it stands behind: the keys of its section and piece.
using CommentPlaces = std::set<std::tuple<std::string, std::string, std::string>>;

CommentPlaces places_in(const std::vector<Section>& sections) {
    CommentPlaces places;
    std::string section_key, key;
    const auto note = [&](std::string_view lines) {
        for (const std::string& comment : comments_in(lines, {0, lines.size()}))
            places.emplace(trim(comment), section_key, key);
    };
    for (const Section& section : sections) {
        for (const Piece& piece : section.pieces) {
            note(piece.above);
            section_key = section.key;
            key = piece.key;
        }
        if (section.key == end_key) note(section.text);
    }
    return places;
}

// How many of each are new in both behind the same statement. One that lost its statement in both,
// and stands behind another one now, isn't new.
Counts new_in_both(const Version& base, const Version& mine, const Version& theirs) {
    const CommentPlaces old = places_in(base.sections), my = places_in(mine.sections),
                        their = places_in(theirs.sections);
    Counts counts;
    for (const auto& place : my)
        if (their.contains(place) && !old.contains(place)) ++counts[std::get<0>(place)];
    for (const auto& place : old)
        if (!my.contains(place) && !their.contains(place)) --counts[std::get<0>(place)];
    return counts;
}

// The lines without the comments that are there too often, which are counted off.
std::string without_doubles(const std::string& lines, Counts& excess) {
    std::string kept;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = line_end(lines, at);
        const std::string line = lines.substr(at, end - at);
        const auto found = excess.find(trim(line));
        const bool is_double = found != excess.end() && found->second > 0;
        if (is_double)
            --found->second;
        else
            kept += line;
        at = end;
    }
    return kept;
}

} // namespace

void mend_comments(std::vector<Section>& woven, const Version& base, const Version& mine,
                   const Version& theirs, const std::string& newline) {
    const Counts old = count_in(base.document), my = count_in(mine.document),
                 their = count_in(theirs.document), shared = new_in_both(base, mine, theirs);
    Counts held;
    for (const Section& section : woven) {
        for (const Piece& piece : section.pieces)
            count(held, piece.above + piece.statement + piece.behind);
        count(held, section.text);
    }
    Counts excess;
    std::string missing;
    for (const Counts* side : {&my, &their}) {
        for (const auto& [comment, times] : *side) {
            const int before = times_in(old, comment);
            const int mine_has = times_in(my, comment), theirs_has = times_in(their, comment);
            // As often as both have it it stays, whatever they took away beside it.
            const int most =
                std::max(mine_has + theirs_has - before - std::max(times_in(shared, comment), 0),
                         std::min(mine_has, theirs_has));
            const int now = times_in(held, comment);
            if (now > most) excess[comment] = now - std::max(most, 0);
            // What one side took away is gone; new in both, it may be one or two.
            if (now == 0 && most > 0 && held.emplace(comment, 1).second)
                missing += comment + newline;
        }
    }
    for (Section& section : woven) {
        for (Piece& piece : section.pieces)
            piece.above = without_doubles(piece.above, excess);
        section.text = without_doubles(section.text, excess);
    }
    woven.back().text += missing;
}

} // namespace mentor
