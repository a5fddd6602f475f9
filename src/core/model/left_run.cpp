// SPDX-License-Identifier: MIT

#include "core/model/left_run.hpp"

#include "core/shell_words.hpp"

#include <algorithm>

namespace mentor {

std::string line_of(const LeftRun& run) {
    std::string line = run.command.empty() ? "mentor" : "mentor " + run.command;
    for (const std::string& word : run.words) {
        // What begins with a dash is an option here, as it was.
        const std::size_t dashes = std::min(word.find_first_not_of('-'), word.size());
        line += " " + word.substr(0, dashes);
        if (dashes < word.size() || word.empty()) line += shell_word(word.substr(dashes));
    }
    return line;
}

long typed_in(const LeftRun& run) {
    return std::ranges::count_if(run.answers, &Answer::is_typed);
}

} // namespace mentor
