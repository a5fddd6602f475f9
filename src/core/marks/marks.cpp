// SPDX-License-Identifier: MIT

#include "core/marks/marks.hpp"

#include "core/dates/by_day.hpp"
#include "core/marks/line_signs.hpp"
#include "core/marks/shared_mark.hpp"
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

// Whom a head may mean: one side, both or none.
struct Owners {
    bool me = false, them = false;
};

Owners find_owners(const std::string& head, const SideNames& names) {
    const std::string folded = fold(head);
    if (const auto side = find_side(folded)) return {*side == Side::me, *side == Side::them};
    const auto is_one_of = [&](const std::vector<std::string>& all) {
        return std::ranges::any_of(all, [&](const auto& name) { return fold(name) == folded; });
    };
    const Owners owners{folded == "i" || is_one_of(names.me), folded == "they" || folded == "she" ||
                                                                  folded == "he" ||
                                                                  is_one_of(names.them)};
    // The whole name of the one is no more than a first name of the other.
    const bool is_whole_me = fold(names.my_whole) == folded,
               is_whole_them = fold(names.their_whole) == folded;
    if (owners.me && owners.them && is_whole_me != is_whole_them)
        return {is_whole_me, is_whole_them};
    return owners;
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
    const Owners owners = find_owners(*head, names);
    if (owners.me && owners.them)
        throw Error(Exit::usage, fmt::format("'{}' may be either of the two of you", *head),
                    fmt::format("write: [ ] me: {0}, or: [ ] them: {0}, or the whole name", rest));
    if (owners.me || owners.them) return {owners.me ? Side::me : Side::them, rest};
    if (!may_be_owner(*head)) return {Side::me, std::string(text)};
    throw Error(Exit::usage, fmt::format("'{}' is neither of the two of you", *head),
                fmt::format("write: [ ] me: {0}, or: [ ] them: {0}", trim(text)));
}

MarkedCommitment parse_commitment(std::string_view text, const Calendar& calendar,
                                  const SideNames& names) {
    const auto [said, mark] = take_shared_mark(text);
    auto [owner, words] = parse_owner(said, names);
    WithDue with_due = parse_with_due(words, calendar);
    if (with_due.text.empty()) {
        throw Error(Exit::usage, "a promise without words", "write: [ ] me: Send the draft by fri");
    }
    return {owner, std::move(with_due.text), with_due.due, std::move(with_due.no_day), mark};
}

