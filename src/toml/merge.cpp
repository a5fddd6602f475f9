// SPDX-License-Identifier: MIT
#include "toml/merge.hpp"

#include "toml/merging/sections.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <iterator>
#include <list>
#include <unordered_map>

namespace mentor {
namespace {

template<class Part>
std::vector<std::string_view> keys_of(const Index<Part>& parts, const Index<Part>& among) {
    std::vector<std::string_view> keys;
    for (const Part& part : parts) {
        if (among.find(part.key)) keys.push_back(part.key);
    }
    return keys;
}

// The keys of theirs, and each new one of mine behind the one that it stands behind in mine; what
// they put there comes first.
template<class Part>
std::list<std::string_view> order_of(const Index<Part>& base, const Index<Part>& mine,
                                     const Index<Part>& theirs) {
    std::list<std::string_view> order;
    std::unordered_map<std::string_view, std::list<std::string_view>::iterator> places;
    for (const Part& part : theirs)
        places.emplace(part.key, order.insert(order.end(), part.key));
    auto behind = order.begin();
    for (const Part& part : mine) {
        if (const auto place = places.find(part.key); place != places.end()) {
            behind = std::next(place->second);
            continue;
        }
        if (base.find(part.key)) continue;
        while (behind != order.end() && !base.find(*behind) && !mine.find(*behind))
            ++behind;
        const auto place = order.insert(behind, part.key);
        places.emplace(part.key, place);
        behind = std::next(place);
    }
    return order;
}

class Merging {
public:
    Merging(const Document& base, const Document& mine, const Document& theirs)
        : base_sections_(sections_of(base)), my_sections_(sections_of(mine)),
          their_sections_(sections_of(theirs)), base_(base_sections_), mine_(my_sections_),
          theirs_(their_sections_), name_(theirs.name()) {}

    Merged run();

private:
    void merge_section(std::string_view key);
    void merge_pieces(const Section* base, const Section& mine, const Section& theirs);
    template<class Part>
    bool take_plain(const Part* base, const Part* mine, const Part* theirs);
    template<class Part>
    void expect_same_order(const Index<Part>& base, const Index<Part>& changed);
    bool says_what_was_meant() const;
    void collide(const std::string& label) { collisions_.push_back(label); }

    std::vector<Section> base_sections_, my_sections_, their_sections_;
    Index<Section> base_, mine_, theirs_;
    std::string name_;
    std::string text_;
    std::vector<Section> meant_; // that `text_` is made of
    std::vector<std::string> collisions_;
    bool is_moved_ = false;
};

// Where at most one side changed it, or both alike, there is one answer.
template<class Part>
bool Merging::take_plain(const Part* base, const Part* mine, const Part* theirs) {
    const auto same = [](const Part* left, const Part* right) {
        return left && right ? left->text == right->text : left == right;
    };
    if (!same(mine, theirs) && !same(mine, base) && !same(theirs, base)) return false;
    const Part* taken = same(mine, base) ? theirs : mine;
    if (taken) text_ += taken->text;
    return true;
}

void Merging::merge_pieces(const Section* base, const Section& mine, const Section& theirs) {
    const std::vector<Piece> none;
    const Index before(base ? base->pieces : none), my(mine.pieces), their(theirs.pieces);
    for (const std::string_view key : order_of(before, my, their)) {
        const Piece* my_piece = my.find(key);
        const Piece* their_piece = their.find(key);
        if (!take_plain(before.find(key), my_piece, their_piece))
            collide((my_piece ? my_piece : their_piece)->label);
    }
    for (const Piece& piece : my) {
        const Piece* old = before.find(piece.key);
        if (old && old->text != piece.text && !their.find(piece.key)) collide(piece.label);
    }
    expect_same_order(before, my);
}

void Merging::merge_section(std::string_view key) {
    const Section* base = base_.find(key);
    const Section* mine = mine_.find(key);
    const Section* theirs = theirs_.find(key);
    if (take_plain(base, mine, theirs)) return;
    if (mine && theirs && key != end_key)
        merge_pieces(base, *mine, *theirs);
    else
        collide((mine ? mine : theirs)->label);
}

template<class Part>
void Merging::expect_same_order(const Index<Part>& base, const Index<Part>& changed) {
    is_moved_ = is_moved_ || keys_of(base, changed) != keys_of(changed, base);
}

Merged Merging::run() {
    for (const std::string_view key : order_of(base_, mine_, theirs_)) {
        const std::size_t begin = text_.size();
        merge_section(key);
        const bool is_gone = text_.size() == begin && !key.empty() && key != end_key;
        if (!is_gone) meant_.push_back({.key = std::string(key), .text = text_.substr(begin)});
    }
    for (const Section& section : base_) {
        const Section* mine = mine_.find(section.key);
        if (theirs_.find(section.key)) continue;
        // Without an id nobody can say whether both took it away or both changed it.
        if (mine ? mine->text != section.text : section.is_nameless) collide(section.label);
    }
    expect_same_order(base_, mine_);
    if (is_moved_ || !collisions_.empty() || !says_what_was_meant())
        return {std::nullopt, std::move(collisions_)};
    return {std::move(text_), {}};
}

// A table of theirs may have come between an element of mine and a table within it.
bool Merging::says_what_was_meant() const {
    try {
        return std::ranges::equal(sections_of(Document::parse(text_, name_)), meant_,
                                  [](const Section& left, const Section& right) {
                                      return left.key == right.key && left.text == right.text;
                                  });
    } catch (const Error&) {
        return false;
    }
}

} // namespace

Merged merge(const Document& base, const Document& mine, const Document& theirs) {
    return Merging(whole(base), whole(mine), whole(theirs)).run();
}

} // namespace mentor
