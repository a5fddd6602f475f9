// SPDX-License-Identifier: MIT
#include "toml/merging/spread.hpp"

#include "toml/editing/brackets.hpp"
#include "toml/editing/tree.hpp"
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"
#include "toml/merging/inline_text.hpp"
#include "toml/merging/sections.hpp"
#include "toml/toml_access.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace mentor {
namespace {

Path with_step(Path path, const Step& step) {
    path.push_back(step);
    return path;
}

// What has a header of its own: a table at the root, or an element of an array.
bool has_header(const Path& path) {
    return path.size() == 1 || std::holds_alternative<std::size_t>(path.back());
}

// The nearest of those around what stands at `path`; empty for the root.
Path owner_of(const Path& path) {
    std::size_t steps = path.size() - 1;
    while (steps > 0 && !has_header(first_steps(path, steps)))
        --steps;
    return first_steps(path, steps);
}

struct Block {
    std::string above, header, body;
};

// The comments around something, for the first line that is made of it.
struct Around {
    std::string above, behind;
};

class Spreading {
public:
    Spreading(const Document& document, const Names& names, const Unlike& unlike,
              const std::string& newline)
        : document_(document), root_(TomlAccess::root(document)), layout_(document.text(), root_),
          names_(names), unlike_(unlike), newline_(newline) {}

    std::string text();

private:
    bool is_unlike(const Path& path) const {
        return unlike_.keys.contains(write_key(std::get<std::string>(path.front())));
    }
    void spread(const Piece& piece);
    void spread_header(const Piece& piece);
    std::optional<Path> one_value_around(const Path& path) const;
    void emit(const Path& path, const toml::node& node, Around& around);
    void emit_elements(const Path& path, const toml::node& array, Around& around);
    void emit_line(const Path& path, const std::string& value, Around& around);
    Block& block(const Path& path, Around& around);
    std::string comments(std::string_view text) const;

