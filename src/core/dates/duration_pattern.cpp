// SPDX-License-Identifier: MIT
#include "core/dates/duration_pattern.hpp"

#include "core/dates/phrase.hpp"
#include "core/pattern_words.hpp"

#include <fmt/format.h>

#include <vector>

namespace mentor {
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
