// SPDX-License-Identifier: MIT

#include "core/model/marks.hpp"

#include "core/dates/by_day.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

// The words before a colon that ends a word: "me" of "me: Send it", none of "http://…".
std::optional<std::string> find_head(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    if (colon + 1 < text.size() && text[colon + 1] != ' ' && text[colon + 1] != '\t')
        return std::nullopt;
    return trim(text.substr(0, colon));
}

std::optional<Side> find_owner(const std::string& head, const SideNames& names) {
    const std::string folded = fold(head);
    if (const auto side = find_side(folded)) return side;
    const auto is_one_of = [&](const std::vector<std::string>& all) {
        return std::ranges::any_of(all, [&](const auto& name) { return fold(name) == folded; });
    };
    if (folded == "i" || is_one_of(names.me)) return Side::me;
    if (folded == "they" || folded == "she" || folded == "he" || is_one_of(names.them))
        return Side::them;
    return std::nullopt;
}

// "Grace" and "Grace Hopper" may be meant as an owner, "Ask about the offer" isn't.
bool may_be_owner(const std::string& head) {
    if (head.starts_with('[')) return true; // a place in a draft that nobody filled in
    const auto words = split(head, ' ');
    const auto is_capital = [](const std::string& word) {
        return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || (word[0] & 0x80) != 0);
    };
    return words.size() == 1 || (words.size() <= 3 && std::ranges::all_of(words, is_capital));
}

// "me: Send it" is the side and the rest; without a side the promise is mine.
std::pair<Side, std::string> parse_owner(std::string_view text, const SideNames& names) {
    const auto head = find_head(text);
    if (!head || head->empty()) return {Side::me, std::string(text)};
    const std::string rest = trim(text.substr(text.find(':') + 1));
    if (const auto owner = find_owner(*head, names)) return {*owner, rest};
    if (!may_be_owner(*head)) return {Side::me, std::string(text)};
    throw Error(Exit::usage, fmt::format("'{}' is neither of the two of you", *head),
                fmt::format("write: [ ] me: {0}, or: [ ] them: {0}", trim(text)));
}

MarkedCommitment parse_commitment(std::string_view text, const Calendar& calendar,
                                  const SideNames& names) {
    auto [owner, words] = parse_owner(text, names);
    WithDue with_due = parse_with_due(words, calendar);
    if (with_due.text.empty()) {
        throw Error(Exit::usage, "a promise without words", "write: [ ] me: Send the draft by fri");
    }
    return {owner, std::move(with_due.text), with_due.due, std::move(with_due.no_day)};
}

// The words that name a promise; its owner and its day may stand there, as when it was made.
std::string words_of_kept(std::string_view text, const Calendar& calendar, const SideNames& names) {
    std::string words(text);
    if (const auto head = find_head(text); head && find_owner(*head, names))
        words = trim(text.substr(text.find(':') + 1));
    try {
        return parse_with_due(words, calendar).text;
    } catch (const Error&) {
        return words;
    }
}

[[noreturn]] void refuse_empty(std::string_view what) {
    throw Error(Exit::usage, fmt::format("a mark for {} with nothing after it", what));
}

// Commas part topics, and so does the sign before each: "#promotion #writing", but not "C#".
void add_topics(std::string_view text, std::vector<std::string>& topics) {
    const std::size_t before = topics.size();
    const auto add = [&](std::string_view words) {
        if (std::string topic = trim(words); !topic.empty()) topics.push_back(std::move(topic));
    };
    for (const std::string& part : split(text, ',')) {
        std::string_view rest = part;
        for (std::size_t sign; (sign = rest.find(" #")) != std::string_view::npos;) {
            add(rest.substr(0, sign));
            rest.remove_prefix(sign + 2);
        }
        add(rest.starts_with('#') ? rest.substr(1) : rest);
    }
    if (topics.size() == before) refuse_empty("topics");
}

// The line without spaces and the sign of a list before it.
std::string_view without_list_sign(std::string_view line) {
    const auto without_blanks = [](std::string_view text) {
        return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
    };
    line = without_blanks(line);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    std::size_t sign = 0;
    if (line.starts_with('-') || line.starts_with('*') || line.starts_with('+')) sign = 1;
    if (digits > 0 && line.substr(digits).starts_with('.')) sign = digits + 1;
    const bool is_list =
        sign > 0 && sign < line.size() && (line[sign] == ' ' || line[sign] == '\t');
    return is_list ? without_blanks(line.substr(sign)) : line;
}

// What follows the mark, where the line begins with it and a space, a letter or nothing after it:
// "#1 rule" and "?!" are text.
std::optional<std::string> after_mark(std::string_view line, std::string_view mark) {
    if (!line.starts_with(mark)) return std::nullopt;
    line.remove_prefix(mark.size());
    const bool ends = line.empty() || line.front() == ' ' || line.front() == '\t';
    return ends || begins_with_letter(line) ? std::optional(trim(line)) : std::nullopt;
}

// The same for "[ ]" and "[x]" with whatever space and case inside.
std::optional<std::string> after_box(std::string_view line, std::string_view content) {
    const auto end = line.find(']');
    if (!line.starts_with('[') || end == std::string_view::npos) return std::nullopt;
    if (fold(trim(line.substr(1, end - 1))) != content) return std::nullopt;
    return after_mark(line, line.substr(0, end + 1));
}

