// SPDX-License-Identifier: MIT
//
// What the texts of diaries have in common: days in the forms that programs write, and tags.
#pragma once

#include "core/dates/date.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct DatedText {
    Moment on;
    std::size_t size = 0; // of the bytes that say it
    std::string format;   // as strptime(3) has it
};

// The forms in which a day isn't mistaken for another one, with and without the time: not
// 03/04/2020.
const std::vector<std::string>& plain_timeformats();

// What the text begins with, by the first of the formats that reads it; nullopt where none does, or
// the day doesn't exist.
std::optional<DatedText> find_dated(std::string_view text, const std::vector<std::string>& formats);
// The same where nothing else is in the text.
std::optional<Moment> find_moment(std::string_view text, const std::vector<std::string>& formats);

// The words that begin with one of `signs`, each once, without it. They hold letters and digits of
// any script, low lines, and `inner`; in front of the sign stands none of the first three.
std::vector<std::string> tags_in(std::string_view text, std::string_view signs,
                                 std::string_view inner);

} // namespace mentor
