// SPDX-License-Identifier: MIT
#include "core/dates/duration_pattern.hpp"

#include "core/dates/phrase.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace mentor {
namespace {

std::string in_any_case(std::string_view word) {
    std::string pattern;
    for (const char c : word)
        pattern += fmt::format("[{}{}]", static_cast<char>(c - 'a' + 'A'), c);
    return pattern;
}

// "([Dd]|[Dd][Aa][Yy])"
std::string one_of(const std::vector<std::string>& words) {
    std::vector<std::string> patterns;
    for (const std::string& word : words)
        patterns.push_back(in_any_case(word));
    return fmt::format("({})", join(patterns, "|"));
}

} // namespace

std::string duration_pattern() {
    const std::string begin = R"([\s,.]*)", gap = R"([\s,.\-]*)", between = R"([\s,.\-]+)";
    const std::string number = "0*[1-9][0-9]*" + gap;
    const std::string unit = one_of(grammar::unit_names());
    std::vector<std::string> words = grammar::count_names();
    words.insert(words.end(), {"a", "an"});
    const std::string plain = fmt::format("({}|{}{}){}", number, one_of(words), between, unit);
    const std::string iso = fmt::format("[Pp]{}{}({}|[Mm])", gap, number, unit);
    const std::string length = fmt::format("({}|{})", plain, iso);
    const std::string each = one_of({"every", "each", "per"}) + between;
    const std::string repeated =
        fmt::format("({}{}({})?|{})({}{})?({}|{})", in_any_case("once"), between, each, each,
                    one_of({"other", "second"}), between, unit, length);
    return fmt::format(R"(^{}(\+{})?({}|{}|{}){}$)", begin, begin, one_of(grammar::rhythm_names()),
                       repeated, length, gap);
}

} // namespace mentor