// What names a promise; its owner and its day may stand there, as when it was made. A name that may
// be either's says nothing of whose it is.
MarkedKept parse_kept(std::string_view text, const Calendar& calendar, const SideNames& names) {
    auto [words, mark] = take_shared_mark(text);
    if (words.empty()) return {std::string(text), mark};
    std::optional<Side> owner;
    if (const auto head = find_head(words)) {
        const Owners owners = find_owners(*head, names);
        if (owners.me || owners.them) words = trim(words.substr(words.find(':') + 1));
        if (owners.me != owners.them) owner = owners.me ? Side::me : Side::them;
    }
    try {
        return {parse_with_due(words, calendar).text, mark, owner};
    } catch (const Error&) {
        return {words, mark, owner};
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

std::optional<std::string> after_next(std::string_view line) {
    constexpr std::string_view next = "next:";
    if (fold(line.substr(0, next.size())) != fold(next)) return std::nullopt;
    return trim(line.substr(next.size()));
}

void add_text(std::string text, std::string_view what, std::vector<std::string>& texts) {
    if (text.empty()) refuse_empty(what);
    texts.push_back(std::move(text));
}

// "on: 2026-02-31, coffee": words are text, but who writes figures like those means a day.
void refuse_flawed_day(std::string_view line) {
    constexpr std::string_view on = "on:";
    constexpr std::string_view shape = "dddd-dd-dd";
    if (fold(line.substr(0, on.size())) != on) return;
    const std::string text = trim(line.substr(on.size()));
    if (!is_shaped(text.substr(0, shape.size()), shape)) return;
    const bool is_day = find_iso_date(text.substr(0, shape.size())).has_value();
    if (is_day && text.substr(shape.size()).starts_with(' ')) return; // words about a day
    const std::string day = trim(text.substr(0, text.find(',')));
    throw Error(
        Exit::usage, fmt::format("'{}' isn't a day", day),
        "write a day that there is, and a comma before more, as in: on: 2026-11-20, coffee");
}

// Whether the line is a mark; if so, what it says is added to `marked`.
bool take_mark(std::string_view whole, const Calendar& calendar, const SideNames& names,
               Marked& marked) {
    const std::string plain = with_plain_blanks(whole);
    const std::string_view line = without_list_sign(plain);
    if (auto text = after_box(line, "")) {
        marked.commitments.push_back(parse_commitment(*text, calendar, names));
    } else if (auto kept = after_box(line, "x")) {
        if (kept->empty()) refuse_empty("a promise that was kept");
        marked.kept.push_back(parse_kept(*kept, calendar, names));
    } else if (auto question = after_mark(line, "?")) {
        add_text(*question, "a question", marked.questions);
    } else if (auto advice = after_mark(line, ">")) {
        add_text(*advice, "advice", marked.advice);
    } else if (auto win = after_mark(line, "!")) {
        add_text(*win, "a win", marked.wins);
    } else if (auto topics = after_mark(line, "#")) {
        add_topics(*topics, marked.topics);
    } else if (auto met = after_on(line)) {
        marked.met = std::move(met);
    } else if (auto next = after_next(line)) {
        marked.next = parse_moment_ahead(*next, calendar);
    } else {
        refuse_flawed_day(line);
        return false;
    }
    return true;
}

// What a text says once, and where: of two lines that differ one would be lost.
template<typename What>
struct Once {
    std::optional<What> first;
    std::size_t line = 0;

    void take(std::optional<What>& now, std::size_t number, std::string_view mark) {
        if (now && first && *now != *first)
            throw Error(Exit::usage, fmt::format("'{}' says otherwise in line {}", mark, line),
                        "leave one of the two out");
        if (now && !first) *this = {now, number};
        now.reset();
    }
};

} // namespace

std::optional<MetOn> find_met_on(std::string_view text) {
    for (const MailLine& line : lines_of_mail(text)) {
        const std::string plain = with_plain_blanks(line.text);
        if (line.is_quoted) continue;
        if (auto met = after_on(without_list_sign(plain))) return met;
    }
    return std::nullopt;
}

SideNames side_names(const Relationship& relationship, const std::string& my_name) {
    SideNames names;
    names.them = relationship.aka;
    names.them.push_back(relationship.name);
    names.them.push_back(first_name(relationship));
    names.them.push_back(first_name(relationship.name));
    names.my_whole = my_name;
    names.their_whole = relationship.name;
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

Marked parse_marks(std::string_view text, const Calendar& calendar, const SideNames& names) {
    Marked marked;
    std::vector<std::string> kept;
    Once<MetOn> met;
    Once<Moment> next;
    for (const auto& [line, number, is_quoted] : lines_of_mail(text)) {
        if (is_quoted) ++marked.quoted;
        try {
            if (!is_quoted && take_mark(line, calendar, names, marked)) {
                met.take(marked.met, number, "on:");
                next.take(marked.next, number, "next:");
                continue;
            }
        } catch (const Error& error) {
            const Diagnostic& fault = error.diagnostic();
            throw Error(Exit::usage, fmt::format("line {}: {}", number, fault.what), fault.advice);
        }
        if (!kept.empty() || !trim(line).empty()) kept.push_back(line);
    }
    while (!kept.empty() && trim(kept.back()).empty())
        kept.pop_back();
    marked.note = join(kept, "\n");
    marked.met = met.first;
    marked.next = next.first;
    return marked;
}

} // namespace mentor
