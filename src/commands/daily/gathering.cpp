// SPDX-License-Identifier: MIT

#include "commands/daily/gathering.hpp"

#include "core/rules/due/urgency.hpp"

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

// The rules run where a file is read, several at once.
template<class RemindersOf>
std::vector<Reminder> gather_by(View& view, const std::vector<std::string>& who,
                                const RemindersOf& reminders_of_person) {
    view.require_journal();
    const auto slugs = who.empty() ? view.slugs() : view.slugs_for(who);
    std::vector<std::vector<Reminder>> of_each(slugs.size());
    view.visit(slugs, Extent::outline, [&](std::size_t position, const Relationship& person) {
        of_each[position] = reminders_of_person(person);
    });
    return by_urgency(std::move(of_each));
}

} // namespace

std::vector<Reminder> gather(View& view, const std::vector<std::string>& who, Date until) {
    return gather_by(view, who, [&](const Relationship& person) {
        return reminders_of(person, view.config, view.calendar, until);
    });
}

std::vector<Reminder> gather_now(View& view, const std::vector<std::string>& who,
                                 Audience audience) {
    return gather_by(view, who, [&](const Relationship& person) {
        auto now = reminders_of(person, view.config, view.calendar, view.today());
        std::erase_if(now, [](const Reminder& reminder) { return !asks_now(reminder.group); });
        if (audience == Audience::others)
            mark_private(now, person, view.config, view.calendar, view.today());
        return now;
    });
}

bool asks_now(DueGroup group) {
    return group == DueGroup::late || group == DueGroup::today;
}

} // namespace mentor
