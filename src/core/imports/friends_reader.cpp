// SPDX-License-Identifier: MIT
#include "core/imports/friends_reader.hpp"

#include "core/ascii.hpp"
#include "core/imports/diary_text.hpp"
#include "core/imports/foreign_text.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

enum class Part { none, activities, notes, friends, locations };

constexpr std::pair<std::string_view, Part> headers[] = {
    {"### Activities:", Part::activities},
    {"### Notes:", Part::notes},
    {"### Friends:", Part::friends},
    {"### Locations:", Part::locations},
};

// A tag never ends with the signs that it may hold.
std::vector<std::string> tags_of(std::string_view text) {
    auto tags = tags_in(text, "@", ":-");
    for (std::string& tag : tags)
        while (tag.ends_with(':') || tag.ends_with('-'))
            tag.pop_back();
    std::erase(tags, "");
    return tags;
}

// Takes the marks away that stand around names, and gives the names, each once. A mark inside of a
// word is none.
std::vector<std::string> take_marked(std::string& text, std::string_view mark) {
    const auto is_of_word = [&](std::size_t at) {
        return at < text.size() && is_alphanumeric(text[at]);
    };
    std::vector<std::string> names;
    for (std::size_t from = 0;;) {
        const std::size_t begin = text.find(mark, from);
        if (begin == std::string::npos) return names;
        const std::size_t inside = begin + mark.size(), end = text.find(mark, inside);
        if (end == std::string::npos) return names;
        from = inside;
        if (end == inside || (begin > 0 && is_of_word(begin - 1)) || is_of_word(end + mark.size()))
            continue;
        std::string name = text.substr(inside, end - inside);
        text.replace(begin, end + mark.size() - begin, name);
        from = begin + name.size();
        if (!find_folded(name, names)) names.push_back(std::move(name));
    }
}

// "2018-01-04: Got lunch with **Grace Hopper** in _Paris_. @food"
FoundEntry event_of(std::string_view line, const char* kind) {
    FoundEntry entry;
    entry.kind = kind;
    const std::size_t colon = line.find(": ");
    const auto on = colon == std::string_view::npos
                        ? std::nullopt
                        : find_moment(line.substr(0, colon), plain_timeformats());
    entry.note = trim(on ? line.substr(colon + 1) : line);
    if (on)
        entry.on = *on;
    else
        entry.unclear = "it doesn't begin with a day, such as '2018-01-04: '";
    entry.topics = tags_of(entry.note);
    entry.names = take_marked(entry.note, "**");
    entry.where = join(take_marked(entry.note, "_"), ", ");
    return entry;
}

// What stands between the two, which are taken away with it; "" where they aren't there.
std::string take_between(std::string& text, std::string_view begin, char end) {
    const std::size_t first = text.find(begin), last = text.rfind(end);
    if (first == std::string::npos || last == std::string::npos || last < first + begin.size())
        return "";
    const std::string between = text.substr(first + begin.size(), last - first - begin.size());
    text.erase(first, last + 1 - first);
    return trim(between);
}

// "Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science"
FoundPerson friend_of(std::string line) {
    FoundPerson person;
    person.tags = tags_of(line);
    line.resize(std::min(line.size(), line.find('@')));
    person.about = take_between(line, "[", ']');
    std::string nicknames = take_between(line, "(a.k.a. ", ')');
    for (std::size_t end = 0; !nicknames.empty(); nicknames.erase(0, end)) {
        constexpr std::string_view between = " a.k.a. ";
        end = std::min(nicknames.find(between), nicknames.size());
        if (std::string name = trim(nicknames.substr(0, end)); !name.empty())
            person.aka.push_back(std::move(name));
        end = std::min(end + between.size(), nicknames.size());
    }
    person.name = trim(line);
    if (person.name.empty()) person.unclear = "the line has no name";
    return person;
}

class FriendsReader {
public:
    void take(const std::string& line, int number) {
        if (trim(line).empty()) return;
        if (line.starts_with("### ")) return begin_part(trim(line), number);
        std::string item = trim(line.starts_with("- ") ? line.substr(2) : line);
        switch (part_) {
        case Part::activities:
            return add(event_of(item, "meeting"), number);
        case Part::notes:
            return add(event_of(item, "note"), number);
        case Part::friends:
            found_.people.push_back(friend_of(std::move(item)));
            found_.people.back().line = number;
            return;
        case Part::locations: // named in the activities
        case Part::none:
            return;
        }
    }

    FoundEntries found(const std::string& file) && {
        if (!has_part_)
            throw unreadable(file, 0, "this is no file of friends",
                             "one has parts with the titles ### Activities: and ### Friends:, and "
                             "is called friends.md");
        if (found_.people.empty() && found_.entries.empty())
            throw unreadable(file, 0, "nobody is in it, and nothing that happened",
                             "friends keeps them in friends.md: give the name of that file");
        return std::move(found_);
    }

private:
    void begin_part(const std::string& title, int number) {
        const auto* known =
            std::ranges::find(headers, title, [](const auto& header) { return header.first; });
        part_ = known == std::end(headers) ? Part::none : known->second;
        has_part_ = has_part_ || part_ != Part::none;
        if (part_ != Part::none) return;
        FoundEntry unknown;
        unknown.note = title;
        unknown.unclear = "no part of a file of friends has this title";
        add(std::move(unknown), number);
    }

    void add(FoundEntry entry, int number) {
        entry.line = number;
        found_.entries.push_back(std::move(entry));
    }

    FoundEntries found_{{}, {}, true};
    Part part_ = Part::none;
    bool has_part_ = false;
};

} // namespace

FoundEntries parse_friends(std::string_view text, const std::string& file) {
    FriendsReader reader;
    int number = 0;
    for (const std::string& line : split_lines(text))
        reader.take(line, ++number);
    return std::move(reader).found(file);
}

} // namespace mentor
