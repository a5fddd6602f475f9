// SPDX-License-Identifier: MIT
#include "journal/sync/versions.hpp"

#include "core/text.hpp"
#include "format/decode.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

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
std::string short_value(const std::string& value) {
    constexpr std::size_t most = 60;
    const std::string line = visible(one_line(value));
    if (line.size() <= most) return line;
    std::size_t end = most;
    while (!begins_character(line[end]))
        --end;
    return line.substr(0, end) + "…";
}

} // namespace

void refuse_two_people(const Versions& versions, const std::string& name) {
    const Parsed parsed(versions, name);
    if (!parsed.base.contains({"name"})) return;
    if (may_be_same_person(parsed.base, parsed.mine) &&
        may_be_same_person(parsed.base, parsed.theirs))
        return;
    throw cant_merge(name, "these are versions of two people, of whom git takes one for the other "
                           "with a new name");
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
    return fmt::format("{} is {} here and {} there", collision.label, short_value(collision.mine),
                       short_value(collision.theirs));
}

} // namespace mentor
