// SPDX-License-Identifier: MIT
#include "format/plain_reader.hpp"

#include "core/dates/date_grammar.hpp"

#include "mentor/error.hpp"

#include <algorithm>

namespace mentor {

namespace {

bool is_blank(const PlainValue& text) {
    if (text.has_escapes) return trim(to_text(text)).empty();
    return std::ranges::all_of(text.bytes, is_space);
}

} // namespace

PlainReader::PlainReader(const PlainText& text, Extent extent)
    : all_(&text), statements_(statements_of(text.sections.front())),
      marks_(text.sections.front().marks), extent_(extent) {}

bool PlainReader::leaves_out(std::string_view key, Kind kind) {
    if (extent_ == Extent::whole) return false;
    const PlainValue* value = find(key, kind);
    if (value && kind == Kind::list && !value->has_only_texts) *met_fault_ = true;
    return true;
}

std::string PlainReader::text_at(std::string_view key) {
    const PlainValue* value = find(key, Kind::text);
    return value ? to_text(*value) : "";
}

std::string PlainReader::line_at(std::string_view key) {
    std::string text = text_at(key);
    return text.find('\n') == std::string::npos ? text : one_line(text);
}

std::optional<bool> PlainReader::flag_at(std::string_view key) {
    const PlainValue* value = find(key, Kind::flag);
    return value ? std::optional(to_flag(*value)) : std::nullopt;
}

std::optional<int> PlainReader::number_at(std::string_view key, const Range& range) {
    const PlainValue* value = find(key, Kind::number);
    if (!value) return std::nullopt;
    const std::int64_t number = to_number(*value);
    const bool fits = range.least <= number && number <= range.most;
    return known(fits ? std::optional(static_cast<int>(number)) : std::nullopt);
}

std::optional<Date> PlainReader::date_at(std::string_view key) {
    const PlainValue* value = find(key);
    return value ? date_of(*value) : std::nullopt;
}

std::optional<Date> PlainReader::date_of(const PlainValue& value) {
    if (value.kind == Kind::date) return value.day;
    return known(value.kind == Kind::text ? find_iso_date(to_text(value)) : std::nullopt);
}

std::vector<Date> PlainReader::dates(std::string_view key) {
    std::vector<Date> dates;
    const PlainValue* list = find(key, Kind::list);
    if (!list) return dates;
    for_each_element(*list, [&](const PlainValue& element) {
        if (const auto date = date_of(element)) dates.push_back(*date);
    });
    return dates;
}

std::optional<Moment> PlainReader::moment_at(std::string_view key) {
    const PlainValue* value = find(key);
    if (!value) return std::nullopt;
    if (value->kind == Kind::moment) return to_moment(*value);
    const auto day = date_of(*value);
    return day ? std::optional<Moment>({*day, std::nullopt}) : std::nullopt;
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

PlainReader::Words PlainReader::words_at(std::string_view key) {
    Words words;
    const PlainValue* list = find(key, Kind::list);
    if (!list) return words;
    if (!list->has_only_texts) {
        *met_fault_ = true;
        return words;
    }
    for_each_element(*list, [&](const PlainValue& element) { words.push_back(to_text(element)); });
    return words;
}

void PlainReader::require(std::string_view key, std::string_view) {
    const std::size_t next = next_;
    const PlainValue* value = find(key);
    if (!value || (value->kind == Kind::text && is_blank(*value))) *met_fault_ = true;
    next_ = next; // it is read later, in its turn
}

std::vector<std::string> PlainReader::keys() const {
    std::vector<std::string> keys;
    for (const PlainStatement& statement : statements_)
        keys.emplace_back(statement.key);
    std::ranges::sort(keys);
    return keys;
}

// Most files have them in the order in which they are asked for.
const PlainValue* PlainReader::look_for(std::string_view key, std::uint64_t mark) {
    for (std::size_t i = 0, at = next_; i < statements_.size(); ++i, ++at) {
        if (at >= statements_.size()) at = 0;
        if (!statements_[at].is_of(key, mark)) continue;
        next_ = at + 1;
        return &statements_[at].value;
    }
    return nullptr;
}

const PlainValue* PlainReader::find(std::string_view key, Kind kind) {
    const PlainValue* value = find(key);
    if (!value) return nullptr;
    if (value->kind == kind) return value;
    *met_fault_ = true;
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
