// SPDX-License-Identifier: MIT
#include "core/temporary.hpp"

#include "core/checksum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mentor {

namespace {

constexpr std::string_view start = ".mentor-";
constexpr std::string_view end = ".tmp";

std::string part_for(std::string_view text) {
    return fmt::format("-{:016x}", checksum_of(text));
}

} // namespace

std::string temporary_name(int process, std::uint32_t chance,
                           const std::vector<std::string_view>& texts) {
    std::string name = fmt::format("{}{}-{:08x}", start, process, chance);
    for (const std::string_view text : texts)
        name += part_for(text);
    return name.append(end);
}

bool is_temporary(std::string_view name) {
    return name.starts_with(start) && name.ends_with(end);
}

std::optional<int> find_writer(std::string_view name) {
    if (!is_temporary(name)) return std::nullopt;
    name.remove_prefix(start.size());
    int process = 0;
    const auto [after, error] = std::from_chars(name.data(), name.data() + name.size(), process);
    if (error != std::errc() || *after != '-' || process <= 0) return std::nullopt;
    return process;
}

bool names_texts(std::string_view name) {
    return is_temporary(name) && std::ranges::count(name, '-') > 2;
}

bool names_text(std::string_view name, std::string_view text) {
    return text.empty() || name.find(part_for(text)) != std::string_view::npos;
}

} // namespace mentor
