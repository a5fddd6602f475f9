// SPDX-License-Identifier: MIT
//
// Which questions are worth asking somebody now: by where the mentorship stands, by what they are
// to you, by what the two of you talk about, and never one that was parked or asked before. The
// same file gives the same questions; the next meeting brings others. Pure; pointers lead into the
// bank.
#pragma once

#include "core/model/config.hpp"
#include "core/model/question_bank.hpp"
#include "core/model/relationship.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// Before the first meeting it is the first talk, and of somebody with whom little was agreed after
// it, the agreement. What lies still makes it stuck: a goal that is late or rests, a promise that
// was put off twice. Every fifth meeting is one for feedback.
Phase phase_of(const Relationship& relationship, const Config& config, Date today);

struct QuestionFilter {
    std::optional<Phase> phase; // instead of the one that holds now
    std::string topic;          // "" for any
};

// It is one of the question's topics, or the question speaks of it, in whatever form of the word.
bool is_about(const BankQuestion& question, const std::string& topic);

// All that fit, best first: one's own, those about what is talked of, then the others of the phase;
// after them those of the phase that comes nearest. Empty for somebody who declined.
struct Suggestion {
    const BankQuestion* question = nullptr;
    std::size_t number = 0; // its own until the next meeting, whatever is parked meanwhile
};
std::vector<Suggestion> suggest_questions(const QuestionBank& bank,
                                          const Relationship& relationship, const Config& config,
                                          Date today, const QuestionFilter& filter = {});
std::vector<Suggestion> suggest_questions(const QuestionBank&&, const Relationship&, const Config&,
                                          Date, const QuestionFilter& = {}) = delete;

} // namespace mentor
