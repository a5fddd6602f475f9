// SPDX-License-Identifier: MIT
#include "toml/merge.hpp"

#include "toml/layout.hpp"
#include "toml/tree.hpp"
#include "toml/write_value.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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
        : text_(document.text()), root_(TomlAccess::root(document)), layout_(text_, root_) {}

    std::vector<Section> sections();

private:
    Piece piece(const Statement& statement, std::size_t begin);
    std::string name_of(const Path& element);
    std::string text_of_element(const Path& element) const;
    void tell_twins_apart(std::vector<Section>& sections) const;

    std::string_view text_;
    const toml::table& root_;
    Layout layout_;
};

// Empty where the element has no id.
std::string id_of(const toml::table& root, Path element) {
    element.emplace_back("id");
    const toml::node* node = find_path(root, element).node;
    const auto* id = node ? node->as_string() : nullptr;
    return id ? id->get() : "";
}

// From its header to the next one.
std::string Cutting::text_of_element(const Path& element) const {
    std::string text;
    const auto& statements = layout_.statements();
    for (const Statement& statement : statements) {
        if (statement.header == no_header || statements[statement.header].path != element) continue;
        text += text_.substr(statement.bytes.begin, statement.bytes.end - statement.bytes.begin);
        text += '\n';
    }
    return text;
}

std::string Cutting::name_of(const Path& element) {
    const std::string id = id_of(root_, element);
    return id.empty() ? text_of_element(element) : id;
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

template<class Part>
const Part* find_part(const std::vector<Part>& parts, const std::string& key) {
    const auto found = std::ranges::find(parts, key, &Part::key);
    return found == parts.end() ? nullptr : &*found;
}

template<class Part>
std::vector<std::string> keys_of(const std::vector<Part>& parts, const std::vector<Part>& among) {
    std::vector<std::string> keys;
    for (const Part& part : parts) {
        if (find_part(among, part.key)) keys.push_back(part.key);
    }
    return keys;
}

// The keys of theirs, and each new one of mine behind the one that it stands behind in mine; what
// they put there comes first.
template<class Part>
std::vector<std::string> order_of(const std::vector<Part>& base, const std::vector<Part>& mine,
                                  const std::vector<Part>& theirs) {
    std::vector<std::string> order = keys_of(theirs, theirs);
    auto behind = order.begin();
    for (const Part& part : mine) {
        const auto found = std::ranges::find(order, part.key);
        if (found != order.end()) {
            behind = found + 1;
            continue;
        }
        if (find_part(base, part.key)) continue;
        while (behind != order.end() && !find_part(base, *behind) && !find_part(mine, *behind))
            ++behind;
        behind = order.insert(behind, part.key) + 1;
    }
    return order;
}

class Merging {
public:
    Merging(const Document& base, const Document& mine, const Document& theirs)
        : base_(Cutting(base).sections()), mine_(Cutting(mine).sections()),
          theirs_(Cutting(theirs).sections()), name_(theirs.name()) {}

    Merged run();

private:
    void merge_section(const std::string& key);
    void merge_pieces(const Section* base, const Section& mine, const Section& theirs);
    template<class Part>
    bool take_plain(const Part* base, const Part* mine, const Part* theirs);
    template<class Part>
    void expect_same_order(const std::vector<Part>& base, const std::vector<Part>& changed);
    bool says_what_was_meant() const;
    void collide(const std::string& label) { collisions_.push_back(label); }

    std::vector<Section> base_, mine_, theirs_;
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
    const std::vector<Piece>& before = base ? base->pieces : none;
    for (const std::string& key : order_of(before, mine.pieces, theirs.pieces)) {
        const Piece* my = find_part(mine.pieces, key);
        const Piece* their = find_part(theirs.pieces, key);
        if (!take_plain(find_part(before, key), my, their)) collide((my ? my : their)->label);
    }
    for (const Piece& piece : mine.pieces) {
        const Piece* old = find_part(before, piece.key);
        if (old && old->text != piece.text && !find_part(theirs.pieces, piece.key))
            collide(piece.label);
    }
    expect_same_order(before, mine.pieces);
}

void Merging::merge_section(const std::string& key) {
    const Section* base = find_part(base_, key);
    const Section* mine = find_part(mine_, key);
    const Section* theirs = find_part(theirs_, key);
    if (take_plain(base, mine, theirs)) return;
    if (mine && theirs && key != end_key)
        merge_pieces(base, *mine, *theirs);
    else
        collide((mine ? mine : theirs)->label);
}

template<class Part>
void Merging::expect_same_order(const std::vector<Part>& base, const std::vector<Part>& changed) {
    is_moved_ = is_moved_ || keys_of(base, changed) != keys_of(changed, base);
}

Merged Merging::run() {
    for (const std::string& key : order_of(base_, mine_, theirs_)) {
        const std::size_t begin = text_.size();
        merge_section(key);
        const bool is_gone = text_.size() == begin && !key.empty() && key != end_key;
        if (!is_gone) meant_.push_back({.key = key, .text = text_.substr(begin)});
    }
    for (const Section& section : base_) {
        const Section* mine = find_part(mine_, section.key);
        if (find_part(theirs_, section.key)) continue;
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
