// SPDX-License-Identifier: MIT
#include "toml/merging/gather.hpp"

#include "core/text.hpp"
#include "toml/editing/tree.hpp"
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"
#include "toml/merging/inline_text.hpp"
#include "toml/merging/sections.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace mentor {
namespace {

struct Original {
    const Document& document;
    const Names& names;
};

// One key of a text in which it is spread out.
class Gathering {
public:
    // Of the originals the first is the one that it is to be like.
    Gathering(const Document& woven, const Names& names, std::string key, const toml::node& node,
              std::vector<Original> originals)
        : woven_(woven), layout_(woven.text(), TomlAccess::root(woven)), names_(names),
          key_(std::move(key)), node_(node), originals_(std::move(originals)),
          newline_(newline_of(woven.text())), sections_(sections_of(woven, names)) {
        for (const Section& section : sections_)
            if (is_of_key(section))
                raw_key_ = std::get<std::string>(section.pieces.front().path.front());
    }

    // nullopt where that is another form.
    std::optional<std::string> text(const std::string& form) const;

private:
    std::string dotted() const;
    std::string on_one_line() const;
    std::string list() const;
    std::string element(std::size_t index) const;
    std::optional<std::string> indent() const;
    std::vector<std::string> comments_of(const Section& section) const;
    bool is_of_key(const Section& section) const;
    bool is_of_element(const Section& section, std::size_t index) const;
    std::string with_line(const std::string& line) const;
    std::string key_before() const;

