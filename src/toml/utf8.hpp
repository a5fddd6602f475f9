// SPDX-License-Identifier: MIT
//
// Inside src/store only: what TOML asks of UTF-8, and columns in code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mentor {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The offset of the first byte that no UTF-8 text can have there (RFC 3629).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text);

} // namespace mentor
