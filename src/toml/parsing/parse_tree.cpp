// SPDX-License-Identifier: MIT
//
// Outside of strings and comments, and behind a backslash that ends a line of a text, toml++ asks
// of each character whether it is white space. For letters like é, in versions 3.3 and 3.4, the
// answer lies behind a __builtin_unreachable(). In those places it is shown a stand-in: U+100000
// and above, for private use, which is no more allowed outside of strings than é is. A letter is
// one code point as its stand-in is, so that places stay what they are.
#include "toml/parsing/parse_tree.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"
#include "toml/layout.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor {
namespace {

using Places = std::vector<std::size_t>;

char with_bits(int high, char low) {
    return static_cast<char>(high | (static_cast<unsigned char>(low)));
}

// What is not ASCII, up to U+FFFF, at `at`; empty where something else is there.
std::string_view letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || is_ascii(text.substr(at, 1))) return {};
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0xC2 || lead >= 0xF0 ? 0 : lead < 0xE0 ? 2 : 3;
    const std::string_view letter = text.substr(at, size);
    return find_invalid_utf8(letter) ? std::string_view() : letter;
}

// These toml++ knows, and refuses in words of its own.
bool is_odd_space(std::string_view letter) {
    return letter == "\u00A0" || letter == "\u1680" || letter == "\u180E" ||
           ("\u2000" <= letter && letter <= "\u200B") || letter == "\u202F" || letter == "\u205F" ||
           letter == "\u2060" || letter == "\u3000" || letter == "\uFEFF";
}

// U+100000 more than a letter of two or three bytes.
std::string stand_in_for(std::string_view letter) {
    if (letter.size() == 2) return {'\xF4', '\x80', with_bits(0x80, letter[0] & 0x1F), letter[1]};
    return {'\xF4', with_bits(0x80, letter[0] & 0x0F), letter[1], letter[2]};
}

std::string letter_behind(std::string_view stand_in) {
    const bool is_short = stand_in[1] == '\x80' && (stand_in[2] & 0x3F) < 0x20;
    if (is_short) return {with_bits(0xC0, stand_in[2] & 0x1F), stand_in[3]};
    return {with_bits(0xE0, stand_in[1] & 0x0F), stand_in[2], stand_in[3]};
}

// In a text of several lines: the letter that follows a backslash, and what may stand between them.
void find_behind_backslashes(std::string_view text, std::size_t at, Places& places) {
    while ((at = text.find('\\', at)) != std::string_view::npos) {
        const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", at + 1), text.size());
        if (!letter_at(text, next).empty()) places.push_back(next);
        at = next == at + 1 ? at + 2 : next;
    }
}

// Goes over a text from token to token, as toml++ does until it refuses one.
class Search {
public:
    explicit Search(std::string_view text) : text_(text) {}

    Places run() {
        for (std::size_t at = 0; at < text_.size();)
            at = step(at);
        return std::move(places_);
    }

private:
    // Behind what stands at `at`.
    std::size_t step(std::size_t at) {
        const char character = text_[at];
        if (character == '#') return std::min(text_.find('\n', at), text_.size());
        if (character == '"' || character == '\'') {
            const std::size_t end = skip_string(text_, at);
            if (text_.substr(at, 3) == R"(""")")
                find_behind_backslashes(text_.substr(0, end), at + 3, places_);
            return end;
        }
        if (const std::size_t end = end_of_bare(at); end > at) {
            for (; at < end; ++at)
                look_at(at);
            return end;
        }
        look_at(at);
        follow(character);
        return at + 1;
    }

    void look_at(std::size_t at) {
        const std::string_view letter = letter_at(text_, at);
        if (!letter.empty() && !is_odd_space(letter)) places_.push_back(at);
    }

    bool is_in_value() const {
        return is_behind_equals_ || (!open_.empty() && open_.back() == '[');
    }

    // A value that begins without quotes or brackets goes on to white space or what can follow a
    // value, whatever comes before that. `at` where no such value begins there.
    std::size_t end_of_bare(std::size_t at) const {
        if (!is_in_value() || text_[at] == '[' || text_[at] == '{') return at;
        constexpr std::string_view ends = " \t\n\v\f\r]},#";
        while (at < text_.size() && ends.find(text_[at]) == std::string_view::npos)
            ++at;
        return at;
    }

    void follow(char character) {
        const bool is_in_table = !open_.empty() && open_.back() == '{';
        if (character == '=') {
            is_behind_equals_ = true;
        } else if (character == '{' || (character == '[' && is_in_value())) {
            open_.push_back(character);
            is_behind_equals_ = false;
        } else if ((character == ']' || character == '}') && !open_.empty()) {
            open_.pop_back();
            is_behind_equals_ = true;
        } else if ((character == ',' && is_in_table) || (character == '\n' && open_.empty())) {
            is_behind_equals_ = false;
        }
    }

    std::string_view text_;
    Places places_;
    std::string open_; // the brackets of arrays and inline tables; those of headers don't count
    bool is_behind_equals_ = false;
};

std::string with_stand_ins(std::string_view text, const Places& places) {
    std::string out;
    std::size_t done = 0;
    for (const std::size_t at : places) {
        const std::string_view letter = letter_at(text, at);
        out.append(text.substr(done, at - done)).append(stand_in_for(letter));
        done = at + letter.size();
    }
    return out.append(text.substr(done));
}

void put_letters_back(std::string& text) {
    for (auto at = text.find('\xF4'); at != std::string::npos; at = text.find('\xF4', at))
        text.replace(at, 4, letter_behind(std::string_view(text).substr(at, 4)));
}

void put_letters_back(toml::node& node) {
    if (auto* text = node.as_string()) put_letters_back(text->get());
    if (auto* array = node.as_array())
        for (toml::node& element : *array)
            put_letters_back(element);
    if (auto* table = node.as_table())
        for (auto&& [key, value] : *table)
            put_letters_back(value);
}

// Where a stand-in couldn't be told from what was there before.
std::optional<std::size_t> find_stand_in(std::string_view text) {
    const std::size_t at = std::min(text.find('\xF4'), text.find(R"(\U0010)"));
    return at == std::string_view::npos ? std::nullopt : std::optional(at);
}

} // namespace

toml::table parse_tree(std::string_view text, const std::string& file) {
    if (is_ascii(text)) return toml::parse(text);
    const Places places = Search(text).run();
    if (places.empty()) return toml::parse(text);
    toml::table root = toml::parse(with_stand_ins(text, places));
    if (const auto found = find_stand_in(text)) {
        const Position place = position_of(text, *found);
        throw Error(Exit::broken, {"there is a character for private use here (U+100000 and above)",
                                   "delete it", file, place.line, place.column});
    }
    put_letters_back(root);
    return root;
}

} // namespace mentor
