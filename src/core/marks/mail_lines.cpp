// SPDX-License-Identifier: MIT
#include "core/marks/mail_lines.hpp"

#include "core/marks/line_signs.hpp"
#include "core/marks/shared_mark.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <span>

namespace mentor {
namespace {

using Lines = std::vector<MailLine>;
using Some = std::span<const MailLine>;

// What stands behind the sign of quoting; nullopt where there is none.
std::optional<std::string> unquoted(const std::string& line) {
    const std::string text = trim(with_plain_blanks(line));
    if (!text.starts_with('>')) return std::nullopt;
    return text.substr(text.starts_with("> ") ? 2 : 1);
}

bool is_blank(const MailLine& line) {
    return trim(line.text).empty();
}

// --- quoting

// "On Fri, 20 Nov 2026 at 10:15, Ada <ada@example.org> wrote:", "Am 20.11.2026 um 10:15 schrieb
// Ada:"; it may be broken into two lines.
bool says_who_wrote(std::string_view line) {
    const std::string text = fold(trim(line));
    if (!text.ends_with(':')) return false;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 1; at + 1 < text.size(); ++at)
        if (text[at] == ':' && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
    return text.ends_with("wrote:") || text.find('@') != std::string::npos;
}

// Whether lines that begin with ">" are none that advice looks like.
bool look_quoted(Some lines) {
    std::size_t bare = 0;
    for (const MailLine& line : lines) {
        const std::string rest = trim(*unquoted(line.text));
        if (rest.starts_with('>') || begins_with_box(without_list_sign(rest))) return true;
        bare += rest.empty() ? 1 : 0;
    }
    return bare > 0 && bare < lines.size();
}

// The first line that a mail quotes, or one beyond the last.
std::size_t find_quotes(const Lines& lines) {
    std::string before; // the last line that isn't blank
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin;
        while (end < lines.size() && unquoted(lines[end].text))
            ++end;
        const Some some = Some(lines).subspan(begin, end - begin);
        if (!some.empty() && (says_who_wrote(before) || look_quoted(some))) return begin;
        if (some.empty() && !is_blank(lines[begin])) before = lines[begin].text;
        begin = std::max(end, begin + 1);
    }
    return lines.size();
}

bool says_when(const std::string& line) {
    return after_on(without_list_sign(with_plain_blanks(line))).has_value();
}

// Where a recap begins that all the lines from there on quote.
std::optional<std::size_t> find_quoted_recap(const Lines& lines) {
    const auto first = std::ranges::find_if(
        lines, [](const MailLine& line) { return unquoted(line.text).has_value(); });
    bool has_day = false;
    for (auto line = first; line != lines.end(); ++line) {
        const auto rest = unquoted(line->text);
        if (!rest && !is_blank(*line)) return std::nullopt;
        std::string inner = rest.value_or("");
        while (const auto deeper = unquoted(inner))
            inner = *deeper;
        has_day = has_day || says_when(inner);
    }
    const auto own_day = [](const MailLine& line) { return says_when(line.text); };
    if (!has_day || std::any_of(lines.begin(), first, own_day)) return std::nullopt;
    return static_cast<std::size_t>(first - lines.begin());
}

Lines with_recap_unquoted(Lines lines) {
    while (const auto begin = find_quoted_recap(lines))
        for (std::size_t i = *begin; i < lines.size(); ++i)
            lines[i].text = unquoted(lines[i].text).value_or("");
    return lines;
}

// --- lines that were broken

// Where another mark begins, or another paragraph.
bool begins_anew(const MailLine& line) {
    const std::string plain = trim(with_plain_blanks(line.text));
    const std::string_view text = without_list_sign(plain);
    return text.empty() || text.size() < plain.size() || text.starts_with('[') ||
           text.starts_with('>') || after_mark(text, "?") || after_mark(text, "!") ||
           after_mark(text, "#") || after_on(text) || fold(text.substr(0, 5)) == "next:";
}

// How many lines it takes what this one begins, where it is what carries a mark.
std::size_t length_of_marked(Some lines) {
    const std::string first = trim(with_plain_blanks(lines[0].text));
    const bool may_have_mark = begins_with_box(without_list_sign(first)) || says_when(first);
    if (!may_have_mark || ends_with_shared_mark(first)) return 1;
    for (std::size_t i = 1; i < lines.size() && !begins_anew(lines[i]); ++i)
        if (ends_with_shared_mark(with_plain_blanks(lines[i].text))) return i + 1;
    const bool lacks_day = first.ends_with(" by") && lines.size() > 1;
    return lacks_day && find_iso_date(trim(with_plain_blanks(lines[1].text))) ? 2 : 1;
}

Lines with_marks_joined(const Lines& lines) {
    Lines whole;
    for (std::size_t i = 0; i < lines.size();) {
        MailLine line = lines[i];
        const std::size_t end =
            line.is_quoted ? i + 1 : i + length_of_marked(Some(lines).subspan(i));
        while (++i < end)
            line.text = trim(line.text) + " " + trim(lines[i].text);
        whole.push_back(std::move(line));
    }
    return whole;
}

} // namespace

std::optional<MetOn> after_on(std::string_view line) {
    constexpr std::string_view on = "on:";
    if (fold(line.substr(0, on.size())) != on) return std::nullopt;
    const auto [rest, mark] = take_shared_mark(trim(line.substr(on.size())));
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const auto day = find_iso_date(trim(rest.substr(0, comma)));
    if (!day) return std::nullopt;
    return MetOn{*day, trim(rest.substr(std::min(comma + 1, rest.size()))), mark};
}

std::vector<MailLine> lines_of_mail(std::string_view text) {
    Lines lines;
    for (std::string& line : split_lines(text))
        lines.push_back({std::move(line), lines.size() + 1, false});
    lines = with_recap_unquoted(std::move(lines));
    for (std::size_t i = find_quotes(lines); i < lines.size(); ++i)
        lines[i].is_quoted = unquoted(lines[i].text).has_value();
    return with_marks_joined(lines);
}

} // namespace mentor
