// SPDX-License-Identifier: MIT
//
// What a person reads of a signal of health: the figures in words, and where it asks for attention
// or for more to go by, the one thing to do.
#pragma once

#include "core/rules/looking/health.hpp"
#include "report/report.hpp"

#include <string>

namespace mentor {

struct SignalWords {
    std::string what;    // "you kept 4 of 5"
    std::string advice;  // "Make one smaller, or let it go"; "" where there is nothing to do
    std::string command; // what to type for it; "" where nothing fits
};
SignalWords words_of(const Signal& signal, const Relationship& relationship, Date today);

// A question that opens a talk about the score of a pulse.
std::string question_about(const std::string& score);

// The figures of a signal, for programs.
Fields figures_of(const Signal& signal);

} // namespace mentor
