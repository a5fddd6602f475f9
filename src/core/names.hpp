// SPDX-License-Identifier: MIT
//
// The words of an enumeration, each said once: to write them, to read them back and to list them.
// Knows no enumeration itself.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

template<class Enum>
struct Name {
    Enum value;
    std::string_view text;
};

template<class Enum, std::size_t size>
class Names {
public:
    constexpr explicit Names(const Name<Enum> (&names)[size]) : names_(std::to_array(names)) {}

    // "" for a value that has no word.
    constexpr std::string_view text(Enum value) const {
        const auto found = std::ranges::find(names_, value, &Name<Enum>::value);
        return found == names_.end() ? std::string_view() : found->text;
    }

    constexpr std::optional<Enum> find(std::string_view text) const {
        const auto found = std::ranges::find(names_, text, &Name<Enum>::text);
        return found == names_.end() ? std::nullopt : std::optional(found->value);
    }

    std::vector<std::string> list() const {
        std::vector<std::string> texts;
        for (const auto& name : names_)
            texts.emplace_back(name.text);
        return texts;
    }

private:
    std::array<Name<Enum>, size> names_;
};

// names_of<Side>({{Side::me, "me"}, {Side::them, "them"}})
template<class Enum, std::size_t size>
constexpr Names<Enum, size> names_of(const Name<Enum> (&names)[size]) {
    return Names<Enum, size>(names);
}

} // namespace mentor
