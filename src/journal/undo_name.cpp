// SPDX-License-Identifier: MIT
#include "journal/undo_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace mentor {

namespace {

constexpr std::uint64_t most_numbers = 1'000'000'000'000; // so that there is always a next one
constexpr std::array<std::string_view, 3> standings{"begun", "done", "undone"};

} // namespace

std::string to_text(const StepName& name) {
    return fmt::format("{:08}-{}-{}.{}", name.number, name.id, name.bytes,
                       standings[static_cast<std::size_t>(name.standing)]);
}

std::optional<StepName> find_step_name(const std::string& text) {
    StepName name;
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, name.number);
    if (number.ec != std::errc() || end - number.ptr < 6) return std::nullopt;
    name.id.assign(number.ptr + 1, number.ptr + 5);
    std::from_chars(number.ptr + 6, end, name.bytes);
    for (const Standing standing : {Standing::begun, Standing::done, Standing::undone}) {
        name.standing = standing;
        if (to_text(name) == text && name.number <= most_numbers) return name;
    }
    return std::nullopt;
}

std::vector<StepName> step_names_in(const Host& host, const Folder& folder) {
    std::vector<StepName> names;
    for (const std::string& text : host.list(folder)) {
        if (auto name = find_step_name(text)) names.push_back(std::move(*name));
    }
    std::ranges::stable_sort(names, {}, &StepName::number); // "begun" is listed before "done"
    return names;
}

std::vector<StepName> last_step_names_in(const Host& host, const Folder& folder) {
    const auto names = step_names_in(host, folder);
    std::vector<StepName> last;
    for (auto name = names.begin(); name != names.end(); ++name) {
        const auto later = std::find_if(
            name + 1, names.end(), [&](const StepName& other) { return other.id == name->id; });
        if (later == names.end()) last.push_back(*name);
    }
    return last;
}

} // namespace mentor
