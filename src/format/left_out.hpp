// SPDX-License-Identifier: MIT
//
// The notes and the topics that an outline leaves out (core/model/extent.hpp), looked up where they
// stand: who looks at each of them once needs no copies.
#pragma once

#include "core/rules/looking/search.hpp"
#include "toml/plain/plain.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

class LeftOut {
public:
    // The text, of which an outline was made, must outlive what it leaves out.
    explicit LeftOut(const PlainText& text);

    // Of the entry at that position in the log, until the next one is asked for; the texts
    // themselves stay.
    const EntryTexts& of_entry(std::size_t position);

private:
    std::string_view text_of(const PlainValue& value);

    const PlainText& text_;
    std::vector<const PlainSection*> entries_;
    EntryTexts texts_;
    std::deque<std::string> without_escapes_;
};

} // namespace mentor
