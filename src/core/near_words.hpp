// SPDX-License-Identifier: MIT
//
// Which word somebody may have meant: slips of the pen, and what a hint suggests. What is near is
// suggested, never acted upon; the two who act, a day's name and `check --fix`, ask for one slip.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Equal but for one letter that is lacking, too much or wrong, or two neighbours that changed
// places.
bool is_one_edit(std::string_view some, std::string_view other);

// Equal but for doubled letters and one letter that is lacking, too much, wrong or changed places
// with its neighbour. Stricter than nearest(): a mentee's name must not pass for a weekday.
bool is_one_slip(std::string_view typed, std::string_view meant);

// Up to `most` of the candidates that `word` may be a slip of, nearest first, by folded edit
// distance (with transpositions) of at most a third of the word, or a shared beginning of more than
// half of it.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most = 3);

// "did you mean mute or mode?", on one line whatever the names hold.
std::string did_you_mean(const std::vector<std::string>& names);

// Every character of `letters`, which are folded, occurs in `text` (folded) in that order.
bool has_letters_in_order(std::string_view text, std::string_view letters);

} // namespace mentor
