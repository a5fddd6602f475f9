// SPDX-License-Identifier: MIT
//
// A run of a command that was left at a question: what was answered until then.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/who.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct Answer {
    std::string question, text;
    bool is_typed = true; // Enter alone, which skips or takes what is in brackets, types nothing
    std::vector<std::string> chosen = {}; // what of a list it means, however that is called then
    std::string about =
        {}; // the thing that was asked about; the same words may be asked of another
};

// Whom a word of the run named. By the time that it goes on the same word may name someone else.
struct Meant {
    std::string word, slug, name;
    std::string uid = {}; // "" where the file has none
};

struct LeftRun {
    std::string command;            // "log", "goal add"
    std::vector<std::string> words; // what stood behind it on the command line
    Moment at = {};                 // when it was left
    std::vector<Answer> answers = {};
    std::string journal = {}; // the folder that it was about; answers belong to no other
    Date today = {};          // what "yesterday" in its answers goes by
    std::vector<Meant> people = {};
};

// Who that is among everyone, under whatever name by now; nullopt where nobody surely is.
std::optional<Handle> find_again(const Meant& meant, const std::vector<Handle>& everyone);

// "mentor log ada", as a shell takes it.
std::string line_of(const LeftRun& run);
// How many of the answers were typed.
long typed_in(const LeftRun& run);

} // namespace mentor
