// SPDX-License-Identifier: MIT
#include "toml/merge.hpp"

#include "toml/editing/tree.hpp"
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <list>
#include <map>
#include <unordered_map>

namespace mentor {
namespace {

// A statement, with the blank lines and comments above it.
struct Piece {
    std::string key; // what it is known by in all three texts
    std::string label;
    std::string text;
};

// The pieces from one header to the next. The first section of a text has no header, and the last
// is what stands behind the last statement.
struct Section {
    std::string key;
    std::string label;
    std::string text;
    bool is_nameless = false; // an element without an id
    std::vector<Piece> pieces;
};

constexpr std::string_view end_key = "the end of the file";

std::string with_last_newline(std::string text) {
    if (!text.empty() && text.back() != '\n') text += newline_of(text);
    return text;
}

class Cutting {
public:
    explicit Cutting(const Document& document)
        : text_(document.text()), root_(TomlAccess::root(document)), layout_(text_, root_) {
        collect_texts();
    }

    std::vector<Section> sections();

private:
    Piece piece(const Statement& statement, std::size_t begin);
    void collect_texts();
    std::string name_of(const Path& element) const;
    void tell_twins_apart(std::vector<Section>& sections) const;

    std::string_view text_;
    const toml::table& root_;
    Layout layout_;
    std::map<Path, std::string> texts_; // of each section, from its header to the next
};

// Empty where the element has no id.
std::string id_of(const toml::table& root, Path element) {
    element.emplace_back("id");
    const toml::node* node = find_path(root, element).node;
    const auto* id = node ? node->as_string() : nullptr;
    return id ? id->get() : "";
}

void Cutting::collect_texts() {
    const auto& statements = layout_.statements();
    std::string* text = nullptr;
    for (std::size_t at = 0; at < statements.size(); ++at) {
        const auto& [begin, end] = statements[at].bytes;
        if (statements[at].header == at) text = &texts_[statements[at].path];
        if (text) text->append(text_.substr(begin, end - begin)) += '\n';
    }
}

std::string Cutting::name_of(const Path& element) const {
    std::string id = id_of(root_, element);
    if (!id.empty()) return id;
    const auto text = texts_.find(element);
    return text == texts_.end() ? "" : text->second;
}

Piece Cutting::piece(const Statement& statement, std::size_t begin) {
    Piece piece;
    Path known;
    for (const Step& step : statement.path) {
        known.push_back(step);
        if (const auto* key = std::get_if<std::string>(&step)) {
            if (!piece.key.empty()) {
                const bool in_element = piece.key.back() == ']';
                piece.label += in_element ? ": " : ".";
                piece.key += '.';
            }
            piece.key += write_key(*key);
            piece.label += *key;
        } else {
            const std::string id = id_of(root_, known);
            if (!id.empty()) piece.label += " " + id;
            piece.key += fmt::format("[{}]", name_of(known));
        }
    }
    piece.text = text_.substr(begin, line_end(text_, statement.bytes.end) - begin);
    return piece;
}

std::vector<Section> Cutting::sections() {
    std::vector<Section> sections{{}};
    std::size_t begin = 0;
    for (const Statement& statement : layout_.statements()) {
        Piece next = piece(statement, begin);
        if (statement.kind == Statement::Kind::header) {
            const bool is_element = std::holds_alternative<std::size_t>(statement.path.back());
            sections.push_back({.key = next.key,
                                .label = next.label,
                                .text = "",
                                .is_nameless = is_element && id_of(root_, statement.path).empty(),
                                .pieces = {}});
            next.key = "";
        }
        begin += next.text.size();
        sections.back().text += next.text;
        sections.back().pieces.push_back(std::move(next));
    }
    tell_twins_apart(sections);
    sections.push_back({.key = std::string(end_key),
                        .label = std::string(end_key),
                        .text = std::string(text_.substr(begin)),
                        .is_nameless = false,
                        .pieces = {}});
    return sections;
}

void Cutting::tell_twins_apart(std::vector<Section>& sections) const {
    std::map<std::string, int> met;
    for (Section& section : sections) {
        const int count = ++met[section.key];
        if (count > 1) section.key += fmt::format("#{}", count);
    }
}

// The parts of one text by their keys; of twins the first. They must outlive it.
template<class Part>
class Index {
public:
    explicit Index(const std::vector<Part>& parts) : parts_(&parts) {
        by_key_.reserve(parts.size());
        for (const Part& part : parts)
            by_key_.emplace(part.key, &part);
    }

    const Part* find(std::string_view key) const {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? nullptr : found->second;
    }
    auto begin() const { return parts_->begin(); }
    auto end() const { return parts_->end(); }

private:
    const std::vector<Part>* parts_;
    std::unordered_map<std::string_view, const Part*> by_key_;
};

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
        : base_sections_(Cutting(base).sections()), my_sections_(Cutting(mine).sections()),
          their_sections_(Cutting(theirs).sections()), base_(base_sections_), mine_(my_sections_),
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
        return std::ranges::equal(Cutting(Document::parse(text_, name_)).sections(), meant_,
                                  [](const Section& left, const Section& right) {
                                      return left.key == right.key && left.text == right.text;
                                  });
    } catch (const Error&) {
        return false;
    }
}

} // namespace

Merged merge(const Document& base, const Document& mine, const Document& theirs) {
    const auto whole = [](const Document& document) {
        return Document::parse(with_last_newline(document.text()), document.name());
    };
    return Merging(whole(base), whole(mine), whole(theirs)).run();
}

} // namespace mentor
