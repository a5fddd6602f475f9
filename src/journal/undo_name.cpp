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

std::optional<std::uint64_t> find_forgotten(const std::string& text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_one = name_of_forgotten(number) == text && number <= most_numbers;
    return is_one ? std::optional(number) : std::nullopt;
}

} // namespace

std::string name_of_forgotten(std::uint64_t number) {
    return fmt::format("{:08}.forgotten", number);
}

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

std::uint64_t last_number_in(const Host& host, const Folder& folder) {
    std::uint64_t last = 0;
    for (const std::string& text : host.list(folder)) {
        if (const auto step = find_step_name(text)) last = std::max(last, step->number);
        if (const auto forgotten = find_forgotten(text)) last = std::max(last, *forgotten);
    }
    return last;
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
