// SPDX-License-Identifier: MIT

#include "core/rules/looking/search.hpp"

#include "core/names.hpp"
#include "core/rules/looking/things.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mentor {
namespace {

constexpr auto parts = names_of<Part>({
    {Part::about, "about"},
    {Part::agreement, "agreement"},
    {Part::occasion, "occasion"},
    {Part::fit, "fit"},
    {Part::goal, "goal"},
    {Part::milestone, "milestone"},
    {Part::note, "note"},
    {Part::win, "win"},
    {Part::advice, "advice"},
    {Part::commitment, "commitment"},
    {Part::question, "question"},
    {Part::gift, "gift"},
    {Part::ending, "ending"},
});

bool is_meant(const Finding& what, const Search& search, const Kinds& kinds) {
    if (!search.parts.empty() && std::ranges::find(search.parts, what.part) == search.parts.end())
        return false;
    if (search.span && !(what.on && search.span->contains(what.on->date))) return false;
    return search.kinds.empty() ||
           (!what.kind.empty() && std::ranges::any_of(search.kinds, [&](const auto& word) {
               return kinds.covers(word, what.kind);
           }));
}

// Those of one text in its order, where two touch or overlap as one.
void append_united(std::vector<TextRange>& all, const Finds& finds) {
    const std::size_t begin = all.size();
    for (const auto& stretches : finds)
        all.insert(all.end(), stretches.begin(), stretches.end());
    if (finds.size() == 1 || all.size() == begin) return;
    std::sort(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
              [](const TextRange& one, const TextRange& other) { return one.begin < other.begin; });
    std::size_t last = begin;
    for (std::size_t i = begin + 1; i < all.size(); ++i) {
        if (all[i].begin > all[last].end)
            all[++last] = all[i];
        else
            all[last].end = std::max(all[last].end, all[i].end);
    }
    all.resize(last + 1);
}

// What was found, thing by thing.
class Found {
public:
    explicit Found(const SearchTerms& terms) : terms_(terms) {
        constexpr std::size_t usual_finds = 32;
        findings_.reserve(usual_finds);
        stretches_.reserve(2 * usual_finds);
    }

    // Its texts in which something is, where all terms are in one or another of them.
    void look_at(const Thing& thing) {
        const std::size_t begin = findings_.size();
        is_found_.assign(terms_.size(), false);
        for (const ThingText& words : thing.texts)
            if (terms_.find_in(words.text, finds_)) add(thing, words, findings_.size() > begin);
        if (findings_.size() == begin) return;
        if (std::ranges::find(is_found_, false) != is_found_.end())
            findings_.resize(begin);
        else
            things_.push_back({begin, findings_.size()});
    }

    FoundThings newest_first() && {
        std::ranges::stable_sort(things_, [&](const Slice& some, const Slice& other) {
            const auto &day = findings_[some.begin].finding.on,
                       &other_day = findings_[other.begin].finding.on;
            if (!day || !other_day) return !day && other_day;
            return *day > *other_day;
        });
        FoundThings sorted{.all = {}, .stretches = std::move(stretches_)};
        sorted.all.reserve(findings_.size());
        for (const Slice& thing : things_)
            for (std::size_t i = thing.begin; i < thing.end; ++i)
                sorted.all.push_back(findings_[i].with_its(sorted.stretches));
        return sorted;
    }

private:
    struct Slice { // of the findings: those of one thing
        std::size_t begin, end;
    };
    // While the list of all stretches grows: where in it those of the finding begin, `firsts`
    // first, and end.
    struct Noted {
        Finding finding;
        std::size_t firsts, found, end;

        Finding with_its(std::span<const TextRange> stretches) {
            finding.firsts = stretches.subspan(firsts, found - firsts);
            finding.found = stretches.subspan(found, end - found);
            return finding;
        }
    };

    void add(const Thing& thing, const ThingText& words, bool continues) {
        Noted& noted = findings_.emplace_back(Noted{thing.what, stretches_.size(), 0, 0});
        for (std::size_t i = 0; i < finds_.size(); ++i) {
            if (finds_[i].empty()) continue;
            is_found_[i] = true;
            stretches_.push_back(finds_[i].front());
        }
        noted.found = stretches_.size();
        append_united(stretches_, finds_);
        noted.end = stretches_.size();
        noted.finding.table = words.table;
        noted.finding.key = words.key;
        noted.finding.element = words.element;
        noted.finding.text = words.text;
        noted.finding.is_private = words.is_private;
        noted.finding.continues = continues;
    }

    const SearchTerms& terms_;
    std::vector<Noted> findings_;
    std::vector<TextRange> stretches_;
    std::vector<Slice> things_;
    std::vector<bool> is_found_; // of each term
    Finds finds_;                // in one text
};

} // namespace

std::string_view to_text(Part part) {
    return parts.text(part);
}

std::optional<Part> find_part(std::string_view word) {
    return parts.find(word);
}

const std::vector<std::string>& part_names() {
    static const std::vector<std::string> names = parts.list();
    return names;
}

bool is_key(const Finding& finding) {
    return finding.part == Part::fit && finding.text == finding.key;
}

FoundThings search(const Relationship& relationship, const Search& search, const Kinds& kinds,
                   const LookUp& left_out) {
    Found found(search.terms);
    for_each_thing(relationship, left_out, [&](const Thing& thing) {
        if (is_meant(thing.what, search, kinds)) found.look_at(thing);
    });
    return std::move(found).newest_first();
}

} // namespace mentor
