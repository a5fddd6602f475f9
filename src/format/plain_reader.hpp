// SPDX-License-Identifier: MIT
//
// Inside src/format only: typed reading of a text in the plain dialect (toml/plain/plain.hpp), with
// the methods of Reader that a relationship is read with. It notes no fault: where Reader would,
// the text isn't read here after all.
#pragma once

#include "core/model/extent.hpp"
#include "core/text.hpp"
#include "format/reader.hpp"
#include "toml/plain/plain.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mentor {

// An element that a vector makes in its place; most of what is read are elements, and to move each
// would cost as much as to read it.
template<class Make>
struct InPlace {
    Make make;
    operator std::invoke_result_t<Make>() { return make(); } // NOLINT: that is its point
};
template<class Make>
InPlace(Make) -> InPlace<Make>;

std::string line_of(const PlainValue& text);
std::vector<std::string> words_of(const PlainValue& list_of_texts);
bool is_blank(const PlainValue& text);

class PlainReader {
public:
    // The root of a text that must outlive the reader.
    PlainReader(const PlainText& text, Extent extent);
    PlainReader(const PlainReader&) = delete; // the readers of its tables point to it
    PlainReader& operator=(const PlainReader&) = delete;

    // What follows is inlined ([[gnu::always_inline]]), so that it knows the key when it is
    // compiled: most keys that are asked for are absent, and of those that are there most come
    // next.

    // Whether Reader would have noted a fault in what was asked for until now.
    bool met_fault() const { return *met_fault_; }

    [[gnu::always_inline]] std::string text(std::string_view key) {
        const PlainValue* value = find(key, Kind::text);
        return value ? to_text(*value) : "";
    }
    [[gnu::always_inline]] std::string line(std::string_view key) {
        const PlainValue* value = find(key, Kind::text);
        return value ? line_of(*value) : "";
    }
    // What an outline leaves out has to be of its kind all the same.
    [[gnu::always_inline]] std::string detail_text(std::string_view key) {
        const PlainValue* value = find(key, Kind::text);
        return value && extent_ == Extent::whole ? to_text(*value) : "";
    }
    [[gnu::always_inline]] std::optional<bool> flag(std::string_view key) {
        const PlainValue* value = find(key, Kind::flag);
        return value ? std::optional(to_flag(*value)) : std::nullopt;
    }
    [[gnu::always_inline]] std::optional<int> number(std::string_view key, const Range& range) {
        const PlainValue* value = find(key, Kind::number);
        return value ? number_of(*value, range) : std::nullopt;
    }
    [[gnu::always_inline]] std::optional<Date> date(std::string_view key) {
        const PlainValue* value = find(key);
        return value ? date_of(*value) : std::nullopt;
    }
    [[gnu::always_inline]] std::optional<Moment> moment(std::string_view key) {
        const PlainValue* value = find(key);
        return value ? moment_of(*value) : std::nullopt;
    }
    [[gnu::always_inline]] std::vector<std::string> words(std::string_view key) {
        const PlainValue* value = find_words(key);
        return value ? words_of(*value) : Words();
    }
    [[gnu::always_inline]] std::vector<std::string> detail_words(std::string_view key) {
        const PlainValue* value = find_words(key);
        return value && extent_ == Extent::whole ? words_of(*value) : Words();
    }
    std::optional<Duration> duration(std::string_view key);
    std::optional<DayOfYear> day_of_year(std::string_view key);
    [[gnu::always_inline]] std::vector<Date> dates(std::string_view key) {
        const PlainValue* value = find(key, Kind::list);
        return value ? dates_of(*value) : std::vector<Date>();
    }

    template<class T>
    std::optional<T> one_of(std::string_view key, std::optional<T> (*find_word)(std::string_view),
                            const std::vector<std::string>&) {
        const PlainValue* value = find(key, Kind::text);
        if (!value) return std::nullopt;
        return known(value->has_escapes ? find_word(to_text(*value)) : find_word(value->bytes));
    }

    template<class Read>
    auto table(std::string_view key, Read read) {
        std::optional<decltype(read(*this))> result;
        if (const PlainValue* value = find(key, Kind::table)) {
            const auto entries = entries_of(*value);
            PlainReader reader(entries, ~std::uint64_t{0}, *this);
            result = read(reader);
        } else if (const PlainSection* section = find_section(key)) {
            PlainReader reader(statements_of(*section), section->marks, *this);
            result = read(reader);
        }
        return result;
    }

    template<class Read>
    auto tables(std::string_view key, Read read) {
        std::vector<decltype(read(*this))> result;
        refuse_value(key);
        const std::size_t count = count_elements(key);
        if (count == 0) return result;
        result.reserve(count);
        for (const PlainSection& section : all_->sections) {
            if (section.name != key) continue;
            PlainReader reader(statements_of(section), section.marks, *this);
            result.emplace_back(InPlace{[&] { return read(reader); }});
        }
        return result;
    }

    // Where the key is read later, in its turn.
    [[gnu::always_inline]] void require(std::string_view key, std::string_view) {
        const std::size_t next = next_;
        const PlainValue* value = find(key);
        if (!value || (value->kind == Kind::text && is_blank(*value))) *met_fault_ = true;
        next_ = next;
    }
    std::vector<std::string> keys() const; // in the order of Reader's

private:
    using Kind = PlainValue::Kind;
    using Words = std::vector<std::string>;

    PlainReader(std::span<const PlainStatement> statements, std::uint64_t marks, PlainReader& above)
        : statements_(statements), marks_(marks), extent_(above.extent_),
          met_fault_(above.met_fault_) {}

    // Most files have the keys in the order in which they are asked for.
    [[gnu::always_inline]] const PlainValue* find(std::string_view key) {
        const std::uint64_t mark = mark_of(key);
        if (!(marks_ & mark)) return nullptr;
        if (next_ < statements_.size() && statements_[next_].is_of(key, mark))
            return &statements_[next_++].value;
        return look_for(key, mark);
    }
    const PlainValue* look_for(std::string_view key, std::uint64_t mark);
    // The same of a value of the wanted kind; another is a fault.
    [[gnu::always_inline]] const PlainValue* find(std::string_view key, Kind kind) {
        const PlainValue* value = find(key);
        if (!value || value->kind == kind) return value;
        *met_fault_ = true;
        return nullptr;
    }
    // Of a list of texts; another is a fault.
    [[gnu::always_inline]] const PlainValue* find_words(std::string_view key) {
        const PlainValue* value = find(key, Kind::list);
        if (!value || value->has_only_texts) return value;
        *met_fault_ = true;
        return nullptr;
    }
    // Of one header; a list of them is a fault.
    const PlainSection* find_section(std::string_view name);
    std::size_t count_elements(std::string_view name);
    void refuse_value(std::string_view key);
    std::span<const PlainStatement> statements_of(const PlainSection& section) const;
    std::optional<int> number_of(const PlainValue& value, const Range& range);
    std::optional<Date> date_of(const PlainValue& value);
    std::optional<Moment> moment_of(const PlainValue& value);
    std::vector<Date> dates_of(const PlainValue& list);
    template<class T>
    std::optional<T> known(std::optional<T> value) {
        if (!value) *met_fault_ = true;
        return value;
    }

    const PlainText* all_ = nullptr; // of the root
    std::span<const PlainStatement> statements_;
    std::uint64_t marks_ = 0; // of their keys
    std::size_t next_ = 0;    // where the next one is looked for first
    Extent extent_ = Extent::whole;
    bool own_fault_ = false;
    bool* met_fault_ = &own_fault_;
};

} // namespace mentor
