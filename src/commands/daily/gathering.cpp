// SPDX-License-Identifier: MIT

#include "commands/daily/gathering.hpp"

#include <algorithm>

namespace mentor {

// What is due with each of them, most urgent first. The rules run where a file is read, several at
// once.
std::vector<Reminder> gather(Session& session, const std::vector<std::string>& who, Date until,
                             const Output& output) {
    session.require_journal();
    const auto slugs = who.empty() ? session.journal.slugs() : session.slugs_for(who);
    std::vector<std::vector<Reminder>> of_each(slugs.size());
    session.visit(slugs, [&](std::size_t position, Relationship relationship) {
        of_each[position] = reminders_of(for_output(std::move(relationship), output),
                                         session.config, session.calendar, until);
    });
    std::vector<Reminder> all;
    for (auto& some : of_each)
        std::ranges::move(some, std::back_inserter(all));
    sort_by_urgency(all);
    return all;
}

bool asks_now(const Reminder& reminder) {
    return reminder.group == DueGroup::late || reminder.group == DueGroup::today;
}

} // namespace mentor
