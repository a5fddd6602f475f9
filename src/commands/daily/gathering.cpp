// SPDX-License-Identifier: MIT

#include "commands/daily/gathering.hpp"

#include "core/rules/due/urgency.hpp"

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

// The rules run where a file is read, several at once.
template<class IsWanted>
std::vector<Reminder> gather_those(View& view, const std::vector<std::string>& who, Date until,
                                   const IsWanted& is_wanted) {
    view.require_journal();
    const auto slugs = who.empty() ? view.slugs() : view.slugs_for(who);
    std::vector<std::vector<Reminder>> of_each(slugs.size());
    view.visit(slugs, Extent::outline, [&](std::size_t position, const Relationship& person) {
        auto& found = of_each[position];
        found = reminders_of(person, view.config, view.calendar, until);
        std::erase_if(found, [&](const Reminder& reminder) { return !is_wanted(reminder); });
    });
    return by_urgency(std::move(of_each));
}

} // namespace

std::vector<Reminder> gather(View& view, const std::vector<std::string>& who, Date until) {
    return gather_those(view, who, until, [](const Reminder&) { return true; });
}

std::vector<Reminder> gather_now(View& view, const std::vector<std::string>& who) {
    return gather_those(view, who, view.today(),
                        [](const Reminder& reminder) { return asks_now(reminder.group); });
}

bool asks_now(DueGroup group) {
    return group == DueGroup::late || group == DueGroup::today;
}

} // namespace mentor