std::optional<std::string> after_next(std::string_view line) {
    constexpr std::string_view next = "next:";
    if (fold(line.substr(0, next.size())) != fold(next)) return std::nullopt;
    return trim(line.substr(next.size()));
}

// Only a whole date makes it one: "on: the train" is a note.
std::optional<MetOn> after_on(std::string_view line) {
    constexpr std::string_view on = "on:";
    if (fold(line.substr(0, on.size())) != on) return std::nullopt;
    const std::string rest = trim(line.substr(on.size()));
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const auto day = find_iso_date(trim(rest.substr(0, comma)));
    if (!day) return std::nullopt;
    return MetOn{*day, trim(rest.substr(std::min(comma + 1, rest.size())))};
}

void add_text(std::string text, std::string_view what, std::vector<std::string>& texts) {
    if (text.empty()) refuse_empty(what);
    texts.push_back(std::move(text));
}

// Whether the line is a mark; if so, what it says is added to `marked`.
bool take_mark(std::string_view whole, const Calendar& calendar, const SideNames& names,
               Marked& marked) {
    const std::string_view line = without_list_sign(whole);
    if (auto text = after_box(line, "")) {
        marked.commitments.push_back(parse_commitment(*text, calendar, names));
    } else if (auto kept = after_box(line, "x")) {
        if (kept->empty()) refuse_empty("a promise that was kept");
        marked.kept.push_back(words_of_kept(*kept, calendar, names));
    } else if (auto question = after_mark(line, "?")) {
        add_text(*question, "a question", marked.questions);
    } else if (auto advice = after_mark(line, ">")) {
        add_text(*advice, "advice", marked.advice);
    } else if (auto win = after_mark(line, "!")) {
        add_text(*win, "a win", marked.wins);
    } else if (auto topics = after_mark(line, "#")) {
        add_topics(*topics, marked.topics);
    } else if (after_on(line)) {
        marked.is_recap = true;
    } else if (auto next = after_next(line)) {
        marked.next = parse_moment_ahead(*next, calendar);
    } else {
        return false;
    }
    return true;
}

} // namespace

std::optional<MetOn> find_met_on(std::string_view text) {
    for (const std::string& line : split_lines(text))
        if (const auto met = after_on(without_list_sign(line))) return met;
    return std::nullopt;
}

SideNames side_names(const Relationship& relationship, const std::string& my_name) {
    SideNames names;
    names.them = relationship.aka;
    names.them.push_back(relationship.name);
    names.them.push_back(first_name(relationship));
    names.them.push_back(first_name(relationship.name));
    if (my_name.empty()) return names;
    names.me.push_back(my_name);
    names.me.push_back(split(my_name, ' ').front());
    names.me.push_back(first_name(my_name));
    return names;
}

Marked parse_marked_line(std::string_view line, const Calendar& calendar, const SideNames& names) {
    Marked marked;
    if (!take_mark(line, calendar, names, marked)) marked.note = line;
    return marked;
}

namespace {

// A mail program breaks long lines, and a promise may lose its day to the next one: "…, by".
std::vector<std::string> with_days_joined(std::vector<std::string> lines) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::string line = trim(lines[i]), next = trim(lines[i + 1]);
        const bool lacks_day = after_box(without_list_sign(line), "") && line.ends_with(" by");
        if (!lacks_day || !find_iso_date(next)) continue;
        lines[i] = line + " " + next;
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return lines;
}

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

// The first line that a mail quotes, or one beyond the last.
std::size_t find_quotes(const std::vector<std::string>& lines) {
    std::string before; // the last line that isn't blank
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin, bare = 0, nested = 0;
        for (; end < lines.size() && trim(lines[end]).starts_with('>'); ++end) {
            const std::string rest = trim(trim(lines[end]).substr(1));
            bare += rest.empty() ? 1 : 0;
            nested += rest.starts_with('>') ? 1 : 0;
        }
        const bool is_mixed = bare > 0 && bare < end - begin;
        if (end > begin && (nested > 0 || is_mixed || says_who_wrote(before))) return begin;
        if (end == begin && !trim(lines[begin]).empty()) before = lines[begin];
        begin = std::max(end, begin + 1);
    }
    return lines.size();
}

} // namespace

Marked parse_marks(std::string_view text, const Calendar& calendar, const SideNames& names) {
    Marked marked;
    std::vector<std::string> kept;
    const auto lines = with_days_joined(split_lines(text));
    const std::size_t quotes = find_quotes(lines);
    std::size_t number = 0;
    for (const auto& line : lines) {
        const bool is_quoted = number++ >= quotes && trim(line).starts_with('>');
        if (is_quoted) ++marked.quoted;
        try {
            if (!is_quoted && take_mark(line, calendar, names, marked)) continue;
        } catch (const Error& error) {
            const Diagnostic& fault = error.diagnostic();
            throw Error(Exit::usage, fmt::format("line {}: {}", number, fault.what), fault.advice);
        }
        if (!kept.empty() || !trim(line).empty()) kept.push_back(line);
    }
    while (!kept.empty() && trim(kept.back()).empty())
        kept.pop_back();
    marked.note = join(kept, "\n");
    return marked;
}

} // namespace mentor
