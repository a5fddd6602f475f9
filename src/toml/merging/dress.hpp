// SPDX-License-Identifier: MIT
//
// Inside src/toml only: what a text is written in whatever it says, its byte-order mark and its
// line ends, so that texts that come together differ in what they say alone.
#pragma once

#include "toml/document.hpp"

#include <string>

namespace mentor {

struct Dress {
    bool has_mark = false;
    std::string newline = "\n"; // of the first line
};

// Of the two changes of `base`: each part is as the one has it that changed it.
Dress dress_of_both(const Document& base, const Document& mine, const Document& theirs);

// Without a mark, with lines that all end, and all in `newline` unless they did so to begin with.
Document undressed(const Document& document, const std::string& newline);

// The text, which has such lines, with the mark of `dress`.
std::string dressed(std::string text, const Dress& dress);

} // namespace mentor