    const Document& document_;
    const toml::table& root_;
    const Layout layout_;
    const Names& names_;
    const Unlike& unlike_;
    const std::string& newline_;
    std::string begin_;              // what stands above the first header
    std::vector<Block> blocks_;      // from there on
    std::map<Path, std::size_t> at_; // the block of each header
    std::map<Path, bool> is_told_;   // what is one value
    Path section_;                   // that is being spread
    std::string waiting_;            // comments for the next line
};

// Each on a line of its own.
std::string Spreading::comments(std::string_view text) const {
    std::string lines;
    for (const std::string& comment : comments_in(text, {0, text.size()}))
        lines += comment + newline_;
    return lines;
}

Block& Spreading::block(const Path& path, Around& around) {
    const auto [place, is_new] = at_.emplace(path, blocks_.size());
    if (!is_new) return blocks_[place->second];
    const bool is_element = std::holds_alternative<std::size_t>(path.back());
    const std::string name = write_dotted(path);
    Block& made = blocks_.emplace_back();
    made.above = newline_ + around.above;
    made.header = (is_element ? "[[" + name + "]]" : "[" + name + "]") +
                  (around.behind.empty() ? newline_ : around.behind);
    around = {"", newline_};
    return made;
}

void Spreading::emit_line(const Path& path, const std::string& value, Around& around) {
    const Path owner = owner_of(path);
    Around none{"", newline_};
    std::string& body = owner.empty() ? begin_ : block(owner, none).body;
    const Path key(path.begin() + static_cast<std::ptrdiff_t>(owner.size()), path.end());
    body += around.above + write_dotted(key) + " = " + value + around.behind;
    around = {"", newline_};
}

void Spreading::emit_elements(const Path& path, const toml::node& array, Around& around) {
    const std::string_view text = document_.text();
    const Brackets brackets = brackets_of(text, layout_, array);
    std::vector<Around> all(brackets.items.size(), Around{"", newline_});
    all.front().above = around.above;
    std::size_t begin = brackets.bytes.begin + 1;
    for (std::size_t i = 0; i <= all.size(); ++i) {
        const std::size_t end = i < all.size() ? brackets.items[i].begin : brackets.bytes.end - 1;
        std::string_view gap = text.substr(begin, end - begin);
        const std::string_view line = gap.substr(0, gap.find('\n'));
        if (i > 0 && line.size() < gap.size() && !comments(line).empty()) {
            all[i - 1].behind = " " + comments(line);
            gap.remove_prefix(line.size());
        }
        if (i < all.size()) {
            all[i].above += comments(gap);
            begin = brackets.items[i].end;
        } else {
            waiting_ += comments(gap) + comments(around.behind);
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Path element = with_step(path, i);
        block(element, all[i]);
        for (const auto& [key, node] : fields_of(*(*array.as_array())[i].as_table()))
            emit(with_step(element, key), *node, all[i]);
    }
    around = {"", newline_};
}

void Spreading::emit(const Path& path, const toml::node& node, Around& around) {
    const std::string place = named(path, names_);
    const toml::table* table = node.as_table();
    const toml::array* array = node.as_array();
    const bool is_empty = (table && table->empty()) || (array && array->empty());
    if (unlike_.one_value.contains(place)) {
        emit_line(path, inline_text(document_, layout_, node), around);
    } else if (table && path.size() == 1 && is_empty) {
        block(path, around);
    } else if (is_empty && unlike_.filled.contains(place)) {
        waiting_ += comments(around.above + around.behind);
    } else if (table && !is_empty) {
        for (const auto& [key, field] : fields_of(*table))
            emit(with_step(path, key), *field, around);
    } else if (is_array_of_tables(node)) {
        emit_elements(path, node, around);
    } else {
        emit_line(path, inline_text(document_, layout_, node), around);
    }
}

std::optional<Path> Spreading::one_value_around(const Path& path) const {
    for (std::size_t steps = 1; steps <= path.size(); ++steps)
        if (unlike_.one_value.contains(named(first_steps(path, steps), names_)))
            return first_steps(path, steps);
    return std::nullopt;
}

void Spreading::spread_header(const Piece& piece) {
    const toml::node& node = *find_path(root_, piece.path).node;
    if (has_header(piece.path)) {
        Around none{"", newline_};
        Block& made = block(piece.path, none);
        made.above = piece.above;
        made.header = piece.statement + piece.behind;
    } else if (node.is_table() && node.as_table()->empty()) {
        Around around{comments(piece.above), piece.behind};
        emit(piece.path, node, around);
    } else {
        waiting_ += comments(piece.above + piece.behind);
    }
}

void Spreading::spread(const Piece& piece) {
    if (const auto whole = one_value_around(piece.path)) {
        waiting_ += comments(piece.above + piece.behind);
        Around around{"", newline_};
        if (std::exchange(is_told_[*whole], true)) return;
        emit(*whole, *find_path(root_, *whole).node, around);
    } else if (piece.value.empty()) {
        spread_header(piece);
    } else {
        Around around{std::exchange(waiting_, "") + piece.above, piece.behind};
        const toml::node& node = *find_path(root_, piece.path).node;
        if (!section_.empty() && owner_of(piece.path) == section_ && !node.is_table() &&
            !is_array_of_tables(node))
            block(section_, around).body += around.above + piece.statement + around.behind;
        else
            emit(piece.path, node, around);
    }
}

std::string Spreading::text() {
    std::string end;
    for (const Section& section : sections_of(document_, names_)) {
        if (section.key == end_key) {
            end = waiting_ + section.text;
            continue;
        }
        if (!section.key.empty() && !is_unlike(section.pieces.front().path)) {
            blocks_.push_back({"", "", section.text});
            continue;
        }
        section_ = section.key.empty() ? Path() : section.pieces.front().path;
        for (const Piece& piece : section.pieces) {
            if (is_unlike(piece.path))
                spread(piece);
            else
                begin_ += piece.text;
        }
    }
    std::string text = begin_;
    for (const Block& block : blocks_)
        text += block.above + block.header + block.body;
    return text + end;
}

} // namespace

Document spread_out(const Document& document, const Names& names, const Unlike& unlike,
                    const std::string& newline) {
    if (unlike.keys.empty()) return document;
    return Document::parse(Spreading(document, names, unlike, newline).text(), document.name());
}

} // namespace mentor
