// SPDX-License-Identifier: MIT
#include "core/temporary.hpp"

#include "core/ascii.hpp"
#include "core/checksum.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace mentor {

namespace {

constexpr std::string_view temporary_start = ".mentor-";
constexpr std::string_view temporary_end = ".tmp";
constexpr std::string_view copy_start = "mentor-";
constexpr std::size_t chance_size = 6;

std::string part_for(std::string_view text) {
    return fmt::format("-{:016x}", checksum_of(text));
}

// The number that a name begins with, and "-" ends.
std::optional<int> take_process(std::string_view& name) {
    const auto dash = name.find('-');
    const auto process = find_number(name.substr(0, dash));
    const bool is_process = process && *process > 0 && *process <= std::numeric_limits<int>::max();
    if (dash == std::string_view::npos || !is_process) return std::nullopt;
    name.remove_prefix(dash + 1);
    return static_cast<int>(*process);
}

} // namespace

std::string temporary_name(int process, std::uint32_t chance,
                           const std::vector<std::string_view>& texts) {
    std::string name = fmt::format("{}{}-{:08x}", temporary_start, process, chance);
    for (const std::string_view text : texts)
        name += part_for(text);
    return name.append(temporary_end);
}

bool is_temporary(std::string_view name) {
    return name.starts_with(temporary_start) && name.ends_with(temporary_end);
}

std::optional<int> find_writer(std::string_view name) {
    if (!is_temporary(name)) return std::nullopt;
    name.remove_prefix(temporary_start.size());
    return take_process(name);
}

std::string copy_name(int process, std::string_view chance) {
    return fmt::format("{}{}-{}", copy_start, process, chance);
}

std::optional<int> find_copier(std::string_view name) {
    if (!name.starts_with(copy_start)) return std::nullopt;
    name.remove_prefix(copy_start.size());
    const auto process = take_process(name);
    const bool has_chance = name.size() >= chance_size &&
                            std::ranges::all_of(name.substr(0, chance_size), is_alphanumeric);
    return has_chance ? process : std::nullopt;
}

bool names_texts(std::string_view name) {
    return is_temporary(name) && std::ranges::count(name, '-') > 2;
}

bool names_text(std::string_view name, std::string_view text) {
    return text.empty() || name.find(part_for(text)) != std::string_view::npos;
}

} // namespace mentor
