// SPDX-License-Identifier: MIT
#include "toml/value_spots.hpp"

#include "toml/layout.hpp"

#include <algorithm>
#include <array>

namespace mentor {

int count_line_ends(std::string_view text) {
    int count = 0;
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        ++count;
    return count;
}

namespace {

// Of a bare key. Most bytes that are looked at one by one are those of keys.
constexpr auto is_bare_of_byte = [] {
    std::array<bool, 256> is_bare{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789_-"))
        is_bare[static_cast<unsigned char>(c)] = true;
    return is_bare;
}();
bool is_bare(char c) {
    return is_bare_of_byte[static_cast<unsigned char>(c)];
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_quote(char c) {
    return c == '"' || c == '\'';
}

bool opens(char c) {
    return c == '[' || c == '{';
}

// Behind the bracket that closes the one at `at`.
std::size_t skip_brackets(std::string_view text, std::size_t at) {
    for (int depth = 0; at < text.size();) {
        const char c = text[at];
        if (is_quote(c)) {
            at = skip_string(text, at);
        } else if (c == '#') {
            at = line_end(text, at);
        } else {
            depth += opens(c) ? 1 : c == ']' || c == '}' ? -1 : 0;
            ++at;
            if (depth == 0) return at;
        }
    }
    return text.size();
}

} // namespace

ValueSpots::ValueSpots(std::string_view text) : text_(text) {
    if (!read()) tables_.clear();
}

// Every line of every file that is shown passes here.
bool ValueSpots::read() {
    const std::string_view text = text_;
    const auto skip = [text](std::size_t at, const auto& is_meant) {
        while (at < text.size() && is_meant(text[at]))
            ++at;
        return at;
    };
    constexpr std::size_t usual_size = 32; // of a statement, with what is between it and the next
    statements_.reserve(text.size() / usual_size);
    Section* section = &elements_of("").emplace_back();
    for (Spot spot; spot.at < text.size(); ++spot.line) {
        const std::size_t begin = skip(spot.at, is_blank), key_end = skip(begin, is_bare);
        spot.at = begin;
        if (begin < key_end) {
            const std::size_t equals = skip(key_end, is_blank);
            if (at(equals) != '=') return false;
            spot.at = skip(equals + 1, is_blank);
            statements_.push_back({std::string_view(text.data() + begin, key_end - begin), spot});
            if (may_have_lines(spot)) spot = behind_value(spot);
        } else if (at(begin) == '[') {
            const std::size_t name = begin + (at(begin + 1) == '[' ? 2 : 1);
            const std::size_t name_end = skip(name, is_bare);
            if (name == name_end || at(name_end) != ']') return false;
            section->end = statements_.size();
            section = &elements_of(text.substr(name, name_end - name)).emplace_back();
            section->begin = statements_.size();
        } else if (at(begin) != '\n' && at(begin) != '\r' && at(begin) != '#') {
            return false;
        }
        spot.at = std::min(text.find('\n', spot.at), text.size() - 1) + 1;
    }
    section->end = statements_.size();
    return true;
}

// What has neither brackets nor three quotes ends with its line.
bool ValueSpots::may_have_lines(const Spot& value) const {
    const char c = at(value.at);
    return opens(c) || (is_quote(c) && at(value.at + 1) == c && at(value.at + 2) == c);
}

Spot ValueSpots::behind_value(const Spot& value) const {
    const char c = at(value.at);
    if (is_quote(c)) return moved(value, skip_string(text_, value.at));
    if (opens(c)) return moved(value, skip_brackets(text_, value.at));
    return moved(value, text_.find_first_of(",]}#\n", value.at));
}

// White space, line ends and comments: all that can stand between an element and its comma.
Spot ValueSpots::behind_filling(Spot spot) const {
    for (;;) {
        spot = moved(spot, text_.find_first_not_of(" \t\r\n", spot.at));
        if (at(spot.at) != '#') return spot;
        spot = moved(spot, line_end(text_, spot.at));
    }
}

Spot ValueSpots::moved(const Spot& spot, std::size_t to) const {
    to = std::min(to, text_.size());
    return {to, spot.line + count_line_ends(text_.substr(spot.at, to - spot.at))};
}

std::vector<ValueSpots::Section>& ValueSpots::elements_of(std::string_view table) {
    const auto named = std::ranges::find(tables_, table, &Table::name);
    return named == tables_.end() ? tables_.emplace_back(Table{table, {}}).elements
                                  : named->elements;
}

std::optional<Spot> ValueSpots::find(std::string_view table, std::size_t position,
                                     std::string_view key) const {
    const auto named = std::ranges::find(tables_, table, &Table::name);
    if (named == tables_.end() || position >= named->elements.size()) return std::nullopt;
    const Section& section = named->elements[position];
    for (std::size_t i = section.begin; i < section.end; ++i)
        if (statements_[i].key == key) return statements_[i].value;
    return std::nullopt;
}

std::optional<Spot> ValueSpots::find_element(const Spot& list, std::size_t position) const {
    if (at(list.at) != '[') return std::nullopt;
    Spot spot = behind_filling({list.at + 1, list.line});
    for (; spot.at < text_.size() && at(spot.at) != ']'; spot = behind_filling(spot)) {
        if (position-- == 0) return spot;
        spot = behind_filling(behind_value(spot));
        if (at(spot.at) == ',') ++spot.at;
    }
    return std::nullopt;
}

} // namespace mentor
