// SPDX-License-Identifier: MIT
//
// The programs of the user's choice, as they are written in the environment and the configuration.
// Runs none of them.
#pragma once

#include "core/model/config.hpp"
#include "machine/host.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Program {
    std::string text; // as it was written: "code --wait"
    std::string from; // what named it: "VISUAL", "config.toml", "default"
    std::string key;  // what it is for: "editor", "pager"
};

Program find_editor(const Host& host, const Config& config);
Program find_pager(const Host& host, const Config& config);
// Its words, with the options that less needs where nobody gave any.
std::vector<std::string> pager_words(const Host& host, const Config& config);

// The words that start it, without a shell. Throws Error(usage) that names where they stand: for a
// quote that is never closed, and where they name no program.
std::vector<std::string> words_of(const Program& program, const Host& host);

// What is wrong with one that wasn't started: "can't be found".
std::string_view why_not_started(const Ended& ended);

} // namespace mentor
