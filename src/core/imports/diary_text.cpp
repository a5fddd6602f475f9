// SPDX-License-Identifier: MIT
#include "core/imports/diary_text.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <ctime>

namespace mentor {
namespace {

constexpr std::size_t longest_day = 80; // in bytes
constexpr int first_year = 1000;        // "1.2.3" is a number of some version

// Of a byte; a letter beyond ASCII has bytes that are all beyond it.
bool is_of_word(char byte) {
    return (byte & 0x80) != 0 || is_alphanumeric(byte) || byte == '_';
}

std::optional<DatedText> find_dated_as(const std::string& text, const std::string& format) {
    // What the format doesn't say is no day, or no time.
    std::tm read{};
    read.tm_mday = 0;
    read.tm_mon = -1;
    read.tm_year = -10000;
    read.tm_hour = -1;
    const char* end = ::strptime(text.c_str(), format.c_str(), &read);
    if (!end) return std::nullopt;
    const int year = read.tm_year + 1900;
    const auto day = find_day(year, read.tm_mon + 1, read.tm_mday);
    if (!day || year < first_year) return std::nullopt;
    DatedText dated{{*day, std::nullopt}, static_cast<std::size_t>(end - text.c_str()), format};
    // A leap second is none in a file of ours.
    if (read.tm_hour >= 0)
        dated.on.time = TimeOfDay{read.tm_hour, read.tm_min, std::min(read.tm_sec, 59)};
    return dated;
}

} // namespace

const std::vector<std::string>& plain_timeformats() {
    static const std::vector<std::string> formats = [] {
        std::vector<std::string> all;
        for (const char* time :
             {" %I:%M:%S %p", " %I:%M %p", "T%H:%M:%S", " %H:%M:%S", "T%H:%M", " %H:%M", ""})
            for (const char* day : {"%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %b %Y", "%b %d, %Y",
                                    "%b %d %Y", "%a %d %b %Y", "%a, %d %b %Y", "%a %b %d %Y"})
                all.push_back(std::string(day) + time);
        return all;
    }();
    return formats;
}

std::optional<DatedText> find_dated(std::string_view text,
                                    const std::vector<std::string>& formats) {
    const std::string beginning(text.substr(0, longest_day));
    for (const std::string& format : formats)
        if (auto dated = find_dated_as(beginning, format)) return dated;
    return std::nullopt;
}

std::optional<Moment> find_moment(std::string_view text, const std::vector<std::string>& formats) {
    const std::string whole = trim(text);
    for (const std::string& format : formats)
        if (const auto dated = find_dated_as(whole, format); dated && dated->size == whole.size())
            return dated->on;
    return std::nullopt;
}

std::vector<std::string> tags_in(std::string_view text, std::string_view signs,
                                 std::string_view inner) {
    const auto is_sign = [&](char c) { return signs.find(c) != std::string_view::npos; };
    const auto is_inside = [&](char c) {
        return is_of_word(c) || inner.find(c) != std::string_view::npos;
    };
    std::vector<std::string> tags;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_sign(text[at]) || (at > 0 && is_of_word(text[at - 1]))) continue;
        std::size_t end = at + 1;
        while (end < text.size() && is_inside(text[end]))
            ++end;
        std::string tag(text.substr(at + 1, end - at - 1));
        if (!tag.empty() && !find_folded(tag, tags)) tags.push_back(std::move(tag));
        at = end - 1;
    }
    return tags;
}

} // namespace mentor
