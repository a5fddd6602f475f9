// SPDX-License-Identifier: MIT
#include "format/plain_reader.hpp"

#include "core/dates/date_grammar.hpp"

#include "mentor/error.hpp"

#include <algorithm>

namespace mentor {

std::string line_of(const PlainValue& value) {
    std::string text = to_text(value);
    if (!value.may_have_lines || text.find('\n') == std::string::npos) return text;
    return one_line(text);
}

std::vector<std::string> words_of(const PlainValue& list) {
    std::vector<std::string> words;
    for_each_element(list, [&](const PlainValue& element) { words.push_back(to_text(element)); });
    return words;
}

bool is_blank(const PlainValue& text) {
    if (text.has_escapes) return trim(to_text(text)).empty();
    return std::ranges::all_of(text.bytes, is_space);
}

PlainReader::PlainReader(const PlainText& text, Extent extent)
    : all_(&text), statements_(statements_of(text.sections.front())),
      marks_(text.sections.front().marks), extent_(extent) {}

std::optional<int> PlainReader::number_of(const PlainValue& value, const Range& range) {
    const std::int64_t number = to_number(value);
    const bool fits = range.least <= number && number <= range.most;
    return known(fits ? std::optional(static_cast<int>(number)) : std::nullopt);
}

std::optional<Date> PlainReader::date_of(const PlainValue& value) {
    if (value.kind == Kind::date) return value.day;
    return known(value.kind == Kind::text ? find_iso_date(to_text(value)) : std::nullopt);
}

std::optional<Moment> PlainReader::moment_of(const PlainValue& value) {
    if (value.kind == Kind::moment) return to_moment(value);
    const auto day = date_of(value);
    return day ? std::optional<Moment>({*day, std::nullopt}) : std::nullopt;
}

std::vector<Date> PlainReader::dates_of(const PlainValue& list) {
    std::vector<Date> dates;
    for_each_element(list, [&](const PlainValue& element) {
        if (const auto date = date_of(element)) dates.push_back(*date);
    });
    return dates;
}

std::optional<Duration> PlainReader::duration(std::string_view key) {
    const PlainValue* value = find(key, Kind::text);
    if (!value) return std::nullopt;
    try {
        return parse_duration(to_text(*value));
    } catch (const Error&) {
        return known<Duration>(std::nullopt);
    }
}

std::optional<DayOfYear> PlainReader::day_of_year(std::string_view key) {
    const PlainValue* value = find(key);
    if (!value) return std::nullopt;
    if (value->kind == Kind::text) return known(find_day_of_year(to_text(*value)));
    const auto day = date_of(*value);
    return day ? std::optional(day_of_year_of(*day)) : std::nullopt;
}

std::vector<std::string> PlainReader::keys() const {
    std::vector<std::string> keys;
    for (const PlainStatement& statement : statements_)
        keys.emplace_back(statement.key);
    std::ranges::sort(keys);
    return keys;
}

const PlainValue* PlainReader::look_for(std::string_view key, std::uint64_t mark) {
    for (std::size_t i = 0, at = next_; i < statements_.size(); ++i, ++at) {
        if (at >= statements_.size()) at = 0;
        if (!statements_[at].is_of(key, mark)) continue;
        next_ = at + 1;
        return &statements_[at].value;
    }
    return nullptr;
}

const PlainSection* PlainReader::find_section(std::string_view name) {
    if (!all_ || !(all_->marks & mark_of(name))) return nullptr;
    const auto found = std::ranges::find(all_->sections, name, &PlainSection::name);
    if (found == all_->sections.end()) return nullptr;
    if (found->is_element) *met_fault_ = true;
    return &*found;
}

std::size_t PlainReader::count_elements(std::string_view name) {
    std::size_t count = 0;
    if (!(all_->marks & mark_of(name))) return count;
    for (const PlainSection& section : all_->sections) {
        if (section.name != name) continue;
        if (!section.is_element) *met_fault_ = true;
        ++count;
    }
    return count;
}

void PlainReader::refuse_value(std::string_view key) {
    if (find(key)) *met_fault_ = true;
}

std::span<const PlainStatement> PlainReader::statements_of(const PlainSection& section) const {
    return std::span(all_->statements).subspan(section.begin, section.end - section.begin);
}

} // namespace mentor
