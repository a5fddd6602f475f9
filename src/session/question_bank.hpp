// SPDX-License-Identifier: MIT
//
// Questions worth asking: those of questions.toml beside the configuration, then the program's own
// (questions.toml beside this file).
#pragma once

#include "core/model/question_bank.hpp"
#include "session/view.hpp"

#include <filesystem>

namespace mentor {

std::filesystem::path questions_file(const View& view);

// A file that is broken is told of on standard error, and what can be read of it holds.
QuestionBank question_bank(View& view);

// The first questions of a phase, as a hint shows them; "" where there are none.
std::string probing_words(const QuestionBank& bank, Phase phase);

} // namespace mentor
