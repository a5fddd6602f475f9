// SPDX-License-Identifier: MIT

#include "core/model/marks.hpp"

#include "core/dates/by_day.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// "me: Send it" is the side and the rest; without a side the promise is mine.
MarkedCommitment parse_commitment(std::string_view text, const Calendar& calendar) {
    MarkedCommitment commitment;
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const std::string owner = fold(trim(text.substr(0, colon)));
        if (const auto side = find_side(owner)) {
            commitment.owner = *side;
            text.remove_prefix(colon + 1);
        }
    }
    WithDue with_due = parse_with_due(trim(text), calendar);
    if (with_due.text.empty()) {
        throw Error(Exit::usage, "a promise without words", "write: [ ] me: Send the draft by fri");
    }
    commitment.what = std::move(with_due.text);
    commitment.due = with_due.due;
    return commitment;
}

[[noreturn]] void refuse_empty(std::string_view what) {
    throw Error(Exit::usage, fmt::format("a mark for {} with nothing after it", what));
}

void add_topics(std::string_view text, std::vector<std::string>& topics) {
    const std::size_t before = topics.size();
    for (const std::string& part : split(text, ','))
        if (std::string topic = trim(part); !topic.empty()) topics.push_back(std::move(topic));
    if (topics.size() == before) refuse_empty("topics");
}

// What follows the mark, where the line begins with it and a space (or nothing) after it: "#1 rule"
// and "?!" are text.
std::optional<std::string> after_mark(std::string_view line, std::string_view mark) {
    if (!line.starts_with(mark)) return std::nullopt;
    line.remove_prefix(mark.size());
    if (!line.empty() && line.front() != ' ' && line.front() != '\t') return std::nullopt;
    return trim(line);
}

void add_text(std::string text, std::string_view what, std::vector<std::string>& texts) {
    if (text.empty()) refuse_empty(what);
    texts.push_back(std::move(text));
}

// Whether the line is a mark; if so, what it says is added to `marked`.
bool take_mark(std::string_view line, const Calendar& calendar, Marked& marked) {
    if (auto text = after_mark(line, "[ ]")) {
        marked.commitments.push_back(parse_commitment(*text, calendar));
    } else if (auto question = after_mark(line, "?")) {
        add_text(*question, "a question", marked.questions);
    } else if (auto advice = after_mark(line, ">")) {
        add_text(*advice, "advice", marked.advice);
    } else if (auto win = after_mark(line, "!")) {
        add_text(*win, "a win", marked.wins);
    } else if (auto topics = after_mark(line, "#")) {
        add_topics(*topics, marked.topics);
    } else if (auto next = after_mark(line, "next:")) {
        marked.next = parse_moment(*next, calendar, Reading::future);
    } else {
        return false;
    }
    return true;
}

} // namespace

Marked parse_marks(std::string_view text, const Calendar& calendar) {
    Marked marked;
    std::vector<std::string> kept;
    int number = 0;
    for (const auto& line : split_lines(text)) {
        ++number;
        try {
            if (take_mark(line, calendar, marked)) continue;
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
