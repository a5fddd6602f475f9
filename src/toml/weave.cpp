// SPDX-License-Identifier: MIT
#include "toml/weave.hpp"

#include "core/text.hpp"
#include "toml/merging/comment_count.hpp"
#include "toml/merging/dress.hpp"
#include "toml/merging/gather.hpp"
#include "toml/merging/lists.hpp"
#include "toml/merging/pairing.hpp"
#include "toml/merging/sections.hpp"
#include "toml/merging/spread.hpp"
#include "toml/merging/unlike.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <unordered_map>
#include <utility>

namespace mentor {
namespace {

// What one of the sides changed in it, and the other didn't; nullopt where both did, differently.
template<class Value>
std::optional<Value> plain_answer(const Value& base, const Value& mine, const Value& theirs) {
    if (mine == theirs || theirs == base) return mine;
    if (mine == base) return theirs;
    return std::nullopt;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

// Whole lines of both: theirs, and above them what mine added.
std::string lines_of_both(const std::string& base, const std::string& mine,
                          const std::string& theirs, const std::string& newline) {
    if (const auto answer = plain_answer(base, mine, theirs)) return *answer;
    const auto old = split_lines(base), others = split_lines(theirs);
    std::string added;
    for (const std::string& line : split_lines(mine))
        if (!trim(line).empty() && !has(old, line) && !has(others, line)) added += line + newline;
    const std::size_t text = std::min(theirs.find_first_not_of("\r\n"), theirs.size());
    return theirs.substr(0, text) + added + theirs.substr(text);
}

// The last step of where it stands.
std::string_view key_of(const Piece& piece) {
    const auto* key = std::get_if<std::string>(&piece.path.back());
    return key ? std::string_view(*key) : std::string_view();
}

// The three as they are cut.
struct Versions {
    std::vector<Section> base, mine, theirs;
};

class Weave {
public:
    Weave(const Versions& versions, const std::string& newline, const Weaving& weaving)
        : base_(versions.base), mine_(versions.mine), theirs_(versions.theirs), newline_(newline),
          weaving_(weaving) {}

    std::vector<Section> run();
    std::vector<Collision> take_collisions() { return std::move(collisions_); }

private:
    std::list<const Section*> order() const;
    bool is_kept(const Section& section, const Index<Section>& others) const;
    bool is_changed(const Section& section) const;
    Section section_of(const Section& any);
    void weave_pieces(Section& result, const Section* base, const Section& mine,
                      const Section& theirs);
    std::optional<Piece> piece_of(const Piece* base, const Piece* mine, const Piece* theirs);
    std::string statement_of(const Piece* base, const Piece& mine, const Piece& theirs);
    bool holds(const Piece* base, const Piece* own, const Section& around,
               const Piece* other) const;

    Index<Section> base_, mine_, theirs_;
    const std::string& newline_;
    const Weaving& weaving_;
    std::vector<Collision> collisions_;
};

// --- which sections there are, and in which order

// Its statements aren't those of the base any more, or those of a table within it.
bool Weave::is_changed(const Section& section) const {
    const auto statements = [](const Section& of) {
        std::string all;
        for (const Piece& piece : of.pieces)
            all += piece.statement + "\n";
        return all;
    };
    const Section* base = base_.find(section.key);
    return !base || statements(*base) != statements(section);
}

// What one side took away is gone, unless the other changed it meanwhile.
bool Weave::is_kept(const Section& section, const Index<Section>& others) const {
    if (others.find(section.key) || is_changed(section) || weaving_.stays(section.key)) return true;
    const Index<Section>& own = &others == &mine_ ? theirs_ : mine_;
    return std::ranges::any_of(own, [&](const Section& inner) {
        return !section.key.empty() && inner.key.starts_with(section.key + ".") &&
               is_changed(inner) && others.find(inner.key) == nullptr;
    });
}

// Where a new element goes among those that the other side added: before the first of a later day,
// with the tables that belong to it.
std::list<const Section*>::iterator place_by_day(const Section& section,
                                                 std::list<const Section*>& all,
                                                 const Index<Section>& base,
                                                 std::list<const Section*>::iterator behind) {
    const std::string_view day = section.day();
    if (section.array.empty() || day.empty()) return behind;
    auto place = behind;
    bool in_same = false;
    for (auto next = behind; next != all.end() && !base.find((*next)->key); ++next) {
        const bool is_same = (*next)->array == section.array;
        if (is_same && (*next)->day() > day) return next;
        in_same = is_same || (in_same && (*next)->array.empty());
        if (in_same) place = std::next(next);
    }
    return place;
}

// Theirs, and each new one of mine behind the one that it stands behind in mine.
std::list<const Section*> Weave::order() const {
    std::list<const Section*> all;
    std::unordered_map<std::string_view, std::list<const Section*>::iterator> places;
    for (const Section& section : theirs_)
        if (is_kept(section, mine_)) places.emplace(section.key, all.insert(all.end(), &section));
    auto behind = all.begin();
    for (const Section& section : mine_) {
        if (const auto place = places.find(section.key); place != places.end()) {
            behind = std::next(place->second);
        } else if (is_kept(section, theirs_)) {
            const auto at = all.insert(place_by_day(section, all, base_, behind), &section);
            places.emplace(section.key, at);
            behind = std::next(at);
        }
    }
    return all;
}

// --- what a section says

// The list in theirs without what mine took away, and with what it added; what theirs keeps stays
// as it is written, on one line or on several.
std::optional<std::string> list_of(const Piece* base, const Piece& mine, const Piece& theirs) {
    if (!mine.is_list || !theirs.is_list || (base && !base->is_list)) return std::nullopt;
    const std::vector<std::string> none;
    const auto& old = base ? base->elements : none;
    std::vector<std::string> added;
    for (const std::string& element : mine.elements)
        if (!has(old, element) && !has(theirs.elements, element) && !has(added, element))
            added.push_back(element);
    return changed_list(theirs.statement, added, [&](std::size_t i) {
        return has(old, theirs.elements[i]) && !has(mine.elements, theirs.elements[i]);
    });
}

// What is true stays so while the side that has it changes what it stands beside: it changed that
// as something that is, for one, private.
bool Weave::holds(const Piece* base, const Piece* own, const Section& around,
                  const Piece* other) const {
    return own && own->value == "true" && weaving_.stays_true(key_of(*own)) &&
           (!other || other->value == "false") && (!base || is_changed(around));
}

std::string Weave::statement_of(const Piece* base, const Piece& mine, const Piece& theirs) {
    const std::string none;
    if (const auto answer =
            plain_answer(base ? base->statement : none, mine.statement, theirs.statement))
        return *answer;
    // Written in two ways, as with other blanks or quotes around the key, it is the same.
    if (mine.value == theirs.value) return theirs.statement;
    if (base && base->value == mine.value) return theirs.statement;
    if (base && base->value == theirs.value) return mine.statement;
    if (const auto list = list_of(base, mine, theirs)) return *list;
    if (weaving_.takes_lesser(key_of(mine)))
        return std::min(mine.value, theirs.value) == mine.value ? mine.statement : theirs.statement;
    collisions_.push_back({mine.label, mine.value, theirs.value});
    return weaving_.choose(collisions_.back()) == Taken::mine ? mine.statement : theirs.statement;
}

std::optional<Piece> Weave::piece_of(const Piece* base, const Piece* mine, const Piece* theirs) {
    if (!mine || !theirs) {
        const Piece* only = mine ? mine : theirs;
        if (!only || (base && base->statement == only->statement)) return std::nullopt;
        return *only;
    }
    Piece piece = *theirs;
    const std::string none;
    piece.statement = statement_of(base, *mine, *theirs);
    piece.above = lines_of_both(base ? base->above : none, mine->above, theirs->above, newline_);
    piece.behind = plain_answer(base ? base->behind : none, mine->behind, theirs->behind)
                       .value_or(theirs->behind);
    return piece;
}

void Weave::weave_pieces(Section& result, const Section* base, const Section& mine,
                         const Section& theirs) {
    const std::vector<Piece> none;
    const Index old(base ? base->pieces : none), my(mine.pieces), their(theirs.pieces);
    std::list<Piece> pieces;
    std::unordered_map<std::string_view, std::list<Piece>::iterator> places;
    const auto one_of = [&](const std::string& key) {
        const Piece *before = old.find(key), *my_piece = my.find(key),
                    *their_piece = their.find(key);
        if (holds(before, my_piece, mine, their_piece)) return piece_of(nullptr, my_piece, nullptr);
        if (holds(before, their_piece, theirs, my_piece))
            return piece_of(nullptr, nullptr, their_piece);
        return piece_of(before, my_piece, their_piece);
    };
    for (const Piece& piece : their)
        if (auto woven = one_of(piece.key))
            places.emplace(piece.key, pieces.insert(pieces.end(), *std::move(woven)));
    auto behind = pieces.begin();
    for (const Piece& piece : my) {
        if (const auto place = places.find(piece.key); place != places.end()) {
            behind = std::next(place->second);
        } else if (!their.find(piece.key)) {
            if (auto woven = one_of(piece.key))
                behind = std::next(pieces.insert(behind, *std::move(woven)));
        }
    }
    result.pieces.assign(pieces.begin(), pieces.end());
}

Section Weave::section_of(const Section& any) {
    const Section* base = base_.find(any.key);
    const Section* mine = mine_.find(any.key);
    const Section* theirs = theirs_.find(any.key);
    Section result{.key = any.key, .array = any.array, .name = any.name};
    if (any.key == end_key) {
        result.text = lines_of_both(base->text, mine->text, theirs->text, newline_);
    } else if (mine && theirs) {
        weave_pieces(result, base, *mine, *theirs);
    } else {
        result.pieces = any.pieces;
    }
    return result;
}

// --- the whole

std::string text_of(const std::vector<Section>& sections) {
    std::string text;
    for (const Section& section : sections) {
        for (const Piece& piece : section.pieces)
            text += piece.above + piece.statement + piece.behind;
        text += section.text;
    }
    return text;
}

// The elements of the text known by the names of those that it is made of.
Names names_in(const Document& document, const std::vector<Section>& meant) {
    Names names;
    auto next = meant.begin();
    for (const Section& section : sections_of(document)) {
        if (next == meant.end()) break;
        if (!next->name.empty() && !section.pieces.empty())
            names.emplace(section.pieces.front().path, next->name);
        ++next;
    }
    return names;
}

// A table of one side may have come between an element of the other and a table within it.
bool says(const Document& document, const std::vector<Section>& meant) {
    const auto is_same = [](const Section& left, const Section& right) {
        return left.key == right.key && std::ranges::equal(left.pieces, right.pieces, {},
                                                           &Piece::statement, &Piece::statement);
    };
    return std::ranges::equal(sections_of(document, names_in(document, meant)), meant, is_same);
}

std::vector<Section> Weave::run() {
    std::vector<Section> woven;
    for (const Section* section : order())
        woven.push_back(section_of(*section));
    return woven;
}

// Three texts with lines that can be compared, as soon as what is written in different ways is
// spread out.
class Coming {
public:
    Coming(const Document& base, const Document& mine, const Document& theirs,
           const std::string& newline, const Weaving& weaving)
        : documents_{base, mine, theirs}, names_(name_elements(base, mine, theirs)),
          newline_(newline), weaving_(weaving) {
        weaving_.choose = [&, choose = weaving.choose](const Collision& collision) {
            const auto known = answers_.find(collision.label);
            if (known != answers_.end()) return known->second;
            return answers_[collision.label] = choose(collision);
        };
    }

    Woven run() {
        Woven woven = weave(find_unlike(documents_, names_));
        if (!woven.text) woven = weave(all_unlike(documents_, names_));
        if (!woven.text) woven = weave(all_as_values(documents_, names_));
        return woven;
    }

private:
    Woven weave(const Unlike& unlike) const;

    ThreeDocuments documents_;
    NamesOfThree names_;
    const std::string& newline_;
    Weaving weaving_;
    std::map<std::string, Taken> answers_; // each is asked for once
};

Woven Coming::weave(const Unlike& unlike) const {
    std::vector<Collision> collisions;
    try {
        const auto cut = [&](const Document& document, const Names& names) {
            return sections_of(spread_out(document, names, unlike, newline_), names);
        };
        const Versions versions{cut(documents_.base, names_.base),
                                cut(documents_.mine, names_.mine),
                                cut(documents_.theirs, names_.theirs)};
        Weave weave(versions, newline_, weaving_);
        std::vector<Section> woven = weave.run();
        collisions = weave.take_collisions();
        mend_comments(woven, {documents_.base, versions.base}, {documents_.mine, versions.mine},
                      {documents_.theirs, versions.theirs}, newline_);
        const Document result = Document::parse(text_of(woven), documents_.theirs.name());
        if (says(result, woven)) {
            const Names names = names_in(result, woven);
            return {gathered(result, names, documents_, names_, unlike).text(),
                    std::move(collisions)};
        }
    } catch (const Error& error) {
        // Not TOML: a table that one wrote with a header, and the other with dots.
        if (error.exit() != Exit::broken) throw;
    }
    return {std::nullopt, std::move(collisions)};
}

} // namespace

Woven weave(const Document& base, const Document& mine, const Document& theirs,
            const Weaving& weaving) {
    if (const auto answer = plain_answer(base.text(), mine.text(), theirs.text()))
        return {*answer, {}};
    const Dress dress = dress_of_both(base, mine, theirs);
    const Document old = undressed(base, dress.newline), my = undressed(mine, dress.newline),
                   their = undressed(theirs, dress.newline);
    Woven woven = Coming(old, my, their, dress.newline, weaving).run();
    if (woven.text) woven.text = dressed(*std::move(woven.text), dress);
    return woven;
}

} // namespace mentor
