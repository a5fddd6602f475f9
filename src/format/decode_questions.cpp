// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "format/decode.hpp"
#include "format/decoding.hpp"
#include "format/shape_reader.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {
namespace {

template<class In>
QuestionBank group_of(In& in) {
    const std::size_t before = in.faults();
    in.require("phase", "\"middle\"");
    const auto phase = in.one_of("phase", find_phase, phase_names());
    const std::vector<std::string> topics = in.words("topics");
    const std::vector<Role> roles = in.each_of("role", find_role, role_names());
    QuestionBank group;
    for (std::string& ask : in.words("ask"))
        if (!trim(ask).empty())
            group.push_back({trim(ask), phase.value_or(Phase::middle), roles, topics});
    // Half of what a group says would ask the wrong people at the wrong time.
    return in.faults() == before ? group : QuestionBank();
}

} // namespace

template<class In>
QuestionBank read_questions(In& in) {
    QuestionBank bank;
    for (QuestionBank& group : in.tables("questions", group_of<In>))
        std::ranges::move(group, std::back_inserter(bank));
    return bank;
}

template QuestionBank read_questions(Reader&);
template QuestionBank read_questions(ShapeReader&);

} // namespace mentor
