// SPDX-License-Identifier: MIT
//
// How far you are with somebody whom you hope for as a mentor, a mentee or a peer, and the next
// step. Pure, from one relationship, the configuration and today; how it reads is the report's
// business. Pointers lead into the relationships that it was made from.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/people/introducers.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

enum class Progress {
    answered,    // they wrote, or you met, after your last word
    waiting,     // you wrote, and they didn't answer yet
    to_contact,  // you know who they are, and haven't written
    to_research, // nothing but a name: no about, values, met, through or link
    declined,    // it was a no, or you let go
};
std::string_view to_text(Progress progress); // "to-contact"

enum class ProspectStep {
    none,
    research,  // find out what they made, wrote or changed
    write,     // the first word
    follow_up, // one polite reminder, a week after the first word
    let_go,    // two weeks after the reminder, or three after the first word
    suggest,   // they answered, and nothing is planned
    prepare,   // a meeting is agreed
    log,       // it was to be by now
    begin,     // you met: go on together?
};
std::string_view to_text(ProspectStep step); // "follow-up"; "" for none

struct Prospect {
    const Relationship* relationship = nullptr;
    Progress progress = Progress::to_research;
    std::optional<Date> since;        // the day of your last word, their answer or meeting; before
                                      // the first word, the day on which the file began
    const LogEntry* answer = nullptr; // their last one, or the last meeting
    int outreaches = 0;               // your words since then
    ProspectStep step = ProspectStep::none;
    std::optional<Date> step_on; // the day from which the step makes sense; may lie ahead
};

// An outreach is yours unless `by` says them, and so is any other touch: it counts as a word of
// yours where an outreach waits for an answer. A meeting is an answer.
Prospect prospect_of(const Relationship& relationship, const Config& config, Date today);
Prospect prospect_of(const Relationship&&, const Config&, Date) = delete;

// What to type for the step: "mentor draft grace-hopper --kind follow-up"; "" for none.
std::string command_for(const Prospect& prospect);

// Those in the journal who can introduce you: whom `through` names, and whom they introduced to
// you. Neither prospects nor those who declined.
struct Introducers {
    std::vector<const Relationship*> all;
    const Relationship* named = nullptr; // by `through`, of these
};
// `introduced` is introduced_among all of the people.
Introducers introducers_of(const Relationship& prospect, const std::vector<Relationship>& people,
                           const std::vector<Introduced>& introduced);
Introducers introducers_of(const Relationship&, const std::vector<Relationship>&&,
                           const std::vector<Introduced>&) = delete;

} // namespace mentor
