// SPDX-License-Identifier: MIT
#include "core/model/ids.hpp"

#include "core/checksum.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// Odd, so that multiplying by it is a bijection on the ids, whose count is a power of 2; and one
// more than a multiple of 4, so that adding an odd step leads by all of them (Hull and Dobell,
// 1962).
constexpr std::uint64_t factor = 387'421;
static_assert((id_count & (id_count - 1)) == 0 && factor % 4 == 1);

} // namespace

bool is_id(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of(id_letters) == std::string_view::npos;
}

bool is_uid(std::string_view text) {
    return text.size() == uid_length &&
           text.find_first_not_of(id_letters) == std::string_view::npos;
}

std::string uid_from(std::string_view words) {
    constexpr int bits = 20; // of one id
    const std::uint64_t sum = checksum_of(words);
    const std::uint64_t more = checksum_of(fmt::format("{} {}", sum, words));
    return id_from(sum) + id_from(sum >> bits) + id_from(more) + id_from(more >> bits);
}

std::string id_from(std::uint64_t number) {
    std::string id;
    for (int i = 0; i < 4; ++i, number /= id_letters.size())
        id += id_letters[number % id_letters.size()];
    return id;
}

std::string scattered_id(std::uint64_t number) {
    return id_from(number * factor);
}

std::string id_after(std::string_view id) {
    std::uint64_t number = 0;
    for (const char letter : id)
        number = number * id_letters.size() + id_letters.find(letter);
    std::string next = id_from(number * factor + 1);
    std::ranges::reverse(next);
    return next;
}

} // namespace mentor