    const Document& woven_;
    const Layout layout_;
    const Names& names_;
    const std::string key_; // as it is written
    const toml::node& node_;
    const std::vector<Original> originals_;
    const std::string newline_;
    const std::vector<Section> sections_;
    std::string raw_key_;
};

bool Gathering::is_of_key(const Section& section) const {
    if (section.key.empty() || section.key == end_key) return false;
    return write_key(std::get<std::string>(section.pieces.front().path.front())) == key_;
}

bool Gathering::is_of_element(const Section& section, std::size_t index) const {
    return is_of_key(section) && section.pieces.front().path.at(1) == Step(index);
}

// All but the one behind its header.
std::vector<std::string> Gathering::comments_of(const Section& section) const {
    std::string text;
    for (const Piece& piece : section.pieces)
        text += piece.above + (&piece == &section.pieces.front() ? "" : piece.behind);
    return comments_in(text, {0, text.size()});
}

// The key before it in the text that it is to be like, as far as it is still there.
std::string Gathering::key_before() const {
    const Original& like = originals_.front();
    std::string before;
    const auto sections = sections_of(like.document, like.names);
    for (const Piece& piece : sections.front().pieces) {
        if (write_key(std::get<std::string>(piece.path.front())) == key_) break;
        const auto& now = sections_.front().pieces;
        if (std::ranges::find(now, piece.key, &Piece::key) != now.end()) before = piece.key;
    }
    return before;
}

std::string Gathering::with_line(const std::string& line) const {
    const std::string before = key_before();
    std::string text;
    bool is_in = before.empty();
    if (is_in) text = line;
    for (const Section& section : sections_) {
        if (is_of_key(section)) continue;
        if (section.key == end_key || section.pieces.empty()) {
            text += section.text;
            continue;
        }
        for (const Piece& piece : section.pieces) {
            text += piece.text;
            if (is_in || piece.key != before) continue;
            text += line;
            is_in = true;
        }
    }
    return text;
}

std::string Gathering::dotted() const {
    std::string lines;
    for (const Section& section : sections_) {
        if (!is_of_key(section)) continue;
        const Piece& header = section.pieces.front();
        const std::string around = header.above + header.behind;
        for (const std::string& comment : comments_in(around, {0, around.size()}))
            lines += comment + newline_;
        for (const Piece& piece : section.pieces)
            if (&piece != &header)
                lines += piece.above + key_ + "." + trim(piece.statement) + piece.behind;
    }
    return with_line(lines);
}

std::string Gathering::on_one_line() const {
    std::string comments;
    for (const Section& section : sections_)
        if (is_of_key(section)) {
            const std::string& behind = section.pieces.front().behind;
            for (const std::string& comment : comments_of(section))
                comments += comment + newline_;
            for (const std::string& comment : comments_in(behind, {0, behind.size()}))
                comments += comment + newline_;
        }
    return with_line(comments + key_ + " = " + inline_text(woven_, layout_, node_) + newline_);
}

// As one of the two has it written between brackets, if it says the same.
std::string Gathering::element(std::size_t index) const {
    const toml::node& node = (*node_.as_array())[index];
    const std::string name = named({raw_key_, index}, names_);
    for (const Original& original : originals_) {
        const toml::table& root = TomlAccess::root(original.document);
        for (std::size_t i = 0; i < original.document.size({raw_key_}); ++i) {
            if (named({raw_key_, i}, original.names) != name) continue;
            const toml::node& written = *find_path(root, {raw_key_, i}).node;
            if (!is_spread(written) && same(written, node))
                return inline_text(original.document, Layout(original.document.text(), root),
                                   written);
        }
    }
    return inline_text(woven_, layout_, node);
}

// How far the elements of the list are indented that it is to be like; nullopt where they all stand
// on one line.
std::optional<std::string> Gathering::indent() const {
    const Document& like = originals_.front().document;
    const toml::table& root = TomlAccess::root(like);
    const toml::node* node = find_path(root, {raw_key_}).node;
    if (!node || is_spread(*node) || !is_array_of_tables(*node)) return std::nullopt;
    const Layout layout(like.text(), root);
    const TextRange bytes = layout.bytes_of(*node), first = layout.bytes_of((*node->as_array())[0]);
    const auto has_end = [&](std::size_t from, std::size_t to) {
        return std::string_view(like.text()).substr(from, to - from).find('\n') !=
               std::string_view::npos;
    };
    if (has_end(bytes.begin, first.begin)) return indent_of(like.text(), first.begin);
    return has_end(bytes.begin, bytes.end) ? std::optional<std::string>("    ") : std::nullopt;
}

std::string Gathering::list() const {
    const auto indent = this->indent();
    std::string lines;
    std::vector<std::string> elements;
    bool has_comments = false;
    for (std::size_t i = 0; i < node_.as_array()->size(); ++i) {
        std::string above, behind;
        for (const Section& section : sections_) {
            if (!is_of_element(section, i)) continue;
            for (const std::string& comment : comments_of(section))
                above += indent.value_or("    ") + comment + newline_;
            if (behind.empty()) behind = trim(section.pieces.front().behind);
        }
        elements.push_back(element(i));
        has_comments = has_comments || !above.empty() || !behind.empty();
        lines += above + indent.value_or("    ") + elements.back() + "," +
                 (behind.empty() ? "" : " " + behind) + newline_;
    }
    if (!indent && !has_comments)
        return with_line(key_ + " = [" + join(elements, ", ") + "]" + newline_);
    return with_line(key_ + " = [" + newline_ + lines + "]" + newline_);
}

std::optional<std::string> Gathering::text(const std::string& form) const {
    if (form == ".") return dotted();
    if (form != "{") return std::nullopt;
    return node_.is_table() ? on_one_line() : list();
}

// The node at the root that has the key as it is written; nullptr where there is none.
const toml::node* find_root(const Document& document, const std::string& key) {
    for (const auto& [name, node] : TomlAccess::root(document))
        if (write_key(name.str()) == key) return &node;
    return nullptr;
}

Document gathered_key(const Document& woven, const Names& names, const std::string& key,
                      const Original& like, const Original& other) {
    const toml::node* node = find_root(woven, key);
    const auto forms = forms_of(like.document, like.names);
    const auto form = forms.find(key);
    if (!node || !is_spread(*node) || form == forms.end()) return woven;
    try {
        const auto text = Gathering(woven, names, key, *node, {like, other}).text(form->second);
        if (!text) return woven;
        Document gathered = Document::parse(*text, woven.name());
        if (same(TomlAccess::root(gathered), TomlAccess::root(woven))) return gathered;
    } catch (const Error&) {
        // What can't be said in that layout is said in the other.
    }
    return woven;
}

} // namespace

Document gathered(const Document& woven, const Names& names, const ThreeDocuments& documents,
                  const NamesOfThree& names_of, const Unlike& unlike) {
    const Original mine{documents.mine, names_of.mine}, theirs{documents.theirs, names_of.theirs};
    Document result = woven;
    for (const std::string& key : unlike.keys) {
        const bool is_mine = find_root(documents.mine, key);
        result = gathered_key(result, names, key, is_mine ? mine : theirs, is_mine ? theirs : mine);
    }
    return result;
}

} // namespace mentor
