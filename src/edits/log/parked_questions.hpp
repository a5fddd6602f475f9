// SPDX-License-Identifier: MIT
//
// What was said to the questions that were parked: from `ask --answer`, an option of `log` or the
// terminal into the file.
#pragma once

#include "edits/items/chosen.hpp"
#include "session/session.hpp"

#include <string>
#include <vector>

namespace mentor {

struct Answered {
    Chosen<Question> question;
    std::string text; // "": asked, and nothing more is known
};

// "q1w8=Calm and slow", each the value of an --answer. Throws Error(unknown) for a question that
// has an answer already.
std::vector<Answered> parse_answers(Session& session, const Seen& seen,
                                    const std::vector<std::string>& given);

// Throws Error(unknown) where the question has another answer.
void refuse_other_answer(const Relationship& relationship, const Answered& answered);

// Offers each question that was parked by that day; Enter leaves it parked.
std::vector<Answered> ask_answers(Session& session, const Seen& seen, Date on,
                                  const std::vector<Answered>& given);

// What is answered in a private entry makes the question private.
Document with_answer(const Record& record, Document document, const Answered& answered, Date on,
                     bool is_private = false);

} // namespace mentor
