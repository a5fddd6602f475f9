// SPDX-License-Identifier: MIT
#include "core/model/styles.hpp"

#include "core/near_words.hpp"
#include "core/pattern_words.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace mentor {
namespace {

// Of the eight colours that every terminal has, only these can be read on white and on black alike
// as most terminals draw them: yellow and cyan fade on white, blue on black. They mean what they
// mean in GCC and git. No role is told by its colour alone: words or signs say the same.
constexpr NamedStyle table[] = {
    {Style::heading, "heading", "bold"},
    {Style::strong, "strong", "bold"},
    {Style::name, "name", "bold"},
    {Style::command, "command", "bold"},
    {Style::quiet, "quiet", "dim"},
    {Style::good, "good", "green"},
    {Style::soon, "soon", "magenta"},
    {Style::late, "late", "red"},
    {Style::found, "found", "bold red"},
    {Style::added, "added", "green"},
    {Style::removed, "removed", "red"},
    {Style::error, "error", "bold red"},
    {Style::warning, "warning", "bold magenta"},
};

struct Attribute {
    std::string_view name;
    bool Paint::*is_on;
};
constexpr Attribute attributes[] = {{"bold", &Paint::bold},
                                    {"dim", &Paint::dim},
                                    {"italic", &Paint::italic},
                                    {"underline", &Paint::underline},
                                    {"reverse", &Paint::reverse}};

constexpr std::string_view none = "none", own = "default", bright = "bright";
constexpr std::string_view hues[] = {"black", "red",     "green", "yellow",
                                     "blue",  "magenta", "cyan",  "white"};
constexpr std::uint8_t hue_count = std::size(hues);

std::string name_of(std::uint8_t number) {
    if (number < hue_count) return std::string(hues[number]);
    if (number < 2 * hue_count) return fmt::format("{}{}", bright, hues[number - hue_count]);
    return std::to_string(number);
}

std::string to_text(const Hue& hue) {
    if (const auto* number = std::get_if<std::uint8_t>(&hue)) return name_of(*number);
    const Rgb& rgb = std::get<Rgb>(hue);
    return fmt::format("#{:02x}{:02x}{:02x}", rgb.red, rgb.green, rgb.blue);
}

std::optional<std::uint8_t> find_byte(std::string_view digits, int base) {
    std::uint8_t value = 0;
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    const bool is_whole = fault == std::errc() && end == digits.data() + digits.size();
    return is_whole ? std::optional(value) : std::nullopt;
}

std::optional<Hue> find_hue(std::string_view word) {
    for (std::uint8_t number = 0; number < 2 * hue_count; ++number)
        if (word == name_of(number)) return number;
    if (!word.starts_with('#')) return find_byte(word, 10);
    if (word.size() != std::string_view("#rrggbb").size()) return std::nullopt;
    const auto red = find_byte(word.substr(1, 2), 16), green = find_byte(word.substr(3, 2), 16),
               blue = find_byte(word.substr(5, 2), 16);
    if (!red || !green || !blue) return std::nullopt;
    return Rgb{*red, *green, *blue};
}

[[noreturn]] void refuse_word(const std::string& word) {
    const auto near = nearest(word, paint_words());
    throw Error(Exit::usage, fmt::format("there is no colour or style '{}'", word),
                near.empty() ? fmt::format("words for it: {}; numbers from 0 to 255, and #rrggbb",
                                           join(paint_words(), ", "))
                             : did_you_mean(near));
}

} // namespace

const std::vector<std::string>& paint_words() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all{std::string(none)};
        for (const Attribute& attribute : attributes)
            all.emplace_back(attribute.name);
        all.emplace_back(own);
        for (std::uint8_t number = 0; number < 2 * hue_count; ++number)
            all.push_back(name_of(number));
        return all;
    }();
    return words;
}

std::string paint_pattern() {
    std::vector<std::string> styles, colours{std::string(own)};
    for (const Attribute& attribute : attributes)
        styles.emplace_back(attribute.name);
    for (std::uint8_t number = 0; number < 2 * hue_count; ++number)
        colours.push_back(name_of(number));
    const std::string gap = R"([ \n]+)", style = one_of(styles);
    const std::string byte = "0*([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
    const std::string colour = fmt::format("({}|{}|#[0-9A-Fa-f]{{6}})", one_of(colours), byte);
    const std::string others = fmt::format("({}{})*", gap, style);
    const std::string from_colour = fmt::format("{0}{1}({2}{0}{1})?", colour, others, gap);
    const std::string words = fmt::format("{0}{1}({2}{3})?|{3}", style, others, gap, from_colour);
    return fmt::format(R"(^[ \n]*({}|{})[ \n]*$)", in_any_case(none), words);
}

Paint parse_paint(std::string_view text) {
    Paint paint;
    std::vector<std::string> words = split(one_line(fold(text)), ' ');
    std::erase(words, "");
    if (words.empty())
        throw Error(Exit::usage, "no colour or style is named", "for the terminal's own: none");
    int colours = 0;
    for (const std::string& word : words) {
        const auto attribute = std::ranges::find(attributes, word, &Attribute::name);
        const auto hue = find_hue(word);
        if (attribute != std::end(attributes)) {
            paint.*attribute->is_on = true;
        } else if (hue || word == own) {
            if (++colours > 2)
                throw Error(Exit::usage, fmt::format("'{}' is one colour too many", word),
                            "the first is the text's, the second lies behind it");
            (colours == 1 ? paint.text : paint.ground) = hue;
        } else if (word != none) {
            refuse_word(word);
        } else if (words.size() > 1) {
            throw Error(Exit::usage, "'none' goes with no other word", "write it alone");
        }
    }
    return paint;
}

std::string to_text(const Paint& paint) {
    std::vector<std::string> words;
    for (const Attribute& attribute : attributes)
        if (paint.*attribute.is_on) words.emplace_back(attribute.name);
    if (paint.text)
        words.push_back(to_text(*paint.text));
    else if (paint.ground)
        words.emplace_back(own);
    if (paint.ground) words.push_back(to_text(*paint.ground));
    return words.empty() ? std::string(none) : join(words, " ");
}

std::span<const NamedStyle> named_styles() {
    return table;
}

Styles::Styles() {
    static const std::array<Paint, style_count> usual = [] {
        std::array<Paint, style_count> paints;
        for (const NamedStyle& named : table)
            paints[static_cast<std::size_t>(named.style)] = parse_paint(named.usual);
        return paints;
    }();
    paints_ = usual;
}

} // namespace mentor
