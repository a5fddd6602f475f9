// SPDX-License-Identifier: MIT

#include "session/command.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace mentor {

std::vector<Candidate> candidates_of(const std::vector<std::string>& words) {
    std::vector<Candidate> candidates;
    for (const std::string& word : words)
        candidates.push_back({word, ""});
    return candidates;
}

const Parameter* Declaration::find_option(std::string_view name) const {
    for (const Parameter& parameter : parameters_) {
        if (parameter.is_argument()) continue;
        const auto names = split(parameter.names, ',');
        if (std::ranges::find(names, name) != names.end()) return &parameter;
    }
    return nullptr;
}

void Declaration::note_followers(std::string_view option, Followers& words) {
    for (Parameter& parameter : parameters_)
        if (&parameter == find_option(option)) parameter.followers = &words;
}

} // namespace mentor
