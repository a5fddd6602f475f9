// SPDX-License-Identifier: MIT
#include "core/rules/people/draft.hpp"

#include "core/near_words.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// One line of a template on its way into a paragraph.
struct Line {
    std::string text;
    std::vector<Gap> gaps;
    bool kept = true;
    std::size_t times = 0; // where it names what has several: how many
};

class Filling {
public:
    Filling(const std::string& file, const std::vector<Placeholder>& placeholders)
        : file_(file), placeholders_(placeholders) {}

    // Where a name has several values, with the one at `turn`.
    Line fill(std::string_view source, int number, std::size_t turn = 0) {
        source_ = source;
        number_ = number;
        turn_ = turn;
        line_ = {};
        for (at_ = 0; at_ < source.size();) {
            const char c = source[at_];
            const bool doubled = at_ + 1 < source.size() && source[at_ + 1] == c;
            if ((c == '{' || c == '}') && doubled) {
                line_.text += c;
                at_ += 2;
            } else if (c == '{') {
                placeholder();
            } else if (c == '}') {
                refuse("this brace was never opened", "write {name}, or }} for a brace itself");
            } else if (c == '[') {
                bracket();
            } else {
                line_.text += c;
                ++at_;
            }
        }
        return std::move(line_);
    }

private:
    void placeholder() {
        const std::size_t end = source_.find('}', at_);
        if (end == std::string_view::npos)
            refuse("this brace is never closed", "write {name}, or {{ for a brace itself");
        std::string name = trim(source_.substr(at_ + 1, end - at_ - 1));
        const bool optional = name.ends_with('?');
        if (optional) name.pop_back();
        const bool is_condition = name.starts_with("any ");
        if (is_condition) name = trim(name.substr(4));
        const auto found = std::ranges::find(placeholders_, name, &Placeholder::name);
        if (found == placeholders_.end()) refuse_name(name);
        at_ = end + 1;
        if (is_condition)
            line_.kept = line_.kept && found->is_known();
        else if (found->value)
            line_.text += *found->value;
        else if (found->is_known())
            take_turn(found->lines);
        else if (optional || found->gap.empty())
            line_.kept = false;
        else
            leave_gap({found->gap, found->source});
    }

    void take_turn(const std::vector<std::string>& lines) {
        line_.times = std::max(line_.times, lines.size());
        if (turn_ < lines.size()) line_.text += lines[turn_];
    }

    // What stands in brackets is a gap, but for the boxes of marks: "[ ] Ada: …".
    void bracket() {
        const std::size_t end = source_.find_first_of("]{", at_);
        const bool is_closed = end != std::string_view::npos && source_[end] == ']';
        const std::string words = is_closed ? trim(source_.substr(at_ + 1, end - at_ - 1)) : "";
        if (words.empty() || fold(words) == "x") {
            line_.text += source_[at_++];
            return;
        }
        leave_gap({words, ""});
        at_ = end + 1;
    }

    void leave_gap(Gap gap) {
        line_.text += "[" + gap.words + "]";
        line_.gaps.push_back(std::move(gap));
    }

    [[noreturn]] void refuse_name(const std::string& name) const {
        std::vector<std::string> known;
        for (const Placeholder& each : placeholders_)
            known.push_back(each.name);
        const auto near = nearest(name, known);
        const std::string list = "known are: " + join(known, ", ");
        refuse(fmt::format("there is no placeholder {{{}}}", name),
               near.empty() ? list : fmt::format("did you mean {{{}}}?\n{}", near.front(), list));
    }

    [[noreturn]] void refuse(const std::string& what, const std::string& advice) const {
        const auto column = static_cast<int>(count_code_points(source_.substr(0, at_))) + 1;
        throw Error(Exit::broken, {what, advice, file_, number_, column, Severity::error});
    }

    const std::string& file_;
    const std::vector<Placeholder>& placeholders_;
    std::string_view source_;
    std::size_t at_ = 0;
    int number_ = 0;
    std::size_t turn_ = 0;
    Line line_;
};

void add_gaps(std::vector<Gap>& gaps, const std::vector<Gap>& more) {
    for (const Gap& gap : more)
        if (std::ranges::find(gaps, gap.words, &Gap::words) == gaps.end()) gaps.push_back(gap);
}

// The first paragraph, where it is one.
void take_subject(Draft& draft) {
    constexpr std::string_view mark = "Subject:";
    if (draft.paragraphs.empty() || !draft.paragraphs.front().starts_with(mark)) return;
    draft.subject = trim(join(split_lines(draft.paragraphs.front().substr(mark.size())), " "));
    draft.paragraphs.erase(draft.paragraphs.begin());
}

// RFC 3986's unreserved characters; "@" too may stand in an address.
std::string percent_encoded(std::string_view text, std::string_view also = "") {
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    for (const char c : text) {
        if (unreserved.find(c) != unreserved.npos || also.find(c) != also.npos)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

} // namespace

Draft fill_draft(std::string_view text, const std::string& file,
                 const std::vector<Placeholder>& placeholders) {
    Filling filling(file, placeholders);
    Draft draft;
    std::string paragraph;
    bool broken = false; // the line before ended with a backslash
    int number = 0;
    const auto end_paragraph = [&] {
        if (!trim(paragraph).empty()) draft.paragraphs.push_back(trim(paragraph));
        paragraph.clear();
    };
    const auto add = [&](const Line& line) {
        if (!line.kept) return;
        const bool stands_alone = line.times > 0;
        std::string words = trim(line.text);
        if (words.empty()) end_paragraph();
        if (!paragraph.empty()) paragraph += broken || stands_alone ? '\n' : ' ';
        broken = words.ends_with('\\');
        if (broken) words.pop_back();
        broken = broken || stands_alone;
        paragraph += trim(words);
        add_gaps(draft.gaps, line.gaps);
    };
    for (const std::string& source : split_lines(text)) {
        const Line first = filling.fill(source, ++number);
        add(first);
        for (std::size_t turn = 1; turn < first.times; ++turn)
            add(filling.fill(source, number, turn));
    }
    end_paragraph();
    take_subject(draft);
    return draft;
}

bool names_other(std::string_view text) {
    return text.find("{other") != std::string_view::npos;
}

std::string mailto(const std::vector<std::string>& addresses, const Draft& draft) {
    std::vector<std::string> encoded;
    for (const std::string& address : addresses)
        encoded.push_back(percent_encoded(address, "@"));
    const std::vector<std::string> lines = split_lines(join(draft.paragraphs, "\n\n"));
    std::string link = fmt::format("mailto:{}?", join(encoded, ","));
    if (!draft.subject.empty()) link += fmt::format("subject={}&", percent_encoded(draft.subject));
    return link + "body=" + percent_encoded(join(lines, "\r\n"));
}

} // namespace mentor
