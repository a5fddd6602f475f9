// SPDX-License-Identifier: MIT
#include "core/imports/jrnl_reader.hpp"

#include "core/imports/diary_text.hpp"
#include "core/imports/foreign_text.hpp"
#include "core/imports/json_reader.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace mentor {
namespace {

using Formats = std::vector<std::string>;

// jrnl's own, beside letters and digits.
constexpr std::string_view inside_tags = "-+*#/";
// Shorter ones in brackets are footnotes and boxes to tick, for jrnl as well.
constexpr std::size_t longest_footnote = 6;

Formats formats_of(const JrnlShape& shape) {
    Formats formats = plain_timeformats();
    if (!shape.timeformat.empty()) formats.insert(formats.begin(), shape.timeformat);
    return formats;
}

// jrnl writes a line for the title and the rest below it.
std::string note_of(const std::string& title, const std::string& body) {
    return title.empty() || body.empty() ? title + body : title + "\n" + body;
}

void add_star(FoundEntry& entry) {
    if (!find_folded("starred", entry.topics)) entry.topics.push_back("starred");
}

// The line of a text that an entry begins with: its day, and what stands behind it.
struct Heading {
    std::optional<Moment> on;
    std::string day; // as it is written
    std::string title;
};

class TextReader {
public:
    TextReader(std::string_view text, const JrnlShape& shape)
        : lines_(split_lines(text)), shape_(shape), formats_(formats_of(shape)) {
        const auto first =
            std::ranges::find_if(lines_, [](const auto& line) { return !trim(line).empty(); });
        // Version 1 wrote all days in one form, and brackets meant nothing to it.
        if (first == lines_.end() || first->starts_with('[')) return;
        if (const auto dated = find_dated(*first, formats_)) bare_format_ = {dated->format};
    }

    std::vector<FoundEntry> entries() && {
        std::vector<FoundEntry> entries;
        std::vector<std::string> body;
        const auto close = [&] {
            if (entries.empty()) return;
            finish(entries.back(), trim(join(body, "\n")));
            body.clear();
        };
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto heading = find_heading(lines_[i]);
            if (!heading && entries.empty() && trim(lines_[i]).empty()) continue;
            if (heading || entries.empty()) {
                close();
                entries.push_back(begin(heading, lines_[i], static_cast<int>(i) + 1));
            } else {
                body.push_back(lines_[i]);
            }
        }
        close();
        return entries;
    }

private:
    std::optional<Heading> find_heading(const std::string& line) const {
        return bare_format_.empty() ? find_bracketed(line) : find_bare(line);
    }

    std::optional<Heading> find_bare(const std::string& line) const {
        const auto dated = find_dated(line, bare_format_);
        if (!dated || (dated->size < line.size() && !is_space(line[dated->size])))
            return std::nullopt;
        return Heading{dated->on, line.substr(0, dated->size), trim(line.substr(dated->size))};
    }

    std::optional<Heading> find_bracketed(const std::string& line) const {
        const std::size_t end = line.find(']');
        if (!line.starts_with('[') || end == std::string::npos) return std::nullopt;
        if (end + 1 < line.size() && line[end + 1] != ' ') return std::nullopt;
        Heading heading{{}, line.substr(1, end - 1), trim(line.substr(end + 1))};
        heading.on = find_moment(heading.day, formats_);
        // What begins with a digit is a day that can't be read; other words belong to the text.
        const bool is_text = heading.day.size() <= longest_footnote || heading.day.front() < '0' ||
                             heading.day.front() > '9';
        return heading.on || !is_text ? std::optional(heading) : std::nullopt;
    }

    static FoundEntry begin(const std::optional<Heading>& heading, const std::string& line,
                            int number) {
        FoundEntry entry;
        entry.line = number;
        entry.note = heading ? heading->title : trim(line);
        if (heading && heading->on)
            entry.on = *heading->on;
        else
            entry.unclear = heading
                                ? fmt::format("'{}' can't be read as a day; --timeformat says how "
                                              "jrnl writes them",
                                              visible(heading->day))
                                : "no day stands before it";
        return entry;
    }

    void finish(FoundEntry& entry, const std::string& body) const {
        const bool is_starred = entry.note.ends_with('*');
        while (entry.note.ends_with('*') || entry.note.ends_with(' '))
            entry.note.pop_back();
        entry.note = note_of(entry.note, body);
        entry.topics = tags_in(entry.note, shape_.tagsymbols, inside_tags);
        if (is_starred) add_star(entry);
    }

    std::vector<std::string> lines_;
    const JrnlShape& shape_;
    Formats formats_;
    Formats bare_format_; // the one of version 1; empty where days are in brackets
};

FoundEntry entry_of(const JsonValue& value, const Formats& formats) {
    FoundEntry entry;
    entry.line = value.line;
    entry.note = note_of(trim(value.text_of("title")), trim(value.text_of("body")));
    const std::string day = trim(value.text_of("date") + " " + value.text_of("time"));
    if (const auto on = find_moment(day, formats))
        entry.on = *on;
    else
        entry.unclear = day.empty() ? "no day is in it"
                                    : fmt::format("'{}' can't be read as a day", visible(day));
    const JsonValue* tags = value.find("tags");
    for (const JsonValue& tag : tags && tags->find_list() ? *tags->find_list() : JsonList{})
        if (tag.find_text() && tag.find_text()->size() > 1)
            entry.topics.push_back(tag.find_text()->substr(1));
    const JsonValue* starred = value.find("starred");
    if (starred && std::get_if<bool>(&starred->of) && std::get<bool>(starred->of)) add_star(entry);
    return entry;
}

std::vector<FoundEntry> entries_of(const JsonValue& whole, const std::string& file,
                                   const Formats& formats) {
    std::vector<FoundEntry> entries;
    const JsonValue* list = whole.find("entries");
    if (list && list->find_list())
        for (const JsonValue& value : *list->find_list())
            entries.push_back(entry_of(value, formats));
    else if (whole.find("title") && whole.find("date")) // exported into a folder, a file each
        entries.push_back(entry_of(whole, formats));
    else
        throw unreadable(file, whole.line, "this is no export of jrnl",
                         "one is what this writes: jrnl --export json --file FILE");
    return entries;
}

// The headers that its versions 2 and 3 give to what they encrypt; what version 1 did isn't text.
bool is_encrypted(std::string_view text) {
    return text.starts_with("gAAAAA") || text.starts_with("JRNLv");
}

} // namespace

FoundEntries parse_jrnl(std::string_view text, const std::string& file, const JrnlShape& shape) {
    if (is_encrypted(text))
        throw unreadable(file, 0, "jrnl has encrypted it",
                         "have jrnl write it for this: jrnl --export json --file FILE; and delete "
                         "that file afterwards");
    FoundEntries found;
    found.entries = trim(text).starts_with('{')
                        ? entries_of(parse_json(text, file), file, formats_of(shape))
                        : TextReader(text, shape).entries();
    if (std::ranges::all_of(found.entries,
                            [](const auto& entry) { return !entry.unclear.empty(); }))
        throw unreadable(file, found.entries.empty() ? 0 : found.entries.front().line,
                         found.entries.empty() ? "there is no entry in it"
                                               : found.entries.front().unclear,
                         "an entry begins with its day, such as [2024-01-02 10:00]; if jrnl "
                         "writes days in another way, its timeformat says it: --timeformat "
                         "'%d/%m/%Y %H:%M'");
    return found;
}

} // namespace mentor
