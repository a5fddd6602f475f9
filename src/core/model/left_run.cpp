// SPDX-License-Identifier: MIT

#include "core/model/left_run.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace mentor {
namespace {

// A file that has no uid, or got one since, is still the same under the same name.
bool is_under_its_name(const Meant& meant, const Handle& person) {
    return (meant.uid.empty() || person.uid.empty()) && meant.slug == person.slug &&
           fold(meant.name) == fold(person.name);
}

} // namespace

std::optional<Handle> find_again(const Meant& meant, const std::vector<Handle>& everyone) {
    std::vector<Handle> found;
    for (const Handle& person : everyone)
        if (!meant.uid.empty() && person.uid == meant.uid) found.push_back(person);
    if (found.size() == 1) return found.front();
    // None has the uid, or a copy has it as well.
    for (const Handle& person : found.empty() ? everyone : found)
        if (person.slug == meant.slug && (!found.empty() || is_under_its_name(meant, person)))
            return person;
    return std::nullopt;
}

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
