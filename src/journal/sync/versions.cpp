// SPDX-License-Identifier: MIT
#include "journal/sync/versions.hpp"

#include "core/text.hpp"
#include "format/decode.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

Error cant_merge(const std::string& name, std::string_view why) {
    return Error(Exit::broken, {.what = std::string(why),
                                .advice = "nothing was merged; the file stays as it is here",
                                .file = name});
}

Document parse(const std::string& text, const std::string& name, std::string_view whose) {
    try {
        return Document::parse(text, name);
    } catch (const Error& error) {
        Diagnostic diagnostic = error.diagnostic();
        diagnostic.what = fmt::format("{}: {}", whose, diagnostic.what);
        throw Error(error.exit(), diagnostic);
    }
}

struct Parsed {
    Parsed(const Versions& versions, const std::string& name)
        : base(parse(versions.base, name, "the version that both began from")),
          mine(parse(versions.mine, name, "the version of this machine")),
          theirs(parse(versions.theirs, name, "the version of the other machine")) {}
    Document base, mine, theirs;
};

// In one line, as it is to be seen in a terminal.
std::string seen(const std::string& value) {
    return visible(one_line(value));
}

// The same where the lines themselves are what matters.
std::string seen_with_lines(const std::string& value) {
    std::string line;
    for (const char byte : visible(value))
        line += byte == '\n' ? "\\n" : std::string(1, byte);
    return line;
}

// Where two values read differently first: the beginning of that character in both.
std::size_t first_difference(const std::string& one, const std::string& other) {
    const auto apart = std::ranges::mismatch(one, other).in1;
    auto at = static_cast<std::size_t>(apart - one.begin());
    while (at > 0 && at < one.size() && !begins_character(one[at]))
        --at;
    return at;
}

// What there is room for of a line, with what stands at `from` in it.
std::string excerpt(const std::string& line, std::size_t from) {
    constexpr std::size_t most = 60, lead = 20;
    if (line.size() <= most) return line;
    std::size_t begin = from + lead < most ? 0 : std::min(from - lead, line.size() - most);
    while (!begins_character(line[begin]))
        --begin;
    std::size_t end = std::min(begin + most, line.size());
    while (end < line.size() && !begins_character(line[end]))
        --end;
    return (begin > 0 ? "…" : "") + line.substr(begin, end - begin) +
           (end < line.size() ? "…" : "");
}

} // namespace

void refuse_two_people(const Versions& versions, const std::string& name) {
    const Parsed parsed(versions, name);
    const Identity base = identity_of(parsed.base), mine = identity_of(parsed.mine),
                   theirs = identity_of(parsed.theirs);
    const auto is_base = [&](const Identity& side) {
        return likeness_of(base, side) != Likeness::none;
    };
    if (!base.name.empty() && !(is_base(mine) && is_base(theirs)))
        throw cant_merge(name, "these are versions of two people, of whom git takes one for the "
                               "other with a new name");
    const bool are_both_someone = !mine.name.empty() && !theirs.name.empty();
    if (base.name.empty() && are_both_someone && !may_be_made_twice(mine, theirs))
        throw cant_merge(name, "both machines made this file, each about someone else");
}

void require_known_format(const Versions& versions, const std::string& name) {
    for (const std::string* text : {&versions.mine, &versions.theirs}) {
        int format = 0;
        try {
            format = format_of(Document::parse(*text, name));
        } catch (const Error&) {
            continue; // what can't be read says none
        }
        if (format > newest_format)
            throw Error(
                Exit::broken,
                {.what =
                     fmt::format("both machines changed this file, and {} it has format {}, of "
                                 "which this mentor knows {}",
                                 text == &versions.mine ? "here" : "there", format, newest_format),
                 .advice = "nothing was merged, and nothing is lost; with a newer mentor here: "
                           "mentor sync",
                 .file = name});
    }
}

Woven merge_texts(const Versions& versions, const std::string& name,
                  const std::function<Taken(const Collision&)>& choose) {
    require_known_format(versions, name);
    const Parsed parsed(versions, name);
    Woven woven = merge_versions(parsed.base, parsed.mine, parsed.theirs, choose);
    if (!woven.text)
        throw cant_merge(name, "the two versions are laid out so differently that no file says "
                               "both");
    return woven;
}

std::string words_of(const Collision& collision) {
    std::string mine = seen(collision.mine), theirs = seen(collision.theirs);
    if (mine == theirs) {
        mine = seen_with_lines(collision.mine);
        theirs = seen_with_lines(collision.theirs);
    }
    const std::size_t apart = first_difference(mine, theirs);
    return fmt::format("{} is {} here and {} there", collision.label, excerpt(mine, apart),
                       excerpt(theirs, apart));
}

} // namespace mentor
