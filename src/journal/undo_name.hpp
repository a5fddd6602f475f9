// SPDX-License-Identifier: MIT
//
// Inside src/journal only: what the file of a step is called, "NUMBER-ID-BYTES.STANDING". The
// numbers grow with every step that is made, taken back or brought back, so the names alone tell
// whose turn it is and what to drop. A step that changes its standing is written anew before its
// old file goes; of two files with one id the higher number holds, and what is done over what has
// begun. Numbers, and with them ids, are never used again: what is forgotten leaves its last
// number, "NUMBER.forgotten".
#pragma once

#include "machine/host.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// A step of several files has begun until all of them are written.
enum class Standing { begun, done, undone };

struct StepName {
    std::uint64_t number = 0;
    std::string id;
    std::size_t bytes = 0;
    Standing standing = Standing::done;
};

std::string to_text(const StepName& name);
// nullopt for a file that isn't a step's, such as a temporary one.
std::optional<StepName> find_step_name(const std::string& text);

// By their numbers.
std::vector<StepName> step_names_in(const Host& host, const Folder& folder);
// The last number that was ever used; 0 where none was.
std::uint64_t last_number_in(const Host& host, const Folder& folder);
// The name of an empty file that keeps it.
std::string name_of_forgotten(std::uint64_t number);
// Only the newest name of each id.
std::vector<StepName> last_step_names_in(const Host& host, const Folder& folder);

} // namespace mentor
