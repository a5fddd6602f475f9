// SPDX-License-Identifier: MIT
//
// Inside src/toml only: an array of plain values, as a statement has it, with other elements.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// The statement without the elements that are gone, and with those added at the end, which are as
// they are to be written. What stays keeps its lines and comments. nullopt where its layout doesn't
// let it.
std::optional<std::string> changed_list(const std::string& statement,
                                        const std::vector<std::string>& added,
                                        const std::function<bool(std::size_t index)>& is_gone);

} // namespace mentor
