// SPDX-License-Identifier: MIT
#include "format/checking/mends.hpp"

#include "core/near_words.hpp"
#include "core/text.hpp"
#include "format/decoding.hpp"
#include "toml/editing/splice.hpp"
#include "toml/layout.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <utility>

namespace mentor {
namespace {

std::optional<std::string> find_only_near(std::string_view word,
                                          const std::vector<std::string>& names) {
    std::optional<std::string> near;
    for (const std::string& name : names) {
        if (!is_one_edit(fold(word), fold(name))) continue;
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

using Inspect = std::function<Findings(const Document&)>;

// The document after the mends; nullopt where the text isn't written as one of them has it, or
// wouldn't be TOML any more.
std::optional<Document> with_mends(const Document& document, const std::vector<Mend>& mends) {
    std::vector<std::pair<toml::source_position, const Mend*>> places;
    for (const Mend& mend : mends) {
        for (const auto& place : mend.places)
            places.emplace_back(place, &mend);
    }
    std::ranges::stable_sort(places, std::less<>(), &decltype(places)::value_type::first);
    const std::string& text = document.text();
    Walk walk(text);
    Splices splices;
    for (const auto& [place, mend] : places) {
        const std::size_t begin = walk.to(place);
        if (text.compare(begin, mend->from.size(), mend->from) != 0) return std::nullopt;
        splices.push_back({{begin, begin + mend->from.size()}, mend->to});
    }
    try {
        return Document::parse(with_splices(text, std::move(splices)), document.name());
    } catch (const Error&) {
        return std::nullopt;
    }
}

// How often a document may be looked at again: each time costs reading all of it, which has to end
// on a large and strange one.
std::size_t tries_for(const Document& document) {
    constexpr std::size_t bytes = 32 << 20, fewest = 8, most = 1000;
    return std::clamp(bytes / std::max<std::size_t>(document.text().size(), 1), fewest, most);
}

// Those mends of a document that each leave a fault less: all at once, which is the usual case, or
// else half by half, so that a few that don't help cost little.
class Mending {
public:
    Mending(const Document& document, const Inspect& inspect, std::size_t& tries)
        : document_(document), inspect_(inspect), tries_(tries) {}

    // Nullopt where nothing helps.
    std::optional<Document> run() {
        const Findings found = inspect_(document_);
        left_ = found.all.size();
        choose(found.mends);
        return std::move(result_);
    }

private:
    void choose(std::span<const Mend> group) {
        if (group.empty() || tries_ == 0) return;
        --tries_;
        const std::size_t before = chosen_.size();
        chosen_.insert(chosen_.end(), group.begin(), group.end());
        if (auto next = with_mends(document_, chosen_)) {
            const std::size_t left = inspect_(*next).all.size();
            if (left + group.size() <= left_) {
                left_ = left;
                result_ = std::move(next);
                return;
            }
        }
        chosen_.resize(before);
        if (group.size() == 1) return;
        choose(group.first(group.size() / 2));
        choose(group.subspan(group.size() / 2));
    }

    const Document& document_;
    const Inspect& inspect_;
    std::size_t& tries_;
    std::vector<Mend> chosen_;
    std::optional<Document> result_;
    std::size_t left_ = 0; // of the faults, with those that are chosen
};

Document mended(const Document& document, const Inspect& inspect) {
    std::size_t tries = tries_for(document);
    Document result = document;
    while (auto next = Mending(result, inspect, tries).run())
        result = *std::move(next);
    return result;
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
    if (near) mend_text(node, *near);
}

void Findings::mend_quoted(const toml::node& node, std::string_view value) {
    const auto* text = node.as_string();
    if (!text || text->get() != value) return;
    mends.push_back({{node.source().begin}, fmt::format("\"{}\"", value), std::string(value)});
}

void Findings::mend_text(const toml::node& node, std::string_view text) {
    mends.push_back({{node.source().begin},
                     fmt::format("\"{}\"", node.as_string()->get()),
                     fmt::format("\"{}\"", text)});
}

Document mended_relationship(const Document& document, const Kinds& kinds, Date today) {
    return mended(document,
                  [&](const Document& each) { return find_in_relationship(each, kinds, today); });
}

Document mended_config(const Document& document) {
    return mended(document, find_in_config);
}

Document mended_questions(const Document& document) {
    return mended(document, find_in_questions);
}

} // namespace mentor
