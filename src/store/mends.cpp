// SPDX-License-Identifier: MIT
#include "mentor/store/mends.hpp"

#include "decoding.hpp"
#include "layout.hpp"
#include "splice.hpp"

#include "mentor/core/error.hpp"
#include "mentor/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace mentor {
namespace {

// One letter more, less or another one, two neighbours in each other's place, or other capitals.
bool is_near(std::string_view some, std::string_view other) {
    const std::string left = fold(some), right = fold(other);
    const auto [at, there] = std::ranges::mismatch(left, right);
    std::string_view one(at, left.end()), two(there, right.end());
    while (!one.empty() && !two.empty() && one.back() == two.back()) {
        one.remove_suffix(1);
        two.remove_suffix(1);
    }
    if (one.size() == 2 && two.size() == 2) return one[0] == two[1] && one[1] == two[0];
    return one.size() <= 1 && two.size() <= 1;
}

std::optional<std::string> find_only_near(std::string_view word,
                                          const std::vector<std::string>& names) {
    std::optional<std::string> near;
    for (const std::string& name : names) {
        if (!is_near(word, name)) continue;
        if (near && *near != name) return std::nullopt;
        near = name;
    }
    return near;
}

// Where the key stands in the header of an element: behind its two brackets.
toml::source_position place_in_header(const toml::node& element) {
    toml::source_position place = element.source().begin;
    place.column += 2;
    return place;
}

// The document after the mend; nullopt where the text isn't written as the mend has it, or wouldn't
// be TOML any more.
std::optional<Document> with_mend(const Document& document, const Mend& mend) {
    const std::string& text = document.text();
    Splices splices;
    for (const auto& place : mend.places) {
        const std::size_t begin = offset_of(text, place);
        if (text.compare(begin, mend.from.size(), mend.from) != 0) return std::nullopt;
        splices.push_back({{begin, begin + mend.from.size()}, mend.to});
    }
    try {
        return Document::parse(with_splices(text, std::move(splices)), document.name());
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::optional<Document> with_first_mend(const Document& document, const Kinds& kinds) {
    const Findings before = findings_in(document, kinds);
    for (const Mend& mend : before.mends) {
        auto result = with_mend(document, mend);
        if (result && findings_in(*result, kinds).all.size() < before.all.size()) return result;
    }
    return std::nullopt;
}

} // namespace

void Findings::mend_key(const toml::key& key, const toml::node& value,
                        const std::vector<std::string>& names) {
    const auto near = find_only_near(key.str(), names);
    if (!near) return;
    Mend mend{{key.source().begin}, std::string(key.str()), *near};
    if (const auto* array = value.as_array(); array && is_spread(value)) {
        mend.places.clear();
        for (const toml::node& element : *array)
            mend.places.push_back(place_in_header(element));
    }
    mends.push_back(std::move(mend));
}

void Findings::mend_word(const toml::node& node, const std::vector<std::string>& names) {
    const auto* text = node.as_string();
    const auto near = text ? find_only_near(text->get(), names) : std::nullopt;
    if (!near) return;
    mends.push_back(
        {{node.source().begin}, fmt::format("\"{}\"", text->get()), fmt::format("\"{}\"", *near)});
}

void Findings::mend_quoted(const toml::node& node, std::string_view value) {
    const auto* text = node.as_string();
    if (!text || text->get() != value) return;
    mends.push_back({{node.source().begin}, fmt::format("\"{}\"", value), std::string(value)});
}

Document mended(const Document& document, const Kinds& kinds) {
    Document result = document;
    while (auto next = with_first_mend(result, kinds))
        result = *std::move(next);
    return result;
}

} // namespace mentor
