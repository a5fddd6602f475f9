// SPDX-License-Identifier: MIT
#include "core/model/question_bank.hpp"

#include "core/names.hpp"

namespace mentor {
namespace {

constexpr auto phases = names_of<Phase>({{Phase::first_talk, "first-talk"},
                                         {Phase::agreement, "agreement"},
                                         {Phase::middle, "middle"},
                                         {Phase::stuck, "stuck"},
                                         {Phase::feedback, "feedback"},
                                         {Phase::ending, "ending"},
                                         {Phase::in_touch, "in-touch"},
                                         {Phase::goal, "goal"},
                                         {Phase::reality, "reality"},
                                         {Phase::options, "options"},
                                         {Phase::way, "way"}});

} // namespace

std::string_view to_text(Phase phase) {
    return phases.text(phase);
}

std::optional<Phase> find_phase(std::string_view text) {
    return phases.find(text);
}

const std::vector<std::string>& phase_names() {
    static const std::vector<std::string> names = phases.list();
    return names;
}

} // namespace mentor
