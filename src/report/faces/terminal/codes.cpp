// SPDX-License-Identifier: MIT
#include "report/faces/terminal/codes.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <limits>
#include <vector>

namespace mentor {
namespace {

// Those colours of the 256 that are the same everywhere: a cube of six levels, then greys.
Rgb rgb_of(int number) {
    constexpr int cube = 16, greys = 232, levels = 6;
    if (number >= greys) {
        const auto grey = static_cast<std::uint8_t>(8 + 10 * (number - greys));
        return {grey, grey, grey};
    }
    const auto level = [](int step) {
        return static_cast<std::uint8_t>(step ? 55 + 40 * step : 0);
    };
    const int place = number - cube;
    return {level(place / (levels * levels)), level(place / levels % levels),
            level(place % levels)};
}

int distance(const Rgb& one, const Rgb& other) {
    const int red = one.red - other.red, green = one.green - other.green,
              blue = one.blue - other.blue;
    return red * red + green * green + blue * blue;
}

int nearest_number(const Rgb& wanted) {
    int best = 0, least = std::numeric_limits<int>::max();
    for (int number = 16; number < 256; ++number) {
        const int away = distance(wanted, rgb_of(number));
        if (away < least) best = number, least = away;
    }
    return best;
}

// `base` is 30 for text, 40 for what is behind it.
std::string code_of(const Hue& hue, int base, bool exact) {
    const auto* rgb = std::get_if<Rgb>(&hue);
    if (rgb && exact)
        return fmt::format("{};2;{};{};{}", base + 8, rgb->red, rgb->green, rgb->blue);
    const int number = rgb ? nearest_number(*rgb) : int{std::get<std::uint8_t>(hue)};
    if (number < 8) return std::to_string(base + number);
    if (number < 16) return std::to_string(base + 60 + number - 8);
    return fmt::format("{};5;{}", base + 8, number);
}

std::string code_of(const Paint& paint, bool exact) {
    std::vector<std::string> codes;
    if (paint.bold) codes.emplace_back("1");
    if (paint.dim) codes.emplace_back("2");
    if (paint.italic) codes.emplace_back("3");
    if (paint.underline) codes.emplace_back("4");
    if (paint.reverse) codes.emplace_back("7");
    if (paint.text) codes.push_back(code_of(*paint.text, 30, exact));
    if (paint.ground) codes.push_back(code_of(*paint.ground, 40, exact));
    return join(codes, ";");
}

} // namespace

Codes::Codes(const Styles& styles, bool exact) {
    for (const NamedStyle& named : named_styles())
        codes_[static_cast<std::size_t>(named.style)] = code_of(styles[named.style], exact);
}

void append_in_code(std::string& out, std::string_view code, std::string_view text) {
    if (code.empty() || text.empty())
        out.append(text);
    else
        out.append("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
}

} // namespace mentor
