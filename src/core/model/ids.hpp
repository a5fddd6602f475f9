// SPDX-License-Identifier: MIT
//
// What ids are written with and how new ones are found: FORMAT.md's rule. Pure: chance is its
// callers'.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mentor {

// No letter that is easily read as another.
inline constexpr std::string_view id_letters = "0123456789abcdefghjkmnpqrstvwxyz";

inline constexpr std::uint64_t id_count =
    id_letters.size() * id_letters.size() * id_letters.size() * id_letters.size();

bool is_id(std::string_view text);

// Of a whole file, sixteen of these letters: few enough to be read, and enough that no two people
// ever make the same.
inline constexpr std::size_t uid_length = 16;

bool is_uid(std::string_view text);

// The one that follows from the words, the same on every machine.
std::string uid_from(std::string_view words);

// The id of a number below `id_count`; numbers from there on begin anew.
std::string id_from(std::uint64_t number);

// The same in an order that scatters neighbours, so that a slip of the pen names no other one. A
// bijection: different numbers below `id_count` have different ids.
std::string scattered_id(std::uint64_t number);

// The id after `id` on a round that comes by all of them. Not by chance: two machines that mend the
// same file shall agree.
std::string id_after(std::string_view id);

} // namespace mentor
