// SPDX-License-Identifier: MIT
//
// What Tab makes of the text that was typed so far. Pure: knows neither the terminal nor libedit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Completion {
    std::string text;                 // what the typed text becomes; itself where nothing is known
    std::vector<std::string> choices; // what it may still become, where Tab got no further
};

// Accents and case don't matter: "zo" becomes "Zoë Ångström" where that is the only candidate that
// begins so, and the beginning that all of them share where there are several. Where none begins
// so, those that have a later word that does are meant: "ang" becomes "Zoë Ångström" too.
Completion complete(std::string_view typed, const std::vector<std::string>& candidates);

// Those of a list that hold what is typed, a line each, on at most `rows` lines, the last of which
// then counts the rest; no wider than the columns. None where nothing, or a number of the list, is
// typed.
std::vector<std::string> narrowed(std::string_view typed, const std::vector<std::string>& list,
                                  std::size_t columns, std::size_t rows);

// The choices in as many columns as fit, on at most `rows` lines, the last of which then counts the
// rest. Ends with a newline.
std::string listing(const std::vector<std::string>& choices, std::size_t columns, std::size_t rows);

} // namespace mentor
