// SPDX-License-Identifier: MIT
//
// What the parts of the output are, and how each looks on a terminal: the one table of their roles.
// Knows colours as people name them, and no terminal's codes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mentor {

// A command is one to type: it stays on one line where it fits.
enum class Style {
    plain,
    heading,
    strong,
    name,
    command,
    quiet,
    good,
    soon,
    late,
    found,
    added,
    removed,
    error,
    warning
};
inline constexpr std::size_t style_count = static_cast<std::size_t>(Style::warning) + 1;

// One of the 256 colours of a terminal, of which people choose the first 16 in its settings; or an
// exact one.
struct Rgb {
    std::uint8_t red, green, blue;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};
using Hue = std::variant<std::uint8_t, Rgb>;

// How something looks: `bold red`.
struct Paint {
    bool bold = false, dim = false, italic = false, underline = false, reverse = false;
    std::optional<Hue> text, ground; // absent: the terminal's own

    friend bool operator==(const Paint&, const Paint&) = default;
};

// From the words of the configuration, in any order but that the first colour is the text's and the
// second what is behind it. Throws Error(usage) for a word that is none of them.
Paint parse_paint(std::string_view words);
std::string to_text(const Paint& paint); // the same in words; "none" for what changes nothing

// What parse_paint takes, as a regular expression of JSON Schema (ECMA 262).
std::string paint_pattern();
const std::vector<std::string>& paint_words(); // every one but numbers

// A part of the output that can be told apart, by its name in the configuration.
struct NamedStyle {
    Style style;
    std::string_view name;
    std::string_view usual; // as parse_paint reads it
};
std::span<const NamedStyle> named_styles();

class Styles {
public:
    Styles(); // the usual ones
    Paint& operator[](Style style) { return paints_[static_cast<std::size_t>(style)]; }
    const Paint& operator[](Style style) const { return paints_[static_cast<std::size_t>(style)]; }

private:
    std::array<Paint, style_count> paints_;
};

} // namespace mentor
