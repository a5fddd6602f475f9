// SPDX-License-Identifier: MIT
//
// What a file may hold as a JSON Schema (draft 7, which taplo and other editors read), so that they
// complete keys, explain them and underline what mentor would refuse. It is never stricter than
// mentor itself: which lengths are too long and which years have a 29 February is left to
// `mentor check`, and so are keys that the format doesn't know, which are kept.
#pragma once

#include "core/model/keys/shape.hpp"
#include "report/report.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace mentor {

// What is to be known of a key of a table ("log", "kind"; "" is the file itself); "" for nothing.
using Explain = std::function<std::string(std::string_view table, std::string_view key)>;

Data file_schema(const Shape& shape, std::string_view title, const Explain& explain);

} // namespace mentor
