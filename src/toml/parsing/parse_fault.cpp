// SPDX-License-Identifier: MIT
#include "toml/parsing/parse_fault.hpp"

#include "core/text.hpp"
#include "toml/layout.hpp"
#include "toml/parsing/parse_phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {
namespace {

struct Words {
    std::string what;
    std::string advice;
};

std::string_view line_around(std::string_view text, std::size_t at) {
    const std::size_t begin = line_begin(text, at);
    return text.substr(begin, line_end(text, at) - begin);
}

bool is_line_end(char character) {
    return character == '\n' || character == '\r';
}

// toml++ speaks of "Error while parsing SCOPE: REASON".
struct Complaint {
    std::string_view scope;
    std::string_view reason;
    bool says(std::string_view words) const { return reason.find(words) != std::string_view::npos; }
};

Complaint complaint_of(std::string_view description) {
    constexpr std::string_view opening = "Error while parsing ";
    const std::size_t colon = description.find(": ");
    if (description.substr(0, opening.size()) != opening || colon == std::string_view::npos)
        return {"", description};
    return {description.substr(opening.size(), colon - opening.size()),
            description.substr(colon + 2)};
}

// The key or header that toml++ names, as it is called in a sentence. It garbles those with quotes.
std::string name_in(std::string_view reason, std::string_view otherwise) {
    const std::size_t begin = reason.find('\'') + 1;
    const std::string_view name = reason.substr(begin, reason.find('\'', begin) - begin);
    return name.find('"') == std::string_view::npos ? fmt::format("`{}`", name)
                                                    : std::string(otherwise);
}

Words explain_double(const Complaint& complaint) {
    const std::string advice = "keep one of the two, or put them together";
    if (complaint.says("as dotted"))
        return {"the beginning of this key is a value already, higher up", advice};
    const bool is_header = complaint.scope == "table header";
    return {fmt::format("{} is there already, higher up",
                        name_in(complaint.reason, is_header ? "this table" : "this key")),
            advice};
}

Words explain_end(const Complaint& complaint) {
    if (complaint.scope == "array") return {"this list isn't closed", "add the missing ]"};
    if (complaint.scope == "inline table")
        return {"this table isn't closed", "add the missing } on the same line"};
    if (complaint.scope == "string")
        return {"the file ends inside a text", "close the text with the quotes that opened it"};
    if (complaint.scope == "literal string")
        return {"the file ends inside a text", "close the text with the quotes that opened it"};
    return {"the file ends in the middle of a line", "write the rest, or delete the line"};
}

Words explain_control(const Complaint& complaint, std::string_view text, std::size_t at) {
    const char character = at < text.size() ? text[at] : '\n';
    if (is_line_end(character) && complaint.scope != "comment")
        return {"this text has no closing quote on its line",
                "close it, or use three quotes at both ends for a text of several lines"};
    return {fmt::format("there is a control character here (U+{:04X})",
                        static_cast<unsigned char>(character)),
            "delete it; some editors show it as ^ and a letter"};
}

// A month of 13, an hour of 25: "expected month between 1 and 12 (inclusive), saw 13".
Words explain_range(const Complaint& complaint) {
    const std::string_view seen = complaint.reason.substr(complaint.reason.rfind(' ') + 1);
    if (complaint.says("month"))
        return {fmt::format("there is no month {}", seen), "months run from 01 to 12"};
    if (complaint.says("day")) {
        const std::string_view last = complaint.reason.substr(complaint.reason.find("and ") + 4, 2);
        return {fmt::format("there is no day {} in this month", seen),
                fmt::format("its days run from 01 to {}", last)};
    }
    const std::string_view unit = complaint.says("hour")     ? "hour"
                                  : complaint.says("minute") ? "minute"
                                                             : "second";
    return {fmt::format("there is no {} {}", unit, seen),
            fmt::format("{}s run from 00 to {}", unit, unit == "hour" ? 23 : 59)};
}

bool is_conflict_marker(std::string_view line) {
    return line.substr(0, 7) == "<<<<<<<" || line.substr(0, 7) == "=======" ||
           line.substr(0, 7) == ">>>>>>>";
}

bool is_temporal(std::string_view scope) {
    return scope == "date" || scope == "time" || scope == "date-time" ||
           scope == "date-time offset";
}

bool is_number(std::string_view scope) {
    return scope.ends_with("integer") || scope.ends_with("floating-point");
}

const Words value_words{"this value is neither text nor a number, a date, true or false",
                        "put quotes around text: \"like this\"; a day is written 2026-11-22"};

Words explain_value(const Complaint& complaint) {
    if (is_temporal(complaint.scope))
        return {"this isn't a whole date or time",
                "write a day as 2026-11-22 and a time as 2026-11-22T15:30:00"};
    if (complaint.scope == "boolean")
        return {"this isn't a value", "write true or false, or put quotes around text"};
    return value_words;
}

// As word processors make of the straight ones.
bool begins_with_curly_quote(std::string_view text) {
    constexpr std::array<std::string_view, 6> quotes = {"“", "”", "„", "‘", "’", "‚"};
    return std::ranges::any_of(quotes,
                               [&](std::string_view quote) { return text.starts_with(quote); });
}

Words words_for(const Complaint& complaint, std::string_view text, std::size_t at) {
    if (is_conflict_marker(line_around(text, at)))
        return {"git left a conflict here", "keep the lines that are right and delete the others, "
                                            "with the <<<<<<<, ======= and >>>>>>> lines"};
    if (complaint.says("utf-8"))
        return {"this isn't UTF-8 text", "save the file as UTF-8 in your editor"};
    if (begins_with_curly_quote(text.substr(std::min(at, text.size()))))
        return {"this text stands in typographic quotes", "write straight ones: \"like this\""};
    if (complaint.says("cannot redefine")) return explain_double(complaint);
    if (complaint.says("control character") || (at < text.size() && text[at] == '\0'))
        return explain_control(complaint, text, at);
    if (complaint.says("between")) return explain_range(complaint);
    for (const Phrase& phrase : toml_phrases())
        if (complaint.says(phrase.theirs))
            return {std::string(phrase.what), std::string(phrase.advice)};
    if (is_temporal(complaint.scope) || is_number(complaint.scope) ||
        complaint.scope == "boolean" || complaint.scope == "value")
        return explain_value(complaint);
    if (complaint.says("encountered end-of-file")) return explain_end(complaint);
    return {std::string(complaint.reason), std::string(advice_for_unknown)};
}

bool is_of_date(char character) {
    return ('0' <= character && character <= '9') ||
           std::string_view("-:.T").find(character) != std::string_view::npos;
}

// For a key that is there twice toml++ gives the place of the second value, and for a day that
// doesn't exist the place where it noticed.
std::size_t fault_offset(const Complaint& complaint, std::string_view text, std::size_t at) {
    if (complaint.says("utf-8")) return find_invalid_utf8(text).value_or(at);
    if (complaint.says("between") || is_temporal(complaint.scope)) {
        while (at > 0 && is_of_date(text[at - 1]))
            --at;
        return at;
    }
    const bool is_double_key = complaint.scope == "key-value pair" &&
                               complaint.says("cannot redefine") && !complaint.says("as dotted");
    if (!is_double_key) return at;
    const std::size_t begin = line_begin(text, at);
    const std::size_t bracket = text.substr(begin, at - begin).find_last_of("{,");
    return skip_blanks(text, bracket == std::string_view::npos ? begin : begin + bracket + 1);
}

} // namespace

Diagnostic explain(const toml::parse_error& error, std::string_view text, std::string file) {
    const Complaint complaint = complaint_of(error.description());
    const std::size_t at = fault_offset(complaint, text, offset_of(text, error.source().begin));
    const Position place = position_of(text, at);
    Words words = words_for(complaint, text, at);
    return {std::move(words.what), std::move(words.advice), std::move(file), place.line,
            place.column};
}

} // namespace mentor
